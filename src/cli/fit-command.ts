import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { orderDiagnostics, stopsPress } from '../diagnostics/order.js';
import { sha256 } from '../host/hash.js';
import { measureRoom, type SlotsWanted } from '../measure-room.js';
import { checkIssue } from '../pipeline.js';
import { describeSlotRooms, describeStoryFits, type FitRecord } from '../report/describe-fit.js';
import { tabulateSlots, tabulateStories } from '../report/fit-table.js';
import { type ExitStatus, UsageError } from './exit-status.js';
import { locateIssue } from './locate-issue.js';
import { openDisk } from './open-disk.js';
import { printDiagnostics } from './print-diagnostics.js';
import { setEditions } from './set-editions.js';
import type { Terminal } from './terminal.js';

/** The options of `fit` as they were typed. */
export interface FitFlags {
  readonly edition?: string;
  readonly slots?: true;
  /** `paper` or `paper/template`. */
  readonly template?: string;
  readonly json?: true;
  readonly strict?: true;
}

/**
 * `broadsheet fit`: prints how every story of an issue fits, or how many words its slots or those of a paper's templates
 * hold. The table, or JSON with `--json`, goes to standard output; errors to standard error.
 */
export async function runFit(named: string | undefined, flags: FitFlags, terminal: Terminal): Promise<ExitStatus> {
  if (flags.template !== undefined) {
    if (named !== undefined) throw new UsageError('"fit" takes an issue or "--template", not both');
    return tellSlots(readTemplateName(flags.template, terminal), flags, terminal);
  }
  if (named === undefined) throw new UsageError('"fit" wants an issue, or "--template" with a paper and page template');
  const issue = locateIssue(named, terminal.workingFolder);
  return flags.slots ? tellSlots({ type: 'issue', issue }, flags, terminal) : tellStories(issue, flags, terminal);
}

function readTemplateName(written: string, terminal: Terminal): SlotsWanted {
  const [paper = '', template, ...rest] = written.split('/');
  if (paper === '' || template === '' || rest.length > 0) {
    throw new UsageError(`"${written}" is not a paper, as harbour, or a page template of one, as harbour/front`);
  }
  const folder = terminal.workingFolder;
  return { type: 'templates', paper, folder, ...(template !== undefined && { template }) };
}

async function tellStories(
  issue: ReturnType<typeof locateIssue>,
  flags: FitFlags,
  terminal: Terminal,
): Promise<ExitStatus> {
  const edition = flags.edition === undefined ? {} : { edition: flags.edition };
  const options = { issue, profiles: ['press'], strict: flags.strict === true, ...edition } as const;
  const results = await setEditions(checkIssue, options, openDisk(terminal), terminal);
  for (const made of results.flatMap((result) => result.edition ?? [])) {
    const several = made.issue.editions.length > 1;
    if (flags.json) printRecord(describeStoryFits(made), terminal);
    else printTable([...(several ? [`${made.name} edition`] : []), ...tabulateStories(made)], terminal);
  }
  return endWith(
    results.flatMap(({ diagnostics }) => diagnostics),
    flags,
    terminal,
  );
}

async function tellSlots(wanted: SlotsWanted, flags: FitFlags, terminal: Terminal): Promise<ExitStatus> {
  const surroundings = { files: openDisk(terminal), sha256, now: () => performance.now() };
  const { diagnostics, measured } = await measureRoom(wanted, surroundings);
  if (measured && flags.json) printRecord(describeSlotRooms(measured.issue.paper.id, measured.slots), terminal);
  else if (measured) printTable(tabulateSlots(measured.slots), terminal);
  return endWith(diagnostics, flags, terminal);
}

function printRecord(record: FitRecord, terminal: Terminal): void {
  terminal.out(`${JSON.stringify(record)}\n`);
}

function printTable(lines: readonly string[], terminal: Terminal): void {
  terminal.out(`${lines.join('\n')}\n`);
}

/** Errors alone are told, since the table says what a warning would; the exit status is that of `check`. */
function endWith(found: readonly Diagnostic[], flags: FitFlags, terminal: Terminal): ExitStatus {
  const diagnostics = orderDiagnostics(found);
  printDiagnostics(diagnostics, { json: false, quiet: flags.strict !== true }, terminal);
  return stopsPress(diagnostics, { strict: flags.strict === true }) ? 1 : 0;
}
