// A hull on the slip at dusk, scaffolding about her, a welder's arc low on the bow.

import { clamp, drawMask, glow, lighten, makeCanvas, paint, ramp, rimLight, silhouette } from './canvas.mjs';
import { finish } from './finish.mjs';
import { fbm, noise, randomStream } from './noise.mjs';
import { fog, sky } from './scenery.mjs';

const GROUND = 1120;

export async function draw() {
  const canvas = makeCanvas(1200, 1600);
  sky(canvas, {
    horizon: GROUND,
    zenith: 0.3,
    low: 0.62,
    cover: 0.6,
    light: { x: 760, y: 900 },
    contrast: 0.3,
    seed: 61,
    warmLow: 0.4,
  });
  await silhouette(canvas, gantry(), { tone: 0.33, rough: 0.6, seed: 62 });
  fog(canvas, {
    tone: 0.6,
    warm: 0.3,
    top: 500,
    amount: (x, y) => ramp(560, 1120, y) * (0.4 + fbm(x * 0.004, y * 0.006, 63, 4) * 0.3),
  });
  const hull = await drawMask(canvas, hullShape(), { rough: 0.5, seed: 64 });
  paint(
    canvas,
    (x, y, spot) => {
      const plates =
        noise(x * 0.012, y * 0.02, 65) * 0.05 +
        (Math.abs((y - 300) % 74) < 2.2 ? -0.05 : 0) +
        (Math.abs((x + 40 * Math.floor(y / 74)) % 130) < 1.8 ? -0.04 : 0);
      spot.tone = 0.2 + plates + ramp(250, 760, x) * 0.16 - ramp(520, 1020, y) * 0.08;
      spot.warm = 0.3;
    },
    { mask: hull },
  );
  rimLight(canvas, hull, { dx: 4, dy: -4, strength: 0.5, warm: 0.4 });
  await silhouette(canvas, scaffold(), { tone: 0.07, rough: 0.3, seed: 66 });
  paint(
    canvas,
    (x, y, spot) => {
      spot.tone = clamp(0.11 + fbm(x * 0.02, y * 0.05, 67, 4) * 0.06 + ramp(420, 0, Math.abs(x - 400)) * 0.12);
      spot.warm = 0.35;
    },
    { top: GROUND },
  );
  await silhouette(canvas, people(), { tone: 0.04, rough: 0.4, seed: 68 });
  glow(canvas, { x: 372, y: 968, radius: 46, strength: 0.95, warm: 0.28, power: 2.4 });
  glow(canvas, { x: 372, y: 968, radius: 10, strength: 1, warm: 0.1, power: 3 });
  lighten(canvas, await drawMask(canvas, sparks(), { blur: 0.5 }), { strength: 0.95, warm: 0.85 });
  for (const [x, y] of [
    [182, 690],
    [846, 742],
  ])
    glow(canvas, { x, y, radius: 14, strength: 0.85, warm: 0.95 });
  return finish(canvas, { seed: 69, vignette: 0.34, grain: 0.035, floor: 0.08 });
}

/** The bow from ahead and a little to one side. */
function hullShape() {
  return '<path d="M372 250 Q380 240 392 246 Q600 300 810 410 L806 640 Q790 930 720 1128 L430 1128 Q392 1060 384 900 Q300 640 262 380 Q300 300 372 250Z"/>';
}

function gantry() {
  let lattice =
    '<path d="M0 210 h1000 v30 h-1000Z"/><path d="M0 286 h1000 v14 h-1000Z"/><path d="M868 240 L846 1128 h38 L904 240Z"/>';
  for (let x = 0; x < 1000; x += 46)
    lattice += `<path d="M${x} 240 l23 46 l23 -46" stroke="#fff" stroke-width="7" fill="none"/>`;
  for (let y = 330; y < 1100; y += 70)
    lattice += `<path d="M862 ${y} l34 35 l-36 35" stroke="#fff" stroke-width="5" fill="none"/>`;
  return `${lattice}<path d="M640 300 V420" stroke="#fff" stroke-width="4" fill="none"/><path d="M620 420 h40 l-8 26 h-24Z"/>`;
}

function scaffold() {
  let poles = '';
  for (const x of [148, 212, 276]) poles += `<rect x="${x}" y="${470 + (276 - x) * 0.5}" width="6" height="680"/>`;
  for (const x of [744, 812, 880]) poles += `<rect x="${x}" y="${540 + (x - 744) * 0.5}" width="6" height="600"/>`;
  for (let y = 580; y < 1120; y += 110) {
    poles += `<rect x="130" y="${y}" width="180" height="7"/><rect x="726" y="${y + 30}" width="176" height="7"/>`;
    poles += `<path d="M151 ${y + 108} L279 ${y + 4} M748 ${y + 134} L882 ${y + 36}" stroke="#fff" stroke-width="3" fill="none"/>`;
  }
  let props = '';
  for (const [x, lean] of [
    [430, -70],
    [520, -46],
    [640, 44],
    [716, 70],
  ])
    props += `<path d="M${x} 1040 l${lean} 100" stroke="#fff" stroke-width="13" fill="none"/>`;
  return poles + props;
}

/** The welder crouching at the bow, two who watch, one on the staging. */
function people() {
  const figure = (x, y, size) =>
    `<circle cx="${x}" cy="${y - size * 0.88}" r="${size * 0.1}"/><path d="M${x - size * 0.15} ${y - size * 0.76} q${size * 0.15} ${-size * 0.07} ${size * 0.3} 0 l${size * 0.02} ${size * 0.4} l${-size * 0.03} ${size * 0.36} h${-size * 0.1} l${-size * 0.03} ${-size * 0.32} l${-size * 0.03} ${size * 0.32} h${-size * 0.1} l${-size * 0.02} ${-size * 0.36}Z"/>`;
  const welder =
    '<path d="M318 1128 q-8 -60 12 -92 q14 -26 34 -22 l6 14 l-14 20 l12 34 l-6 46Z"/><circle cx="352" cy="1002" r="16"/><path d="M350 1040 L378 976" stroke="#fff" stroke-width="9" fill="none"/>';
  return welder + figure(600, 1268, 190) + figure(664, 1284, 204) + figure(232, 690, 104) + figure(820, 828, 104);
}

function sparks() {
  const random = randomStream(70);
  let lines = '';
  for (let spark = 0; spark < 70; spark++) {
    const x = (random() - 0.5) * 190;
    const fall = 20 + random() * 170;
    lines += `<path d="M372 968 q${(x * 0.5).toFixed(1)} ${(-20 * random()).toFixed(1)} ${x.toFixed(1)} ${fall.toFixed(1)}" stroke="#fff" stroke-opacity="${(0.2 + random() * 0.6).toFixed(2)}" stroke-width="${(0.8 + random() * 1.3).toFixed(2)}" stroke-dasharray="${(6 + random() * 12).toFixed(0)} ${(16 + random() * 50).toFixed(0)}" fill="none"/>`;
  }
  return lines;
}
