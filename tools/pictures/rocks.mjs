// Rock faces, hewn in facets as in a linocut.

import { clamp, mix, paint, ramp } from './canvas.mjs';
import { cell, fbm } from './noise.mjs';

/** How bright a rock face is at a place, 0 to 1: facets that look different ways, cracks between them, rough grain. */
export function rockFace(x, y, seed, size) {
  const bendX = fbm(x / size / 2.2, y / size / 2.2, seed + 3, 3) * 0.55;
  const bendY = fbm(x / size / 2.2 + 40, y / size / 2.2, seed + 4, 3) * 0.55;
  const px = x / size + bendX;
  const py = (y / size) * 1.55 + bendY + px * 0.35;
  const large = cell(px, py, seed);
  const small = cell(px * 2.7 + large.id * 5, py * 2.3, seed + 9);
  const facet = large.id * 0.62 + small.id * 0.38;
  const crack = ramp(0, 0.11, large.edge) * (0.45 + 0.55 * ramp(0, 0.13, small.edge));
  return clamp((facet + fbm(px * 6, py * 6, seed + 15, 3) * 0.16) * (0.25 + 0.75 * crack));
}

/** A broken skyline: blocks and steps about a mean, from -1 to 1. */
export function brokenLine(x, seed, size) {
  const block = cell(x / size, 0.5, seed);
  const chip = cell((x / size) * 3.1, 7.5, seed + 2);
  return (block.id - 0.5) * 1.1 + (chip.id - 0.5) * 0.45 + fbm(x / size, 1, seed + 5, 4) * 0.5;
}

/**
 * Rocks under a skyline `top(x)`. `light(x, y)` from 0 to 1 says how much light falls on them; `dark` and `bright` are the
 * tones of their shadow and lit faces; `foot(x)` ends them softly.
 */
export function rocks(canvas, { top, foot, light, dark, bright, warm = 0.25, size, seed }) {
  paint(canvas, (x, y, spot) => {
    const edge = top(x);
    let inside = clamp((y - edge) * canvas.scale * 0.8 + 0.5);
    if (foot) inside *= clamp((foot(x) - y) * canvas.scale * 0.4);
    if (inside === 0) return;
    const face = rockFace(x, y, seed, size);
    const rim = (1 - clamp((y - edge) / (size * 0.35))) * 0.25;
    const lit = clamp((ramp(0.3, 0.75, face) + rim) * light(x, y));
    spot.tone = mix(spot.tone, mix(dark, bright, lit), inside);
    spot.warm = mix(spot.warm, mix(0.18, warm + 0.2, lit), inside);
  });
}
