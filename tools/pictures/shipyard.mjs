// The ribs of a wooden hull in the long shed, seen from the bow, the open end and the slipway behind. Portrait.

import { clamp, drawMask, lighten, makeCamera, makeCanvas, mix, paint, ramp, rimLight, silhouette } from './canvas.mjs';
import { crane, line, oval, person, shape } from './figures.mjs';
import { finish } from './finish.mjs';
import { fbm, latticeValue, noise, randomStream } from './noise.mjs';
import { hills, ridgeLine, sky, water } from './scenery.mjs';

const MIDDLE = 500;
const HORIZON = 880;
const FOCAL = 1250;
const EYE = 2;
const HALF = 7.2;
const EAVES = 7.6;
const RIDGE = 11;
const END = 46;
const BOW = 11;
const LENGTH = 19;
const project = makeCamera({ x: MIDDLE, horizon: HORIZON, focal: FOCAL, eye: EYE });

export async function draw() {
  const canvas = makeCanvas(1500, 2000);
  await drawOutside(canvas);
  drawShed(canvas);
  for (let away = END - 0.5; away > 7; away -= 4.2) await drawTruss(canvas, away);
  await drawBeams(canvas);
  await drawStaging(canvas, BOW + LENGTH * 0.75);
  await drawHull(canvas);
  await drawStaging(canvas, BOW + 1.2);
  await drawLadders(canvas);
  await drawWorkers(canvas);
  await drawShavings(canvas);
  return finish(canvas, {
    seed: 93,
    vignette: 0.22,
    contrast: 0.18,
    floor: 0.06,
    bloomStrength: 0.3,
    bloomThreshold: 0.76,
  });
}

const corner = (across, up, away) => {
  const { x, y } = project(across, up, away);
  return [x, y];
};

/** What is seen through the open end: sky, the far shore, water, the crane on the slip. */
async function drawOutside(canvas) {
  sky(canvas, {
    horizon: HORIZON,
    zenith: 0.8,
    low: 0.93,
    warmZenith: 0.25,
    warmLow: 0.45,
    cover: 0.5,
    contrast: 0.25,
    light: { x: 430, y: 760 },
    seed: 141,
    scale: 0.8,
  });
  hills(canvas, {
    foot: HORIZON + 1,
    ridge: ridgeLine(91, { relief: 34, wide: 120 }),
    tone: 0.62,
    mist: 0.84,
    warm: 0.3,
    seed: 91,
    depth: 34,
  });
  water(canvas, {
    horizon: HORIZON,
    ripple: 0.5,
    dark: 0.08,
    seed: 151,
    warm: 0.3,
    light: { x: 440, width: 90, warm: 0.5 },
    glint: 0.5,
  });
  const foot = project(4.1, 0, END + 8);
  await silhouette(canvas, crane(foot.x, foot.y, 205, { flip: -1, rise: 0.5, load: 0.5 }), {
    tone: 0.42,
    warm: 0.25,
    rough: 0.2,
  });
}

/** Daylight from the open end, and a little through the roof lights. */
function dayLight(up, away) {
  const reach = clamp((away - 6) / (END - 6));
  return 0.3 + 0.58 * reach ** 1.9 + 0.1 * clamp(up / RIDGE);
}

/** What a ray from the eye meets first: wall, floor or roof. */
function hitShed(slopeX, slopeY) {
  const side = Math.abs(slopeX) || 1e-6;
  const candidates = [{ type: 'wall', away: HALF / side }];
  if (slopeY > 0) candidates.push({ type: 'floor', away: EYE / slopeY });
  // Roof: up = RIDGE − across · (RIDGE − EAVES) / HALF.
  const towards = (side * (RIDGE - EAVES)) / HALF - slopeY;
  if (towards > 0) candidates.push({ type: 'roof', away: (RIDGE - EYE) / towards });
  return candidates.reduce((nearest, next) => (next.away < nearest.away ? next : nearest));
}

function drawShed(canvas) {
  paint(canvas, (x, y, spot) => {
    const slopeX = (x - MIDDLE) / FOCAL;
    const slopeY = (y - HORIZON) / FOCAL;
    const { type, away } = hitShed(slopeX, slopeY);
    const across = slopeX * away;
    const up = EYE - slopeY * away;
    if (away > END) slipway(type, across, away, spot);
    else if (type === 'floor') shedFloor(across, away, dayLight(up, away), spot);
    else boarding(type, across, up, away, spot);
  });
}

/** Outside, the slip goes on into the water. */
function slipway(type, across, away, spot) {
  if (type !== 'floor' || Math.abs(across) > 4.2 || away > 66) return;
  spot.tone = mix(spot.tone, 0.5 + (Math.floor(away / 1.4) % 2) * 0.06, 0.8);
}

/** Boards of walls and roof, daylight in the chinks and the roof lights. */
function boarding(type, across, up, away, spot) {
  const along = type === 'wall' ? up : Math.abs(across) * 1.1 + 30;
  const plank = Math.floor(along / 0.28);
  const gap = Math.abs(along / 0.28 - plank - 0.5) > 0.43;
  const own = 0.85 + latticeValue(plank, Math.floor(away / 4.6 + plank * 0.4), 19) * 0.3;
  const grain = 1 + fbm(away * 1.1, along * 9, 23, 4) * 0.2;
  const chink = gap && type === 'wall' ? 0.3 * ramp(0.2, 0.5, noise(away * 0.7, plank * 0.37, 21)) : 0;
  const skylight = type === 'roof' && Math.abs(Math.abs(across) - 3.4) < 0.75 && away % 8.4 < 3.2 ? 0.45 : 0;
  const day = dayLight(up, away) * (type === 'roof' ? 0.44 : 0.64);
  spot.tone = clamp(day * own * grain * (gap ? 0.6 : 1) + chink + skylight);
  spot.warm = clamp(0.5 - skylight);
}

function shedFloor(across, away, day, spot) {
  const chips = noise(across * 7, away * 5, 31) * 0.05 + noise(across * 19, away * 14, 32) * 0.05;
  const path = Math.exp(-(((Math.abs(across) - 3.9) / 0.8) ** 2)) * 0.04;
  const shade = 1 - 0.45 * Math.exp(-((across / 2.2) ** 4)) * ramp(BOW - 1, BOW + 2, away);
  const gleam = 0.22 * ramp(18, END, away);
  spot.tone = clamp((0.2 + day * 0.62 + gleam + path + chips) * shade);
  spot.warm = 0.52;
}

/** The same shape on both sides of the middle, at a distance: points as [across, up]. */
function twice(points, away) {
  return (
    shape(points.flatMap(([across, up]) => corner(across, up, away))) +
    shape(points.flatMap(([across, up]) => corner(-across, up, away)))
  );
}

/** A frame of the shed: posts, tie beam, rafters, king post, struts. */
async function drawTruss(canvas, away) {
  const truss = [
    [
      [HALF - 0.6, 0],
      [HALF - 0.6, EAVES],
      [HALF - 0.2, EAVES],
      [HALF - 0.2, 0],
    ],
    [
      [0, EAVES - 0.4],
      [HALF, EAVES - 0.4],
      [HALF, EAVES],
      [0, EAVES],
    ],
    [
      [HALF, EAVES],
      [0, RIDGE],
      [0, RIDGE - 0.32],
      [HALF - 0.2, EAVES - 0.2],
    ],
    [
      [0, EAVES],
      [0, RIDGE],
      [0.15, RIDGE],
      [0.15, EAVES],
    ],
    [
      [0.1, EAVES],
      [3.4, EAVES + 1.7],
      [3.2, EAVES + 1.85],
      [0.1, EAVES + 0.3],
    ],
    [
      [HALF - 0.6, EAVES - 1.9],
      [HALF - 2.1, EAVES - 0.35],
      [HALF - 1.75, EAVES - 0.35],
      [HALF - 0.6, EAVES - 1.5],
    ],
  ].map((points) => twice(points, away));
  const mask = await drawMask(canvas, truss.join(''), { rough: 0.25 });
  const tone = 0.13 + 0.24 * clamp((away - 6) / (END - 6)) ** 2;
  paint(canvas, (x, y, spot) => Object.assign(spot, { tone: tone + fbm(x / 12, y / 12, 37, 3) * 0.02, warm: 0.42 }), {
    mask,
  });
  rimLight(canvas, mask, { dx: 0, dy: 1.1, strength: 0.16 + 0.2 * (away / END), warm: 0.5 });
}

/** Light that falls slanting through the roof lights, thick with dust. */
async function drawBeams(canvas) {
  for (const [away, side] of [
    [18, 1],
    [26, -1],
    [27, 1],
  ]) {
    const top = corner(side * 2.7, 9.6, away);
    const foot = corner(side * -0.4, 0.4, away - 2.5);
    const beam = await drawMask(
      canvas,
      shape([...top, ...corner(side * 4.1, 9.1, away), ...foot, ...corner(side * -2.6, 0.4, away - 2.5)]),
      { blur: 6 },
    );
    for (let at = 0; at < beam.length; at++) {
      if (beam[at] === 0) continue;
      const x = (at % canvas.width) / canvas.scale;
      const y = Math.floor(at / canvas.width) / canvas.scale;
      beam[at] *= (0.7 + 0.6 * fbm(x / 60, y / 60, 47, 4)) * mix(1, 0.25, ramp(top[1], foot[1], y));
    }
    lighten(canvas, beam, { strength: 0.2, warm: 0.5 });
  }
}

/** Half breadth of the hull at a station (0 bow, 1 stern) and a height (0 keel, 1 sheer). */
function halfBreadth(station, height) {
  const taper = station > 0.72 ? 1 - (station - 0.72) * 0.9 : 1;
  const full = 2.75 * Math.sin(Math.PI * Math.min(1, station * 0.74 + 0.04)) ** 0.62 * taper;
  const power = mix(1.25, 0.36, Math.sin(Math.PI * clamp(station * 0.9 + 0.06)) ** 0.9);
  return full * height ** power;
}

/** Where a point of the hull is seen: at a station, a height and on a side (-1 or 1). */
function hullPoint(station, height, side) {
  const keel = 0.75 + 4.5 * Math.max(0, 0.13 - station);
  const sheer = 4.5 + 1.5 * (1 - station) ** 2.2 + 0.6 * Math.max(0, station - 0.6);
  return corner(side * halfBreadth(station, height), mix(keel, sheer, height), BOW + station * LENGTH);
}

function ribCurve(station, side) {
  const points = Array.from({ length: 25 }, (_, index) => hullPoint(station, index / 24, side));
  return points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L');
}

const STATIONS = 21;

async function drawHull(canvas) {
  for (let index = STATIONS; index >= 0; index--) {
    if (index > 0) await drawRib(canvas, index);
    if (index < STATIONS) await drawPlanks(canvas, index / STATIONS, (index + 1) / STATIONS);
  }
  await drawBlocks(canvas);
  await drawStem(canvas);
}

async function drawRib(canvas, index) {
  const station = index / STATIONS;
  const m = FOCAL / (BOW + station * LENGTH);
  const curves = `M${ribCurve(station, 1)}M${ribCurve(station, -1)}`;
  const rib = `<path d="${curves}" fill="none" stroke="#fff" stroke-width="${0.2 * m}"/>`;
  const beam = line(...hullPoint(station, 0.97, -1), ...hullPoint(station, 0.97, 1), 0.13 * m);
  const floor = shape([
    ...hullPoint(station, 0.16, -1),
    ...hullPoint(station, 0.16, 1),
    ...hullPoint(station, 0, 1),
    ...hullPoint(station, 0, -1),
  ]);
  const mask = await drawMask(canvas, rib + floor + (index % 3 === 0 ? beam : ''), { rough: 0.3 });
  paint(
    canvas,
    (x, y, spot) => {
      const grain = fbm(x / 5, y / 22, 53, 3) * 0.05;
      const up = ramp(HORIZON + 120, HORIZON - 380, y);
      spot.tone = mix(0.3, 0.5, station) + grain + up * 0.1;
      spot.warm = 0.72;
    },
    { mask },
  );
  // The near edge of each rib lies in its own shade; the far side catches the daylight.
  rimLight(canvas, mask, { dx: 1.4, dy: -0.6, strength: 0.3, warm: 0.55 });
  const shade = await drawMask(
    canvas,
    `<path d="${curves}" fill="none" stroke="#fff" stroke-width="${0.068 * m}" transform="translate(${-0.056 * m} 0)"/>`,
  );
  paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone: spot.tone * 0.55 }), { mask: shade, strength: 0.7 });
}

/** Ribbands right along, and the first strakes of planking over the keel, between two stations. */
async function drawPlanks(canvas, from, to) {
  const m = FOCAL / (BOW + from * LENGTH);
  let ribbands = '';
  for (const height of [0.5, 0.72, 0.99]) {
    for (const side of [-1, 1])
      ribbands += line(
        ...hullPoint(from, height, side),
        ...hullPoint(to, height, side),
        (height > 0.9 ? 0.2 : 0.1) * m,
      );
  }
  const mask = await drawMask(canvas, ribbands, { rough: 0.2 });
  paint(canvas, (x, y, spot) => Object.assign(spot, { tone: 0.42 + noise(x / 6, y / 6, 57) * 0.06, warm: 0.7 }), {
    mask,
  });
  rimLight(canvas, mask, { dx: 0, dy: -1.1, strength: 0.4, warm: 0.55 });
  for (let strake = 0; strake < 5; strake++) {
    if (strake > 1 && from > 0.92 - strake * 0.12) continue;
    const low = strake * 0.058;
    const high = low + 0.052;
    const planks = [-1, 1].map((side) =>
      shape([
        ...hullPoint(from, low, side),
        ...hullPoint(from, high, side),
        ...hullPoint(to, high, side),
        ...hullPoint(to, low, side),
      ]),
    );
    const plankMask = await drawMask(canvas, planks.join(''));
    const own = latticeValue(strake, Math.floor(from * 4 + strake * 0.3), 59) * 0.08;
    paint(
      canvas,
      (x, y, spot) =>
        Object.assign(spot, { tone: 0.31 + own + strake * 0.02 + fbm(x / 30, y / 4, 61, 3) * 0.05, warm: 0.78 }),
      { mask: plankMask },
    );
  }
}

/** The blocks that the keel lies on. */
async function drawBlocks(canvas) {
  let blocks = '';
  for (let away = BOW + LENGTH; away > BOW - 0.5; away -= 1.5) {
    const { x, y, metre: m } = project(0, 0, away);
    blocks += shape([x - 0.5 * m, y, x + 0.5 * m, y, x + 0.36 * m, y - 0.66 * m, x - 0.36 * m, y - 0.66 * m]);
  }
  const mask = await drawMask(canvas, blocks, { rough: 0.3 });
  paint(canvas, (x, y, spot) => Object.assign(spot, { tone: 0.16 + noise(x / 8, y / 5, 63) * 0.04, warm: 0.5 }), {
    mask,
  });
  rimLight(canvas, mask, { dy: -1.2, strength: 0.3, warm: 0.5 });
}

/** The stem that rises before the ribs, tapering, its two faces lit differently. */
async function drawStem(canvas) {
  const edge = (side) =>
    Array.from({ length: 21 }, (_, index) => {
      const share = index / 20;
      return corner(side * mix(0.2, 0.1, share), mix(0.66, 6.25, share), BOW + 0.9 - 1.5 * share ** 0.7).join(' ');
    });
  const stem = await drawMask(canvas, `<path d="M${edge(-1).join('L')}L${edge(1).reverse().join('L')}Z"/>`, {
    rough: 0.35,
  });
  paint(
    canvas,
    (x, y, spot) => {
      const face = x < MIDDLE ? 0.3 : 0.5;
      spot.tone = face + fbm(x / 4, y / 60, 67, 4) * 0.06 + ramp(HORIZON + 100, HORIZON - 500, y) * 0.06;
      spot.warm = 0.76;
    },
    { mask: stem },
  );
  rimLight(canvas, stem, { dx: 1, dy: -0.5, strength: 0.4, warm: 0.6 });
}

/** Trestles and planks on both sides of the hull at a distance. */
async function drawStaging(canvas, away) {
  const m = FOCAL / away;
  const bar = (from, to, width) =>
    [-1, 1]
      .map((side) => line(...corner(side * from[0], from[1], away), ...corner(side * to[0], to[1], away), width * m))
      .join('');
  let timber = bar([3.35, 0.2], [4.9, 1.9], 0.07);
  for (const across of [3.35, 4.9]) timber += bar([across, 0], [across, 5.4], 0.13);
  for (const up of [1.9, 3.6, 5.2]) timber += bar([3.1, up], [5.15, up], 0.11);
  const mask = await drawMask(canvas, timber, { rough: 0.3 });
  const tone = mix(0.11, 0.26, clamp((away - BOW) / 22));
  paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone, warm: 0.45 }), { mask });
  rimLight(canvas, mask, { dx: 0.9, dy: -0.9, strength: 0.28, warm: 0.55 });
}

async function drawLadders(canvas) {
  let ladders = '';
  for (const [foot, head, away] of [
    [[-5.6, 0], [-3.3, 5.6], BOW + 0.4],
    [[4.1, 0], [2.45, 5.2], BOW + 6.5],
  ]) {
    const m = FOCAL / away;
    const at = (share, shift) => corner(mix(foot[0], head[0], share) + shift, mix(foot[1], head[1], share), away);
    ladders += line(...at(0, 0), ...at(1, 0), 0.08 * m) + line(...at(0, 0.42), ...at(1, 0.42), 0.08 * m);
    for (let rung = 1; rung < 19; rung++) ladders += line(...at(rung / 19, 0), ...at(rung / 19, 0.42), 0.05 * m);
  }
  const mask = await drawMask(canvas, ladders, { rough: 0.2 });
  paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone: 0.13, warm: 0.5 }), { mask });
  rimLight(canvas, mask, { dx: 0.9, dy: -0.5, strength: 0.35, warm: 0.55 });
}

/** The people of the yard: across, up and away. */
const WORKERS = [
  [-4.1, 3.66, BOW + 1.2],
  [4.3, 1.96, BOW + 1.2],
  [3.9, 0, BOW + 3.4],
  [-4.5, 0, BOW + 6],
  [-2.9, 0, BOW - 1.4],
  [3.5, 0, 34],
  [-3.2, 0, 38],
  [4.2, 3.66, BOW + LENGTH * 0.75],
];

async function drawWorkers(canvas) {
  const random = randomStream(21);
  for (const [across, up, away] of WORKERS) {
    const { x, y, metre: m } = project(across, up, away);
    const reach = across < 0 ? m : -m;
    const arm = line(x + reach * 0.14, y - 1.38 * m, x + reach * 0.62, y - 1.22 * m, 0.11 * m);
    const mallet = line(x + reach * 0.62, y - 1.34 * m, x + reach * 0.66, y - 1.02 * m, 0.06 * m);
    const mask = await drawMask(canvas, person(x, y, 1.74 * m, random) + arm + mallet, { rough: 0.25 });
    const tone = mix(0.08, 0.26, clamp((away - 9) / 30));
    paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone, warm: 0.35 }), { mask });
    rimLight(canvas, mask, { dx: 0.8, dy: -0.8, strength: 0.4, warm: 0.5 });
  }
}

async function drawShavings(canvas) {
  const random = randomStream(22);
  let shavings = '';
  for (let curl = 0; curl < 420; curl++) {
    const { x, y, metre: m } = project((random() - 0.5) * 11, 0, 7.2 + random() ** 1.5 * 9);
    shavings += oval(x, y, m * 0.024 * (0.4 + random()), m * 0.009, { turn: random() * 60 - 30 });
  }
  await silhouette(canvas, shavings, { tone: 0.62, warm: 0.75, strength: 0.7 });
}
