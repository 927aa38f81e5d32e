/*
 * The number in a newspaper's bar code. A serial's number is 977, the first seven digits of its ISSN, two digits of
 * variant and the check digit of EAN-13 (ISSN Manual, "ISSN and bar codes"; GS1 General Specifications, "Serial
 * publications (ISSN)"). What the variant and the add-on say is left to the trade, which keeps to this: a daily has its
 * price in the variant's first digit and the weekday in the second, Monday being 1, and the week in the add-on, so that a
 * copy which comes back tells its day. Other papers have 00 and upwards for prices, and count weeks, months or issues.
 */
import type { BarcodeNumber, BarcodePlan } from '../model/barcode.js';
import type { CalendarDate } from '../model/issue.js';
import { isoWeek, isoWeekday } from './iso-week.js';

/** GS1's prefix of all serials. */
const SERIAL = '977';

/** The number of one issue, by its day and its number. */
export function numberBarcode(plan: BarcodePlan, date: CalendarDate, issueNumber: number): BarcodeNumber {
  const digits = `${SERIAL}${plan.issn}${variantOf(plan, date)}`;
  return { main: `${digits}${checkDigit(digits)}`, addOn: twoDigits(countOf(plan, date, issueNumber)) };
}

function variantOf({ frequency, variant }: BarcodePlan, date: CalendarDate): string {
  return twoDigits(frequency === 'daily' ? variant * 10 + isoWeekday(date) : variant);
}

function countOf({ frequency }: BarcodePlan, date: CalendarDate, issueNumber: number): number {
  switch (frequency) {
    case 'daily':
    case 'weekly':
      return isoWeek(date);
    case 'monthly':
      return date.month;
    case 'irregular':
      return issueNumber % 100;
  }
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** Weights 1 and 3 from the left, made up to a ten (ISO/IEC 15420, Annex A). */
function checkDigit(digits: string): number {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10;
}
