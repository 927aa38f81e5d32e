import { afterEach, beforeEach } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import { fakeTerminal } from './fake-terminal.js';
import { type TinyIssue, writeTinyIssue } from './tiny-issue.js';

/** Runs a command on the issue as a script does, and gives back how it ended and what it said. */
export type RunOnIssue = (
  ...args: readonly string[]
) => Promise<{ readonly status: number; readonly out: string; readonly err: string }>;

/** Gives every test of a file a tiny issue of its own, whose cache lies in its folder. `issue` is that of the test that runs. */
export function useTinyIssue(): { readonly issue: TinyIssue; readonly run: RunOnIssue } {
  let current: TinyIssue;
  beforeEach(async () => {
    current = await writeTinyIssue();
  });
  afterEach(() => current.discard());
  const issue: TinyIssue = {
    get folder() {
      return current.folder;
    },
    write: (path, content) => current.write(path, content),
    spoil: (path, piece, instead) => current.spoil(path, piece, instead),
    remove: (path) => current.remove(path),
    path: (path) => current.path(path),
    discard: () => current.discard(),
  };
  const run: RunOnIssue = async (...args) => {
    const terminal = fakeTerminal(issue.folder, { environment: { BROADSHEET_CACHE: issue.path('cache') } });
    return { status: await runCommandLine(args, terminal), ...terminal.said };
  };
  return { issue, run };
}
