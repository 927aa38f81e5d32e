import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/manifest/calendar-date.js';
import { isoDate } from '../../src/model/issue.js';

describe('a date', () => {
  it('of any day has the weekday that the calendar gives it, and is written as it was', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1600-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (day) => {
        const text = day.toISOString().slice(0, 10);
        const date = readDate(text);
        expect(date?.weekday).toBe(day.getUTCDay());
        expect(date && isoDate(date)).toBe(text);
      }),
    );
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1599-12-31',
    '2026-7-8',
    '20260708',
    '2026-07-08T00:00',
    '',
  ])('cannot be %s', (text) => {
    expect(readDate(text)).toBeUndefined();
  });

  it('of a leap year has a 29th of February', () => {
    expect(readDate('2024-02-29')?.weekday).toBe(4);
    expect(readDate('2000-02-29')?.weekday).toBe(2);
  });
});
