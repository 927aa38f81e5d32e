import type { Issue, IssuePage } from '../model/issue.js';
import type { TextStyle } from '../model/style.js';
import { weekdayName, writtenDate } from './calendar.js';

/** What `{name}` stands for in computed text. */
export type WordingValues = Readonly<Record<string, string>>;

/** Puts values into a wording; a name that has none is left out. */
export function fillWording(wording: string, values: WordingValues): string {
  return wording.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '').trim();
}

/** The words of a jump line, a "from" line or a refer's page line. */
export function pageWording(style: TextStyle, page: string): string {
  return fillWording(style.text ?? '{page}', { page });
}

/** What furniture may print: everything that is computed from the issue and its place in it. */
export function furnitureValues(issue: Issue, page: IssuePage, edition: string): WordingValues {
  const { paper, date } = issue;
  return {
    page: page.label,
    paper: paper.name,
    weekday: weekdayName(date, paper.language),
    date: writtenDate(date, paper.language),
    number: String(issue.number),
    section: page.section ?? page.template.section ?? '',
    price: paper.price ?? '',
    place: paper.place ?? '',
    edition,
  };
}
