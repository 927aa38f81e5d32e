/*
 * In: a story poured into its legs. Out: what is wrong with how it fits them. The search for a fit goes by it, and what
 * the desk is told is read from it.
 */
import type { FilledThread } from '../model/flow.js';
import type { FitVerdict } from './fit-search.js';

/** A story may leave so many grid lines free before that counts against it. */
export const MOST_FREE = 2;

/** What is wrong with how a story fits its legs. */
export interface FitBlemishes {
  readonly oversetLines: number;
  /** Whether more lines are free under the story than may be. */
  readonly underset: boolean;
  /** Grid lines free under the story, in each leg of the slot that it ends in. */
  readonly freeLines: number;
  /** Legs that end above the line on which they should: their foot, or the line that the story ends on. */
  readonly shortLegs: number;
  /** Widows, orphans and stranded crossheads. */
  readonly loneLines: number;
  /** Jumps with a hyphenated word before them. */
  readonly hyphenatedJumps: number;
}

/** Looks a poured story over. */
export function findBlemishes(filled: FilledThread): FitBlemishes {
  return {
    oversetLines: filled.oversetLines,
    underset: filled.freeLines > MOST_FREE,
    freeLines: filled.freeLines,
    shortLegs: filled.shortLegs,
    loneLines: filled.widows + filled.orphans + filled.strandedHeads,
    hyphenatedJumps: filled.hyphenatedJumps,
  };
}

/** Sums blemishes up for the search; `cost` is taken over. */
export function weighBlemishes(blemishes: FitBlemishes, cost: number): FitVerdict {
  const { oversetLines, underset, shortLegs, loneLines, hyphenatedJumps } = blemishes;
  const count = (oversetLines > 0 ? 1 : 0) + (underset ? 1 : 0) + shortLegs + loneLines + hyphenatedJumps;
  return { oversetLines, blemishes: count, wants: wantsOf(blemishes, count), cost };
}

function wantsOf({ oversetLines, underset, freeLines }: FitBlemishes, count: number): FitVerdict['wants'] {
  if (oversetLines > 0) return 'less';
  if (underset) return 'more';
  if (count > 0) return 'change';
  return freeLines > 0 ? 'more' : 'nothing';
}
