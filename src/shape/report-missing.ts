import type { Report } from '../diagnostics/diagnostic.js';
import type { StyledParagraph } from '../model/styled.js';
import { locateCharacter } from './locate-character.js';

/**
 * What each run has reported: a run has a report of its own, and paragraphs are set more than once while a story is made
 * to fit. It must not outlive the run: a preview that sets the issue again has to say it again.
 */
const reported = new WeakMap<Report, Set<string>>();

/**
 * Reports characters that no face has, each with the first word that it stands in, at the place where it was typed, and
 * once a file: what is wrong with a character in one paragraph is wrong with it in all.
 */
export function reportMissing(
  missing: ReadonlyMap<number, string>,
  paragraph: Pick<StyledParagraph, 'origin' | 'typed'>,
  report: Report,
): void {
  if (missing.size === 0) return;
  for (const [code, word] of missing) {
    if (!isNew(`${codePointName(code)} ${paragraph.origin.file}`, report)) continue;
    const shown = isPrintable(code) ? `"${String.fromCodePoint(code)}" ` : '';
    report({
      code: 'missing-glyph',
      severity: 'error',
      origin: locateCharacter(code, paragraph.origin, paragraph.typed ?? []),
      message: `no font has the character ${codePointName(code)} ${shown}of "${word}"`,
      hint: 'write it otherwise, or name a fallback font that has it',
    });
  }
}

/** Whether this is the first time that the run says so. */
export function isNew(what: string, report: Report): boolean {
  const known = reported.get(report) ?? new Set();
  reported.set(report, known);
  if (known.has(what)) return false;
  known.add(what);
  return true;
}

function codePointName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Whether a character can be shown in a message: not a control, a lone surrogate, or one for private use. */
function isPrintable(code: number): boolean {
  return !/[\p{C}\p{Z}\p{M}]/u.test(String.fromCodePoint(code));
}
