import { describe, expect, it } from 'vitest';
import type { PixelRequest } from '../../src/model/picture.js';
import { pictureKey } from '../../src/picture/picture-key.js';
import { ORIGIN } from './fixtures.js';

const REQUEST: PixelRequest = {
  type: 'pixels',
  source: {
    type: 'pixels',
    lineArt: false,
    file: 'a/quay.jpg',
    hash: 'ab'.repeat(32),
    format: 'jpeg',
    widthPx: 3000,
    heightPx: 2000,
    origin: ORIGIN,
  },
  crop: { x: 0.1, y: 0, width: 0.5, height: 1 },
  widthPx: 1200,
  heightPx: 1600,
};
const PROFILE = 'cd'.repeat(32);
const INKS = { inkLimit: 2.4, sharpen: 'none' } as const;

describe('the key of a press picture', () => {
  it('is a file name', () => {
    const key = pictureKey(REQUEST, PROFILE, INKS);
    expect(key).toMatch(/^[0-9a-z-]+$/);
    expect(key.length).toBeLessThan(250);
  });

  it('is the same wherever the file lies and whoever names it', () => {
    const elsewhere = { ...REQUEST.source, file: 'b/copy.jpeg', origin: { ...ORIGIN, line: 99 } };
    expect(pictureKey({ ...REQUEST, source: elsewhere }, PROFILE, INKS)).toBe(pictureKey(REQUEST, PROFILE, INKS));
  });

  it('changes with everything that changes the bytes', () => {
    const keys = [
      pictureKey(REQUEST, PROFILE, INKS),
      pictureKey(REQUEST, PROFILE, { ...INKS, inkLimit: 2.2 }),
      pictureKey(REQUEST, PROFILE, { ...INKS, sharpen: 'newsprint' }),
      pictureKey(REQUEST, 'ce'.repeat(32), INKS),
      pictureKey({ ...REQUEST, widthPx: 1201 }, PROFILE, INKS),
      pictureKey({ ...REQUEST, heightPx: 1601 }, PROFILE, INKS),
      pictureKey({ ...REQUEST, crop: { ...REQUEST.crop, x: 0.2 } }, PROFILE, INKS),
      pictureKey({ ...REQUEST, crop: { ...REQUEST.crop, height: 0.9 } }, PROFILE, INKS),
      pictureKey({ ...REQUEST, source: { ...REQUEST.source, hash: 'ac'.repeat(32) } }, PROFILE, INKS),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is the same for crops that are the same pixels', () => {
    const nudged = { ...REQUEST, crop: { ...REQUEST.crop, x: 0.1 + 1e-12 } };
    expect(pictureKey(nudged, PROFILE, INKS)).toBe(pictureKey(REQUEST, PROFILE, INKS));
  });
});
