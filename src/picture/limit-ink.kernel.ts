/*
 * Keeps a CMYK picture (four bytes a pixel, cyan to black, 255 = solid ink) under the total ink limit, also after
 * JPEG coding, which makes each ink of a pixel ring a little above and below what went in. So the limit is kept by
 * JPEG block: where a block came out too dark, its own limit is lowered and it is coded again.
 */

const BLOCK_PX = 8;

/** The ink that each JPEG block may have, in levels (255 = one solid ink), row by row. */
export interface BlockLimits {
  readonly across: number;
  readonly levels: Float64Array;
}

/** The same limit for every block. `limit` in shares: 2.4 = 240 %. */
export function evenLimits(widthPx: number, heightPx: number, limit: number): BlockLimits {
  const across = Math.ceil(widthPx / BLOCK_PX);
  return { across, levels: new Float64Array(across * Math.ceil(heightPx / BLOCK_PX)).fill(limit * 255) };
}

/**
 * Brings every pixel under its block's limit, in place. Black stays, since it carries the drawing; the three colours
 * give way alike, so that the hue stays, too (undercolour removal).
 */
export function limitInk(pixels: Uint8Array, widthPx: number, limits: BlockLimits): void {
  for (let at = 0; at < pixels.length; at += 4) {
    const black = pixels[at + 3] as number;
    const color = (pixels[at] as number) + (pixels[at + 1] as number) + (pixels[at + 2] as number);
    const most = limits.levels[blockOf(at / 4, widthPx, limits.across)] as number;
    if (color + black <= most) continue;
    const share = Math.max(0, most - black) / color;
    for (let ink = at; ink < at + 3; ink++) pixels[ink] = Math.floor((pixels[ink] as number) * share);
  }
}

/**
 * How much a block's limit is lowered for each level that it came out too dark. Only its darkest pixels are over, and
 * the block's mean must come down with them: on a chart of black noise, the worst there is, a factor of 3 left 132
 * pixels of 960,000 more than 1 % over after three rounds, 1 left 3,081.
 */
const STEP = 3;

/**
 * Lowers, in place, the limits of the blocks that came out of the JPEG `decoded` over the `limit` (in shares). Returns
 * how many there are.
 */
export function lowerLimits(decoded: Uint8Array, widthPx: number, limit: number, limits: BlockLimits): number {
  const excess = blockExcess(decoded, widthPx, limit * 255, limits);
  let lowered = 0;
  for (let block = 0; block < excess.length; block++) {
    if (excess[block] === 0) continue;
    limits.levels[block] = Math.max(0, (limits.levels[block] as number) - STEP * (excess[block] as number));
    lowered++;
  }
  return lowered;
}

function blockExcess(decoded: Uint8Array, widthPx: number, most: number, limits: BlockLimits): Float64Array {
  const excess = new Float64Array(limits.levels.length);
  for (let at = 0; at < decoded.length; at += 4) {
    const color = (decoded[at] as number) + (decoded[at + 1] as number) + (decoded[at + 2] as number);
    const over = color + (decoded[at + 3] as number) - most;
    if (over <= 0) continue;
    const block = blockOf(at / 4, widthPx, limits.across);
    if (over > (excess[block] as number)) excess[block] = over;
  }
  return excess;
}

function blockOf(pixel: number, widthPx: number, across: number): number {
  const row = Math.floor(pixel / widthPx);
  const column = pixel - row * widthPx;
  return (row >> 3) * across + (column >> 3);
}
