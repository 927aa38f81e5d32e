/** Samples of 16 bits in the machine's own order, as bytes. */
export type Deep = Uint8Array;

/** The same samples with 8 bits each, rounded: 65,535 becomes 255. */
export function lowerDepth(deep: Deep): Uint8Array {
  const samples = new Uint16Array(deep.buffer, deep.byteOffset, deep.byteLength / 2);
  const bytes = new Uint8Array(samples.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = ((samples[at] as number) + 128) / 257;
  return bytes;
}

/** A bit a pixel, rows filled up to whole bytes, the first pixel in the highest bit; gray from 128 on is 1, white. */
export function packBits(gray: Uint8Array, widthPx: number, heightPx: number): Uint8Array {
  const rowBytes = Math.ceil(widthPx / 8);
  const bits = new Uint8Array(rowBytes * heightPx);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      if ((gray[y * widthPx + x] as number) < 128) continue;
      const at = y * rowBytes + (x >> 3);
      bits[at] = (bits[at] as number) | (0x80 >> (x & 7));
    }
  }
  return bits;
}
