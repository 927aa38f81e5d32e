import { BOX, type HList } from '../model/hlist.js';
import {
  ADDED_HYPHEN,
  AT_ENDING,
  AT_ITEM,
  type Breakpoints,
  type LineEdges,
  lineStart,
  ROW,
} from './breakpoints.kernel.js';

/*
 * The words that lines would end and start with, so that total fit sees the same one twice under one another. In: a list
 * and its breakpoints. Out: a number for each word, the same for the same word.
 */

/** Shorter words are not seen when they repeat. */
const FEWEST_LETTERS = 3;
const NO_LETTER = /[^\p{L}\p{N}]/gu;

/** Numbers the edge words. `opening`: whether the first line starts where the others do, so that its word stands over theirs. */
export function numberEdges(list: HList, points: Breakpoints, opening: 'flush' | 'indented'): LineEdges {
  const numbers = new Map<string, number>();
  const ends = new Int32Array(points.count);
  const starts = new Int32Array(points.count);
  for (let k = 0; k < points.count; k++) {
    const item = points.rows[k * ROW + AT_ITEM] as number;
    // The part of a word before an added hyphen does not read as a word.
    const isCut = points.rows[k * ROW + AT_ENDING] === ADDED_HYPHEN;
    ends[k] = isCut ? 0 : numberOf(endWord(list, item), numbers);
    starts[k] = numberOf(startWord(list, lineStart(list, item)), numbers);
  }
  const first = opening === 'flush' ? numberOf(startWord(list, lineStart(list, -1)), numbers) : 0;
  return { ends, starts, first };
}

function numberOf(text: string, numbers: Map<string, number>): number {
  const word = text.replace(NO_LETTER, '').toLowerCase();
  if (word.length < FEWEST_LETTERS) return 0;
  const known = numbers.get(word);
  if (known !== undefined) return known;
  numbers.set(word, numbers.size + 1);
  return numbers.size;
}

function endWord(list: HList, item: number): string {
  let i = Math.min(item, list.length) - 1;
  while (i >= 0 && list.kind[i] !== BOX) i--;
  const word = list.words[list.word[i] as number];
  if (!word) return '';
  const isInside = item < list.length && list.word[item] === list.word[i];
  return isInside ? word.text.slice(0, list.offset[item]) : word.text;
}

function startWord(list: HList, i: number): string {
  const word = i < list.length ? list.words[list.word[i] as number] : undefined;
  return word ? word.text.slice(list.offset[i]) : '';
}
