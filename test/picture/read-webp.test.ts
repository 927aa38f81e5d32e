import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawing, inspect, patched, plain, troubleOf } from './fixtures.js';

describe('a sound WebP', () => {
  it('is read with its size and kind: lossy, lossless, with transparency, with a profile', async () => {
    const sound = [
      drawing(61, 37).webp(),
      drawing(61, 37).webp({ lossless: true }),
      drawing(61, 37).ensureAlpha(0.5).webp(),
      drawing(61, 37).ensureAlpha(0.5).webp({ lossless: true }),
      drawing(61, 37).withIccProfile('p3').webp(),
    ];
    for (const picture of sound) {
      const { source, problems } = inspect(await picture.toBuffer());
      expect(problems).toEqual([]);
      expect(source).toMatchObject({ format: 'webp', widthPx: 61, heightPx: 37, lineArt: false });
    }
  });

  it('is measured upright, whichever way its EXIF block turns it', async () => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const { source } = inspect(await drawing(60, 40).withMetadata({ orientation }).webp().toBuffer());
      expect([source?.widthPx, source?.heightPx]).toEqual(orientation >= 5 ? [40, 60] : [60, 40]);
    }
  });

  it('may be followed by bytes that are not its own', async () => {
    const webp = await drawing(61, 37).webp().toBuffer();
    expect(inspect(Buffer.concat([webp, Buffer.from('a second picture')])).problems).toEqual([]);
  });
});

describe('a WebP that cannot be printed', () => {
  let lossy: Buffer;
  let lossless: Buffer;
  let extended: Buffer;
  beforeAll(async () => {
    lossy = await drawing(160, 120).webp().toBuffer();
    lossless = await drawing(160, 120).webp({ lossless: true }).toBuffer();
    extended = await drawing(160, 120).withMetadata({ orientation: 6 }).webp().toBuffer();
  });

  it('is refused wherever it was cut off', () => {
    for (const whole of [lossy, lossless, extended]) {
      for (let length = 12; length < whole.length - 1; length += 97) {
        expect(troubleOf(whole.subarray(0, length))).toMatch(/ends in the middle of the picture data$/);
      }
    }
  });

  it('is refused when it is an animation', async () => {
    const frames = await Promise.all([drawing(40, 30), plain(40, 30, 'white')].map((frame) => frame.png().toBuffer()));
    const film = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    expect(inspect(film).problems[0]).toMatchObject({
      message: 'picture "quay.jpg" is an animation',
      hint: 'send a still from it',
    });
  });

  it('is refused when its frame header is absurd or not that of its canvas', () => {
    expect(troubleOf(patched(lossy, 20, lossy[20]! | 1))).toMatch(/has a damaged frame header$/);
    expect(troubleOf(patched(lossy, 23, 0))).toMatch(/has a damaged frame header$/);
    expect(troubleOf(patched(lossy, 26, 0, 0))).toMatch(/has a damaged frame header$/);
    expect(troubleOf(patched(lossless, 20, 0))).toMatch(/has a damaged frame header$/);
    expect(troubleOf(patched(extended, 24, 7))).toMatch(/has a damaged frame header$/);
    expect(troubleOf(patched(lossy, 12, 0x41))).toMatch(/holds no picture$/);
  });

  it('is refused when a decoder would have to hold more than any picture needs', async () => {
    // Sides of 5,000 pixels in 14 bits each, less one.
    expect(inspect(patched(lossless, 21, 0x87, 0xd3, 0xe1, 0x04)).problems[0]).toMatchObject({
      message: 'picture "quay.jpg" takes 200 MB to be decoded, more than any picture should',
      hint: 'make it smaller, or save it as JPEG',
    });
    // Sides of 16,383 pixels, the most that a header can say.
    expect(troubleOf(patched(lossy, 26, 0xff, 0x3f, 0xff, 0x3f))).toMatch(/declares 16383 × 16383 pixels/);
  });

  it('gives a picture or one bad-picture for any bytes, and never a throw', () => {
    const changes = fc.array(fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.constantFrom(lossy, lossless, extended), changes, (bytes, changed) => {
        const spoilt = changed.reduce((copy: Uint8Array, [at, value]) => patched(copy, at, value), bytes);
        const { source, problems } = inspect(spoilt);
        expect(problems.map(({ code }) => code)).toEqual(source ? [] : ['bad-picture']);
      }),
      { numRuns: 2000 },
    );
  });
});
