import type { Origin, Report } from '../diagnostics/diagnostic.js';
import { hintForName } from '../diagnostics/suggest.js';
import { problem } from './problem.js';

/** What a jump line, a "from" line and a refer may name. */
export const PAGE_WORDS: readonly string[] = ['page'];

/** What furniture may name. */
export const FURNITURE_WORDS: readonly string[] = [
  'page',
  'paper',
  'weekday',
  'date',
  'number',
  'section',
  'price',
  'place',
  'edition',
];

/** Reports `bad-value` for words in braces that nothing is put in for: they would be printed as they stand. */
export function checkWording(text: string, known: readonly string[], at: Origin, report: Report): void {
  for (const [written, word] of text.matchAll(/\{([^{}]*)\}/g)) {
    if (known.includes(word as string)) continue;
    report(
      problem('bad-value', at, `nothing is put in for "${written}"`, hintForName(word as string, known, 'wording')),
    );
  }
}
