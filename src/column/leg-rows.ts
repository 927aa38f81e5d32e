import type { LegFrame, Notch } from '../model/flow.js';
import type { Pt } from '../units/length.js';

/** The rows of a leg that can hold a line of text, from the top down: where each is and what room it has. */
export interface LegRows {
  readonly gridLines: readonly number[];
  readonly widths: readonly Pt[];
  /** How far the room starts from the start of the leg. */
  readonly indents: readonly Pt[];
}

/**
 * A row beside a notch is left empty where less than this share of the measure is free, or less than this length: about
 * six ems of body type, two short words, which can't be justified.
 */
const LEAST_SHARE = 0.3;
const LEAST_ROOM: Pt = 54;

/** Finds a leg's rows. Those that a notch leaves too little room in are left out: text skips over them. */
export function findRows(frame: LegFrame): LegRows {
  const gridLines: number[] = [];
  const widths: Pt[] = [];
  const indents: Pt[] = [];
  for (let line = frame.first; line <= frame.last; line++) {
    const notch = frame.notches?.find(({ first, last }) => first <= line && line <= last);
    const width = notch ? frame.measure - notch.start - notch.end : frame.measure;
    if (notch && !isUsable(width, frame.measure, notch)) continue;
    gridLines.push(line);
    widths.push(width);
    indents.push(notch?.start ?? 0);
  }
  return { gridLines, widths, indents };
}

function isUsable(width: Pt, measure: Pt, { start, end }: Notch): boolean {
  if (start <= 0 && end <= 0) return true;
  return width >= Math.max(LEAST_SHARE * measure, LEAST_ROOM);
}

/** How many of a leg's rows lie on grid line `end` or above it. */
export function rowsDownTo({ gridLines }: LegRows, end: number): number {
  let rows = gridLines.length;
  while (rows > 0 && (gridLines[rows - 1] as number) > end) rows--;
  return rows;
}
