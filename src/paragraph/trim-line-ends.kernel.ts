import type { HList } from '../model/hlist.js';
import type { Justification } from '../model/paper.js';
import {
  ADDED_HYPHEN,
  AT_BOX_STRETCH,
  AT_ENDING,
  AT_SHRINK,
  AT_STRETCH,
  type Breakpoints,
  ROW,
  scaled,
} from './breakpoints.kernel.js';

/**
 * Takes from each breakpoint, in place, what the letter space after a line's last glyph would give: none is set there,
 * so that line ends are flush. Where the break adds a hyphen, that is the last glyph, and gives nothing as it is. Without
 * this a line that is squeezed to its least would stick out by the difference.
 */
export function trimLineEnds(points: Breakpoints, list: HList, { letterSpace }: Justification): void {
  const { rows } = points;
  const { size } = list.paragraph.style;
  const stretch = scaled(letterSpace.max * size);
  const shrink = scaled(-letterSpace.min * size);
  for (let row = 0; row < points.count * ROW; row += ROW) {
    if (rows[row + AT_ENDING] === ADDED_HYPHEN) continue;
    rows[row + AT_STRETCH]! -= stretch;
    rows[row + AT_BOX_STRETCH]! -= stretch;
    rows[row + AT_SHRINK]! -= shrink;
  }
}
