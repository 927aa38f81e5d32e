import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import { COLORED } from '../../src/diagnostics/format.js';
import { fakeTerminal } from './fake-terminal.js';
import { useTinyIssue } from './use-tiny-issue.js';

const { issue } = useTinyIssue();
const PDF = 'out/tiny-2026-07-08.pdf';
const NOTHING = 'nothing has changed';

/** Runs a build as the bundled command does, which knows its own release. */
async function build(args: readonly string[] = [], release = 'one', changes = {}) {
  const environment = { BROADSHEET_CACHE: issue.path('cache') };
  const terminal = fakeTerminal(issue.folder, { environment, ...changes });
  return { status: await runCommandLine(['build', '.', ...args], terminal, release), ...terminal.said };
}

const bytes = (path: string) => readFileSync(issue.path(path));

describe('a build after which nothing has changed', () => {
  it('ends at once with the same words, and leaves the file alone', async () => {
    const first = await build();
    const longAgo = new Date(2020, 1, 1);
    utimesSync(issue.path(PDF), longAgo, longAgo);
    const second = await build();
    expect(first).toMatchObject({ status: 0, err: expect.not.stringContaining(NOTHING) });
    expect(second).toMatchObject({
      status: 0,
      err: expect.stringMatching(/ {2}time {5}\d+ ms: nothing has changed\n$/),
    });
    const withoutTime = (text: string) => text.replace(/ {2}time .*\n/, '');
    expect(withoutTime(second.err)).toBe(withoutTime(first.err));
    expect(statSync(issue.path(PDF)).mtimeMs).toBe(longAgo.getTime());
  });

  it('puts back a file that is gone or was tampered with', async () => {
    await build();
    const pdf = bytes(PDF);
    rmSync(issue.path(PDF));
    expect((await build()).err).toContain(NOTHING);
    expect(bytes(PDF).equals(pdf)).toBe(true);
    writeFileSync(issue.path(PDF), 'not a PDF');
    expect((await build()).err).toContain(NOTHING);
    expect(bytes(PDF).equals(pdf)).toBe(true);
  });

  it('repeats problems for programs, and writes a report with its own time', async () => {
    issue.spoil('articles/harbour.md', '    caption: The quay at six in the morning\n', '');
    const args = ['--json', '--report', 'report.json', '--layout', 'layout.json'];
    const first = await build(args);
    const report = JSON.parse(bytes('report.json').toString());
    const second = await build(args);
    expect(second.out).toBe(first.out);
    expect(second.out).toContain('missing-caption');
    const again = JSON.parse(bytes('report.json').toString());
    expect(again.timings.stages).toEqual({});
    expect({ ...again, timings: report.timings }).toEqual(report);
  });
});

describe('a build is set again', () => {
  it.each([
    ['an article changed', () => issue.spoil('articles/budget.md', 'without a debate', 'after a debate')],
    ['the manifest changed', () => issue.spoil('issue.yaml', 'number: 8123', 'number: 8124')],
    ['a picture is gone', () => issue.remove('pictures/quay.jpg')],
    ['the paper changed', () => issue.spoil('templates/tiny/paper.yaml', '18pt', '19pt')],
  ])('where %s', async (_, change) => {
    await build();
    change();
    expect((await build()).err).not.toContain(NOTHING);
  });

  it('by another release, with other options, on another kind of terminal, and where it is told to', async () => {
    await build();
    expect((await build([], 'two')).err).not.toContain(NOTHING);
    expect((await build(['--profile', 'reader'])).err).not.toContain(NOTHING);
    expect((await build([], 'one', { palette: COLORED })).err).not.toContain(NOTHING);
    expect((await build(['--fresh'])).err).not.toContain(NOTHING);
    expect((await build(['--timings'])).err).not.toContain(NOTHING);
    expect((await build()).err).toContain(NOTHING);
  });

  it('where the last one was stopped', async () => {
    issue.spoil('articles/budget.md', 'The council', 'TK The council');
    expect((await build()).status).toBe(1);
    const second = await build();
    expect(second).toMatchObject({ status: 1, err: expect.stringContaining('the press is stopped') });
    expect(existsSync(issue.path('out'))).toBe(false);
  });

  it('where the cache is damaged, to the same bytes', async () => {
    await build();
    const pdf = bytes(PDF);
    for (const name of readdirSync(issue.path('cache/v1'))) issue.write(`cache/v1/${name}`, 'damaged');
    expect((await build()).err).not.toContain(NOTHING);
    expect(bytes(PDF).equals(pdf)).toBe(true);
  });
});
