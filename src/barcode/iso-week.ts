import type { CalendarDate } from '../model/issue.js';

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** The weekday as ISO 8601 counts it: Monday is 1, Sunday 7. */
export function isoWeekday({ weekday }: CalendarDate): number {
  return weekday === 0 ? 7 : weekday;
}

/** The week of a date, 1 to 53: weeks run from Monday, and the first has the year's first Thursday (ISO 8601-1, 3.1.1.23). */
export function isoWeek(date: CalendarDate): number {
  const week = Math.floor((dayOfYear(date) - isoWeekday(date) + 10) / 7);
  if (week === 0) return weeksIn(date.year - 1);
  return week > weeksIn(date.year) ? 1 : week;
}

function dayOfYear({ year, month, day }: CalendarDate): number {
  const leapDay = isLeap(year) && month > 2 ? 1 : 0;
  return (DAYS_BEFORE_MONTH[month - 1] as number) + leapDay + day;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** A year has a 53rd week where it ends on a Thursday, or the year before ended on a Wednesday. */
function weeksIn(year: number): 52 | 53 {
  return lastWeekday(year) === 4 || lastWeekday(year - 1) === 3 ? 53 : 52;
}

/** Weekday of 31 December, 0 for Sunday: each year moves it on by a day, each leap year by two. */
function lastWeekday(year: number): number {
  return (year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)) % 7;
}
