import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoWeek } from '../../src/barcode/iso-week.js';
import { readDate } from '../../src/manifest/calendar-date.js';
import type { CalendarDate } from '../../src/model/issue.js';

const DAY = 86_400_000;

/** The week by way of its Thursday, whose year it belongs to. */
function weekByThursday(time: number): number {
  const weekday = (new Date(time).getUTCDay() + 6) % 7;
  const thursday = new Date(time + (3 - weekday) * DAY);
  return 1 + Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * DAY));
}

describe('the week of a date', () => {
  it.each([
    ['2026-01-01', 1],
    ['2027-01-03', 53],
    ['2024-12-30', 1],
    ['2023-01-01', 52],
    ['2026-07-08', 28],
  ])('of %s is %i', (date, week) => {
    expect(isoWeek(readDate(date) as CalendarDate)).toBe(week);
  });

  it('is that of its Thursday, for any day of the calendar', () => {
    const days = fc.integer({ min: Date.UTC(1700, 0, 1) / DAY, max: Date.UTC(9998, 0, 1) / DAY });
    fc.assert(
      fc.property(days, (count) => {
        const date = new Date(count * DAY).toISOString().slice(0, 10);
        expect(isoWeek(readDate(date) as CalendarDate)).toBe(weekByThursday(count * DAY));
      }),
      { numRuns: 2000 },
    );
  });
});
