import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BADNESS_UNIT, badness, ratioBeyond, uncappedBadness } from '../../src/paragraph/badness.js';

/** TeX: The Program, § 108, in integers without bound. */
function texBadness(change: bigint, give: bigint): bigint {
  if (change === 0n) return 0n;
  if (give <= 0n) return 10000n;
  let r = change;
  if (change <= 7230584n) r = (change * 297n) / give;
  else if (give >= 1663497n) r = change / (give / 297n);
  return r > 1290n ? 10000n : (r * r * r + 0o400000n) / 0o1000000n;
}

const lengthArbitrary = fc.oneof(fc.nat(2000), fc.nat(8_000_000), fc.nat(2 ** 30));

describe('badness', () => {
  it('is 100 when a line uses all of its stretch, and 10000 at most', () => {
    expect(badness(65536, 65536)).toBe(100);
    expect(badness(65536, 131072)).toBe(12);
    expect(badness(131072, 65536)).toBe(800);
    expect(badness(655360, 65536)).toBe(10000);
    expect(badness(1, 0)).toBe(10000);
    expect(badness(0, 0)).toBe(0);
  });

  it('is what TeX computes, to the last digit', () => {
    fc.assert(
      fc.property(lengthArbitrary, lengthArbitrary, (change, give) => {
        expect(badness(change, give)).toBe(Number(texBadness(BigInt(change), BigInt(give))));
      }),
      { numRuns: 2000 },
    );
  });

  it('is over a limit just where the ratio beyond that limit is reached', () => {
    const limitArbitrary = fc.oneof(fc.nat(200), fc.nat(9999));
    fc.assert(
      fc.property(limitArbitrary, fc.nat(7_230_584), lengthArbitrary, (limit, change, give) => {
        if (change === 0) return;
        expect(change * BADNESS_UNIT >= give * ratioBeyond(limit)).toBe(badness(change, give) > limit);
      }),
      { numRuns: 2000 },
    );
  });

  it('has no ratio beyond the worst badness', () => {
    expect(ratioBeyond(10000)).toBe(Number.POSITIVE_INFINITY);
  });

  it('tells bad lines from worse where it is not capped', () => {
    expect(uncappedBadness(10, 1)).toBe(100_000);
    expect(uncappedBadness(11, 1)).toBeGreaterThan(uncappedBadness(10, 1));
    expect(uncappedBadness(1, 0)).toBe(1e6);
    expect(uncappedBadness(1e9, 1)).toBe(1e6);
  });
});
