/*
 * In: a story poured into its legs. Out: what is wrong with how it fits them. The search for a fit goes by it, and what
 * the desk is told is read from it.
 */
import type { FilledLeg, FilledThread } from '../model/flow.js';
import type { FitVerdict } from './fit-search.js';
import { jumpsAfter, type Thread } from './thread.js';

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
export function findBlemishes(thread: Thread, filled: FilledThread): FitBlemishes {
  return {
    oversetLines: filled.oversetLines,
    underset: filled.freeLines > MOST_FREE,
    freeLines: filled.freeLines,
    shortLegs: countShortLegs(thread, filled),
    loneLines: filled.widows + filled.orphans + filled.strandedHeads,
    hyphenatedJumps: countHyphenatedJumps(thread, filled),
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

function countShortLegs(thread: Thread, filled: FilledThread): number {
  let short = 0;
  for (let slot = 0; slot <= filled.endSlot; slot++) {
    const legs = filled.slots[slot] ?? [];
    const level = slot === filled.endSlot ? Math.max(...legs.map(lastLineOf)) : Number.POSITIVE_INFINITY;
    legs.forEach((leg, index) => {
      const jumpLine = slot < filled.endSlot && index === legs.length - 1 && jumpsAfter(thread, slot) ? 1 : 0;
      if (leg.frame.last < leg.frame.first) return;
      if (lastLineOf(leg) < Math.min(leg.frame.last - jumpLine, level)) short += 1;
    });
  }
  return short;
}

/** The grid line on which a leg's text ends; the one over its first where it has none. */
function lastLineOf({ frame, lines }: FilledLeg): number {
  return lines.at(-1)?.gridLine ?? frame.first - 1;
}

function countHyphenatedJumps(thread: Thread, filled: FilledThread): number {
  const jumps = filled.slots.slice(0, filled.endSlot).filter((_, slot) => jumpsAfter(thread, slot));
  return jumps.filter((legs) => legs.at(-1)?.lines.at(-1)?.line.hyphenated).length;
}
