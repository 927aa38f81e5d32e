// Herring gulls in a row on the iron rail of the fish quay at dawn, boats and sheds behind. A panorama.

import { drawMask, glow, makeCanvas, mix, paint, ramp, rimLight, silhouette } from './canvas.mjs';
import { disc, gull, shape } from './figures.mjs';
import { finish } from './finish.mjs';
import { fbm, noise, randomStream, ridged } from './noise.mjs';
import { fog, hills, ridgeLine, sky, water } from './scenery.mjs';

const HORIZON = 232;
const RAIL = 372;
const SUN = { x: 742, y: 196 };

export async function draw() {
  const canvas = makeCanvas(2400, 1200);
  sky(canvas, {
    horizon: HORIZON,
    zenith: 0.55,
    low: 0.86,
    warmZenith: 0.12,
    warmLow: 0.72,
    cover: 0.5,
    contrast: 0.34,
    light: SUN,
    seed: 61,
    scale: 0.8,
    stretch: 1.6,
  });
  await drawSun(canvas);
  hills(canvas, {
    foot: HORIZON + 1,
    ridge: ridgeLine(71, { relief: 44, wide: 260 }),
    tone: 0.58,
    mist: 0.8,
    warm: 0.45,
    seed: 71,
    depth: 44,
  });
  await drawSheds(canvas);
  water(canvas, {
    horizon: HORIZON,
    ripple: 0.6,
    dark: 0.14,
    seed: 221,
    warm: 0.3,
    light: { x: SUN.x, width: 70, warm: 0.8 },
    glint: 0.6,
  });
  await drawBoats(canvas);
  fog(canvas, {
    tone: 0.78,
    warm: 0.5,
    amount: (x, y) => Math.exp(-(((y - HORIZON - 6) / 26) ** 2)) * (0.34 + fbm(x / 150, y / 22, 13, 4) * 0.4),
    top: 130,
    bottom: 330,
  });
  await drawFlyers(canvas);
  await drawRail(canvas);
  await drawRow(canvas);
  await drawArrival(canvas, 762, RAIL - 166);
  return finish(canvas, {
    seed: 63,
    vignette: 0.2,
    contrast: 0.32,
    floor: 0.06,
    bloomStrength: 0.26,
    bloomThreshold: 0.78,
  });
}

async function drawSun(canvas) {
  const mask = await drawMask(canvas, disc(SUN.x, SUN.y, 15), { blur: 0.7 });
  paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone: 0.98, warm: 0.7 }), { mask, strength: 0.95 });
  glow(canvas, { ...SUN, radius: 50, strength: 0.24, warm: 0.8 });
}

/** The fish sheds: a saw-toothed roof along the left, an ice house and its smoking chimney on the right. */
async function drawSheds(canvas) {
  const y = HORIZON + 3;
  let roofs = shape([-10, y, -10, y - 52, 330, y - 52, 330, y]);
  for (let x = -10; x < 330; x += 56.7) roofs += shape([x, y - 51, x + 12, y - 86, x + 56.7, y - 51]);
  const house =
    shape([884, y, 884, y - 46, 930, y - 64, 976, y - 46, 1010, y - 46, 1010, y]) +
    shape([856, y, 858, y - 96, 869, y - 96, 871, y]);
  await silhouette(canvas, roofs + house, { tone: 0.36, warm: 0.4, blur: 0.6 });
  const doors = Array.from({ length: 8 }, (_, index) =>
    shape([8 + index * 40, y, 8 + index * 40, y - 32, 32 + index * 40, y - 32, 32 + index * 40, y]),
  );
  await silhouette(canvas, doors.filter((_, index) => index % 3 !== 1).join(''), { tone: 0.25, warm: 0.3, blur: 0.6 });
  await silhouette(canvas, doors.filter((_, index) => index % 3 === 1).join(''), { tone: 0.78, warm: 0.9, blur: 0.8 });
  fog(canvas, {
    tone: 0.66,
    warm: 0.4,
    amount: (x, py) => smoke(x - 863, (y - 96 - py) / 130, x, py),
    top: 20,
    bottom: y - 90,
  });
}

/** Smoke that drifts to the right as it climbs: `up` from 0 at the chimney to 1 where it is gone. */
function smoke(dx, up, x, y) {
  if (up < 0 || up > 1) return 0;
  return 0.4 * Math.exp(-(((dx - up * 70) / (5 + up * 22)) ** 2)) * (1 - up) * (0.7 + fbm(x / 16, y / 16, 19, 4));
}

/** A trawler at the far quay, bow to the left, in units of half her length; parts that take different tones. */
const TRAWLER = {
  hull: '<path d="M-1.05 -.46Q-.92 -.1 -.84 0L.86 0Q.98 -.14 .96 -.3Q.1 -.16 -1.05 -.46Z"/>',
  house: '<path d="M.12 -.2L.14 -.66L.56 -.66L.6 -.2ZM.08 -.64V-.7H.62V-.64ZM.62 -.2L.64 -.52H.74L.76 -.2Z"/>',
  rig: '<path d="M-.42 -.25V-1.42M.44 -.66V-1.12M-.42 -.5L.12 -1.12M.84 -.24V-.72L.98 -.66" fill="none" stroke="#fff" stroke-width=".03"/><path d="M.12 -1.1L-.42 -1.36L-1.03 -.46M-.42 -1.36L.44 -1.1" fill="none" stroke="#fff" stroke-width=".011"/>',
  panes: '<path d="M.17 -.46V-.6H.3V-.46ZM.35 -.46V-.6H.5V-.46Z"/>',
};

async function drawBoats(canvas) {
  for (const [x, y, size, flip, tone] of [
    [420, 247, 62, 1, 0.4],
    [906, 250, 70, -1, 0.38],
    [574, 258, 92, -1, 0.3],
    [212, 268, 112, 1, 0.24],
  ]) {
    const set = (content, up = 1) =>
      `<g transform="translate(${x} ${y}) scale(${size * flip} ${size * up})">${content}</g>`;
    const mirror = await drawMask(canvas, set(TRAWLER.hull + TRAWLER.house + TRAWLER.rig, -1), {
      rough: 3,
      blur: 0.8,
      seed: 4,
    });
    paint(
      canvas,
      (px, py, spot) => {
        spot.tone = mix(spot.tone, tone + 0.06, 0.72 - 0.5 * ramp(0.3, 0.7, ridged(px / 60, py / 4, 51, 3)));
      },
      { mask: mirror, top: y },
    );
    await silhouette(canvas, set(TRAWLER.house), { tone: tone + 0.26, warm: 0.4, blur: 0.5 });
    await silhouette(canvas, set(TRAWLER.hull + TRAWLER.rig), { tone, warm: 0.32, blur: 0.45 });
    await silhouette(canvas, set(TRAWLER.panes), { tone: 0.8, warm: 0.9, blur: 0.3 });
    glow(canvas, { x: x - 0.42 * size * flip, y: y - 1.1 * size, radius: 2.4, strength: 1, warm: 0.8 });
  }
}

async function drawFlyers(canvas) {
  const birds = [
    [484, 74, 46, 0.6, -8],
    [566, 116, 28, 0.3, 10],
    [402, 132, 22, 0.8, 4],
    [640, 62, 20, 0.5, -14],
    [842, 92, 26, 0.7, 12],
    [90, 84, 24, 0.4, -6],
  ].map(([x, y, span, lift, turn]) => gull(x, y, span, { lift, turn }));
  await silhouette(canvas, birds.join(''), { tone: 0.32, warm: 0.35, rough: 0.1 });
}

/** The quay's iron rail: two bars on posts with balls, rusty, lit from the right by the low sun. */
async function drawRail(canvas) {
  const quay = await drawMask(canvas, shape([-10, 474, 1010, 474, 1010, 520, -10, 520]), { rough: 0.8 });
  paint(canvas, (x, y, spot) => Object.assign(spot, { tone: 0.17 + fbm(x / 30, y / 8, 31, 4) * 0.05, warm: 0.3 }), {
    mask: quay,
  });
  rimLight(canvas, quay, { dy: -1.5, strength: 0.35, warm: 0.6 });
  const posts = [64, 283, 502, 721, 940].map(
    (x) =>
      `<rect x="${x - 7}" y="${RAIL + 2}" width="14" height="104"/><circle cx="${x}" cy="${RAIL + 5}" r="12.5"/><circle cx="${x}" cy="${RAIL + 54}" r="10"/><rect x="${x - 12}" y="${RAIL + 94}" width="24" height="12"/>`,
  );
  const bars = `<rect x="-10" y="${RAIL}" width="1020" height="10"/><rect x="-10" y="${RAIL + 50}" width="1020" height="7.5"/>`;
  const mask = await drawMask(canvas, bars + posts.join(''), { rough: 0.35 });
  paint(
    canvas,
    (x, y, spot) => {
      const rust = ramp(0, 0.5, fbm(x / 14, y / 9, 35, 5));
      const flake = ridged(x / 6, y / 5, 36, 3) * 0.06;
      spot.tone = 0.16 + rust * 0.09 + flake;
      spot.warm = 0.3 + rust * 0.55;
    },
    { mask },
  );
  rimLight(canvas, mask, { dx: 0.6, dy: -1.5, strength: 0.5, warm: 0.75 });
}

/**
 * A gull standing with its feet on (x, y), `tall` high: parts that take different tones. `look` -1 turns the head;
 * `stretch` and `hunch` move it up and down.
 */
function standingGull(x, y, tall, { flip = 1, look = 1, stretch = 0, hunch = 0 }) {
  const part = (content) => `<g transform="translate(${x} ${y}) scale(${tall * flip} ${tall})">${content}</g>`;
  const up = -0.9 - stretch + hunch;
  const head = (content) => `<g transform="translate(.24 ${up}) scale(${look} 1)">${content}</g>`;
  const trunk = `<path d="M.34 ${up + 0.06}C.44 ${up + 0.26} .46 -.44 .24 -.31C.06 -.23 -.26 -.24 -.5 -.32L-.8 -.3L-.84 -.36C-.66 -.48 -.42 -.66 -.12 -.71C.02 -.74 .08 ${up + 0.08} .12 ${up}Z"/>`;
  return {
    legs: part(
      '<path d="M-.03 -.3L-.05 0M.08 -.3L.07 0M-.12 .008L.03 .006M0 .008L.15 .006" fill="none" stroke="#fff" stroke-width=".026"/>',
    ),
    body: part(trunk + head('<ellipse cx=".02" cy="-.005" rx=".145" ry=".122"/>')),
    wing: part(
      '<path d="M.2 -.66C.16 -.5 -.04 -.39 -.36 -.34L-.72 -.31C-.66 -.42 -.46 -.58 -.18 -.685C-.04 -.735 .18 -.75 .2 -.66Z"/>',
    ),
    tips: part('<path d="M-.44 -.36L-1 -.285L-.92 -.345L-.98 -.36L-.86 -.395L-.9 -.42L-.6 -.47Z"/>'),
    beak: part(head('<path d="M.15 -.045C.24 -.055 .305 -.03 .325 .03C.3 .01 .24 .012 .145 .02Z"/>')),
    eye: part(head('<circle cx=".065" cy="-.03" r=".02"/>')),
    spot: part(head('<circle cx=".27" cy=".002" r=".015"/>')),
  };
}

/** The row: where each stands, how tall, and its pose. */
const ROW = [
  [52, 118, { flip: 1 }],
  [160, 108, { flip: 1, look: -1 }],
  [262, 124, { flip: -1, stretch: 0.04 }],
  [366, 110, { flip: 1, hunch: 0.1 }],
  [462, 120, { flip: 1 }],
  [560, 106, { flip: -1, look: -1 }],
  [652, 120, { flip: 1, stretch: 0.05 }],
  [876, 114, { flip: -1, hunch: 0.05 }],
  [964, 120, { flip: -1, look: -1 }],
];

async function drawRow(canvas) {
  const random = randomStream(606);
  for (const [x, tall, pose] of ROW)
    await drawGull(canvas, standingGull(x, RAIL + 1, tall * (0.98 + random() * 0.04), pose), x);
}

async function drawGull(canvas, parts, x) {
  await silhouette(canvas, parts.legs, { tone: 0.4, warm: 0.75 });
  const body = await drawMask(canvas, parts.body, { rough: 0.25 });
  paint(
    canvas,
    (px, py, spot) => {
      const down = ramp(RAIL - 90, RAIL - 28, py);
      const feather = fbm(px / 5, py / 4, 41, 3) * 0.03;
      spot.tone = mix(0.95, 0.62, down * 0.9) + feather - 0.1 * ramp(x + 10, x - 70, px);
      spot.warm = 0.32 + 0.2 * (1 - down);
    },
    { mask: body },
  );
  rimLight(canvas, body, { dx: 1.6, dy: -1, strength: 0.55, warm: 0.8 });
  const wing = await drawMask(canvas, parts.wing, { rough: 0.25 });
  paint(
    canvas,
    (px, py, spot) => {
      const rows = Math.sin((px * 0.5 + py) * 0.9) * 0.012;
      spot.tone = mix(0.58, 0.42, ramp(RAIL - 80, RAIL - 36, py)) + rows + noise(px / 7, py / 4, 43) * 0.02;
      spot.warm = 0.12;
    },
    { mask: wing },
  );
  rimLight(canvas, wing, { dx: 0.5, dy: -1, strength: 0.3, warm: 0.6 });
  await silhouette(canvas, parts.tips, { tone: 0.09, warm: 0.15, rough: 0.25 });
  await silhouette(canvas, parts.beak, { tone: 0.66, warm: 1, rough: 0.1 });
  await silhouette(canvas, parts.spot, { tone: 0.36, warm: 1 });
  await silhouette(canvas, parts.eye, { tone: 0.1 });
}

/** One that comes down between the others, wings up, legs out. */
const ARRIVAL = {
  wings:
    '<path d="M.02 -.1C-.1 -.4 -.3 -.62 -.62 -.86C-.7 -.92 -.78 -.94 -.74 -.84C-.6 -.52 -.42 -.2 -.22 0Z"/><path d="M.08 -.1C.16 -.42 .34 -.72 .6 -1.02C.68 -1.1 .76 -1.12 .73 -1.0C.64 -.62 .46 -.24 .24 .03Z"/>',
  tips: '<path d="M.52 -.92C.6 -1.03 .68 -1.1 .74 -1.1C.76 -1.06 .72 -.9 .68 -.78C.62 -.86 .58 -.9 .52 -.92Z"/><path d="M-.52 -.78C-.6 -.86 -.7 -.92 -.76 -.92C-.78 -.86 -.7 -.72 -.64 -.62C-.6 -.7 -.56 -.74 -.52 -.78Z"/>',
  body: '<path d="M-.34 -.1C-.3 -.2 -.14 -.2 .06 -.14C.24 -.08 .4 .08 .52 .24C.58 .34 .5 .4 .42 .36L.3 .3C.08 .3 -.16 .16 -.24 .04C-.28 0 -.36 -.02 -.34 -.1Z"/><circle cx="-.3" cy="-.1" r=".115"/>',
  legs: '<path d="M.06 .24L-.02 .52L-.1 .5M.16 .26L.1 .56L.02 .56" fill="none" stroke="#fff" stroke-width=".03"/>',
  beak: '<path d="M-.4 -.13C-.48 -.14 -.54 -.11 -.57 -.04C-.52 -.06 -.46 -.055 -.4 -.06Z"/>',
  eye: '<circle cx="-.33" cy="-.12" r=".018"/>',
};

async function drawArrival(canvas, x, y) {
  const set = (content) => `<g transform="translate(${x} ${y}) scale(112)">${content}</g>`;
  await silhouette(canvas, set(ARRIVAL.legs), { tone: 0.42, warm: 0.8 });
  const wings = await drawMask(canvas, set(ARRIVAL.wings), { rough: 0.3 });
  paint(
    canvas,
    (px, py, spot) =>
      Object.assign(spot, {
        tone: mix(0.86, 0.58, ramp(y - 20, y - 100, py)) + noise(px / 6, py / 14, 47) * 0.03,
        warm: 0.35,
      }),
    { mask: wings },
  );
  rimLight(canvas, wings, { dx: 1.2, dy: -1, strength: 0.45, warm: 0.8 });
  await silhouette(canvas, set(ARRIVAL.tips), { tone: 0.1, warm: 0.15, rough: 0.3 });
  const mask = await drawMask(canvas, set(ARRIVAL.body), { rough: 0.25 });
  paint(
    canvas,
    (_x, py, spot) => Object.assign(spot, { tone: mix(0.96, 0.66, ramp(y - 10, y + 36, py)), warm: 0.38 }),
    { mask },
  );
  rimLight(canvas, mask, { dx: 1.2, dy: -1, strength: 0.4, warm: 0.8 });
  await silhouette(canvas, set(ARRIVAL.beak), { tone: 0.66, warm: 1 });
  await silhouette(canvas, set(ARRIVAL.eye), { tone: 0.1 });
}
