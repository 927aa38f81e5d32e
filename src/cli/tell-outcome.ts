/** In: what a run came to. Out: the words about it, in the order in which people want them: trouble, times, the end. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { printDiagnostics } from './print-diagnostics.js';
import { printSummary, type WrittenPaper } from './print-summary.js';
import { printTimings, type Timings } from './print-timings.js';
import type { Terminal } from './terminal.js';

/** The options of every command that sets an issue and that say how it talks. */
export interface TellFlags {
  readonly json?: true;
  readonly quiet?: true;
  readonly timings?: true;
}

/** What a run came to: its trouble in order and each once, and what it wrote. */
export interface RunOutcome {
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the issue may not be printed as it is. */
  readonly stopped: boolean;
  readonly written: readonly WrittenPaper[];
  /** Of each edition. */
  readonly timings: readonly Timings[];
}

/** Tells people on standard error, and programs on standard output where they asked with `--json`. */
export function tellOutcome(outcome: RunOutcome, flags: TellFlags, terminal: Terminal): void {
  printDiagnostics(outcome.diagnostics, { json: flags.json === true, quiet: flags.quiet === true }, terminal);
  if (flags.timings === true) for (const timings of outcome.timings) printTimings(timings, terminal);
  if (flags.quiet !== true) printSummary(outcome, terminal);
}
