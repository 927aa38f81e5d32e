// The last steps of every picture: bloom, vignette, grain, and the palette that all of them share.

import sharp from 'sharp';
import { clamp, mix } from './canvas.mjs';
import { fbm, latticeValue } from './noise.mjs';

/** Colours of the cool and the warm scale from ink to paper: sea in rain, and sepia in lamp light. */
const COOL = [
  [11, 19, 27],
  [33, 54, 68],
  [84, 112, 126],
  [162, 182, 187],
  [241, 240, 233],
];
const WARM = [
  [24, 16, 11],
  [84, 58, 38],
  [164, 122, 78],
  [223, 188, 138],
  [252, 242, 220],
];

function fromScale(scale, tone, channel) {
  const place = clamp(tone) * (scale.length - 1);
  const step = Math.min(scale.length - 2, Math.floor(place));
  return mix(scale[step][channel], scale[step + 1][channel], place - step);
}

/** Light bleeding from bright places, as in a lens. */
async function bloom({ width, height, tone }, { threshold, strength, radius }) {
  const bright = new Uint8Array(tone.length);
  for (let at = 0; at < tone.length; at++) bright[at] = clamp((tone[at] - threshold) / (1 - threshold)) * 255;
  const raw = { width, height, channels: 1 };
  const spread = await sharp(bright, { raw }).blur(radius).toColourspace('b-w').raw().toBuffer();
  for (let at = 0; at < tone.length; at++) {
    tone[at] = 1 - (1 - tone[at]) * (1 - (spread[at] / 255) * strength);
  }
}

/** A gentle S: shadows settle, lights open. `amount` 0 leaves the tone alone. */
function contrastCurve(tone, amount) {
  const held = clamp(tone);
  return mix(held, held * held * (3 - 2 * held), amount);
}

/**
 * Turns a drawn canvas into a JPEG's bytes. `floor` and `ceiling`: darkest and brightest tone that is printed, since
 * newsprint closes shadows; `grain` of the film.
 */
export async function finish(
  canvas,
  {
    seed,
    vignette = 0.22,
    grain = 0.03,
    contrast = 0.3,
    floor = 0.06,
    ceiling = 0.98,
    quality = 80,
    bloomStrength = 0.35,
    bloomThreshold = 0.7,
  },
) {
  const { width, height, scale, tone, warm, deep } = canvas;
  await bloom(canvas, { threshold: bloomThreshold, strength: bloomStrength, radius: 14 * scale });
  const pixels = Buffer.alloc(width * height * 3);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      const dx = (column / width - 0.5) * 2;
      const dy = (row / height - 0.5) * 2;
      const edge = 1 - vignette * clamp((dx * dx + dy * dy - 0.5) / 1.5);
      const mottle = fbm(column / scale / 14, (row / scale / deep) * 70, seed + 900, 2) * 0.012;
      const speck = latticeValue(column >> 1, row >> 1, seed + 7) + latticeValue(column, row, seed) - 1;
      let value = contrastCurve(tone[at] * edge + mottle, contrast);
      value += speck * grain * (0.35 + 1.6 * value * (1 - value));
      value = floor + clamp(value) * (ceiling - floor);
      const warmth = clamp(warm[at]);
      for (let channel = 0; channel < 3; channel++) {
        pixels[at * 3 + channel] = mix(fromScale(COOL, value, channel), fromScale(WARM, value, channel), warmth);
      }
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality, progressive: false, chromaSubsampling: '4:2:0', mozjpeg: false })
    .toBuffer();
}
