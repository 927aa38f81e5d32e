import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverCrop } from '../../src/picture/cover-crop.js';

const LANDSCAPE = 3000 / 2000;

describe('a crop that covers a box', () => {
  it('is the whole picture where the proportions agree', () => {
    expect(coverCrop(LANDSCAPE, 1.5, [0.9, 0.1])).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });

  it('takes off both sides alike around the middle', () => {
    expect(coverCrop(LANDSCAPE, 0.75, [0.5, 0.5])).toEqual({ x: 0.25, y: 0, width: 0.5, height: 1 });
    expect(coverCrop(LANDSCAPE, 3, [0.5, 0.5])).toEqual({ x: 0, y: 0.25, width: 1, height: 0.5 });
  });

  it('follows the focus as far as the edge', () => {
    expect(coverCrop(LANDSCAPE, 0.75, [0.6, 0.5]).x).toBeCloseTo(0.35, 12);
    expect(coverCrop(LANDSCAPE, 0.75, [1, 0.5]).x).toBe(0.5);
    expect(coverCrop(LANDSCAPE, 0.75, [0, 0.5]).x).toBe(0);
  });

  it('lies in the picture, keeps the focus and has the proportions of the box', () => {
    const side = fc.integer({ min: 1, max: 30_000 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const aspect = fc.double({ min: 0.02, max: 50, noNaN: true });
    fc.assert(
      fc.property(side, side, aspect, share, share, (widthPx, heightPx, box, x, y) => {
        const crop = coverCrop(widthPx / heightPx, box, [x, y]);
        expect((crop.width * widthPx) / (crop.height * heightPx) / box).toBeCloseTo(1, 9);
        for (const [start, length, focus] of [
          [crop.x, crop.width, x],
          [crop.y, crop.height, y],
        ] as const) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start + length).toBeLessThanOrEqual(1 + 1e-12);
          expect(focus).toBeGreaterThanOrEqual(start - 1e-12);
          expect(focus).toBeLessThanOrEqual(start + length + 1e-12);
        }
        expect(Math.max(crop.width, crop.height)).toBe(1);
      }),
    );
  });
});
