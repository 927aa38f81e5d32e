import { orderDiagnostics, stopsPress } from '../diagnostics/order.js';
import { sha256 } from '../host/hash.js';
import { watchFiles } from '../host/watched-files.js';
import type { Edition } from '../model/edition.js';
import type { Files } from '../model/files.js';
import { type BuildOptions, type BuildResult, buildIssue } from '../pipeline.js';
import type { BuiltPdf, Profile } from '../write-profile.js';
import { type ExitStatus, UsageError } from './exit-status.js';
import { locateIssue } from './locate-issue.js';
import { forEdition, nameOutput, namePageFile } from './name-output.js';
import { openDisk } from './open-disk.js';
import { preflightOutputs } from './preflight-outputs.js';
import { setEditions } from './set-editions.js';
import { keepStanding } from './standing-run.js';
import { type TellFlags, tellOutcome } from './tell-outcome.js';
import type { Terminal } from './terminal.js';
import { noteTold, type Told } from './told.js';
import { editionSuffix, type FinishedEdition, type SideFiles, writeOutputs } from './write-outputs.js';

/** The options of `build` as they were typed. */
export interface BuildFlags extends TellFlags, SideFiles {
  readonly output?: string;
  readonly pages?: readonly number[];
  readonly profile: readonly Profile[];
  readonly split?: true;
  readonly spreads?: true;
  readonly edition?: string;
  readonly strict?: true;
  /** Whether the press files are read back and judged before they are written. */
  readonly preflight?: true;
  /** Whether the issue is set even where nothing has changed since it was last built. */
  readonly fresh?: true;
}

/**
 * `broadsheet build`: sets the issue and writes the PDFs of each edition, all profiles from one layout. Where the press is
 * stopped nothing at all is written, not even the report; a proof is written all the same, if there are pages to show.
 * `standing`: the key under which a sound build is kept for the next one.
 */
export async function runBuild(
  named: string,
  flags: BuildFlags,
  terminal: Terminal,
  standing?: string,
): Promise<ExitStatus> {
  refuseContradictions(flags);
  const options = chooseOptions(named, flags, terminal);
  const disk = watchFiles(openDisk(terminal));
  const results = await setEditions(buildIssue, options, disk, terminal);
  const diagnostics = orderDiagnostics(results.flatMap((result) => result.diagnostics));
  const stopped = stopsPress(diagnostics, { strict: options.strict });
  const writes = !stopped || flags.profile.includes('proof');
  const kept = stopped ? results.map(withProofsAlone) : results;
  const judged: Told[] = [];
  if (flags.preflight && !stopped) {
    const verdict = await judgeOutputs(results, flags, disk, noteTold(judged, terminal));
    if (verdict === 'stops') return 1;
  }
  const editions = kept.flatMap((result) => finishEdition(result, flags, disk, terminal));
  const files = writes
    ? await writeOutputs(editions, { ...flags, sums: flags.split ? 'written' : 'none' }, terminal)
    : [];
  const timings = results.map((result) => result.timings);
  const told = tellOutcome({ diagnostics, stopped, editions, timings }, flags, terminal);
  if (standing !== undefined && !stopped)
    keepStanding(standing, { asked: disk.asked(), told: [...judged, ...told], files }, terminal);
  return stopped ? 1 : 0;
}

/** Reads the press files back as a printer would. What is found there is our own fault, or that of a picture or ad. */
async function judgeOutputs(
  results: readonly BuildResult[],
  flags: BuildFlags,
  disk: Files,
  terminal: Terminal,
): Promise<'sound' | 'stops'> {
  const placed = { results, placeOf: (pdf: BuiltPdf, edition: Edition) => placeOf(pdf, edition, flags, terminal) };
  const verdict = await preflightOutputs(placed, flags, disk, terminal);
  if (verdict === 'stops') terminal.err('the press is stopped by preflight: nothing was written\n');
  return verdict;
}

function refuseContradictions({ profile, split, spreads, output }: BuildFlags): void {
  if (split && !profile.includes('press'))
    throw new UsageError('--split makes files for the press: add --profile press');
  if (split && output?.toLowerCase().endsWith('.pdf'))
    throw new UsageError('--split makes many files: name a folder with -o');
  if (spreads && !profile.includes('proof')) throw new UsageError('--spreads is for proofs: add --profile proof');
}

function chooseOptions(named: string, flags: BuildFlags, terminal: Terminal): BuildOptions {
  return {
    issue: locateIssue(named, terminal.workingFolder),
    profiles: flags.profile,
    delivery: flags.split ? 'pages' : 'issue',
    proofs: flags.spreads ? 'spreads' : 'pages',
    strict: flags.strict === true,
    ...(flags.edition !== undefined && { edition: flags.edition }),
    ...(flags.pages !== undefined && { pages: flags.pages }),
  };
}

/** One edition's fault stops them all: the desk sends a night's editions out together. */
function withProofsAlone(result: BuildResult): BuildResult {
  return { ...result, pdfs: result.pdfs.filter(({ profile }) => profile === 'proof') };
}

function finishEdition(
  result: BuildResult,
  flags: BuildFlags,
  disk: Files,
  terminal: Terminal,
): readonly FinishedEdition[] {
  const { edition, timings, pdfs } = result;
  if (edition === undefined) return [];
  const diagnostics = orderDiagnostics(result.diagnostics);
  const files = pdfs.map(
    (pdf) => ({ path: placeOf(pdf, edition, flags, terminal), bytes: pdf.bytes, kind: 'as-is' }) as const,
  );
  const outputs = files.map(({ path, bytes }) => ({
    file: disk.display(path),
    sha256: sha256(bytes),
    bytes: bytes.length,
  }));
  return [{ edition, extras: { diagnostics, timings, outputs }, files }];
}

function placeOf({ profile, page }: BuiltPdf, edition: Edition, flags: BuildFlags, terminal: Terminal): string {
  const { paper, date } = edition.issue;
  if (page !== undefined) {
    const named = { paper: paper.id, date, edition: edition.name, page, output: flags.output };
    const path = namePageFile(paper.press.pageFile, named, terminal.workingFolder);
    return paper.press.pageFile.includes('{edition}') ? path : forEdition(path, editionSuffix(edition));
  }
  const among = flags.profile.length > 1 ? 'several' : 'alone';
  const named = { paper: paper.id, date, edition: editionSuffix(edition), profile, among } as const;
  return nameOutput({ ...flags, ...named }, terminal.workingFolder);
}
