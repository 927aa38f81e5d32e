/* In: what preflight found. Out: a table for people on standard error, or one line of JSON each for programs. */

import type { Finding } from '../preflight/finding.js';
import type { PreflightKind } from '../preflight/rules.js';
import { count } from '../units/count.js';
import type { Terminal } from './terminal.js';

export interface PreflightOutcome {
  /** As people see it. */
  readonly file: string;
  readonly kind: PreflightKind;
  readonly pages: number;
  readonly findings: readonly Finding[];
}

/** Prints all findings, then what they come to. */
export function printFindings(outcome: PreflightOutcome, telling: { readonly json?: true }, terminal: Terminal): void {
  if (telling.json === true) {
    for (const finding of outcome.findings) terminal.out(`${JSON.stringify(record(outcome.file, finding))}\n`);
    return;
  }
  for (const line of tableOf(outcome.findings, terminal)) terminal.err(`${line}\n`);
  terminal.err(`${summarise(outcome)}\n`);
}

/** A finding as programs read it; keys that it lacks are left out. Places are in millimetres from the trim's top left. */
function record(file: string, finding: Finding) {
  const { rule, severity, page, label, xMm, yMm, message, hint, times } = finding;
  return { file, page, label, x: xMm, y: yMm, severity, code: rule, message, hint, times };
}

function tableOf(findings: readonly Finding[], { palette }: Terminal): readonly string[] {
  const places = findings.map(placeOf);
  const codes = findings.map(({ rule, severity }) => `${severity} ${rule}`);
  const placeWidth = Math.max(0, ...places.map((place) => place.length));
  const codeWidth = Math.max(0, ...codes.map((code) => code.length));
  return findings.flatMap(({ severity, message, hint, times }, row) => {
    const place = palette.place((places[row] as string).padEnd(placeWidth));
    const code = palette.severity[severity]((codes[row] as string).padEnd(codeWidth));
    const often = times > 1 ? ` (${times} times)` : '';
    const indent = ' '.repeat(placeWidth + codeWidth + 4);
    return [`${place}  ${code}  ${visible(message)}${often}`, `${indent}${palette.hint('hint:')} ${visible(hint)}`];
  });
}

/** `page 3 (A3), 12 × 14.7 mm`; the file as a whole has no place. */
function placeOf({ page, label, xMm, yMm }: Finding): string {
  if (page === undefined) return 'file';
  const named = label === undefined || label === String(page) ? `page ${page}` : `page ${page} (${visible(label)})`;
  return xMm === undefined || yMm === undefined ? named : `${named}, ${xMm} × ${yMm} mm`;
}

/** Names in a PDF are somebody else's text: they must neither steer the terminal nor break the line. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '\ufffd');
}

function summarise({ file, kind, pages, findings }: PreflightOutcome): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const counts = `${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}`;
  const verdict = errors > 0 ? `${counts}: this stops the press` : findings.length > 0 ? counts : 'nothing wrong';
  return `${file}: ${count(pages, 'page')}, judged as ${kind === 'ad' ? 'an advertisement' : 'a press file'}: ${verdict}`;
}
