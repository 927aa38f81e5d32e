import type { Diagnostic } from './diagnostic.js';
import { byCodeUnit } from './suggest.js';

/** In: problems as they were found. Out: each once, in the order of the files' text. */
export function orderDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const key = identityOf(diagnostic);
    if (!seen.has(key)) seen.set(key, diagnostic);
  }
  return [...seen.values()].sort(byPlace);
}

/**
 * Whether these problems stop the press: any error does, and with `strict` any warning as well.
 */
export function stopsPress(diagnostics: readonly Diagnostic[], rules: { readonly strict: boolean }): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error' || rules.strict);
}

/** Two problems are the same one when they have one cause, one place and one wording. */
function identityOf(diagnostic: Diagnostic): string {
  const { origin } = diagnostic;
  return JSON.stringify([origin.file, origin.line, origin.column, diagnostic.code, diagnostic.message]);
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    byCodeUnit(a.origin.file, b.origin.file) ||
    a.origin.line - b.origin.line ||
    a.origin.column - b.origin.column ||
    byCodeUnit(a.severity, b.severity) ||
    byCodeUnit(a.code, b.code) ||
    byCodeUnit(a.message, b.message)
  );
}
