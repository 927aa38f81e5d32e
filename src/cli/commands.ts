import { type BuildFlags, runBuild } from './build-command.js';
import { type CheckFlags, runCheck } from './check-command.js';
import type { ExitStatus } from './exit-status.js';
import { explainFailure } from './explain-failure.js';
import { type FitFlags, runFit } from './fit-command.js';
import type { ProgramNote } from './note-commands.js';
import { type PreflightFlags, runPreflight } from './preflight-command.js';
import { runSchema } from './schema-command.js';
import type { Terminal } from './terminal.js';
import { type Shell, writeCompletion } from './write-completion.js';
import { writeManual } from './write-manual.js';

/** A command as it was typed, its options read. */
export type Call =
  | { readonly type: 'build'; readonly issue: string; readonly flags: BuildFlags }
  | { readonly type: 'check'; readonly issue: string; readonly flags: CheckFlags }
  | { readonly type: 'fit'; readonly issue: string | undefined; readonly flags: FitFlags }
  | { readonly type: 'preflight'; readonly file: string; readonly flags: PreflightFlags }
  | { readonly type: 'schema'; readonly folder: string }
  | { readonly type: 'completion'; readonly shell: Shell; readonly program: ProgramNote }
  | { readonly type: 'manual'; readonly program: ProgramNote };

/**
 * Runs a command. Never throws: what goes wrong is told in a sentence and comes back as an exit status. `standing`: the
 * key under which a sound build is kept for the next one.
 */
export async function runCommand(call: Call, terminal: Terminal, standing?: string): Promise<ExitStatus> {
  try {
    return await dispatch(call, terminal, standing);
  } catch (error) {
    return explainFailure(error, terminal);
  }
}

function dispatch(call: Call, terminal: Terminal, standing?: string): Promise<ExitStatus> {
  switch (call.type) {
    case 'build':
      return runBuild(call.issue, call.flags, terminal, standing);
    case 'check':
      return runCheck(call.issue, call.flags, terminal);
    case 'fit':
      return runFit(call.issue, call.flags, terminal);
    case 'preflight':
      return runPreflight(call.file, call.flags, terminal);
    case 'schema':
      return runSchema(call.folder, terminal);
    case 'completion':
      return print(writeCompletion(call.shell, call.program), terminal);
    case 'manual':
      return print(writeManual(call.program), terminal);
  }
}

async function print(text: string, terminal: Terminal): Promise<ExitStatus> {
  terminal.out(text);
  return 0;
}
