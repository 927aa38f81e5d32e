/**
 * Fewest letters that stay before a hyphen and go after it, by language: those of TeX's hyph-utf8, French by
 * babel-french, which follows the Imprimerie nationale. The languages that words are hyphenated in are those named here.
 */
export const HYPHEN_MINIMUMS: Readonly<Record<string, { readonly before: number; readonly after: number }>> = {
  de: { before: 2, after: 2 },
  en: { before: 2, after: 3 },
  es: { before: 2, after: 2 },
  fr: { before: 2, after: 3 },
  it: { before: 2, after: 2 },
  nl: { before: 2, after: 2 },
  pt: { before: 2, after: 3 },
  sv: { before: 2, after: 2 },
};

/** Words that a paper breaks in its own way, whatever the patterns of the language say. */
export interface WordBreaks {
  /** BCP 47 tag: that of the texts in which they hold, or the beginning of it, as `en` of `en-GB`. */
  readonly language: string;
  /** Where each word, in lower case, may be broken: offsets in it, rising; none for a word that stays whole. */
  readonly words: ReadonlyMap<string, readonly number[]>;
}
