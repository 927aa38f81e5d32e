/**
 * In: what was typed after `broadsheet`. Out: an exit status. The commands themselves are loaded only once it is known
 * which one is wanted: `--help` and a mistyped option must answer at once.
 */
import { Command, InvalidArgumentError, Option } from 'commander';
import { findProductRoot, readProductVersion } from '../host/product-root.js';
import type { BuildFlags } from './build-command.js';
import type { CheckFlags } from './check-command.js';
import type { ExitStatus } from './exit-status.js';
import { explainFailure } from './explain-failure.js';
import { readPageList } from './page-list.js';
import type { Terminal } from './terminal.js';

type Finish = (status: ExitStatus) => void;

/** Runs the command that the arguments name. Never throws. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = declareProgram(terminal);
  const finish: Finish = (reached) => {
    status = reached;
  };
  declareBuild(program, terminal, finish);
  declareCheck(program, terminal, finish);
  declareSchema(program, terminal, finish);
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    return explainFailure(error, terminal);
  }
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

const ISSUE = ['<issue>', 'folder with issue.yaml, or the manifest file'] as const;

function declareBuild(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('build')
    .description('set the issue and write its PDF, one for each edition')
    .argument(...ISSUE)
    .option('-o, --output <path>', 'folder for the PDF, or its file name where it ends in .pdf (default: out)')
    .option('--pages <list>', 'set these pages alone, as in 1,3-5', parsePages)
    .addOption(
      new Option('--profile <name>', 'press, or proof: write even what may not be printed')
        .choices(['press', 'proof'])
        .default('press'),
    )
    .option('--edition <name>', 'build this edition alone (default: every edition)')
    .option('--report <file>', 'write how every story came out, as JSON')
    .option('--layout <file>', 'write every set line with its place, as JSON')
    .option('--json', 'print one problem a line as JSON on standard output')
    .option('--strict', 'let warnings stop the press, too')
    .option('--quiet', 'print errors alone')
    .option('--timings', 'print the milliseconds of each stage')
    .action(async (issue: string, flags: BuildFlags) => {
      const { runBuild } = await import('./build-command.js');
      finish(await runBuild(issue, flags, terminal));
    });
}

function declareCheck(program: Command, terminal: Terminal, finish: Finish): void {
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
    .action(async (issue: string, flags: CheckFlags) => {
      const { runCheck } = await import('./check-command.js');
      finish(await runCheck(issue, flags, terminal));
    });
}

function declareSchema(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('schema')
    .description('write the JSON Schemas of all files that people write and of all that Broadsheet writes')
    .option('-o, --output <folder>', 'where to', 'schema')
    .action(async (flags: { readonly output: string }) => {
      const { runSchema } = await import('./schema-command.js');
      finish(await runSchema(flags.output, terminal));
    });
}

function parsePages(text: string): readonly number[] {
  const pages = readPageList(text);
  if (pages === undefined) throw new InvalidArgumentError('Pages are listed as in 1,3-5.');
  return pages;
}
