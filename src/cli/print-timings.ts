import type { Terminal } from './terminal.js';

/** Milliseconds of a build, whole and by stage, in the order in which the stages ran. */
export interface Timings {
  readonly total: number;
  readonly stages: Readonly<Record<string, number>>;
}

/** Prints a table of milliseconds, one stage a line, the whole last. */
export function printTimings(timings: Timings, terminal: Terminal): void {
  const rows = [...Object.entries(timings.stages), ['total', timings.total] as const];
  const nameWidth = Math.max(...rows.map(([name]) => name.length));
  for (const [name, ms] of rows) {
    terminal.err(`${name.padEnd(nameWidth)} ${ms.toFixed(1).padStart(9)} ms\n`);
  }
}
