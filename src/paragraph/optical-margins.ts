import { BOX, type HList, type HWord, type ShapedText } from '../model/hlist.js';
import type { Pt } from '../units/length.js';
import {
  ADDED_HYPHEN,
  AT_ENDING,
  AT_ITEM,
  AT_START_WIDTH,
  AT_WIDTH,
  type Breakpoints,
  lineStart,
  ROW,
  scaled,
} from './breakpoints.kernel.js';

/*
 * Optical margins: what is light at a line's ends hangs a little into the margin, so that the edge of the column looks
 * straighter than if it were. In: a list and its breakpoints, or the pieces of a line. Out: how far they hang.
 */

/**
 * Which share of its own advance a character hangs at a line's start and at its end. Small marks stand half out or more,
 * dashes by the part that leaves them attached, letters with slanted or round sides by a trace. Figures after Hàn Thế
 * Thành (Micro-typographic extensions to the TeX typesetting system, 2000, § 2), taken back where newsprint leaves no
 * room: gutters are 4 mm, so nothing hangs by more than a fifth of an em.
 */
const HANGS: readonly (readonly [characters: string, start: number, end: number])[] = [
  ['-\u2010\u2011', 0.5, 0.6],
  ['\u2013', 0.2, 0.3],
  ['\u2014', 0.1, 0.2],
  ['.,', 0.5, 0.65],
  [':;', 0.3, 0.4],
  ['!?', 0, 0.15],
  ['…', 0.1, 0.2],
  ['\'"', 0.5, 0.5],
  ['‘’‚‹›', 0.5, 0.5],
  ['“”„«»', 0.35, 0.4],
  ['([{', 0.12, 0],
  [')]}', 0, 0.12],
  ['•·*†', 0.3, 0.3],
  ['A', 0.05, 0.05],
  ['TVWY', 0.06, 0.06],
  ['CGOQ', 0.03, 0],
  ['DOQ', 0, 0.02],
  ['FPL', 0, 0.05],
  ['XJ', 0.03, 0.03],
  ['vwy', 0.06, 0.06],
  ['x', 0.04, 0.04],
  ['ceodq', 0.03, 0],
  ['obpe', 0, 0.02],
  ['rtfk', 0, 0.05],
];

/** Shares by character code; all characters in {@link HANGS} lie under this one. */
const CODES = 0x2100;
const STARTS = sharesOf((start) => start);
const ENDS = sharesOf((_, end) => end);

/** Arrays, since they are looked into twice for each place where a line may be broken. */
function sharesOf(choose: (start: number, end: number) => number): Float64Array {
  const shares = new Float64Array(CODES);
  for (const [characters, start, end] of HANGS) {
    const share = choose(start, end);
    // A letter may stand in one row for its start and in another for its end.
    if (share > 0) for (const character of characters) shares[character.charCodeAt(0)] = share;
  }
  return shares;
}

/** The share of the character at an offset in a text; 0 for one that does not hang, or where there is none. */
function shareAt(shares: Float64Array, text: string, at: number): number {
  return shares[text.charCodeAt(at)] ?? 0;
}

/** Scripts that run from right to left: their first character is at the other end, and the table knows nothing of them. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/** How far shaped text of a size hangs over where the line starts. */
export function startHang(shaped: ShapedText, size: Pt): Pt {
  const share = shareAt(STARTS, shaped.text, 0);
  return share === 0 ? 0 : hangOf(shaped, 0, share, size);
}

/** How far shaped text of a size hangs over where the line ends. */
export function endHang(shaped: ShapedText, size: Pt): Pt {
  const share = shareAt(ENDS, shaped.text, shaped.text.length - 1);
  return share === 0 ? 0 : hangOf(shaped, shaped.advances.length - 1, share, size);
}

function hangOf({ text, advances, clusters }: ShapedText, glyph: number, share: number, size: Pt): Pt {
  if (clusters[glyph] === 0 || RIGHT_TO_LEFT.test(text)) return 0;
  // Of a ligature the character in question takes its part.
  const advance = (advances[glyph] as number) / (clusters[glyph] as number);
  return (share * advance * size) / 1000;
}

/** The breakpoints of a list whose lines are wider by what hangs. `opening`: whether the first line hangs at its start. */
export function hangBreakpoints(points: Breakpoints, list: HList, opening: 'hangs' | 'stands'): Breakpoints {
  const rows = points.rows.slice();
  for (let k = 0; k < points.count; k++) {
    const row = k * ROW;
    const item = rows[row + AT_ITEM] as number;
    const before = lastBox(list, item);
    const after = lineStart(list, item);
    if (before >= 0) {
      const adds = rows[row + AT_ENDING] === ADDED_HYPHEN;
      rows[row + AT_WIDTH] = (rows[row + AT_WIDTH] as number) - scaled(fragmentEndHang(list, before, item, adds));
    }
    rows[row + AT_START_WIDTH] = (rows[row + AT_START_WIDTH] as number) + scaled(fragmentStartHang(list, after));
  }
  return { ...points, rows, origin: opening === 'hangs' ? scaled(fragmentStartHang(list, lineStart(list, -1))) : 0 };
}

function lastBox(list: HList, item: number): number {
  let i = Math.min(item, list.length) - 1;
  while (i >= 0 && list.kind[i] !== BOX) i--;
  return i;
}

/** Hang at the end of a line that ends with box `i`, at a break item. */
function fragmentEndHang(list: HList, i: number, item: number, addsHyphen: boolean): Pt {
  // Kerning before the hyphen is in its width too: too little to count here, and the line is set from the true one.
  if (addsHyphen) return (list.width[item] as number) * shareAt(ENDS, '-', 0);
  const word = list.words[list.word[i] as number];
  if (!word) return 0;
  const isInside = item < list.length && list.word[item] === list.word[i];
  if (!isInside) return endHang(word.shaped, word.style.size);
  const end = list.offset[item] as number;
  if (shareAt(ENDS, word.text, end - 1) === 0) return 0;
  return endHang(word.cut(list.offset[i] as number, end, false), word.style.size);
}

function fragmentStartHang(list: HList, i: number): Pt {
  const word = i < list.length ? list.words[list.word[i] as number] : undefined;
  if (!word) return 0;
  const start = list.offset[i] as number;
  if (shareAt(STARTS, word.text, start) === 0) return 0;
  return startHang(start === 0 ? word.shaped : restOf(word, start), word.style.size);
}

function restOf(word: HWord, start: number): ShapedText {
  return word.cut(start, word.text.length, false);
}
