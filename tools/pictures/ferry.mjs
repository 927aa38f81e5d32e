// The ferry leaves the harbour in fog, her lights on; gulls over her wake, the beacon at the mole's end.

import { drawMask, glow, lighten, makeCanvas, ramp, silhouette } from './canvas.mjs';
import { finish } from './finish.mjs';
import { fbm, randomStream } from './noise.mjs';
import { fog, hills, ridgeLine, sky, water } from './scenery.mjs';

const HORIZON = 360;

export async function draw() {
  const canvas = makeCanvas(1800, 1200);
  const light = { x: 690, y: 250, width: 120, warm: 0.5 };
  sky(canvas, { horizon: HORIZON, zenith: 0.5, low: 0.84, cover: 0.75, light, contrast: 0.3, seed: 41, warmLow: 0.45 });
  hills(canvas, {
    foot: HORIZON,
    ridge: ridgeLine(5, { relief: 46, wide: 260 }),
    tone: 0.56,
    mist: 0.82,
    seed: 43,
    depth: 50,
  });
  water(canvas, { horizon: HORIZON, ripple: 0.9, dark: 0.16, seed: 47, light, glint: 0.7, base: 0.46 });
  const shadow = '<path d="M420 450 H860 Q820 520 640 526 Q460 520 420 450Z"/>';
  await silhouette(canvas, shadow, { tone: 0.24, strength: 0.6, blur: 9 });
  await silhouette(canvas, ship(), { tone: 0.2, rough: 0.35, seed: 44 });
  await silhouette(canvas, upperworks(), { tone: 0.82, warm: 0.4, rough: 0.25, seed: 45 });
  await silhouette(canvas, funnel(), { tone: 0.14, rough: 0.3, seed: 46 });
  lighten(canvas, await drawMask(canvas, windows(), { blur: 0.4 }), { strength: 0.9, warm: 0.95 });
  fog(canvas, {
    tone: 0.8,
    warm: 0.34,
    top: 120,
    bottom: 560,
    amount: (x, y) => (0.42 + fbm(x * 0.004, y * 0.012, 48, 5) * 0.6) * ramp(110, 330, y) * ramp(560, 430, y) * 0.85,
  });
  await silhouette(canvas, mole(), { tone: 0.1, rough: 0.8, seed: 49 });
  glow(canvas, { x: 152, y: 318, radius: 11, strength: 0.95, warm: 0.9 });
  glow(canvas, { x: 612, y: 262, radius: 5, strength: 0.9, warm: 0.9 });
  await silhouette(canvas, gulls(), { tone: 0.12 });
  return finish(canvas, { seed: 50, vignette: 0.26, grain: 0.035 });
}

function ship() {
  return '<path d="M400 408 L842 398 L868 388 L852 452 L430 454 Q408 440 400 408Z"/>';
}

function upperworks() {
  return '<path d="M440 406 L440 372 L462 372 L462 348 L505 348 L505 330 L690 330 L690 350 L772 350 L772 376 L812 378 L812 399Z"/>';
}

function funnel() {
  return '<path d="M640 331 L646 276 L690 274 L690 331Z"/><path d="M606 332 L610 240 L614 240 L616 332Z"/><path d="M740 350 L743 286 L746 286 L748 350Z"/><path d="M610 262 L760 342" stroke="#fff" stroke-width="0.9" fill="none"/>';
}

function windows() {
  const row = (y, from, to, step) => {
    let panes = '';
    for (let x = from; x < to; x += step) panes += `<rect x="${x}" y="${y}" width="${step * 0.52}" height="8"/>`;
    return panes;
  };
  return row(337, 516, 684, 17) + row(357, 474, 764, 15) + row(383, 452, 800, 15);
}

function mole() {
  let stones =
    '<path d="M0 470 L0 424 L178 432 L214 470Z"/><path d="M138 432 L144 330 L160 330 L166 432Z"/><path d="M134 332 h36 v-6 h-36Z"/><path d="M142 326 v-16 l10 -9 l10 9 v16Z"/>';
  for (let x = 10; x < 132; x += 24) stones += `<rect x="${x}" y="404" width="2.4" height="24"/>`;
  return `${stones}<path d="M10 410 L132 414" stroke="#fff" stroke-width="1.6" fill="none"/>`;
}

function gulls() {
  const random = randomStream(51);
  let birds = '';
  for (let bird = 0; bird < 14; bird++) {
    const x = 640 + random() * 330;
    const y = 130 + random() * 330;
    const span = 7 + random() * 12;
    birds += `<path d="M${x - span} ${y} q${span * 0.5} ${-span * 0.55} ${span} 0 q${span * 0.5} ${-span * 0.6} ${span} ${-span * 0.1}" stroke="#fff" stroke-width="1.7" fill="none"/>`;
  }
  return birds;
}
