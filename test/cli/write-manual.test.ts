import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import { writeManual } from '../../src/cli/write-manual.js';
import { fakeTerminal } from './fake-terminal.js';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/broadsheet.1'), 'utf8');
const isInstalled = spawnSync('mandoc', ['-T', 'lint', '/dev/null']).error === undefined;

describe('the manual page', () => {
  it('is up to date: `node bin/broadsheet manual > docs/broadsheet.1` changes nothing', async () => {
    const terminal = fakeTerminal('.');
    expect(await runCommandLine(['manual'], terminal)).toBe(0);
    expect(terminal.said.out).toBe(page);
  });

  it('is named in package.json', () => {
    const { man } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly man: string };
    expect(man).toBe('docs/broadsheet.1');
  });

  it('writes no word as a request or an escape', () => {
    const bare = { name: 'x', description: ".start: it's \\n with-hyphens", options: [], args: [] };
    const text = writeManual({ ...bare, version: '1', commands: [] });
    expect(text).toContain("\n\\&.start: it's \\en with\\-hyphens\n");
  });

  it.skipIf(!isInstalled)('is sound by mandoc (skipped where that is not installed)', () => {
    const { stdout } = spawnSync('mandoc', ['-T', 'lint', '-W', 'warning'], { input: page, encoding: 'utf8' });
    expect(stdout.split('\n').filter((line) => line !== '' && !/missing date/.test(line))).toEqual([]);
  });
});
