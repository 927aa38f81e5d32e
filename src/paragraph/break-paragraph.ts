import type { HList } from '../model/hlist.js';
import { findBreakpoints } from './breakpoints.kernel.js';
import { type Breaks, describeBreaks, scaleWidths } from './breaks.kernel.js';
import type { LineShape } from './line-shape.js';
import type { BreakParameters } from './parameters.js';
import { findTotalFit } from './total-fit.kernel.js';

/*
 * In: a horizontal list, the room for its lines. Out: where the lines end. `set-lines.ts` sets them from that.
 */

/**
 * Breaks a paragraph where its total demerits are least. Always gives an answer: a word wider than its line stands on
 * an overfull line.
 */
export function breakParagraph(list: HList, shape: LineShape, parameters: BreakParameters): Breaks {
  const points = findBreakpoints(list);
  const widths = scaleWidths(shape);
  const chosen = findTotalFit(points, widths, parameters, { type: 'looseness', lines: parameters.looseness });
  if (!chosen) throw new Error('total fit found no breaks although its last pass takes any');
  return describeBreaks(points, widths, chosen);
}
