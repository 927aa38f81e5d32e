/*
 * What blemishes cost that more than one stage weighs: those who fill legs, and make-up where it fits briefs. In penalty
 * points, of which only the proportions matter.
 */

/** A line of white added over a crosshead, or about a quote. */
export const ADDED_LINE_COST = 180;

/**
 * A paragraph set a line longer or shorter than its best, beside its loss of quality: demerits (Knuth & Plass) for one
 * point, and the most it may cost. A last line that is too short (a runt) is among the demerits.
 */
const LOOSENESS = 120;
const DEMERITS_PER_POINT = 60;
const LOOSE_MOST = 4500;

/** What a paragraph costs at the least that is set a line longer or shorter. */
export const LEAST_LOOSENESS_COST = LOOSENESS;

/** What it costs to set a paragraph a line longer or shorter, with so many demerits more than its best. */
export function loosenessCost(extraDemerits: number): number {
  return LOOSENESS + Math.min(Math.max(0, extraDemerits) / DEMERITS_PER_POINT, LOOSE_MOST);
}
