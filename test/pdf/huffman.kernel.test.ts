import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCode } from '../../src/pdf/huffman.kernel.js';

/** Bits that a code spends on symbols that occur so often. */
function costOf(counts: readonly number[], lengths: ArrayLike<number>): number {
  return counts.reduce((sum, count, symbol) => sum + count * lengths[symbol]!, 0);
}

/** Cost of Huffman's own tree: the sum of all inner weights. */
function huffmanCost(counts: readonly number[]): number {
  const weights = counts.filter((count) => count > 0).sort((a, b) => a - b);
  let cost = 0;
  while (weights.length > 1) {
    const joined = weights.shift()! + weights.shift()!;
    cost += joined;
    weights.push(joined);
    weights.sort((a, b) => a - b);
  }
  return cost;
}

const someCounts = fc
  .array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 40 })
  .filter((counts) => counts.filter((count) => count > 0).length >= 2);

describe('buildCode', () => {
  it('costs as little as Huffman’s tree where the limit does not bind', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const { lengths } = buildCode(Uint32Array.from(counts), 15);
        expect(costOf(counts, lengths)).toBe(huffmanCost(counts));
      }),
    );
  });

  it('leaves no bit pattern without a meaning and no code longer than the limit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000_000), { minLength: 2, maxLength: 100 }),
        fc.constantFrom(7, 9, 15),
        (counts, limit) => {
          const { lengths } = buildCode(Uint32Array.from(counts), limit);
          const kraft = lengths.reduce((sum, length) => sum + (length === 0 ? 0 : 1 / 2 ** length), 0);
          expect(kraft).toBe(1);
          expect(Math.max(...lengths)).toBeLessThanOrEqual(limit);
          counts.forEach((count, symbol) => {
            if (count > 0) expect(lengths[symbol]).toBeGreaterThan(0);
          });
        },
      ),
    );
  });

  it('gives codes of which none starts another', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const { lengths, bits } = buildCode(Uint32Array.from(counts), 15);
        const codes = [...lengths].flatMap((length, symbol) =>
          length === 0 ? [] : [[...bits[symbol]!.toString(2).padStart(length, '0')].reverse().join('')],
        );
        for (const a of codes) for (const b of codes) expect(a !== b && b.startsWith(a)).toBe(false);
        expect(new Set(codes).size).toBe(codes.length);
      }),
    );
  });

  it('codes 1, 1, 2, 4 with 3, 3, 2 and 1 bits, as worked out by hand', () => {
    const { lengths, bits } = buildCode(Uint32Array.of(1, 1, 2, 4), 15);
    expect([...lengths]).toEqual([3, 3, 2, 1]);
    expect([...bits]).toEqual([0b011, 0b111, 0b01, 0b0]);
  });

  it('gives two codes even where one symbol or none occurs', () => {
    expect([...buildCode(Uint32Array.of(0, 0, 9), 15).lengths]).toEqual([1, 0, 1]);
    expect([...buildCode(Uint32Array.of(0, 0, 0), 15).lengths]).toEqual([1, 1, 0]);
  });
});
