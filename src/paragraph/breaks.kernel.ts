import {
  AT_BOX_STRETCH,
  AT_FILLS,
  AT_ITEM,
  AT_SHRINK,
  AT_START_BOX_STRETCH,
  AT_START_FILLS,
  AT_START_SHRINK,
  AT_START_STRETCH,
  AT_START_WIDTH,
  AT_STRETCH,
  AT_WIDTH,
  type Breakpoints,
  ROW,
  scaled,
} from './breakpoints.kernel.js';
import type { LineShape } from './line-shape.js';
import type { Pass } from './parameters.js';
import type { ChosenBreaks } from './total-fit.kernel.js';

/* In: the breakpoints that total fit chose. Out: the same as items of the list, with what became of each line. */

/** The breaks of a paragraph, one a line. */
export interface Breaks {
  /** Item of the list that each line ends at; the list's length where the list leaves its end open. */
  readonly positions: Int32Array;
  /** Adjustment ratio of each line: share of the stretch (positive) or shrink (negative) used; -1 where overfull. */
  readonly ratios: Float64Array;
  /** Total demerits, Knuth & Plass 1981, p. 1128. */
  readonly demerits: number;
  /** The pass that found them. */
  readonly pass: Pass;
  /** Lines that stick out of their room. */
  readonly overfull: number;
}

/** The widths of a shape in scaled points. */
export function scaleWidths(shape: LineShape): Float64Array {
  return Float64Array.from(shape.widths, scaled);
}

/** Says of chosen breakpoints where in the list they are and how far each line is stretched. */
export function describeBreaks(points: Breakpoints, widths: Float64Array, chosen: ChosenBreaks): Breaks {
  const lines = chosen.points.length;
  const positions = new Int32Array(lines);
  const ratios = new Float64Array(lines);
  let overfull = 0;
  for (let i = 0; i < lines; i++) {
    const from = i === 0 ? -1 : chosen.points[i - 1]!;
    const to = chosen.points[i]!;
    const ratio = lineRatio(points, from, to, widths[Math.min(i, widths.length - 1)]!);
    positions[i] = points.rows[to * ROW + AT_ITEM]!;
    ratios[i] = Math.max(ratio, -1);
    if (ratio < -1) overfull++;
  }
  return { positions, ratios, demerits: chosen.demerits, pass: chosen.pass, overfull };
}

/**
 * Adjustment ratio of the line between two breakpoints (`from` -1: the paragraph's start), below -1 when overfull.
 * 0 for a line that is filled, and for one that has nothing to stretch.
 */
function lineRatio({ rows, origin }: Breakpoints, from: number, to: number, width: number): number {
  const end = to * ROW;
  const start = from * ROW;
  const excess = width - rows[end + AT_WIDTH]! + (from < 0 ? origin : rows[start + AT_START_WIDTH]!);
  if (excess === 0) return 0;
  if (excess < 0) {
    const shrink = rows[end + AT_SHRINK]! - (from < 0 ? 0 : rows[start + AT_START_SHRINK]!);
    return shrink > 0 ? excess / shrink : Number.NEGATIVE_INFINITY;
  }
  if (rows[end + AT_FILLS] !== (from < 0 ? 0 : rows[start + AT_START_FILLS])) return 0;
  const stretch = rows[end + AT_STRETCH]! - (from < 0 ? 0 : rows[start + AT_START_STRETCH]!);
  const boxes = rows[end + AT_BOX_STRETCH]! - (from < 0 ? 0 : rows[start + AT_START_BOX_STRETCH]!);
  return stretchRatio(excess, stretch - boxes, boxes);
}

/**
 * The ratio that makes up for `excess`: up to 1, glue and boxes stretch by the same share of what they have; beyond it
 * boxes stay at their most and glue takes the rest. Without glue to take it, 1 or 0: all that there is.
 */
export function stretchRatio(excess: number, glue: number, boxes: number): number {
  if (excess <= 0) return 0;
  if (excess <= glue + boxes) return excess / (glue + boxes);
  if (glue > 0) return (excess - boxes) / glue;
  return boxes > 0 ? 1 : 0;
}
