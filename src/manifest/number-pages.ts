import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { Checked } from './check-document.js';
import type { IssueInput, PageEntry } from './issue-schema.js';
import { problem } from './problem.js';

/** A page of the manifest with its place in the issue. */
export interface NumberedPage {
  /** Its key in the manifest, for origins. */
  readonly key: string;
  readonly number: number;
  /** As printed. */
  readonly label: string;
  readonly entry: PageEntry;
  /** Where its key stands. */
  readonly origin: Origin;
}

/**
 * Puts the pages in order. Keys that are all numbers count the pages; where one is a label, as A1, the pages come in
 * the order in which they are written. Reports `page-count` for gaps and for counts that the press cannot fold, and
 * `duplicate-key` for a label that two pages carry. `counts` are the press's page counts; none allows any.
 */
export function numberPages(
  manifest: Checked<IssueInput>,
  counts: readonly number[],
  report: Report,
): readonly NumberedPage[] {
  const entries = inOrder(manifest);
  const counted = entries.every(([key]) => /^\d{1,4}$/.test(key));
  const pages = entries.map(([key, entry], index): NumberedPage => {
    const number = counted ? Number(key) : index + 1;
    return { key, number, label: entry.label ?? key, entry, origin: manifest.keyOrigin(['pages', key]) };
  });
  if (counted) pages.sort((a, b) => a.number - b.number);
  checkLabels(pages, report);
  if (!manifest.partial) checkCount(pages, counts, manifest, report);
  return pages;
}

/** Entries as written: an object lists keys that are numbers before all others. */
function inOrder(manifest: Checked<IssueInput>): readonly (readonly [string, PageEntry])[] {
  const placed = Object.entries(manifest.value.pages).map(([key, entry]) => ({
    key,
    entry,
    at: manifest.keyOrigin(['pages', key]),
  }));
  placed.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  return placed.map(({ key, entry }) => [key, entry] as const);
}

function checkLabels(pages: readonly NumberedPage[], report: Report): void {
  const first = new Map<string, NumberedPage>();
  for (const page of pages) {
    const other = first.get(page.label);
    if (!other) first.set(page.label, page);
    else {
      const message = `pages "${other.key}" and "${page.key}" are both printed as "${page.label}"`;
      report(problem('duplicate-key', page.origin, message, 'give one of them another label'));
    }
  }
}

function checkCount(
  pages: readonly NumberedPage[],
  counts: readonly number[],
  manifest: Checked<IssueInput>,
  report: Report,
): void {
  const gap = pages.find((page, index) => page.number !== index + 1);
  if (gap) {
    const wanted = pages.indexOf(gap) + 1;
    const message = `page ${gap.number} stands where page ${wanted} should be`;
    report(
      problem(
        'page-count',
        gap.origin,
        message,
        `pages run from 1 without gaps: add page ${wanted}, or number the pages anew`,
      ),
    );
    return;
  }
  if (pages.length > 0 && (counts.length === 0 || counts.includes(pages.length))) return;
  const message = `the issue has ${pages.length} page${pages.length === 1 ? '' : 's'}`;
  report(problem('page-count', manifest.keyOrigin(['pages']), message, countHint(pages.length, counts)));
}

function countHint(count: number, counts: readonly number[]): string {
  if (counts.length === 0) return 'add the pages of the issue, from 1';
  const sorted = [...counts].sort((a, b) => a - b);
  const next = sorted.find((each) => each > count);
  const advice = next === undefined ? `take out ${count - (sorted.at(-1) as number)}` : `add ${next - count}`;
  return `the press can fold ${sorted.join(', ')} pages: ${advice}`;
}
