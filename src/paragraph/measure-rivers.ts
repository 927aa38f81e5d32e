import type { Line } from '../model/line.js';
import type { Pt } from '../units/length.js';

/* Rivers: white that runs down through the word spaces of lines under one another. In: set lines. Out: where it runs. */

/** White running through lines `first` to `first + lines - 1`. */
export interface River {
  readonly first: number;
  readonly lines: number;
  /** Where its white starts in its first line, from the start of the measure. */
  readonly x: Pt;
}

/** Through fewer lines, spaces in line are no more than chance, and are not seen. */
const RIVER_LINES = 4;

/** A word space with the longest run of white that ends in it. */
interface Run {
  readonly start: Pt;
  readonly end: Pt;
  readonly lines: number;
  /** Word space of the run's first line. */
  readonly source: Pt;
}

/**
 * Finds the rivers of lines that stand under one another. Spaces of neighbouring lines are in one river where they
 * overlap by half of the narrower at least: the white then runs through without a bend. Of rivers with a common source
 * the longest counts.
 */
export function measureRivers(lines: readonly Line[]): readonly River[] {
  const rivers = new Map<string, River>();
  let above: readonly Run[] = [];
  lines.forEach((line, index) => {
    above = wordSpaces(line).map(([start, end]) => lengthenRun(start, end, above));
    for (const { lines: length, source } of above) {
      if (length < RIVER_LINES) continue;
      const river = { first: index - length + 1, lines: length, x: source };
      rivers.set(`${river.first} ${source}`, river);
    }
  });
  return [...rivers.values()];
}

function wordSpaces({ pieces }: Line): readonly (readonly [start: Pt, end: Pt])[] {
  return pieces.filter(({ space }) => space > 0).map(({ x, width, space }) => [x + width, x + width + space] as const);
}

function lengthenRun(start: Pt, end: Pt, above: readonly Run[]): Run {
  let longest: Run | undefined;
  for (const run of above) {
    if (overlapsByHalf(run, start, end) && run.lines > (longest?.lines ?? 0)) longest = run;
  }
  return { start, end, lines: (longest?.lines ?? 0) + 1, source: longest?.source ?? start };
}

function overlapsByHalf(run: Run, start: Pt, end: Pt): boolean {
  const overlap = Math.min(run.end, end) - Math.max(run.start, start);
  return overlap >= Math.min(run.end - run.start, end - start) / 2;
}
