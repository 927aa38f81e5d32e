import { join, parse, resolve } from 'node:path';
import type { CalendarDate } from '../model/issue.js';
import type { Profile } from '../write-profile.js';
import { formatPageList } from './page-list.js';

/** What decides the name of a PDF. */
export interface OutputPlan {
  /** What `-o` says: a file where it ends in `.pdf`, a folder otherwise. `out` without it. */
  readonly output?: string | undefined;
  readonly paper: string;
  readonly date: CalendarDate;
  /** Named where the issue has several editions. */
  readonly edition: string | undefined;
  /** Named where not all pages are built. */
  readonly pages?: readonly number[] | undefined;
  readonly profile: Profile;
  /** Whether files of other profiles are written beside it. */
  readonly among: 'alone' | 'several';
}

/**
 * The absolute path of a PDF: `out/harbour-2026-07-08.pdf`, with the edition's name where there are several. A proof,
 * the reader's copy or a part of the issue carries that in its name, so that it never takes the place of the file for the
 * press. A file that is named alone keeps the name that it was given.
 */
export function nameOutput(plan: OutputPlan, workingFolder: string): string {
  const output = plan.output ?? 'out';
  if (output.toLowerCase().endsWith('.pdf')) {
    const named = forEdition(resolve(workingFolder, output), plan.edition);
    return plan.among === 'alone' || plan.profile === 'press' ? named : forEdition(named, plan.profile);
  }
  const parts = [plan.paper, formatDate(plan.date)];
  if (plan.edition !== undefined) parts.push(plan.edition);
  if (plan.pages !== undefined) parts.push(`p${formatPageList(plan.pages)}`);
  if (plan.profile !== 'press') parts.push(plan.profile);
  return join(resolve(workingFolder, output), `${parts.join('-')}.pdf`);
}

/** What decides the name of a page's file. */
export interface PagePlan extends Pick<OutputPlan, 'output' | 'paper' | 'date'> {
  readonly edition: string;
  /** Label of the page, as printed. */
  readonly page: string;
}

/**
 * The absolute path of a page's file by the paper's pattern: `HC_{date}_{edition}_{page}.pdf` gives
 * `out/HC_20260708_national_A01.pdf`. Page numbers have two digits, so that files sort as pages do.
 */
export function namePageFile(pattern: string, plan: PagePlan, workingFolder: string): string {
  const words: Readonly<Record<string, string>> = {
    paper: plan.paper,
    date: formatDate(plan.date).replaceAll('-', ''),
    edition: plan.edition,
    page: plan.page.replace(/\d+$/, (number) => number.padStart(2, '0')).replaceAll(/[^\p{L}\p{N}._-]/gu, '-'),
  };
  const name = pattern.replaceAll(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
  return join(resolve(workingFolder, plan.output ?? 'out'), name);
}

/** Puts the edition's name before the file's ending, where there are several editions: `report-harbour.json`. */
export function forEdition(path: string, edition: string | undefined): string {
  if (edition === undefined) return path;
  const { dir, name, ext } = parse(path);
  return join(dir, `${name}-${edition}${ext}`);
}

/** ISO 8601: `2026-07-08`. */
function formatDate(date: CalendarDate): string {
  const digits = (value: number, count: number): string => String(value).padStart(count, '0');
  return `${digits(date.year, 4)}-${digits(date.month, 2)}-${digits(date.day, 2)}`;
}
