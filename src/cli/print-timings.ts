import type { BuildResult } from '../pipeline.js';
import type { Terminal } from './terminal.js';

/** Prints a table of milliseconds, one stage a line, the whole last. */
export function printTimings(timings: BuildResult['timings'], terminal: Terminal): void {
  const rows = [...Object.entries(timings.stages), ['total', timings.total] as const];
  const nameWidth = Math.max(...rows.map(([name]) => name.length));
  for (const [name, ms] of rows) {
    terminal.err(`${name.padEnd(nameWidth)} ${ms.toFixed(1).padStart(9)} ms\n`);
  }
}
