// A picture being drawn: a tone (0 ink, 1 paper) and a warmth (0 sea, 1 lamp light) for each pixel. Colour comes last, so
// that all pictures share one palette. Places are given in design units: the picture is 1000 wide, whatever its pixels.

import sharp from 'sharp';
import { noise } from './noise.mjs';

export const clamp = (value, low = 0, high = 1) => (value < low ? low : Math.min(value, high));
export const mix = (from, to, share) => from + (to - from) * share;
/** 0 up to `from`, 1 from `to` on, an eased slope between; `from` may be the larger. */
export const ramp = (from, to, value) => {
  const share = clamp((value - from) / (to - from));
  return share * share * (3 - 2 * share);
};

export function makeCanvas(width, height) {
  const scale = width / 1000;
  return {
    width,
    height,
    scale,
    deep: height / scale,
    tone: new Float32Array(width * height),
    warm: new Float32Array(width * height),
  };
}

/**
 * Colours pixels by a function of the place: `shade(x, y, spot)` is given what is there in `spot.tone` and `spot.warm`
 * and changes it. `mask`: how far the change counts at each pixel (0 to 255). `top`, `bottom`: rows in design units.
 */
export function paint(canvas, shade, { mask, top = 0, bottom = canvas.deep, strength = 1 } = {}) {
  const { width, height, scale, tone, warm } = canvas;
  const spot = { tone: 0, warm: 0 };
  const first = Math.max(0, Math.floor(top * scale));
  const last = Math.min(height, Math.ceil(bottom * scale));
  for (let row = first; row < last; row++) {
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      const share = mask ? (mask[at] / 255) * strength : strength;
      if (share === 0) continue;
      spot.tone = tone[at];
      spot.warm = warm[at];
      shade(column / scale, row / scale, spot);
      tone[at] = mix(tone[at], spot.tone, share);
      warm[at] = mix(warm[at], spot.warm, share);
    }
  }
}

/** Draws SVG elements (white, in design units) as a mask; `blur` in design units; `rough` tears its edges by so much. */
export async function drawMask(canvas, elements, { blur = 0, rough = 0, seed = 1 } = {}) {
  const { width, height, deep, scale } = canvas;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 1000 ${deep}"><g fill="#fff" stroke="none" stroke-linecap="round" stroke-linejoin="round">${elements}</g></svg>`;
  let drawing = sharp(Buffer.from(svg), { unlimited: true }).ensureAlpha().extractChannel(3);
  if (blur > 0) drawing = sharp(await drawing.png().toBuffer()).blur(Math.max(0.3, blur * scale));
  const { data, info } = await drawing.raw().toBuffer({ resolveWithObject: true });
  const flat = info.channels === 1 ? data : data.filter((_, at) => at % info.channels === 0);
  return rough > 0 ? tearEdges(canvas, flat, rough, seed) : flat;
}

/** Moves every pixel of a mask by a little noise, so that ruled edges look cut by hand. */
function tearEdges({ width, height, scale }, mask, rough, seed) {
  const torn = new Uint8Array(mask.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const x = column / scale;
      const y = row / scale;
      const dx = noise(x * 0.35, y * 0.35, seed) * 1.4 + noise(x * 1.1, y * 1.1, seed + 5) * 0.6;
      const dy = noise(x * 0.35, y * 0.35, seed + 9) * 1.4 + noise(x * 1.1, y * 1.1, seed + 14) * 0.6;
      const fromColumn = clamp(Math.round(column + dx * rough * scale), 0, width - 1);
      const fromRow = clamp(Math.round(row + dy * rough * scale), 0, height - 1);
      torn[row * width + column] = mask[fromRow * width + fromColumn];
    }
  }
  return torn;
}

/** Draws SVG elements in one tone: the silhouette. */
export async function silhouette(canvas, elements, { tone, warm = 0.15, strength = 1, ...drawing }) {
  const mask = await drawMask(canvas, elements, drawing);
  paint(
    canvas,
    (_x, _y, spot) => {
      spot.tone = tone;
      spot.warm = warm;
    },
    { mask, strength },
  );
}

/** Adds light through a mask, as on a film: never beyond white. */
export function lighten(canvas, mask, { strength, warm = 0.8 }) {
  const { tone, warm: warmth } = canvas;
  for (let at = 0; at < mask.length; at++) {
    if (mask[at] === 0) continue;
    const light = (mask[at] / 255) * strength;
    tone[at] = 1 - (1 - tone[at]) * (1 - light);
    warmth[at] = mix(warmth[at], warm, clamp(light * 1.3));
  }
}

/** A lamp in the air: bright at its place, fading with the distance. `radius` in design units. */
export function glow(canvas, { x, y, radius, strength, warm = 0.8, power = 2, squash = 1 }) {
  const reach = radius * 4;
  paint(
    canvas,
    (px, py, spot) => {
      const dx = (px - x) / radius;
      const dy = (py - y) / radius / squash;
      const fade = 1 - ramp(2.4, 4, Math.sqrt(dx * dx + dy * dy));
      const light = (strength * fade) / (1 + (dx * dx + dy * dy) ** (power / 2));
      spot.tone = 1 - (1 - spot.tone) * (1 - clamp(light));
      spot.warm = mix(spot.warm, warm, clamp(light * 1.2));
    },
    { top: y - reach * squash, bottom: y + reach * squash },
  );
}

/** The tone at a place, between pixels, edges held. */
export function toneAt({ width, height, scale, tone }, x, y) {
  const column = clamp(x * scale, 0, width - 1.001);
  const row = clamp(y * scale, 0, height - 1.001);
  const left = column | 0;
  const upper = row | 0;
  const at = upper * width + left;
  const dx = column - left;
  return mix(mix(tone[at], tone[at + 1], dx), mix(tone[at + width], tone[at + width + 1], dx), row - upper);
}

/** The warmth at the pixel nearest a place, edges held. */
export function warmAt({ width, height, scale, warm }, x, y) {
  const column = clamp(Math.round(x * scale), 0, width - 1);
  const row = clamp(Math.round(y * scale), 0, height - 1);
  return warm[row * width + column];
}

/**
 * Light along the edges of a mask that look towards (dx, dy), in design units: the sheen on shoulders, roofs and wings.
 */
export function rimLight(canvas, mask, { dx = 0, dy = -1, strength = 0.4, warm = 0.3 }) {
  const { width, height, scale, tone, warm: warmth } = canvas;
  const shiftX = Math.round(dx * scale);
  const shiftY = Math.round(dy * scale);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      if (mask[at] === 0) continue;
      const fromRow = row + shiftY;
      const fromColumn = column + shiftX;
      if (fromRow < 0 || fromRow >= height || fromColumn < 0 || fromColumn >= width) continue;
      const open = 1 - mask[fromRow * width + fromColumn] / 255;
      const light = (mask[at] / 255) * open * strength;
      tone[at] = 1 - (1 - tone[at]) * (1 - light);
      warmth[at] = mix(warmth[at], warm, light);
    }
  }
}

/**
 * A camera that looks level into the picture: `project(across, up, away)` in metres gives the place and the size of a
 * metre there. `eye` is its height over the ground, `focal` in design units.
 */
export function makeCamera({ x, horizon, focal, eye }) {
  return (across, up, away) => ({
    x: x + (focal * across) / away,
    y: horizon - (focal * (up - eye)) / away,
    metre: focal / away,
  });
}
