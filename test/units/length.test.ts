import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLength, readLength, sameLength } from '../../src/units/length.js';

describe('a length', () => {
  it.each([
    ['9.5pt', 9.5],
    ['1in', 72],
    ['2.54cm', 72],
    ['25.4mm', 72],
    ['.5pt', 0.5],
    ['-3pt', -3],
    ['1p', 12],
    ['1p6', 18],
    ['1p6.5', 18.5],
    ['-1p6', -18],
    ['-0p6', -6],
    [' 12 mm ', 12 * (72 / 25.4)],
  ])('written %s is %d points', (text, points) => {
    expect(readLength(text)).toBeCloseTo(points, 9);
  });

  it.each([
    '',
    '12',
    'pt',
    '12px',
    '1.2.3pt',
    '1,5mm',
    '1e3pt',
    '12mmm',
    'p6',
    '1p-6',
    'Infinitypt',
    `${'9'.repeat(400)}pt`,
    `${'9'.repeat(400)}p`,
  ])('cannot be written "%s"', (text) => {
    expect(readLength(text)).toBeUndefined();
  });

  it('is written in the unit asked for, with two decimals at most', () => {
    expect(formatLength(72, 'mm')).toBe('25.4mm');
    expect(formatLength(10.501)).toBe('10.5pt');
  });

  it('reads back as what it was, to the hundredth that is written', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1000, max: 1000, noNaN: true }),
        fc.constantFrom('pt' as const, 'mm' as const),
        (points, unit) => {
          const back = readLength(formatLength(points, unit));
          expect(Math.abs((back ?? Number.NaN) - points)).toBeLessThan(unit === 'mm' ? 0.015 : 0.0051);
        },
      ),
    );
  });

  it('is the same as another within a thousandth of a point', () => {
    expect(sameLength(10, 10.0009)).toBe(true);
    expect(sameLength(10, 10.0011)).toBe(false);
  });
});
