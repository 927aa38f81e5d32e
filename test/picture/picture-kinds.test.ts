import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { wrapCmykTiff } from '../../src/picture/cmyk-tiff.js';
import { findMarker, patched, plain, pngFile } from './fixtures.js';
import { attempt, convertBytes, expectNear, pixelOf, pressInks } from './press-fixtures.js';
import { repeated, type TiffPlan, tiffFile } from './tiff-file.js';

const SIDE = 32;
const COUNT = SIDE * SIDE;
/** A colour, and its inks as Pillow's ImageCms converts it, by perceptual intent. */
const TAN = [200, 150, 120] as const;
const TAN_INKS = [0, 69, 108, 48] as const;
const PAINT = [60, 30, 10, 5] as const;
const CLEAR_TAN = repeated([...TAN, 128], COUNT);

/** Every kind of file that holds colours of light. Lossy ones may be a few levels off. */
const LIGHT: readonly (readonly [kind: string, file: Sharp | Uint8Array, play: number])[] = [
  ['a baseline JPEG', tan().jpeg({ quality: 95 }), 4],
  ['a progressive JPEG', tan().jpeg({ quality: 95, progressive: true }), 4],
  ['a JPEG without subsampling', tan().jpeg({ quality: 95, chromaSubsampling: '4:4:4' }), 4],
  ['a PNG of 8 bits', tan().png(), 3],
  ['a PNG of 16 bits', tan().toColourspace('rgb16').png(), 3],
  ['an interlaced PNG', tan().png({ progressive: true }), 3],
  ['a PNG with a palette', tan().png({ palette: true }), 3],
  ['an opaque PNG with transparency', tan().ensureAlpha(1).png(), 3],
  ['a lossy WebP', tan().webp({ quality: 95 }), 5],
  ['a lossless WebP', tan().webp({ lossless: true }), 3],
  ['a WebP with transparency', tan().ensureAlpha(1).webp({ lossless: true }), 3],
  ['an LZW TIFF', tan().tiff({ compression: 'lzw' }), 3],
  ['a PackBits TIFF', tan().tiff({ compression: 'packbits' }), 3],
  ['a tiled TIFF', tan().tiff({ compression: 'deflate', tile: true, tileWidth: 16, tileHeight: 16 }), 3],
  ['a plain TIFF', rgbTiff({}), 3],
  ['a big-endian TIFF of 16 bits', rgbTiff({ bits: 16, order: 'MM', pixels: deep(TAN) }), 3],
  ['a TIFF in planes', rgbTiff({ planes: 'apart', pixels: planes(TAN) }), 3],
  ['a deflated TIFF', rgbTiff({ compression: 8, pack: deflateSync, rowsPerStrip: 5 }), 3],
  ['a TIFF with a palette', paletteTiff(), 3],
  ['a TIFF with a selection', rgbTiff({ samples: 4, fields: [[338, 3, [0]]], pixels: CLEAR_TAN }), 3],
  ['a TIFF with two selections', rgbTiff({ samples: 5, fields: [[338, 3, [0, 0]]], pixels: extra(TAN, 9, 200) }), 3],
  ['a JPEG with a profile of its own', tan().withIccProfile('p3').jpeg({ quality: 95 }), 5],
  ['a PNG with a profile of its own', tan().withIccProfile('p3').png(), 4],
  ['a TIFF with a profile of its own', tan().withIccProfile('p3').tiff({ compression: 'lzw' }), 4],
  ['a WebP with a profile of its own', tan().withIccProfile('p3').webp({ lossless: true }), 4],
];

describe('the colours of a picture', () => {
  it.each(LIGHT)('are those of the press profile: %s', async (kind, file, play) => {
    const picture = await convertBytes(await bytesOf(file));
    expectNear(await pixelOf(picture, 16, 16), TAN_INKS, play, kind);
  });

  it.each<readonly [string, Uint8Array]>([
    ['a TIFF', cmykTiff({})],
    ['a TIFF of 16 bits', cmykTiff({ bits: 16, pixels: deep(PAINT), order: 'MM' })],
    ['a TIFF in planes', cmykTiff({ planes: 'apart', pixels: planes(PAINT) })],
    ['a tiled TIFF', cmykTiff({ tilePx: 16 })],
    ['a TIFF with a selection', cmykTiff({ samples: 5, fields: [[338, 3, [0]]], pixels: extra(PAINT, 40) })],
    ['a TIFF with opaque transparency', cmykTiff({ samples: 5, fields: [[338, 3, [2]]], pixels: extra(PAINT, 255) })],
  ])('are kept where they are inks: %s', async (kind, file) => {
    expectNear(await pixelOf(await convertBytes(file), 16, 16), PAINT, 1, kind);
  });

  it('are kept in a CMYK JPEG, inverted or not, and in one whose inks stand as YCCK', async () => {
    const inverted = await cmykJpeg(PAINT);
    const straight = withoutAdobeMarker(await cmykJpeg(PAINT.map((ink) => 255 - ink)));
    for (const file of [inverted, straight, await ycckJpeg(PAINT)]) {
      expectNear(await pixelOf(await convertBytes(file), 16, 16), PAINT, 2, 'CMYK');
    }
  });

  it('are converted from the profile of another press, in a TIFF as in a JPEG', async () => {
    const { profile, profilePath } = pressInks('newsprint-snap-tr002-tac220.icc', 2.4);
    const inks = await plain(SIDE, SIDE, '#336688').withIccProfile(profilePath, { attach: false }).raw().toBuffer();
    const file = cmykTiff({ pixels: inks, fields: [[34_675, 7, [...profile]]] });
    // Worked out with Pillow's ImageCms: one conversion from profile to profile, by perceptual intent.
    expectNear(await pixelOf(await convertBytes(file), 16, 16), [106, 26, 1, 73], 2, 'CMYK');
  });

  it('show bare paper where a picture is transparent, whichever kind it is', async () => {
    const half: readonly (Sharp | Uint8Array)[] = [
      tan().ensureAlpha(0.5).png(),
      tan().ensureAlpha(0.5).webp({ lossless: true }),
      rgbTiff({ samples: 4, fields: [[338, 3, [2]]], pixels: CLEAR_TAN }),
      rgbTiff({ samples: 4, fields: [[338, 3, [1]]], pixels: extra([100, 75, 60], 128) }),
      rgbTiff({ samples: 5, fields: [[338, 3, [2, 0]]], pixels: extra(TAN, 128, 9) }),
    ];
    const lighter = await pixelOf(
      await convertBytes(await plain(SIDE, SIDE, 'rgb(227,202,187)').png().toBuffer()),
      16,
      16,
    );
    for (const file of half) {
      expectNear(await pixelOf(await convertBytes(await bytesOf(file)), 16, 16), lighter, 4, 'half clear');
    }
    const inks = cmykTiff({ samples: 5, fields: [[338, 3, [2]]], pixels: extra(PAINT, 51) });
    expectNear(await pixelOf(await convertBytes(inks), 16, 16), [12, 6, 2, 1], 1, 'inks');
  });
});

describe('a gray picture', () => {
  it.each<readonly [string, Sharp | Uint8Array]>([
    ['a JPEG', gray().jpeg({ quality: 95 })],
    ['a PNG of 16 bits', gray().toColourspace('grey16').png()],
    ['a PNG with transparency', gray().ensureAlpha(1).png()],
    ['a PNG of 4 bits', gray().png({ palette: true, colours: 4 })],
    ['a WebP', gray().webp({ lossless: true })],
    ['a TIFF', grayTiff({})],
    ['a TIFF whose white is zero', grayTiff({ photometric: 0, pixels: repeated([127], COUNT) })],
    ['a TIFF of 16 bits', grayTiff({ bits: 16, pixels: deep([128]), order: 'MM' })],
    ['a TIFF of 4 bits', grayTiff({ bits: 4, pixels: repeated([0x88], COUNT / 2) })],
    ['a TIFF with a selection', grayTiff({ samples: 2, fields: [[338, 3, [0]]], pixels: extra([128], 9) })],
  ])('stays gray, for black ink alone: %s', async (kind, file) => {
    const picture = await convertBytes(await bytesOf(file));
    expect(picture.components).toBe(1);
    // 4 bits are 17 levels apart.
    expectNear(await pixelOf(picture, 16, 16), [128], kind.includes('4 bits') ? 9 : 2, kind);
  });
});

describe('a TIFF or WebP', () => {
  it('stands upright, whichever way it is turned', async () => {
    const [across, down] = [48, 32];
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const stored = storedCorner(across, down, orientation);
      const webp = stored.clone().withMetadata({ orientation }).webp({ lossless: true });
      const { data, info } = await stored.clone().raw().toBuffer({ resolveWithObject: true });
      const tiff = tiffFile({
        widthPx: info.width,
        heightPx: info.height,
        samples: 3,
        photometric: 2,
        fields: [[274, 3, [orientation]]],
        pixels: data,
      });
      for (const file of [await webp.toBuffer(), tiff]) {
        const picture = await convertBytes(file);
        expect([picture.widthPx, picture.heightPx]).toEqual([across, down]);
        expect((await pixelOf(picture, 4, 4))[0], `orientation ${orientation}`).toBeGreaterThan(200);
        expect((await pixelOf(picture, 44, 4))[0]).toBeLessThan(9);
        expect((await pixelOf(picture, 4, 28))[0]).toBeLessThan(9);
      }
    }
  });

  it('gives bad-picture where its data is spoilt behind sound headers', async () => {
    const webp = await sharp(noise(), { raw: { width: 64, height: 64, channels: 3 } })
      .webp({ lossless: true })
      .toBuffer();
    const plan = { widthPx: 64, heightPx: 64, samples: 3, photometric: 2, compression: 8, pixels: noise() };
    const cut = (bytes: Uint8Array): Uint8Array => deflateSync(bytes).subarray(0, 400);
    for (const file of [webp.fill(0xff, 40), tiffFile({ ...plan, pack: cut })]) {
      const { picture, problems } = await attempt(file);
      expect(picture).toBeUndefined();
      expect(problems).toHaveLength(1);
      expect(problems[0]?.message).toMatch(/^picture "quay.jpg" cannot be decoded: /);
    }
  });
});

describe('line art', () => {
  const rows = repeated([0xf0, 0x0f, 0xaa, 0x55], SIDE);

  it('keeps its pixels, black or paper, whichever way its file says so', async () => {
    const inverted = rows.map((bits) => 255 - bits);
    for (const plan of [
      { pixels: rows },
      { photometric: 0, pixels: inverted },
      { pixels: rows, compression: 8, pack: deflateSync },
    ]) {
      const { picture } = await attempt(tiffFile({ widthPx: SIDE, heightPx: SIDE, bits: 1, ...plan }));
      expect(picture).toMatchObject({ type: 'bitmap', widthPx: SIDE, heightPx: SIDE });
      expect(picture?.type === 'bitmap' && picture.rows).toEqual(rows);
    }
  });

  it('may be a PNG or a TIFF in fax code, and ends its rows with white in the last byte', async () => {
    const art = () =>
      sharp(repeated([0, 255, 255], 35), { raw: { width: 35, height: 3, channels: 1 } }).toColourspace('b-w');
    const rowsOfPng = repeated([0, 0b01101101, 0b10110110, 0b11011011, 0b01101101, 0b10100000], 3);
    const files = [
      pngFile({ widthPx: 35, heightPx: 3, bits: 1, colorType: 0 }, deflateSync(rowsOfPng)),
      await art().tiff({ bitdepth: 1, compression: 'ccittfax4' }).toBuffer(),
      await art().tiff({ bitdepth: 1, compression: 'none' }).toBuffer(),
    ];
    for (const file of files) {
      const { picture } = await attempt(file);
      expect(picture).toMatchObject({ type: 'bitmap', widthPx: 35, heightPx: 3 });
      const first = picture?.type === 'bitmap' ? picture.rows.subarray(0, 5) : [];
      expect([...first]).toEqual([0b01101101, 0b10110110, 0b11011011, 0b01101101, 0b10100000]);
    }
  });

  it('is cropped to the pixel and never scaled', async () => {
    const crop = { x: 0.25, y: 0.5, width: 0.5, height: 0.5 };
    const { picture } = await attempt(tiffFile({ widthPx: SIDE, heightPx: SIDE, bits: 1, pixels: rows }), {
      crop,
      widthPx: 5,
      heightPx: 5,
    });
    expect(picture).toMatchObject({ type: 'bitmap', widthPx: 16, heightPx: 16 });
    expect(picture?.type === 'bitmap' && [...picture.rows.subarray(0, 2)]).toEqual([0x0f, 0xaa]);
  });
});

function tan(): Sharp {
  return plain(SIDE, SIDE, `rgb(${TAN.join(',')})`);
}

function gray(): Sharp {
  return plain(SIDE, SIDE, '#808080').greyscale();
}

function rgbTiff(plan: Partial<TiffPlan>): Uint8Array {
  return tiffFile({ widthPx: SIDE, heightPx: SIDE, samples: 3, photometric: 2, pixels: repeated(TAN, COUNT), ...plan });
}

function cmykTiff(plan: Partial<TiffPlan>): Uint8Array {
  return tiffFile({
    widthPx: SIDE,
    heightPx: SIDE,
    samples: 4,
    photometric: 5,
    pixels: repeated(PAINT, COUNT),
    ...plan,
  });
}

function grayTiff(plan: Partial<TiffPlan>): Uint8Array {
  return tiffFile({ widthPx: SIDE, heightPx: SIDE, pixels: repeated([128], COUNT), ...plan });
}

function paletteTiff(): Uint8Array {
  const colors = TAN.flatMap((level) => Array.from({ length: 256 }, () => level * 257));
  return grayTiff({ photometric: 3, fields: [[320, 3, colors]], pixels: repeated([7], COUNT) });
}

/** Samples of 16 bits, which are the same in either order. */
function deep(pixel: readonly number[]): Uint8Array {
  return repeated(
    pixel.flatMap((level) => [level, level]),
    COUNT,
  );
}

function planes(pixel: readonly number[]): Uint8Array {
  return Uint8Array.from(pixel.flatMap((level) => [...repeated([level], COUNT)]));
}

function extra(pixel: readonly number[], ...samples: readonly number[]): Uint8Array {
  return repeated([...pixel, ...samples], COUNT);
}

function noise(): Uint8Array {
  return Uint8Array.from({ length: 64 * 64 * 3 }, (_, at) => ((at * 7919) ^ (at >> 5)) & 255);
}

async function bytesOf(file: Sharp | Uint8Array): Promise<Uint8Array> {
  return file instanceof Uint8Array ? file : file.toBuffer();
}

/** A white picture with a blue corner at the top left, as a camera stores it that is held this way. */
function storedCorner(widthPx: number, heightPx: number, orientation: number): Sharp {
  const [storedAcross, storedDown] = orientation >= 5 ? [heightPx, widthPx] : [widthPx, heightPx];
  const pixels = new Uint8Array(widthPx * heightPx * 3).fill(255);
  for (let y = 0; y < 12; y++) {
    for (let x = 0; x < 12; x++) {
      const right = orientation === 2 || orientation === 3 || orientation === 7 || orientation === 8;
      const low = orientation === 3 || orientation === 4 || orientation === 6 || orientation === 7;
      const column = right ? storedAcross - 1 - x : x;
      const line = low ? storedDown - 1 - y : y;
      pixels.set([0, 0, 255], (line * storedAcross + column) * 3);
    }
  }
  return sharp(pixels, { raw: { width: storedAcross, height: storedDown, channels: 3 } });
}

/** A CMYK JPEG in one colour, without a profile, its inks stored inverted. */
async function cmykJpeg(inks: readonly number[]): Promise<Buffer> {
  const tiff = sharp(wrapCmykTiff(repeated(inks, COUNT), SIDE, SIDE));
  return tiff
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

/** The same with its colours turned into luma and chroma (Adobe Technical Note 5116, transform 2). */
async function ycckJpeg(inks: readonly number[]): Promise<Uint8Array> {
  // The marker's convention counts stored inks as the opposite of light, so that the inks themselves are red, green, blue.
  const [red, green, blue, black] = inks as [number, number, number, number];
  const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
  const stored = [luma, 128 + 0.564 * (blue - luma), 128 + 0.713 * (red - luma), 255 - black];
  const jpeg = await cmykJpeg(stored.map((level) => 255 - Math.round(level)));
  return patched(jpeg, findMarker(jpeg, 0xee) + 15, 2);
}

function withoutAdobeMarker(jpeg: Uint8Array): Uint8Array {
  const at = findMarker(jpeg, 0xee);
  return Buffer.concat([jpeg.subarray(0, at), jpeg.subarray(at + 16)]);
}
