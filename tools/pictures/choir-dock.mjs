// Sixty singers on the floor of an empty granite dock at dusk, lit from the rim, where their audience sits. Landscape.

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
import { crane, line, oval, shape } from './figures.mjs';
import { finish } from './finish.mjs';
import { fbm, latticeValue, noise, randomStream, ridged } from './noise.mjs';
import { fog, hills, ridgeLine, sky } from './scenery.mjs';

const HORIZON = 282;
const MIDDLE = 500;
const FOCAL = 850;
const EYE = 4.4;
const RIM = 9;
const HALF = 13;
const END = 84;
const STAGE = { away: 20.5, wide: 9.5, deep: 6 };
const project = makeCamera({ x: MIDDLE, horizon: HORIZON, focal: FOCAL, eye: EYE });

export async function draw() {
  const canvas = makeCanvas(2400, 1500);
  sky(canvas, {
    horizon: HORIZON,
    zenith: 0.3,
    low: 0.72,
    warmZenith: 0.02,
    warmLow: 0.7,
    cover: 0.55,
    contrast: 0.34,
    light: { x: 520, y: HORIZON - 30 },
    seed: 221,
    scale: 0.8,
    stretch: 1.6,
  });
  hills(canvas, {
    foot: HORIZON + 1,
    ridge: ridgeLine(14, { relief: 66, wide: 300 }),
    tone: 0.42,
    mist: 0.6,
    warm: 0.4,
    seed: 14,
    depth: 60,
  });
  await silhouette(
    canvas,
    crane(428, HORIZON - 30, 120, { rise: 0.6 }) + crane(575, HORIZON - 30, 92, { flip: -1, rise: 0.75 }),
    { tone: 0.32, warm: 0.35, strength: 0.85 },
  );
  drawDock(canvas);
  await drawLadders(canvas);
  await drawAudience(canvas);
  await drawLamps(canvas);
  await drawChoir(canvas);
  fog(canvas, {
    tone: 0.52,
    warm: 0.5,
    amount: (x, y) =>
      Math.exp(-(((y - HORIZON - 20) / 60) ** 2)) *
      Math.exp(-(((x - MIDDLE) / 190) ** 2)) *
      (0.26 + 0.3 * fbm(x / 110, y / 30, 55, 4)),
    top: 150,
    bottom: 460,
  });
  return finish(canvas, {
    seed: 17,
    vignette: 0.3,
    contrast: 0.36,
    floor: 0.06,
    bloomStrength: 0.3,
    bloomThreshold: 0.72,
  });
}

/** Where the line of sight through a place meets the dock, or undefined where it passes over the rim. */
function meetDock(x, y) {
  const right = (x - MIDDLE) / FOCAL;
  const up = (HORIZON - y) / FOCAL;
  const toWall = right === 0 ? Infinity : HALF / Math.abs(right);
  const toFloor = up < 0 ? -EYE / up : Infinity;
  const away = Math.min(toWall, toFloor, END);
  const height = EYE + up * away;
  if (height > RIM) return undefined;
  return { away, across: right * away, height, face: away === toFloor ? 'floor' : away === END ? 'end' : 'wall' };
}

/** The light of the lamps on the floor, brightest where the choir stands. */
function pool(across, away) {
  return Math.exp(-((across / STAGE.wide) ** 2) - ((away - STAGE.away) / STAGE.deep) ** 2);
}

function drawDock(canvas) {
  paint(canvas, (x, y, spot) => {
    const place = meetDock(x, y);
    if (place === undefined) return;
    const stone = place.face === 'floor' ? floorTone(place) : wallTone(place);
    const far = 1 - Math.exp(-Math.max(0, place.away - 14) / 62);
    spot.tone = mix(stone.tone, 0.46, far * 0.75);
    spot.warm = mix(stone.warm, 0.45, far * 0.6);
  });
}

/** Granite courses in running bond, stained by ninety years of water, stepped like altars towards the foot. */
function wallTone({ away, across, height, face }) {
  const along = face === 'end' ? across : away;
  const course = Math.floor(height / 0.75);
  const shifted = along / 1.7 + (course % 2) * 0.5;
  const joint = Math.min(height / 0.75 - course, 1 - (height / 0.75 - course)) * 0.75;
  const side = Math.min(shifted - Math.floor(shifted), 1 - (shifted - Math.floor(shifted))) * 1.7;
  const crack = ramp(0, 0.03 + away * 0.0012, Math.min(joint, side));
  const block = latticeValue(Math.floor(shifted), course, across < 0 ? 31 : 32) - 0.5;
  const grain = fbm(along * 1.6, height * 1.6, 33, 4);
  const stain = clamp(fbm(along * 0.8, height * 0.09, 35, 4) + 0.1) * ramp(9, 3, height);
  const fromSky = 0.13 + 0.16 * ramp(2, RIM, height);
  const fromLamps = 0.5 * Math.exp(-(((along - STAGE.away - 5) / 14) ** 2)) * ramp(9.5, 0.5, height);
  const coping = height > RIM - 0.42 ? 0.22 : 0;
  const light = fromSky + (face === 'end' ? 0.06 : fromLamps) + coping;
  const tone = light * (1 + block * 0.38 + grain * 0.28) * (0.55 + 0.45 * crack) * (1 - stain * 0.55);
  return { tone, warm: clamp(0.12 + fromLamps * 1.3) };
}

/** The floor: slabs with a gutter down each side and puddles that hold the sky. */
function floorTone({ away, across }) {
  const slab = Math.min(Math.abs(((across + 40) % 2.4) - 1.2), Math.abs((away % 3.2) - 1.6));
  const seam = ramp(0, 0.035 + away * 0.0016, slab);
  const grain = fbm(across * 2.2, away * 2.2, 41, 4);
  const wet = ramp(0.12, 0.3, fbm(across * 0.23, away * 0.11, 43, 4) + 0.1 * ramp(8, 13, Math.abs(across)));
  const light = 0.13 + 0.62 * pool(across, away);
  const dry = light * (0.92 + grain * 0.3) * (0.75 + 0.25 * seam);
  const shine = 0.34 + 0.12 * noise(across * 3, away * 0.7, 47) + 0.3 * pool(across, away + 3);
  return { tone: mix(dry, shine, wet * 0.4), warm: clamp(0.12 + 0.75 * pool(across, away) - wet * 0.15) };
}

/** Iron ladders let into the walls, and mooring rings. */
async function drawLadders(canvas) {
  let iron = '';
  for (const [side, away] of [
    [-1, 27],
    [1, 27],
    [-1, 41],
    [1, 41],
    [-1, 60],
    [1, 60],
  ]) {
    for (let rung = 0; rung < 27; rung++) {
      const from = project(side * HALF * 0.995, 0.4 + rung * 0.32, away);
      const to = project(side * HALF * 0.995, 0.4 + rung * 0.32, away + 0.9);
      iron += line(from.x, from.y, to.x, to.y, from.metre * 0.05);
    }
    for (const rail of [away, away + 0.9]) {
      const foot = project(side * HALF * 0.995, 0.3, rail);
      const head = project(side * HALF * 0.995, RIM, rail);
      iron += line(foot.x, foot.y, head.x, head.y, foot.metre * 0.07);
    }
  }
  await silhouette(canvas, iron, { tone: 0.1, warm: 0.2, strength: 0.75, rough: 0.2 });
}

/** Somebody sitting on the rim with the legs hanging over the edge. */
function sitter({ x, y, metre }, random) {
  const size = metre * (0.9 + random() * 0.2);
  const lean = (random() - 0.5) * 0.16 * size;
  const trunk = `<path d="M${x - size * 0.24} ${y}C${x - size * 0.27} ${y - size * 0.35} ${x - size * 0.22 + lean} ${y - size * 0.6} ${x + lean} ${y - size * 0.64}C${x + size * 0.22 + lean} ${y - size * 0.6} ${x + size * 0.27} ${y - size * 0.35} ${x + size * 0.24} ${y}Z"/>`;
  const head = oval(x + lean * 1.2, y - size * 0.76, size * 0.105, size * 0.135);
  const swing = () => (random() - 0.5) * 0.12 * size;
  const legs =
    line(x - size * 0.1, y, x - size * 0.1 + swing(), y + size * 0.46, size * 0.13) +
    line(x + size * 0.1, y, x + size * 0.1 + swing(), y + size * 0.46, size * 0.13);
  return trunk + head + legs;
}

async function drawAudience(canvas) {
  const random = randomStream(61);
  for (let away = END - 1; away > 17; away *= 0.87) {
    let people = '';
    for (let near = away; near > away * 0.87; near -= 0.5 + random() * 0.25) {
      for (const side of [-1, 1]) {
        if (random() < 0.09) continue;
        const seat = project(side * HALF, RIM - 0.02, near);
        people += sitter(seat, random);
        if (random() < 0.3) people += sitter({ ...project(side * (HALF + 0.9), RIM + 0.5, near) }, random);
      }
    }
    const far = 1 - Math.exp(-(away - 12) / 60);
    const mask = await drawMask(canvas, people, { rough: 0.15 });
    paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone: mix(0.07, 0.36, far), warm: 0.25 }), { mask });
    rimLight(canvas, mask, { dx: 0, dy: 0.9, strength: 0.28 * (1 - far), warm: 0.8 });
  }
  let last = '';
  for (let across = -HALF; across < HALF; across += 0.55 + random() * 0.2)
    last += sitter(project(across, RIM, END), random);
  await silhouette(canvas, last, { tone: 0.3, warm: 0.35 });
}

/** Flood lamps on posts along the rim, and their beams down to the choir. */
async function drawLamps(canvas) {
  const lamps = [
    [-1, 33],
    [1, 33],
    [-1, 46],
    [1, 46],
  ].map(([side, away]) => ({
    side,
    foot: project(side * (HALF + 0.4), RIM, away),
    head: project(side * (HALF - 0.2), RIM + 4.2, away),
  }));
  const posts = lamps
    .map(
      ({ foot, head, side }) =>
        line(foot.x, foot.y, foot.x, head.y, foot.metre * 0.14) +
        line(foot.x, head.y, head.x - side * 2, head.y + 1, foot.metre * 0.2),
    )
    .join('');
  await silhouette(canvas, posts, { tone: 0.1, warm: 0.2 });
  const { y: floorY } = project(0, 0, STAGE.away - 1);
  for (const { head, side } of lamps) {
    const beam = await drawMask(
      canvas,
      shape([
        head.x - 2,
        head.y,
        head.x + 2,
        head.y,
        MIDDLE + side * 30 + 250,
        floorY + 10,
        MIDDLE + side * 30 - 250,
        floorY + 10,
      ]),
      { blur: 16 },
    );
    for (let at = 0; at < beam.length; at++) {
      if (beam[at] === 0) continue;
      const x = (at % canvas.width) / canvas.scale;
      const y = Math.floor(at / canvas.width) / canvas.scale;
      const away = clamp((y - head.y) / (floorY - head.y));
      beam[at] *= (1 - away) ** 0.7 * (0.85 + 0.4 * fbm(x / 80, y / 60, 77, 3));
    }
    lighten(canvas, beam, { strength: 0.15, warm: 0.7 });
    glow(canvas, { x: head.x, y: head.y, radius: head.metre * 0.3, strength: 1.3, warm: 0.75 });
    glow(canvas, { x: head.x, y: head.y, radius: 34, strength: 0.24, warm: 0.8 });
  }
}

/** A singer who faces us with the feet at (x, y): what is cloth, and what is skin. */
function singer(x, y, tall, random) {
  const wide = tall * (0.115 + random() * 0.03);
  const skirt = random() < 0.45;
  const lean = (random() - 0.5) * tall * 0.03;
  const shoulder = y - tall * 0.82;
  const hem = y - tall * (skirt ? 0.14 : 0.44);
  const flare = skirt ? 1.15 : 0.92;
  const coat = `<path d="M${x + lean - wide * 0.3} ${shoulder - tall * 0.02}C${x + lean - wide * 1.1} ${shoulder} ${x - wide * 1.2} ${shoulder + tall * 0.12} ${x - wide * 1.12} ${y - tall * 0.48}L${x - wide * flare} ${hem}L${x + wide * flare} ${hem}L${x + wide * 1.12} ${y - tall * 0.48}C${x + wide * 1.2} ${shoulder + tall * 0.12} ${x + lean + wide * 1.1} ${shoulder} ${x + lean + wide * 0.3} ${shoulder - tall * 0.02}Z"/>`;
  const legs =
    line(x - wide * 0.45, hem, x - wide * 0.5, y, tall * 0.075) +
    line(x + wide * 0.45, hem, x + wide * 0.5, y, tall * 0.075);
  const headX = x + lean;
  const headY = y - tall * 0.92;
  const hair =
    oval(headX, headY - tall * 0.012, tall * 0.06, tall * 0.073) +
    (skirt ? oval(headX, headY + tall * 0.02, tall * 0.066, tall * 0.07) : '');
  const face =
    oval(headX, headY + tall * 0.01, tall * 0.044, tall * 0.056) +
    line(headX, headY + tall * 0.05, headX, shoulder + tall * 0.01, tall * 0.045);
  const mouth = oval(headX, headY + tall * 0.036, tall * 0.011, tall * 0.014);
  const brow =
    line(headX - tall * 0.026, headY, headX - tall * 0.012, headY, tall * 0.01) +
    line(headX + tall * 0.012, headY, headX + tall * 0.026, headY, tall * 0.01);
  const hands =
    oval(x - wide * 0.95, y - tall * 0.46, tall * 0.02, tall * 0.03) +
    oval(x + wide * 0.95, y - tall * 0.46, tall * 0.02, tall * 0.03);
  return { cloth: coat + legs + hair, skin: face + hands, mark: mouth + brow };
}

async function drawChoir(canvas) {
  const random = randomStream(88);
  const rows = 5;
  for (let row = 0; row < rows; row++) {
    const count = 14 - row;
    const singers = { cloth: '', skin: '', mark: '' };
    let shadows = '';
    for (let index = 0; index < count; index++) {
      const turn = (index / (count - 1) - 0.5) * 2;
      const across = turn * (8.4 - row * 0.62) + (random() - 0.5) * 0.22;
      const away = 25.5 - row * 1.75 - turn * turn * 1.5 + (random() - 0.5) * 0.2;
      const foot = project(across, 0, away);
      const riser = project(across, (rows - 1 - row) * 0.24, away);
      const drawn = singer(riser.x, riser.y, riser.metre * (1.6 + random() * 0.22), random);
      for (const part of ['cloth', 'skin', 'mark']) singers[part] += drawn[part];
      shadows += shape([
        foot.x - foot.metre * 0.3,
        foot.y,
        foot.x + foot.metre * 0.3,
        foot.y,
        foot.x + turn * 16 + foot.metre * 0.4,
        foot.y + foot.metre * 0.7,
        foot.x + turn * 16 - foot.metre * 0.4,
        foot.y + foot.metre * 0.7,
      ]);
    }
    await silhouette(canvas, shadows, { tone: 0.1, warm: 0.35, strength: 0.34, blur: 3 });
    await drawRow(canvas, singers, row);
  }
  await drawConductor(canvas);
}

async function drawRow(canvas, { cloth, skin, mark }, row) {
  const mask = await drawMask(canvas, cloth, { rough: 0.2, seed: 90 + row });
  paint(
    canvas,
    (x, y, spot) => {
      const fold = ramp(0.35, 0.8, ridged(x / 9, y / 42, 95 + row, 3));
      spot.tone = 0.11 + 0.2 * latticeValue(Math.floor(x / 16), row, 97) + fold * 0.09;
      spot.warm = 0.42;
    },
    { mask },
  );
  rimLight(canvas, mask, { dx: 0, dy: -1.1, strength: 0.42, warm: 0.75 });
  await silhouette(canvas, skin, { tone: 0.56, warm: 0.85, blur: 0.35 });
  await silhouette(canvas, mark, { tone: 0.24, warm: 0.7, strength: 0.6, blur: 0.3 });
}

/** Samira Holt with her back to us and both arms up. */
async function drawConductor(canvas) {
  const { x, y, metre } = project(0.3, 0, 12.6);
  const tall = metre * 1.66;
  const up = (share) => y - tall * share;
  const coat = `<path d="M${x - tall * 0.1} ${up(0.84)}C${x - tall * 0.16} ${up(0.8)} ${x - tall * 0.1} ${up(0.6)} ${x - tall * 0.11} ${up(0.5)}L${x - tall * 0.15} ${up(0.16)}L${x + tall * 0.15} ${up(0.16)}L${x + tall * 0.11} ${up(0.5)}C${x + tall * 0.1} ${up(0.6)} ${x + tall * 0.16} ${up(0.8)} ${x + tall * 0.1} ${up(0.84)}Z"/>`;
  const arm = (side, hand) =>
    line(x + side * tall * 0.11, up(0.8), x + side * tall * 0.24, up(0.76), tall * 0.062) +
    line(x + side * tall * 0.24, up(0.76), x + side * tall * 0.36, up(hand), tall * 0.045) +
    oval(x + side * tall * 0.368, up(hand + 0.02), tall * 0.024, tall * 0.034);
  const head =
    oval(x, up(0.925), tall * 0.06, tall * 0.076) +
    oval(x, up(0.985), tall * 0.035, tall * 0.03) +
    line(x, up(0.9), x, up(0.82), tall * 0.055);
  const legs =
    line(x - tall * 0.05, up(0.18), x - tall * 0.055, y, tall * 0.055) +
    line(x + tall * 0.05, up(0.18), x + tall * 0.06, y, tall * 0.055);
  await silhouette(
    canvas,
    shape([
      x - tall * 0.12,
      y - 2,
      x + tall * 0.12,
      y - 2,
      x + tall * 0.2,
      y + tall * 0.4,
      x - tall * 0.16,
      y + tall * 0.4,
    ]),
    { tone: 0.07, warm: 0.3, strength: 0.6, blur: 2 },
  );
  const mask = await drawMask(canvas, coat + arm(-1, 0.96) + arm(1, 1.03) + head + legs, { rough: 0.35, seed: 4 });
  paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone: 0.07, warm: 0.35 }), { mask });
  rimLight(canvas, mask, { dx: 0, dy: -1.2, strength: 0.4, warm: 0.75 });
}
