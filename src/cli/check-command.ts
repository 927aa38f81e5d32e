import { orderDiagnostics, stopsPress } from '../diagnostics/order.js';
import { type BuildOptions, type BuildResult, checkIssue } from '../pipeline.js';
import type { ExitStatus } from './exit-status.js';
import { locateIssue } from './locate-issue.js';
import { openDisk } from './open-disk.js';
import { setEditions } from './set-editions.js';
import { type TellFlags, tellOutcome } from './tell-outcome.js';
import type { Terminal } from './terminal.js';
import { type FinishedEdition, type SideFiles, writeOutputs } from './write-outputs.js';

/** The options of `check` as they were typed. */
export interface CheckFlags extends TellFlags, SideFiles {
  readonly edition?: string;
  readonly strict?: true;
}

/**
 * `broadsheet check`: everything but the PDF. Report and layout are written even where the press is stopped, since
 * finding out why is what the command is for.
 */
export async function runCheck(named: string, flags: CheckFlags, terminal: Terminal): Promise<ExitStatus> {
  const options = chooseOptions(named, flags, terminal);
  const disk = openDisk(terminal);
  const results = await setEditions(checkIssue, options, disk, terminal);
  const editions = results.flatMap(finishEdition);
  await writeOutputs(editions, flags, terminal);
  const diagnostics = orderDiagnostics(results.flatMap((result) => result.diagnostics));
  const stopped = stopsPress(diagnostics, { strict: options.strict });
  tellOutcome({ diagnostics, stopped, editions, timings: results.map((result) => result.timings) }, flags, terminal);
  return stopped ? 1 : 0;
}

function chooseOptions(named: string, flags: CheckFlags, terminal: Terminal): BuildOptions {
  return {
    issue: locateIssue(named, terminal.workingFolder),
    profiles: ['press'],
    strict: flags.strict === true,
    ...(flags.edition !== undefined && { edition: flags.edition }),
  };
}

function finishEdition({ edition, diagnostics, timings }: BuildResult): readonly FinishedEdition[] {
  if (edition === undefined) return [];
  return [{ edition, extras: { diagnostics: orderDiagnostics(diagnostics), timings, outputs: [] }, files: [] }];
}
