// The lead picture: crowds under umbrellas line the quays in the rain while a pilot boat goes up the sound. Landscape.

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
import { crane, disc, line, oval, person, shape, umbrella } from './figures.mjs';
import { finish } from './finish.mjs';
import { fbm, noise, randomStream, ridged } from './noise.mjs';
import { fog, hills, rainStrokes, ridgeLine, sky, water } from './scenery.mjs';

const HORIZON = 336;
const VANISH = 548;
const project = makeCamera({ x: VANISH, horizon: HORIZON, focal: 900, eye: 4.6 });
const WATER = -2.4;
const LEFT_EDGE = -3.9;
const RIGHT_EDGE = 13;
const MIST = 0.72;

/** How much of a tone is left after so many metres of rain. */
const throughRain = (tone, away) => mix(tone, MIST, 1 - Math.exp(-away / 82));

export async function draw() {
  const canvas = makeCanvas(2600, 2080);
  drawSky(canvas);
  await drawFarShores(canvas);
  water(canvas, {
    horizon: HORIZON,
    ripple: 0.8,
    dark: 0.14,
    seed: 61,
    warm: 0.12,
    light: { x: VANISH + 20, width: 150, warm: 0.35 },
    glint: 0.3,
  });
  await drawPavement(canvas, RIGHT_EDGE, 1);
  await drawQuayWall(canvas, RIGHT_EDGE);
  await drawCranes(canvas);
  await drawPavement(canvas, LEFT_EDGE, -1);
  await drawQuayWall(canvas, LEFT_EDGE);
  await drawHouses(canvas);
  await drawCrowd(canvas, RIGHT_EDGE, 1, 301);
  await drawBoat(canvas);
  await drawCrowd(canvas, LEFT_EDGE, -1, 302);
  await drawRain(canvas, 500, 0.16, 71);
  await drawNearCrowd(canvas);
  await drawRain(canvas, 260, 0.2, 72);
  return finish(canvas, {
    seed: 21,
    vignette: 0.24,
    contrast: 0.42,
    floor: 0.05,
    bloomStrength: 0.22,
    bloomThreshold: 0.76,
  });
}

function drawSky(canvas) {
  sky(canvas, {
    horizon: HORIZON,
    zenith: 0.5,
    low: 0.8,
    warmZenith: 0.06,
    warmLow: 0.36,
    cover: 0.75,
    contrast: 0.42,
    light: { x: VANISH + 40, y: HORIZON - 50 },
    seed: 512,
    scale: 0.75,
    stretch: 1.5,
  });
  // Curtains of rain hanging out of the clouds.
  paint(
    canvas,
    (x, y, spot) => {
      const slanted = x + y * 0.24;
      const curtain = clamp(fbm(slanted / 70, y / 600, 33, 4) + 0.1) * ramp(40, 260, y);
      spot.tone = mix(spot.tone, 0.6, curtain * 0.45);
    },
    { bottom: HORIZON },
  );
}

async function drawFarShores(canvas) {
  hills(canvas, {
    foot: HORIZON + 1,
    ridge: ridgeLine(21, { relief: 70, wide: 300 }),
    tone: 0.6,
    mist: 0.8,
    warm: 0.25,
    seed: 21,
    depth: 60,
  });
  hills(canvas, {
    foot: HORIZON + 1,
    ridge: ridgeLine(26, { relief: 34, wide: 210, trees: 2 }),
    tone: 0.54,
    mist: 0.78,
    warm: 0.22,
    seed: 26,
    depth: 32,
  });
  const ships = [
    [430, 1],
    [600, 0.8],
    [664, 1.15],
  ];
  const masts = ships
    .map(
      ([x, size]) =>
        shape([
          x - 22 * size,
          HORIZON - 4 * size,
          x + 22 * size,
          HORIZON - 5 * size,
          x + 17 * size,
          HORIZON + 2,
          x - 18 * size,
          HORIZON + 2,
        ]) +
        line(x - 6 * size, HORIZON, x - 6 * size, HORIZON - 34 * size, 0.9) +
        line(x + 7 * size, HORIZON, x + 7 * size, HORIZON - 28 * size, 0.8) +
        line(x - 6 * size, HORIZON - 30 * size, x + 20 * size, HORIZON - 4, 0.4) +
        line(x - 6 * size, HORIZON - 30 * size, x - 20 * size, HORIZON - 4, 0.4),
    )
    .join('');
  await silhouette(canvas, masts, { tone: 0.56, warm: 0.2, rough: 0.3 });
  fog(canvas, {
    tone: 0.84,
    warm: 0.3,
    amount: (x, y) => 0.75 * Math.exp(-(((y - HORIZON) / 22) ** 2)) * (0.6 + fbm(x / 140, y / 20, 3, 3)),
    top: 200,
    bottom: HORIZON,
  });
}

const NEAR = 5;
const FAR = 230;

/** The face of a quay from its edge down to the water. */
async function drawQuayWall(canvas, edge) {
  const a = project(edge, 0, NEAR);
  const b = project(edge, 0, FAR);
  const c = project(edge, WATER, FAR);
  const d = project(edge, WATER, NEAR);
  const mirror = await drawMask(canvas, shape([d.x, d.y, c.x, c.y, c.x, c.y + 3, d.x, d.y + 330]), {
    blur: 4,
    rough: 4,
    seed: 3,
  });
  paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone: spot.tone * 0.62 }), { mask: mirror, strength: 0.8 });
  const wall = await drawMask(canvas, shape([a.x, a.y, b.x, b.y, c.x, c.y, d.x, d.y]));
  paint(
    canvas,
    (x, y, spot) => {
      const away = clamp((900 * edge) / (x - VANISH || 1), 2, FAR);
      const up = 4.6 - ((y - HORIZON) * away) / 900;
      const course = Math.abs((((up + 9) / 0.6) % 1) - 0.5) > 0.44 ? -0.05 : 0;
      const joint = Math.abs(((away / 1.3 + Math.floor((up + 9) / 0.6) * 0.5) % 1) - 0.5) > 0.46 ? -0.05 : 0;
      const block = noise(away * 0.8, up * 1.7, 12) * 0.06;
      const weed = -0.1 * ramp(WATER + 1.1, WATER + 0.2, up);
      const coping = up > -0.25 ? 0.09 : 0;
      spot.tone = throughRain(0.2 + course + joint + block + weed + coping, away);
      spot.warm = 0.2;
    },
    { mask: wall },
  );
}

/** The wet stones on top of a quay. `side`: -1 to the left of the water, 1 to the right. */
async function drawPavement(canvas, edge, side) {
  const a = project(edge, 0, NEAR);
  const b = project(edge, 0, FAR);
  const outer = side * 2000;
  const top = await drawMask(canvas, shape([a.x, a.y, b.x, b.y, outer, b.y, outer, a.y]));
  paint(
    canvas,
    (x, y, spot) => {
      const away = (900 * 4.6) / Math.max(1, y - HORIZON);
      const across = ((x - VANISH) * away) / 900;
      const wet = ramp(0, 0.7, fbm(across * 0.5, away * 0.2, 44, 3)) * 0.1;
      spot.tone = throughRain(0.34 + cobble(across, away) + wet, away);
      spot.warm = 0.22;
    },
    { mask: top },
  );
}

function cobble(across, away) {
  const row = Math.floor(away / 0.5);
  const line =
    Math.abs(((away / 0.5) % 1) - 0.5) > 0.42 ||
    Math.abs((((across + row * 0.37) / 0.7) % 1) + (across < 0 ? 1 : 0) - 0.5) > 0.45;
  return line && away < 40 ? -0.05 : 0;
}

/** Cranes over the right quay and, far off, over the left. */
async function drawCranes(canvas) {
  const stands = [
    [24, 170, -1, 0.5, 0.6],
    [22, 112, 1, 0.7, 0.45],
    [24, 76, -1, 0.62, 0.5],
    [-26, 150, 1, 0.55, 0.5],
    [22.5, 54, -1, 0.72, 0.62],
  ];
  for (const [across, away, flip, rise, load] of stands) {
    const foot = project(across, 0, away);
    await silhouette(canvas, crane(foot.x, foot.y, foot.metre * 25, { flip, rise, load }), {
      tone: throughRain(0.2, away * 1.15),
      warm: 0.18,
      rough: 0.25,
    });
    const misty = foot.metre * 7;
    fog(canvas, {
      tone: MIST + 0.02,
      warm: 0.25,
      amount: (x, y) => 0.4 * Math.exp(-(((y - foot.y) / misty) ** 2)) * Math.exp(-(((x - foot.x) / misty / 1.6) ** 2)),
      top: foot.y - misty * 2.2,
      bottom: foot.y + misty * 2.4,
    });
  }
}

/** Gabled warehouses and the custom house behind the left quay. */
async function drawHouses(canvas) {
  const wall = -12.5;
  const fronts = [];
  for (let away = 150, index = 0; away > 14; index++) {
    const wide = 7 + ((index * 37) % 5);
    fronts.push({ from: away - wide, to: away, tall: 9.5 + ((index * 29) % 6) });
    away -= wide;
  }
  for (const { from, to, tall } of fronts) {
    const away = (from + to) / 2;
    const place = (up, at) => {
      const spot = project(wall, up, Math.max(6, at));
      return [spot.x, spot.y];
    };
    const gable = shape([
      ...place(0, from),
      ...place(tall, from),
      ...place(tall + 3.4, away),
      ...place(tall, to),
      ...place(0, to),
    ]);
    const front = await drawMask(canvas, gable, { rough: 0.3 });
    const plaster = 0.27 + ((tall * 7) % 3) * 0.03;
    paint(
      canvas,
      (x, y, spot) => {
        const stain = fbm(x / 22, y / 55, 140 + Math.round(from), 4) * 0.05;
        spot.tone = throughRain(plaster + stain + (y % 5.5 < 0.7 ? -0.014 : 0), away);
        spot.warm = 0.28;
      },
      { mask: front },
    );
    rimLight(canvas, front, { dx: 0.8, dy: -0.8, strength: 0.22 * Math.exp(-away / 60), warm: 0.2 });
    const [eaveX, eaveY] = place(tall, from);
    const [eaveEndX, eaveEndY] = place(tall, to);
    await silhouette(canvas, line(eaveX, eaveY, eaveEndX, eaveEndY, 60 / away), {
      tone: throughRain(0.4, away),
      warm: 0.25,
      strength: 0.6,
    });
    let panes = '';
    let lamps = '';
    for (let floor = 0; floor < 4; floor++) {
      for (let bay = 0; bay < 3; bay++) {
        const start = from + ((to - from) * (bay + 0.3)) / 3;
        const end = from + ((to - from) * (bay + 0.72)) / 3;
        const low = 1 + floor * 2.4;
        const pane = shape([
          ...place(low, start),
          ...place(low + 1.5, start),
          ...place(low + 1.5, end),
          ...place(low, end),
        ]);
        if ((floor * 5 + bay * 3 + Math.round(tall * 3)) % 11 === 0) lamps += pane;
        else panes += pane;
      }
    }
    await silhouette(canvas, panes, { tone: throughRain(0.14, away), warm: 0.15, strength: 0.8 });
    lighten(canvas, await drawMask(canvas, lamps, { blur: 0.4 }), {
      strength: 0.5 * Math.exp(-away / 70) + 0.1,
      warm: 0.9,
    });
  }
  await drawClockTower(canvas);
}

async function drawClockTower(canvas) {
  const foot = project(-17, 0, 92);
  const m = foot.metre;
  const x = foot.x;
  const y = foot.y;
  const tower =
    shape([x - 2.6 * m, y, x - 2.6 * m, y - 22 * m, x + 2.6 * m, y - 22 * m, x + 2.6 * m, y]) +
    shape([
      x - 3.1 * m,
      y - 21.6 * m,
      x - 3.1 * m,
      y - 22.4 * m,
      x + 3.1 * m,
      y - 22.4 * m,
      x + 3.1 * m,
      y - 21.6 * m,
    ]) +
    `<path d="M${x - 2.4 * m} ${y - 22 * m}C${x - 2.4 * m} ${y - 25.5 * m} ${x - 0.6 * m} ${y - 26 * m} ${x} ${y - 31 * m}C${x + 0.6 * m} ${y - 26 * m} ${x + 2.4 * m} ${y - 25.5 * m} ${x + 2.4 * m} ${y - 22 * m}Z"/>`;
  await silhouette(canvas, tower, { tone: throughRain(0.24, 92), warm: 0.24, rough: 0.25 });
  lighten(canvas, await drawMask(canvas, disc(x + 0.2 * m, y - 19 * m, 1.5 * m)), { strength: 0.62, warm: 0.7 });
  await silhouette(
    canvas,
    line(x + 0.2 * m, y - 19 * m, x + 0.2 * m, y - 20.2 * m, 0.9) +
      line(x + 0.2 * m, y - 19 * m, x + 0.9 * m, y - 18.6 * m, 0.9),
    { tone: 0.3 },
  );
}

/** People along a quay, the farthest first. */
async function drawCrowd(canvas, edge, side, seed) {
  const random = randomStream(seed);
  const bands = [210, 160, 125, 100, 82, 68, 57, 48, 41, 35, 30, 26, 22.5, 19.5, 17, 14.8, 12.9, 11.2];
  for (const away of bands) {
    const start = project(edge, 0, away);
    if (start.x < -180 || start.x > 1180) continue;
    let people = '';
    let umbrellas = '';
    const many = Math.round(9 + 70 / Math.sqrt(away));
    for (let index = 0; index < many; index++) {
      const at = away * (0.94 + random() * 0.12);
      const across = edge + side * (0.4 + random() ** 1.5 * 6.5);
      const foot = project(across, 0, at);
      const tall = foot.metre * (1.6 + random() * 0.22);
      people += person(foot.x, foot.y, tall, random);
      if (random() < 0.5) umbrellas += umbrella(foot.x, foot.y, tall * 1.02, random);
    }
    await drawPeople(canvas, people, umbrellas, throughRain(0.1, away * 1.05), away);
  }
}

async function drawPeople(canvas, people, umbrellas, tone, away) {
  const rough = clamp(4 / away, 0.05, 0.35);
  await silhouette(canvas, people, { tone, warm: 0.18, rough });
  if (umbrellas === '') return;
  const mask = await drawMask(canvas, umbrellas, { rough, seed: 6 });
  paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone: tone + 0.055, warm: 0.14 }), { mask });
  rimLight(canvas, mask, { dx: 0.4, dy: -clamp(22 / away, 0.5, 1.6), strength: 0.4, warm: 0.25 });
}

/** The pilot boat from astern, its wake spreading towards us. */
async function drawBoat(canvas) {
  const { x, y, metre: m } = project(2.75, WATER, 33);
  drawWake(canvas, x, y, m);
  const shade = await drawMask(
    canvas,
    shape([x - 2 * m, y - 2, x + 2 * m, y - 2, x + 1.5 * m, y + 3.4 * m, x - 1.4 * m, y + 3.6 * m]),
    { blur: 4, rough: 4, seed: 8 },
  );
  paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone: spot.tone * 0.6 }), { mask: shade, strength: 0.8 });
  const at = (dx, up) => [x + dx * m, y - up * m];
  const hull = shape([
    ...at(-2.25, 1.75),
    ...at(-1.75, 0),
    ...at(1.75, 0),
    ...at(2.25, 1.75),
    ...at(2.1, 1.95),
    ...at(-2.1, 1.95),
  ]);
  const far = shape([...at(-1.9, 1.9), ...at(-0.5, 2.75), ...at(0.9, 2.75), ...at(1.95, 1.9)]);
  await silhouette(canvas, far, { tone: 0.34, warm: 0.2, rough: 0.2 });
  const house = shape([...at(-1.3, 1.9), ...at(-1.2, 4.4), ...at(1.3, 4.4), ...at(1.4, 1.9)]);
  const houseMask = await drawMask(canvas, house, { rough: 0.2 });
  paint(canvas, (px, _py, spot) => Object.assign(spot, { tone: mix(0.84, 0.6, ramp(x - m, x + m, px)), warm: 0.3 }), {
    mask: houseMask,
  });
  await silhouette(
    canvas,
    shape([...at(-1.55, 4.3), ...at(-1.45, 4.62), ...at(1.5, 4.62), ...at(1.6, 4.3)]) +
      shape([...at(0.45, 4.6), ...at(0.5, 5.5), ...at(1.1, 5.5), ...at(1.15, 4.6)]),
    { tone: 0.2, warm: 0.25, rough: 0.2 },
  );
  const panes = [-0.95, -0.15, 0.65]
    .map((dx) => shape([...at(dx, 3.25), ...at(dx, 4), ...at(dx + 0.55, 4), ...at(dx + 0.55, 3.25)]))
    .join('');
  await silhouette(canvas, panes + shape([...at(-0.3, 1.9), ...at(-0.3, 3), ...at(0.4, 3), ...at(0.4, 1.9)]), {
    tone: 0.16,
    warm: 0.3,
  });
  lighten(canvas, await drawMask(canvas, panes), { strength: 0.55, warm: 0.9 });
  const hullMask = await drawMask(canvas, hull, { rough: 0.25 });
  paint(
    canvas,
    (_px, py, spot) => Object.assign(spot, { tone: mix(0.13, 0.24, ramp(y, y - 1.8 * m, py)), warm: 0.2 }),
    { mask: hullMask },
  );
  rimLight(canvas, hullMask, { dy: -1.2, strength: 0.5 });
  const mast =
    line(...at(-0.1, 4.5), ...at(-0.1, 9), 1.9) +
    line(...at(-0.95, 7.2), ...at(0.75, 7.2), 1.1) +
    line(...at(-0.1, 8.8), ...at(-2, 2), 0.5) +
    line(...at(-0.1, 8.8), ...at(2, 2), 0.5);
  await silhouette(
    canvas,
    mast +
      line(...at(-1.75, 1.9), ...at(-1.75, 2.7), 1) +
      line(...at(1.75, 1.9), ...at(1.75, 2.7), 1) +
      line(...at(-1.75, 2.7), ...at(-0.9, 2.7), 0.8) +
      line(...at(0.95, 2.7), ...at(1.75, 2.7), 0.8),
    { tone: 0.16, warm: 0.2 },
  );
  const flag = `<path d="M${at(-0.1, 8.9).join(' ')}q${0.9 * m} ${-0.35 * m} ${1.7 * m} ${0.1 * m}l${-0.1 * m} ${1.1 * m}q${-0.8 * m} ${-0.3 * m} ${-1.6 * m} ${0.1 * m}Z"/>`;
  await silhouette(canvas, flag, { tone: 0.88, warm: 0.3 });
  await silhouette(
    canvas,
    `<path d="M${at(0.75, 8.95).join(' ')}q${0.4 * m} ${-0.05 * m} ${0.85 * m} ${0.15 * m}l${-0.1 * m} ${1.1 * m}q${-0.4 * m} ${-0.15 * m} ${-0.75 * m} ${-0.1 * m}Z"/>`,
    { tone: 0.32, warm: 0.7 },
  );
  const random = randomStream(4);
  const [standX, standY] = at(-0.72, 1.5);
  const woman =
    person(standX, standY, 1.75 * m, random) +
    line(standX + 0.2 * m, standY - 1.4 * m, standX + 0.55 * m, standY - 2.1 * m, 2.4);
  await silhouette(canvas, woman, { tone: 0.07, warm: 0.25, rough: 0.15 });
  await silhouette(canvas, oval(standX + 0.62 * m, standY - 2.2 * m, 3.4, 2.2, { turn: -30 }), {
    tone: 0.93,
    warm: 0.3,
  });
  await silhouette(canvas, hull, { tone: 0.15, warm: 0.2, rough: 0.25, strength: 0.75 });
  await silhouette(canvas, line(...at(-2.1, 1.62), ...at(2.1, 1.62), 2), { tone: 0.66, warm: 0.3 });
  const tyres = [-1.7, -0.6, 0.6, 1.7]
    .map(
      (dx) =>
        `<circle cx="${at(dx, 0.85)[0]}" cy="${at(dx, 0.85)[1]}" r="${0.26 * m}" fill="none" stroke="#fff" stroke-width="${0.16 * m}"/>`,
    )
    .join('');
  await silhouette(canvas, tyres, { tone: 0.07, warm: 0.2 });
  const buoy = `<circle cx="${at(1.05, 2.7)[0]}" cy="${at(1.05, 2.7)[1]}" r="${0.26 * m}" fill="none" stroke="#fff" stroke-width="${0.13 * m}"/>`;
  await silhouette(canvas, buoy, { tone: 0.5, warm: 0.85 });
  glow(canvas, { x: at(-0.1, 7.9)[0], y: at(-0.1, 7.9)[1], radius: 5, strength: 1.2, warm: 0.7 });
  glow(canvas, { x: at(-0.1, 7.9)[0], y: at(-0.1, 7.9)[1], radius: 26, strength: 0.25, warm: 0.6 });
  const [smokeX, smokeY] = at(0.8, 5.6);
  fog(canvas, {
    tone: 0.86,
    warm: 0.3,
    amount: (px, py) => {
      const up = (smokeY - py) / 62;
      if (up < 0 || up > 1.6) return 0;
      const drift = smokeX + up * 34 + noise(up * 3, 2, 5) * 12;
      return (
        0.6 * Math.exp(-(((px - drift) / (5 + up * 20)) ** 2)) * (1 - up / 1.6) * (0.75 + fbm(px / 12, py / 12, 61, 4))
      );
    },
    top: smokeY - 100,
    bottom: smokeY,
  });
}

function drawWake(canvas, x, y, m) {
  paint(
    canvas,
    (px, py, spot) => {
      const down = (py - y) / 230;
      if (down < 0) return;
      const middle = x - down * 62 + Math.sin(down * 5) * 5;
      const half = m * (1.5 + down * 3.4);
      const across = (px - middle) / half;
      const wash =
        Math.exp(-(across ** 4) * 3) *
        ramp(0.42, 0.75, ridged(px / (10 + down * 22), py / (3 + down * 9), 91, 4)) *
        (1 - clamp(down)) ** 0.8;
      const arms = [-1, 1]
        .map(
          (arm) =>
            Math.exp(-(((px - middle - arm * half * (1.35 + down * 1.4)) / (m * (0.25 + down * 0.6))) ** 2)) *
            ramp(0.35, 0.7, ridged(px / 26, py / 7, 93, 3)),
        )
        .reduce((sum, arm) => sum + arm, 0);
      const share = clamp(wash * 0.85 + arms * 0.55 * (1 - clamp(down * 1.1)));
      spot.tone = mix(spot.tone, 0.9, share);
      spot.warm = mix(spot.warm, 0.22, share);
    },
    { top: y - 2, bottom: y + 240 },
  );
}

async function drawRain(canvas, count, strength, seed) {
  const strokes = await drawMask(
    canvas,
    rainStrokes(canvas, { count, slant: -0.22, length: 46, seed, width: 0.55, strength: 1 }),
    { blur: 0.25 },
  );
  lighten(canvas, strokes, { strength, warm: 0.2 });
}

/** Those right before us, from behind. */
async function drawNearCrowd(canvas) {
  const random = randomStream(733);
  const rows = [
    {
      tone: 0.15,
      feet: 1010,
      tall: 300,
      places: [18, 88, 160, 236, 306, 372, 708, 772, 846, 918, 984],
      covered: [1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0],
    },
    {
      tone: 0.075,
      feet: 1160,
      tall: 430,
      places: [-14, 118, 232, 352, 452, 560, 668, 776, 884, 1004],
      covered: [1, 0, 1, 0, 0, 0, 0, 0, 1, 1],
    },
  ];
  for (const { tone, feet, tall, places, covered } of rows) {
    const people = [];
    const umbrellas = [];
    places.forEach((x, index) => {
      const high = tall * (0.94 + random() * 0.1) * (x > 430 && x < 680 ? 0.955 : 1);
      people.push(person(x, feet, high, random));
      if (covered[index]) umbrellas.push(umbrella(x + 8, feet, high * 0.96, random));
    });
    const bodies = await drawMask(canvas, people.join(''), { rough: 0.5, seed: 12 });
    paint(canvas, (x, y, spot) => Object.assign(spot, { tone: tone + fbm(x / 9, y / 30, 71, 3) * 0.018, warm: 0.22 }), {
      mask: bodies,
    });
    rimLight(canvas, bodies, { dy: -1.5, strength: 0.26, warm: 0.3 });
    const canopies = await drawMask(canvas, umbrellas.join(''), { rough: 0.4, seed: 13 });
    paint(
      canvas,
      (x, y, spot) => Object.assign(spot, { tone: tone + 0.04 + fbm(x / 30, y / 12, 75, 3) * 0.03, warm: 0.16 }),
      { mask: canopies },
    );
    rimLight(canvas, canopies, { dx: 0.6, dy: -2, strength: 0.42, warm: 0.28 });
  }
}
