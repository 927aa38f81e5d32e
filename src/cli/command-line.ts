/**
 * In: what was typed after `broadsheet`. Out: an exit status. The commands themselves are loaded only once it is known
 * which one is wanted: `--help` and a mistyped option must answer at once.
 */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { findProductRoot, readProductVersion } from '../host/product-root.js';
import { readLength } from '../units/length.js';
import type { Size } from '../units/rect.js';
import type { Profile } from '../write-profile.js';
import type { BuildFlags } from './build-command.js';
import type { CheckFlags } from './check-command.js';
import type { Call } from './commands.js';
import type { ExitStatus } from './exit-status.js';
import { explainFailure } from './explain-failure.js';
import type { FitFlags } from './fit-command.js';
import { noteProgram } from './note-commands.js';
import { readPageList } from './page-list.js';
import type { PreflightFlags } from './preflight-command.js';
import { repeatStanding, standingKey } from './standing-run.js';
import type { Terminal } from './terminal.js';
import type { Shell } from './write-completion.js';

type Run = (call: Call) => Promise<void>;

/**
 * Runs the command that the arguments name. Never throws. `release`: names this very program, so that what another one
 * left standing is not taken for its own; without it every build is set.
 */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
  release?: string,
): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = declareProgram(terminal);
  const run: Run = async (call) => {
    const standing = release === undefined ? undefined : standingKeyOf(call, release, terminal);
    if (standing !== undefined && !wantsSetting(call) && (await repeatStanding(standing, terminal))) return;
    // Loaded late: the stages are a hundred times as large as the command line.
    const { runCommand } = await import('./commands.js');
    status = await runCommand(call, terminal, standing);
  };
  declareBuild(program, run);
  declareCheck(program, run);
  declareFit(program, run);
  declarePreflight(program, run);
  declareSchema(program, run);
  declareCompletion(program, run);
  declareManual(program, run);
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    // Commander has printed its own sentence, or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return explainFailure(error, terminal);
  }
}

/** Only a build leaves anything standing. */
function standingKeyOf(call: Call, release: string, terminal: Terminal): string | undefined {
  if (call.type !== 'build') return undefined;
  const { fresh: _, ...flags } = call.flags;
  return standingKey(release, { ...call, flags }, terminal);
}

/** Whether a build is to be set whatever stands: because it says so, or since times are what is asked for. */
function wantsSetting(call: Call): boolean {
  return call.type === 'build' && (call.flags.fresh === true || call.flags.timings === true);
}

function declareProgram(terminal: Terminal): Command {
  return new Command('broadsheet')
    .description('Sets newspapers: an issue manifest and Markdown articles in, a print-ready PDF out.')
    .version(readProductVersion(findProductRoot()), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', '\nExit status: 0 written, 1 the press is stopped and nothing is written, 2 wrong usage.')
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .exitOverride();
}

const DEFAULT_PROFILES: readonly Profile[] = ['press'];

const ISSUE = ['<issue>', 'folder with issue.yaml, or the manifest file'] as const;

function declareBuild(program: Command, run: Run): void {
  program
    .command('build')
    .description('set the issue and write its PDF, one for each edition')
    .argument(...ISSUE)
    .option('-o, --output <path>', 'folder for the PDF, or its file name where it ends in .pdf (default: out)')
    .option('--pages <list>', 'set these pages alone, as in 1,3-5', parsePages)
    .addOption(
      new Option('--profile <names>', 'press, reader (tagged, with links), or proof (even what may not be printed)')
        .choices(PROFILES)
        .argParser(addProfiles)
        .default(DEFAULT_PROFILES, 'press'),
    )
    .option('--split', 'write the press file as one file a page, with SHA256SUMS')
    .option('--spreads', 'show a proof as spreads')
    .option('--edition <name>', 'build this edition alone (default: every edition)')
    .option('--report <file>', 'write how every story came out, as JSON')
    .option('--layout <file>', 'write every set line with its place, as JSON')
    .option('--json', 'print one problem a line as JSON on standard output')
    .option('--strict', 'let warnings stop the press, too')
    .option('--preflight', 'read the press files back and judge them before they are written')
    .option('--quiet', 'print errors alone')
    .option('--timings', 'print the milliseconds of each stage')
    .option('--fresh', 'set the issue even where nothing has changed since it was last built')
    .action((issue: string, flags: BuildFlags) => run({ type: 'build', issue, flags }));
}

function declareCheck(program: Command, run: Run): void {
  program
    .command('check')
    .description('do everything but write the PDF')
    .argument(...ISSUE)
    .option('--edition <name>', 'check this edition alone (default: every edition)')
    .option('--report <file>', 'write how every story came out, as JSON, even where the press is stopped')
    .option('--layout <file>', 'write every set line with its place, as JSON, even where the press is stopped')
    .option('--json', 'print one problem a line as JSON on standard output')
    .option('--strict', 'let warnings stop the press, too')
    .option('--quiet', 'print errors alone')
    .option('--timings', 'print the milliseconds of each stage')
    .action((issue: string, flags: CheckFlags) => run({ type: 'check', issue, flags }));
}

function declareFit(program: Command, run: Run): void {
  program
    .command('fit')
    .description('print how every story fits, or how many words slots hold')
    .argument('[issue]', ISSUE[1])
    .option('--slots', 'print how many words each slot of the issue holds, whatever stands in it')
    .option(
      '--template <name>',
      'print how many words the slots of a paper hold, or of one page of it, as harbour/front',
    )
    .option('--edition <name>', 'set this edition alone (default: every edition)')
    .option('--json', 'print JSON, one line an edition')
    .option('--strict', 'let warnings count as errors, and print them')
    .action((issue: string | undefined, flags: FitFlags) => run({ type: 'fit', issue, flags }));
}

function declarePreflight(program: Command, run: Run): void {
  program
    .command('preflight')
    .description('judge a finished PDF, our own or an advertisement, by the rules of the press')
    .argument('<file>', 'the PDF')
    .option('--paper <name>', 'take ink limit, resolutions, profile, size and page counts from this paper')
    .addOption(
      new Option('--as <kind>', 'press, or ad: only what is drawn goes into the paper')
        .choices(['press', 'ad'])
        .default('press'),
    )
    .option('--size <width>x<height>', 'the size that the page must have, as in 187mmx120mm', parseSize)
    .option('--json', 'print one finding a line as JSON on standard output')
    .option('--strict', 'let warnings stop the press, too')
    .action((file: string, flags: PreflightFlags) => run({ type: 'preflight', file, flags }));
}

function declareSchema(program: Command, run: Run): void {
  program
    .command('schema')
    .description('write the JSON Schemas of all files that people write and of all that Broadsheet writes')
    .option('-o, --output <folder>', 'where to', 'schema')
    .action((flags: { readonly output: string }) => run({ type: 'schema', folder: flags.output }));
}

const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish'];

function declareCompletion(program: Command, run: Run): void {
  program
    .command('completion')
    .description('print the script by which a shell completes these commands')
    .addArgument(new Argument('<shell>', 'bash, zsh or fish').choices(SHELLS))
    .action((shell: Shell) => run({ type: 'completion', shell, program: noteProgram(program) }));
}

function declareManual(program: Command, run: Run): void {
  program
    .command('manual')
    .description('print the manual page, for man(1)')
    .action(() => run({ type: 'manual', program: noteProgram(program) }));
}

function parsePages(text: string): readonly number[] {
  const pages = readPageList(text);
  if (pages === undefined) throw new InvalidArgumentError('Pages are listed as in 1,3-5.');
  return pages;
}

const PROFILES: readonly Profile[] = ['press', 'reader', 'proof'];

/** Several profiles are listed with commas, or each with an option of its own; the default gives way to the first. */
function addProfiles(text: string, before: readonly Profile[]): readonly Profile[] {
  const added = text.split(',').map((name) => name.trim());
  const unknown = added.find((name) => !PROFILES.some((profile) => profile === name));
  if (unknown !== undefined) throw new InvalidArgumentError(`Allowed choices are ${PROFILES.join(', ')}.`);
  const wanted = [...(before === DEFAULT_PROFILES ? [] : before), ...added];
  return PROFILES.filter((profile) => wanted.includes(profile));
}

function parseSize(text: string): Size {
  const [width, height, ...rest] = text.split(/[x×]/).map(readLength);
  if (width === undefined || height === undefined || rest.length > 0 || width <= 0 || height <= 0) {
    throw new InvalidArgumentError('A size is written as in 187mmx120mm.');
  }
  return { width, height };
}
