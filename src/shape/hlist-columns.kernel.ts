/**
 * Columns in which horizontal lists are built, one after another in the same memory: a finished list is a window on it, so
 * that nothing is copied. In: items one by one. Out: lists with arrays of exactly their number of items.
 */
import { BOX, GLUE, type HList, type HWord, PENALTY } from '../model/hlist.js';
import type { StyledParagraph } from '../model/styled.js';

export interface HListColumns {
  /** First item of the list in the making, and the one after its last. Items before `start` belong to finished lists. */
  start: number;
  end: number;
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

/** Items that share memory: it is given back when no list of them is in use any more. */
const ITEMS_IN_CHUNK = 8192;

export function createColumns(capacity = ITEMS_IN_CHUNK): HListColumns {
  return {
    start: 0,
    end: 0,
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

/** Adds an item of no penalty, outside words. Memory is new and so full of zeros. Returns its index. */
function addItem(columns: HListColumns, kind: number, width: number, word: number): number {
  if (columns.end === columns.kind.length) startChunk(columns);
  const index = columns.end++;
  columns.kind[index] = kind;
  columns.width[index] = width;
  columns.word[index] = word;
  return index;
}

export function addGlue(columns: HListColumns, width: number, stretch: number, shrink: number): void {
  const index = addItem(columns, GLUE, width, -1);
  columns.stretch[index] = stretch;
  columns.shrink[index] = shrink;
}

export function addBox(
  columns: HListColumns,
  width: number,
  stretch: number,
  shrink: number,
  word: number,
  offset: number,
): void {
  const index = addItem(columns, BOX, width, word);
  columns.stretch[index] = stretch;
  columns.shrink[index] = shrink;
  columns.offset[index] = offset;
}

/** A penalty outside words. */
export function addPenalty(columns: HListColumns, penalty: number): void {
  const index = addItem(columns, PENALTY, 0, -1);
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
  const index = addItem(columns, PENALTY, width, word);
  columns.post[index] = post;
  columns.penalty[index] = penalty;
  columns.flagged[index] = flagged;
  columns.offset[index] = offset;
}

/** Finishes the list in the making; the next one starts after it. */
export function takeList(columns: HListColumns, words: readonly HWord[], paragraph: StyledParagraph): HList {
  const { start, end } = columns;
  columns.start = end;
  return {
    length: end - start,
    kind: columns.kind.subarray(start, end),
    width: columns.width.subarray(start, end),
    stretch: columns.stretch.subarray(start, end),
    shrink: columns.shrink.subarray(start, end),
    penalty: columns.penalty.subarray(start, end),
    flagged: columns.flagged.subarray(start, end),
    post: columns.post.subarray(start, end),
    word: columns.word.subarray(start, end),
    offset: columns.offset.subarray(start, end),
    words,
    paragraph,
  };
}

/** Moves the list in the making to new memory, with room for as much again. */
function startChunk(columns: HListColumns): void {
  const { start, end } = columns;
  const fresh = createColumns(Math.max(ITEMS_IN_CHUNK, (end - start) * 2));
  fresh.kind.set(columns.kind.subarray(start, end));
  fresh.width.set(columns.width.subarray(start, end));
  fresh.stretch.set(columns.stretch.subarray(start, end));
  fresh.shrink.set(columns.shrink.subarray(start, end));
  fresh.penalty.set(columns.penalty.subarray(start, end));
  fresh.flagged.set(columns.flagged.subarray(start, end));
  fresh.post.set(columns.post.subarray(start, end));
  fresh.word.set(columns.word.subarray(start, end));
  fresh.offset.set(columns.offset.subarray(start, end));
  fresh.end = end - start;
  Object.assign(columns, fresh);
}
