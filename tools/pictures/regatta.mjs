// A gaff cutter with tan sails, heeled hard before black rocks, and the slim modern yachts behind her. Landscape.

import { clamp, drawMask, makeCanvas, mix, paint, ramp, rimLight, silhouette } from './canvas.mjs';
import { gull, line, oval } from './figures.mjs';
import { finish } from './finish.mjs';
import { fbm, noise, randomStream, ridged } from './noise.mjs';
import { brokenLine, rocks } from './rocks.mjs';
import { fog, hills, ridgeLine, sky, water } from './scenery.mjs';

const HORIZON = 388;
const LIGHT = { x: 250, y: 120 };

export async function draw() {
  const canvas = makeCanvas(2400, 1500);
  sky(canvas, {
    horizon: HORIZON,
    zenith: 0.46,
    low: 0.84,
    warmZenith: 0.06,
    warmLow: 0.42,
    cover: 0.6,
    contrast: 0.42,
    light: LIGHT,
    seed: 631,
    scale: 0.85,
    stretch: 1.5,
  });
  hills(canvas, {
    foot: HORIZON + 1,
    ridge: ridgeLine(33, { relief: 74, wide: 340 }),
    tone: 0.6,
    mist: 0.8,
    warm: 0.25,
    seed: 33,
    depth: 70,
  });
  water(canvas, {
    horizon: HORIZON,
    ripple: 1.5,
    dark: 0.3,
    seed: 81,
    warm: 0.06,
    light: { x: LIGHT.x, width: 150, warm: 0.4 },
    glint: 0.35,
    base: 0.3,
  });
  drawRocks(canvas);
  await drawYacht(canvas, { x: 858, y: 410, size: 88, heel: 0.27, tone: 0.62 });
  await drawYacht(canvas, { x: 92, y: 409, size: 92, heel: 0.3, tone: 0.66 });
  drawSeas(canvas, 0, 4);
  await drawYacht(canvas, { x: 205, y: 433, size: 146, heel: 0.34, tone: 0.5 });
  await drawYacht(canvas, { x: 752, y: 424, size: 112, heel: 0.29, tone: 0.54 });
  drawSeas(canvas, 4, 5);
  await drawCutter(canvas);
  drawSeas(canvas, 5, 9);
  drawBowWave(canvas);
  await drawGulls(canvas);
  return finish(canvas, {
    seed: 29,
    vignette: 0.22,
    contrast: 0.36,
    floor: 0.06,
    bloomStrength: 0.22,
    bloomThreshold: 0.78,
  });
}

/** Great Vey: stacks and shelves on the right, with the swell breaking along their foot. */
function drawRocks(canvas) {
  const foot = (x) => 412 + fbm(x / 40, 2, 15, 3) * 5;
  const far = (x) =>
    HORIZON +
    12 -
    ramp(690, 800, x) * 84 * (0.72 + 0.4 * fbm(x / 90, 5, 13, 3)) -
    brokenLine(x, 18, 30) * 13 * ramp(690, 760, x);
  rocks(canvas, {
    top: far,
    foot,
    light: (_x, y) => 0.8 * (1 - ramp(300, 420, y) * 0.4),
    dark: 0.3,
    bright: 0.58,
    warm: 0.3,
    size: 20,
    seed: 61,
  });
  const near = (x) =>
    430 -
    ramp(845, 925, x) * 190 * (0.85 + 0.3 * fbm(x / 60, 8, 14, 3)) -
    brokenLine(x, 27, 36) * 19 * ramp(850, 890, x);
  rocks(canvas, {
    top: near,
    foot: (x) => foot(x) + 16,
    light: (x, y) => 0.85 - ramp(860, 1000, x) * 0.35 - ramp(330, 440, y) * 0.3,
    dark: 0.09,
    bright: 0.46,
    warm: 0.32,
    size: 30,
    seed: 67,
  });
  paint(
    canvas,
    (x, y, spot) => {
      const line = foot(x) + ramp(850, 900, x) * 14;
      const force = ramp(690, 760, x) * clamp(0.65 + fbm(x / 45, 3, 19, 3));
      const burst =
        clamp(fbm(x / 18, y / 20, 16, 5) + 0.25 + force * 0.25) *
        Math.exp(-(((y - line + 8) / (6 + 26 * force)) ** 2)) *
        force;
      spot.tone = mix(spot.tone, 0.88, clamp(burst * 1.1));
      spot.warm = mix(spot.warm, 0.3, clamp(burst));
    },
    { top: 320, bottom: 470 },
  );
  fog(canvas, {
    tone: 0.76,
    warm: 0.3,
    amount: (x, y) => Math.exp(-(((y - HORIZON + 6) / 22) ** 2)) * 0.42 * (1 - ramp(840, 900, x) * 0.7),
    top: 320,
    bottom: 450,
  });
}

/** Seas rolling across the picture, each with a lit crest, a dark face and foam; `from` and `to` count from the horizon. */
function drawSeas(canvas, from, to) {
  for (let sea = from; sea < to; sea++) {
    const near = (sea + 1) / 9;
    const foot = HORIZON + 14 + near ** 1.7 * 218;
    const swell = 5 + near ** 1.5 * 44;
    const wide = 34 + near ** 1.4 * 190;
    const seed = 700 + sea * 23;
    const top = (x) =>
      foot -
      swell *
        (0.9 * noise(x / wide, sea * 2.7, seed) +
          0.42 * fbm(x / wide / 0.34, sea, seed + 3, 4) +
          0.3 * ridged(x / wide / 0.6, sea * 1.3, seed + 5, 3));
    paint(
      canvas,
      (x, y, spot) => {
        const edge = top(x);
        if (y < edge - 2) return;
        const inside =
          clamp((y - edge) * canvas.scale * 0.6 + 0.5) *
          (1 - ramp(2.2, 3.6, (y - edge) / swell) * (sea === 8 ? 0 : 0.75));
        const sunk = (y - edge) / swell;
        const px = x / wide;
        const py = (y - edge) / swell;
        const ripple = ridged(px * 5 + py * 0.5, py * 1.6 + sea, seed + 11, 4);
        const streak = fbm(px * 3.2 + py * 0.7, py * 2.4, seed + 12, 5);
        const slope = top(x + 4) - top(x - 4);
        const lit =
          0.36 * Math.exp(-sunk * 1.7) + slope * (0.02 / (0.4 + near)) + (ripple - 0.5) * 0.22 + streak * 0.08;
        const sun = 0.2 * Math.exp(-(((x - LIGHT.x) / 260) ** 2));
        const water = clamp(mix(0.34, 0.17, near) + lit * (0.75 + sun * 2));
        const crest =
          ramp(0.06, 0.42, noise(px * 1.3, sea * 5.1, seed + 15) + 0.14) *
          Math.exp(-sunk * 2.6) *
          ramp(0.3, 0.62, fbm(px * 14, py * 5, seed + 16, 4) + 0.5);
        const lace =
          ramp(0.66, 0.82, ridged(px * 4 + 3 * streak * 0.2, py * 1.1, seed + 17, 3)) * 0.3 * ramp(2.4, 0.4, sunk);
        const foam = clamp(crest * 1.1 + lace);
        spot.tone = mix(spot.tone, mix(water, 0.9, foam), inside);
        spot.warm = mix(spot.warm, 0.05 + 0.22 * foam + sun * 0.4, inside);
      },
      { top: foot - swell * 2.4, bottom: sea === 8 ? canvas.deep : foot + swell * 3.6 },
    );
  }
}

/** Places in a boat's own measure (her length is 1, forward to the right) as picture units, heeled to the left. */
function makeHull({ x, y, size, heel, pitch = 0.06 }) {
  return (along, up) =>
    `${(x + size * (along - up * heel)).toFixed(1)} ${(y - size * (up + along * pitch)).toFixed(1)}`;
}

async function drawYacht(canvas, { x, y, size, heel, tone }) {
  const at = makeHull({ x, y, size, heel, pitch: 0.03 });
  const stroke = (from, to, wide) => line(...from.split(' ').map(Number), ...to.split(' ').map(Number), wide);
  const main = `<path d="M${at(0.06, 0.16)}L${at(0.05, 1.42)}Q${at(-0.26, 0.82)} ${at(-0.46, 0.17)}Z"/>`;
  const jib = `<path d="M${at(0.5, 0.1)}L${at(0.06, 1.24)}Q${at(-0.04, 0.6)} ${at(-0.02, 0.14)}Q${at(0.2, 0.08)} ${at(0.5, 0.1)}Z"/>`;
  const sails = await drawMask(canvas, main + jib);
  paint(
    canvas,
    (px, py, spot) => {
      const seam = Math.abs((((py - y) / size) * 7 + (px - x) / size) % 1) < 0.08 ? 0.05 : 0;
      spot.tone = clamp(
        0.84 -
          0.22 * ramp(x - size * 0.4, x + size * 0.4, px) +
          fbm(px / size / 0.2, py / size / 0.5, 44, 3) * 0.06 -
          seam,
      );
      spot.warm = 0.24;
    },
    { mask: sails },
  );
  const jibMask = await drawMask(canvas, jib);
  paint(
    canvas,
    (_x, _y, spot) => {
      spot.tone -= 0.09;
    },
    { mask: jibMask },
  );
  const hull = `<path d="M${at(-0.52, 0.1)}L${at(0.56, 0.12)}Q${at(0.46, 0.02)} ${at(0.4, -0.05)}L${at(-0.46, -0.06)}Z"/>`;
  const spars =
    stroke(at(0.06, 0.1), at(0.05, 1.46), size * 0.014) +
    stroke(at(0.06, 0.16), at(-0.48, 0.17), size * 0.016) +
    stroke(at(0.55, 0.1), at(0.05, 1.44), size * 0.005) +
    stroke(at(-0.5, 0.1), at(0.05, 1.44), size * 0.005);
  let crew = '';
  for (let hand = 0; hand < 5; hand++)
    crew += oval(
      ...at(-0.1 - hand * 0.075, 0.155)
        .split(' ')
        .map(Number),
      size * 0.013,
      size * 0.026,
    );
  await silhouette(canvas, hull + spars + crew, { tone: tone * 0.45, warm: 0.15, rough: 0.15 });
  await silhouette(canvas, stroke(at(-0.5, 0.085), at(0.54, 0.1), size * 0.012), { tone: 0.72, warm: 0.3 });
  paint(
    canvas,
    (px, py, spot) => {
      const across = (px - x) / size;
      const bow =
        Math.exp(-(((across - 0.4) / 0.14) ** 2)) +
        0.4 * Math.exp(-(((across + 0.5) / 0.3) ** 2)) +
        0.3 * (Math.abs(across) < 0.55 ? 1 : 0);
      const spray =
        clamp(fbm(px / size / 0.08, py / size / 0.06, 47, 4) + 0.35) *
        bow *
        Math.exp(-(((py - y - size * 0.03) / (size * (0.04 + 0.04 * bow))) ** 2));
      spot.tone = mix(spot.tone, 0.9, clamp(spray * 1.2));
    },
    { top: y - size * 0.25, bottom: y + size * 0.25 },
  );
}

const CUTTER = { x: 490, y: 500, size: 312, heel: 0.27, pitch: 0.055 };

async function drawCutter(canvas) {
  const at = makeHull(CUTTER);
  const numbers = (place) => place.split(' ').map(Number);
  const stroke = (a, b, wide) => line(...numbers(at(...a)), ...numbers(at(...b)), wide);
  await drawTanSail(
    canvas,
    `<path d="M${at(0.1, 0.78)}Q${at(0.1, 1.1)} ${at(0.085, 1.34)}Q${at(-0.2, 1.19)} ${at(-0.4, 1.12)}Q${at(-0.16, 0.97)} ${at(0.1, 0.78)}Z"/>`,
    1,
    0.02,
  );
  await drawTanSail(
    canvas,
    `<path d="M${at(0.1, 0.17)}L${at(0.1, 0.74)}Q${at(-0.16, 0.93)} ${at(-0.43, 1.1)}Q${at(-0.58, 0.62)} ${at(-0.66, 0.19)}Q${at(-0.26, 0.1)} ${at(0.1, 0.17)}Z"/>`,
    2,
    0,
  );
  await drawTanSail(
    canvas,
    `<path d="M${at(0.87, 0.13)}L${at(0.11, 1.18)}Q${at(0.13, 0.6)} ${at(0.2, 0.2)}Q${at(0.5, 0.06)} ${at(0.87, 0.13)}Z"/>`,
    3,
    -0.05,
  );
  const staysail = `<path d="M${at(0.5, 0.13)}L${at(0.11, 0.84)}Q${at(0.07, 0.44)} ${at(0.1, 0.19)}Q${at(0.28, 0.08)} ${at(0.5, 0.13)}Z"/>`;
  await silhouette(canvas, staysail, { tone: 0.1, warm: 0.8, strength: 0.75, blur: 5 });
  await drawTanSail(canvas, staysail, 4, 0.05);
  const hoops = Array.from({ length: 9 }, (_, hoop) =>
    stroke([0.085, 0.22 + hoop * 0.06], [0.115, 0.22 + hoop * 0.06], 1.6),
  ).join('');
  const reefs = [0.27, 0.37]
    .map((up) =>
      Array.from({ length: 15 }, (_, point) =>
        stroke([0.06 - point * 0.046, up + point * 0.004], [0.055 - point * 0.046, up - 0.028 + point * 0.004], 0.9),
      ).join(''),
    )
    .join('');
  const spars =
    stroke([0.105, 0.08], [0.1, 0.92], 6.5) +
    stroke([0.115, 0.86], [0.085, 1.42], 3.6) +
    stroke([0.11, 0.16], [-0.69, 0.185], 6) +
    stroke([0.11, 0.74], [-0.45, 1.12], 4.6) +
    stroke([0.42, 0.1], [0.9, 0.13], 5.2);
  const rigging =
    stroke([0.88, 0.13], [0.09, 1.38], 0.9) +
    stroke([0.5, 0.12], [0.105, 0.9], 1.1) +
    stroke([0.02, 0.1], [0.105, 0.9], 1.1) +
    stroke([0.09, 0.1], [0.105, 0.9], 1.1) +
    stroke([-0.4, 0.09], [0.105, 0.9], 0.9) +
    stroke([0.1, 0.9], [-0.2, 0.94], 0.8) +
    stroke([0.1, 0.91], [-0.42, 1.1], 0.8) +
    stroke([-0.45, 0.17], [-0.38, 0.1], 1.2) +
    stroke([0.88, 0.12], [0.5, -0.02], 1.2);
  await silhouette(canvas, rigging + hoops + reefs, { tone: 0.12, warm: 0.3, strength: 0.85 });
  const sparMask = await drawMask(canvas, spars, { rough: 0.15 });
  paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone: 0.2, warm: 0.6 }), { mask: sparMask });
  rimLight(canvas, sparMask, { dx: -0.8, dy: -0.8, strength: 0.4, warm: 0.6 });
  await drawCutterHull(canvas, at, stroke);
  await silhouette(canvas, `<path d="M${at(0.085, 1.42)}q-16 -5 -26 1q-9 5 -20 1l2 9q12 3 21 -2q10 -5 23 1Z"/>`, {
    tone: 0.24,
    warm: 0.75,
    rough: 0.3,
  });
}

/** One tanned sail: lit on its belly, in shadow towards the luff, with the cloths' seams running down it. */
async function drawTanSail(canvas, element, seed, brighter) {
  const mask = await drawMask(canvas, element, { rough: 0.25, seed });
  const edge = await drawMask(canvas, element, { blur: 9 });
  paint(
    canvas,
    (x, y, spot) => {
      const along = (x - CUTTER.x + (y - CUTTER.y) * -CUTTER.heel) / CUTTER.size;
      const at = Math.min(mask.length - 1, Math.round(y * canvas.scale) * canvas.width + Math.round(x * canvas.scale));
      const belly = edge[at] / 255;
      const seam = Math.abs(((((along * 17 + y / 260) % 1) + 1) % 1) - 0.5) > 0.465 ? 0.055 : 0;
      const fold = fbm(along * 5 + y / 90, y / 260, 81 + seed, 4) * 0.1;
      const weather = fbm(x / 7, y / 16, 91 + seed, 4) * 0.035;
      spot.tone = clamp(
        0.27 + brighter + 0.2 * belly + fold + weather - seam - 0.12 * ramp(0, 0.6, along) + 0.09 * ramp(300, 80, y),
      );
      spot.warm = 0.9;
    },
    { mask },
  );
  rimLight(canvas, mask, { dx: -1, dy: -0.7, strength: 0.3, warm: 0.9 });
}

async function drawCutterHull(canvas, at, stroke) {
  const hull = `<path d="M${at(-0.54, 0.115)}Q${at(-0.2, 0.055)} ${at(0.1, 0.075)}Q${at(0.35, 0.09)} ${at(0.515, 0.14)}Q${at(0.51, 0.0)} ${at(0.46, -0.14)}L${at(-0.42, -0.15)}Q${at(-0.5, 0.0)} ${at(-0.54, 0.115)}Z"/>`;
  const random = randomStream(12);
  let crew = '';
  for (const along of [-0.47, -0.39, -0.31, -0.25, -0.13]) {
    const [x, y] = at(along, 0.135 + random() * 0.02)
      .split(' ')
      .map(Number);
    crew +=
      oval(x, y - 10, 4, 4.8) +
      `<path d="M${x - 9} ${y + 20}Q${x - 9} ${y - 4} ${x} ${y - 6}Q${x + 9} ${y - 4} ${x + 9} ${y + 20}Z"/>`;
  }
  const house = `<path d="M${at(-0.2, 0.06)}L${at(-0.195, 0.115)}L${at(0.04, 0.12)}L${at(0.045, 0.06)}Z"/>`;
  const chimney = stroke([-0.04, 0.1], [-0.04, 0.17], 6);
  const crewMask = await drawMask(canvas, crew, { rough: 0.3 });
  paint(
    canvas,
    (x, _y, spot) => Object.assign(spot, { tone: 0.14 + 0.3 * (Math.floor(x / 24) % 3 === 0 ? 1 : 0), warm: 0.6 }),
    { mask: crewMask },
  );
  rimLight(canvas, crewMask, { dx: -0.8, dy: -1, strength: 0.4, warm: 0.5 });
  await silhouette(canvas, house + chimney, { tone: 0.25, warm: 0.55, rough: 0.25 });
  const mask = await drawMask(canvas, hull, { rough: 0.3, seed: 6 });
  paint(
    canvas,
    (x, y, spot) => {
      const plank = Math.abs((((((y + x * 0.05) / 8) % 1) + 1) % 1) - 0.5) > 0.44 ? 0.03 : 0;
      const wet = ramp(0.4, 0.8, ridged(x / 40, y / 10, 65, 3)) * 0.1 * ramp(470, 510, y);
      spot.tone = 0.13 + 0.1 * ramp(520, 455, y) + wet - plank + 0.05 * ramp(420, 300, x);
      spot.warm = 0.3;
    },
    { mask },
  );
  const rail = `<path d="M${at(-0.54, 0.115)}Q${at(-0.2, 0.055)} ${at(0.1, 0.075)}Q${at(0.35, 0.09)} ${at(0.515, 0.14)}" fill="none" stroke="#fff" stroke-width="3.4"/>`;
  const strake = `<path d="M${at(-0.535, 0.08)}Q${at(-0.2, 0.02)} ${at(0.1, 0.04)}Q${at(0.35, 0.055)} ${at(0.51, 0.1)}" fill="none" stroke="#fff" stroke-width="1.2"/>`;
  await silhouette(canvas, rail, { tone: 0.78, warm: 0.45, rough: 0.2 });
  await silhouette(canvas, strake, { tone: 0.5, warm: 0.6, strength: 0.8 });
}

/** The sea that the cutter throws off: a bone at her bow, spray blown back along her side, and her wake. */
function drawBowWave(canvas) {
  paint(
    canvas,
    (x, y, spot) => {
      const along = (x - CUTTER.x) / CUTTER.size;
      const keel = CUTTER.y + 14 - along * 20;
      const bow = Math.exp(-(((along - 0.45) / 0.13) ** 2));
      const side = ramp(-0.62, -0.4, along) * (1 - ramp(0.44, 0.56, along));
      const wake = ramp(-0.44, -0.6, along) * ramp(-1.25, -0.6, along);
      const height = 9 + 40 * bow + 9 * side;
      const lift = bow * 12;
      const body = Math.exp(-(((y - keel + lift) / height) ** 2)) * clamp(bow * 1.2 + side * 0.45 + wake * 0.7);
      const torn = fbm(x / 26 - y / 50, y / 18, 53, 6) + 0.28 * bow + 0.12;
      const foam = clamp(ramp(-0.25, 0.55, torn) * body * 1.35);
      const away = Math.hypot((along - 0.36) / 0.24, (y - keel + 46) / 62);
      const spray =
        ramp(0.2, 0.55, fbm(x / 5, y / 5, 57, 3) + fbm(x / 40, y / 30, 58, 3) * 0.8) * Math.exp(-away * away) * 0.75;
      const share = clamp(foam + spray);
      spot.tone = mix(spot.tone, 0.93, share);
      spot.warm = mix(spot.warm, 0.22, share);
    },
    { top: 360, bottom: 600 },
  );
}

async function drawGulls(canvas) {
  const birds =
    gull(690, 120, 40, { lift: 0.7, turn: -8 }) +
    gull(742, 176, 26, { lift: -0.2, turn: 10 }) +
    gull(640, 204, 18, { lift: 0.4, turn: -4 }) +
    gull(820, 96, 20, { lift: 0.9, turn: 6 });
  await silhouette(canvas, birds, { tone: 0.3, warm: 0.2 });
}
