import type { Barcode, BarcodePlan } from '../model/barcode.js';
import type { CalendarDate } from '../model/issue.js';
import { numberBarcode } from './number-barcode.js';

/** The bar code of one issue. The encoder is loaded late: most nights print no bar code, or set pages that have none. */
export async function makeBarcode(plan: BarcodePlan, date: CalendarDate, issueNumber: number): Promise<Barcode> {
  const { encodeBars } = await import('./encode-bars.js');
  const number = numberBarcode(plan, date, issueNumber);
  return { plan, number, bars: encodeBars(number) };
}
