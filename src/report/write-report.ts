import type { Edition } from '../model/edition.js';
import { describeReport, type ReportExtras } from './describe-report.js';

/** The report of an edition as JSON text, indented for people, with a line feed at the end. */
export function writeReport(edition: Edition, extras: ReportExtras): string {
  return `${JSON.stringify(describeReport(edition, extras), undefined, 2)}\n`;
}
