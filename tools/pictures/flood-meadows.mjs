// Flooded meadows on a bright, still morning: willows, a drowned fence, a man poling a punt. Landscape.

import { clamp, drawMask, makeCanvas, mix, paint, ramp, silhouette } from './canvas.mjs';
import { line, oval, person, placed, poplar, shape, tree, willow } from './figures.mjs';
import { finish } from './finish.mjs';
import { fbm, noise, randomStream, ridged } from './noise.mjs';
import { fog, hills, ridgeLine, sky, water } from './scenery.mjs';

const HORIZON = 292;
const SUN = { x: 660, y: 196 };

export async function draw() {
  const canvas = makeCanvas(2100, 1400);
  sky(canvas, {
    horizon: HORIZON,
    zenith: 0.6,
    low: 0.9,
    warmZenith: 0.12,
    warmLow: 0.5,
    cover: 0.52,
    contrast: 0.32,
    light: SUN,
    seed: 77,
    scale: 0.9,
    stretch: 1.5,
  });
  hills(canvas, {
    foot: HORIZON,
    ridge: ridgeLine(3, { relief: 92, wide: 330 }),
    tone: 0.66,
    mist: 0.86,
    warm: 0.3,
    seed: 3,
    depth: 85,
  });
  hills(canvas, {
    foot: HORIZON,
    ridge: ridgeLine(8, { relief: 58, wide: 240, trees: 3 }),
    tone: 0.54,
    mist: 0.84,
    warm: 0.3,
    seed: 8,
    depth: 60,
  });
  hills(canvas, {
    foot: HORIZON + 1,
    ridge: ridgeLine(12, { relief: 26, wide: 170, trees: 7 }),
    tone: 0.44,
    mist: 0.8,
    warm: 0.25,
    seed: 12,
    depth: 34,
    fade: 0.75,
  });
  await drawPumpHouse(canvas);
  water(canvas, {
    horizon: HORIZON + 1,
    ripple: 0.55,
    dark: 0.1,
    seed: 19,
    warm: 0.15,
    light: { x: SUN.x, width: 90, warm: 0.6 },
    glint: 0.45,
  });
  drawMeadowStrips(canvas);
  await drawTrees(canvas);
  await drawFence(canvas);
  await drawPunt(canvas);
  await drawReeds(canvas);
  return finish(canvas, {
    seed: 14,
    vignette: 0.16,
    contrast: 0.3,
    floor: 0.08,
    bloomStrength: 0.25,
    bloomThreshold: 0.78,
  });
}

/** The brick pump house with its chimney on the far bank, beside the breach, half in the mist. */
async function drawPumpHouse(canvas) {
  const y = HORIZON + 1;
  const bank = `<path d="M262 ${y + 3}C300 ${y - 11} 340 ${y - 12} 440 ${y - 11}L476 ${y + 3}ZM520 ${y + 3}Q540 ${y - 11} 600 ${y - 11}L700 ${y - 7}L720 ${y + 3}Z"/>`;
  const house = shape([352, y - 8, 352, y - 44, 358, y - 44, 376, y - 60, 394, y - 44, 400, y - 44, 400, y - 8]);
  const wing = shape([398, y - 8, 398, y - 32, 404, y - 42, 438, y - 42, 444, y - 32, 444, y - 8]);
  const chimney = shape([
    336,
    y - 8,
    338.5,
    y - 92,
    336.5,
    y - 92,
    336.5,
    y - 96,
    347.5,
    y - 96,
    347.5,
    y - 92,
    345.5,
    y - 92,
    348,
    y - 8,
  ]);
  await silhouette(canvas, bank, { tone: 0.48, warm: 0.3, rough: 0.6 });
  await silhouette(canvas, wing, { tone: 0.44, warm: 0.45, rough: 0.3 });
  await silhouette(canvas, house + chimney, { tone: 0.38, warm: 0.5, rough: 0.3 });
  const panes =
    [362, 373, 384].map((x) => `<path d="M${x} ${y - 20}v-13q3.5 -5 7 0v13Z"/>`).join('') +
    [410, 421, 432].map((x) => shape([x, y - 18, x, y - 27, x + 5, y - 27, x + 5, y - 18])).join('');
  await silhouette(canvas, panes, { tone: 0.72, warm: 0.4, strength: 0.8 });
  fog(canvas, {
    tone: 0.86,
    warm: 0.4,
    amount: (x, py) => Math.exp(-(((py - HORIZON + 2) / 10) ** 2)) * (0.4 + 0.4 * fbm(x / 120, py / 18, 33, 3)),
    top: HORIZON - 60,
    bottom: HORIZON + 1,
  });
}

/** Ridges of the meadow that still stand out of the water. */
function drawMeadowStrips(canvas) {
  const strips = [
    { y: 318, from: 560, to: 1040, deep: 5 },
    { y: 341, from: -40, to: 420, deep: 8 },
    { y: 392, from: 600, to: 1060, deep: 13 },
    { y: 474, from: -60, to: 240, deep: 20 },
  ];
  for (const { y: middle, from, to, deep } of strips) {
    paint(
      canvas,
      (x, y, spot) => {
        const ends = ramp(from, from + 150, x) * (1 - ramp(to - 150, to, x));
        const half = deep * (ends + fbm(x / 60, middle, 43, 4) * 0.5 * ends);
        const grass = ridged(x / 2.2, y / (6 + deep * 0.4), 45, 2) * deep * 0.42;
        const inside =
          clamp((half + grass - Math.abs(y - middle) * (y < middle ? 0.9 : 1.5)) * 0.8) * ramp(0.02, 0.2, ends);
        if (inside === 0) return;
        const blades = 0.5 + 0.5 * noise(x / 1.3, y / 7, 46);
        spot.tone = mix(spot.tone, 0.3 + 0.17 * blades - 0.1 * ramp(middle, middle + deep * 0.7, y), inside * 0.95);
        spot.warm = mix(spot.warm, 0.36, inside);
      },
      { top: middle - deep * 3, bottom: middle + deep * 2 },
    );
  }
}

/** Elements turned over at a water line. */
const mirrored = (elements, y) => `<g transform="translate(0 ${2 * y}) scale(1 -1)">${elements}</g>`;

async function drawStand(canvas, elements, foot, { tone, warm, seed, rough = 0.7 }) {
  const reflection = await drawMask(canvas, mirrored(elements, foot), { rough: 2.4, blur: 0.7, seed });
  paint(
    canvas,
    (x, y, spot) => {
      const gap = ramp(0.2, 0.62, ridged(x / 60, y / 3.4, seed + 2, 3));
      const share = 0.82 - 0.5 * gap - 0.25 * ramp(foot, foot + 190, y);
      spot.tone = mix(spot.tone, tone + 0.08, clamp(share));
      spot.warm = mix(spot.warm, warm, clamp(share));
    },
    { mask: reflection },
  );
  const mask = await drawMask(canvas, elements, { rough, seed: seed + 1 });
  paint(
    canvas,
    (x, y, spot) => {
      const lit = ramp(-0.1, 0.5, fbm(x / 14, y / 14, seed + 3, 4)) * 0.16;
      const mist = 0.18 * ramp(foot - 60, foot, y);
      spot.tone = tone + lit * ramp(foot, foot - 120, y) + mist * (1 - tone);
      spot.warm = warm + lit;
    },
    { mask },
  );
}

async function drawTrees(canvas) {
  const random = randomStream(90);
  let row = '';
  for (let index = 0; index < 12; index++) {
    const away = index / 11;
    row += poplar(610 + 330 * away ** 1.3, 317, mix(52, 118, away ** 1.5) * (0.9 + random() * 0.2), random);
  }
  await drawStand(canvas, row, 318, { tone: 0.42, warm: 0.25, seed: 400, rough: 0.25 });
  await drawStand(
    canvas,
    tree(52, 341, 150, random) +
      tree(118, 342, 112, random) +
      willow(236, 342, 78, random) +
      willow(286, 342, 60, random),
    343,
    { tone: 0.3, warm: 0.25, seed: 420, rough: 0.35 },
  );
  await drawStand(canvas, willow(905, 396, 178, random) + willow(770, 397, 128, random), 398, {
    tone: 0.2,
    warm: 0.25,
    seed: 440,
    rough: 0.45,
  });
  await drawStand(canvas, willow(128, 478, 300, random), 480, { tone: 0.13, warm: 0.25, seed: 460, rough: 0.6 });
}

/** A fence that runs from the near left out into the water. */
async function drawFence(canvas) {
  let posts = '';
  let last;
  for (let post = 0; post < 13; post++) {
    const away = 1 / (1 + post * 0.33);
    const x = 640 - 330 * away + post * 6;
    const y = HORIZON + 30 + 290 * away;
    const tall = 58 * away;
    posts += line(x, y + tall * 0.1, x + tall * 0.04 * ((post % 3) - 1), y - tall, tall * 0.12);
    if (last) {
      posts +=
        line(last[0], last[1] - last[2] * 0.8, x, y - tall * 0.8, tall * 0.03) +
        line(last[0], last[1] - last[2] * 0.35, x, y - tall * 0.35, tall * 0.03);
    }
    last = [x, y, tall];
    await silhouette(canvas, oval(x + tall * 0.03, y + tall * 0.55, tall * 0.06, tall * 0.5), {
      tone: 0.4,
      warm: 0.2,
      strength: 0.35,
      rough: 1.6,
      blur: 0.5,
    });
  }
  await silhouette(canvas, posts, { tone: 0.17, warm: 0.25, rough: 0.4 });
}

async function drawPunt(canvas) {
  const x = 560;
  const y = 508;
  const hull = shape([
    x - 118,
    y - 15,
    x - 96,
    y + 3,
    x + 92,
    y + 3,
    x + 124,
    y - 17,
    x + 118,
    y - 18,
    x + 88,
    y - 7,
    x - 90,
    y - 7,
    x - 112,
    y - 17,
  ]);
  const random = randomStream(15);
  const cargo =
    shape([x - 60, y - 6, x - 56, y - 27, x - 20, y - 30, x - 14, y - 6]) +
    shape([x - 8, y - 6, x - 6, y - 20, x + 22, y - 21, x + 24, y - 6]);
  const man =
    person(x + 74, y - 5, 84, random) +
    line(x + 66, y - 66, x + 96, y - 60, 5) +
    line(x + 120, y - 150, x + 78, y + 26, 2);
  const dog = placed(
    'M0 0L.1 -.5L.5 -.55L.62 -.85L.74 -.95L.78 -.82L1 -.74L.95 -.62L.72 -.56L.7 0L.6 0L.56 -.3L.22 -.28L.14 0Z',
    x - 102,
    y - 8,
    26,
    { flip: 1 },
  );
  const everything = hull + cargo + man + dog;
  const reflection = await drawMask(canvas, mirrored(everything, y + 4), { rough: 2.6, blur: 0.8, seed: 9 });
  paint(
    canvas,
    (px, py, spot) => {
      const gap = ramp(0.25, 0.65, ridged(px / 50, py / 4, 88, 3));
      spot.tone = mix(spot.tone, 0.22, 0.8 - 0.55 * gap);
    },
    { mask: reflection },
  );
  await silhouette(canvas, everything, { tone: 0.09, warm: 0.25, rough: 0.35 });
}

/** Reeds along the near edge. */
async function drawReeds(canvas) {
  const random = randomStream(31);
  let stems = '';
  for (let reed = 0; reed < 700; reed++) {
    const side = random() < 0.5 ? random() ** 1.7 * 420 : 1000 - random() ** 1.7 * 330;
    const tall = 40 + random() * 96 * (1 - Math.min(side, 1000 - side) / 560);
    const bend = (random() - 0.4) * tall * 0.4;
    const foot = canvas.deep + 6;
    stems += `<path d="M${side} ${foot}Q${side + bend * 0.2} ${foot - tall * 0.6} ${side + bend} ${foot - tall}" stroke="#fff" stroke-width="${0.8 + random() * 1.3}" fill="none"/>`;
    if (random() < 0.22) stems += oval(side + bend, foot - tall, 1.9, 8.5, { turn: bend / 2 });
  }
  await silhouette(canvas, stems, { tone: 0.1, warm: 0.28, rough: 0.5 });
}
