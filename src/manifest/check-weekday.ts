import type { Origin, Report } from '../diagnostics/diagnostic.js';
import { suggestName } from '../diagnostics/suggest.js';
import type { CalendarDate } from '../model/issue.js';
import { weekdayNames } from '../units/weekday-names.js';
import { problem } from './problem.js';

/**
 * Checks a weekday that the desk wrote beside the date: in full and in any case, in the paper's language or in English.
 * Reports `wrong-weekday`, and `bad-value` for what is no weekday.
 */
export function checkWeekday(written: string, date: CalendarDate, language: string, at: Origin, report: Report): void {
  const languages = [weekdayNames(language), weekdayNames('en')];
  const spoken = languages.find((names) => findDay(names, written) >= 0);
  if (!spoken) {
    reportUnknown(written, date, languages, at, report);
    return;
  }
  const meant = findDay(spoken, written);
  if (meant === date.weekday) return;
  const right = spoken[date.weekday] as string;
  const message = `the date is a ${right}, not a ${spoken[meant]}`;
  report(problem('wrong-weekday', at, message, `write ${right}, or correct the date`));
}

function findDay(names: readonly string[], written: string): number {
  const plain = plainName(written);
  return names.findIndex((name) => plainName(name) === plain);
}

/** The name in small letters, composed, and without the joiner that Persian names may be written with or not. */
function plainName(name: string): string {
  return name.normalize('NFC').toLowerCase().replaceAll('\u200c', '').trim();
}

function reportUnknown(
  written: string,
  date: CalendarDate,
  languages: readonly (readonly string[])[],
  at: Origin,
  report: Report,
): void {
  const near = suggestName(written, languages.flat());
  const hint = near === undefined ? `write ${languages[0]?.[date.weekday]}` : `did you mean "${near}"?`;
  report(problem('bad-value', at, `"${written}" is not a weekday`, hint));
}
