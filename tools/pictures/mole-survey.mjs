// The survey boat with its divers under the granite wall of the north mole, which runs out to a lighthouse. Landscape.

import { clamp, drawMask, glow, makeCamera, makeCanvas, mix, paint, ramp, rimLight, silhouette } from './canvas.mjs';
import { disc, gull, line, person, shape } from './figures.mjs';
import { finish } from './finish.mjs';
import { cell, fbm, latticeValue, noise, randomStream, ridged } from './noise.mjs';
import { hills, ridgeLine, sky, water } from './scenery.mjs';

const HORIZON = 352;
const VANISH = 190;
const FOCAL = 800;
const EYE = 2.7;
const WALL = 7.2;
const WALL_TOP = 6.4;
const PARAPET = 8;
const END = 175;
const project = makeCamera({ x: VANISH, horizon: HORIZON, focal: FOCAL, eye: EYE });

export async function draw() {
  const canvas = makeCanvas(2000, 1300);
  sky(canvas, {
    horizon: HORIZON,
    zenith: 0.62,
    low: 0.9,
    warmZenith: 0.1,
    warmLow: 0.4,
    cover: 0.66,
    contrast: 0.4,
    light: { x: 120, y: 150 },
    seed: 205,
    scale: 0.85,
    stretch: 1.3,
  });
  hills(canvas, {
    foot: HORIZON + 1,
    ridge: ridgeLine(52, { relief: 30, wide: 200 }),
    tone: 0.6,
    mist: 0.8,
    warm: 0.25,
    seed: 52,
    depth: 30,
  });
  water(canvas, {
    horizon: HORIZON,
    ripple: 1.5,
    dark: 0.2,
    seed: 131,
    warm: 0.1,
    light: { x: 130, width: 120, warm: 0.4 },
    glint: 0.4,
  });
  await drawLight(canvas);
  await drawWall(canvas);
  await drawMirror(canvas);
  drawWash(canvas);
  await drawHole(canvas);
  await drawBoat(canvas);
  await drawGulls(canvas);
  return finish(canvas, {
    seed: 44,
    vignette: 0.2,
    contrast: 0.34,
    floor: 0.06,
    bloomStrength: 0.22,
    bloomThreshold: 0.78,
  });
}

/** The lighthouse at the head of the mole. */
async function drawLight(canvas) {
  const { x, y, metre: m } = project(WALL + 5, WALL_TOP, END);
  const mask = await drawMask(
    canvas,
    shape([x - 2.6 * m, y, x - 1.7 * m, y - 16 * m, x + 1.7 * m, y - 16 * m, x + 2.6 * m, y]),
    { rough: 0.15 },
  );
  paint(
    canvas,
    (px, py, spot) => {
      const band = Math.floor((y - py) / (3.6 * m)) % 2 === 1 ? 0.62 : 1;
      spot.tone = mix(0.86, 0.5, ramp(x - 2 * m, x + 2.4 * m, px)) * band;
      spot.warm = 0.3;
    },
    { mask },
  );
  const gallery = shape([
    x - 2.4 * m,
    y - 16 * m,
    x - 2.4 * m,
    y - 16.8 * m,
    x + 2.4 * m,
    y - 16.8 * m,
    x + 2.4 * m,
    y - 16 * m,
  ]);
  const lantern = shape([
    x - 1.3 * m,
    y - 16.8 * m,
    x - 1.3 * m,
    y - 19 * m,
    x,
    y - 20.8 * m,
    x + 1.3 * m,
    y - 19 * m,
    x + 1.3 * m,
    y - 16.8 * m,
  ]);
  await silhouette(canvas, gallery + lantern + line(x, y - 20 * m, x, y - 22.5 * m, 0.8), { tone: 0.4, warm: 0.2 });
  glow(canvas, { x, y: y - 17.9 * m, radius: 2.6, strength: 1.2, warm: 0.7 });
  glow(canvas, { x, y: y - 17.9 * m, radius: 14, strength: 0.25, warm: 0.7 });
}

/** A point of the wall's face, or of the plane a little before it. */
const corner = (up, away, before = 0) => {
  const { x, y } = project(WALL - before, up, away);
  return [x, y];
};

async function drawWall(canvas) {
  const face = await drawMask(
    canvas,
    shape([...corner(PARAPET, 5), ...corner(PARAPET, END), ...corner(-0.1, END), ...corner(-0.1, 5)]),
    { rough: 0.3 },
  );
  const [endX, endY] = corner(PARAPET, END);
  const [, footY] = corner(-0.1, END);
  const back = project(WALL + 12, PARAPET, END);
  await silhouette(canvas, shape([endX, endY, back.x, back.y, back.x, footY, endX, footY]), { tone: 0.56, warm: 0.2 });
  paint(
    canvas,
    (x, y, spot) => {
      const away = clamp((FOCAL * WALL) / Math.max(1, x - VANISH), 4, END);
      const up = EYE - ((y - HORIZON) * away) / FOCAL;
      spot.tone = mix(granite(away, up), 0.7, 1 - Math.exp(-away / 150));
      spot.warm = 0.24 + 0.1 * ramp(1.2, 3, up);
    },
    { mask: face },
  );
}

/** The wall's stones: courses a metre high, each block its own gray; weed and wet below the tide mark. */
function granite(away, up) {
  const high = up > WALL_TOP ? 0.8 : 1.05;
  const course = Math.floor(up / high);
  const shifted = away / (1.7 + latticeValue(course, 3, 8) * 0.9) + latticeValue(course, 1, 9);
  const block = Math.floor(shifted);
  const inX = Math.abs(shifted - block - 0.5) * 2;
  const inY = Math.abs(up / high - course - 0.5) * 2;
  const soft = clamp(away / 26, 0.03, 0.6) * 0.1;
  const joint = Math.max(ramp(0.96 - soft, 1, inX), ramp(0.9 - soft, 1, inY)) * clamp(1.15 - away / 70);
  const own = (latticeValue(block, course, 21) - 0.5) * 0.17;
  const hewn = cell(away * 2.6, up * 3.2, 33);
  const facets = ((hewn.id - 0.5) * 0.04 - ramp(0.1, 0, hewn.edge) * 0.025) * clamp(1.2 - away / 26);
  const rough = facets + fbm(away * 1.5, up * 2.5, 35, 4) * 0.06;
  const run = ramp(0.05, 0.5, noise(away * 1.3, up * 0.14, 37)) * 0.09 * ramp(WALL_TOP, 2, up);
  const ledge = up > WALL_TOP - 0.25 && up < WALL_TOP ? 0.1 : 0;
  const tide = ramp(1.7, 0.9, up + fbm(away * 0.6, 1, 39, 3) * 0.4);
  const weed = 0.17 + fbm(away * 3, up * 4, 43, 4) * 0.08;
  return mix(0.47 + own + rough - run + ledge - joint * 0.2, weed, tide * 0.88);
}

/** The wall's dark image in the water. */
async function drawMirror(canvas) {
  const near = project(WALL, 0, 5);
  const far = project(WALL, 0, END);
  const mask = await drawMask(
    canvas,
    shape([near.x, near.y, far.x, far.y, far.x - 4, far.y + 8, 560, 640, near.x, near.y + 900]),
    { rough: 6, blur: 6, seed: 3 },
  );
  paint(
    canvas,
    (x, y, spot) => {
      const gap = ramp(0.4, 0.75, ridged(x / 70, y / 7, 47, 3));
      spot.tone = mix(spot.tone, 0.24 + gap * 0.14, 0.78);
      spot.warm = mix(spot.warm, 0.12, 0.5);
    },
    { mask, top: HORIZON },
  );
}

/** Swell that breaks and runs down along the foot of the wall. */
function drawWash(canvas) {
  paint(
    canvas,
    (x, y, spot) => {
      const away = (FOCAL * WALL) / Math.max(1, x - VANISH);
      if (away > END || away < 4) return;
      const foot = HORIZON + (FOCAL * EYE) / away;
      const height = ((y - foot) * away) / FOCAL + fbm(away * 0.5, 3, 58, 4) * 0.5;
      const brim = Math.exp(-((height / 0.22) ** 2));
      const lace =
        Math.exp(-(((height - 0.5) / 0.6) ** 2)) * ramp(0.45, 0.85, ridged(away * 2.6, height * 2.2, 59, 5)) * 0.4;
      const share = clamp(brim * (0.45 + fbm(away * 1.3, height, 60, 3)) + lace);
      spot.tone = mix(spot.tone, 0.86, share * 0.9);
      spot.warm = mix(spot.warm, 0.2, share);
    },
    { top: HORIZON },
  );
}

/** The loose stone's place, a dark opening just over the tide mark, ringed with chalk. */
async function drawHole(canvas) {
  const hole = [corner(1.1, 12.1, 0.02), corner(2.05, 12.1, 0.02), corner(2.05, 13.5, 0.02), corner(1.1, 13.5, 0.02)];
  await silhouette(canvas, shape(hole.flat()), { tone: 0.05, rough: 0.5 });
  const ring = [corner(0.9, 11.8, 0.02), corner(2.3, 11.8, 0.02), corner(2.3, 13.9, 0.02), corner(0.9, 13.9, 0.02)];
  const chalk = `<path d="M${ring.map((point) => point.join(' ')).join('L')}Z" fill="none" stroke="#fff" stroke-width="1.6"/>`;
  await silhouette(canvas, chalk, { tone: 0.92, warm: 0.3, rough: 0.9, strength: 0.85 });
}

const BOAT = project(2.5, 0, 12.4);
/** A point of the boat: metres from her middle and over the water. */
const at = (dx, up) => [BOAT.x + dx * BOAT.metre, BOAT.y - up * BOAT.metre];
const polygon = (...points) => shape(points.flatMap(([dx, up]) => at(dx, up)));
const stay = (from, to, width) => line(...at(...from), ...at(...to), width);

async function drawBoat(canvas) {
  await drawBoatMirror(canvas);
  await drawHouse(canvas);
  await drawRig(canvas);
  await drawCrew(canvas);
  await drawDivers(canvas);
  await drawHull(canvas);
}

async function drawBoatMirror(canvas) {
  const outline = polygon(
    [-2.9, 0],
    [3.2, 0],
    [2.2, -0.95],
    [0.4, -1],
    [-0.2, -1.5],
    [-1, -1.5],
    [-1.2, -0.95],
    [-2.2, -0.8],
  );
  const mask = await drawMask(canvas, outline, { rough: 6, blur: 5, seed: 5 });
  paint(
    canvas,
    (x, y, spot) => {
      spot.tone = mix(spot.tone, 0.2 + 0.2 * ramp(0.4, 0.7, ridged(x / 60, y / 6, 63, 3)), 0.7);
    },
    { mask },
  );
}

async function drawHouse(canvas) {
  const { x, metre: m } = BOAT;
  const mask = await drawMask(canvas, polygon([-1.3, 0.62], [-1.1, 2.15], [0.42, 2.15], [0.5, 0.62]), { rough: 0.2 });
  paint(
    canvas,
    (px, _py, spot) => Object.assign(spot, { tone: mix(0.88, 0.66, ramp(x - 1.2 * m, x + 0.5 * m, px)), warm: 0.3 }),
    { mask },
  );
  const roof = polygon([-1.35, 2.12], [-1.3, 2.28], [0.66, 2.28], [0.66, 2.12]);
  const panes =
    polygon([-1.05, 1.32], [-0.99, 1.92], [-0.62, 1.92], [-0.62, 1.32]) +
    polygon([-0.48, 1.32], [-0.48, 1.92], [-0.08, 1.92], [-0.08, 1.32]);
  await silhouette(canvas, roof + panes + polygon([0.05, 0.62], [0.05, 1.92], [0.36, 1.92], [0.36, 0.62]), {
    tone: 0.17,
    warm: 0.2,
    rough: 0.2,
  });
}

/** Mast, davit, and the code flag A: divers are down. */
async function drawRig(canvas) {
  const mast =
    stay([-0.4, 2.2], [-0.4, 4.3], 2.2) + stay([-0.9, 3.5], [0.1, 3.5], 1.4) + stay([-0.4, 4.2], [-3, 1.2], 0.8);
  const davit =
    stay([2.3, 0.6], [2.3, 2.5], 3) +
    stay([2.3, 2.45], [3.5, 2.9], 2.4) +
    stay([2.3, 1.5], [3.1, 2.72], 1.2) +
    stay([3.48, 2.88], [3.48, 0.9], 0.9);
  await silhouette(canvas, mast + davit + disc(...at(-0.4, 3), 0.11 * BOAT.metre), {
    tone: 0.13,
    warm: 0.2,
    rough: 0.2,
  });
  await silhouette(canvas, polygon([-0.36, 4.25], [0.4, 4.18], [0.36, 3.72], [-0.36, 3.76]), {
    tone: 0.93,
    warm: 0.2,
    rough: 0.5,
  });
  await silhouette(canvas, polygon([0.06, 4.21], [0.4, 4.18], [0.2, 3.95], [0.36, 3.72], [0.02, 3.745]), {
    tone: 0.26,
    warm: 0.05,
    rough: 0.4,
  });
}

/** A surveyor at his level on the fore deck, a hand by the house. */
async function drawCrew(canvas) {
  const m = BOAT.metre;
  const random = randomStream(28);
  const [manX, manY] = at(1.05, 0.55);
  const tripod =
    stay([-1.62, 1.95], [-1.95, 0.8], 1.7) +
    stay([-1.62, 1.95], [-1.62, 0.78], 1.7) +
    stay([-1.62, 1.95], [-1.36, 0.72], 1.7) +
    polygon([-1.8, 1.95], [-1.8, 2.15], [-1.38, 2.15], [-1.38, 1.95]);
  const arm = line(manX, manY - 1.3 * m, manX + 0.62 * m, manY - 1.02 * m, 0.12 * m);
  const people = person(manX, manY, 1.75 * m, random) + person(...at(-2.15, 0.85), 1.72 * m, random);
  const mask = await drawMask(canvas, people + arm + tripod, { rough: 0.25 });
  paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone: 0.12, warm: 0.3 }), { mask });
  rimLight(canvas, mask, { dx: -0.9, dy: -0.4, strength: 0.45, warm: 0.3 });
}

/** One diver on the gunwale with his bottle, one in the water with an arm up. */
async function drawDivers(canvas) {
  const m = BOAT.metre;
  const set = ([x, y], content) => `<g transform="translate(${x} ${y}) scale(${m})">${content}</g>`;
  const sitting = set(
    at(1.95, 0.68),
    '<path d="M-.2 0q-.06 -.5 .12 -.66q.26 -.1 .34 .12l.06 .34l.3 .1l.06 .56h-.14l-.08 -.42h-.4Z"/><ellipse cx=".06" cy="-.82" rx=".13" ry=".16"/><rect x="-.36" y="-.68" width=".2" height=".56" rx=".09"/>',
  );
  const swimming = set(
    at(3.75, -0.18),
    '<path d="M-.32 0q.06 -.26 .32 -.28q.28 .04 .34 .28Z"/><ellipse cy="-.36" rx=".14" ry=".17"/><path d="M.22 -.12L.56 -.62" stroke="#fff" stroke-width=".11"/>',
  );
  const mask = await drawMask(canvas, sitting + swimming, { rough: 0.3 });
  paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone: 0.075, warm: 0.2 }), { mask });
  rimLight(canvas, mask, { dx: -0.8, dy: -0.8, strength: 0.5, warm: 0.25 });
  const rings = [0.5, 0.85]
    .map((size) => `<ellipse rx="${size}" ry="${size * 0.16}" fill="none" stroke="#fff" stroke-width=".022"/>`)
    .join('');
  await silhouette(canvas, set(at(3.75, -0.19), rings), { tone: 0.8, warm: 0.2, strength: 0.6, rough: 0.8 });
}

async function drawHull(canvas) {
  const { x, y, metre: m } = BOAT;
  const set = (content) => `<g transform="translate(${x} ${y}) scale(${m} ${-m})">${content}</g>`;
  const mask = await drawMask(
    canvas,
    set('<path d="M-3.25 1.12C-3 .3 -2.7 .02 -2.3 -.04L2.75 -.04L3.05 .78C1.4 .6 -1.6 .66 -3.25 1.12Z"/>'),
    { rough: 0.25 },
  );
  paint(
    canvas,
    (px, py, spot) =>
      Object.assign(spot, { tone: mix(0.1, 0.21, ramp(y, y - m, py)) + noise(px / 60, py / 3, 71) * 0.02, warm: 0.15 }),
    { mask },
  );
  rimLight(canvas, mask, { dx: -0.5, dy: -1.4, strength: 0.5, warm: 0.3 });
  await silhouette(
    canvas,
    set('<path d="M-3.1 .86C-1.6 .5 1.4 .42 2.98 .58" fill="none" stroke="#fff" stroke-width=".044"/>'),
    { tone: 0.8, warm: 0.35 },
  );
  const ladder =
    stay([2.72, 0.7], [2.9, -0.12], 1.8) +
    stay([3.02, 0.7], [3.2, -0.12], 1.8) +
    [0.5, 0.28, 0.06].map((up) => stay([2.77 + (0.7 - up) * 0.22, up], [3.07 + (0.7 - up) * 0.22, up], 1.4)).join('');
  await silhouette(canvas, ladder, { tone: 0.7, warm: 0.2 });
  paint(
    canvas,
    (px, py, spot) => {
      const brim = Math.exp(-(((py - y - 1 - fbm(px / 22, 2, 73, 3) * 3) / 2.6) ** 2));
      const along = ramp(x - 3.1 * m, x - 2.2 * m, px) * (1 - ramp(x + 2.4 * m, x + 3.4 * m, px));
      spot.tone = mix(spot.tone, 0.85, clamp(brim * along * (0.5 + fbm(px / 12, py / 4, 74, 3))));
    },
    { top: y - 14, bottom: y + 16 },
  );
}

async function drawGulls(canvas) {
  const birds = [
    [468, 108, 34, 0.6, -12],
    [396, 168, 24, 0.2, 8],
    [330, 96, 28, 0.5, 16],
    [250, 214, 15, 0.4, 0],
  ].map(([x, y, span, lift, turn]) => gull(x, y, span, { lift, turn }));
  await silhouette(canvas, birds.join(''), { tone: 0.22, warm: 0.2, rough: 0.15 });
}
