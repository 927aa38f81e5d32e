import { ADDED_LINE_COST, LEAST_LOOSENESS_COST } from '../model/setting-costs.js';

/**
 * What each blemish costs when legs are filled, in points: only their proportions matter. They say what a sub-editor
 * would say: a widow is worse than a paragraph set a line longer, an unlevel leg is worse than either. What only makes a
 * story end lower has no cost here, since its end is fixed before (see `story-end.ts`).
 */
export const COSTS = {
  /** A last line of a paragraph alone at the top of a leg. */
  widow: 9000,
  /** A first line of a paragraph alone at the foot of a leg. */
  orphan: 7000,
  /** A crosshead with fewer than two lines under it. */
  strandedHead: 12000,
  /** A leg that ends above its foot: once, and for each line. */
  shortLeg: 5000,
  shortLegLine: 2500,
  /** The legs at a story's end not level: once, and for each line. */
  unlevelEnd: 5000,
  unlevelLine: 2000,
  addedSpace: ADDED_LINE_COST,
  /** A paragraph set a line longer or shorter than its best, at the least: see `loosenessCost`. */
  looseness: LEAST_LOOSENESS_COST,
  /** A hyphen at the foot of a leg. */
  footHyphen: 400,
  /** A hyphen before the jump of a story that is too long in any case. In others it is forbidden. */
  jumpHyphen: 20000,
  /** A jump where the slot's break policy forbids it. */
  jumpPolicy: 3000,
  /** Too few lines before a jump or after it: once, and for each that is missing. */
  shortJump: 6000,
  shortJumpLine: 600,
  /** Each grid line left white under a finished story. */
  whiteLine: 250,
  /** A line that fits nowhere: more than all other blemishes of a story together. */
  overset: 1_000_000,
} as const;

/** What a leg costs that ends so many lines above its foot. */
export function shortLegCost(lines: number): number {
  return lines <= 0 ? 0 : COSTS.shortLeg + COSTS.shortLegLine * lines;
}

/** What a story's end costs with so many lines free in its last legs. */
export function unlevelCost(lines: number): number {
  return lines <= 0 ? 0 : COSTS.unlevelEnd + COSTS.unlevelLine * lines;
}

/** What a jump costs with `lines` on one side of it, where there should be `least`. */
export function shortJumpCost(lines: number, least: number): number {
  return lines >= least ? 0 : COSTS.shortJump + COSTS.shortJumpLine * (least - lines);
}
