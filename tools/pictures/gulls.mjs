// Herring gulls on the rail of the fish quay and in the air above it, the morning boats behind.

import { drawMask, makeCanvas, paint, ramp, rimLight, silhouette } from './canvas.mjs';
import { finish } from './finish.mjs';
import { fbm, randomStream } from './noise.mjs';
import { fog, hills, ridgeLine, sky, water } from './scenery.mjs';

const HORIZON = 268;

export async function draw() {
  const canvas = makeCanvas(1900, 912);
  const light = { x: 760, y: 170, width: 150, warm: 0.55 };
  sky(canvas, {
    horizon: HORIZON,
    zenith: 0.56,
    low: 0.88,
    cover: 0.45,
    light,
    contrast: 0.32,
    seed: 91,
    warmLow: 0.5,
  });
  hills(canvas, {
    foot: HORIZON,
    ridge: ridgeLine(11, { relief: 34, wide: 220, trees: 6 }),
    tone: 0.5,
    mist: 0.82,
    seed: 92,
    depth: 40,
  });
  water(canvas, { horizon: HORIZON, ripple: 0.8, dark: 0.12, seed: 94, light, glint: 0.65, base: 0.52 });
  await silhouette(canvas, boats(), { tone: 0.3, rough: 0.35, seed: 93 });
  fog(canvas, {
    tone: 0.84,
    warm: 0.4,
    top: 190,
    bottom: 350,
    amount: (x, y) => (0.3 + fbm(x * 0.005, y * 0.02, 95, 4) * 0.4) * ramp(190, 262, y) * ramp(350, 280, y),
  });
  await silhouette(canvas, rail(), { tone: 0.08, rough: 0.4, seed: 96 });
  const random = randomStream(97);
  let standing = '';
  let wings = '';
  for (const [x, size, turn] of [
    [92, 74, 1],
    [196, 66, -1],
    [318, 78, 1],
    [428, 68, 1],
    [604, 72, -1],
    [716, 80, -1],
    [862, 70, 1],
  ]) {
    standing += stand(x, 386, size, turn);
    wings += mantle(x, 386, size, turn);
  }
  let flying = '';
  for (let bird = 0; bird < 17; bird++)
    flying += fly(40 + random() * 920, 26 + random() * 210, 16 + random() * 34, random());
  const white = await drawMask(canvas, standing, { rough: 0.25, seed: 98 });
  paint(
    canvas,
    (_x, _y, spot) => {
      spot.tone = 0.93;
      spot.warm = 0.3;
    },
    { mask: white },
  );
  rimLight(canvas, white, { dx: 0, dy: 4, strength: -0.5 });
  await silhouette(canvas, wings, { tone: 0.46, warm: 0.1, rough: 0.25, seed: 99 });
  await silhouette(canvas, details(), { tone: 0.1 });
  await silhouette(canvas, flying, { tone: 0.24, warm: 0.2 });
  return finish(canvas, { seed: 100, grain: 0.035, bloomStrength: 0.25 });

  function details() {
    let parts = '';
    for (const [x, size, turn] of [
      [92, 74, 1],
      [196, 66, -1],
      [318, 78, 1],
      [428, 68, 1],
      [604, 72, -1],
      [716, 80, -1],
      [862, 70, 1],
    ]) {
      const h = x + turn * size * 0.33;
      const top = 386 - size * 0.98;
      parts += `<circle cx="${h + turn * size * 0.05}" cy="${top + size * 0.1}" r="${size * 0.022}"/><path d="M${h + turn * size * 0.13} ${top + size * 0.12} l${turn * size * 0.17} ${size * 0.05} l${-turn * size * 0.16} ${size * 0.05}Z"/>`;
      parts += `<path d="M${x - 4} ${386 - size * 0.26} v${size * 0.26} M${x + 7} ${386 - size * 0.26} v${size * 0.26}" stroke="#fff" stroke-width="${size * 0.035}" fill="none"/><path d="M${x - turn * size * 0.44} ${386 - size * 0.36} l${-turn * size * 0.3} ${size * 0.08} l${turn * size * 0.3} ${size * 0.02}Z"/>`;
    }
    return parts;
  }
}

/** A gull at rest: head, breast and belly. */
function stand(x, y, s, turn) {
  const at = (dx, dy) => `${(x + turn * dx * s).toFixed(1)} ${(y - dy * s).toFixed(1)}`;
  return `<circle cx="${x + turn * 0.34 * s}" cy="${y - 0.86 * s}" r="${0.135 * s}"/><path d="M${at(0.22, 0.9)} Q${at(0.5, 0.82)} ${at(0.42, 0.62)} Q${at(0.4, 0.34)} ${at(0.06, 0.26)} Q${at(-0.3, 0.24)} ${at(-0.6, 0.36)} Q${at(-0.2, 0.66)} ${at(0.1, 0.7)} Q${at(0.2, 0.76)} ${at(0.22, 0.9)}Z"/>`;
}

/** The gray of its folded wing. */
function mantle(x, y, s, turn) {
  const at = (dx, dy) => `${(x + turn * dx * s).toFixed(1)} ${(y - dy * s).toFixed(1)}`;
  return `<path d="M${at(0.2, 0.62)} Q${at(0.18, 0.42)} ${at(-0.1, 0.4)} Q${at(-0.4, 0.36)} ${at(-0.7, 0.3)} Q${at(-0.34, 0.62)} ${at(0.02, 0.68)} Q${at(0.14, 0.7)} ${at(0.2, 0.62)}Z"/>`;
}

function fly(x, y, s, tilt) {
  const lift = 0.25 + tilt * 0.5;
  return `<path d="M${x - s} ${y - s * lift * 0.4} Q${x - s * 0.5} ${y - s * lift} ${x} ${y} Q${x + s * 0.5} ${y - s * lift * 1.1} ${x + s} ${y - s * lift * 0.25} Q${x + s * 0.5} ${y - s * lift * 0.7} ${x + s * 0.08} ${y + s * 0.12} L${x - s * 0.1} ${y + s * 0.12} Q${x - s * 0.5} ${y - s * lift * 0.62} ${x - s} ${y - s * lift * 0.4}Z"/>`;
}

function rail() {
  let posts =
    '<path d="M0 386 h1000 v9 h-1000Z"/><path d="M0 424 h1000 v4 h-1000Z"/><path d="M0 456 h1000 v40 h-1000Z"/>';
  for (let x = 44; x < 1000; x += 132) posts += `<path d="M${x} 388 h9 v80 h-9Z"/>`;
  return posts;
}

function boats() {
  let fleet = '';
  for (const [x, size] of [
    [70, 1],
    [250, 0.7],
    [520, 0.8],
    [880, 1.1],
  ]) {
    fleet += `<path d="M${x} ${276 - 10 * size} l${90 * size} ${-2 * size} l${18 * size} ${-10 * size} l${-10 * size} ${26 * size} h${-86 * size}Z"/><path d="M${x + 22 * size} ${268 - 6 * size} v${-20 * size} h${26 * size} v${20 * size}Z"/><path d="M${x + 60 * size} 268 v${-78 * size}" stroke="#fff" stroke-width="${2 * size}"/><path d="M${x + 60 * size} ${268 - 70 * size} L${x + 104 * size} ${262 - 6 * size}" stroke="#fff" stroke-width="0.8"/>`;
  }
  return fleet;
}
