import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnNeeds, shareMeasure } from '../../src/paragraph/table-columns.js';
import { areFigures, decimalTails } from '../../src/paragraph/table-figures.js';

const GAPS = { natural: 8, least: 4 };
const text = (least: number, natural: number): ColumnNeeds => ({ kind: 'text', least, natural });
const figures = (natural: number): ColumnNeeds => ({ kind: 'figures', least: natural, natural });

describe('shareMeasure', () => {
  it('gives columns of figures what they need, and the text what is left', () => {
    expect(shareMeasure([text(20, 40), figures(10), figures(15)], 150, GAPS)).toEqual({
      starts: [0, 117, 135],
      widths: [109, 10, 15],
      excess: 0,
    });
  });

  it('shares what is left among columns of text by their length, and evenly among figures alone', () => {
    expect(shareMeasure([text(10, 30), figures(10), text(10, 10)], 106, GAPS).widths).toEqual([60, 10, 20]);
    expect(shareMeasure([figures(10), figures(20)], 58, GAPS).widths).toEqual([20, 30]);
  });

  it('takes white from between the columns before it breaks words to another line', () => {
    expect(shareMeasure([text(20, 40), figures(10)], 56, GAPS)).toEqual({
      starts: [0, 46],
      widths: [40, 10],
      excess: 0,
    });
    expect(shareMeasure([text(20, 40), figures(10)], 44, GAPS)).toEqual({
      starts: [0, 34],
      widths: [30, 10],
      excess: 0,
    });
  });

  it('tells how much too wide columns are at their narrowest', () => {
    expect(shareMeasure([text(20, 40), figures(10)], 30, GAPS)).toMatchObject({ widths: [20, 10], excess: 4 });
  });

  it('fills the measure exactly or tells the excess, and gives no column less than its least (property)', () => {
    const need = fc
      .record({ kind: fc.constantFrom<ColumnNeeds['kind']>('text', 'figures'), least: fc.nat(60), more: fc.nat(80) })
      .map(({ kind, least, more }) => ({ kind, least: kind === 'text' ? least : least + more, natural: least + more }));
    fc.assert(
      fc.property(
        fc.array(need, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 400 }),
        (needs, measure) => {
          const { starts, widths, excess } = shareMeasure(needs, measure, GAPS);
          const end = (starts.at(-1) ?? 0) + (widths.at(-1) ?? 0);
          expect(end - excess).toBeCloseTo(measure, 6);
          needs.forEach(({ least }, at) => {
            expect(widths[at]).toBeGreaterThan(least - 1e-9);
            if (at > 0)
              expect((starts[at] ?? 0) - (starts[at - 1] ?? 0) - (widths[at - 1] ?? 0)).toBeGreaterThan(4 - 1e-9);
          });
        },
      ),
    );
  });
});

describe('areFigures', () => {
  it.each([[['1', '22', '−3']], [['2–1', '0–0', '–']], [['06.42', '18:55']], [['£2.40', '12%', '']], [['4.7 m', '½']]])(
    'takes %j for figures',
    (cells) => {
      expect(areFigures(cells)).toBe(true);
    },
  );

  it.each([[['8 July']], [['Quay 7', '3']], [['–', '']], [[]], [['020 7946 0000 / 0001 / 2']]])(
    'takes %j for text',
    (cells) => {
      expect(areFigures(cells)).toBe(false);
    },
  );
});

describe('decimalTails', () => {
  it.each([
    [['1.5', '12.25', '3'], 'en-GB', [2, 3, 0]],
    [['1,5', '1.250', '3'], 'de', [2, 0, 0]],
    [['1,250', '31.5'], 'en', [0, 2]],
    [['12.5%', '3%'], 'en', [3, 1]],
    [['1', '22'], 'en', [0, 0]],
    [['6.42–1.3', '5.5'], 'en', [0, 0]],
  ] as const)('of %j in "%s" are %j characters', (cells, language, tails) => {
    expect(decimalTails(cells, language)).toEqual(tails);
  });
});
