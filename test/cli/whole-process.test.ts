import { spawn, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundle } from '../../tools/bundle.mjs';
import { type TinyIssue, writeTinyIssue } from './tiny-issue.js';

const command = join(import.meta.dirname, '../../bin/broadsheet');
let bundled: Awaited<ReturnType<typeof bundle>>;
let issue: TinyIssue;

beforeAll(async () => {
  bundled = await bundle();
}, 60_000);

beforeEach(async () => {
  issue = await writeTinyIssue();
});

afterEach(() => issue.discard());

function run(args: readonly string[], changes: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {}) {
  const env = { ...process.env, BROADSHEET_CACHE: issue.path('cache'), ...changes.env };
  return spawnSync(command, args, { cwd: changes.cwd ?? issue.folder, env, encoding: 'utf8' });
}

describe('the command as a process', () => {
  it.each([
    [0, ['build', '.']],
    [1, ['build', 'broken.yaml']],
    [2, ['build', 'nowhere']],
    [2, []],
  ])('ends with status %i after %j', (status, args) => {
    issue.write('broken.yaml', 'paper: [');
    expect(run(args).status).toBe(status);
  });

  it('gives the same bytes in another folder, time zone and locale, with a cold and a warm cache', () => {
    const elsewhere = issue.path('a folder/with ümlaut');
    cpSync(issue.path('templates'), join(elsewhere, 'templates'), { recursive: true });
    for (const name of ['issue.yaml', 'articles', 'pictures']) {
      cpSync(issue.path(name), join(elsewhere, 'issue', name), { recursive: true });
    }
    const env = { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', BROADSHEET_CACHE: issue.path('cold') };
    expect(run(['build', '.', '-o', 'one.pdf']).status).toBe(0);
    expect(run(['build', '.', '-o', 'two.pdf']).status).toBe(0);
    expect(run(['build', 'issue', '-o', issue.path('three.pdf')], { cwd: elsewhere, env }).status).toBe(0);
    const one = readFileSync(issue.path('one.pdf'));
    expect(one.subarray(0, 8).toString()).toBe('%PDF-1.6');
    expect(readFileSync(issue.path('two.pdf')).equals(one)).toBe(true);
    expect(readFileSync(issue.path('three.pdf')).equals(one)).toBe(true);
  });

  it('ends at once where nothing has changed', () => {
    const usual = run(['build', '.', '-o', 'one.pdf']);
    const again = run(['build', '.', '-o', 'one.pdf']);
    expect([usual.status, again.status]).toEqual([0, 0]);
    expect(again.stderr).toMatch(/ {2}time {5}\d+ ms: nothing has changed\n$/);
  });

  it('gives the same bytes when the cache is damaged', () => {
    expect(run(['build', '.', '-o', 'one.pdf']).status).toBe(0);
    const folder = issue.path('cache/v1');
    for (const name of readdirSync(folder)) issue.write(`cache/v1/${name}`, 'not a picture');
    expect(run(['build', '.', '-o', 'two.pdf']).status).toBe(0);
    expect(readFileSync(issue.path('two.pdf')).equals(readFileSync(issue.path('one.pdf')))).toBe(true);
  });

  it('lets two builds run at once', async () => {
    const statuses = await Promise.all(['one.pdf', 'two.pdf'].map(runInBackground));
    expect(statuses).toEqual([0, 0]);
    expect(readFileSync(issue.path('two.pdf')).equals(readFileSync(issue.path('one.pdf')))).toBe(true);
  });

  it('does not mind a reader that stops reading', () => {
    issue.spoil('issue.yaml', 'side: budget', 'sied: budget');
    const piped = spawnSync('bash', ['-c', `"${command}" build . --json | true; echo "\${PIPESTATUS[0]}"`], {
      cwd: issue.folder,
      encoding: 'utf8',
    });
    expect(piped.stdout).toBe('1\n');
    expect(piped.stderr).not.toMatch(/EPIPE|Error/);
  });

  it('uses no colour where standard error is no terminal', () => {
    issue.spoil('issue.yaml', 'side: budget', 'sied: budget');
    expect(run(['build', '.']).stderr).not.toContain('\u001b');
  });
});

describe('the bundle', () => {
  it('starts with the command line alone: no stage is read before the command is known', () => {
    const read = Object.keys(bundled.main.inputs).filter((input) => input.startsWith('src/'));
    expect(read).toContain('src/cli/command-line.ts');
    expect(read.filter((input) => !/^src\/(cli|host|diagnostics|units)\//.test(input))).toEqual([]);
  });

  it('runs the PDF writer, the PDF reader and the picture converter late', () => {
    const read = [...inputsRunAtOnce(bundled.commands, 'src/cli/commands.ts')];
    expect(read).toContain('src/pipeline.ts');
    expect(read.filter((input) => /pdfkit|pdf-lib|write-pdf|take-artwork|convert-picture\./.test(input))).toEqual([]);
  });

  it('has its bytecode beside it', () => {
    const names = readdirSync(join(import.meta.dirname, '../../dist'));
    const script = names.find((name) => name.endsWith('.cjs')) ?? '';
    expect(names).toContain(`${script}.bytecode`);
  });

  it('shows the stack of a failure, by the names and lines of the sources, where that is asked for', () => {
    const { status, stderr } = run(['build', '.', '-o', '/dev/null/x'], { env: { BROADSHEET_DEBUG: '1' } });
    expect(status).toBe(1);
    expect(stderr).toMatch(/at .*write-outputs\.ts:\d+:\d+/);
  });
});

function runInBackground(output: string): Promise<number | null> {
  const env = { ...process.env, BROADSHEET_CACHE: issue.path('cache') };
  const child = spawn(command, ['build', '.', '-o', output, '--quiet'], { cwd: issue.folder, env, stdio: 'ignore' });
  return new Promise((resolve) => child.once('exit', resolve));
}

/** Source files that run as soon as one of them is imported: all that it imports, and they, but for late imports. */
function inputsRunAtOnce({ inputs }: Metafile, input: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(input)) return seen;
  seen.add(input);
  for (const { path, kind } of inputs[input]?.imports ?? []) {
    if (kind === 'import-statement' || kind === 'require-call') inputsRunAtOnce({ inputs, outputs: {} }, path, seen);
  }
  return seen;
}
