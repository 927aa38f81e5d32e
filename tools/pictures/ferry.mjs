// The old white ferry crossing a calm strait towards low islands under scattered cloud. Landscape, and the lightest of all.

import { clamp, drawMask, makeCanvas, mix, paint, ramp, rimLight, silhouette } from './canvas.mjs';
import { disc, gull, line, oval, person, shape } from './figures.mjs';
import { finish } from './finish.mjs';
import { fbm, noise, randomStream, ridged } from './noise.mjs';
import { fog, hills, ridgeLine, water } from './scenery.mjs';

const HORIZON = 388;
/** The ferry's waterline, her bow and her stern. */
const SEA = 446;
const BOW = 214;
const STERN = 792;

export async function draw() {
  const canvas = makeCanvas(2000, 1300);
  drawSky(canvas);
  await drawIslands(canvas);
  water(canvas, {
    horizon: HORIZON,
    ripple: 0.85,
    dark: 0.16,
    seed: 171,
    warm: 0.1,
    light: { x: 720, width: 170, warm: 0.3 },
    glint: 0.42,
  });
  await drawReflection(canvas);
  await drawFerry(canvas);
  drawBowWave(canvas);
  await drawBirds(canvas);
  await drawBuoy(canvas);
  return finish(canvas, {
    seed: 53,
    vignette: 0.15,
    contrast: 0.3,
    floor: 0.08,
    bloomStrength: 0.2,
    bloomThreshold: 0.82,
  });
}

/** Fair-weather clouds: flat below, heaped above, smaller towards the horizon. */
function drawSky(canvas) {
  paint(
    canvas,
    (_x, y, spot) => {
      const height = clamp((HORIZON - y) / HORIZON);
      spot.tone = mix(0.86, 0.54, height ** 0.75);
      spot.warm = mix(0.36, 0.04, height ** 0.5);
    },
    { bottom: HORIZON },
  );
  for (let layer = 0; layer < 6; layer++) drawClouds(canvas, layer);
}

function drawClouds(canvas, layer) {
  const near = layer / 5;
  const base = HORIZON - 34 - near ** 1.3 * 262;
  const size = 34 + near * 150;
  const billow = (px, py) => fbm(px * 1.1, py * 1.5, 210 + layer, 6, 0.55);
  paint(
    canvas,
    (x, y, spot) => {
      const px = x / size + layer * 7.3;
      const py = (y - base) / size;
      const heap = clamp(fbm(px * 0.42, layer * 3, 23, 3) * 1.5 + 0.06);
      const puff = billow(px, py);
      const head = ramp(-0.13, 0.16, (py + heap * 0.95) * 0.9 + puff * 0.34 * (0.3 + heap));
      const inside = head * ramp(0.1, -0.06, py + puff * 0.08) * ramp(0.02, 0.18, heap);
      if (inside === 0) return;
      const lit = clamp(0.55 + (puff - billow(px + 0.12, py - 0.2)) * 0.9 - (py + heap * 0.57) * 0.5);
      spot.tone = mix(spot.tone, mix(0.6, 0.97, lit), inside * (0.6 + near * 0.36));
      spot.warm = mix(spot.warm, 0.18 + lit * 0.2, inside);
    },
    { top: Math.max(0, base - size * 2), bottom: Math.min(HORIZON, base + size * 0.4) },
  );
}

/** The Veys: low, wooded, each with a few white houses along the water. */
async function drawIslands(canvas) {
  const westerly = ridgeLine(66, { relief: 58, wide: 240, trees: 4 });
  const easterly = ridgeLine(69, { relief: 44, wide: 160, trees: 5 });
  hills(canvas, {
    foot: HORIZON,
    ridge: ridgeLine(61, { relief: 66, wide: 380 }),
    tone: 0.62,
    mist: 0.82,
    warm: 0.2,
    seed: 61,
    depth: 60,
  });
  hills(canvas, {
    foot: HORIZON,
    ridge: (x) => westerly(x) * ramp(470, 250, x) * ramp(-60, 60, x),
    tone: 0.46,
    mist: 0.72,
    warm: 0.22,
    seed: 66,
    depth: 60,
  });
  hills(canvas, {
    foot: HORIZON + 1,
    ridge: (x) => easterly(x) * ramp(700, 860, x),
    tone: 0.48,
    mist: 0.74,
    warm: 0.22,
    seed: 69,
    depth: 50,
  });
  const houses = [
    [108, 7],
    [126, 9],
    [150, 6],
    [171, 8],
    [836, 7],
    [862, 8],
    [896, 6],
    [941, 8],
  ];
  const y = HORIZON - 1;
  const walls = houses.map(([x, size]) =>
    shape([x, y, x, y - size, x + size * 0.8, y - size * 1.7, x + size * 1.6, y - size, x + size * 1.6, y]),
  );
  const roofs = houses.map(([x, size]) =>
    shape([x - 1, y - size, x + size * 0.8, y - size * 1.75, x + size * 1.6 + 1, y - size]),
  );
  await silhouette(canvas, walls.join(''), { tone: 0.84, warm: 0.35 });
  await silhouette(canvas, roofs.join(''), { tone: 0.4, warm: 0.4 });
  fog(canvas, {
    tone: 0.82,
    warm: 0.3,
    amount: (_x, py) => Math.exp(-(((py - HORIZON) / 6) ** 2)) * 0.4,
    top: HORIZON - 20,
    bottom: HORIZON,
  });
}

const HULL = `<path d="M${BOW} ${SEA - 62}C${BOW + 10} ${SEA - 34} ${BOW + 26} ${SEA - 10} ${BOW + 38} ${SEA + 2}L${STERN - 24} ${SEA + 2}C${STERN - 8} ${SEA - 10} ${STERN + 6} ${SEA - 32} ${STERN + 2} ${SEA - 47}C${STERN - 150} ${SEA - 38} ${BOW + 190} ${SEA - 38} ${BOW} ${SEA - 62}Z"/>`;
const FUNNEL = shape([528, SEA - 94, 540, SEA - 182, 592, SEA - 182, 588, SEA - 94]);

/** Deck houses over the hull, lowest first: from, to, top and foot. */
const DECKS = [
  [330, 764, SEA - 68, SEA - 40],
  [352, 716, SEA - 95, SEA - 68],
  [372, 470, SEA - 121, SEA - 95],
];
const deckWalls = ([from, to, top, foot]) => shape([from, foot, from + 4, top, to - 4, top, to, foot]);

async function drawReflection(canvas) {
  const outline = HULL + DECKS.map(deckWalls).join('') + FUNNEL;
  const mask = await drawMask(canvas, `<g transform="translate(0 ${2 * SEA + 2}) scale(1 -1)">${outline}</g>`, {
    rough: 4,
    blur: 1,
    seed: 6,
  });
  paint(
    canvas,
    (x, y, spot) => {
      const gap = ramp(0.3, 0.7, ridged(x / 90, y / 5.5, 83, 3));
      spot.tone = mix(spot.tone, 0.71, (0.7 - gap * 0.5) * (1 - ramp(SEA + 60, SEA + 190, y) * 0.7));
    },
    { mask, top: SEA - 4 },
  );
  const dark = await drawMask(
    canvas,
    shape([BOW + 34, SEA, STERN - 20, SEA, STERN - 30, SEA + 13, BOW + 50, SEA + 13]),
    { rough: 4, blur: 1.6, seed: 7 },
  );
  paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone: 0.3, warm: 0.15 }), { mask: dark, strength: 0.7 });
}

async function drawFerry(canvas) {
  drawSmoke(canvas);
  await drawMasts(canvas);
  await drawFunnel(canvas);
  for (const deck of DECKS) await drawDeck(canvas, deck);
  await drawHull(canvas);
  await drawBoats(canvas);
  await drawPassengers(canvas);
}

async function drawHull(canvas) {
  const mask = await drawMask(canvas, HULL, { rough: 0.2 });
  paint(
    canvas,
    (x, y, spot) => {
      const rust = ramp(0.25, 0.6, noise(x / 4, y / 60, 87)) * 0.07 * ramp(SEA - 40, SEA - 8, y);
      const sheen = fbm(x / 60, y / 9, 88, 3) * 0.03;
      const turn = ramp(BOW + 130, BOW, x) * 0.12 + ramp(STERN - 60, STERN, x) * 0.16;
      const belowBelt = y > SEA - 9;
      spot.tone = belowBelt ? 0.2 : mix(0.92, 0.78, ramp(SEA - 52, SEA - 8, y)) - rust - turn + sheen;
      spot.warm = belowBelt ? 0.6 : 0.24 + rust * 4;
    },
    { mask },
  );
  let ports = '';
  for (let x = BOW + 92; x < STERN - 70; x += 19) ports += disc(x, SEA - 26 - ((x - 500) / 300) ** 2 * 4, 2.3);
  await silhouette(canvas, ports, { tone: 0.22, warm: 0.15 });
  const belt = `<path d="M${BOW + 3} ${SEA - 55}C${BOW + 190} ${SEA - 32} ${STERN - 150} ${SEA - 32} ${STERN + 3} ${SEA - 40}" fill="none" stroke="#fff" stroke-width="1.8"/>`;
  await silhouette(canvas, belt, { tone: 0.3, warm: 0.25 });
  await silhouette(canvas, line(BOW + 40, SEA - 38, BOW + 46, SEA - 24, 1.6) + oval(BOW + 47, SEA - 21, 4, 3), {
    tone: 0.25,
  });
  let rail = `<path d="M${BOW} ${SEA - 72}C${BOW + 60} ${SEA - 62} ${BOW + 90} ${SEA - 58} 330 ${SEA - 54}" fill="none" stroke="#fff" stroke-width="0.9"/>`;
  for (let x = BOW; x < 330; x += 9)
    rail += line(x, SEA - 72 + ((x - BOW) / 116) * 17, x, SEA - 60 + ((x - BOW) / 116) * 14, 0.7);
  await silhouette(canvas, rail, { tone: 0.4, warm: 0.15 });
}

/** One deck house with its windows, the overhang over it and the rail on top. */
async function drawDeck(canvas, deck) {
  const [from, to, top, foot] = deck;
  const mask = await drawMask(canvas, deckWalls(deck), { rough: 0.15 });
  paint(
    canvas,
    (x, y, spot) =>
      Object.assign(spot, { tone: 0.9 - 0.1 * ramp(from, to, x) + noise(x / 30, y / 30, 9) * 0.02, warm: 0.26 }),
    { mask },
  );
  const tall = foot - top;
  let windows = '';
  for (let x = from + 12; x < to - 16; x += 14.6)
    windows += `<rect x="${x}" y="${top + tall * 0.27}" width="8.6" height="${tall * 0.42}" rx="1.4"/>`;
  const panes = await drawMask(canvas, windows);
  paint(
    canvas,
    (x, y, spot) => Object.assign(spot, { tone: 0.24 + ramp(0.1, 0.5, noise(x / 12, y / 30, 4)) * 0.2, warm: 0.1 }),
    { mask: panes },
  );
  await silhouette(canvas, shape([from - 3, top + 2, to + 3, top + 2, to + 3, top + 5, from - 3, top + 5]), {
    tone: 0.5,
    warm: 0.15,
    strength: 0.8,
  });
  await silhouette(canvas, shape([from - 7, top - 1.5, to + 7, top - 1.5, to + 7, top + 2, from - 7, top + 2]), {
    tone: 0.95,
    warm: 0.3,
  });
  let rail = line(from - 6, top - 9, to + 6, top - 9, 0.9) + line(from - 6, top - 5.2, to + 6, top - 5.2, 0.5);
  for (let x = from - 6; x <= to + 6; x += 9) rail += line(x, top - 9, x, top, 0.7);
  await silhouette(canvas, rail, { tone: 0.42, warm: 0.12 });
}

async function drawFunnel(canvas) {
  const mask = await drawMask(canvas, FUNNEL, { rough: 0.2 });
  paint(
    canvas,
    (x, y, spot) => {
      const round = (x - 530 - (SEA - 94 - y) * 0.1) / 60;
      const shade = mix(0.1, -0.22, ramp(0.15, 1, round)) - 0.1 * ramp(0.15, 0, round);
      const band = y < SEA - 160 ? 0.18 : y < SEA - 148 ? 0.84 : 0.5;
      spot.tone = clamp(band + shade);
      spot.warm = y < SEA - 148 ? 0.2 : 0.82;
    },
    { mask },
  );
  await silhouette(
    canvas,
    line(524, SEA - 96, 526, SEA - 176, 1.4) + line(602, SEA - 94, 602, SEA - 176, 1.8) + oval(602, SEA - 178, 3, 2),
    { tone: 0.3, warm: 0.2 },
  );
}

function drawSmoke(canvas) {
  fog(canvas, {
    tone: 0.42,
    warm: 0.3,
    amount: (x, y) => {
      const out = (x - 566) / 340;
      if (out < 0 || out > 1.35) return 0;
      const middle = SEA - 190 - Math.sqrt(out) * 84 + fbm(x / 70, 2, 97, 4) * (6 + out * 40);
      const puff = clamp(0.62 + fbm(x / 34 - y / 60, y / 26, 98, 5) * 1.1);
      return 0.62 * Math.exp(-(((y - middle) / (9 + out * 52)) ** 2)) * puff * (1 - out / 1.35) ** 1.2;
    },
    top: 60,
    bottom: SEA - 150,
  });
}

/** Masts, stays, the bunting from bow to foremast, the ensign. */
async function drawMasts(canvas) {
  const fore =
    line(400, SEA - 118, 404, SEA - 232, 2.6) +
    line(388, SEA - 196, 418, SEA - 195, 1.4) +
    line(404, SEA - 228, BOW + 3, SEA - 66, 0.6) +
    line(404, SEA - 228, 520, SEA - 112, 0.6);
  const main =
    line(694, SEA - 92, 698, SEA - 196, 2.2) +
    line(698, SEA - 192, STERN - 4, SEA - 52, 0.6) +
    line(698, SEA - 192, 404, SEA - 226, 0.5);
  await silhouette(canvas, fore + main + line(STERN - 6, SEA - 44, STERN + 12, SEA - 78, 1.5), {
    tone: 0.3,
    warm: 0.3,
  });
  const random = randomStream(3);
  let flags = '';
  for (let index = 1; index < 14; index++) {
    const x = mix(404, BOW + 3, index / 14);
    const y = mix(SEA - 228, SEA - 66, index / 14) + Math.sin((index / 14) * Math.PI) * 5;
    flags += shape([x, y, x + 8, y + 3 + random() * 3, x + 1, y + 8]);
  }
  const ensign = `<path d="M${STERN + 12} ${SEA - 78}q12 3 25 -1l4 17q-13 4 -27 0Z"/>`;
  await silhouette(canvas, flags + ensign, { tone: 0.39, warm: 0.7 });
  await silhouette(canvas, line(STERN + 14, SEA - 70, STERN + 39, SEA - 70, 4), { tone: 0.92, warm: 0.3 });
}

/** Lifeboats in their davits, and lifebuoys on the rails. */
async function drawBoats(canvas) {
  for (const x of [486, 626, 676]) {
    const mask = await drawMask(canvas, `<path d="M${x} ${SEA - 104}q18 3 40 0l-5 10q-15 4 -30 0Z"/>`);
    paint(
      canvas,
      (_x, y, spot) => Object.assign(spot, { tone: mix(0.95, 0.6, ramp(SEA - 104, SEA - 93, y)), warm: 0.3 }),
      { mask },
    );
    await silhouette(
      canvas,
      line(x + 3, SEA - 92, x + 3, SEA - 112, 1.3) +
        line(x + 37, SEA - 92, x + 37, SEA - 112, 1.3) +
        line(x + 1, SEA - 104, x + 39, SEA - 104, 0.8),
      { tone: 0.35, warm: 0.2 },
    );
  }
  const buoys = [346, 560, 740].map(
    (x) => `<circle cx="${x}" cy="${SEA - 74}" r="3.4" fill="none" stroke="#fff" stroke-width="2"/>`,
  );
  await silhouette(canvas, buoys.join(''), { tone: 0.5, warm: 0.9 });
}

async function drawPassengers(canvas) {
  const random = randomStream(8);
  let people = '';
  for (let index = 0; index < 34; index++)
    people += person(336 + random() * 420, SEA - 67.5, 17 + random() * 2.4, random);
  for (let index = 0; index < 15; index++)
    people += person(492 + random() * 216, SEA - 94.5, 16.5 + random() * 2, random);
  for (let index = 0; index < 5; index++) people += person(BOW + 40 + random() * 62, SEA - 50, 17, random);
  const mask = await drawMask(canvas, people, { rough: 0.1 });
  paint(
    canvas,
    (x, _y, spot) =>
      Object.assign(spot, {
        tone: 0.16 + ramp(0, 0.4, noise(x / 5, 3, 6)) * 0.35,
        warm: 0.15 + ramp(0, 0.4, noise(x / 7, 9, 7)) * 0.5,
      }),
    { mask },
  );
  rimLight(canvas, mask, { dx: -0.5, dy: -0.5, strength: 0.3 });
}

/** White water under the bow, along the side, and the wake astern. */
function drawBowWave(canvas) {
  paint(
    canvas,
    (x, y, spot) => {
      const along = (x - BOW - 30) / (STERN - BOW);
      if (along < -0.06) return;
      const down = y - SEA - 1;
      const wide = 3.4 + 7 * Math.exp(-along * 9) + ramp(0.9, 1.2, along) * 5;
      const crest = Math.exp(-(((down - along * 13 + 6 * Math.exp(-along * 16)) / wide) ** 2));
      const strength = (1 - clamp(along) * 0.55) * ramp(-0.06, 0.02, along) * ramp(1.75, 1, along);
      const foam = ramp(0.32, 0.7, ridged(x / 22, y / 5, 93, 4) + crest * 0.25);
      const spread = Math.exp(-(((down - 16 - along * 64) / (2.6 + along * 5)) ** 2));
      const arm = spread * ramp(0.4, 0.72, ridged(x / 50, y / 5, 94, 3)) * ramp(0, 0.1, along) * ramp(1.5, 0.5, along);
      const share = clamp(crest * foam * strength + arm * 0.5);
      spot.tone = mix(spot.tone, 0.95, share);
      spot.warm = mix(spot.warm, 0.2, share);
    },
    { top: SEA - 22, bottom: SEA + 120 },
  );
}

async function drawBirds(canvas) {
  const birds = [
    [846, 318, 26, 0.5, -10],
    [880, 344, 18, 0.2, 6],
    [822, 290, 15, 0.8, 0],
    [916, 300, 21, 0.6, 12],
    [130, 250, 15, 0.4, 8],
  ].map(([x, y, span, lift, turn]) => gull(x, y, span, { lift, turn }));
  await silhouette(canvas, birds.join(''), { tone: 0.3, warm: 0.15, rough: 0.1 });
}

/** A channel buoy in the foreground, to give the water depth. */
async function drawBuoy(canvas) {
  const x = 118;
  const y = 574;
  const buoy = `<path d="M${x - 34} ${y}q2 12 12 14h46q10 -2 12 -14Z"/>${shape([x - 22, y, x - 10, y - 68, x + 12, y - 68, x + 25, y])}${line(x + 1, y - 68, x + 1, y - 96, 3)}`;
  const mirror = await drawMask(canvas, `<g transform="translate(0 ${2 * y + 22}) scale(1 -1)">${buoy}</g>`, {
    rough: 5,
    blur: 1,
    seed: 4,
  });
  paint(
    canvas,
    (px, py, spot) => {
      spot.tone = mix(spot.tone, 0.26, 0.75 - 0.5 * ramp(0.3, 0.7, ridged(px / 40, py / 6, 64, 3)));
    },
    { mask: mirror },
  );
  const heel = (content) => `<g transform="rotate(5 ${x} ${y})">${content}</g>`;
  const mask = await drawMask(canvas, heel(buoy), { rough: 0.5 });
  paint(
    canvas,
    (px, _py, spot) => Object.assign(spot, { tone: mix(0.36, 0.12, ramp(x - 24, x + 26, px)), warm: 0.72 }),
    { mask },
  );
  rimLight(canvas, mask, { dx: -1, dy: -1, strength: 0.4, warm: 0.4 });
  await silhouette(canvas, heel(shape([x - 13, y - 100, x + 15, y - 100, x + 1, y - 124])), {
    tone: 0.16,
    warm: 0.5,
    rough: 0.4,
  });
}
