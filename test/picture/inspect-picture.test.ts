import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { crc32 } from '../../src/picture/crc32.kernel.js';
import { drawing, findMarker, inspect, ORIGIN, patched, plain, troubleOf } from './fixtures.js';

describe('a sound JPEG', () => {
  it('is read with its size, kind, place and hash', async () => {
    const { source, problems } = inspect(await drawing(61, 37).jpeg().toBuffer());
    expect(problems).toEqual([]);
    expect(source).toEqual({
      type: 'pixels',
      lineArt: false,
      file: 'pictures/quay.jpg',
      hash: 'ab'.repeat(32),
      format: 'jpeg',
      widthPx: 61,
      heightPx: 37,
      origin: ORIGIN,
    });
  });

  it('may be progressive, gray, CMYK, subsampled, tiny or of one colour', async () => {
    const sound = [
      drawing(64, 48).jpeg({ progressive: true }),
      drawing(64, 48).greyscale().jpeg(),
      drawing(64, 48).toColourspace('cmyk').jpeg(),
      drawing(64, 48).jpeg({ chromaSubsampling: '4:4:4' }),
      drawing(1, 1).jpeg(),
      plain(1200, 900, 'white').jpeg({ quality: 1 }),
      plain(1200, 900, 'white').jpeg({ quality: 1, progressive: true, mozjpeg: true }),
    ];
    for (const picture of sound) expect(inspect(await picture.toBuffer()).problems).toEqual([]);
  });

  it('is measured upright, whichever way its EXIF block turns it', async () => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const bytes = await drawing(60, 40).withMetadata({ orientation }).jpeg().toBuffer();
      const { source } = inspect(bytes);
      expect([source?.widthPx, source?.heightPx]).toEqual(orientation >= 5 ? [40, 60] : [60, 40]);
    }
  });

  it('is sound with restart markers, fill bytes and bytes after its end', async () => {
    const bytes = await drawing(64, 48).jpeg().toBuffer();
    const frame = findMarker(bytes, 0xc0);
    const filled = Buffer.concat([bytes.subarray(0, frame), Buffer.from([0xff, 0xff]), bytes.subarray(frame)]);
    expect(inspect(filled).problems).toEqual([]);
    expect(inspect(Buffer.concat([bytes, Buffer.from('a second picture of a phone')])).problems).toEqual([]);
    const scan = findMarker(bytes, 0xda) + 14;
    const restarted = Buffer.concat([bytes.subarray(0, scan), Buffer.from([0xff, 0xd0]), bytes.subarray(scan)]);
    expect(inspect(restarted).problems).toEqual([]);
  });
});

describe('a damaged JPEG', () => {
  let jpeg: Uint8Array;
  let progressive: Uint8Array;
  beforeAll(async () => {
    jpeg = await drawing(160, 120).jpeg().toBuffer();
    progressive = await drawing(160, 120).jpeg({ progressive: true }).toBuffer();
  });

  it('is refused wherever it was cut off', () => {
    for (const whole of [jpeg, progressive]) {
      for (let length = 3; length < whole.length - 1; length += 41) {
        expect(troubleOf(whole.subarray(0, length))).toMatch(/^picture "quay.jpg" ends (in the middle of|before)/);
      }
      expect(troubleOf(whole.subarray(0, whole.length - 1))).toMatch(/ends in the middle of the picture data$/);
    }
  });

  it('is refused when it was cut off and an end marker was put behind it', () => {
    const scan = findMarker(jpeg, 0xda);
    const closed = Buffer.concat([jpeg.subarray(0, scan + 40), Buffer.from([0xff, 0xd9])]);
    expect(troubleOf(closed)).toBe('picture "quay.jpg" ends in the middle of the picture data');
  });

  it('is refused when its header claims far more pixels than its data can hold', () => {
    const lying = patched(jpeg, findMarker(jpeg, 0xc0) + 5, 0x20, 0, 0x20, 0);
    expect(troubleOf(lying)).toMatch(/ends in the middle of the picture data$/);
  });

  it('is refused when it declares more pixels than a press picture ever has', async () => {
    const flat = await plain(10_000, 10_001, 'white').greyscale().jpeg({ quality: 1 }).toBuffer();
    expect(troubleOf(flat)).toMatch(/declares 10000 × 10001 pixels/);
    const long = await plain(30_001, 16, 'white').jpeg().toBuffer();
    expect(troubleOf(long)).toMatch(/declares 30001 × 16 pixels/);
  });

  it('is refused when it is arithmetic-coded, lossless, hierarchical or not of 8 bits', () => {
    const frame = findMarker(jpeg, 0xc0);
    expect(troubleOf(patched(jpeg, frame + 1, 0xc9))).toMatch(/is an arithmetic-coded JPEG$/);
    expect(troubleOf(patched(jpeg, frame + 1, 0xc3))).toMatch(/is a lossless JPEG$/);
    expect(troubleOf(patched(jpeg, frame + 1, 0xc5))).toMatch(/is a hierarchical JPEG$/);
    expect(troubleOf(patched(jpeg, frame + 1, 0xc1, 0, 17, 12))).toMatch(/is a JPEG with 12 bits a sample, not 8$/);
  });

  it('is refused when its frame header is absurd', () => {
    const frame = findMarker(jpeg, 0xc0);
    expect(troubleOf(patched(jpeg, frame + 5, 0, 0))).toMatch(/declares a side of 0 pixels$/);
    expect(troubleOf(patched(jpeg, frame + 9, 2))).toMatch(/has 2 colour components, not 1, 3 or 4$/);
    expect(troubleOf(patched(jpeg, frame + 11, 0x01))).toMatch(/has a damaged frame header$/);
    expect(troubleOf(patched(jpeg, frame + 9, 4))).toMatch(/has a damaged frame header$/);
  });

  it('is refused when it holds no frame or two', () => {
    expect(troubleOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9))).toMatch(/holds no picture$/);
    const frame = findMarker(jpeg, 0xc0);
    const header = jpeg.subarray(frame, frame + 19);
    const twice = Buffer.concat([jpeg.subarray(0, frame), header, jpeg.subarray(frame)]);
    expect(troubleOf(twice)).toMatch(/has two frame headers$/);
    const headless = Buffer.concat([jpeg.subarray(0, frame), jpeg.subarray(frame + 19)]);
    expect(troubleOf(headless)).toMatch(/has picture data before its frame header$/);
  });

  it('stands upright when its EXIF block is nonsense', async () => {
    const turned = await drawing(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const exif = Buffer.from(turned).indexOf('Exif') + 6;
    for (const nonsense of [
      patched(turned, exif, 0x41, 0x41),
      patched(turned, exif + 4, 0xff, 0xff, 0xff, 0xff),
      patched(turned, exif + 8, 0xff, 0xff, 0, 0),
    ]) {
      expect(inspect(nonsense).source?.widthPx).toBe(60);
    }
  });
});

describe('a sound PNG', () => {
  it('may have any colour type, depth and interlacing', async () => {
    const sound = [
      drawing(61, 37).png(),
      drawing(61, 37).png({ progressive: true }),
      drawing(61, 37).png({ palette: true, colours: 16 }),
      drawing(61, 37).greyscale().png(),
      drawing(61, 37).ensureAlpha(0.5).png(),
      drawing(61, 37).toColourspace('rgb16').png(),
      drawing(61, 37).greyscale().png({ palette: true, colours: 2 }),
      plain(3000, 3000, 'white').png({ compressionLevel: 9 }),
    ];
    for (const picture of sound) {
      const { source, problems } = inspect(await picture.toBuffer());
      expect(problems).toEqual([]);
      expect(source?.format).toBe('png');
    }
  });

  it('is measured upright when it carries an EXIF turn', async () => {
    const { source } = inspect(await drawing(60, 40).withMetadata({ orientation: 8 }).png().toBuffer());
    expect([source?.widthPx, source?.heightPx]).toEqual([40, 60]);
  });

  it('is judged by its content when its name says something else', async () => {
    expect(inspect(await drawing(10, 10).png().toBuffer(), 'pictures/quay.jpg').source?.format).toBe('png');
    expect(inspect(await drawing(10, 10).jpeg().toBuffer(), 'pictures/quay.png').source?.format).toBe('jpeg');
  });
});

describe('a damaged PNG', () => {
  let png: Buffer;
  beforeAll(async () => {
    png = await drawing(160, 120).png().toBuffer();
  });

  it('is refused wherever it was cut off', () => {
    for (let length = 8; length < png.length; length += 97) {
      expect(troubleOf(png.subarray(0, length))).toMatch(/^picture "quay.jpg" ends (in the middle of|before)/);
    }
    expect(troubleOf(png.subarray(0, png.length - 1))).toMatch(/ends in the middle of the picture data$/);
  });

  it('is refused when a byte of its picture data was changed', () => {
    const data = png.indexOf('IDAT');
    expect(troubleOf(patched(png, data + 500, png[data + 500]! ^ 1))).toMatch(/is damaged in its IDAT chunk$/);
  });

  it('is refused when its header declares 50,000 × 50,000 pixels', () => {
    const bomb = withHeader(png, (header) => {
      header.writeUInt32BE(50_000, 0);
      header.writeUInt32BE(50_000, 4);
    });
    expect(troubleOf(bomb)).toMatch(/ends in the middle of the picture data$/);
  });

  it('is refused when it declares more pixels than a press picture ever has', async () => {
    const flat = await plain(12_000, 12_000, 'white').png({ compressionLevel: 9 }).toBuffer();
    expect(troubleOf(flat)).toMatch(/declares 12000 × 12000 pixels, more than any picture should have$/);
  });

  it('is refused when its header is absurd', () => {
    const trouble = (change: (header: Buffer) => void) => troubleOf(withHeader(png, change));
    expect(trouble((header) => header.writeUInt32BE(0, 0))).toMatch(/declares a side of 0 pixels$/);
    expect(trouble((header) => header.writeUInt8(5, 9))).toMatch(/is a PNG of a kind that does not exist$/);
    expect(trouble((header) => header.writeUInt8(3, 8))).toMatch(/is a PNG of a kind that does not exist$/);
    expect(trouble((header) => header.writeUInt8(2, 12))).toMatch(/is a PNG of a kind that does not exist$/);
    expect(trouble((header) => header.writeUInt8(3, 9))).toMatch(/lacks its palette$/);
    expect(troubleOf(patched(png, 20, 1))).toMatch(/has a damaged header$/);
  });

  it('is sound when only a chunk is damaged that it can do without', async () => {
    const described = await drawing(60, 40).withMetadata({ density: 72 }).png().toBuffer();
    const at = described.indexOf('pHYs');
    expect(at).toBeGreaterThan(0);
    expect(inspect(patched(described, at + 4, 0xff)).problems).toEqual([]);
  });
});

describe('a file of another kind', () => {
  it('is refused by name, with a hint to convert it', async () => {
    const kinds: readonly [string, Uint8Array][] = [
      ['a GIF picture', await drawing(8, 8).gif().toBuffer()],
      ['an AVIF picture', await drawing(16, 16).avif().toBuffer()],
      ['a PDF', Buffer.from('%PDF-1.7\n')],
    ];
    for (const [name, bytes] of kinds) {
      const { problems } = inspect(bytes);
      expect(problems).toEqual([
        {
          code: 'bad-picture',
          severity: 'error',
          origin: ORIGIN,
          message: `picture "quay.jpg" is ${name}, not a JPEG, PNG, TIFF or WebP`,
          hint: 'convert it to JPEG, PNG, TIFF or WebP',
        },
      ]);
    }
  });

  it('is refused when it is empty, a web page, a Git LFS pointer or nothing known', () => {
    expect(troubleOf(new Uint8Array())).toMatch(/is an empty file$/);
    expect(troubleOf(Buffer.from('<!DOCTYPE html><title>403</title>'))).toMatch(/is a web page/);
    expect(troubleOf(Buffer.from('version https://git-lfs.github.com/spec/v1\n'))).toMatch(/is a Git LFS pointer/);
    expect(troubleOf(Buffer.from('good evening'))).toMatch(/is not a picture that can be read$/);
  });
});

describe('any bytes', () => {
  const starts = [
    [],
    [0xff, 0xd8, 0xff],
    [0xff, 0xd8, 0xff, 0xe1, 0, 40, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49],
    [0xff, 0xd8, 0xff, 0xc0, 0, 17, 8],
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
    [0x3c],
  ];

  it('give a picture or one bad-picture, and never a throw', () => {
    const anything = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }));
    fc.assert(
      fc.property(anything, ([start, rest]) => {
        const { source, problems } = inspect(Uint8Array.from([...start, ...rest]));
        expect(problems.map((problem) => problem.code)).toEqual(source ? [] : ['bad-picture']);
      }),
      { numRuns: 3000 },
    );
  });

  it('changed in a sound file give a picture or one bad-picture, and never a throw', async () => {
    const whole = [
      await drawing(40, 30).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
      await drawing(40, 30).withMetadata({ orientation: 6 }).png().toBuffer(),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.nat(), fc.uint8Array({ maxLength: 6 }), (bytes, seed, change) => {
        const at = seed % (bytes.length - 6);
        const { source, problems } = inspect(patched(bytes, at, ...change));
        expect(problems.map((problem) => problem.code)).toEqual(source ? [] : ['bad-picture']);
      }),
      { numRuns: 3000 },
    );
  });
});

/** A copy of the PNG with its header changed and the header's checksum made right again. */
function withHeader(png: Buffer, change: (header: Buffer) => void): Buffer {
  const copy = Buffer.from(png);
  change(copy.subarray(16, 29));
  copy.writeUInt32BE(crc32(copy, 12, 29), 29);
  return copy;
}
