/**
 * Where a word may be broken at a line's end. In: the word without control characters, where its writer allowed breaks,
 * a hyphenator. Out: break points in rising order.
 */
import { isLetterUnit } from './letters.js';
import type { Hyphenator } from './load-hyphenation.js';

/** A place inside a word where a line may end. */
export interface BreakPoint {
  /** Offset in the word at which it is cut. */
  readonly offset: number;
  /** Whether the break adds a hyphen. */
  readonly addsHyphen: boolean;
  /** Whether the line ends in a hyphen, added or written. */
  readonly flagged: boolean;
  readonly penalty: number;
}

/** What the writer of a word put into it, as offsets in the word without the characters that said so. */
export interface WordMarks {
  /** Soft hyphens, U+00AD. */
  readonly soft: readonly number[];
  /** Zero-width spaces, U+200B. */
  readonly zero: readonly number[];
  /** Word joiners, U+2060: no line ends there. */
  readonly joined: readonly number[];
}

export const NO_MARKS: WordMarks = { soft: [], zero: [], joined: [] };

/** TeX's \hyphenpenalty and \exhyphenpenalty. */
const HYPHEN_PENALTY = 50;
const EXPLICIT_PENALTY = 50;
/** Breaks in an address come after those in all other words. */
const ADDRESS_PENALTY = 100;
const FREE_PENALTY = 0;

const ADDRESS = /^(?:[a-z][a-z+.]*:\/\/|www\.)|^[^\s@]+@[^\s@]+\.[a-z]{2,}/i;
const ADDRESS_SCHEME = /^[a-z][a-z+.]*:\/\//i;
const CLOSING = /[\p{Pe}\p{Pf}\p{Po}'"]/u;
const DIGIT = /\p{Nd}/u;
const SHORTEST_HYPHENATED = 5;
/** UTF-16 units around a sign that are looked at: no word is too long to be read in one pass. */
const NEAR = 8;

/** All break points of a word. Without a hyphenator neither patterns nor soft hyphens break it; its own dashes always do. */
export function findBreaks(
  word: string,
  marks: WordMarks,
  hyphenator: Hyphenator | 'soft' | undefined,
): readonly BreakPoint[] {
  if (marks === NO_MARKS && !hasSigns(word)) {
    return hyphenator === undefined || hyphenator === 'soft' ? [] : patternBreaks(word, 0, word.length, hyphenator);
  }
  const zero = marks.zero.map((offset) => breakPoint(offset, FREE_PENALTY));
  if (ADDRESS.test(word)) return inOrder([...zero, ...addressBreaks(word)], word, marks);
  const written = writtenBreaks(word);
  const hyphens = hyphenator === undefined ? [] : hyphenBreaks(word, marks, written, hyphenator);
  return inOrder([...zero, ...written, ...hyphens], word, marks);
}

/** Whether a word has a sign at which it may break, or may be an address. Most words have none and are done sooner. */
function hasSigns(word: string): boolean {
  for (let index = 0; index < word.length; index++) {
    const unit = word.charCodeAt(index);
    if (unit === 0x2d || unit === 0x2f || unit === 0x40) return true;
    if (unit >= 0x2010 && (unit <= 0x2015 || unit === 0x2026)) return true;
  }
  return word.startsWith('www.');
}

/** Breaks after the hyphens, dashes, slashes and ellipses that the word is written with. */
function writtenBreaks(word: string): BreakPoint[] {
  const breaks: BreakPoint[] = [];
  const first = word.search(/[\p{L}\p{M}\p{N}]/u);
  for (let offset = 1; offset < word.length; offset++) {
    const point = breakAfter(word, offset);
    // A dash before the first letter opens the word: it belongs to what follows.
    const opensWord = first < 0 || offset - 1 <= first;
    if (point && !opensWord) breaks.push(point);
  }
  return breaks;
}

function breakAfter(word: string, offset: number): BreakPoint | undefined {
  switch (word[offset - 1]) {
    case '-':
    case '\u2010':
      return word[offset - 2] === '-' ? dashBreak(word, offset) : hyphenBreak(word, offset);
    case '\u2014':
    case '\u2015':
    case '\u2013':
      return dashBreak(word, offset);
    case '/':
      return joinsWords(word, offset) ? breakPoint(offset, EXPLICIT_PENALTY) : undefined;
    case '\u2026':
      return joinsWords(word, offset) ? breakPoint(offset, EXPLICIT_PENALTY) : undefined;
    default:
      return undefined;
  }
}

/** After a written hyphen: not before a figure (UAX #14, LB25), nor where a single letter would stand alone. */
function hyphenBreak(word: string, offset: number): BreakPoint | undefined {
  if (!joinsWords(word, offset)) return undefined;
  return { offset, addsHyphen: false, flagged: true, penalty: EXPLICIT_PENALTY };
}

/** After a dash inside a word: not before a figure, a further dash, or what closes a quotation. */
function dashBreak(word: string, offset: number): BreakPoint | undefined {
  const next = word[offset] as string;
  if (/[-\u2010\u2013-\u2015]/.test(next) || DIGIT.test(next) || CLOSING.test(next)) return undefined;
  return breakPoint(offset, EXPLICIT_PENALTY);
}

/** Whether two letters or figures stand before the sign that ends at `offset`, and two letters after. */
function joinsWords(word: string, offset: number): boolean {
  return (
    /[\p{L}\p{M}\p{Nd}]{2}['\u2019]?.$/u.test(word.slice(Math.max(0, offset - NEAR), offset)) &&
    /^[\p{L}\p{M}]{2}/u.test(word.slice(offset, offset + NEAR))
  );
}

/** Breaks of an address: after a slash, full stop, hyphen and the like, but not within `//` nor before the host. */
function addressBreaks(word: string): BreakPoint[] {
  const breaks: BreakPoint[] = [];
  const start = ADDRESS_SCHEME.exec(word)?.[0].length ?? 0;
  for (let offset = start + 2; offset < word.length - 1; offset++) {
    const ends = /[/.\-_?&=@#]/.test(word[offset - 1] as string);
    if (ends && /[\p{L}\p{N}]/u.test(word[offset] as string)) breaks.push(breakPoint(offset, ADDRESS_PENALTY));
  }
  return breaks;
}

/**
 * Hyphenation points. The writer's soft hyphens count instead of the patterns. As in TeX, a word written with a hyphen
 * is not broken elsewhere. A word with figures, or in capitals, is not broken either.
 */
function hyphenBreaks(
  word: string,
  marks: WordMarks,
  written: readonly BreakPoint[],
  hyphenator: Hyphenator | 'soft',
): BreakPoint[] {
  if (marks.soft.length > 0) return marks.soft.map(hyphenPoint);
  if (hyphenator === 'soft') return [];
  if (/[-\u2010\u2011]/.test(word)) return [];
  const cuts = [0, ...marks.zero, ...written.map((point) => point.offset), word.length].sort((a, b) => a - b);
  return cuts.slice(1).flatMap((end, index) => patternBreaks(word, cuts[index] as number, end, hyphenator));
}

/**
 * Breaks in the first run of letters between two dashes, as in TeX (TeX: The Program, §894 to §899): where the paper lists
 * them, whatever the word's case, else by patterns.
 */
function patternBreaks(word: string, start: number, end: number, hyphenator: Hyphenator): BreakPoint[] {
  let from = start;
  while (from < end && !isLetter(word, from)) from++;
  let to = from;
  while (to < end && (isLetter(word, to) || (hyphenator.apostropheJoins && isInnerApostrophe(word, to)))) to++;
  const run = word.slice(from, to);
  const lower = run.toLowerCase();
  if (lower.length !== run.length) return [];
  const listed = hyphenator.listed(lower);
  if (!listed && (to - from < SHORTEST_HYPHENATED || hasFigure(word, start, from) || hasFigure(word, to, end)))
    return [];
  if (!listed && run === run.toUpperCase()) return [];
  return (listed ?? hyphenator.hyphenate(lower)).map((offset) => hyphenPoint(from + offset));
}

function isLetter(word: string, at: number): boolean {
  return isLetterUnit(word.charCodeAt(at));
}

function hasFigure(word: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = word.charCodeAt(at);
    if ((unit >= 0x30 && unit <= 0x39) || (unit > 0x600 && DIGIT.test(word[at] as string))) return true;
  }
  return false;
}

function isInnerApostrophe(word: string, at: number): boolean {
  const unit = word.charCodeAt(at);
  return (unit === 0x27 || unit === 0x2019) && at + 1 < word.length && isLetter(word, at + 1);
}

function hyphenPoint(offset: number): BreakPoint {
  return { offset, addsHyphen: true, flagged: true, penalty: HYPHEN_PENALTY };
}

function breakPoint(offset: number, penalty: number): BreakPoint {
  return { offset, addsHyphen: false, flagged: false, penalty };
}

/** Rising, inside the word, not where it is joined; one at each place: the one without a hyphen where two meet. */
function inOrder(points: readonly BreakPoint[], word: string, { joined }: WordMarks): BreakPoint[] {
  if (points.length === 0) return [];
  const rising = points.filter(({ offset }) => offset > 0 && offset < word.length && !joined.includes(offset));
  rising.sort((a, b) => a.offset - b.offset || Number(a.addsHyphen) - Number(b.addsHyphen));
  return rising.filter((point, index) => index === 0 || point.offset !== rising[index - 1]?.offset);
}
