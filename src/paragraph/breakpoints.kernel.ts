import { BOX, GLUE, type HList, INFINITE_PENALTY, PENALTY } from '../model/hlist.js';
import type { Pt } from '../units/length.js';

/*
 * In: a horizontal list in points. Out: its legal breakpoints with the sums of width, stretch and shrink up to each,
 * in scaled points, as rows of numbers. A line from breakpoint a to breakpoint b then costs four subtractions.
 *
 * Sums are whole numbers of scaled points, so they are exact (below 2^53) and the same on every machine. All rows of a
 * list are one array: a dozen arrays a paragraph took longer to make than to fill.
 */

/** Scaled points in a point, as in TeX: small enough (5 nm) that rounding a whole line stays far below the tolerance. */
export const SCALED_POINTS = 65536;

/** Glue that stretches this far or farther fills whatever is left, as TeX's `fil` does. */
export const FILL_STRETCH: Pt = 10000;

/** How a line ends at a breakpoint. */
export const PLAIN = 0;
/** On a hyphen that is in the text. */
export const WRITTEN_HYPHEN = 1;
/** On a hyphen that the break adds, where hyphenation found it: TeX's first pass does without. */
export const ADDED_HYPHEN = 2;
/** On a hyphen that the break adds where somebody asked for it, so that every pass may use it. */
const ASKED_HYPHEN = 3;

/** What `flagged` says of a penalty, beyond 0 and 1, which leave it to the penalty's width. */
export const WRITTEN = 2;
export const AUTOMATIC_HYPHEN = 3;
export const EXPLICIT_HYPHEN = 4;

/** The columns of a list that breaking looks at. */
export type ItemColumns = Pick<
  HList,
  'length' | 'kind' | 'width' | 'stretch' | 'shrink' | 'penalty' | 'flagged' | 'post' | 'word'
>;

/** Legal breakpoints of a list, in order; the last is the forced break at the end. */
export interface Breakpoints {
  readonly count: number;
  /** {@link ROW} numbers for each breakpoint, see `AT_…`. Lengths in scaled points. */
  readonly rows: Float64Array;
  /** What the first line starts with: 0, or what hangs into the margin there. */
  readonly origin: number;
  /** The words at line edges, where stacks of them are to be avoided. */
  readonly edges?: LineEdges;
}

/** Numbers of words at line edges, from 1; 0 where there is none that could be seen twice. One entry a breakpoint. */
export interface LineEdges {
  /** The word that a line ends with which is broken there. */
  readonly ends: Int32Array;
  /** The word that the line after it starts with. */
  readonly starts: Int32Array;
  /** The word that the paragraph starts with. */
  readonly first: number;
}

/** Numbers in a row; breakpoint k's start at k × ROW. */
export const ROW = 13;
/** Item of the list that is broken at; the list's length where the end is not written out in it. */
export const AT_ITEM = 0;
export const AT_PENALTY = 1;
/** {@link PLAIN}, {@link WRITTEN_HYPHEN}, {@link ADDED_HYPHEN} or {@link ASKED_HYPHEN}. */
export const AT_ENDING = 2;
/** Sums up to the break, its own width (the hyphen) included. */
export const AT_WIDTH = 3;
export const AT_STRETCH = 4;
/** The part of the stretch that is in boxes, which give no more than that. */
export const AT_BOX_STRETCH = 5;
export const AT_SHRINK = 6;
/** Stretch of the fills: only whether two sums differ is looked at. */
export const AT_FILLS = 7;
/** Sums up to where the next line starts, past what is discarded after the break, less what the break adds to that line. */
export const AT_START_WIDTH = 8;
export const AT_START_STRETCH = 9;
export const AT_START_BOX_STRETCH = 10;
export const AT_START_SHRINK = 11;
export const AT_START_FILLS = 12;

/** Sums of the items read so far, and where the rows go. One object, used for list after list. */
interface Draft {
  rows: Float64Array;
  width: number;
  stretch: number;
  boxStretch: number;
  shrink: number;
  fills: number;
}

const draft: Draft = { rows: new Float64Array(0), width: 0, stretch: 0, boxStretch: 0, shrink: 0, fills: 0 };

/** Finds where `list` may be broken: TeX: The Program, §§ 866-869; Knuth & Plass 1981, p. 1122. */
export function findBreakpoints(list: ItemColumns): Breakpoints {
  beginDraft(list.length + 1);
  const { length, kind, penalty } = list;
  let found = 0;
  let waiting = 0;
  for (let i = 0; i < length; i++) {
    const isPenalty = kind[i] === PENALTY;
    // A line starts at the first box after its break; a forced break is never discarded.
    if (waiting < found && (kind[i] === BOX || (isPenalty && penalty[i]! <= -INFINITE_PENALTY))) {
      for (; waiting < found; waiting++) noteStart(waiting, list);
    }
    if (isPenalty) {
      if (penalty[i]! < INFINITE_PENALTY) notePenalty(found++, i, list);
    } else {
      if (kind[i] === GLUE && endsLine(list, i)) noteEnd(found++, i, 0, PLAIN, 0);
      addItem(list, i);
    }
  }
  if (length === 0 || kind[length - 1] !== PENALTY || penalty[length - 1]! > -INFINITE_PENALTY) {
    noteImpliedEnd(found++, list);
  }
  for (; waiting < found; waiting++) noteStart(waiting, list);
  return { count: found, rows: draft.rows.slice(0, found * ROW), origin: 0 };
}

function beginDraft(rows: number): void {
  if (draft.rows.length < rows * ROW) draft.rows = new Float64Array(2 * rows * ROW);
  draft.width = 0;
  draft.stretch = 0;
  draft.boxStretch = 0;
  draft.shrink = 0;
  draft.fills = 0;
}

/** Whether the line may end at glue `i`: after something that is not discarded. */
function endsLine(list: ItemColumns, i: number): boolean {
  return i > 0 && (list.kind[i - 1] === BOX || list.word[i - 1]! >= 0);
}

function isForced(list: ItemColumns, i: number): boolean {
  return list.kind[i] === PENALTY && list.penalty[i]! <= -INFINITE_PENALTY;
}

function notePenalty(at: number, i: number, list: ItemColumns): void {
  noteEnd(at, i, list.penalty[i]!, lineEnding(list, i), scaled(list.width[i]!));
}

function noteEnd(at: number, item: number, penalty: number, ending: number, hyphen: number): void {
  const { rows } = draft;
  const row = at * ROW;
  rows[row + AT_ITEM] = item;
  rows[row + AT_PENALTY] = penalty;
  rows[row + AT_ENDING] = ending;
  rows[row + AT_WIDTH] = draft.width + hyphen;
  rows[row + AT_STRETCH] = draft.stretch;
  rows[row + AT_BOX_STRETCH] = draft.boxStretch;
  rows[row + AT_SHRINK] = draft.shrink;
  rows[row + AT_FILLS] = draft.fills;
}

/** The list does not end in a forced break: it ends after its last box all the same, and the last line is filled. */
function noteImpliedEnd(at: number, list: ItemColumns): void {
  noteEnd(at, list.length, -INFINITE_PENALTY, PLAIN, 0);
  const trailing = list.length - 1;
  if (trailing >= 0 && list.kind[trailing] === GLUE) {
    draft.rows[at * ROW + AT_WIDTH]! -= scaled(list.width[trailing]!);
  }
  draft.rows[at * ROW + AT_FILLS]! += FILL_STRETCH;
}

function noteStart(at: number, list: ItemColumns): void {
  const { rows } = draft;
  const row = at * ROW;
  const item = rows[row + AT_ITEM]!;
  const post = item < list.length ? scaled(list.post[item]!) : 0;
  rows[row + AT_START_WIDTH] = draft.width - post;
  rows[row + AT_START_STRETCH] = draft.stretch;
  rows[row + AT_START_BOX_STRETCH] = draft.boxStretch;
  rows[row + AT_START_SHRINK] = draft.shrink;
  rows[row + AT_START_FILLS] = draft.fills;
}

function addItem(list: ItemColumns, i: number): void {
  draft.width += scaled(list.width[i]!);
  draft.shrink += scaled(list.shrink[i]!);
  const stretch = list.stretch[i]!;
  if (list.kind[i] === BOX) {
    draft.stretch += scaled(stretch);
    draft.boxStretch += scaled(stretch);
  } else if (stretch >= FILL_STRETCH || stretch <= -FILL_STRETCH) draft.fills += stretch;
  else draft.stretch += scaled(stretch);
}

/** How a line that is broken at item `i` ends. A flagged penalty with a width is a hyphen that is not in the text. */
export function lineEnding(list: Pick<ItemColumns, 'length' | 'kind' | 'flagged' | 'width'>, i: number): number {
  if (i >= list.length || list.kind[i] !== PENALTY) return PLAIN;
  switch (list.flagged[i]) {
    case 0:
      return PLAIN;
    case 1:
      return list.width[i]! > 0 ? ADDED_HYPHEN : WRITTEN_HYPHEN;
    case WRITTEN:
      return WRITTEN_HYPHEN;
    case AUTOMATIC_HYPHEN:
      return ADDED_HYPHEN;
    default:
      return ASKED_HYPHEN;
  }
}

/** The first item of the line after a break at item `at`, past what is discarded there. */
export function lineStart(list: ItemColumns, at: number): number {
  for (let i = at + 1; i < list.length; i++) if (list.kind[i] === BOX || isForced(list, i)) return i;
  return list.length;
}

/** Points as the nearest whole number of scaled points. */
export function scaled(length: Pt): number {
  return Math.round(length * SCALED_POINTS);
}
