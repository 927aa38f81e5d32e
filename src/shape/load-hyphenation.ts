/**
 * Hyphenation patterns by language. In: BCP 47 tags. Out: a hyphenator for each language that has patterns. The patterns
 * are those of the `hyphen` package; its exceptions are mended here, and its code is not used (see `docs/decisions`).
 */
import type { PatternChildren, PatternNode } from 'hyphen/patterns/en-us.js';
import { EDGE, type HyphenTrie, hyphenateLetters } from './hyphenate.kernel.js';

/** Finds hyphenation points in one language. */
export interface Hyphenator {
  /** Whether the apostrophe belongs to words, as in French elisions, where the patterns know it. */
  readonly apostropheJoins: boolean;
  /** Offsets at which a lower-case word of letters may be broken: 2 letters or more before, 3 or more after. */
  hyphenate(word: string): readonly number[];
}

/** Hyphenators by language tag as it was asked for. */
export type Hyphenation = ReadonlyMap<string, Hyphenator>;

type PatternFile = typeof import('hyphen/patterns/en-us.js').default;

const LETTERS_BEFORE = 2;
/** TeX's English has three, and newspapers keep to it in every language: two letters are not worth a line. */
const LETTERS_AFTER = 3;

/** Loaded only when a paper is in the language: a file takes milliseconds to read. */
const PATTERN_FILES: Readonly<Record<string, () => Promise<{ default: PatternFile }>>> = {
  'en-gb': () => import('hyphen/patterns/en-gb.js'),
  'en-us': () => import('hyphen/patterns/en-us.js'),
  de: () => import('hyphen/patterns/de-1996.js'),
  fr: () => import('hyphen/patterns/fr.js'),
  es: () => import('hyphen/patterns/es.js'),
  it: () => import('hyphen/patterns/it.js'),
  pt: () => import('hyphen/patterns/pt.js'),
  nl: () => import('hyphen/patterns/nl.js'),
  sv: () => import('hyphen/patterns/sv.js'),
};

/** Loads the patterns of the languages. A language without patterns is left out, and its words are not broken. */
export async function loadHyphenation(languages: Iterable<string>): Promise<Hyphenation> {
  const hyphenators = new Map<string, Hyphenator>();
  const byFile = new Map<string, Hyphenator>();
  for (const language of new Set(languages)) {
    const file = patternFile(language);
    const load = file === undefined ? undefined : PATTERN_FILES[file];
    if (file === undefined || !load) continue;
    const hyphenator = byFile.get(file) ?? createHyphenator((await load()).default);
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

function createHyphenator([levels, trie, exceptions]: PatternFile): Hyphenator {
  const flat = flattenTrie(levels, trie);
  const mended = mendExceptions(exceptions ?? {});
  return {
    apostropheJoins: flat.letterCodes[0x27] !== 0 || flat.letterCodes[0x2019] !== 0,
    hyphenate: (word) => mended.get(word) ?? hyphenateLetters(word, flat, LETTERS_BEFORE, LETTERS_AFTER),
  };
}

/**
 * The package counts an exception's offsets in the word with its hyphens already in, `ref-or-ma-tion` as 3, 6, 9, but
 * cuts the word without them there. The n-th offset is too great by the n hyphens before it.
 */
function mendExceptions(
  exceptions: Readonly<Record<string, readonly number[]>>,
): ReadonlyMap<string, readonly number[]> {
  return new Map(
    Object.entries(exceptions).map(([word, offsets]) => {
      const mended = offsets.map((offset, index) => offset - index);
      return [word, mended.filter((at) => at >= LETTERS_BEFORE && at <= word.length - LETTERS_AFTER)];
    }),
  );
}

/** Lays the package's tree of objects out in columns, breadth first. */
function flattenTrie(levels: readonly (readonly number[])[], trie: PatternChildren): HyphenTrie {
  const letterCodes = new Uint8Array(0x10000);
  letterCodes['.'.charCodeAt(0)] = EDGE;
  let codeCount = EDGE;
  const codeOf = (letter: string) => {
    const unit = letter.charCodeAt(0);
    if (letterCodes[unit] === 0) letterCodes[unit] = ++codeCount;
    return letterCodes[unit] as number;
  };
  const queue: PatternNode[] = [trie];
  const letter = [0];
  const row = [0];
  const firstChild: number[] = [];
  for (let node = 0; node < queue.length; node++) {
    firstChild.push(queue.length);
    for (const [code, child] of risingChildren(queue[node] as PatternNode, codeOf)) {
      queue.push(child);
      letter.push(code);
      row.push(rowOf(child));
    }
  }
  firstChild.push(queue.length);
  // The full stop is a letter of patterns, never of words.
  letterCodes['.'.charCodeAt(0)] = 0;
  return {
    firstChild: Uint32Array.from(firstChild),
    letter: Uint8Array.from(letter),
    row: Uint16Array.from(row),
    letterCodes,
    ...flattenLevels(levels),
  };
}

function risingChildren(node: PatternNode, codeOf: (letter: string) => number): [number, PatternNode][] {
  if (typeof node === 'number') return [];
  const children = (Array.isArray(node) ? node[0] : node) as PatternChildren;
  return Object.entries(children)
    .map(([letter, child]): [number, PatternNode] => [codeOf(letter), child])
    .sort(([a], [b]) => a - b);
}

function rowOf(node: PatternNode): number {
  if (typeof node === 'number') return node + 1;
  return Array.isArray(node) ? (node[1] as number) + 1 : 0;
}

function flattenLevels(levels: readonly (readonly number[])[]): Pick<HyphenTrie, 'rowStart' | 'levels'> {
  const rowStart = new Uint32Array(levels.length + 1);
  levels.forEach((row, index) => {
    rowStart[index + 1] = (rowStart[index] as number) + row.length;
  });
  return { rowStart, levels: Uint8Array.from(levels.flat()) };
}
