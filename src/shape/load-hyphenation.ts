/**
 * Hyphenation by language. In: BCP 47 tags. Out: a hyphenator for each language that has patterns.
 */
import { hyphenateLetters } from './hyphenate.kernel.js';
import { type PackedPatterns, unpackPatterns } from './unpack-patterns.js';

/** Finds hyphenation points in one language. */
export interface Hyphenator {
  /** Whether the apostrophe belongs to words, as in French elisions, where the patterns know it. */
  readonly apostropheJoins: boolean;
  /** Offsets at which a lower-case word of letters may be broken: 2 letters or more before, 3 or more after. */
  hyphenate(word: string): readonly number[];
}

/** Hyphenators by language tag as it was asked for. */
export type Hyphenation = ReadonlyMap<string, Hyphenator>;

const LETTERS_BEFORE = 2;
/** TeX's English has three, and newspapers keep to it in every language: two letters are not worth a line. */
const LETTERS_AFTER = 3;

/** Loaded only when a paper is in the language. */
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

/** Loads the patterns of the languages. A language without patterns is left out, and its words are not broken. */
export async function loadHyphenation(languages: Iterable<string>): Promise<Hyphenation> {
  const hyphenators = new Map<string, Hyphenator>();
  const byFile = new Map<string, Hyphenator>();
  for (const language of new Set(languages)) {
    const file = patternFile(language);
    const load = file === undefined ? undefined : PATTERN_FILES[file];
    if (file === undefined || !load) continue;
    const hyphenator = byFile.get(file) ?? createHyphenator((await load()).patterns);
    byFile.set(file, hyphenator);
    hyphenators.set(language, hyphenator);
  }
  return hyphenators;
}

/** English is British but where the tag says the United States or says nothing. */
function patternFile(language: string): string | undefined {
  const tag = language.toLowerCase();
  const primary = tag.split('-')[0] as string;
  if (primary === 'en') return tag === 'en' || /^en-(.*-)?us\b/.test(tag) ? 'en-us' : 'en-gb';
  return primary in PATTERN_FILES ? primary : undefined;
}

function createHyphenator(patterns: PackedPatterns): Hyphenator {
  const trie = unpackPatterns(patterns);
  const exceptions = readExceptions(patterns.exceptions);
  return {
    apostropheJoins: patterns.letters.includes("'"),
    hyphenate: (word) => exceptions.get(word) ?? hyphenateLetters(word, trie, LETTERS_BEFORE, LETTERS_AFTER),
  };
}

/** Words whose hyphens are written out, `ref-or-ma-tion`, by the word without them. */
function readExceptions(written: string): ReadonlyMap<string, readonly number[]> {
  const words = written.split(' ').filter((word) => word !== '');
  return new Map(words.map((word) => [word.replaceAll('-', ''), hyphenOffsets(word)]));
}

function hyphenOffsets(word: string): readonly number[] {
  const parts = word.split('-');
  const length = word.length - parts.length + 1;
  let offset = 0;
  return parts
    .slice(0, -1)
    .map((part) => {
      offset += part.length;
      return offset;
    })
    .filter((at) => at >= LETTERS_BEFORE && at <= length - LETTERS_AFTER);
}
