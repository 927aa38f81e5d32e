// The lighthouse on its low black rock at dusk, its beam in the haze and a light in the window below. Portrait.

import { clamp, drawMask, glow, lighten, makeCanvas, mix, paint, ramp, silhouette } from './canvas.mjs';
import { line, shape } from './figures.mjs';
import { finish } from './finish.mjs';
import { fbm, ridged } from './noise.mjs';
import { brokenLine, rocks } from './rocks.mjs';
import { fog, hills, ridgeLine, sky, water } from './scenery.mjs';

const HORIZON = 905;
const LAMP = { x: 640, y: 372 };

export async function draw() {
  const canvas = makeCanvas(1500, 2000);
  sky(canvas, {
    horizon: HORIZON,
    zenith: 0.2,
    low: 0.7,
    warmZenith: 0.02,
    warmLow: 0.62,
    cover: 0.6,
    contrast: 0.34,
    light: { x: 180, y: HORIZON - 40 },
    seed: 311,
    scale: 0.8,
    stretch: 1.7,
  });
  hills(canvas, {
    foot: HORIZON + 1,
    ridge: ridgeLine(5, { relief: 60, wide: 320 }),
    tone: 0.42,
    mist: 0.62,
    warm: 0.4,
    seed: 5,
    depth: 60,
  });
  water(canvas, {
    horizon: HORIZON,
    ripple: 1.15,
    dark: 0.2,
    seed: 21,
    reach: 0.9,
    light: { x: 200, width: 120, warm: 0.7 },
    glint: 0.5,
  });
  await drawBeam(canvas);
  drawHeadland(canvas);
  await drawTower(canvas);
  drawSurf(canvas);
  drawForeground(canvas);
  return finish(canvas, { seed: 3, vignette: 0.3, contrast: 0.35, bloomStrength: 0.3 });
}

async function drawBeam(canvas) {
  const { x, y } = LAMP;
  const left = await drawMask(canvas, shape([x, y - 7, -80, y - 190, -80, y + 14, x, y + 7]), { blur: 9 });
  const right = await drawMask(canvas, shape([x, y - 6, 1080, y - 28, 1080, y + 128, x, y + 6]), { blur: 9 });
  for (const [mask, reach] of [
    [left, 700],
    [right, 460],
  ]) {
    for (let at = 0; at < mask.length; at++) {
      if (mask[at] === 0) continue;
      const px = (at % canvas.width) / canvas.scale;
      const py = Math.floor(at / canvas.width) / canvas.scale;
      const away = Math.abs(px - x) / reach;
      mask[at] *= clamp(1.05 - away) ** 1.5 * (0.8 + 0.5 * fbm(px / 90, py / 40, 77, 4));
    }
    lighten(canvas, mask, { strength: 0.62, warm: 0.75 });
  }
}

/** The rocky point that carries the tower. */
function drawHeadland(canvas) {
  const top = (x) => {
    const body = ramp(330, 590, x) * 92 - ramp(690, 960, x) * 84;
    const level = 1 - Math.exp(-(((x - 640) / 70) ** 2)) * 0.9;
    return 1006 - body - brokenLine(x, 8, 46) * 15 * level * ramp(310, 400, x);
  };
  const light = (x, y) => (0.8 - ramp(400, 860, x) * 0.55) * (1 - ramp(900, 1010, y) * 0.4);
  rocks(canvas, { top, foot: shoreLine, light, dark: 0.06, bright: 0.42, warm: 0.4, size: 30, seed: 12 });
}

function shoreLine(x) {
  const bow = 1 - ((x - 650) / 330) ** 2;
  return 1003 + 34 * Math.max(-0.4, bow) + fbm(x / 40, 1, 90, 4) * 10;
}

async function drawTower(canvas) {
  const { x, y } = LAMP;
  const foot = 918;
  const tower = shape([x - 47, foot, x - 25, y + 52, x + 25, y + 52, x + 47, foot]);
  const mask = await drawMask(canvas, tower, { rough: 0.5, seed: 4 });
  paint(
    canvas,
    (px, py, spot) => {
      const round = (px - x) / (25 + ((py - y - 52) / (foot - y - 52)) * 22);
      const side = Math.sqrt(Math.max(0, 1 - (round + 0.42) ** 2 * 0.52));
      const course = Math.abs(((py - y) % 31) - 15) < 0.7 ? 0.93 : 1;
      const weather = fbm(px / 16, py / 30, 41, 4) * 0.05;
      spot.tone = clamp(mix(0.14, 0.82, side ** 2.2) * course + weather);
      spot.warm = 0.34;
    },
    { mask },
  );
  const gallery = shape([
    x - 38,
    y + 52,
    x - 38,
    y + 44,
    x + 38,
    y + 44,
    x + 38,
    y + 52,
    x + 27,
    y + 64,
    x - 27,
    y + 64,
  ]);
  const rails = [-36, -24, -12, 0, 12, 24, 36].map((dx) => line(x + dx, y + 46, x + dx, y + 26, 1.3)).join('');
  const cap =
    shape([x - 24, y - 22, x, y - 48, x + 24, y - 22]) +
    line(x, y - 46, x, y - 74, 1.8) +
    `<circle cx="${x}" cy="${y - 50}" r="5"/>`;
  await silhouette(canvas, gallery + rails + line(x - 37, y + 26, x + 37, y + 26, 1.6) + cap, {
    tone: 0.1,
    warm: 0.2,
    rough: 0.3,
  });
  const lantern = await drawMask(canvas, shape([x - 19, y - 22, x + 19, y - 22, x + 19, y + 44, x - 19, y + 44]));
  paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone: 0.6, warm: 0.9 }), { mask: lantern });
  await silhouette(
    canvas,
    [-19, -7, 7, 19].map((dx) => line(x + dx, y - 22, x + dx, y + 44, 1.6)).join('') +
      line(x - 19, y + 10, x + 19, y + 10, 1.3),
    { tone: 0.16 },
  );
  glow(canvas, { x, y: y + 6, radius: 17, strength: 1.25, warm: 0.85 });
  glow(canvas, { x, y: y + 6, radius: 120, strength: 0.28, warm: 0.7, power: 2 });
  await drawOpenings(canvas, x, foot);
}

/** A lit window below the gallery, dark ones under it, and the door at the head of the steps. */
async function drawOpenings(canvas, x, foot) {
  const window = (y, wide, tall) => shape([x - 9, y, x - 9, y - tall, x - 9 + wide, y - tall, x - 9 + wide, y]);
  await silhouette(canvas, [560, 655, 750].map((y) => window(y, 9, 17)).join(''), {
    tone: 0.16,
    warm: 0.2,
    rough: 0.2,
  });
  await silhouette(canvas, `<path d="M${x - 16} ${foot - 6}v-34q9 -13 18 0v34Z"/>`, {
    tone: 0.12,
    warm: 0.2,
    rough: 0.3,
  });
  await silhouette(canvas, shape([x - 13, 484, x - 13, 456, x + 5, 456, x + 5, 484]), {
    tone: 0.2,
    warm: 0.5,
    rough: 0.2,
  });
  const lit = await drawMask(canvas, window(481, 10, 22));
  paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone: 0.9, warm: 1 }), { mask: lit });
  glow(canvas, { x: x - 4, y: 470, radius: 10, strength: 0.3, warm: 1 });
  const steps = [0, 1, 2, 3, 4]
    .map((step) => line(x - 14 - step * 15, foot + 2 + step * 12, x + 2 - step * 15, foot + 2 + step * 12, 5))
    .join('');
  await silhouette(canvas, steps, { tone: 0.3, warm: 0.35, rough: 0.4 });
}

/** White water where the swell meets the rocks: a torn line, flung up here and there, with lace trailing off it. */
function drawSurf(canvas) {
  paint(
    canvas,
    (x, y, spot) => {
      const shore = shoreLine(x) - 2;
      const force = ramp(300, 370, x) * (1 - ramp(930, 990, x)) * clamp(0.6 + fbm(x / 85, 4, 99, 3) * 0.9);
      const away = (y - shore) / (8 + 16 * force);
      const line = Math.exp(-(away * away)) * force;
      const below = clamp((y - shore) / 90);
      const lace =
        ramp(0.5, 0.72, ridged(x / 30 + fbm(x / 50, y / 20, 5, 3), y / 9, 61, 4)) *
        (1 - below) ** 2 *
        ramp(-6, 4, y - shore) *
        force;
      const plume =
        clamp(fbm(x / 20, y / 24, 66, 5) + 0.15 + force * 0.3) *
        Math.exp(-(((y - shore + 14) / (10 + 34 * force)) ** 2)) *
        force ** 2;
      const share = clamp(
        line * ramp(0.25, 0.7, ridged(x / 20, y / 9, 63, 4) + line * 0.3) + lace * 0.6 + plume * 0.75,
      );
      spot.tone = mix(spot.tone, 0.82, share);
      spot.warm = mix(spot.warm, 0.28, share);
    },
    { top: 900, bottom: 1180 },
  );
}

function drawForeground(canvas) {
  fog(canvas, {
    tone: 0.58,
    warm: 0.45,
    amount: (x, y) => Math.exp(-(((y - HORIZON) / 40) ** 2)) * 0.5 * (1 - ramp(250, 420, x) + ramp(900, 1000, x)),
    top: 700,
    bottom: 1050,
  });
  const top = (x) => 1232 + ramp(60, 560, x) * 78 - ramp(640, 1000, x) * 120 - brokenLine(x, 31, 80) * 26;
  const light = (x, y) => 0.75 * (1 - clamp((y - top(x)) / 190)) * (1 - ramp(300, 1000, x) * 0.4);
  rocks(canvas, { top, light, dark: 0.06, bright: 0.48, warm: 0.4, size: 52, seed: 37 });
}
