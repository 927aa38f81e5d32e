import type { Rect } from '../units/rect.js';

/**
 * The largest part of a picture that has the box's proportions, as near to the focus as the edges allow: what to show
 * when the picture must fill the box. `own` is the picture's width divided by its height, `aspect` the box's, both above
 * 0. The focus and what is given are shares of the picture's width and height, from 0 to 1.
 */
export function coverCrop(own: number, aspect: number, focus: readonly [number, number]): Rect {
  const width = Math.min(1, aspect / own);
  const height = Math.min(1, own / aspect);
  return { x: startAround(focus[0], width), y: startAround(focus[1], height), width, height };
}

/** Start of a stretch of this length with the focus in its middle, pushed back inside 0 to 1. */
function startAround(focus: number, length: number): number {
  return Math.max(0, Math.min(1 - length, focus - length / 2));
}
