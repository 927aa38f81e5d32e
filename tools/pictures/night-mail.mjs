// The mail plane on a grass field at night, between two rows of lamps under the stars. Landscape.

import {
  clamp,
  drawMask,
  glow,
  lighten,
  makeCamera,
  makeCanvas,
  mix,
  paint,
  ramp,
  rimLight,
  silhouette,
} from './canvas.mjs';
import { disc, line, oval, person, shape } from './figures.mjs';
import { finish } from './finish.mjs';
import { fbm, noise, randomStream, ridged } from './noise.mjs';
import { fog, hills, ridgeLine } from './scenery.mjs';

const HORIZON = 428;
const MIDDLE = 540;
const FOCAL = 1060;
const project = makeCamera({ x: MIDDLE, horizon: HORIZON, focal: FOCAL, eye: 2.1 });
const PLANE_AWAY = 29;
const ROW = 10.5;
const LAMPS = [14, 18.5, 24, 31, 40, 52, 68, 90, 120, 165, 230, 330];

export async function draw() {
  const canvas = makeCanvas(2000, 1250);
  drawNight(canvas);
  await drawStars(canvas);
  hills(canvas, {
    foot: HORIZON + 1,
    ridge: ridgeLine(31, { relief: 62, wide: 260 }),
    tone: 0.3,
    mist: 0.5,
    warm: 0.1,
    seed: 31,
    depth: 62,
  });
  hills(canvas, {
    foot: HORIZON + 1,
    ridge: ridgeLine(37, { relief: 24, wide: 130, trees: 6 }),
    tone: 0.2,
    mist: 0.46,
    warm: 0.12,
    seed: 37,
    depth: 34,
    fade: 0.6,
  });
  await drawHangar(canvas);
  drawGrass(canvas);
  await drawLamps(canvas, (away) => away > PLANE_AWAY);
  await drawPlane(canvas);
  await drawMen(canvas);
  await drawLamps(canvas, (away) => away <= PLANE_AWAY);
  return finish(canvas, {
    seed: 8,
    vignette: 0.26,
    contrast: 0.3,
    floor: 0.06,
    bloomStrength: 0.34,
    bloomThreshold: 0.62,
  });
}

function drawNight(canvas) {
  paint(canvas, (x, y, spot) => {
    const low = ramp(40, HORIZON, y);
    // The milky way runs from the upper left to the right.
    const across = (y - 70 - (x - 200) * 0.26) / 74;
    const river = Math.exp(-(across * across)) * clamp(0.55 + fbm(x / 90, y / 70, 14, 5) * 0.9);
    const rift = ramp(0.05, 0.5, fbm(x / 70, y / 34, 18, 5)) * Math.exp(-((across - 0.2) ** 2) * 6);
    const veil = clamp(fbm(x / 230, y / 34, 4, 5) + 0.02) * ramp(210, 380, y) * 0.16;
    spot.tone = mix(0.21, 0.56, low ** 1.5) + river * 0.17 * (1 - low * 0.7) - rift * 0.08 + veil;
    spot.warm = mix(0.03, 0.3, low ** 2) + river * 0.12;
  });
}

async function drawStars(canvas) {
  const random = randomStream(51);
  let stars = '';
  for (let star = 0; star < 1900; star++) {
    const x = random() * 1000;
    const y = random() ** 1.15 * 385;
    const crowd = Math.exp(-(((y - 70 - (x - 200) * 0.26) / 80) ** 2));
    if (random() > 0.3 + crowd * 0.7) continue;
    stars += disc(x, y, 0.28 + random() ** 9 * 1.25, (0.18 + random() * 0.7) * (1 - ramp(250, 390, y) * 0.85));
  }
  lighten(canvas, await drawMask(canvas, stars), { strength: 0.95, warm: 0.25 });
}

async function drawHangar(canvas) {
  const hangar =
    `<path d="M66 ${HORIZON + 6}v-36q56 -34 112 0v36Z"/>` +
    shape([186, HORIZON + 4, 186, HORIZON - 16, 236, HORIZON - 16, 236, HORIZON + 4]);
  const mask = await drawMask(canvas, hangar, { rough: 0.3 });
  paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone: 0.12, warm: 0.2 }), { mask });
  rimLight(canvas, mask, { dy: -0.9, strength: 0.16 });
  const door = shape([88, HORIZON + 6, 88, HORIZON - 25, 156, HORIZON - 25, 156, HORIZON + 6]);
  lighten(canvas, await drawMask(canvas, door), { strength: 0.3, warm: 0.95 });
  lighten(
    canvas,
    await drawMask(
      canvas,
      shape([196, HORIZON - 4, 196, HORIZON - 11, 204, HORIZON - 11, 204, HORIZON - 4]) +
        shape([214, HORIZON - 4, 214, HORIZON - 11, 222, HORIZON - 11, 222, HORIZON - 4]),
    ),
    { strength: 0.75, warm: 0.95 },
  );
  await silhouette(
    canvas,
    line(110, HORIZON + 6, 110, HORIZON - 9, 4) +
      line(132, HORIZON + 6, 132, HORIZON - 25, 1) +
      disc(110, HORIZON - 11, 2.2),
    { tone: 0.1 },
  );
  const pole = `${line(952, HORIZON + 6, 952, HORIZON - 62, 1.5)}<path d="M952 ${HORIZON - 62}l44 8v7l-44 4Z"/>`;
  await silhouette(canvas, pole, { tone: 0.14, warm: 0.2, rough: 0.3 });
}

function drawGrass(canvas) {
  paint(
    canvas,
    (x, y, spot) => {
      const away = (FOCAL * 2.1) / Math.max(0.8, y - HORIZON);
      const across = ((x - MIDDLE) * away) / FOCAL;
      const tuft = noise(across * 5, away * 2.2, 61) * 0.5 + noise(across * 17, away * 6, 62) * 0.5;
      const blades = noise(x / 1.4, y / 6, 63) * ramp(470, 620, y);
      const stripe = Math.sin(across * 1.1) * 0.012;
      let light = 0;
      for (const lamp of LAMPS) {
        for (const side of [-1, 1]) {
          const dx = across - side * ROW;
          const dz = (away - lamp) * 0.8;
          light += 0.8 / (1 + (dx * dx + dz * dz) / 4);
        }
      }
      const mown = Math.exp(-((across / 6) ** 2)) * 0.02;
      const dusk = 0.2 * (1 - Math.exp(-away / 140));
      const body = 0.17 + dusk + mown + stripe + (tuft * 0.6 + blades * 0.5) * (0.05 + clamp(light) * 0.16);
      spot.tone = clamp(body + clamp(light) * 0.34);
      spot.warm = 0.12 + clamp(light * 1.3) * 0.75;
    },
    { top: HORIZON },
  );
  fog(canvas, {
    tone: 0.52,
    warm: 0.3,
    amount: (x, y) => Math.exp(-(((y - HORIZON - 2) / 9) ** 2)) * (0.5 + fbm(x / 130, y / 9, 44, 4) * 0.6),
    top: HORIZON - 30,
    bottom: HORIZON + 40,
  });
}

async function drawLamps(canvas, chosen) {
  for (const away of LAMPS.filter(chosen).toReversed()) {
    for (const side of [-1, 1]) {
      const { x, y, metre } = project(side * ROW, 0, away);
      if (x < -60 || x > 1060) continue;
      const can =
        shape([
          x - metre * 0.11,
          y,
          x - metre * 0.09,
          y - metre * 0.2,
          x + metre * 0.09,
          y - metre * 0.2,
          x + metre * 0.11,
          y,
        ]) + line(x, y - metre * 0.2, x, y - metre * 0.5, metre * 0.06);
      await silhouette(canvas, can + oval(x, y - metre * 0.52, metre * 0.1, metre * 0.04), { tone: 0.09, warm: 0.4 });
      glow(canvas, {
        x,
        y: y - metre * 0.34,
        radius: Math.max(1.1, metre * 0.13),
        strength: 1.5,
        warm: 0.95,
        squash: 1.3,
      });
      glow(canvas, { x, y: y - metre * 0.34, radius: Math.max(5, metre * 0.9), strength: 0.2, warm: 0.95 });
    }
  }
}

async function drawPlane(canvas) {
  const foot = project(0, 0, PLANE_AWAY);
  const m = foot.metre;
  const at = (dx, up) => [foot.x + dx * m, foot.y - up * m];
  const mirror = (points) => points.map((value, index) => (index % 2 === 0 ? 2 * foot.x - value : value));
  const both = (points) => shape(points) + shape(mirror(points));

  const shadow = oval(foot.x, foot.y + 4, m * 8.5, m * 0.34);
  await silhouette(canvas, shadow, { tone: 0.06, warm: 0.3, blur: 4, strength: 0.8 });

  const fin = `<path d="M${at(-0.16, 4.4).join(' ')}C${at(-0.15, 6.2).join(' ')} ${at(-0.1, 6.9).join(' ')} ${at(0, 6.95).join(' ')}C${at(0.1, 6.9).join(' ')} ${at(0.15, 6.2).join(' ')} ${at(0.16, 4.4).join(' ')}Z"/>`;
  const tail = both([...at(0, 4.75), ...at(3.1, 4.98), ...at(3.15, 5.06), ...at(0, 5)]);
  const tailMask = await drawMask(canvas, fin + tail);
  paint(
    canvas,
    (_x, y, spot) =>
      Object.assign(spot, { tone: mix(0.3, 0.19, ramp(foot.y - 7 * m, foot.y - 4.6 * m, y)), warm: 0.12 }),
    { mask: tailMask },
  );

  const wing = both([
    ...at(0.5, 2.25),
    ...at(4, 2.52),
    ...at(9.55, 3.3),
    ...at(9.8, 3.42),
    ...at(9.6, 3.5),
    ...at(4, 3.02),
    ...at(0.5, 2.92),
  ]);
  const wingMask = await drawMask(canvas, wing);
  paint(
    canvas,
    (x, y, spot) => {
      const out = Math.abs(x - foot.x) / m;
      const edge = foot.y - m * (2.6 + out * 0.088);
      const under = ramp(-0.1 * m, 0.22 * m, y - edge);
      spot.tone = mix(0.3, 0.15, under) + under * 0.14 * Math.exp(-(((out - 8.6) / 2.4) ** 2));
      spot.warm = 0.12 + under * 0.5;
    },
    { mask: wingMask },
  );
  rimLight(canvas, wingMask, { dy: -0.9, strength: 0.5, warm: 0.12 });

  for (const side of [-1, 1]) await drawEngine(canvas, foot.x + side * 3.05 * m, foot.y - 2.66 * m, m, foot.y);

  const body = `<ellipse cx="${foot.x}" cy="${foot.y - 3.25 * m}" rx="${1.24 * m}" ry="${1.5 * m}"/>`;
  const bodyMask = await drawMask(canvas, body);
  paint(
    canvas,
    (x, y, spot) => {
      const dx = (x - foot.x) / (1.24 * m);
      const dy = (y - foot.y + 3.25 * m) / (1.5 * m);
      const top = ramp(-0.2, -1, dy) * 0.2;
      const flank = ramp(0.45, 0.98, Math.abs(dx)) * ramp(-0.5, 0.6, dy) * 0.3;
      spot.tone = 0.19 + top + flank + noise(dx * 3, dy * 3, 8) * 0.012;
      spot.warm = mix(0.1, 0.8, clamp(flank * 3));
    },
    { mask: bodyMask },
  );
  rimLight(canvas, bodyMask, { dy: -0.9, strength: 0.45, warm: 0.15 });
  const seams = [0.72, 1.02]
    .map(
      (size) =>
        `<ellipse cx="${foot.x}" cy="${foot.y - 3.02 * m}" rx="${size * 0.62 * m}" ry="${size * 0.72 * m}" fill="none" stroke="#fff" stroke-width="0.7"/>`,
    )
    .join('');
  await silhouette(canvas, seams, { tone: 0.09, strength: 0.7 });
  const pane = (points) => points.flatMap(([dx, up]) => at(dx, up));
  const panes =
    both(
      pane([
        [0.04, 4.3],
        [0.04, 3.82],
        [0.52, 3.75],
        [0.48, 4.2],
      ]),
    ) +
    both(
      pane([
        [0.56, 4.16],
        [0.6, 3.73],
        [0.98, 3.6],
        [0.84, 3.95],
      ]),
    );
  await silhouette(
    canvas,
    both(
      pane([
        [0, 4.42],
        [0, 3.74],
        [0.56, 3.66],
        [1.06, 3.5],
        [0.9, 4.04],
        [0.5, 4.3],
      ]),
    ),
    { tone: 0.08 },
  );
  lighten(canvas, await drawMask(canvas, panes), { strength: 0.82, warm: 0.95 });
  await silhouette(
    canvas,
    disc(...at(-0.3, 3.92), 0.2 * m) +
      shape([...at(-0.52, 3.76), ...at(-0.1, 3.78), ...at(-0.14, 3.85), ...at(-0.48, 3.85)]),
    { tone: 0.12, warm: 0.4 },
  );
  glow(canvas, { x: foot.x, y: foot.y - 4 * m, radius: 22, strength: 0.18, warm: 0.95 });
  glow(canvas, { x: at(0, 2.35)[0], y: at(0, 2.35)[1], radius: 4.4, strength: 1.3, warm: 0.6 });
  glow(canvas, { x: at(0, 2.35)[0], y: at(0, 2.35)[1], radius: 30, strength: 0.2, warm: 0.7 });
  for (const side of [-1, 1])
    glow(canvas, {
      x: at(side * 9.75, 3.44)[0],
      y: at(side * 9.75, 3.44)[1],
      radius: 2.2,
      strength: 1.1,
      warm: side < 0 ? 0.95 : 0.1,
    });
}

async function drawEngine(canvas, x, y, m, ground) {
  const leg =
    line(x - 0.16 * m, y, x - 0.1 * m, ground - 0.5 * m, 0.09 * m) +
    line(x + 0.16 * m, y, x + 0.1 * m, ground - 0.5 * m, 0.09 * m) +
    `<rect x="${x - 0.17 * m}" y="${ground - 0.98 * m}" width="${0.34 * m}" height="${1.02 * m}" rx="${0.15 * m}"/>`;
  const legMask = await drawMask(canvas, leg);
  paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone: 0.085, warm: 0.3 }), { mask: legMask });
  rimLight(canvas, legMask, { dx: x < MIDDLE ? -0.8 : 0.8, dy: 0, strength: 0.35, warm: 0.9 });
  const ring = await drawMask(canvas, disc(x, y, 0.72 * m));
  paint(
    canvas,
    (px, py, spot) => {
      const dx = (px - x) / m / 0.72;
      const dy = (py - y) / m / 0.72;
      const out = Math.hypot(dx, dy);
      const cylinders = 0.5 + 0.5 * Math.cos(Math.atan2(dy, dx) * 9);
      const inner = out < 0.74 ? 0.06 + cylinders * 0.08 * ramp(0.2, 0.5, out) : 0.2 - dy * 0.12;
      spot.tone = inner + (out > 0.74 ? ramp(0, 1, dy) * 0.06 : 0);
      spot.warm = 0.2 + ramp(0, 1, dy) * 0.4;
    },
    { mask: ring },
  );
  rimLight(canvas, ring, { dy: -0.8, strength: 0.45, warm: 0.15 });
  const blades = [25, 145, 265]
    .map(
      (turn) =>
        `<ellipse cx="${x}" cy="${y - 0.72 * m}" rx="${0.085 * m}" ry="${0.74 * m}" transform="rotate(${turn + (x < MIDDLE ? 0 : 40)} ${x} ${y})"/>`,
    )
    .join('');
  const bladeMask = await drawMask(canvas, blades + disc(x, y, 0.17 * m));
  paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone: 0.3, warm: 0.2 }), { mask: bladeMask });
  rimLight(canvas, bladeMask, { dx: -0.6, dy: -0.6, strength: 0.4, warm: 0.3 });
}

/** The last sacks go aboard: two men with a hand cart, one with a lantern. */
async function drawMen(canvas) {
  const random = randomStream(16);
  const away = 24;
  const a = project(-5.4, 0, away);
  const m = a.metre;
  const tall = 1.76 * m;
  const cart =
    line(a.x + 0.9 * m, a.y - 0.55 * m, a.x + 3.1 * m, a.y - 0.55 * m, 0.08 * m) +
    `<circle cx="${a.x + 2.3 * m}" cy="${a.y - 0.38 * m}" r="${0.36 * m}" fill="none" stroke="#fff" stroke-width="${0.07 * m}"/>` +
    line(a.x + 0.9 * m, a.y - 0.55 * m, a.x + 0.35 * m, a.y - 0.95 * m, 0.06 * m);
  const sacks = [
    [1.45, 0.82, 0.42, 0.27],
    [2.1, 0.82, 0.4, 0.26],
    [2.75, 0.8, 0.38, 0.25],
    [1.8, 1.22, 0.42, 0.25],
    [2.45, 1.2, 0.4, 0.24],
  ];
  const men =
    person(a.x, a.y, tall, random) +
    person(a.x + 4 * m, a.y - 2, tall * 0.98, random) +
    line(a.x, a.y - 1.3 * m, a.x + 0.45 * m, a.y - 0.92 * m, 0.12 * m) +
    line(a.x + 4 * m, a.y - 1.35 * m, a.x + 4.5 * m, a.y - 0.8 * m, 0.11 * m);
  const figures = await drawMask(canvas, men + cart, { rough: 0.25 });
  paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone: 0.075, warm: 0.35 }), { mask: figures });
  const heap = await drawMask(
    canvas,
    sacks.map(([dx, up, rx, ry]) => oval(a.x + dx * m, a.y - up * m, rx * m, ry * m)).join(''),
    { rough: 0.5 },
  );
  paint(canvas, (x, y, spot) => Object.assign(spot, { tone: 0.24 + ridged(x / 9, y / 8, 5, 3) * 0.12, warm: 0.6 }), {
    mask: heap,
  });
  rimLight(canvas, heap, { dx: 0.7, dy: -0.7, strength: 0.3, warm: 0.8 });
  const lantern = { x: a.x + 4.52 * m, y: a.y - 0.66 * m };
  rimLight(canvas, figures, { dx: 0.8, dy: 0, strength: 0.16, warm: 0.9 });
  glow(canvas, { ...lantern, radius: 3.2, strength: 1.5, warm: 0.95 });
  glow(canvas, { ...lantern, radius: 26, strength: 0.26, warm: 0.95 });
  glow(canvas, { x: lantern.x, y: a.y, radius: 40, strength: 0.24, warm: 0.95, squash: 0.25 });
}
