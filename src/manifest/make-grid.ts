import type { Grid } from '../model/paper.js';
import { type Pt, TOLERANCE } from '../units/length.js';
import type { Size } from '../units/rect.js';

/** What a grid is computed from, in points. */
export interface GridMeasures {
  readonly trim: Size;
  readonly margins: { readonly top: Pt; readonly bottom: Pt; readonly inside: Pt; readonly outside: Pt };
  readonly columns: number;
  readonly gutter: Pt;
  readonly leading: Pt;
}

/**
 * Share of the leading that lies under a baseline. A quarter leaves room for the descenders of text set 9 on 10.5, and
 * the rest for its ascenders, so that a line's type stands inside its line.
 */
const RISE = 0.25;

/**
 * The grid inside the margins. As many whole lines as fit, from the top; white that is left over stays at the foot.
 * Columns come out narrower than nothing, and lines fewer than one, where margins and gutters are too wide: the caller
 * checks.
 */
export function makeGrid(measures: GridMeasures): Grid {
  const { trim, margins, columns, gutter, leading } = measures;
  const width = trim.width - margins.inside - margins.outside;
  const height = trim.height - margins.top - margins.bottom;
  return {
    columns,
    columnWidth: (width - gutter * (columns - 1)) / columns,
    gutter,
    leading,
    // A height that lacks a thousandth of a point for its last line was meant to have it.
    lines: Math.floor((height + TOLERANCE) / leading),
    baselineRise: roundEighths(leading * RISE),
  };
}

/** Eighths of a point are exact in binary, so that sums of them are, too. */
function roundEighths(length: Pt): Pt {
  return Math.round(length * 8) / 8;
}
