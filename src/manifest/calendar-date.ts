import type { CalendarDate } from '../model/issue.js';
import { daysIn, weekdayOf } from '../units/calendar.js';

/** Reads `2026-07-08`, years 1600 to 9999 of the Gregorian calendar. Undefined when there is no such day. */
export function readDate(text: string): CalendarDate | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (!parts) return undefined;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  if (year < 1600 || month < 1 || month > 12 || day < 1 || day > daysIn(month, year)) return undefined;
  return { year, month, day, weekday: weekdayOf(year, month, day) };
}
