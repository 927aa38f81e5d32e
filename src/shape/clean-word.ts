/**
 * Characters of a word that are not to be seen but say something about it. In: a word as written. Out: the word as it is
 * read, and what was said.
 */
import { NO_MARKS, type WordMarks } from './find-breaks.js';

export interface CleanWord {
  readonly text: string;
  readonly marks: WordMarks;
  /** Offsets over which nothing joins. */
  readonly nonJoiners: readonly number[];
}

const SOFT_HYPHEN = '\u00ad';
const ZERO_WIDTH_SPACE = '\u200b';
const NON_JOINER = '\u200c';
/** The word joiner, and the byte order mark, which was one before it. */
const JOINER = /[\u2060\ufeff]/;
/** Soft hyphen, zero-width space and non-joiner, direction marks, word joiner, byte order mark. */
const INVISIBLE = /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const NONE: readonly number[] = [];

/** Takes out what is not to be seen, and notes what it meant. */
export function cleanWord(written: string): CleanWord {
  if (!mayHaveInvisible(written)) return { text: written, marks: NO_MARKS, nonJoiners: NONE };
  const soft: number[] = [];
  const zero: number[] = [];
  const nonJoiners: number[] = [];
  const joined: number[] = [];
  let text = '';
  for (const character of written) {
    if (!INVISIBLE.test(character)) text += character;
    else if (character === SOFT_HYPHEN) soft.push(text.length);
    else if (character === ZERO_WIDTH_SPACE) zero.push(text.length);
    else if (character === NON_JOINER) nonJoiners.push(text.length);
    else if (JOINER.test(character)) joined.push(text.length);
  }
  const marks = soft.length + zero.length + joined.length === 0 ? NO_MARKS : { soft, zero, joined };
  return { text, marks, nonJoiners: nonJoiners.length === 0 ? NONE : nonJoiners };
}

/** Part of a clean word with its non-joiners put back, as a shaper wants it. */
export function withNonJoiners(text: string, nonJoiners: readonly number[], from: number, to: number): string {
  if (nonJoiners.length === 0) return text.slice(from, to);
  let joined = '';
  let start = from;
  for (const offset of nonJoiners) {
    if (offset <= from || offset >= to) continue;
    joined += text.slice(start, offset) + NON_JOINER;
    start = offset;
  }
  return joined + text.slice(start, to);
}

function mayHaveInvisible(written: string): boolean {
  for (let index = 0; index < written.length; index++) {
    const unit = written.charCodeAt(index);
    if (unit >= 0xad && (unit === 0xad || (unit >= 0x200b && unit < 0x2010) || unit >= 0x202a)) return true;
  }
  return false;
}
