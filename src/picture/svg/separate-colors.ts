import { evenLimits, limitInk } from '../limit-ink.kernel.js';
import { loadSharp } from '../load-sharp.js';
import { colorKey, isGray, type SvgColor } from './svg-color.js';

/*
 * The colours of a drawing in the press's inks. All of them together are one small picture, a pixel a colour, so that
 * they go through the very conversion that pictures go through: a blue of a map is the blue of the photograph beside it.
 */

/** Shares of cyan, magenta, yellow and black. */
export type Inks = readonly [c: number, m: number, y: number, k: number];

/** Gives the inks of each colour, by its key. */
export type FindInks = (color: SvgColor) => Inks;

/** What separating must know of the press. */
export interface SeparationSettings {
  readonly profilePath: string;
  /** Total ink allowed, 2.4 = 240 %. */
  readonly inkLimit: number;
}

/**
 * Separates colours: grays into black ink alone, so that black lines have one edge and need no register; other sRGB
 * colours through the press's profile, perceptually; `device-cmyk` as it is. Nothing over the ink limit.
 */
export async function separateColors(colors: Iterable<SvgColor>, settings: SeparationSettings): Promise<FindInks> {
  const found = new Map<string, Inks>();
  const strip = new Map<string, Extract<SvgColor, { type: 'rgb' }>>();
  for (const color of colors) {
    if (color.type === 'inks')
      found.set(colorKey(color), limitInks([color.c, color.m, color.y, color.k], settings.inkLimit));
    else if (isGray(color)) found.set(colorKey(color), [0, 0, 0, 1 - color.green / 255]);
    else strip.set(colorKey(color), color);
  }
  const converted = strip.size === 0 ? [] : await convertStrip([...strip.values()], settings);
  [...strip.keys()].forEach((key, index) => {
    found.set(key, converted[index] as Inks);
  });
  return (color) => found.get(colorKey(color)) as Inks;
}

/** Black stays, and the colours give way alike, as in pictures. */
function limitInks([c, m, y, k]: Inks, limit: number): Inks {
  const color = c + m + y;
  if (color + k <= limit) return [c, m, y, k];
  const share = Math.max(0, limit - k) / color;
  return [c * share, m * share, y * share, k];
}

type Rgb = Extract<SvgColor, { type: 'rgb' }>;

/** Pixels in a row: a long drawing has some hundred colours, and no side may be too long for the engine. */
const ROW = 1024;

async function convertStrip(
  colors: readonly Rgb[],
  { profilePath, inkLimit }: SeparationSettings,
): Promise<readonly Inks[]> {
  const width = Math.min(ROW, colors.length);
  const height = Math.ceil(colors.length / width);
  const pixels = new Uint8Array(width * height * 3);
  colors.forEach(({ red, green, blue }, index) => {
    pixels.set([red, green, blue], index * 3);
  });
  const sharp = await loadSharp();
  const input = sharp(pixels, { raw: { width, height, channels: 3 } });
  const { data, info } = await input
    .withIccProfile(profilePath, { attach: false })
    .raw()
    .toBuffer({ resolveWithObject: true });
  // A profile that cannot be used is no error to the engine: the pixels come back as they were.
  if (info.channels !== 4) throw new Error(`the profile "${profilePath}" does not convert RGB to CMYK`);
  // Every pixel is a block of its own to no purpose here: the limit is the same for all.
  limitInk(data, width, evenLimits(width, height, inkLimit));
  return colors.map((_, index) => {
    const [c = 0, m = 0, y = 0, k = 0] = data.subarray(index * 4, index * 4 + 4);
    return [c / 255, m / 255, y / 255, k / 255];
  });
}
