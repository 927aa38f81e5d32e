// The survey boat lies off the seaward face of the north mole; a diver's float on the water.

import { drawMask, glow, makeCanvas, mix, paint, ramp, rimLight, silhouette } from './canvas.mjs';
import { finish } from './finish.mjs';
import { cell, fbm } from './noise.mjs';
import { fog, hills, ridgeLine, sky, water } from './scenery.mjs';

const HORIZON = 250;

export async function draw() {
  const canvas = makeCanvas(1600, 1000);
  const light = { x: 300, y: 190, width: 170, warm: 0.35 };
  sky(canvas, { horizon: HORIZON, zenith: 0.6, low: 0.88, cover: 0.5, light, contrast: 0.28, seed: 81 });
  hills(canvas, {
    foot: HORIZON,
    ridge: ridgeLine(8, { relief: 40, wide: 300 }),
    tone: 0.58,
    mist: 0.84,
    seed: 82,
    depth: 46,
  });
  water(canvas, { horizon: HORIZON, ripple: 1.1, dark: 0.14, seed: 83, light, glint: 0.6, base: 0.5 });
  fog(canvas, {
    tone: 0.86,
    top: 200,
    bottom: 320,
    amount: (x, y) => (0.4 + fbm(x * 0.005, y * 0.02, 84, 4) * 0.4) * ramp(200, 250, y) * ramp(320, 262, y),
  });
  const wall = await drawMask(canvas, '<path d="M1000 176 L560 236 L430 252 L430 262 L560 286 L1000 520Z"/>', {
    rough: 0.5,
    seed: 85,
  });
  paint(
    canvas,
    (x, y, spot) => {
      const away = 1 / (0.16 + (x - 400) / 700);
      const stone = cell((x * away) / 60 + 30, ((y - 250) * away) / 26 + 20, 86);
      const edge = ramp(0, 0.12, stone.edge);
      const deck = 236 - (x - 560) * 0.1364;
      const wet = ramp(-10, 60, y - (286 + (x - 560) * 0.53) + 70);
      spot.tone = mix(0.16, 0.3 + stone.id * 0.16, edge) * mix(1, 0.6, wet) + ramp(14, 0, y - deck) * 0.18;
      spot.tone = mix(spot.tone, 0.7, ramp(700, 430, x) * 0.65);
      spot.warm = 0.25;
    },
    { mask: wall },
  );
  rimLight(canvas, wall, { dy: -3, strength: 0.5, warm: 0.3 });
  await silhouette(canvas, railings(), { tone: 0.12 });
  await silhouette(canvas, boat(), { tone: 0.1, rough: 0.35, seed: 87 });
  await silhouette(canvas, '<path d="M196 366 h92 v-42 h-92Z"/>', { tone: 0.8, warm: 0.3 });
  await silhouette(canvas, '<path d="M206 334 h18 v16 h-18Z M234 334 h18 v16 h-18Z M262 334 h18 v16 h-18Z"/>', {
    tone: 0.16,
  });
  await silhouette(canvas, '<path d="M128 420 Q250 452 392 416 Q360 470 250 474 Q160 470 128 420Z"/>', {
    tone: 0.14,
    strength: 0.5,
    blur: 5,
  });
  await silhouette(
    canvas,
    '<circle cx="486" cy="452" r="9"/><path d="M486 444 v-26" stroke="#fff" stroke-width="2.4"/><path d="M486 418 h18 v12 h-18Z"/>',
    { tone: 0.86, warm: 0.8 },
  );
  glow(canvas, { x: 240, y: 268, radius: 5, strength: 0.8, warm: 0.9 });
  return finish(canvas, { seed: 88, grain: 0.035 });
}

function boat() {
  const man = (x, y, s) =>
    `<circle cx="${x}" cy="${y - s}" r="${s * 0.16}"/><path d="M${x - s * 0.22} ${y} l${s * 0.04} ${-s * 0.8} h${s * 0.36} l${s * 0.04} ${s * 0.8}Z"/>`;
  return `<path d="M108 372 Q150 380 196 378 L360 376 Q396 372 416 356 L388 414 Q240 432 134 414Z"/><path d="M190 324 h104 l-6 -10 h-90Z"/><path d="M238 314 v-48 h4 v48Z"/><path d="M240 276 L340 376 M240 276 L150 376" stroke="#fff" stroke-width="1.3" fill="none"/><path d="M316 376 L348 268 L352 268 L336 376Z"/><path d="M349 270 L398 322" stroke="#fff" stroke-width="2.6" fill="none"/><path d="M398 322 V432" stroke="#fff" stroke-width="1" fill="none"/>${man(318, 378, 44)}${man(160, 380, 44)}`;
}

function railings() {
  let posts = '';
  for (let step = 0; step < 22; step++) {
    const share = step / 21;
    const x = 1000 - 440 * (1 - (1 - share) ** 2);
    const y = 176 + (1000 - x) * 0.1364;
    const tall = 26 * (1 - share * 0.7);
    posts += `<path d="M${x} ${y} v${-tall}" stroke="#fff" stroke-width="${2.4 - share * 1.4}" fill="none"/>`;
  }
  const tower =
    '<path d="M438 252 l4 -50 h12 l4 50Z"/><path d="M440 202 h16 v-4 h-16Z"/><path d="M443 198 v-9 l5 -5 l5 5 v9Z"/>';
  const watcher =
    '<circle cx="868" cy="140" r="7"/><path d="M858 192 l3 -44 h14 l3 44Z"/><circle cx="894" cy="138" r="7"/><path d="M884 190 l3 -44 h14 l3 44Z"/>';
  return `${posts}<path d="M1000 150 Q760 196 560 228" stroke="#fff" stroke-width="1.6" fill="none"/>${tower}${watcher}`;
}
