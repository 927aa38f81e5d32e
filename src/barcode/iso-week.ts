import type { CalendarDate } from '../model/issue.js';
import { daysIn, weekdayOf } from '../units/calendar.js';

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
  let days = day;
  for (let before = 1; before < month; before++) days += daysIn(before, year);
  return days;
}

/** A year has a 53rd week where it ends on a Thursday, or the year before ended on a Wednesday. */
function weeksIn(year: number): 52 | 53 {
  return weekdayOf(year, 12, 31) === 4 || weekdayOf(year - 1, 12, 31) === 3 ? 53 : 52;
}
