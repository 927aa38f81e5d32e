import type { OptionalPart, SpacedPart } from '../model/paper.js';

/** What may be done to one story to make it fit. One setting holds for all slots that the story runs through. */
export interface FitSetting {
  /** Lines that a paragraph may give or take. */
  readonly looseness: 0 | 1;
  /** Most whole grid lines of white that may be added at each part; none at a part that is missing. */
  readonly space: Readonly<Partial<Record<SpacedPart, number>>>;
  /** Thousandths of an em added to the tracking of the whole body. */
  readonly tracking: number;
  /** How far pictures may go beyond the depths that their slots plan, as a share of those depths. */
  readonly crop: number;
  /** Parts that are left out. */
  readonly dropped: readonly OptionalPart[];
}

/** Nothing done: the story as it was written and its slots as they were planned. */
export const AS_PLANNED: FitSetting = { looseness: 0, space: {}, tracking: 0, crop: 0, dropped: [] };
