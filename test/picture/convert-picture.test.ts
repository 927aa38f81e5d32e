import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { PixelRequest, PressImage } from '../../src/model/picture.js';
import { wrapCmykTiff } from '../../src/picture/cmyk-tiff.js';
import { convertPicture, type PressInks } from '../../src/picture/convert-picture.js';
import { crc32 } from '../../src/picture/crc32.kernel.js';
import type { Rect } from '../../src/units/rect.js';
import { drawing, findMarker, inspect, ORIGIN, plain } from './fixtures.js';

const WHOLE: Rect = { x: 0, y: 0, width: 1, height: 1 };
const OTHER = pressInks('newsprint-snap-tr002-tac220.icc', 2.4);
const INKS = pressInks('newsprint-snap-tr002-tac240.icc', 2.4);

describe('a converted RGB picture', () => {
  it('has the size that was asked for and four inverted inks', async () => {
    const picture = await convert(drawing(300, 200).jpeg(), { widthPx: 150, heightPx: 100 });
    expect(picture).toMatchObject({ widthPx: 150, heightPx: 100, components: 4, inverted: true });
    const header = await sharp(picture.jpeg).metadata();
    expect(header).toMatchObject({ format: 'jpeg', space: 'cmyk', width: 150, height: 100, channels: 4 });
  });

  it('leaves white paper bare', async () => {
    const half = plain(64, 64, 'white').composite([
      { input: await plain(32, 64, '#c03020').png().toBuffer(), left: 32, top: 0 },
    ]);
    const { pixels } = await inksOf(await convert(half.png()));
    for (let row = 0; row < 64; row++) {
      for (let column = 0; column < 24; column++) expect(pixelAt(pixels, 64, column, row)).toEqual([0, 0, 0, 0]);
    }
  });

  it('has the inks that the profile gives by perceptual intent', async () => {
    // Worked out with lcms by another program (Pillow's ImageCms), in levels of 255.
    const colors: readonly [string, readonly number[]][] = [
      ['#ff0000', [1, 224, 235, 0]],
      ['#0000ff', [242, 115, 0, 30]],
      ['#c89678', [0, 69, 108, 48]],
      ['#336688', [181, 41, 2, 101]],
    ];
    for (const [color, inks] of colors) {
      const { pixels } = await inksOf(await convert(plain(16, 16, color).png()));
      pixelAt(pixels, 16, 8, 8).forEach((ink, index) => {
        expect(Math.abs(ink - inks[index]!), `${color} ink ${index}`).toBeLessThanOrEqual(3);
      });
    }
  });

  it('stays within the ink limit, also where JPEG rings', async () => {
    const shadows = new Uint8Array(256 * 256 * 3);
    for (let at = 0; at < shadows.length; at += 3) {
      shadows.fill(at % 9 < 6 ? 0 : (at * 13) % 47, at, at + 3);
      shadows[at] = (at * 7) % 31;
    }
    const picture = await convert(sharp(shadows, { raw: { width: 256, height: 256, channels: 3 } }).png());
    const { pixels } = await inksOf(picture);
    const totals = Array.from({ length: 256 * 256 }, (_, pixel) => totalInk(pixels, pixel));
    expect(Math.max(...totals)).toBeGreaterThan(2.2);
    expect(totals.filter((total) => total > 2.41).length).toBeLessThan(totals.length / 2500);
    expect(Math.max(...totals)).toBeLessThan(2.5);
  });

  it('obeys a lower limit than the profile does', async () => {
    const strict = { ...INKS, inkLimit: 1.8 };
    const { pixels } = await inksOf(await convert(plain(32, 32, 'black').png(), {}, strict));
    expect(totalInk(pixels, 500)).toBeLessThanOrEqual(1.8);
    expect(totalInk(pixels, 500)).toBeGreaterThan(1.7);
  });

  it('carries no profile, no metadata and no date', async () => {
    const tagged = drawing(80, 60).withMetadata({ exif: { IFD0: { Copyright: 'Desk' } } });
    const picture = await convert(tagged.jpeg());
    const header = await sharp(picture.jpeg).metadata();
    expect([header.icc, header.exif, header.xmp, header.iptc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(Buffer.from(picture.jpeg).includes('Desk')).toBe(false);
    expect(Buffer.from(picture.jpeg).includes('Adobe')).toBe(true);
  });

  it('is the same bytes each time', async () => {
    const bytes = await drawing(200, 150).jpeg().toBuffer();
    const twice = await Promise.all([convertBytes(bytes), convertBytes(bytes)]);
    expect(Buffer.from(twice[0].jpeg).equals(twice[1].jpeg)).toBe(true);
  });

  it('shows the part that was asked for', async () => {
    const quarters = plain(100, 100, 'white').composite([
      { input: await plain(50, 50, '#0000ff').png().toBuffer(), left: 50, top: 50 },
    ]);
    const crop = { x: 0.5, y: 0.5, width: 0.5, height: 0.5 };
    const { pixels } = await inksOf(await convert(quarters.png(), { crop, widthPx: 50, heightPx: 50 }));
    for (const corner of [0, 49, 50 * 49, 50 * 50 - 1]) expect(pixels[corner * 4]).toBeGreaterThan(200);
  });

  it('stands upright, whichever way its EXIF block turns it', async () => {
    const upright = plain(48, 32, 'white').composite([
      { input: await plain(16, 16, '#0000ff').png().toBuffer(), left: 0, top: 0 },
    ]);
    const bytes = await upright.png().toBuffer();
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const stored = await storedAs(bytes, orientation).toBuffer();
      for (const kind of [sharp(stored).jpeg({ quality: 95 }), sharp(stored).png()]) {
        const picture = await convert(kind.withMetadata({ orientation }));
        expect([picture.widthPx, picture.heightPx]).toEqual([48, 32]);
        const { pixels } = await inksOf(picture);
        expect(pixelAt(pixels, 48, 4, 4)[0], `orientation ${orientation}`).toBeGreaterThan(200);
        expect(pixelAt(pixels, 48, 44, 4)[0]).toBeLessThan(9);
        expect(pixelAt(pixels, 48, 4, 28)[0]).toBeLessThan(9);
      }
    }
  });
});

describe('a converted gray picture', () => {
  it('becomes gray, for black ink alone, whether it was saved as gray or as RGB', async () => {
    const gray = plain(64, 64, '#808080');
    for (const kind of [gray.clone().greyscale().jpeg(), gray.clone().jpeg(), gray.clone().png()]) {
      const picture = await convert(kind);
      expect(picture).toMatchObject({ components: 1, inverted: false });
      const { data, info } = await sharp(picture.jpeg).raw().toBuffer({ resolveWithObject: true });
      expect((await sharp(picture.jpeg).metadata()).channels).toBe(1);
      expect(Math.abs(data[info.channels * 100]! - 128)).toBeLessThanOrEqual(2);
    }
  });

  it('keeps its colours where one pixel has any', async () => {
    const touched = plain(64, 64, '#808080').composite([
      { input: await plain(1, 1, '#a08080').png().toBuffer(), left: 9, top: 9 },
    ]);
    expect((await convert(touched.png())).components).toBe(4);
  });
});

describe('a converted PNG', () => {
  it('shows paper white where it is transparent', async () => {
    const clear = sharp({
      create: { width: 32, height: 32, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } },
    });
    const dot = clear.composite([{ input: await plain(8, 8, '#0000ff').png().toBuffer(), left: 20, top: 20 }]);
    const { pixels } = await inksOf(await convert(dot.png()));
    expect(pixelAt(pixels, 32, 4, 4)).toEqual([0, 0, 0, 0]);
    expect(pixelAt(pixels, 32, 24, 24)[0]).toBeGreaterThan(200);
  });

  it('may have 16 bits, a palette or gray with transparency', async () => {
    const kinds: readonly [Sharp, number][] = [
      [drawing(40, 40).toColourspace('rgb16').png(), 4],
      [drawing(40, 40).png({ palette: true, colours: 32 }), 4],
      [drawing(40, 40).greyscale().toColourspace('grey16').png(), 1],
      [drawing(40, 40).greyscale().ensureAlpha(0.5).png(), 1],
    ];
    for (const [kind, components] of kinds) expect((await convert(kind)).components).toBe(components);
  });
});

describe('a converted CMYK picture', () => {
  const paint = [60, 30, 10, 5];

  it('keeps its inks where it has no profile, whether they are stored inverted or not', async () => {
    const inverted = await cmykJpeg(paint);
    expect(inverted.includes('Adobe')).toBe(true);
    const straight = withoutAdobeMarker(await cmykJpeg(paint.map((ink) => 255 - ink)));
    for (const bytes of [inverted, straight]) {
      const { pixels } = await inksOf(await convertBytes(bytes));
      pixelAt(pixels, 32, 16, 16).forEach((ink, index) => {
        expect(Math.abs(ink - paint[index]!)).toBeLessThanOrEqual(1);
      });
    }
  });

  it('loses colour, not black, where it has more ink than the press takes', async () => {
    const { pixels } = await inksOf(await convertBytes(await cmykJpeg([255, 204, 204, 230])));
    const [cyan, magenta, yellow, black] = pixelAt(pixels, 32, 16, 16) as [number, number, number, number];
    expect(cyan + magenta + yellow + black).toBeLessThanOrEqual(612);
    expect(cyan + magenta + yellow + black).toBeGreaterThan(600);
    expect(Math.abs(black - 230)).toBeLessThanOrEqual(2);
    expect(cyan / magenta).toBeCloseTo(1.25, 1);
    expect(magenta / yellow).toBeCloseTo(1, 1);
  });

  it('keeps its inks where it carries the profile of the press', async () => {
    const bytes = await plain(32, 32, '#336688').withIccProfile(INKS.profilePath).jpeg({ quality: 100 }).toBuffer();
    const before = await inksOfBytes(bytes);
    const { pixels } = await inksOf(await convertBytes(bytes));
    pixelAt(pixels, 32, 16, 16).forEach((ink, index) => {
      expect(Math.abs(ink - before[16 * 32 * 4 + 64 + index]!)).toBeLessThanOrEqual(1);
    });
  });

  it('is converted from the profile that it carries where that is another, inverted or not', async () => {
    const tagged = await plain(32, 32, '#336688').withIccProfile(OTHER.profilePath).jpeg({ quality: 100 }).toBuffer();
    const stored = (await inksOfBytes(tagged)).map((ink) => 255 - ink);
    const negative = wrapCmykTiff(stored, 32, 32, OTHER.profile);
    const reversed = sharp(negative).pipelineColourspace('cmyk').toColourspace('cmyk').keepIccProfile();
    const straight = withoutAdobeMarker(await reversed.jpeg({ quality: 100 }).toBuffer());
    for (const bytes of [tagged, straight]) {
      const { pixels } = await inksOf(await convertBytes(bytes));
      pixelAt(pixels, 32, 16, 16).forEach((ink, index) => {
        // Worked out with Pillow's ImageCms: one conversion from profile to profile, by perceptual intent.
        expect(Math.abs(ink - [106, 26, 1, 73][index]!)).toBeLessThanOrEqual(2);
      });
    }
  });
});

describe('a picture that cannot be converted', () => {
  it('gives bad-picture where its data is damaged in a way that its structure does not show', async () => {
    const { picture, problems } = await attempt(pngWithData(deflateSync(Buffer.alloc(40)), 40, 40));
    expect(picture).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'bad-picture', severity: 'error', origin: ORIGIN });
    expect(problems[0]?.message).toMatch(/^picture "quay.jpg" cannot be decoded: /);
  });

  it('gives bad-picture where the file is no longer the one that was inspected', async () => {
    const request = await requestFor(await drawing(60, 40).png().toBuffer(), {});
    const problems: Diagnostic[] = [];
    const other = await drawing(40, 60).png().toBuffer();
    expect(await convertPicture(request, other, INKS, (problem) => problems.push(problem))).toBeUndefined();
    expect(problems[0]?.message).toMatch(/it is 40 × 60 pixels, not 60 × 40$/);
  });

  it('throws where the profile is none', async () => {
    const inks = { ...INKS, profilePath: fileURLToPath(import.meta.url) };
    await expect(convert(drawing(20, 20).png(), {}, inks)).rejects.toThrow(/does not convert RGB to CMYK/);
  });
});

function pressInks(name: string, inkLimit: number): PressInks {
  const profilePath = fileURLToPath(new URL(`../../icc/${name}`, import.meta.url));
  return { profilePath, profile: readFileSync(profilePath), inkLimit, sharpen: 'none' };
}

async function convert(file: Sharp, wanted: Partial<PixelRequest> = {}, inks = INKS): Promise<PressImage> {
  return convertBytes(await file.toBuffer(), wanted, inks);
}

async function convertBytes(bytes: Uint8Array, wanted: Partial<PixelRequest> = {}, inks = INKS): Promise<PressImage> {
  const { picture, problems } = await attempt(bytes, wanted, inks);
  if (picture?.type !== 'image') throw new Error(problems[0]?.message ?? 'it is line art');
  return picture;
}

async function attempt(bytes: Uint8Array, wanted: Partial<PixelRequest> = {}, inks = INKS) {
  const problems: Diagnostic[] = [];
  const request = await requestFor(bytes, wanted);
  const picture = await convertPicture(request, bytes, inks, (problem) => problems.push(problem));
  return { picture, problems };
}

async function requestFor(bytes: Uint8Array, wanted: Partial<PixelRequest>): Promise<PixelRequest> {
  const { source, problems } = inspect(bytes);
  if (!source) throw new Error(problems[0]?.message);
  return { type: 'pixels', source, crop: WHOLE, widthPx: source.widthPx, heightPx: source.heightPx, ...wanted };
}

/** The picture's inks, 255 = solid, four a pixel. */
async function inksOf(picture: PressImage): Promise<{ readonly pixels: Uint8Array }> {
  return { pixels: await inksOfBytes(picture.jpeg) };
}

async function inksOfBytes(jpeg: Uint8Array): Promise<Uint8Array> {
  return sharp(jpeg).pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer();
}

function pixelAt(pixels: Uint8Array, widthPx: number, column: number, row: number): readonly number[] {
  const at = (row * widthPx + column) * 4;
  return [...pixels.subarray(at, at + 4)];
}

function totalInk(pixels: Uint8Array, pixel: number): number {
  return pixels.subarray(pixel * 4, pixel * 4 + 4).reduce((sum, ink) => sum + ink, 0) / 255;
}

/** The upright picture as a camera stores it that is held this way: the EXIF turn undone. */
function storedAs(upright: Uint8Array, orientation: number): Sharp {
  switch (orientation) {
    case 2:
      return sharp(upright).flop();
    case 3:
      return sharp(upright).rotate(180);
    case 4:
      return sharp(upright).flip();
    case 5:
      return sharp(upright).flip().rotate(90);
    case 6:
      return sharp(upright).rotate(270);
    case 7:
      return sharp(upright).flip().rotate(270);
    case 8:
      return sharp(upright).rotate(90);
    default:
      return sharp(upright);
  }
}

/** A CMYK JPEG of 32 × 32 pixels in one colour, without a profile, its inks stored inverted. */
async function cmykJpeg(inks: readonly number[]): Promise<Buffer> {
  const pixels = Uint8Array.from({ length: 32 * 32 * 4 }, (_, at) => inks[at % 4]!);
  const tiff = sharp(wrapCmykTiff(pixels, 32, 32))
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk');
  return tiff.jpeg({ quality: 100 }).toBuffer();
}

function withoutAdobeMarker(jpeg: Uint8Array): Uint8Array {
  const at = findMarker(jpeg, 0xee);
  return Buffer.concat([jpeg.subarray(0, at), jpeg.subarray(at + 16)]);
}

/** A gray PNG whose chunks are all sound, whatever its data is. */
function pngWithData(data: Uint8Array, widthPx: number, heightPx: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.writeUInt8(8, 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name), content]);
  const bytes = Buffer.alloc(body.length + 8);
  bytes.writeUInt32BE(content.length, 0);
  body.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(body, 0, body.length), body.length + 4);
  return bytes;
}
