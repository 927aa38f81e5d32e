import { pictureMeasure } from './arrange-slot.js';
import type { Place } from './room.js';

/** How deep a picture may be, in grid lines, and how deep it is uncropped. */
export interface DepthRange {
  readonly min: number;
  readonly max: number;
  readonly natural: number;
}

/** A picture is never cropped to less than this share of its height or width by make-up. */
const LEAST_KEPT = 0.55;

/** The depths that slot and picture allow: the slot's plan, and what a crop can give without spoiling the picture. */
export function depthRange(place: Place, aspect: number): DepthRange {
  const { slot, geometry } = place;
  const uncropped = pictureMeasure(place) / aspect / geometry.leading;
  const plan = slot.picture?.lines ?? { min: 4, max: slot.lines.to - slot.lines.from };
  const min = Math.max(plan.min, Math.ceil(uncropped * LEAST_KEPT));
  const max = Math.min(plan.max, Math.floor(uncropped / LEAST_KEPT));
  // Where plan and picture disagree the plan wins: the designer knows the page, and a crop can always be made.
  const range = min <= max ? { min, max } : plan;
  const natural = Math.min(range.max, Math.max(range.min, Math.round(uncropped)));
  return { ...range, natural };
}
