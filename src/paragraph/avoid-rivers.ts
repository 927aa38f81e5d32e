import { INFINITE_PENALTY } from '../model/hlist.js';
import type { Line } from '../model/line.js';
import { AT_ENDING, AT_PENALTY, type Breakpoints, PLAIN, ROW } from './breakpoints.kernel.js';
import { measureRivers, type River } from './measure-rivers.js';
import type { BreakParameters } from './parameters.js';
import { type ChosenBreaks, findTotalFit } from './total-fit.kernel.js';

/*
 * Rivers can't be priced while breaks are sought: whether white meets white under it depends on all breaks of a line and
 * the next, so a word space has no place until its line is chosen. They are mended afterwards. In: a setting that has
 * some. Out: one of as many lines that has fewer and costs little more, where one is found; otherwise the same.
 */

/** What total fit was asked, and how lines are set from its answer. */
export interface RiverTask {
  readonly points: Breakpoints;
  readonly widths: Float64Array;
  readonly parameters: BreakParameters;
  readonly setLines: (chosen: ChosenBreaks) => readonly Line[];
}

/** Most settings tried for a paragraph, each of them a search: few paragraphs have rivers, and these have few lines. */
const MOST_TRIES = 8;
/** Most demerits that getting rid of a river may cost: those of a line stretched 1.8 times as far as it should be. */
const RIVER_DEMERITS = 300000;

/**
 * Tries the settings without one of the breaks that a river runs past, each by itself, and takes the one with the fewest
 * rivers, of those the cheapest. A heuristic: two breaks that would have to change together are not found.
 */
export function avoidRivers(best: ChosenBreaks, task: RiverTask): ChosenBreaks {
  const rivers = measureRivers(task.setLines(best));
  let chosen = best;
  let least = rivers.length;
  for (const point of breaksToSpare(rivers, best).slice(0, MOST_TRIES)) {
    const other = breakWithout(point, best.points.length, task);
    if (!other || other.demerits > best.demerits + RIVER_DEMERITS * least) continue;
    const left = measureRivers(task.setLines(other)).length;
    if (left < least || (left === least && chosen !== best && other.demerits < chosen.demerits)) {
      chosen = other;
      least = left;
    }
  }
  return chosen;
}

/** The breaks before the river's lines and between them: leaving out any of them moves the words beside the white. */
function breaksToSpare(rivers: readonly River[], { points }: ChosenBreaks): readonly number[] {
  const spared = new Set<number>();
  for (const { first, lines } of rivers) {
    for (let line = first + lines - 2; line >= Math.max(first - 1, 0); line--) spared.add(points[line] as number);
  }
  return [...spared];
}

function breakWithout(point: number, lines: number, task: RiverTask): ChosenBreaks | undefined {
  const row = point * ROW;
  // A forced break is nobody's to leave out.
  if ((task.points.rows[row + AT_PENALTY] as number) <= -INFINITE_PENALTY) return undefined;
  const rows = task.points.rows.slice();
  rows[row + AT_PENALTY] = INFINITE_PENALTY;
  rows[row + AT_ENDING] = PLAIN;
  return findTotalFit({ ...task.points, rows }, task.widths, task.parameters, { type: 'lines', lines });
}
