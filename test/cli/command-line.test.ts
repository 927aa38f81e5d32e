import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import { fakeTerminal } from './fake-terminal.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-cli-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a command used wrongly', () => {
  it.each([
    ['no command', [], 'Usage: broadsheet'],
    ['an unknown command', ['bild', 'x'], "unknown command 'bild'"],
    ['an unknown option', ['build', 'x', '--jsn'], 'Did you mean --json?'],
    ['no issue', ['build'], "missing required argument 'issue'"],
    ['two issues', ['build', 'a', 'b'], 'too many arguments'],
    ['a list of pages that is none', ['build', 'x', '--pages', '3-1'], 'Pages are listed as in 1,3-5.'],
    ['an unknown profile', ['build', 'x', '--profile', 'web'], 'press, reader, proof'],
    ['an option without its value', ['build', 'x', '--report'], 'argument missing'],
    ['an issue that is not there', ['build', 'nowhere'], 'there is no issue at "nowhere"'],
    ['an issue that is not there, to be checked', ['check', 'nowhere'], 'there is no issue at "nowhere"'],
  ])('%s: says so on standard error and ends with status 2', async (_, args, says) => {
    const terminal = fakeTerminal(folder);
    expect(await runCommandLine(args, terminal)).toBe(2);
    expect(terminal.said.err).toContain(says);
    expect(terminal.said.err).not.toMatch(/\n\s+at /);
    expect(terminal.said.out).toBe('');
  });

  it('a folder without a manifest: names the file that is missing', async () => {
    mkdirSync(join(folder, 'empty'));
    const terminal = fakeTerminal(folder);
    expect(await runCommandLine(['build', 'empty'], terminal)).toBe(2);
    expect(terminal.said.err).toBe('error: the folder "empty" has no issue.yaml\n');
  });
});

describe('help and version', () => {
  it.each([[['--help']], [['build', '--help']], [['help', 'check']], [['--version']]])(
    '%j goes to standard output and ends with status 0',
    async (args) => {
      const terminal = fakeTerminal(folder);
      expect(await runCommandLine(args, terminal)).toBe(0);
      expect(terminal.said.out).not.toBe('');
      expect(terminal.said.err).toBe('');
    },
  );

  it('tells the exit statuses', async () => {
    const terminal = fakeTerminal(folder);
    await runCommandLine(['--help'], terminal);
    expect(terminal.said.out).toContain('0 written, 1 the press is stopped and nothing is written, 2 wrong usage');
  });
});

describe('the schema command', () => {
  it('says which folder could not be written, without a stack', async () => {
    writeFileSync(join(folder, 'schema'), 'a file in the way');
    const terminal = fakeTerminal(folder);
    expect(await runCommandLine(['schema'], terminal)).toBe(1);
    expect(terminal.said.err).toMatch(/^error: cannot write ".*schema.*": a file stands where a folder should be\n$/);
  });
});
