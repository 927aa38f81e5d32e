// Seeded randomness and noise for the drawn pictures: the same seed always gives the same picture.

/** A stream of numbers from 0 to 1 (mulberry32). */
export function randomStream(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A number from 0 to 1 that belongs to a lattice point. */
export function latticeValue(x, y, seed) {
  let mixed = Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(seed, 1274126177);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 1274126177);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 2246822519);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
}

const GRADIENTS = Array.from({ length: 64 }, (_, index) => [
  Math.cos((index * Math.PI) / 32),
  Math.sin((index * Math.PI) / 32),
]);

function slope(x, y, seed, dx, dy) {
  const gradient = GRADIENTS[(latticeValue(x, y, seed) * 64) | 0];
  return gradient[0] * dx + gradient[1] * dy;
}

/** Gradient noise, about -0.7 to 0.7, one bump a unit. */
export function noise(x, y, seed) {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const dx = x - left;
  const dy = y - top;
  const easeX = dx * dx * dx * (dx * (dx * 6 - 15) + 10);
  const easeY = dy * dy * dy * (dy * (dy * 6 - 15) + 10);
  const above = slope(left, top, seed, dx, dy);
  const below = slope(left, top + 1, seed, dx, dy - 1);
  const aboveRight = slope(left + 1, top, seed, dx - 1, dy);
  const belowRight = slope(left + 1, top + 1, seed, dx - 1, dy - 1);
  const upper = above + (aboveRight - above) * easeX;
  const lower = below + (belowRight - below) * easeX;
  return upper + (lower - upper) * easeY;
}

/** Layers of noise, each twice as fine and `gain` times as strong: clouds, smoke, terrain. About -1 to 1. */
export function fbm(x, y, seed, octaves = 5, gain = 0.5) {
  let sum = 0;
  let strength = 1;
  let total = 0;
  let scale = 1;
  for (let octave = 0; octave < octaves; octave++) {
    sum += strength * noise(x * scale, y * scale, seed + octave * 17);
    total += strength;
    strength *= gain;
    scale *= 2.03;
  }
  return (sum / total) * 1.6;
}

/** Noise with sharp crests: water, torn cloud edges. 0 to 1. */
export function ridged(x, y, seed, octaves = 4) {
  let sum = 0;
  let strength = 0.5;
  let scale = 1;
  for (let octave = 0; octave < octaves; octave++) {
    const crest = 1 - Math.abs(noise(x * scale, y * scale, seed + octave * 31)) * 1.7;
    sum += strength * crest * crest;
    strength *= 0.5;
    scale *= 2.1;
  }
  return sum;
}

/**
 * The jittered cell that a place lies in: `id` (0 to 1) tells cells apart, `edge` is 0 on the border to the next cell and
 * grows inwards. Stones, cobbles, cracked mud.
 */
export function cell(x, y, seed) {
  const left = Math.floor(x);
  const top = Math.floor(y);
  let nearest = 9;
  let second = 9;
  let id = 0;
  for (let row = top - 1; row <= top + 1; row++) {
    for (let column = left - 1; column <= left + 1; column++) {
      const dx = column + latticeValue(column, row, seed) - x;
      const dy = row + latticeValue(column, row, seed + 101) - y;
      const away = Math.sqrt(dx * dx + dy * dy);
      if (away < nearest) {
        second = nearest;
        nearest = away;
        id = latticeValue(column, row, seed + 202);
      } else if (away < second) {
        second = away;
      }
    }
  }
  return { id, edge: second - nearest };
}
