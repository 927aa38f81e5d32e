import type { Pt } from '../units/length.js';

/** The room for each line, as TeX's `\parshape`: entry i is for line i, the last for all lines after it. Never empty. */
export interface LineShape {
  /** Room between the indents. */
  readonly widths: readonly Pt[];
  /** From the start of the measure to the start of the room; 0 where not given. */
  readonly indents?: readonly Pt[];
}
