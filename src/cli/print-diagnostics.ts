import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { formatDiagnostic, recordDiagnostic } from '../diagnostics/format.js';
import type { Terminal } from './terminal.js';

/** How diagnostics are told. */
export interface Telling {
  /** One line of JSON each on standard output, in place of text on standard error. */
  readonly json: boolean;
  /** Errors alone. Has no say over JSON, which is for programs. */
  readonly quiet: boolean;
}

/** Tells each problem, in the order given. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], telling: Telling, terminal: Terminal): void {
  for (const diagnostic of diagnostics) {
    if (telling.json) terminal.out(`${JSON.stringify(recordDiagnostic(diagnostic))}\n`);
    else if (diagnostic.severity === 'error' || !telling.quiet) {
      terminal.err(`${formatDiagnostic(diagnostic, terminal.palette)}\n`);
    }
  }
}
