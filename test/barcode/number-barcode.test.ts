import { describe, expect, it } from 'vitest';
import { numberBarcode } from '../../src/barcode/number-barcode.js';
import { readDate } from '../../src/manifest/calendar-date.js';
import type { BarcodePlan } from '../../src/model/barcode.js';
import type { CalendarDate } from '../../src/model/issue.js';

const day = (text: string) => readDate(text) as CalendarDate;

function plan(more: Partial<BarcodePlan>): BarcodePlan {
  const origin = { file: 'paper.yaml', line: 1, column: 1 };
  return { issn: '1234567', frequency: 'daily', variant: 0, module: 1, reduction: 0, origin, ...more };
}

describe('the number in a bar code', () => {
  it('is that of the ISSN Manual’s own example, for a paper without variants', () => {
    const { main } = numberBarcode(plan({ issn: '0317847', frequency: 'weekly' }), day('2026-07-08'), 1);
    expect(main).toBe('9770317847001');
  });

  it('tells the price and the weekday of a daily, Monday 1 and Sunday 7, and its week beside it', () => {
    const numbers = ['2026-07-06', '2026-07-08', '2026-07-12', '2026-07-13'].map((date) =>
      numberBarcode(plan({ variant: 4 }), day(date), 8123),
    );
    expect(numbers.map(({ main, addOn }) => `${main.slice(10, 12)} ${addOn}`)).toEqual([
      '41 28',
      '43 28',
      '47 28',
      '41 29',
    ]);
  });

  it.each([
    ['weekly', '28'],
    ['monthly', '07'],
    ['irregular', '23'],
  ] as const)('counts a %s paper in its add-on, and leaves the variant as it is written', (frequency, addOn) => {
    const number = numberBarcode(plan({ frequency, variant: 12 }), day('2026-07-08'), 8123);
    expect(number.addOn).toBe(addOn);
    expect(number.main.slice(0, 12)).toBe('977123456712');
  });

  it('ends in the digit that makes its weighted sum a whole ten', () => {
    for (let variant = 0; variant < 100; variant += 1) {
      const { main } = numberBarcode(plan({ frequency: 'weekly', variant }), day('2026-07-08'), 1);
      const sum = [...main].reverse().reduce((total, digit, index) => total + Number(digit) * (index % 2 ? 3 : 1), 0);
      expect(sum % 10).toBe(0);
    }
  });
});
