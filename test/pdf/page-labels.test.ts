import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageLabels } from '../../src/pdf/page-labels.js';

type Range = { readonly S?: string; readonly P?: { toString(): string }; readonly St?: number };

/** What a viewer makes of a number tree (ISO 32000-1, 12.4.2). */
function labelsIn(tree: ReturnType<typeof pageLabels>, pages: number): string[] {
  const numbers = tree.Nums as readonly unknown[];
  const ranges = new Map<number, Range>();
  for (let i = 0; i < numbers.length; i += 2) ranges.set(numbers[i] as number, numbers[i + 1] as Range);
  let start = 0;
  return Array.from({ length: pages }, (_, index) => {
    if (ranges.has(index)) start = index;
    const range = ranges.get(start) as Range;
    const number = range.S === 'D' ? String((range.St ?? 1) + index - start) : '';
    return `${range.P?.toString() ?? ''}${number}`;
  });
}

describe('pageLabels', () => {
  it('needs one range for pages that count on', () => {
    expect((pageLabels(['1', '2', '3', '4']).Nums as unknown[]).length).toBe(2);
    expect((pageLabels(['A1', 'A2', 'B1', 'B2']).Nums as unknown[]).length).toBe(4);
  });

  it('gives every page the label that is printed on it', () => {
    const label = fc.oneof(
      fc.nat(30).map(String),
      fc
        .tuple(fc.constantFrom('A', 'B', 'A0', 'Extra ', 'S-'), fc.integer({ min: 1, max: 12 }))
        .map(([p, n]) => `${p}${n}`),
      fc.constantFrom('Cover', '07', 'A10', 'iv'),
    );
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 30 }), (labels) => {
        expect(labelsIn(pageLabels(labels), labels.length)).toEqual(labels);
      }),
    );
  });
});
