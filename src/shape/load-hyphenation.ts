/**
 * Hyphenation by language. In: BCP 47 tags, the paper's own breaks. Out: a hyphenator for each language that has patterns.
 */
import { HYPHEN_MINIMUMS, type WordBreaks } from '../model/hyphenation.js';
import { primaryLanguage } from '../units/language.js';
import { hyphenateLetters } from './hyphenate.kernel.js';
import { type PackedPatterns, unpackPatterns } from './unpack-patterns.js';

/** Finds hyphenation points in one language. */
export interface Hyphenator {
  /** Whether the apostrophe belongs to words, as in French elisions, where the patterns know it. */
  readonly apostropheJoins: boolean;
  /** Offsets at which a lower-case word of letters may be broken, by patterns, with the language's fewest letters left. */
  hyphenate(word: string): readonly number[];
  /** Breaks of a lower-case word that the paper lists, none for a word to be left whole; undefined for all other words. */
  listed(word: string): readonly number[] | undefined;
}

/** Hyphenators by language tag as it was asked for. */
export type Hyphenation = ReadonlyMap<string, Hyphenator>;

/** Loaded only when a text is in the language. */
const PATTERN_FILES: Readonly<Record<string, () => Promise<{ readonly patterns: PackedPatterns }>>> = {
  de: () => import('./patterns/de.js'),
  'en-gb': () => import('./patterns/en-gb.js'),
  'en-us': () => import('./patterns/en-us.js'),
  es: () => import('./patterns/es.js'),
  fr: () => import('./patterns/fr.js'),
  it: () => import('./patterns/it.js'),
  nl: () => import('./patterns/nl.js'),
  pt: () => import('./patterns/pt.js'),
  sv: () => import('./patterns/sv.js'),
};

/**
 * Loads the patterns of the languages, with the paper's own breaks before them. A language that has neither is left out,
 * and its words are broken at soft hyphens alone.
 */
export async function loadHyphenation(
  languages: Iterable<string>,
  ownBreaks: readonly WordBreaks[] = [],
): Promise<Hyphenation> {
  const hyphenators = new Map<string, Hyphenator>();
  const byFile = new Map<string, PatternHyphenator>();
  for (const language of new Set(languages)) {
    const own = ownBreaks.filter((breaks) => appliesTo(breaks.language, language)).sort(byLength);
    const patterns = await loadPatterns(language, byFile);
    if (patterns || own.length > 0) hyphenators.set(language, { ...(patterns ?? NO_PATTERNS), listed: lookUp(own) });
  }
  return hyphenators;
}

type PatternHyphenator = Omit<Hyphenator, 'listed'>;

const NO_PATTERNS: PatternHyphenator = { apostropheJoins: false, hyphenate: () => [] };

async function loadPatterns(
  language: string,
  byFile: Map<string, PatternHyphenator>,
): Promise<PatternHyphenator | undefined> {
  const file = patternFile(language);
  const load = file === undefined ? undefined : PATTERN_FILES[file];
  if (file === undefined || !load) return undefined;
  const hyphenator = byFile.get(file) ?? createHyphenator((await load()).patterns, primaryLanguage(language));
  byFile.set(file, hyphenator);
  return hyphenator;
}

/** Whether words listed for one tag are those of a text with another: `en` is for `en-GB` as well. */
function appliesTo(listed: string, language: string): boolean {
  const [own, tag] = [listed.toLowerCase(), language.toLowerCase()];
  return tag === own || tag.startsWith(`${own}-`);
}

/** The longest tag first, which says most. */
function byLength(a: WordBreaks, b: WordBreaks): number {
  return b.language.length - a.language.length;
}

function lookUp(own: readonly WordBreaks[]): Hyphenator['listed'] {
  if (own.length === 0) return () => undefined;
  return (word) => {
    for (const { words } of own) {
      const breaks = words.get(word);
      if (breaks) return breaks;
    }
    return undefined;
  };
}

/** English is British but where the tag says the United States or says nothing. */
function patternFile(language: string): string | undefined {
  const tag = language.toLowerCase();
  const primary = primaryLanguage(tag);
  if (primary === 'en') return tag === 'en' || /^en-(.*-)?us\b/.test(tag) ? 'en-us' : 'en-gb';
  return Object.hasOwn(PATTERN_FILES, primary) ? primary : undefined;
}

type Minimums = { readonly before: number; readonly after: number };

function createHyphenator(patterns: PackedPatterns, primary: string): PatternHyphenator {
  const trie = unpackPatterns(patterns);
  const minimums = HYPHEN_MINIMUMS[primary] as Minimums;
  const exceptions = readExceptions(patterns.exceptions, minimums);
  const breaksOf = (word: string) =>
    exceptions.get(word) ?? hyphenateLetters(word, trie, minimums.before, minimums.after);
  return {
    apostropheJoins: patterns.letters.includes("'"),
    hyphenate:
      primary === 'nl' ? (word) => breaksOf(word).filter((at) => !DIAERESIS.test(word[at] as string)) : breaksOf,
  };
}

/**
 * A Dutch diaeresis parts two vowels, and goes where a hyphen parts them: "ideeën" is broken "idee-en". The letters of a
 * word stay as they are here, so it is not broken there.
 */
const DIAERESIS = /[äëïöü]/;

/** Words whose hyphens are written out, `ref-or-ma-tion`, by the word without them. */
function readExceptions(written: string, minimums: Minimums): ReadonlyMap<string, readonly number[]> {
  const words = written.split(' ').filter((word) => word !== '');
  return new Map(words.map((word) => [word.replaceAll('-', ''), hyphenOffsets(word, minimums)]));
}

function hyphenOffsets(word: string, { before, after }: Minimums): readonly number[] {
  const parts = word.split('-');
  const length = word.length - parts.length + 1;
  let offset = 0;
  return parts
    .slice(0, -1)
    .map((part) => {
      offset += part.length;
      return offset;
    })
    .filter((at) => at >= before && at <= length - after);
}
