import type { CalendarDate } from '../model/issue.js';

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reads `2026-07-08`, years 1600 to 9999 of the Gregorian calendar. Undefined when there is no such day. */
export function readDate(text: string): CalendarDate | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (!parts) return undefined;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  if (year < 1600 || month < 1 || month > 12 || day < 1 || day > daysIn(month, year)) return undefined;
  return { year, month, day, weekday: weekdayOf(year, month, day) };
}

function daysIn(month: number, year: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (DAYS[month - 1] as number);
}

/** Days that the months before this one shift the weekday by; March begins the year, so that leap days end it. */
const SHIFTS = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];

/** Weekday of a Gregorian date, 0 for Sunday (Sakamoto's method, comp.lang.c, 1993). */
function weekdayOf(year: number, month: number, day: number): number {
  const y = month < 3 ? year - 1 : year;
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return (y + leaps + (SHIFTS[month - 1] as number) + day) % 7;
}
