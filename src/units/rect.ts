import type { Pt } from './length.js';

/** A rectangle in points; the origin is the top left of the trim, x runs right, y runs down. */
export interface Rect {
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
}

export interface Size {
  readonly width: Pt;
  readonly height: Pt;
}

/** The rectangle's corners as [left, top, right, bottom], the order in which the layout file lists a box. */
export function corners(rect: Rect): readonly [Pt, Pt, Pt, Pt] {
  return [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height];
}
