import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareBriefs } from '../../src/page/share-briefs.js';

describe('briefs', () => {
  it('fill the legs evenly, in their order', () => {
    expect(shareBriefs([10, 10, 10, 10], 2, 24)).toEqual([2, 2]);
    expect(shareBriefs([4, 4, 12, 12], 3, 14)).toEqual([2, 1, 1]);
  });

  it('leave no leg empty while there is one for each', () => {
    expect(shareBriefs([3, 3, 3], 3, 40)).toEqual([1, 1, 1]);
    expect(shareBriefs([3, 3], 3, 40)).toEqual([1, 1]);
    expect(shareBriefs([], 3, 40)).toEqual([]);
  });

  it('run over by as few lines as can be', () => {
    expect(shareBriefs([10, 12, 2], 2, 14)).toEqual([1, 2]);
  });

  it('are all placed, whatever their depths', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2, max: 20 }), { maxLength: 8 }),
        fc.integer({ min: 1, max: 6 }),
        (depths, legs) => {
          const counts = shareBriefs(depths, legs, 30);
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(depths.length);
          expect(counts.every((count) => count > 0)).toBe(true);
        },
      ),
    );
  });
});
