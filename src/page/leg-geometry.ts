import type { Pt } from '../units/length.js';
import type { Rect } from '../units/rect.js';
import type { Place } from './room.js';

/** Width of a leg and where each begins. */
export function legGeometry(place: Place): { readonly measure: Pt; legX(index: number): Pt; readonly box: Rect } {
  const { slot, geometry } = place;
  const outer = geometry.box(slot.columns, slot.lines);
  const inset = slot.background ? geometry.gutter * 0.75 : 0;
  const box = { ...outer, x: outer.x + inset, width: outer.width - 2 * inset };
  const measure = (box.width - (slot.legs - 1) * geometry.gutter) / slot.legs;
  return { measure, box, legX: (index) => box.x + index * (measure + geometry.gutter) };
}
