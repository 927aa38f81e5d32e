import type { FilledThread } from '../model/flow.js';
import type { Arrangement } from './arrange-slot.js';
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

/** The depths of a range with `crop` more at either end, a share of the depth there; never less than one line. */
export function widenRange(range: DepthRange, crop: number): DepthRange {
  return {
    min: Math.max(1, Math.ceil(range.min * (1 - crop))),
    max: Math.floor(range.max * (1 + crop)),
    natural: range.natural,
  };
}

/** Whether a depth lies outside what slot and picture allow by themselves. */
export function isBeyond(range: DepthRange | undefined, depth: number): boolean {
  return range !== undefined && (depth < range.min || depth > range.max);
}

/** A story poured at certain depths of its pictures, by slot; 0 = none. */
export interface PouredAtDepths {
  readonly filled: FilledThread;
  readonly depths: readonly number[];
  readonly arrangements: readonly Arrangement[];
}

/** A slot of the thread, as far as its picture goes. */
export interface PictureSlot {
  readonly place: Place;
  readonly range: DepthRange | undefined;
}

/**
 * Makes a picture deeper where text falls short of the foot, shallower where it does not fit. It is the picture of the
 * slot in which the story ends; where that has none to change, the nearest one before it.
 */
export function correctDepths(slots: readonly PictureSlot[], poured: PouredAtDepths, crop: number): number[] {
  const { filled, depths, arrangements } = poured;
  for (let index = filled.endSlot; index >= 0; index--) {
    const { range, place } = slots[index] as PictureSlot;
    const depth = depths[index] as number;
    if (!range || depth === 0) continue;
    const legs = (arrangements[index] as Arrangement).legs.length;
    const { min, max } = widenRange(range, crop);
    const wanted = depth + depthChange(filled, legs, coveredLegs(place, legs));
    const corrected = Math.min(max, Math.max(min, wanted));
    if (corrected !== depth) return depths.map((other, at) => (at === index ? corrected : other));
  }
  return [...depths];
}

/** Legs that a picture takes lines from. */
function coveredLegs({ slot }: Place, legs: number): number {
  return slot.shape === 'headOverLegs' ? Math.min(slot.picture?.legs ?? legs, legs) : legs;
}

/** Lines to make a picture deeper (positive) or shallower (negative). */
function depthChange(filled: FilledThread, legs: number, covered: number): number {
  if (filled.oversetLines > 0) return -Math.max(1, Math.ceil(filled.oversetLines / covered));
  if (filled.freeLines > 0) return Math.max(1, Math.floor((filled.freeLines * legs) / covered));
  return filled.level ? 0 : 1;
}
