// A man in shirtsleeves under a single lamp at the end of a long timber hall that is laid with rails. Landscape.

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
import { line, oval, shape } from './figures.mjs';
import { finish } from './finish.mjs';
import { fbm, latticeValue, noise, randomStream } from './noise.mjs';

const HORIZON = 372;
const MIDDLE = 520;
const FOCAL = 1350;
const EYE = 1.75;
const HALF = 3;
const EAVES = 3.5;
const PITCH = 0.62;
const END = 64;
const LAMP = { up: 3.15, away: 20 };
const project = makeCamera({ x: MIDDLE, horizon: HORIZON, focal: FOCAL, eye: EYE });

export async function draw() {
  const canvas = makeCanvas(1800, 1200);
  drawHall(canvas);
  await drawRails(canvas);
  await drawFrames(canvas, 58, LAMP.away);
  await drawBeam(canvas);
  await drawPlayer(canvas);
  await drawLamp(canvas);
  await drawFrames(canvas, LAMP.away, 8);
  await drawAudience(canvas);
  liftShadows(canvas);
  return finish(canvas, {
    seed: 23,
    vignette: 0.34,
    contrast: 0.36,
    floor: 0.06,
    grain: 0.036,
    bloomStrength: 0.32,
    bloomThreshold: 0.7,
  });
}

/** Where the line of sight through a place meets the hall: floor, wall, roof slope or far end. */
function meetHall(x, y) {
  const right = Math.abs(x - MIDDLE) / FOCAL;
  const up = (HORIZON - y) / FOCAL;
  const toFloor = up < 0 ? -EYE / up : Infinity;
  const toWall = right > 0 ? HALF / right : Infinity;
  const rise = up + PITCH * right;
  const toRoof = rise > 0 ? (EAVES + PITCH * HALF - EYE) / rise : Infinity;
  const away = Math.min(toFloor, toWall, toRoof, END);
  const face = away === END ? 'end' : away === toFloor ? 'floor' : away === toWall ? 'wall' : 'roof';
  return { away, across: ((x - MIDDLE) / FOCAL) * away, height: EYE + up * away, face };
}

/** The lamp's light at a place in the hall: it falls with the square of the distance, and its shade keeps the roof dark. */
function lampLight({ away, across, height }) {
  const down = LAMP.up - height;
  const flat = Math.hypot(across, (away - LAMP.away) * 0.72);
  const spread = flat / Math.max(0.05, down);
  const cone = down <= 0 ? 0.05 : 0.05 + 0.95 * ramp(1.5, 0.5, spread);
  return cone * (5.2 / (3 + flat * flat + down * down * 0.55));
}

function drawHall(canvas) {
  paint(canvas, (x, y, spot) => {
    const place = meetHall(x, y);
    const { away, across, height, face } = place;
    const board =
      face === 'floor'
        ? boards(across / 0.24, away / 3.4, 11)
        : face === 'wall'
          ? boards(height / 0.2, away / 4, 12 + Math.sign(across))
          : face === 'roof'
            ? boards(away / 0.3, across / 2.6, 15)
            : boards(across / 0.26, height / 3, 16);
    const grain = face === 'floor' ? fbm(across * 16, away * 0.6, 21, 4) : fbm(away * 0.6, height * 14, 22, 4);
    const bounce = 0.1 * Math.exp(-Math.abs(away - LAMP.away) / 14);
    const light = lampLight(place) * (face === 'floor' ? 0.82 : 0.95) + bounce + 0.06;
    spot.tone = clamp(light * board * (1 + grain * 0.4));
    const haze = 1 - Math.exp(-Math.max(0, away - 10) / 60);
    spot.tone = mix(spot.tone, 0.17, haze * 0.5);
    spot.warm = clamp(0.42 + light * 0.9);
  });
}

/** Boards side by side: each with a brightness of its own and a dark joint. */
function boards(side, along, seed) {
  const number = Math.floor(side);
  const share = side - number;
  const piece = Math.floor(along + latticeValue(number, 3, seed) * 2);
  const joint = ramp(0, 0.1, Math.min(share, 1 - share));
  return (0.72 + 0.5 * latticeValue(number, piece, seed)) * (0.5 + 0.5 * joint);
}

/** Two rails down the middle on their sleepers, shining towards the lamp. */
async function drawRails(canvas) {
  let sleepers = '';
  for (let away = 55; away > 4.6; away -= 0.85) {
    const far = project(0, 0.02, away + 0.12);
    const near = project(0, 0.02, away - 0.12);
    sleepers += shape([
      MIDDLE - far.metre * 0.95,
      far.y,
      MIDDLE + far.metre * 0.95,
      far.y,
      MIDDLE + near.metre * 0.95,
      near.y,
      MIDDLE - near.metre * 0.95,
      near.y,
    ]);
  }
  const ties = await drawMask(canvas, sleepers, { rough: 0.3 });
  paint(
    canvas,
    (x, y, spot) => {
      spot.tone = spot.tone * 0.62 + noise(x / 5, y / 2, 8) * 0.012;
    },
    { mask: ties },
  );
  const rail = (at, wide, up) => {
    const far = project(at, up, 62);
    const near = project(at, up, 4);
    return shape([
      far.x - far.metre * wide,
      far.y,
      far.x + far.metre * wide,
      far.y,
      near.x + near.metre * wide,
      near.y,
      near.x - near.metre * wide,
      near.y,
    ]);
  };
  await silhouette(canvas, rail(-0.72, 0.07, 0) + rail(0.72, 0.07, 0), { tone: 0.05, warm: 0.4, strength: 0.85 });
  const heads = await drawMask(canvas, rail(-0.72, 0.032, 0.11) + rail(0.72, 0.032, 0.11));
  paint(
    canvas,
    (x, y, spot) => {
      const away = (FOCAL * (EYE - 0.11)) / Math.max(1, y - HORIZON);
      const shine = 0.9 * Math.exp(-Math.abs(away - LAMP.away) / 5) + 0.5 * ramp(22, 6, away);
      spot.tone = clamp(0.12 + shine * (0.85 + noise(x / 2, y / 9, 5) * 0.3));
      spot.warm = 0.66;
    },
    { mask: heads },
  );
}

/** The frames of the hall from far to near: posts, tie beam, braces and king post. */
async function drawFrames(canvas, from, to) {
  for (let away = from; away > to; away -= 4) {
    const at = (across, up) => {
      const { x, y } = project(across, up, away + 0.01);
      return [x, y];
    };
    const { metre } = project(0, 0, away);
    const beam = (a, b, thick) => line(...at(...a), ...at(...b), metre * thick);
    const ridge = EAVES + PITCH * HALF;
    let timber =
      beam([-HALF, EAVES], [HALF, EAVES], 0.26) +
      beam([0, EAVES], [0, ridge], 0.2) +
      beam([-HALF, EAVES], [0, ridge], 0.2) +
      beam([HALF, EAVES], [0, ridge], 0.2);
    for (const side of [-1, 1]) {
      timber += beam([side * (HALF - 0.1), 0], [side * (HALF - 0.1), EAVES], 0.26);
      timber += beam([side * (HALF - 0.1), EAVES - 0.95], [side * (HALF - 1), EAVES - 0.05], 0.16);
      timber += beam([0, EAVES + 0.3], [side * 1.4, ridge - PITCH * 1.4], 0.13);
    }
    const mask = await drawMask(canvas, timber, { rough: 0.35, seed: Math.round(away) });
    const behind = away > LAMP.away;
    const closeness = Math.exp(-Math.abs(away - LAMP.away) / 9);
    paint(
      canvas,
      (x, y, spot) => {
        const grain = fbm(x / 3, y / 30, 31, 3) * 0.03;
        spot.tone = (behind ? mix(0.1, 0.34, closeness) : 0.06 + 0.03 * closeness) + grain;
        spot.warm = behind ? 0.6 : 0.4;
      },
      { mask },
    );
    if (!behind) rimLight(canvas, mask, { dx: 0, dy: 1.1, strength: 0.26 * closeness + 0.06, warm: 0.75 });
  }
}

async function drawBeam(canvas) {
  const lamp = project(0, LAMP.up - 0.1, LAMP.away);
  const floor = project(0, 0, LAMP.away);
  const wide = floor.metre * 2.3;
  const cone = await drawMask(
    canvas,
    shape([lamp.x - 6, lamp.y, lamp.x + 6, lamp.y, lamp.x + wide, floor.y + 14, lamp.x - wide, floor.y + 14]),
    { blur: 7 },
  );
  for (let at = 0; at < cone.length; at++) {
    if (cone[at] === 0) continue;
    const x = (at % canvas.width) / canvas.scale;
    const y = Math.floor(at / canvas.width) / canvas.scale;
    cone[at] *= mix(1, 0.35, clamp((y - lamp.y) / (floor.y - lamp.y))) * (0.82 + 0.5 * fbm(x / 42, y / 60, 71, 4));
  }
  lighten(canvas, cone, { strength: 0.36, warm: 0.72 });
}

async function drawLamp(canvas) {
  const { x, y, metre } = project(0, LAMP.up, LAMP.away);
  const shade = `<path d="M${x - metre * 0.36} ${y}Q${x - metre * 0.2} ${y - metre * 0.2} ${x - metre * 0.06} ${y - metre * 0.24}h${metre * 0.12}Q${x + metre * 0.2} ${y - metre * 0.2} ${x + metre * 0.36} ${y}Z"/>`;
  await silhouette(canvas, line(x, y - metre * 2.2, x, y - metre * 0.2, 1.5) + shade, { tone: 0.06, warm: 0.4 });
  lighten(canvas, await drawMask(canvas, oval(x, y + 1, metre * 0.33, metre * 0.06)), { strength: 1, warm: 0.8 });
  glow(canvas, { x, y: y + 3, radius: 10, strength: 1.2, warm: 0.8, squash: 0.8 });
  glow(canvas, { x, y: y + 8, radius: 60, strength: 0.3, warm: 0.75 });
}

/** Silas Marl: shirtsleeves, waistcoat, a pay book in one hand, the other open. Lit from straight above. */
async function drawPlayer(canvas) {
  const { x, y, metre } = project(0.05, 0, LAMP.away - 0.4);
  const tall = metre * 1.84;
  const at = (across, up) => [x + across * tall, y - up * tall];
  const limb = (points, thick) =>
    points
      .slice(1)
      .map((to, index) => line(...at(...points[index]), ...at(...to), thick * tall))
      .join('');
  await silhouette(canvas, oval(x, y + 2, tall * 0.2, tall * 0.035), {
    tone: 0.05,
    warm: 0.5,
    strength: 0.85,
    blur: 1.2,
  });
  const legs =
    limb(
      [
        [-0.045, 0.5],
        [-0.065, 0.26],
        [-0.075, 0.02],
      ],
      0.088,
    ) +
    limb(
      [
        [0.045, 0.5],
        [0.06, 0.26],
        [0.082, 0.02],
      ],
      0.088,
    ) +
    oval(...at(-0.09, 0.014), tall * 0.045, tall * 0.018) +
    oval(...at(0.1, 0.014), tall * 0.045, tall * 0.018);
  const trunk = shape([
    ...at(-0.095, 0.83),
    ...at(0.095, 0.83),
    ...at(0.088, 0.62),
    ...at(0.092, 0.47),
    ...at(-0.092, 0.47),
    ...at(-0.088, 0.62),
  ]);
  const sleeves =
    limb(
      [
        [-0.105, 0.8],
        [-0.15, 0.63],
        [-0.1, 0.55],
      ],
      0.062,
    ) +
    limb(
      [
        [0.105, 0.8],
        [0.165, 0.65],
        [0.235, 0.6],
      ],
      0.062,
    ) +
    limb(
      [
        [-0.09, 0.815],
        [0.09, 0.815],
      ],
      0.05,
    );
  const skin =
    oval(...at(0, 0.925), tall * 0.046, tall * 0.06) +
    limb(
      [
        [0, 0.88],
        [0, 0.84],
      ],
      0.05,
    ) +
    limb(
      [
        [-0.1, 0.55],
        [-0.07, 0.548],
      ],
      0.042,
    ) +
    limb(
      [
        [0.235, 0.6],
        [0.27, 0.605],
      ],
      0.036,
    );
  const paintIn = async (elements, bright, dark, seed) => {
    const mask = await drawMask(canvas, elements, { rough: 0.22, seed });
    paint(
      canvas,
      (px, py, spot) => {
        const fold = fbm(px / 5, py / 13, seed, 3) * 0.14;
        spot.tone = clamp(mix(bright, dark, ramp(y - tall * 0.86, y - tall * 0.35, py)) + fold);
        spot.warm = 0.62;
      },
      { mask },
    );
    return mask;
  };
  rimLight(canvas, await paintIn(legs, 0.2, 0.1, 51), { dx: 0, dy: -0.9, strength: 0.2, warm: 0.7 });
  rimLight(canvas, await paintIn(trunk, 0.17, 0.1, 52), { dx: 0, dy: -1, strength: 0.5, warm: 0.7 });
  await silhouette(canvas, shape([...at(-0.03, 0.835), ...at(0.03, 0.835), ...at(0, 0.7)]), { tone: 0.78, warm: 0.6 });
  rimLight(canvas, await paintIn(sleeves, 0.9, 0.5, 53), { dx: 0, dy: -1, strength: 0.6, warm: 0.6 });
  await paintIn(skin, 0.58, 0.46, 54);
  await silhouette(
    canvas,
    `<path d="M${at(-0.052, 0.925).join(' ')}Q${at(-0.06, 1).join(' ')} ${at(0, 1).join(' ')}Q${at(0.06, 1).join(' ')} ${at(0.052, 0.925).join(' ')}Q${at(0, 0.985).join(' ')} ${at(-0.052, 0.925).join(' ')}Z"/>` +
      limb(
        [
          [-0.026, 0.928],
          [-0.014, 0.927],
        ],
        0.009,
      ) +
      limb(
        [
          [0.014, 0.927],
          [0.026, 0.928],
        ],
        0.009,
      ),
    { tone: 0.2, warm: 0.6, blur: 0.3 },
  );
  await silhouette(canvas, shape([...at(-0.1, 0.6), ...at(-0.01, 0.615), ...at(0, 0.535), ...at(-0.09, 0.52)]), {
    tone: 0.86,
    warm: 0.55,
    rough: 0.2,
  });
}

/** The first trolleys of the audience: heads and shoulders in the dark, a little light on their crowns. */
async function drawAudience(canvas) {
  const random = randomStream(77);
  for (const away of [12.5, 9.6, 7.4]) {
    let heads = '';
    for (const side of [-1, 1]) {
      const inner = project(side * 1.02, 0.5, away);
      const outer = project(side * 2.96, 0.04, away);
      heads += shape([inner.x, inner.y, outer.x, inner.y, outer.x, outer.y, inner.x, outer.y]);
      for (let seat = 0; seat < 3; seat++) {
        const { x, y, metre } = project(
          side * (1.36 + seat * 0.62) + (random() - 0.5) * 0.24,
          1.02 + random() * 0.2,
          away + (random() - 0.5) * 0.3,
        );
        const tip = (random() - 0.5) * 0.08 * metre;
        const hair = 0.088 + random() * 0.03;
        const drop = (0.03 + random() * 0.05) * metre;
        heads +=
          oval(x + tip, y, metre * hair, metre * 0.13, { turn: tip * 2 }) +
          `<path d="M${x - metre * 0.31} ${y + metre * 0.85}L${x - metre * 0.29} ${y + metre * 0.46}C${x - metre * 0.28} ${y + metre * 0.3} ${x - metre * 0.2} ${y + metre * 0.25} ${x - metre * 0.07} ${y + metre * 0.19}V${y}H${x + metre * 0.07}V${y + metre * 0.19}C${x + metre * 0.2} ${y + metre * 0.25} ${x + metre * 0.28} ${y + metre * 0.3 + drop} ${x + metre * 0.29} ${y + metre * 0.46 + drop}L${x + metre * 0.31} ${y + metre * 0.85}Z"/>`;
      }
    }
    const mask = await drawMask(canvas, heads, { rough: 0.4, seed: Math.round(away * 10) });
    paint(canvas, (_x, _y, spot) => Object.assign(spot, { tone: 0.035, warm: 0.4 }), { mask });
    rimLight(canvas, mask, { dx: 0, dy: -1.4, strength: 0.12 + away * 0.012, warm: 0.75 });
  }
}

/** Opens the shadows: newsprint would close what a screen still shows of the timber. */
function liftShadows(canvas) {
  paint(canvas, (_x, _y, spot) => {
    spot.tone = clamp(spot.tone) ** 0.68;
  });
}
