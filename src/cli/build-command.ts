import { orderDiagnostics, stopsPress } from '../diagnostics/order.js';
import { sha256 } from '../host/hash.js';
import type { Files } from '../model/files.js';
import { type BuildOptions, type BuildResult, buildIssue } from '../pipeline.js';
import type { ExitStatus } from './exit-status.js';
import { locateIssue } from './locate-issue.js';
import { nameOutput } from './name-output.js';
import { openDisk, setEditions } from './set-editions.js';
import { type TellFlags, tellOutcome } from './tell-outcome.js';
import type { Terminal } from './terminal.js';
import { editionSuffix, type FinishedEdition, type SideFiles, writeOutputs } from './write-outputs.js';

/** The options of `build` as they were typed. */
export interface BuildFlags extends TellFlags, SideFiles {
  readonly output?: string;
  readonly pages?: readonly number[];
  readonly profile: 'press' | 'proof';
  readonly edition?: string;
  readonly strict?: true;
}

/**
 * `broadsheet build`: sets the issue and writes a PDF for each edition. Where the press is stopped nothing at all is
 * written, not even the report; a proof is written all the same, if there are pages to show.
 */
export async function runBuild(named: string, flags: BuildFlags, terminal: Terminal): Promise<ExitStatus> {
  const options = chooseOptions(named, flags, terminal);
  const disk = openDisk(terminal);
  const results = await setEditions(buildIssue, options, disk, terminal);
  const diagnostics = orderDiagnostics(results.flatMap((result) => result.diagnostics));
  const stopped = stopsPress(diagnostics, { strict: options.strict });
  const writes = !stopped || flags.profile === 'proof';
  const kept = writes ? results : results.map(withoutPdf);
  const editions = kept.flatMap((result) => finishEdition(result, flags, disk, terminal));
  if (writes) await writeOutputs(editions, flags, terminal);
  tellOutcome({ diagnostics, stopped, editions, timings: results.map((result) => result.timings) }, flags, terminal);
  return stopped ? 1 : 0;
}

function chooseOptions(named: string, flags: BuildFlags, terminal: Terminal): BuildOptions {
  return {
    issue: locateIssue(named, terminal.workingFolder),
    profile: flags.profile,
    strict: flags.strict === true,
    ...(flags.edition !== undefined && { edition: flags.edition }),
    ...(flags.pages !== undefined && { pages: flags.pages }),
  };
}

/** One edition's fault stops them all: the desk sends a night's editions out together. */
function withoutPdf({ pdf: _, ...rest }: BuildResult): BuildResult {
  return rest;
}

function finishEdition(
  result: BuildResult,
  flags: BuildFlags,
  disk: Files,
  terminal: Terminal,
): readonly FinishedEdition[] {
  const { edition, timings, pdf } = result;
  if (edition === undefined) return [];
  const diagnostics = orderDiagnostics(result.diagnostics);
  if (pdf === undefined) return [{ edition, extras: { diagnostics, timings, outputs: [] } }];
  const named = { paper: edition.issue.paper.id, date: edition.issue.date, edition: editionSuffix(edition) };
  const path = nameOutput({ ...flags, ...named }, terminal.workingFolder);
  const outputs = [{ file: disk.display(path), sha256: sha256(pdf), bytes: pdf.length }];
  return [{ edition, extras: { diagnostics, timings, outputs }, pdf: { path, bytes: pdf } }];
}
