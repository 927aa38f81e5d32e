import { LEAST_WHITE, shareWhite } from './share-white.js';

/** What a leg of briefs is worth: any line over outweighs all white, and much white in one leg a little in each. */
const OVER_LINE = 1_000_000;

/** A way to share the first briefs out among the first legs. */
interface Sharing {
  readonly cost: number;
  /** How many briefs each leg has. */
  readonly counts: readonly number[];
}

/**
 * Shares briefs out among the legs of a slot, in their order, so that the legs are filled as evenly as may be. `depths`:
 * lines that each takes, head and text; every leg is `lines` deep. Gives how many briefs stand in each leg. Legs are left
 * empty, the last ones, only where there are fewer briefs than legs.
 */
export function shareBriefs(depths: readonly number[], legs: number, lines: number): readonly number[] {
  const used = Math.min(legs, depths.length);
  // sums[n]: lines of the first n briefs.
  const sums = [0];
  for (const depth of depths) sums.push((sums.at(-1) as number) + depth);
  // ways[n]: the best way to stand the first n briefs in the legs so far, each leg with one at least.
  let ways: (Sharing | undefined)[] = [{ cost: 0, counts: [] }];
  for (let leg = 0; leg < used; leg++) ways = addLeg(ways, sums, lines);
  return (ways[depths.length] as Sharing).counts;
}

function addLeg(before: readonly (Sharing | undefined)[], sums: readonly number[], lines: number) {
  const ways: (Sharing | undefined)[] = [];
  for (let end = 1; end < sums.length; end++) {
    for (let start = 0; start < end; start++) {
      const way = before[start];
      if (!way) continue;
      const cost = way.cost + legCost((sums[end] as number) - (sums[start] as number), end - start - 1, lines);
      if (cost < (ways[end]?.cost ?? Number.POSITIVE_INFINITY)) {
        ways[end] = { cost, counts: [...way.counts, end - start] };
      }
    }
  }
  return ways;
}

/** White counts by the square of its depth, at the foot and in every gap: one hole is worse than two small ones. */
function legCost(taken: number, gaps: number, lines: number): number {
  const free = lines - taken - gaps * LEAST_WHITE;
  if (free < 0) return -free * OVER_LINE;
  const white = shareWhite(free, gaps);
  const foot = free - white.reduce((sum, gap) => sum + gap - LEAST_WHITE, 0);
  return foot * foot + white.reduce((sum, gap) => sum + gap * gap, 0);
}
