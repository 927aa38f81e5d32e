/*
 * Unsharp masking for newsprint: what a pixel differs from its soft neighbourhood is added to it once more. A coldset
 * press spreads every dot into the paper, which softens edges by about as much. All in whole numbers.
 */

/** Half of a binomial mask, 1 4 6 4 1: as soft as a Gaussian of one pixel, which at 240 ppi is half a screen cell. */
const WEIGHTS = [6, 4, 1] as const;
/** The weights of both directions together. */
const WHOLE = 256;
/** How much of the difference is added: 120 %. */
const AMOUNT = 1.2;
/** Differences up to this many levels are grain and noise, and stay. */
const THRESHOLD = 3;

/** A sharpened copy of interleaved pixels; each channel by itself. */
export function sharpen(pixels: Uint8Array, widthPx: number, channels: number): Uint8Array {
  const heightPx = pixels.length / (widthPx * channels);
  const row = widthPx * channels;
  const across = new Uint16Array(pixels.length);
  for (let y = 0; y < heightPx; y++)
    softenLine(pixels, across, { from: y * row, step: channels, count: widthPx }, channels);
  const soft = new Uint16Array(pixels.length);
  for (let x = 0; x < widthPx; x++)
    softenLine(across, soft, { from: x * channels, step: row, count: heightPx }, channels);
  return addDifference(pixels, soft);
}

/** A row or column of pixels: where it starts, how far apart its pixels stand, and how many there are. */
interface Line {
  readonly from: number;
  readonly step: number;
  readonly count: number;
}

/** Weighs each pixel of a line with its two neighbours on either side. Past the ends the last pixel goes on. */
function softenLine(source: Uint8Array | Uint16Array, target: Uint16Array, line: Line, channels: number): void {
  const { from, step, count } = line;
  for (let index = 0; index < count; index++) {
    const before1 = from + Math.max(0, index - 1) * step;
    const before2 = from + Math.max(0, index - 2) * step;
    const after1 = from + Math.min(count - 1, index + 1) * step;
    const after2 = from + Math.min(count - 1, index + 2) * step;
    const at = from + index * step;
    for (let channel = 0; channel < channels; channel++) {
      target[at + channel] =
        WEIGHTS[0] * (source[at + channel] as number) +
        WEIGHTS[1] * ((source[before1 + channel] as number) + (source[after1 + channel] as number)) +
        WEIGHTS[2] * ((source[before2 + channel] as number) + (source[after2 + channel] as number));
    }
  }
}

/** `soft`: levels times {@link WHOLE}. */
function addDifference(pixels: Uint8Array, soft: Uint16Array): Uint8Array {
  const sharp = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; at++) {
    const level = pixels[at] as number;
    const difference = level - (soft[at] as number) / WHOLE;
    const isGrain = Math.abs(difference) <= THRESHOLD;
    sharp[at] = isGrain ? level : Math.max(0, Math.min(255, Math.round(level + difference * AMOUNT)));
  }
  return sharp;
}
