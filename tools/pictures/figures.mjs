// Silhouettes as SVG elements, drawn at a place and size in design units: people, trees, ships, cranes, birds.

const n = (value) => Math.round(value * 100) / 100;

/** A stroke from point to point. */
export function line(x1, y1, x2, y2, width, strength = 1) {
  return `<path d="M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}" stroke="#fff" stroke-width="${n(width)}" stroke-opacity="${n(strength)}" fill="none"/>`;
}

/** A filled shape through points; the numbers are x y x y … */
export function shape(points, strength = 1) {
  return `<path d="M${points.map(n).join(' ')}Z" fill-opacity="${n(strength)}"/>`;
}

/** A filled or stroked path in its own units, set at a place. */
export function placed(path, x, y, size, { flip = 1, turn = 0, attributes = '' } = {}) {
  return `<path transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)}) scale(${n(size * flip * 1000) / 1000} ${n(size * 1000) / 1000})" d="${path}" ${attributes}/>`;
}

export function disc(x, y, radius, strength = 1) {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill-opacity="${n(strength)}"/>`;
}

export function oval(x, y, rx, ry, { turn = 0, strength = 1 } = {}) {
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill-opacity="${n(strength)}" transform="rotate(${n(turn)} ${n(x)} ${n(y)})"/>`;
}

/** Somebody standing with the feet at (x, y), seen from behind, `tall` high; some in hats, some in skirts or long coats. */
export function person(x, y, tall, random) {
  const wide = tall * (0.12 + random() * 0.035);
  const lean = (random() - 0.5) * tall * 0.05;
  const head = tall * 0.068;
  const shoulder = y - tall * 0.81;
  const hem = y - tall * (random() < 0.5 ? 0.2 : 0.34);
  const hip = y - tall * 0.5;
  const coat = `<path d="M${n(x + lean - wide * 0.35)} ${n(shoulder - tall * 0.03)}C${n(x + lean - wide * 1.2)} ${n(shoulder)} ${n(x - wide * 1.15)} ${n(shoulder + tall * 0.1)} ${n(x - wide)} ${n(hip)}L${n(x - wide * 1.08)} ${n(hem)}L${n(x + wide * 1.08)} ${n(hem)}L${n(x + wide)} ${n(hip)}C${n(x + wide * 1.15)} ${n(shoulder + tall * 0.1)} ${n(x + lean + wide * 1.2)} ${n(shoulder)} ${n(x + lean + wide * 0.35)} ${n(shoulder - tall * 0.03)}Z"/>`;
  const legs =
    line(x - wide * 0.42, hem, x - wide * 0.4, y, tall * 0.06) +
    line(x + wide * 0.42, hem, x + wide * 0.45, y, tall * 0.06);
  const neck = line(x + lean, shoulder, x + lean, y - tall * 0.9, head * 0.9);
  const skull = oval(x + lean, y - tall * 0.925, head * 0.82, head * 1.05);
  const hat =
    random() < 0.35
      ? oval(x + lean, y - tall * 0.955, head * 1.55, head * 0.35) +
        oval(x + lean, y - tall * 0.985, head * 0.9, head * 0.7)
      : '';
  return coat + legs + neck + skull + hat;
}

/** An umbrella held over somebody whose feet are at (x, y). */
export function umbrella(x, y, tall, random) {
  const wide = tall * (0.3 + random() * 0.06);
  const top = y - tall * (1.12 + random() * 0.12);
  const tilt = (random() - 0.5) * 22;
  const scallop = Array.from({ length: 4 }, (_, index) => {
    const step = (wide * 2) / 4;
    const from = wide - index * step;
    return `Q${n(from - step / 2)} ${n(wide * 0.34)} ${n(from - step)} ${n(wide * 0.5)}`;
  }).join('');
  const canopy = `M${n(-wide)} ${n(wide * 0.5)}C${n(-wide * 0.8)} ${n(-wide * 0.18)} ${n(wide * 0.8)} ${n(-wide * 0.18)} ${n(wide)} ${n(wide * 0.5)}${scallop}Z`;
  const stick = `M0 ${n(-wide * 0.1)}L0 ${n(wide * 0.1)}M0 ${n(wide * 0.3)}L${n(-wide * 0.1)} ${n(tall * 0.5)}`;
  return (
    placed(canopy, x, top, 1, { turn: tilt }) +
    placed(stick, x, top, 1, { turn: tilt, attributes: `fill="none" stroke="#fff" stroke-width="${n(tall * 0.014)}"` })
  );
}

/** Crossed bracing between two rails that run from a pair of points to another. */
export function lattice(a, b, c, d, bays, width) {
  let strokes = line(a[0], a[1], b[0], b[1], width) + line(c[0], c[1], d[0], d[1], width);
  const along = (from, to, share) => [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  for (let bay = 0; bay < bays; bay++) {
    const upper = along(a, b, bay / bays);
    const upperNext = along(a, b, (bay + 1) / bays);
    const lower = along(c, d, bay / bays);
    const lowerNext = along(c, d, (bay + 1) / bays);
    strokes += line(...upper, ...lowerNext, width * 0.55) + line(...lower, ...upperNext, width * 0.55);
    strokes += line(...upper, ...lower, width * 0.5);
  }
  return strokes;
}

/** A luffing harbour crane on its portal, standing on (x, y), `tall` to the jib's head; `flip` -1 looks to the left. */
export function crane(x, y, tall, { flip = 1, rise = 0.62, load = 0.35 } = {}) {
  const at = (dx, dy) => [x + dx * tall * flip, y - dy * tall];
  const thin = tall * 0.011;
  const legs =
    lattice(at(-0.17, 0), at(-0.1, 0.3), at(-0.12, 0), at(-0.06, 0.3), 4, thin * 1.3) +
    lattice(at(0.17, 0), at(0.1, 0.3), at(0.12, 0), at(0.06, 0.3), 4, thin * 1.3) +
    line(...at(-0.15, 0.1), ...at(0.15, 0.1), thin * 1.2);
  const deck = shape([...at(-0.15, 0.29), ...at(0.15, 0.29), ...at(0.13, 0.325), ...at(-0.13, 0.325)]);
  const house = shape([
    ...at(-0.19, 0.33),
    ...at(0.07, 0.33),
    ...at(0.08, 0.4),
    ...at(0.03, 0.43),
    ...at(-0.15, 0.43),
    ...at(-0.19, 0.4),
  ]);
  const cab = shape([...at(0.06, 0.36), ...at(0.12, 0.37), ...at(0.13, 0.41), ...at(0.07, 0.43)]);
  const mast = lattice(at(-0.07, 0.42), at(-0.01, 0.7), at(0.03, 0.42), at(0.02, 0.7), 5, thin);
  const tip = [0.1 + rise * 0.75, 1];
  const jib = lattice(at(0.05, 0.42), at(...tip), at(0.09, 0.4), at(tip[0] + 0.015, tip[1] - 0.02), 12, thin * 0.95);
  const stays =
    line(...at(0.005, 0.7), ...at(...tip), thin * 0.5) + line(...at(0.005, 0.7), ...at(-0.17, 0.42), thin * 0.7);
  const rope = line(...at(tip[0] + 0.01, tip[1]), ...at(tip[0] + 0.01, load), thin * 0.4);
  const hook = shape([
    ...at(tip[0] - 0.005, load),
    ...at(tip[0] + 0.025, load),
    ...at(tip[0] + 0.02, load - 0.035),
    ...at(tip[0], load - 0.035),
  ]);
  return legs + deck + house + cab + mast + jib + stays + rope + hook;
}

/** A gull on the wing; `lift` from -1 (wings down) to 1 (wings up). */
export function gull(x, y, span, { lift = 0.4, turn = 0, flip = 1 } = {}) {
  const up = -0.42 * lift;
  const path = `M-1 ${n(up * 0.75 + 0.1)}C-.78 ${n(up - 0.12)} -.5 ${n(up - 0.14)} -.36 ${n(up * 0.55 - 0.05)}C-.22 ${n(up * 0.1)} -.12 -.03 0 -.045C.12 -.03 .22 ${n(up * 0.1)} .36 ${n(up * 0.55 - 0.05)}C.5 ${n(up - 0.14)} .78 ${n(up - 0.12)} 1 ${n(up * 0.75 + 0.1)}C.78 ${n(up - 0.02)} .55 ${n(up + 0.02)} .4 ${n(up * 0.5 + 0.08)}C.28 ${n(up * 0.15 + 0.1)} .16 .1 .06 .12L.1 .26L0 .22L-.1 .26L-.06 .12C-.16 .1 -.28 ${n(up * 0.15 + 0.1)} -.4 ${n(up * 0.5 + 0.08)}C-.55 ${n(up + 0.02)} -.78 ${n(up - 0.02)} -1 ${n(up * 0.75 + 0.1)}Z`;
  return placed(path, x, y, span / 2, { turn, flip });
}

/** A broad tree with its foot at (x, y): a trunk and a crown of leaf clusters. */
export function tree(x, y, tall, random, { spread = 0.34, trunk = 0.22 } = {}) {
  const lean = (random() - 0.5) * tall * 0.06;
  let leaves = `<path d="M${n(x - tall * 0.022)} ${n(y)}Q${n(x)} ${n(y - tall * 0.2)} ${n(x + lean - tall * 0.01)} ${n(y - tall * 0.55)}L${n(x + lean + tall * 0.01)} ${n(y - tall * 0.55)}Q${n(x + tall * 0.02)} ${n(y - tall * 0.2)} ${n(x + tall * 0.026)} ${n(y)}Z"/>`;
  const clumps = 9 + Math.floor(random() * 5);
  for (let clump = 0; clump < clumps; clump++) {
    const angle = (clump / clumps) * Math.PI * 2 + random();
    const away = Math.sqrt(random());
    const cx = x + lean + Math.cos(angle) * away * tall * spread * 0.75;
    const cy = y - tall * (trunk + (1 - trunk) * 0.55) - Math.sin(angle) * away * tall * 0.29;
    const size = tall * (0.1 + random() * 0.07);
    for (let leaf = 0; leaf < 70; leaf++) {
      const turn = random() * Math.PI * 2;
      const out = Math.sqrt(random()) * size;
      leaves += oval(
        cx + Math.cos(turn) * out * 1.15,
        cy + Math.sin(turn) * out * 0.85,
        size * (0.08 + random() * 0.16),
        size * (0.07 + random() * 0.1),
        { turn: random() * 90 },
      );
    }
  }
  return leaves;
}

/** A poplar with its foot at (x, y). */
export function poplar(x, y, tall, random) {
  let leaves = line(x, y, x, y - tall * 0.5, tall * 0.025);
  for (let leaf = 0; leaf < 420; leaf++) {
    const up = random();
    const wide = tall * 0.085 * Math.sin(Math.PI * Math.min(1, up * 0.86 + 0.12)) ** 0.7;
    leaves += oval(
      x + (random() - 0.5) * 2 * wide,
      y - tall * (0.1 + up * 0.9),
      tall * 0.014 * (0.5 + random()),
      tall * 0.03 * (0.5 + random()),
      { turn: (random() - 0.5) * 40 },
    );
  }
  return leaves;
}

/** A pollard willow with its foot at (x, y): a thick short trunk under a spray of rods. */
export function willow(x, y, tall, random) {
  const head = y - tall * 0.36;
  let parts = `<path d="M${n(x - tall * 0.06)} ${n(y)}Q${n(x - tall * 0.03)} ${n(y - tall * 0.2)} ${n(x - tall * 0.075)} ${n(head - tall * 0.04)}Q${n(x)} ${n(head - tall * 0.1)} ${n(x + tall * 0.08)} ${n(head - tall * 0.03)}Q${n(x + tall * 0.035)} ${n(y - tall * 0.2)} ${n(x + tall * 0.07)} ${n(y)}Z"/>`;
  for (let rod = 0; rod < 64; rod++) {
    const angle = (random() - 0.5) * 2.9;
    const long = tall * (0.36 + random() * 0.24) * (1 - Math.abs(angle) * 0.16);
    const fromX = x + Math.sin(angle) * tall * 0.06;
    const tipX = x + Math.sin(angle) * long * 1.05;
    const tipY = head - Math.cos(angle) * long + Math.abs(angle) ** 2 * tall * 0.03;
    parts += `<path d="M${n(fromX)} ${n(head)}Q${n((fromX + tipX) / 2 + Math.sin(angle) * long * 0.1)} ${n(head - Math.cos(angle) * long * 0.72)} ${n(tipX)} ${n(tipY)}" fill="none" stroke="#fff" stroke-width="${n(tall * 0.006)}"/>`;
    for (let leaf = 0; leaf < 34; leaf++) {
      const share = 0.25 + random() * 0.8;
      const away = tall * 0.05 * (0.3 + share);
      const leafX = fromX + (tipX - fromX) * share + (random() - 0.5) * away;
      const leafY = head + (tipY - head) * share ** 0.9 + (random() - 0.35) * away;
      parts += oval(leafX, leafY, tall * 0.012 * (0.5 + random()), tall * 0.0042 * (0.6 + random()), {
        turn: ((angle + (random() - 0.5) * 1.6) * 180) / Math.PI - 90,
      });
    }
  }
  return parts;
}
