import { BOX, GLUE, type HList, INFINITE_PENALTY, PENALTY } from '../model/hlist.js';
import type { Pt } from '../units/length.js';

/*
 * In: a horizontal list in points. Out: its legal breakpoints with the sums of width, stretch and shrink up to each,
 * in scaled points, as columns of numbers. A line from breakpoint a to breakpoint b then costs four subtractions.
 *
 * Sums are whole numbers of scaled points, so they are exact (below 2^53) and the same on every machine.
 */

/** Scaled points in a point, as in TeX: small enough (5 nm) that rounding a whole line stays far below the tolerance. */
export const SCALED_POINTS = 65536;

/** Glue that stretches this far or farther fills whatever is left, as TeX's `fil` does. */
export const FILL_STRETCH: Pt = 10000;

/** How a line ends at a breakpoint. */
export const PLAIN = 0;
/** On a hyphen that is in the text. */
export const WRITTEN_HYPHEN = 1;
/** On a hyphen that the break adds. */
export const ADDED_HYPHEN = 2;

/** Legal breakpoints of a list, in order; the last is the forced break at the end. Lengths in scaled points. */
export interface Breakpoints {
  readonly count: number;
  /** Item of the list that is broken at; the list's length where the end is not written out in it. */
  readonly item: Int32Array;
  readonly penalty: Float64Array;
  /** {@link PLAIN}, {@link WRITTEN_HYPHEN} or {@link ADDED_HYPHEN}. */
  readonly ending: Uint8Array;
  /** Sums up to the break, its own width (the hyphen) included. */
  readonly width: Float64Array;
  readonly stretch: Float64Array;
  /** The part of `stretch` that is in boxes, which give no more than that. */
  readonly boxStretch: Float64Array;
  readonly shrink: Float64Array;
  /** How many fills. */
  readonly fills: Float64Array;
  /** Sums up to where the next line starts, past what is discarded after the break, less what the break adds to that line. */
  readonly startWidth: Float64Array;
  readonly startStretch: Float64Array;
  readonly startBoxStretch: Float64Array;
  readonly startShrink: Float64Array;
  readonly startFills: Float64Array;
}

interface Sums {
  width: number;
  stretch: number;
  boxStretch: number;
  shrink: number;
  fills: number;
}

/** Finds where `list` may be broken: TeX: The Program, §§ 866-869; Knuth & Plass 1981, p. 1122. */
export function findBreakpoints(list: HList): Breakpoints {
  const points = createBreakpoints(countBreakpoints(list));
  const sums: Sums = { width: 0, stretch: 0, boxStretch: 0, shrink: 0, fills: 0 };
  let found = 0;
  let waiting = 0;
  for (let i = 0; i < list.length; i++) {
    // A line starts at the first box after its break; a forced break is never discarded.
    if (list.kind[i] === BOX || isForced(list, i)) {
      for (; waiting < found; waiting++) noteStart(points, waiting, sums, list);
    }
    if (isLegal(list, i)) noteEnd(points, found++, i, sums, list);
    addItem(sums, list, i);
  }
  if (found < points.count) noteImpliedEnd(points, found++, list, sums);
  for (; waiting < found; waiting++) noteStart(points, waiting, sums, list);
  return points;
}

/** Whether item `i` may end a line: a penalty below infinity, or glue after something that is not discarded. */
function isLegal(list: HList, i: number): boolean {
  const kind = list.kind[i];
  if (kind === PENALTY) return list.penalty[i]! < INFINITE_PENALTY;
  return kind === GLUE && i > 0 && (list.kind[i - 1] === BOX || list.word[i - 1]! >= 0);
}

function isForced(list: HList, i: number): boolean {
  return list.kind[i] === PENALTY && list.penalty[i]! <= -INFINITE_PENALTY;
}

/** Legal breakpoints, and one more for an end that the list leaves open. */
function countBreakpoints(list: HList): number {
  let count = 0;
  for (let i = 0; i < list.length; i++) if (isLegal(list, i)) count++;
  return list.length > 0 && isForced(list, list.length - 1) ? count : count + 1;
}

function createBreakpoints(count: number): Breakpoints {
  const column = () => new Float64Array(count);
  return {
    count,
    item: new Int32Array(count),
    penalty: column(),
    ending: new Uint8Array(count),
    width: column(),
    stretch: column(),
    boxStretch: column(),
    shrink: column(),
    fills: column(),
    startWidth: column(),
    startStretch: column(),
    startBoxStretch: column(),
    startShrink: column(),
    startFills: column(),
  };
}

function noteEnd(points: Breakpoints, at: number, i: number, sums: Sums, list: HList): void {
  const isPenalty = list.kind[i] === PENALTY;
  const hyphen = isPenalty ? scaled(list.width[i]!) : 0;
  points.item[at] = i;
  points.penalty[at] = isPenalty ? list.penalty[i]! : 0;
  points.ending[at] = lineEnding(list, i);
  noteSums(points, at, sums, hyphen);
}

/** The list does not end in a forced break: it ends after its last box all the same, and the last line is filled. */
function noteImpliedEnd(points: Breakpoints, at: number, list: HList, sums: Sums): void {
  points.item[at] = list.length;
  points.penalty[at] = -INFINITE_PENALTY;
  noteSums(points, at, sums, 0);
  const trailing = list.length - 1;
  if (trailing >= 0 && list.kind[trailing] === GLUE) points.width[at]! -= scaled(list.width[trailing]!);
  points.fills[at]! += 1;
}

function noteSums(points: Breakpoints, at: number, sums: Sums, hyphen: number): void {
  points.width[at] = sums.width + hyphen;
  points.stretch[at] = sums.stretch;
  points.boxStretch[at] = sums.boxStretch;
  points.shrink[at] = sums.shrink;
  points.fills[at] = sums.fills;
}

function noteStart(points: Breakpoints, at: number, sums: Sums, list: HList): void {
  const item = points.item[at]!;
  const post = item < list.length ? scaled(list.post[item]!) : 0;
  points.startWidth[at] = sums.width - post;
  points.startStretch[at] = sums.stretch;
  points.startBoxStretch[at] = sums.boxStretch;
  points.startShrink[at] = sums.shrink;
  points.startFills[at] = sums.fills;
}

function addItem(sums: Sums, list: HList, i: number): void {
  const kind = list.kind[i];
  if (kind === PENALTY) return;
  sums.width += scaled(list.width[i]!);
  sums.shrink += scaled(list.shrink[i]!);
  const stretch = list.stretch[i]!;
  if (kind === GLUE && stretch >= FILL_STRETCH) {
    sums.fills++;
    return;
  }
  sums.stretch += scaled(stretch);
  if (kind === BOX) sums.boxStretch += scaled(stretch);
}

/** How a line that is broken at item `i` ends. A flagged penalty with a width is a hyphen that is not in the text. */
export function lineEnding(list: HList, i: number): number {
  if (i >= list.length || list.kind[i] !== PENALTY || list.flagged[i] === 0) return PLAIN;
  return list.width[i]! > 0 ? ADDED_HYPHEN : WRITTEN_HYPHEN;
}

/** The first item of the line after a break at item `at`, past what is discarded there. */
export function lineStart(list: HList, at: number): number {
  for (let i = at + 1; i < list.length; i++) if (list.kind[i] === BOX || isForced(list, i)) return i;
  return list.length;
}

/** Points as the nearest whole number of scaled points. */
export function scaled(length: Pt): number {
  return Math.round(length * SCALED_POINTS);
}
