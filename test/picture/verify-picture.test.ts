import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { PixelSource } from '../../src/model/picture.js';
import { bareJpeg } from '../../src/picture/read-jpeg.js';
import { soundnessKey, verifyPicture } from '../../src/picture/verify-picture.js';
import { drawing, findMarker, inspect, ORIGIN, patched, pngFile } from './fixtures.js';

/** What verifying says of bytes that looked whole from outside. */
async function verify(
  bytes: Uint8Array,
): Promise<{ readonly isSound: boolean; readonly problems: readonly Diagnostic[] }> {
  const { source, problems: outside } = inspect(bytes);
  expect(outside).toEqual([]);
  const problems: Diagnostic[] = [];
  const isSound = await verifyPicture(source as PixelSource, bytes, (problem) => problems.push(problem));
  return { isSound, problems };
}

/** A JPEG whose data breaks off after a share of it, with an end marker put behind. */
function cutAndClosed(jpeg: Uint8Array, share: number): Uint8Array {
  const scan = findMarker(jpeg, 0xda);
  const end = scan + Math.floor((jpeg.length - scan) * share);
  return Buffer.concat([jpeg.subarray(0, end), Buffer.from([0xff, 0xd9])]);
}

/** A gray PNG of 64 × 48 pixels with every checksum right, whatever its picture data is. */
function pngWith(data: Uint8Array): Buffer {
  return pngFile({ widthPx: 64, heightPx: 48, bits: 8, colorType: 0 }, data);
}

const ROWS = Buffer.from(Array.from({ length: 48 * 65 }, (_, at) => (at % 65 === 0 ? 0 : (at * 7919) & 255)));

describe('a sound picture', () => {
  it.each([
    ['a JPEG', drawing(160, 120).jpeg()],
    ['a progressive JPEG', drawing(160, 120).jpeg({ progressive: true })],
    ['a gray JPEG', drawing(61, 37).greyscale().jpeg()],
    ['a CMYK JPEG', drawing(160, 120).toColourspace('cmyk').jpeg()],
    ['a turned JPEG', drawing(60, 40).withMetadata({ orientation: 6 }).jpeg()],
    ['a JPEG of one pixel', drawing(1, 1).jpeg()],
    ['a PNG', drawing(160, 120).png()],
    ['a PNG with transparency', drawing(160, 120).ensureAlpha(0.5).png()],
    ['a PNG of 16 bits', drawing(61, 37).toColourspace('rgb16').png()],
  ])('is passed: %s', async (_, picture) => {
    expect(await verify(await picture.toBuffer())).toEqual({ isSound: true, problems: [] });
  });

  it('is passed with stray bytes between its segments or after its end, as cameras leave them', async () => {
    const jpeg = await drawing(160, 120).jpeg().toBuffer();
    const scan = findMarker(jpeg, 0xda);
    const stray = Buffer.concat([jpeg.subarray(0, scan), Buffer.from([1, 2, 3]), jpeg.subarray(scan)]);
    expect((await verify(stray)).problems).toEqual([]);
    expect((await verify(Buffer.concat([jpeg, Buffer.from('and a preview')]))).problems).toEqual([]);
  });

  it('is passed with remarks that decoders do not understand', async () => {
    const jpeg = await drawing(160, 120).jpeg().toBuffer();
    const remarks = [0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 9, 9, 0, 0, 1, 0, 1, 0, 0];
    const adobe = [0xff, 0xee, 0, 14, ...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 77];
    const odd = Buffer.concat([jpeg.subarray(0, 2), Buffer.from([...remarks, ...adobe]), jpeg.subarray(2)]);
    expect((await verify(odd)).problems).toEqual([]);
  });

  it('is passed where its PNG was made by hand', async () => {
    expect((await verify(pngWith(deflateSync(ROWS)))).isSound).toBe(true);
  });
});

describe('a picture that lies', () => {
  it('is found where a JPEG breaks off and is closed all the same', async () => {
    for (const options of [{}, { progressive: true }]) {
      const jpeg = await drawing(320, 240).jpeg(options).toBuffer();
      for (const share of [0.4, 0.7, 0.9]) {
        const { isSound, problems } = await verify(cutAndClosed(jpeg, share));
        expect(isSound).toBe(false);
        expect(problems).toEqual([
          {
            code: 'bad-picture',
            severity: 'error',
            origin: ORIGIN,
            message: 'picture "quay.jpg" ends in the middle of the picture data, or is damaged',
            hint: expect.stringMatching(/ask for the file again/),
          },
        ]);
      }
    }
  });

  it('is found where its header claims more rows than it has', async () => {
    const jpeg = await drawing(320, 240).jpeg().toBuffer();
    const lying = patched(jpeg, findMarker(jpeg, 0xc0) + 5, 1, 0xe0);
    expect((await verify(lying)).problems[0]?.message).toMatch(
      /ends in the middle of the picture data, or is damaged$/,
    );
  });

  it('is found where the data of a PNG is short or spoilt, every checksum being right', async () => {
    const data = deflateSync(ROWS);
    for (const bad of [data.subarray(0, data.length >> 1), patched(data, data.length >> 1, 0xff, 0xff, 0xff)]) {
      const { isSound, problems } = await verify(pngWith(bad));
      expect(isSound).toBe(false);
      expect(problems[0]?.message).toMatch(/^picture "quay.jpg" cannot be decoded: /);
    }
  });
});

describe('a bare JPEG', () => {
  it('has the same pixels as the whole one, progressive or not, and nothing else', async () => {
    for (const options of [{}, { progressive: true }]) {
      const jpeg = await drawing(160, 120).withMetadata({ orientation: 1 }).jpeg(options).toBuffer();
      const bare = bareJpeg(Buffer.concat([jpeg, Buffer.from('and a preview')]));
      expect(Buffer.from(bare).includes('Exif')).toBe(false);
      const pixels = (bytes: Uint8Array) => sharp(bytes, { failOn: 'warning' }).raw().toBuffer();
      expect(await pixels(bare)).toEqual(await pixels(jpeg));
    }
  });
});

describe('the key of a sound picture', () => {
  it('is a file name that stands for the bytes, wherever they lie', () => {
    const source = { hash: 'ab'.repeat(32), file: 'a.jpg' } as PixelSource;
    expect(soundnessKey(source)).toMatch(/^[0-9a-z-]+$/);
    expect(soundnessKey({ ...source, file: 'b.jpg' })).toBe(soundnessKey(source));
    expect(soundnessKey({ ...source, hash: 'cd'.repeat(32) })).not.toBe(soundnessKey(source));
  });
});
