import { type ExitStatus, UsageError } from './exit-status.js';
import type { Terminal } from './terminal.js';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a file stands where a folder should be',
  EEXIST: 'a file stands where a folder should be',
};

/** Says in one sentence why a command gave up, and which exit status that is. A stack only with `BROADSHEET_DEBUG`. */
export function explainFailure(error: unknown, terminal: Terminal): ExitStatus {
  if (terminal.environment.BROADSHEET_DEBUG) terminal.err(`${error instanceof Error ? error.stack : String(error)}\n`);
  if (error instanceof UsageError) {
    terminal.err(`error: ${error.message}\n`);
    return 2;
  }
  terminal.err(`error: ${refusalOf(error) ?? bugReport(error)}\n`);
  return 1;
}

/** What the disk refused to do, where that is the reason. */
function refusalOf(error: unknown): string | undefined {
  const { code, path } = error as NodeJS.ErrnoException;
  const reason = code === undefined ? undefined : REASONS[code];
  if (reason === undefined || path === undefined) return undefined;
  return `cannot write "${path}": ${reason}`;
}

function bugReport(error: unknown): string {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const sentence = what.split('\n')[0] ?? what;
  return `Broadsheet itself failed (${sentence}); nothing was written; set BROADSHEET_DEBUG=1 to see where`;
}
