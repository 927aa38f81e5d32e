/**
 * Columns in which a horizontal list is built: kept from paragraph to paragraph, so that only the finished list costs
 * memory. In: items one by one. Out: arrays of exactly their number.
 */
import { BOX, GLUE, type HList, type HWord, PENALTY } from '../model/hlist.js';
import type { StyledParagraph } from '../model/styled.js';

export interface HListColumns {
  length: number;
  kind: Uint8Array;
  width: Float64Array;
  stretch: Float64Array;
  shrink: Float64Array;
  penalty: Float64Array;
  flagged: Uint8Array;
  post: Float64Array;
  word: Int32Array;
  offset: Int32Array;
}

export function createColumns(capacity: number): HListColumns {
  return {
    length: 0,
    kind: new Uint8Array(capacity),
    width: new Float64Array(capacity),
    stretch: new Float64Array(capacity),
    shrink: new Float64Array(capacity),
    penalty: new Float64Array(capacity),
    flagged: new Uint8Array(capacity),
    post: new Float64Array(capacity),
    word: new Int32Array(capacity),
    offset: new Int32Array(capacity),
  };
}

/** Adds an item; everything but its kind, width, stretch and shrink is as for glue. Returns its index. */
function addItem(columns: HListColumns, kind: number, width: number, stretch: number, shrink: number): number {
  const index = columns.length++;
  if (index >= columns.kind.length) growColumns(columns);
  columns.kind[index] = kind;
  columns.width[index] = width;
  columns.stretch[index] = stretch;
  columns.shrink[index] = shrink;
  columns.penalty[index] = 0;
  columns.flagged[index] = 0;
  columns.post[index] = 0;
  columns.word[index] = -1;
  columns.offset[index] = 0;
  return index;
}

export function addGlue(columns: HListColumns, width: number, stretch: number, shrink: number): void {
  addItem(columns, GLUE, width, stretch, shrink);
}

export function addBox(
  columns: HListColumns,
  width: number,
  stretch: number,
  shrink: number,
  word: number,
  offset: number,
): void {
  const index = addItem(columns, BOX, width, stretch, shrink);
  columns.word[index] = word;
  columns.offset[index] = offset;
}

/** A penalty outside words. */
export function addPenalty(columns: HListColumns, penalty: number): void {
  const index = addItem(columns, PENALTY, 0, 0, 0);
  columns.penalty[index] = penalty;
}

/** A penalty inside word number `word`, at which its text is cut at `offset`. */
export function addCut(
  columns: HListColumns,
  width: number,
  post: number,
  penalty: number,
  flagged: number,
  word: number,
  offset: number,
): void {
  const index = addItem(columns, PENALTY, width, 0, 0);
  columns.post[index] = post;
  columns.penalty[index] = penalty;
  columns.flagged[index] = flagged;
  columns.word[index] = word;
  columns.offset[index] = offset;
}

/** The list so far, in arrays of its own. */
export function takeList(columns: HListColumns, words: readonly HWord[], paragraph: StyledParagraph): HList {
  const { length } = columns;
  return {
    length,
    kind: columns.kind.slice(0, length),
    width: columns.width.slice(0, length),
    stretch: columns.stretch.slice(0, length),
    shrink: columns.shrink.slice(0, length),
    penalty: columns.penalty.slice(0, length),
    flagged: columns.flagged.slice(0, length),
    post: columns.post.slice(0, length),
    word: columns.word.slice(0, length),
    offset: columns.offset.slice(0, length),
    words,
    paragraph,
  };
}

function growColumns(columns: HListColumns): void {
  const larger = createColumns(columns.kind.length * 2);
  larger.kind.set(columns.kind);
  larger.width.set(columns.width);
  larger.stretch.set(columns.stretch);
  larger.shrink.set(columns.shrink);
  larger.penalty.set(columns.penalty);
  larger.flagged.set(columns.flagged);
  larger.post.set(columns.post);
  larger.word.set(columns.word);
  larger.offset.set(columns.offset);
  larger.length = columns.length;
  Object.assign(columns, larger);
}
