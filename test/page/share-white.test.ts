import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareWhite } from '../../src/page/share-white.js';

describe('white between briefs', () => {
  it('is one line where nothing is left over', () => {
    expect(shareWhite(0, 3)).toEqual([1, 1, 1]);
    expect(shareWhite(-2, 2)).toEqual([1, 1]);
  });

  it('takes what is left over, the odd lines in the first gaps', () => {
    expect(shareWhite(3, 1)).toEqual([4]);
    expect(shareWhite(5, 3)).toEqual([3, 3, 2]);
    expect(shareWhite(1, 2)).toEqual([2, 1]);
  });

  it('is no hole: what four lines a gap do not hold stays at the foot', () => {
    expect(shareWhite(9, 1)).toEqual([4]);
    expect(shareWhite(50, 2)).toEqual([4, 4]);
  });

  it('is nowhere where a brief stands alone', () => {
    expect(shareWhite(7, 0)).toEqual([]);
  });

  it('uses up every line that it may, and differs by one line at most', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.integer({ min: 1, max: 8 }), (free, gaps) => {
        const white = shareWhite(free, gaps);
        expect(white.reduce((sum, lines) => sum + lines, 0)).toBe(gaps + Math.min(free, gaps * 3));
        expect(Math.max(...white) - Math.min(...white)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
