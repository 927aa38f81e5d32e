import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawing, inspect, patched, plain, troubleOf } from './fixtures.js';
import { repeated, type TiffPlan, tiffFile } from './tiff-file.js';

const GRAY: TiffPlan = { widthPx: 60, heightPx: 40, pixels: repeated([90], 2400) };
const RGB: TiffPlan = { ...GRAY, samples: 3, photometric: 2, pixels: repeated([200, 100, 50], 2400) };
const CMYK: TiffPlan = { ...GRAY, samples: 4, photometric: 5, pixels: repeated([60, 30, 10, 5], 2400) };
const BILEVEL: TiffPlan = { ...GRAY, bits: 1, pixels: repeated([0xf0], 8 * 40) };

describe('a sound TIFF', () => {
  it.each<readonly [string, TiffPlan]>([
    ['in gray', GRAY],
    ['in RGB, big-endian', { ...RGB, order: 'MM' }],
    ['in CMYK', CMYK],
    ['in planes', { ...RGB, planes: 'apart' }],
    ['in planes of several strips', { ...CMYK, planes: 'apart', rowsPerStrip: 9 }],
    ['in strips, the last one short', { ...RGB, rowsPerStrip: 7 }],
    ['in tiles', { ...RGB, tilePx: 16 }],
    ['deflated', { ...RGB, compression: 8, pack: deflateSync }],
    ['with a selection', { ...RGB, samples: 4, fields: [[338, 3, [0]]], pixels: repeated([1, 2, 3, 4], 2400) }],
    ['with a palette', { ...GRAY, photometric: 3, fields: [[320, 3, Array.from({ length: 768 }, () => 257)]] }],
    ['with a reduced copy of itself', { ...RGB, second: [[254, 4, [1]]] }],
    ['with a mask', { ...RGB, second: [[254, 4, [4]]] }],
  ])('is read with its size and kind: %s', (_, plan) => {
    const { source, problems } = inspect(tiffFile(plan));
    expect(problems).toEqual([]);
    expect(source).toMatchObject({ type: 'pixels', format: 'tiff', widthPx: 60, heightPx: 40, lineArt: false });
  });

  it('is read as any other program saves it, in strips or tiles', async () => {
    for (const compression of ['none', 'lzw', 'deflate', 'packbits'] as const) {
      for (const options of [{ compression }, { compression, tile: true, tileWidth: 64, tileHeight: 64 }]) {
        const { problems } = inspect(await drawing(161, 120).tiff(options).toBuffer());
        expect(problems).toEqual([]);
      }
    }
  });

  it('is line art where it has a bit a pixel, unless that chooses between two colours', async () => {
    expect(inspect(tiffFile(BILEVEL)).source?.lineArt).toBe(true);
    expect(inspect(tiffFile({ ...BILEVEL, photometric: 0 })).source?.lineArt).toBe(true);
    const coded = await plain(600, 400, 'white')
      .toColourspace('b-w')
      .tiff({ bitdepth: 1, compression: 'ccittfax4' })
      .toBuffer();
    expect(inspect(coded).source?.lineArt).toBe(true);
    const palette = tiffFile({ ...BILEVEL, photometric: 3, fields: [[320, 3, [1, 2, 3, 4, 5, 6]]] });
    expect(inspect(palette).source?.lineArt).toBe(false);
  });

  it('is measured upright, whichever way its orientation turns it', () => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const { source } = inspect(tiffFile({ ...RGB, fields: [[274, 3, [orientation]]] }));
      expect([source?.widthPx, source?.heightPx]).toEqual(orientation >= 5 ? [40, 60] : [60, 40]);
    }
  });
});

describe('a TIFF that cannot be printed', () => {
  it.each<readonly [string, TiffPlan]>([
    ['holds several pages', { ...RGB, second: [] }],
    ['is a TIFF with a compression that RIPs do not agree on', { ...RGB, compression: 7 }],
    ['is a TIFF in colours other than gray, RGB and CMYK', { ...RGB, photometric: 8 }],
    ['is a TIFF with inks other than those of CMYK', { ...CMYK, fields: [[332, 3, [2]]] }],
    ['is a TIFF with 32 bits a sample in these colours', { ...GRAY, bits: 32 }],
    ['is a TIFF whose samples are not whole numbers from 0', { ...GRAY, fields: [[339, 3, [3]]] }],
    ['is a TIFF with a fax code, but not in black and white', { ...GRAY, compression: 4 }],
    ['declares a side of 0 pixels', { ...GRAY, fields: [[256, 4, [0]]] }],
    ['lacks its palette', { ...GRAY, photometric: 3 }],
    ['has a damaged directory', { ...GRAY, fields: [[277, 3, [3]]] }],
    ['has a damaged directory', { ...GRAY, fields: [[279, 4, [1200, 1200]]] }],
    ['has a damaged directory', { ...GRAY, fields: [[322, 4, [0]]] }],
    ['ends in the middle of the picture data', { ...GRAY, fields: [[279, 4, [9000]]] }],
    ['ends in the middle of the picture data', { ...GRAY, fields: [[273, 4, [4_000_000_000]]] }],
    ['ends in the middle of the picture data', { ...GRAY, fields: [[257, 4, [400]]], rowsPerStrip: 400 }],
  ])('is refused: it %s', (says, plan) => {
    expect(troubleOf(tiffFile(plan))).toBe(`picture "quay.jpg" ${says}`);
  });

  it('is refused wherever it was cut off', () => {
    for (const plan of [GRAY, { ...RGB, rowsPerStrip: 7 }, { ...CMYK, tilePx: 16 }]) {
      const whole = tiffFile(plan);
      for (let length = 4; length < whole.length - 1; length += 97) {
        expect(troubleOf(whole.subarray(0, length))).toMatch(/^picture "quay.jpg" (ends|has a damaged directory)/);
      }
    }
  });

  it('is refused when it declares more than its packed data can hold, whichever way it is packed', () => {
    for (const compression of [5, 8, 32_946, 32_773]) {
      const bomb = tiffFile({
        ...RGB,
        compression,
        fields: [[257, 4, [9000]]],
        rowsPerStrip: 9000,
        pack: () => new Uint8Array(40),
      });
      expect(troubleOf(bomb)).toBe('picture "quay.jpg" ends in the middle of the picture data');
    }
  });

  it('is refused when a strip of it is larger than anything that needs decoding', () => {
    const packed = new Uint8Array(300_000);
    const bomb = { ...RGB, compression: 8, pack: () => packed, rowsPerStrip: 9000 };
    const trouble = troubleOf(
      tiffFile({
        ...bomb,
        fields: [
          [256, 4, [9000]],
          [257, 4, [9000]],
        ],
      }),
    );
    expect(trouble).toBe('picture "quay.jpg" takes 243 MB to be decoded, more than any picture should');
  });

  it('is refused where its pages go on in a ring', () => {
    const file = tiffFile({ ...GRAY, second: [[254, 4, [1]]] });
    const view = new DataView(file.buffer);
    const second = view.getUint32(8 + 2 + view.getUint16(8, true) * 12, true);
    view.setUint32(second + 2 + view.getUint16(second, true) * 12, second, true);
    expect(troubleOf(file)).toMatch(/holds several pages$/);
  });
});

describe('any bytes in a TIFF', () => {
  it('give a picture or one bad-picture, and never a throw', () => {
    const whole = [
      tiffFile({ ...RGB, rowsPerStrip: 7 }),
      tiffFile({ ...CMYK, tilePx: 16, order: 'MM' }),
      tiffFile(BILEVEL),
    ];
    const changes = fc.array(fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.constantFrom(...whole), changes, (bytes, changed) => {
        const spoilt = changed.reduce((copy, [at, value]) => patched(copy, at % bytes.length, value), bytes);
        const { source, problems } = inspect(spoilt);
        expect(problems.map(({ code }) => code)).toEqual(source ? [] : ['bad-picture']);
      }),
      { numRuns: 2000 },
    );
  });
});
