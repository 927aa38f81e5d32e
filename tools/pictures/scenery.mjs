// What many of the pictures have: skies, water, hills, rain, fog.

import { clamp, mix, paint, ramp, toneAt, warmAt } from './canvas.mjs';
import { fbm, noise, randomStream, ridged } from './noise.mjs';

/**
 * A cloudy sky down to the horizon. `zenith`, `low`: tones of the bare sky; `cover` 0 to 1; `light`: where the sun or moon
 * stands behind the clouds, whose edges towards it shine; `contrast` of the clouds.
 */
export function sky(
  canvas,
  {
    horizon,
    zenith,
    low,
    warmZenith = 0.1,
    warmLow = 0.35,
    cover = 0.5,
    light,
    contrast = 0.35,
    seed,
    scale = 1,
    stretch = 1,
  },
) {
  const density = (x, y) => {
    const distance = 260 / (horizon - y + 60);
    const px = ((x - 500) * distance * 0.0042 * scale) / stretch;
    const py = distance * 1.9 * scale;
    const bend = fbm(px * 0.7 + 9, py * 0.7, seed + 70, 3) * 0.7;
    return fbm(px + bend, py + bend * 0.6, seed, 6, 0.52);
  };
  paint(
    canvas,
    (x, y, spot) => {
      const height = clamp((horizon - y) / horizon);
      spot.tone = mix(low, zenith, height ** 0.7);
      spot.warm = mix(warmLow, warmZenith, height ** 0.5);
      const here = density(x, y);
      const cloud = ramp(0.35 - cover * 0.9, 0.95 - cover * 0.7, here);
      const toLight = Math.hypot(light.x - x, light.y - y) + 1;
      // Clouds low over the horizon are seen along their bases: small steps there, or the light would band.
      const step = Math.min(26, toLight * 0.4) * clamp((horizon - y) / 170, 0.12, 1);
      const towards = density(x + ((light.x - x) / toLight) * step, y + ((light.y - y) / toLight) * step);
      const lit = clamp((here - towards) * 1.9 + 0.42);
      const near = Math.exp(-toLight / 380);
      const cloudTone = mix(zenith - contrast * 0.35, low + contrast * 0.55, lit * (0.45 + 0.55 * near));
      spot.tone = mix(spot.tone, cloudTone, cloud * (0.55 + 0.45 * height ** 0.4));
      spot.tone += near * 0.16 * (1 - cloud * 0.6);
      spot.warm = clamp(spot.warm + near * 0.3);
    },
    { bottom: horizon },
  );
}

/**
 * Open water from the horizon down, mirroring what stands above it. `ripple`: how rough; `dark`: how much light the water
 * swallows; `mask` limits it.
 */
export function water(
  canvas,
  {
    horizon,
    bottom = canvas.deep,
    ripple = 1,
    dark = 0.12,
    warm = 0.05,
    seed,
    reach = 1,
    mask,
    light,
    glint = 0.5,
    base,
  },
) {
  const span = canvas.deep - horizon;
  paint(
    canvas,
    (x, y, spot) => {
      const below = (y - horizon) / span;
      const distance = 1 / (below + 0.03);
      const wx = (x - 500) * distance * 0.006;
      const wy = distance * 5.5;
      const swell = fbm(wx * 1.1, wy * 2.1, seed, 4);
      const fine = noise(wx * 5.2, wy * 9, seed + 3);
      const wave = swell * 0.75 + fine * 0.35;
      const shift = ripple * wave * (4 + 34 * below);
      const mirrorY = horizon - (y - horizon) * reach - Math.abs(shift) * 1.2;
      const mirrored = toneAt(canvas, x + shift * 0.8, Math.max(1, mirrorY));
      let tone = base === undefined ? mirrored : mix(mirrored, base, ramp(0, 0.9, below) * 0.75);
      tone = tone * (1 - dark) - dark * 0.35 * below + wave * ripple * 0.075 * (0.4 + below);
      let warmth = mix(warmAt(canvas, x, Math.max(1, mirrorY)), warm, 0.45);
      if (light) {
        const column = Math.exp(-(((x - light.x) / (light.width * (0.5 + below * 1.3))) ** 2));
        const crest = ridged(wx * 2.6, wy * 5.5, seed + 40, 3);
        const spark = ramp(0.62, 0.86, crest) * column * glint;
        tone = 1 - (1 - tone) * (1 - clamp(spark));
        warmth = mix(warmth, light.warm ?? 0.6, clamp(spark));
      }
      spot.tone = tone;
      spot.warm = warmth;
    },
    { top: horizon, bottom, mask },
  );
}

/** The height of a range of hills at x, in design units, from 0 to about `relief`. */
export function ridgeLine(seed, { relief, wide, rough = 0.5, trees = 0 }) {
  return (x) => {
    const hills = fbm(x / wide, seed * 3.7, seed, 5, rough) * 0.5 + 0.5;
    const wood = trees * (ridged(x * 0.16, seed * 1.3, seed + 60, 3) - 0.4);
    return hills * relief + wood;
  };
}

/**
 * One range of hills, standing on `foot` and dissolving into mist towards it. `ridge(x)` is its height over `foot`.
 */
export function hills(canvas, { foot, ridge, tone, mist, warm = 0.12, texture = 0.03, seed, fade = 0.9, depth = 120 }) {
  const heights = Float32Array.from({ length: canvas.width }, (_, column) => ridge(column / canvas.scale));
  paint(
    canvas,
    (x, y, spot) => {
      const top = foot - heights[Math.min(canvas.width - 1, Math.round(x * canvas.scale))];
      const inside = clamp((y - top) * canvas.scale * 0.7 + 0.5);
      if (inside === 0) return;
      const sunk = clamp((y - top) / depth);
      const vapor = clamp(sunk + fbm(x * 0.006, y * 0.02, seed + 11, 4) * 0.35) ** 1.2 * fade;
      const grain = fbm(x * 0.06, y * 0.09, seed + 21, 4) * texture;
      spot.tone = mix(spot.tone, mix(tone + grain, mist, vapor), inside);
      spot.warm = mix(spot.warm, warm, inside);
    },
    { top: foot - 400, bottom: foot + 2 },
  );
}

/** Fog over a band: `amount(x, y)` from 0 to 1 mixes everything towards one tone. */
export function fog(canvas, { tone, warm = 0.2, amount, top = 0, bottom = canvas.deep }) {
  paint(
    canvas,
    (x, y, spot) => {
      const share = clamp(amount(x, y));
      spot.tone = mix(spot.tone, tone, share);
      spot.warm = mix(spot.warm, warm, share);
    },
    { top, bottom },
  );
}

/** Slanting strokes of rain as SVG elements. */
export function rainStrokes(canvas, { count, slant, length, seed, width = 0.5, strength = 0.25 }) {
  const random = randomStream(seed);
  let strokes = '';
  for (let drop = 0; drop < count; drop++) {
    const x = random() * 1150 - 75;
    const y = random() * canvas.deep * 1.1 - 60;
    const long = length * (0.4 + random());
    const faint = (strength * (0.25 + 0.75 * random())).toFixed(2);
    strokes += `<path d="M${x.toFixed(1)} ${y.toFixed(1)}l${(slant * long).toFixed(1)} ${long.toFixed(1)}" stroke="#fff" stroke-opacity="${faint}" stroke-width="${(width * (0.6 + random())).toFixed(2)}" fill="none"/>`;
  }
  return strokes;
}
