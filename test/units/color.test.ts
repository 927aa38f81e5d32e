import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLACK, isSolidBlack, readColor, tint, totalInk, WHITE } from '../../src/units/color.js';

describe('a colour', () => {
  it.each([
    ['cmyk(0 90 80 5)', { type: 'cmyk', c: 0, m: 0.9, y: 0.8, k: 0.05 }],
    ['cmyk(0, 90, 80, 5)', { type: 'cmyk', c: 0, m: 0.9, y: 0.8, k: 0.05 }],
    ['cmyk(0% 90% 80% 5%)', { type: 'cmyk', c: 0, m: 0.9, y: 0.8, k: 0.05 }],
    ['gray(20)', { type: 'cmyk', c: 0, m: 0, y: 0, k: 0.2 }],
    [' gray(12.5%) ', { type: 'cmyk', c: 0, m: 0, y: 0, k: 0.125 }],
  ])('written %s is made of process inks', (text, color) => {
    expect(readColor(text)).toEqual(color);
  });

  it.each([
    '',
    'red',
    '#ff0000',
    'rgb(1 2 3)',
    'cmyk(0 90 80)',
    'cmyk(0 90 80 5 1)',
    'cmyk(0 190 80 5)',
    'cmyk(-1 0 0 0)',
    'gray()',
    'gray(1 2)',
    'cmyk(1.2.3 0 0 0)',
  ])('cannot be written "%s"', (text) => {
    expect(readColor(text)).toBeUndefined();
  });

  it('never takes more than 400 per cent of ink', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 4, maxLength: 4 }), (inks) => {
        const color = readColor(`cmyk(${inks.map((ink) => ink.toFixed(3)).join(' ')})`);
        expect(color && totalInk(color)).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('is solid black when black ink alone is full', () => {
    expect([BLACK, WHITE, tint(1), tint(0.99)].map(isSolidBlack)).toEqual([true, false, true, false]);
    expect(isSolidBlack({ type: 'cmyk', c: 0.1, m: 0, y: 0, k: 1 })).toBe(false);
    expect(isSolidBlack({ type: 'gray', ink: 1 })).toBe(true);
  });
});
