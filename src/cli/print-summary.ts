import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Terminal } from './terminal.js';

/** What the summary tells of. */
interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the issue may not be printed as it is. */
  readonly stopped: boolean;
  readonly written: readonly WrittenPaper[];
}

/** A PDF that was written. */
export interface WrittenPaper {
  /** As people see the path. */
  readonly file: string;
  readonly bytes: number;
  readonly pages: number;
  readonly stories: number;
  readonly jumps: number;
}

/** Prints what was written, one file a line, and in the last line how the run ended. */
export function printSummary(outcome: Outcome, terminal: Terminal): void {
  for (const paper of outcome.written) terminal.err(`${describePaper(paper)}\n`);
  terminal.err(`${describeEnd(outcome)}\n`);
}

function describePaper(paper: WrittenPaper): string {
  const parts = [count(paper.pages, 'page'), count(paper.stories, 'story', 'stories'), count(paper.jumps, 'jump')];
  return `${paper.file}: ${parts.join(', ')}, ${formatBytes(paper.bytes)}`;
}

function describeEnd(outcome: Outcome): string {
  const errors = outcome.diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  const warnings = outcome.diagnostics.length - errors;
  const found = `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
  if (!outcome.stopped) return found;
  return `${found}: the press is stopped`;
}

/** A number with its noun: `1 story`, `2 stories`. */
function count(number: number, one: string, several = `${one}s`): string {
  return `${number} ${number === 1 ? one : several}`;
}

/** A file's size in the unit that keeps it short: `812 kB`, `1.4 MB`. */
function formatBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
