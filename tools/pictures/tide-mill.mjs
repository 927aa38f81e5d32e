// The weatherboarded tide mill on its piles over a muddy creek at low water. Nearly square.

import { clamp, drawMask, makeCanvas, mix, paint, ramp, rimLight, silhouette, toneAt } from './canvas.mjs';
import { gull, line, oval, shape, tree } from './figures.mjs';
import { finish } from './finish.mjs';
import { fbm, latticeValue, noise, randomStream, ridged } from './noise.mjs';
import { fog, hills, ridgeLine, sky } from './scenery.mjs';

const HORIZON = 470;

export async function draw() {
  const canvas = makeCanvas(1700, 1600);
  sky(canvas, {
    horizon: HORIZON,
    zenith: 0.6,
    low: 0.9,
    warmZenith: 0.08,
    warmLow: 0.46,
    cover: 0.62,
    contrast: 0.38,
    light: { x: 140, y: 260 },
    seed: 613,
    scale: 0.85,
    stretch: 1.3,
  });
  hills(canvas, {
    foot: HORIZON + 2,
    ridge: ridgeLine(101, { relief: 60, wide: 300 }),
    tone: 0.6,
    mist: 0.82,
    warm: 0.3,
    seed: 101,
    depth: 52,
  });
  hills(canvas, {
    foot: HORIZON + 4,
    ridge: ridgeLine(106, { relief: 26, wide: 160, trees: 8 }),
    tone: 0.46,
    mist: 0.76,
    warm: 0.3,
    seed: 106,
    depth: 36,
    fade: 0.7,
  });
  await drawTrees(canvas);
  drawMarsh(canvas);
  await drawMill(canvas);
  drawCreek(canvas);
  await drawDam(canvas);
  await drawWheel(canvas);
  await drawPiles(canvas);
  drawOutflow(canvas);
  await drawStakes(canvas);
  await drawBoat(canvas);
  await drawBirds(canvas);
  await drawGrass(canvas);
  return finish(canvas, {
    seed: 103,
    vignette: 0.2,
    contrast: 0.32,
    floor: 0.06,
    bloomStrength: 0.2,
    bloomThreshold: 0.8,
  });
}

async function drawTrees(canvas) {
  const random = randomStream(11);
  const stand =
    tree(872, 486, 170, random) +
    tree(938, 488, 130, random) +
    tree(1000, 488, 190, random) +
    tree(20, 486, 84, random) +
    tree(66, 486, 62, random);
  const mask = await drawMask(canvas, stand, { rough: 0.25, blur: 0.3 });
  paint(
    canvas,
    (x, y, spot) => Object.assign(spot, { tone: 0.4 + ramp(-0.1, 0.5, fbm(x / 14, y / 14, 3, 4)) * 0.14, warm: 0.34 }),
    { mask },
  );
}

/** Where the creek's water lies: its middle and half width at a row. */
function creek(y) {
  const near = clamp((y - 560) / (941 - 560));
  const middle = 520 - 150 * Math.sin(near * 2.3) + 215 * near ** 2.2;
  return { middle, half: 26 + near ** 1.5 * 165 };
}

function bankEdge(x, y) {
  const { middle, half } = creek(y);
  return Math.abs(x - middle) - half - fbm(x / 46, y / 22, 121, 4) * (10 + half * 0.18);
}

/** Salt marsh and mud down to the water. */
function drawMarsh(canvas) {
  paint(
    canvas,
    (x, y, spot) => {
      const near = (y - HORIZON) / (canvas.deep - HORIZON);
      const away = 1 / (near + 0.06);
      const edge = y > 560 ? bankEdge(x, y) : 200;
      const turf = ramp(70 + near * 60, 105 + near * 70, edge + fbm(x / 50, y / 20, 125, 4) * 40);
      const px = x * away * 0.012;
      const py = away * 4.2;
      const patches = fbm(px * 0.8 + 3, py * 0.8, 137, 4) * 0.1;
      const tuft =
        noise(x / (1.6 + near * 2), y / (4 + near * 9), 127) * 0.07 + fbm(px * 3, py * 3, 129, 4) * 0.07 + patches;
      const ripple = ridged(x / 26 + fbm(x / 50, y / 30, 4, 3) * 1.5, y / (4 + near * 8), 131, 4);
      const wet = ramp(60, 0, edge);
      const mud = 0.36 + (ripple - 0.5) * 0.2 + wet * 0.16 - fbm(x / 70, y / 26, 133, 3) * 0.06;
      const gloss = ramp(0.55, 0.85, ripple) * wet * 0.24;
      spot.tone = mix(mud + gloss, 0.42 + tuft + 0.12 * (1 - near), turf);
      spot.warm = mix(0.34, 0.44, turf);
    },
    { top: HORIZON + 2 },
  );
  fog(canvas, {
    tone: 0.78,
    warm: 0.4,
    amount: (x, y) => Math.exp(-(((y - HORIZON - 6) / 16) ** 2)) * (0.35 + fbm(x / 110, y / 14, 9, 3) * 0.4),
    top: HORIZON - 30,
    bottom: HORIZON + 60,
  });
}

/** The water in the creek: a bright strip of sky, with the mill's image in it. */
function drawCreek(canvas) {
  paint(
    canvas,
    (x, y, spot) => {
      const edge = bankEdge(x, y);
      const inside = clamp(-edge * 0.5 + 0.5);
      if (inside === 0) return;
      const near = clamp((y - 560) / 380);
      const wave = noise(x / (14 + near * 30), y / (2.4 + near * 6), 141) * (2 + near * 9);
      const mirrorY = 600 - (y - 600) * 1.12;
      const mirrored = toneAt(canvas, x + wave * 1.4, clamp(mirrorY + wave * 2, 20, 620));
      const brim = Math.exp(-((edge / 5) ** 2)) * 0.14;
      spot.tone = mix(spot.tone, clamp(mirrored * 0.9 + 0.02 + wave * 0.006 - brim), inside);
      spot.warm = mix(spot.warm, 0.22, inside);
    },
    { top: 596 },
  );
}

const MILL = { left: 436, front: 640, right: 806, foot: 556, eaves: 300, ridge: 176 };
const GABLE = (MILL.left + MILL.front) / 2;

async function drawMill(canvas) {
  const { left, front, right, foot, eaves, ridge } = MILL;
  // The gable end in the light to the left, the long side in half shade to the right.
  const gable = await drawMask(canvas, shape([left, foot, left, eaves, GABLE, ridge + 8, front, eaves, front, foot]), {
    rough: 0.3,
  });
  paint(canvas, (x, y, spot) => Object.assign(spot, { tone: boards(x, y, 0.78), warm: 0.34 }), { mask: gable });
  const side = await drawMask(canvas, shape([front, foot, front, eaves, right, eaves + 10, right, foot - 6]), {
    rough: 0.3,
  });
  paint(canvas, (x, y, spot) => Object.assign(spot, { tone: boards(x, y - (x - front) * 0.03, 0.5), warm: 0.3 }), {
    mask: side,
  });
  await drawRoof(canvas);
  await silhouette(canvas, line(left + 2, eaves + 14, front, eaves + 14, 3) + line(front, eaves + 12, front, foot, 4), {
    tone: 0.36,
    warm: 0.3,
    strength: 0.5,
    blur: 1,
  });
  await drawLucam(canvas, GABLE, ridge);
  await drawWindows(canvas);
}

async function drawRoof(canvas) {
  const { left, front, right, eaves, ridge } = MILL;
  const roof = await drawMask(
    canvas,
    shape([GABLE - 4, ridge, front + 10, eaves + 8, right + 12, eaves + 16, right - 70, ridge + 14]),
    { rough: 0.4 },
  );
  paint(
    canvas,
    (x, y, spot) => {
      const course = Math.floor(y / 7.4);
      const tile = latticeValue(Math.floor((x + (course % 2) * 4) / 8), course, 151);
      const lip = y / 7.4 - course > 0.84 ? -0.07 : 0;
      const moss = ramp(0.1, 0.5, fbm(x / 30, y / 22, 153, 4)) * 0.08;
      spot.tone = 0.3 + (tile - 0.5) * 0.1 + lip + moss;
      spot.warm = 0.5;
    },
    { mask: roof },
  );
  rimLight(canvas, roof, { dx: -0.6, dy: -1.4, strength: 0.35, warm: 0.4 });
  const barge = line(GABLE, ridge + 2, left - 9, eaves + 8, 8) + line(GABLE, ridge + 2, front + 9, eaves + 8, 8);
  await silhouette(canvas, barge, { tone: 0.88, warm: 0.35, rough: 0.3 });
}

const BOARD = 8.6;

/** Weatherboards: each overlaps the one below and throws a line of shade on it. */
function boards(x, y, tone) {
  const board = Math.floor(y / BOARD);
  const inBoard = y / BOARD - board;
  const own = (latticeValue(board, Math.floor(x / 90 + board * 0.37), 161) - 0.5) * 0.1;
  const shade = inBoard > 0.82 ? -0.19 : inBoard < 0.14 ? 0.03 : 0;
  const weather = fbm(x / 40, y / 70, 163, 4) * 0.08 + noise(x / 3, y / 40, 165) * 0.03;
  const damp = ramp(470, 556, y) * 0.16;
  return clamp(tone + own + shade + weather - damp);
}

/** The hoist loft that juts out under the ridge, with its rope and a sack. */
async function drawLucam(canvas, x, ridge) {
  const front = await drawMask(
    canvas,
    shape([x - 30, ridge + 86, x - 30, ridge + 36, x, ridge + 4, x + 30, ridge + 36, x + 30, ridge + 86]),
    { rough: 0.3 },
  );
  paint(canvas, (px, py, spot) => Object.assign(spot, { tone: boards(px + 17, py, 0.84), warm: 0.34 }), {
    mask: front,
  });
  await silhouette(canvas, line(x, ridge - 2, x - 40, ridge + 42, 7) + line(x, ridge - 2, x + 40, ridge + 42, 7), {
    tone: 0.3,
    warm: 0.45,
    rough: 0.3,
  });
  await silhouette(canvas, shape([x - 30, ridge + 86, x + 30, ridge + 86, x + 25, ridge + 97, x - 25, ridge + 97]), {
    tone: 0.22,
    warm: 0.3,
  });
  await silhouette(canvas, shape([x - 13, ridge + 80, x - 13, ridge + 46, x + 13, ridge + 46, x + 13, ridge + 80]), {
    tone: 0.14,
    warm: 0.3,
    rough: 0.2,
  });
  await silhouette(canvas, line(x, ridge + 92, x, ridge + 222, 1.6), { tone: 0.2 });
  const sack = await drawMask(
    canvas,
    `<path d="M${x - 3} ${ridge + 222}l-5 -5l2 8q-12 5 -10 24q0 9 3 11q10 4 20 0q4 -3 4 -12q1 -18 -10 -23l3 -8Z"/>`,
    { rough: 0.3 },
  );
  paint(
    canvas,
    (px, _py, spot) => Object.assign(spot, { tone: mix(0.66, 0.36, ramp(x - 12, x + 13, px)), warm: 0.6 }),
    { mask: sack },
  );
}

async function drawWindows(canvas) {
  const { left, front, right } = MILL;
  const frames = [];
  for (const y of [330, 410]) {
    frames.push([left + 28, y, 30, 38], [front - 58, y, 30, 38]);
    for (const x of [front + 26, front + 78, front + 128]) frames.push([x, y + 8, 22, 36]);
  }
  const rects = (grow) =>
    frames
      .map(
        ([x, y, wide, tall]) =>
          `<rect x="${x - grow}" y="${y - grow}" width="${wide + grow * 2}" height="${tall + grow * 2}"/>`,
      )
      .join('');
  await silhouette(canvas, rects(3.4), { tone: 0.9, warm: 0.34, rough: 0.2 });
  const glass = await drawMask(canvas, rects(0), { rough: 0.2 });
  paint(
    canvas,
    (x, y, spot) =>
      Object.assign(spot, { tone: 0.19 + ramp(0.15, 0.5, noise(x / 26 + y / 18, y / 22, 171)) * 0.3, warm: 0.12 }),
    { mask: glass },
  );
  const bars = frames
    .map(
      ([x, y, wide, tall]) =>
        line(x + wide / 2, y, x + wide / 2, y + tall, 1.8) +
        line(x, y + tall / 3, x + wide, y + tall / 3, 1.4) +
        line(x, y + (2 * tall) / 3, x + wide, y + (2 * tall) / 3, 1.4),
    )
    .join('');
  await silhouette(canvas, bars, { tone: 0.84, warm: 0.3 });
  const door = await drawMask(canvas, shape([left + 84, 548, left + 84, 474, left + 124, 474, left + 124, 548]), {
    rough: 0.25,
  });
  paint(canvas, (x, _y, spot) => Object.assign(spot, { tone: 0.2 + (Math.floor(x / 7) % 2) * 0.03, warm: 0.45 }), {
    mask: door,
  });
  await silhouette(canvas, line(right - 6, 310, right - 6, 550, 3), { tone: 0.25, warm: 0.3, strength: 0.6 });
}

/** The dam from the mill to the right, stone-faced, with a rail. */
async function drawDam(canvas) {
  const dam = await drawMask(canvas, shape([780, 548, 1010, 536, 1010, 640, 800, 656, 780, 640]), { rough: 0.7 });
  paint(
    canvas,
    (x, y, spot) => {
      const course = Math.floor(y / 13);
      const shifted = x / 27 + course * 0.43;
      const joint = Math.abs(shifted - Math.floor(shifted) - 0.5) > 0.46 || y / 13 - course > 0.87;
      const own = (latticeValue(Math.floor(shifted), course, 181) - 0.5) * 0.12;
      const weed = ramp(590, 640, y + fbm(x / 20, 3, 183, 3) * 16) * 0.22;
      spot.tone = clamp(0.45 + own - (joint ? 0.12 : 0) - weed + fbm(x / 9, y / 9, 185, 3) * 0.04);
      spot.warm = 0.32;
    },
    { mask: dam },
  );
  rimLight(canvas, dam, { dy: -1.6, strength: 0.4, warm: 0.35 });
  const rail =
    [830, 880, 930, 980].map((x) => line(x, 546 - (x - 780) * 0.05, x, 516 - (x - 780) * 0.05, 3.4)).join('') +
    line(800, 522, 1010, 511, 2.4);
  await silhouette(canvas, rail, { tone: 0.3, warm: 0.35, rough: 0.3 });
}

/** The undershot wheel in its bay under the long side, its lower half in shadow. */
async function drawWheel(canvas) {
  const x = 716;
  const y = 560;
  const bay = await drawMask(canvas, '<path d="M652 640V494q62 -38 128 0V640Z"/>', { rough: 0.4 });
  paint(canvas, (_x, py, spot) => Object.assign(spot, { tone: 0.13 - ramp(520, 620, py) * 0.05, warm: 0.25 }), {
    mask: bay,
  });
  let wood = '';
  for (let spoke = 0; spoke < 12; spoke++) {
    const turn = (spoke * Math.PI) / 6 + 0.2;
    wood += line(x, y, x + Math.cos(turn) * 56, y + Math.sin(turn) * 66, 3.8);
  }
  for (let float = 0; float < 24; float++) {
    const turn = (float * Math.PI) / 12 + 0.1;
    wood += line(x + Math.cos(turn) * 50, y + Math.sin(turn) * 60, x + Math.cos(turn) * 62, y + Math.sin(turn) * 74, 7);
  }
  const rims = [
    [58, 69],
    [49, 58],
  ].map(
    ([rx, ry]) => `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="none" stroke="#fff" stroke-width="4.4"/>`,
  );
  const wheel = await drawMask(canvas, wood + rims.join('') + oval(x, y, 10, 11), { rough: 0.4 });
  paint(
    canvas,
    (px, py, spot) => {
      // The shadow of the house falls slanting over the wheel.
      const lit = ramp(-6, 10, (x - px) * 0.75 + (y - py) + 12);
      spot.tone = mix(0.2, 0.62, lit) + noise(px / 4, py / 8, 191) * 0.06;
      spot.warm = 0.5;
    },
    { mask: wheel },
  );
  rimLight(canvas, wheel, { dx: -0.9, dy: -0.9, strength: 0.2, warm: 0.4 });
}

const PILES = [
  [428, 640],
  [470, 652],
  [520, 640],
  [566, 654],
  [612, 640],
  [648, 650],
  [782, 650],
  [816, 640],
];

async function drawPiles(canvas) {
  const shade = await drawMask(canvas, shape([430, 560, 652, 560, 652, 622, 446, 628]), { blur: 5 });
  paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone: 0.13, warm: 0.22 }), { mask: shade, strength: 0.86 });
  const braces =
    line(430, 566, 518, 630, 4.6) +
    line(520, 566, 432, 630, 4.6) +
    line(566, 566, 646, 632, 4.6) +
    line(646, 566, 568, 632, 4.6) +
    line(424, 600, 650, 602, 4);
  await silhouette(canvas, braces, { tone: 0.2, warm: 0.35, rough: 0.5 });
  const piles = PILES.map(([x, foot]) => line(x, 556, x + ((x * 7) % 5) - 2, foot, 10.5)).join('');
  const mask = await drawMask(canvas, piles, { rough: 0.6 });
  paint(
    canvas,
    (x, y, spot) => {
      const weed = ramp(600, 624, y + noise(x / 5, 1, 201) * 10);
      spot.tone = mix(0.36, 0.13, weed) + noise(x / 2.5, y / 20, 203) * 0.06;
      spot.warm = mix(0.42, 0.3, weed);
    },
    { mask },
  );
  rimLight(canvas, mask, { dx: -1.2, dy: 0, strength: 0.4, warm: 0.4 });
  const deck = await drawMask(
    canvas,
    shape([418, 552, 660, 552, 660, 566, 418, 566]) + shape([772, 548, 824, 546, 824, 560, 772, 562]),
    { rough: 0.4 },
  );
  paint(canvas, (x, y, spot) => Object.assign(spot, { tone: 0.42 + noise(x / 20, y / 3, 205) * 0.06, warm: 0.4 }), {
    mask: deck,
  });
  rimLight(canvas, deck, { dy: -1.2, strength: 0.4 });
}

/** The ebb let out under the wheel, white, then in streaks down the creek. */
function drawOutflow(canvas) {
  paint(
    canvas,
    (x, y, spot) => {
      const down = (y - 616) / 190;
      if (down < 0) return;
      const middle = mix(714, creek(Math.min(900, y + 20)).middle, ramp(0, 0.75, down));
      const half = 34 + down * 60;
      const across = (x - middle) / half;
      const stream =
        Math.exp(-(across ** 4)) * ramp(0.36, 0.68, ridged(x / 16 + y / 40, y / 9, 211, 4)) * (1 - clamp(down)) ** 1.3;
      const boil = Math.exp(-(((x - 714) / 52) ** 2) - ((y - 632) / 15) ** 2) * clamp(0.6 + fbm(x / 11, y / 8, 213, 4));
      const share = clamp(stream * 0.85 + boil);
      spot.tone = mix(spot.tone, 0.93, share);
      spot.warm = mix(spot.warm, 0.2, share);
    },
    { top: 612, bottom: 830 },
  );
}

const STAKES = [
  [196, 640, 62, 3],
  [232, 668, 74, -4],
  [176, 706, 86, 2],
  [246, 752, 104, 5],
  [148, 806, 128, -6],
];

async function drawStakes(canvas) {
  const shadows = STAKES.map(([x, y, tall]) =>
    oval(x + tall * 0.28, y + 2, tall * 0.34, tall * 0.04, { turn: 6 }),
  ).join('');
  await silhouette(canvas, shadows, { tone: 0.16, warm: 0.3, strength: 0.5, blur: 1.5 });
  const stakes = STAKES.map(([x, y, tall, lean]) => line(x, y, x + lean, y - tall, tall * 0.085)).join('');
  const mask = await drawMask(canvas, stakes, { rough: 0.7 });
  paint(canvas, (x, y, spot) => Object.assign(spot, { tone: 0.15 + noise(x / 3, y / 12, 221) * 0.06, warm: 0.32 }), {
    mask,
  });
  rimLight(canvas, mask, { dx: -1.2, dy: -0.6, strength: 0.45, warm: 0.4 });
}

/** A dinghy left by the tide, on a slack rope. */
async function drawBoat(canvas) {
  const x = 800;
  const y = 800;
  await silhouette(canvas, oval(x + 12, y + 16, 128, 15), { tone: 0.14, warm: 0.3, strength: 0.65, blur: 3, rough: 1 });
  const set = (path) => `<g transform="translate(${x} ${y}) rotate(7)"><path d="${path}"/></g>`;
  const inside = await drawMask(
    canvas,
    set('M-124 -36Q-60 -58 30 -56Q100 -54 120 -34Q40 -18 -30 -20Q-90 -22 -124 -36Z'),
    { rough: 0.4 },
  );
  paint(
    canvas,
    (px, py, spot) =>
      Object.assign(spot, {
        tone: 0.24 + ramp(y - 40, y - 62, py) * 0.16 + noise(px / 30, py / 4, 231) * 0.05,
        warm: 0.5,
      }),
    { mask: inside },
  );
  await silhouette(canvas, set('M-40 -53L-34 -20L-22 -20L-28 -54ZM44 -56L54 -22L66 -24L58 -55Z'), {
    tone: 0.5,
    warm: 0.5,
    rough: 0.3,
  });
  const hull = await drawMask(
    canvas,
    set('M-124 -36Q-90 -22 -30 -20Q40 -18 120 -34Q116 6 86 18Q20 26 -52 18Q-100 8 -124 -36Z'),
    { rough: 0.4 },
  );
  paint(
    canvas,
    (px, py, spot) => {
      const strake = Math.abs((((py - (px - x) * 0.12) / 11) % 1) - 0.5) > 0.42 ? -0.06 : 0;
      spot.tone = clamp(mix(0.62, 0.26, ramp(y - 30, y + 22, py)) + strake + fbm(px / 30, py / 6, 233, 3) * 0.05);
      spot.warm = 0.36;
    },
    { mask: hull },
  );
  rimLight(canvas, hull, { dx: -0.6, dy: -1.8, strength: 0.5, warm: 0.35 });
  const rope = `<path d="M${x - 122} ${y - 50}Q${x - 210} ${y + 24} ${x - 330} ${y - 26}Q${x - 420} ${y - 60} ${x - 556} ${y - 62}" fill="none" stroke="#fff" stroke-width="2"/>`;
  await silhouette(canvas, rope, { tone: 0.18, warm: 0.4, rough: 0.5 });
}

/** Gulls over the marsh, and waders feeding along the water. */
async function drawBirds(canvas) {
  const fliers =
    gull(196, 190, 34, { lift: 0.6, turn: -10 }) +
    gull(262, 232, 22, { lift: 0.3, turn: 8 }) +
    gull(330, 150, 20, { lift: 0.8 });
  await silhouette(canvas, fliers, { tone: 0.34, warm: 0.2, rough: 0.1 });
  const wader = (x, y, size) =>
    `<g transform="translate(${x} ${y}) scale(${size})"><path d="M-9 -12Q0 -20 9 -14L14 -19Q18 -21 19 -17L31 -15L19 -15Q14 -8 6 -6Q-4 -4 -15 -8Z"/><path d="M-1 -6L-2 3M3 -6L4 3" stroke="#fff" stroke-width="1.3"/></g>`;
  await silhouette(canvas, wader(330, 702, 1.1) + wader(372, 716, 1) + wader(298, 730, 1.25), {
    tone: 0.2,
    warm: 0.35,
    rough: 0.2,
  });
}

async function drawGrass(canvas) {
  const random = randomStream(61);
  let blades = '';
  for (let blade = 0; blade < 620; blade++) {
    const x = random() < 0.6 ? random() ** 1.5 * 330 : 1000 - random() ** 1.8 * 190;
    const tall = 26 + random() * 62 * (1 - Math.min(x, 1000 - x) / 360);
    const bend = (random() - 0.3) * tall * 0.6;
    const foot = canvas.deep + 8;
    blades += `<path d="M${x} ${foot}Q${x + bend * 0.2} ${foot - tall * 0.7} ${x + bend} ${foot - tall}" stroke="#fff" stroke-width="${0.9 + random() * 1.2}" fill="none"/>`;
  }
  await silhouette(canvas, blades, { tone: 0.15, warm: 0.4, rough: 0.4 });
}
