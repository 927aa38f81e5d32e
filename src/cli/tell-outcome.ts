/** In: what a run came to. Out: the words about it, in the order in which people want them: trouble, times, the end. */

import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { BuildResult } from '../pipeline.js';
import { summariseBuild } from '../report/summary.js';
import { count } from '../units/count.js';
import { printDiagnostics } from './print-diagnostics.js';
import { printTimings } from './print-timings.js';
import type { Terminal } from './terminal.js';
import { type Told, tell } from './told.js';
import type { FinishedEdition } from './write-outputs.js';

/** The options of every command that sets an issue and that say how it talks. */
export interface TellFlags {
  readonly json?: true;
  readonly quiet?: true;
  readonly timings?: true;
}

/** What a run came to. */
export interface RunOutcome {
  /** All trouble, in order and each once. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the issue may not be printed as it is. */
  readonly stopped: boolean;
  /** The editions that could be made up, with what was written of them. */
  readonly editions: readonly FinishedEdition[];
  /** Of every edition, made up or not. */
  readonly timings: readonly BuildResult['timings'][];
}

/**
 * Tells people on standard error, and programs on standard output where they asked with `--json`. Gives back what was
 * told.
 */
export function tellOutcome(outcome: RunOutcome, flags: TellFlags, terminal: Terminal): readonly Told[] {
  const told: Told[] = [];
  const notes: Terminal = {
    ...terminal,
    out: (text) => void told.push({ to: 'out', text }),
    err: (text) => void told.push({ to: 'err', text }),
  };
  printDiagnostics(outcome.diagnostics, { json: flags.json === true, quiet: flags.quiet === true }, notes);
  if (flags.timings === true) for (const timings of outcome.timings) printTimings(timings, notes);
  if (flags.quiet !== true) summarise(outcome, told);
  tell(told, timeOf(outcome), terminal);
  return told;
}

function timeOf({ timings }: RunOutcome): { readonly ms: number } {
  return { ms: timings.reduce((sum, { total }) => sum + total, 0) };
}

function summarise({ editions, diagnostics, stopped }: RunOutcome, told: Told[]): void {
  for (const { edition, extras } of editions) {
    for (const line of summariseBuild(edition, extras)) told.push({ to: 'err', text: `${line}\n` });
  }
  if (editions.length > 0) told.push({ to: 'time' });
  if (stopped) told.push({ to: 'err', text: `${whyStopped(editions, diagnostics)}\n` });
}

function whyStopped(editions: readonly FinishedEdition[], diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  const reason =
    errors > 0 ? count(errors, 'error') : `${count(diagnostics.length, 'warning')}, and --strict was given`;
  const written = editions.some(({ extras }) => extras.outputs.length > 0);
  return `the press is stopped by ${reason}: ${written ? 'this is a proof' : 'no PDF was written'}`;
}
