// The tide mill at Saltry Creek at low water: wheel, sluice, a channel through the mud, one lit window.

import { clamp, drawMask, glow, makeCanvas, mix, paint, ramp, silhouette } from './canvas.mjs';
import { finish } from './finish.mjs';
import { fbm, randomStream } from './noise.mjs';
import { hills, ridgeLine, sky, water } from './scenery.mjs';

const HORIZON = 430;

export async function draw() {
  const canvas = makeCanvas(1300, 1080);
  const light = { x: 250, y: 330, width: 150, warm: 0.7 };
  sky(canvas, { horizon: HORIZON, zenith: 0.42, low: 0.8, cover: 0.4, light, contrast: 0.32, seed: 111, warmLow: 0.6 });
  hills(canvas, {
    foot: HORIZON + 64,
    ridge: ridgeLine(14, { relief: 96, wide: 240, trees: 10 }),
    tone: 0.4,
    mist: 0.62,
    seed: 112,
    depth: 110,
    warm: 0.35,
  });
  await silhouette(canvas, building(), { tone: 0.17, warm: 0.3, rough: 0.6, seed: 113 });
  await silhouette(canvas, roof(), { tone: 0.1, warm: 0.25, rough: 0.6, seed: 114 });
  await silhouette(canvas, boards(), { tone: 0.24, warm: 0.3 });
  water(canvas, { horizon: HORIZON + 62, ripple: 0.45, dark: 0.1, seed: 115, light, glint: 0.55 });
  const mud = await drawMask(
    canvas,
    '<path d="M0 500 Q150 508 330 540 Q430 566 300 640 Q140 720 0 830Z"/><path d="M1000 560 Q820 556 640 580 Q520 606 600 660 Q700 730 640 831 L1000 831Z"/>',
    { rough: 1.2, seed: 116 },
  );
  paint(
    canvas,
    (x, y, spot) => {
      const away = 1 / (0.1 + (y - HORIZON) / 400);
      const ripple = fbm(x * 0.012 * away, y * 0.05 * away, 117, 5);
      const wet = clamp(ripple * 1.2 + 0.2);
      spot.tone = mix(0.24, spot.tone * 0.7, wet * 0.75) + ramp(0.1, 0.5, ripple) * 0.06;
      spot.warm = 0.42;
    },
    { mask: mud },
  );
  await silhouette(canvas, wheel(), { tone: 0.07, rough: 0.3, seed: 118 });
  await silhouette(canvas, reeds(), { tone: 0.06 });
  glow(canvas, { x: 716, y: 330, radius: 17, strength: 0.85, warm: 1 });
  await silhouette(canvas, '<path d="M706 316 h20 v28 h-20Z"/>', { tone: 0.95, warm: 1 });
  await silhouette(canvas, '<path d="M716 316 v28 M706 330 h20" stroke="#fff" stroke-width="2"/>', { tone: 0.2 });
  await silhouette(
    canvas,
    '<path d="M486 470 l4 -34 q6 -8 12 0 l4 34Z"/><circle cx="496" cy="428" r="6.5"/><path d="M478 424 h36 v-3 h-36Z"/>',
    { tone: 0.07 },
  );
  return finish(canvas, { seed: 119, vignette: 0.3, grain: 0.035 });
}

function building() {
  return '<path d="M560 500 V262 H860 V500Z"/><path d="M860 500 V330 H960 V500Z"/><path d="M440 500 V470 H1000 V512 H440Z"/>';
}

function roof() {
  return '<path d="M540 268 L600 170 H822 L880 268Z"/><path d="M852 336 L880 284 H950 L976 336Z"/><path d="M772 190 V136 h24 V190Z"/><path d="M548 210 h34 v62 h-34Z"/>';
}

function boards() {
  let lines = '';
  for (let y = 274; y < 470; y += 9) lines += `<path d="M562 ${y} H858" stroke="#fff" stroke-width="1.2"/>`;
  return `${lines}<path d="M610 316 h20 v28 h-20Z M800 316 h20 v28 h-20Z M610 396 h20 v28 h-20Z M706 396 h20 v28 h-20Z M800 396 h20 v28 h-20Z"/>`;
}

/** The wheel hangs dry beside the sluice. */
function wheel() {
  let spokes =
    '<circle cx="560" cy="452" r="76" fill="none" stroke="#fff" stroke-width="8"/><circle cx="560" cy="452" r="56" fill="none" stroke="#fff" stroke-width="4"/><circle cx="560" cy="452" r="9"/>';
  for (let spoke = 0; spoke < 12; spoke++)
    spokes += `<g transform="rotate(${spoke * 30} 560 452)"><rect x="557.5" y="376" width="5" height="76"/><rect x="550" y="366" width="20" height="10"/></g>`;
  return `${spokes}<path d="M438 512 V440 h10 V512Z M476 512 V440 h10 V512Z"/><path d="M430 446 h64 v7 h-64Z"/>`;
}

function reeds() {
  const random = randomStream(120);
  let blades = '';
  for (let blade = 0; blade < 260; blade++) {
    const left = blade % 2 === 0;
    const x = left ? random() * 230 : 830 + random() * 180;
    const tall = 50 + random() * 110;
    const lean = (random() - 0.4) * 34;
    blades += `<path d="M${x.toFixed(1)} 840 q${(lean * 0.2).toFixed(1)} ${(-tall * 0.6).toFixed(1)} ${lean.toFixed(1)} ${(-tall).toFixed(1)}" stroke="#fff" stroke-width="${(1.2 + random() * 1.6).toFixed(1)}" fill="none"/>`;
  }
  return blades;
}
