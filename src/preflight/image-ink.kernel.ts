/* Adds up the inks of every pixel of a decoded picture. */

/** Decoded samples as the file has them: rows from the top, each starting on a byte (ISO 32000-1, 8.9.5.2). */
export interface ImageSamples {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** 1, 2, 4, 8 or 16. */
  readonly bits: number;
  readonly components: number;
  /** From and to of each component; undefined for 0 to 1. */
  readonly decode: readonly number[] | undefined;
}

export interface InkReading {
  /** The most on one pixel, 2.4 = 240 %. */
  readonly most: number;
  /** How many pixels are over the limit. */
  readonly over: number;
  readonly pixels: number;
  /** Where the worst pixel is, in shares from the left and from the top. */
  readonly xShare: number;
  readonly yShare: number;
}

/** Measures. With a palette (total ink by index), samples are indices. */
export function measureInk(image: ImageSamples, palette: readonly number[] | undefined, limit: number): InkReading {
  const { widthPx, heightPx, bits, components } = image;
  const rowBytes = Math.ceil((widthPx * components * bits) / 8);
  const tables = inkTables(image, palette);
  let most = 0;
  let over = 0;
  let worst = 0;
  const rows = Math.min(heightPx, Math.floor(image.bytes.length / Math.max(1, rowBytes)));
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < widthPx; x++) {
      let ink = 0;
      for (let component = 0; component < components; component++) {
        const sample = sampleAt(image.bytes, y * rowBytes, x * components + component, bits);
        ink += (tables[component] as Float64Array)[sample] as number;
      }
      if (ink > limit) over++;
      if (ink > most) {
        most = ink;
        worst = y * widthPx + x;
      }
    }
  }
  const xShare = ((worst % widthPx) + 0.5) / widthPx;
  return { most, over, pixels: widthPx * heightPx, xShare, yShare: (Math.floor(worst / widthPx) + 0.5) / heightPx };
}

/** The high byte stands for a sample of 16 bits. */
function sampleAt(bytes: Uint8Array, row: number, index: number, bits: number): number {
  if (bits === 8) return bytes[row + index] as number;
  if (bits === 16) return bytes[row + index * 2] as number;
  const bit = index * bits;
  return ((bytes[row + (bit >> 3)] as number) >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
}

/** The ink of each value of each component. */
function inkTables(
  { bits, components, decode }: ImageSamples,
  palette: readonly number[] | undefined,
): readonly Float64Array[] {
  const last = (1 << Math.min(8, bits)) - 1;
  return Array.from({ length: components }, (_, component) => {
    const from = decode?.[component * 2] ?? 0;
    const to = decode?.[component * 2 + 1] ?? 1;
    return Float64Array.from({ length: last + 1 }, (_, value) => {
      if (palette !== undefined) return palette[Math.min(value, palette.length - 1)] ?? 0;
      return Math.min(1, Math.max(0, from + ((to - from) * value) / last));
    });
  });
}
