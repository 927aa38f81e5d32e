import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { wrapCmykTiff } from '../../src/picture/cmyk-tiff.js';
import { decodeJpeg } from '../../src/picture/decode-jpeg.js';

/** 16 × 8 pixels of one colour; the encoder stores inks inverted, as Adobe's programs do. */
async function cmykJpeg(inks: readonly [number, number, number, number]): Promise<Uint8Array> {
  const pixels = Uint8Array.from({ length: 16 * 8 * 4 }, (_, index) => inks[index % 4] as number);
  const picture = sharp(wrapCmykTiff(pixels, 16, 8))
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk');
  return picture.jpeg({ quality: 95 }).toBuffer();
}

describe('decodeJpeg', () => {
  it('gives the samples as they are stored, so that Decode of the PDF turns them into ink', async () => {
    const samples = await decodeJpeg(await cmykJpeg([200, 20, 60, 100]));
    expect(samples).toMatchObject({ components: 4, widthPx: 16, heightPx: 8 });
    const [first = 0, second = 0, third = 0, fourth = 0] = samples?.bytes ?? [];
    const off = [255 - 200 - first, 255 - 20 - second, 255 - 60 - third, 255 - 100 - fourth];
    for (const difference of off) expect(Math.abs(difference)).toBeLessThanOrEqual(4);
  });

  it('gives nothing for a picture that is no CMYK, or that is cut short', async () => {
    const gray = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } })
      .jpeg()
      .toBuffer();
    const whole = await cmykJpeg([0, 0, 0, 255]);
    expect(await decodeJpeg(whole.subarray(0, whole.length / 2))).toBeUndefined();
    expect(await decodeJpeg(Uint8Array.of(1, 2, 3))).toBeUndefined();
    expect(await decodeJpeg(gray)).toBeUndefined();
  });
});
