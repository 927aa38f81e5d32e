import { orderDiagnostics, stopsPress } from '../diagnostics/order.js';
import type { Files } from '../model/files.js';
import { type BuildOptions, type BuildResult, buildIssue } from '../pipeline.js';
import type { ExitStatus } from './exit-status.js';
import { locateIssue } from './locate-issue.js';
import { nameOutput } from './name-output.js';
import type { WrittenPaper } from './print-summary.js';
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
  const finished = stopped && flags.profile === 'press' ? [] : finishEditions(results, flags, terminal);
  await writeOutputs(finished, flags, disk, terminal);
  const written = finished.flatMap((paper) => describePaper(paper, disk));
  const timings = results.map((result) => result.timings);
  tellOutcome({ diagnostics, stopped, written, timings }, flags, terminal);
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

function finishEditions(
  results: readonly BuildResult[],
  flags: BuildFlags,
  terminal: Terminal,
): readonly FinishedEdition[] {
  const finished: FinishedEdition[] = [];
  for (const { edition, pdf, diagnostics, timings } of results) {
    if (edition === undefined || pdf === undefined) continue;
    const { id: paper } = edition.issue.paper;
    const named = { paper, date: edition.issue.date, edition: editionSuffix(edition) };
    const path = nameOutput({ ...flags, ...named }, terminal.workingFolder);
    finished.push({ edition, diagnostics: orderDiagnostics(diagnostics), timings, pdf: { path, bytes: pdf } });
  }
  return finished;
}

function describePaper({ edition, pdf }: FinishedEdition, disk: Files): readonly WrittenPaper[] {
  if (pdf === undefined) return [];
  const { pages, stories, jumps } = edition;
  const counts = { pages: pages.length, stories: stories.length, jumps: jumps.length };
  return [{ file: disk.display(pdf.path), bytes: pdf.bytes.length, ...counts }];
}
