import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AT, SOUND_CONTENT, soundDraft } from '../preflight/pdf-draft.js';
import { useTinyIssue } from './use-tiny-issue.js';

const { issue, run } = useTinyIssue();

/** Red in RGB, 20 points from the left and 80 from the top. */
const RGB = soundDraft().content(`${SOUND_CONTENT}1 0 0 rg 20 100 100 20 re f`).bytes();

describe('preflight', () => {
  it('finds nothing wrong in what build writes, by the paper that it was built for', async () => {
    await run('build', '.');
    const { status, out, err } = await run('preflight', 'out/tiny-2026-07-08.pdf', '--paper', 'tiny');
    expect(err).toBe('out/tiny-2026-07-08.pdf: 1 page, judged as a press file: nothing wrong\n');
    expect({ status, out }).toEqual({ status: 0, out: '' });
  });

  it('finds nothing wrong in the marks of the printer, which stand outside the page', async () => {
    issue.spoil('templates/tiny/paper.yaml', 'styles:', 'press: { marks: true }\nstyles:');
    await run('build', '.');
    const { err } = await run('preflight', 'out/tiny-2026-07-08.pdf', '--paper', 'tiny');
    expect(err).toContain('nothing wrong');
  });

  it('tells people the page, the place in millimetres, the rule, and what to do', async () => {
    issue.write('ad.pdf', RGB);
    const { status, err } = await run('preflight', 'ad.pdf');
    expect(status).toBe(1);
    expect(err).toContain('page 1 (A1), 7.1 × 28.2 mm  error rgb-color  an area is in RGB\n');
    expect(err).toContain('hint: convert it to the CMYK of the press\n');
    expect(err).toContain('ad.pdf: 1 page, judged as a press file: 1 error, 0 warnings: this stops the press\n');
  });

  it('tells programs one finding a line', async () => {
    issue.write('ad.pdf', RGB);
    const { out, err } = await run('preflight', 'ad.pdf', '--json');
    expect(err).toBe('');
    const [finding] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(finding).toMatchObject({ file: 'ad.pdf', page: 1, label: 'A1', x: 7.1, y: 28.2, severity: 'error' });
    expect(finding).toMatchObject({ code: 'rgb-color', message: 'an area is in RGB', times: 1 });
  });

  it('judges by the ink limit and the trim of the paper', async () => {
    issue.spoil('templates/tiny/paper.yaml', 'styles:', 'press: { inkLimit: 200% }\nstyles:');
    issue.write('page.pdf', soundDraft().content(`${SOUND_CONTENT}0.6 0.6 0.6 0.4 k 20 100 100 20 re f`).bytes());
    const { err } = await run('preflight', 'page.pdf', '--paper', 'tiny');
    expect(err).toContain('an area has 220 % ink: cmyk(60 60 60 40)');
    expect(err).toContain('the page is 70.56mm × 70.56mm, and the paper is 120mm × 130mm');
    expect((await run('preflight', 'page.pdf')).status).toBe(0);
  });

  it('asks of an advertisement only what goes into the paper', async () => {
    const bare = soundDraft().edit(AT.catalog, '/Metadata 6 0 R /OutputIntents [7 0 R]', '');
    issue.write('ad.pdf', bare.bytes());
    expect((await run('preflight', 'ad.pdf')).status).toBe(1);
    expect((await run('preflight', 'ad.pdf', '--as', 'ad')).status).toBe(0);
  });

  it.each([
    ['70mmx71mm', 0],
    ['72mmx71mm', 1],
  ])('holds an advertisement to its slot of %s within a millimetre', async (size, status) => {
    issue.write('ad.pdf', soundDraft().bytes());
    expect((await run('preflight', 'ad.pdf', '--as', 'ad', '--size', size)).status).toBe(status);
  });

  it('lets warnings stop the press with --strict', async () => {
    issue.write('page.pdf', soundDraft().edit(AT.catalog, '/PageLabels', '/NoLabels').bytes());
    expect((await run('preflight', 'page.pdf')).status).toBe(0);
    expect((await run('preflight', 'page.pdf', '--strict')).status).toBe(1);
  });

  it.each([
    [['missing.pdf'], 'there is no file "missing.pdf"'],
    [['.'], '"." is no file'],
    [['issue.yaml', '--paper', 'nobody'], 'paper "nobody" does not exist'],
    [['issue.yaml', '--size', '12'], 'A size is written as in 187mmx120mm.'],
  ])('refuses %j in a sentence', async (args, says) => {
    const { status, err } = await run('preflight', ...args);
    expect(status).toBe(2);
    expect(err).toContain(says);
  });
});

describe('build --preflight', () => {
  it('writes what is sound, without a word about it', async () => {
    const { status, err } = await run('build', '.', '--preflight');
    expect(status).toBe(0);
    expect(err).not.toContain('judged');
    expect(existsSync(issue.path('out/tiny-2026-07-08.pdf'))).toBe(true);
  });

  it('writes nothing where a style asks for type that the press cannot print', async () => {
    issue.spoil('templates/tiny/paper.yaml', 'size: 18pt', 'size: 4pt');
    expect((await run('build', '.', '-o', 'unjudged')).status).toBe(0);
    const { status, err } = await run('build', '.', '--preflight');
    expect(status).toBe(1);
    expect(err).toContain('error small-type');
    expect(err).toContain('the press is stopped by preflight: nothing was written\n');
    expect(existsSync(issue.path('out'))).toBe(false);
  });
});
