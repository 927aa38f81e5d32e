import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/command-line.js';
import { fakeTerminal } from './fake-terminal.js';
import { useTinyIssue } from './use-tiny-issue.js';

const { issue, run } = useTinyIssue();

const readJson = (path: string) => JSON.parse(readFileSync(issue.path(path), 'utf8'));

describe('build', () => {
  it('takes the folder or the manifest, under any name', async () => {
    issue.write('evening.yaml', readFileSync(issue.path('issue.yaml'), 'utf8').replace('number: 8123', 'number: 8124'));
    expect((await run('build', '.')).err).toContain('no. 8123');
    expect((await run('build', 'evening.yaml')).err).toContain('no. 8124');
  });

  it('writes where -o says: a file, or into a folder', async () => {
    await run('build', '.', '-o', 'tonight/paper.pdf');
    await run('build', '.', '-o', 'press');
    expect(readdirSync(issue.path('tonight'))).toEqual(['paper.pdf']);
    expect(readdirSync(issue.path('press'))).toEqual(['tiny-2026-07-08.pdf']);
  });

  it('tells in its report the hash of the file that was written, and writes the layout beside it', async () => {
    await run('build', '.', '--report', 'r/report.json', '--layout', 'r/layout.json');
    const { outputs, stories } = readJson('r/report.json');
    const pdf = readFileSync(issue.path('out/tiny-2026-07-08.pdf'));
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    expect(outputs).toEqual([{ file: 'out/tiny-2026-07-08.pdf', sha256, bytes: pdf.length }]);
    expect(stories).toHaveLength(2);
    expect(readJson('r/layout.json').pages).toHaveLength(1);
  });

  it('sets every edition into a file of its own, and the one that is named alone', async () => {
    issue.spoil('issue.yaml', 'number: 8123', 'number: 8123\neditions: [national, harbour]');
    await run('build', '.', '--report', 'report.json');
    expect(readdirSync(issue.path('out'))).toEqual(['tiny-2026-07-08-harbour.pdf', 'tiny-2026-07-08-national.pdf']);
    expect(readJson('report-harbour.json').edition).toBe('harbour');
    await run('build', '.', '--edition', 'harbour', '-o', 'one');
    expect(readdirSync(issue.path('one'))).toEqual(['tiny-2026-07-08-harbour.pdf']);
  });

  it.each([
    ['--edition', 'evening', 'the issue has no edition "evening": it has main'],
    ['--pages', '1,4', 'the issue has no page 4: it has 1'],
  ])('refuses %s %s where the issue has none', async (flag, value, says) => {
    const { status, err } = await run('build', '.', flag, value);
    expect({ status, err }).toEqual({ status: 2, err: `error: ${says}\n` });
    expect(existsSync(issue.path('out'))).toBe(false);
  });

  it('is stopped by a warning with --strict, and writes nothing', async () => {
    issue.spoil('articles/harbour.md', '    caption: The quay at six in the morning\n', '');
    expect((await run('build', '.')).status).toBe(0);
    const { status, err } = await run('build', '.', '--strict', '-o', 'strict');
    expect(status).toBe(1);
    expect(err).toMatch(/the press is stopped by \d+ warnings, and --strict was given: no PDF was written\n$/);
    expect(existsSync(issue.path('strict'))).toBe(false);
  });

  it('writes a proof of an issue that is stopped, under a name of its own, with status 1', async () => {
    issue.write('articles/budget.md', `---\nheadline: A budget\n---\n\n${'Many words. '.repeat(300)}\n`);
    const { status, err } = await run('build', '.', '--profile', 'proof', '--report', 'report.json');
    expect(status).toBe(1);
    expect(err).toContain('the press is stopped by 1 error: this is a proof\n');
    expect(readdirSync(issue.path('out'))).toEqual(['tiny-2026-07-08-proof.pdf']);
    expect(readJson('report.json').diagnostics.map(({ code }: { code: string }) => code)).toContain('overset');
  });

  it('writes the press file and the reader’s copy of one setting, the press file as when it is alone', async () => {
    await run('build', '.', '-o', 'alone');
    const { err } = await run('build', '.', '--profile', 'reader,press', '--report', 'report.json', '--timings');
    expect(readdirSync(issue.path('out'))).toEqual(['tiny-2026-07-08-reader.pdf', 'tiny-2026-07-08.pdf']);
    const press = readFileSync(issue.path('out/tiny-2026-07-08.pdf'));
    expect(press.equals(readFileSync(issue.path('alone/tiny-2026-07-08.pdf')))).toBe(true);
    expect(readFileSync(issue.path('out/tiny-2026-07-08-reader.pdf')).includes('<pdfuaid:part>1<')).toBe(true);
    expect(readJson('report.json').outputs.map(({ file }: { file: string }) => file)).toEqual([
      'out/tiny-2026-07-08.pdf',
      'out/tiny-2026-07-08-reader.pdf',
    ]);
    expect(err.match(/^manifest /gm)).toHaveLength(1);
  });

  it('writes one file a page for the press where that is asked for, with sums that can be checked', async () => {
    issue.spoil('templates/tiny/paper.yaml', 'name:', 'press: { pageFile: "TN_{date}_{page}.pdf" }\nname:');
    const { status } = await run('build', '.', '--split', '--profile', 'press,reader');
    expect(status).toBe(0);
    expect(readdirSync(issue.path('out'))).toEqual(['SHA256SUMS', 'TN_20260708_01.pdf', 'tiny-2026-07-08-reader.pdf']);
    const sums = readFileSync(issue.path('out/SHA256SUMS'), 'utf8').trim().split('\n');
    for (const sum of sums) {
      const [hash, name] = sum.split('  ') as [string, string];
      const file = readFileSync(issue.path(`out/${name}`));
      expect(createHash('sha256').update(file).digest('hex')).toBe(hash);
    }
    expect(sums).toHaveLength(2);
  });

  it.each([
    ['../{page}.pdf', 'is no name of a PDF file'],
    ['{page}', 'is no name of a PDF file'],
    ['HC_{weekday}_{page}.pdf', 'is no name of a PDF file'],
    ['HC_{date}.pdf', 'has no {page}, so that all pages would have one name'],
  ])('refuses %s as a pattern for page files', async (pattern, says) => {
    issue.spoil('templates/tiny/paper.yaml', 'name:', `press: { pageFile: "${pattern}" }\nname:`);
    const { status, err } = await run('check', '.');
    expect(status).toBe(1);
    expect(err).toContain(`error bad-value: "${pattern}" ${says}\n`);
  });

  it.each([
    [['--split', '--profile', 'reader'], '--split makes files for the press: add --profile press'],
    [['--split', '-o', 'a.pdf'], '--split makes many files: name a folder with -o'],
    [['--spreads'], '--spreads is for proofs: add --profile proof'],
  ])('refuses %s', async (flags, says) => {
    expect(await run('build', '.', ...flags)).toMatchObject({ status: 2, err: `error: ${says}\n` });
  });

  it('shows a proof as spreads where that is asked for', async () => {
    await run('build', '.', '--profile', 'proof', '-o', 'pages');
    await run('build', '.', '--profile', 'proof', '--spreads', '-o', 'spreads');
    const width = async (folder: string): Promise<number> => {
      const pdf = await PDFDocument.load(readFileSync(issue.path(`${folder}/tiny-2026-07-08-proof.pdf`)));
      return pdf.getPage(0).getTrimBox().width;
    };
    expect(await width('spreads')).toBeCloseTo(2 * (await width('pages')), 2);
  });

  it('takes profiles one by one, too, and writes proofs alone of an issue that is stopped', async () => {
    issue.write('articles/budget.md', `---\nheadline: A budget\n---\n\n${'Many words. '.repeat(300)}\n`);
    const { status } = await run('build', '.', '--profile', 'reader', '--profile', 'proof', '--profile', 'press');
    expect(status).toBe(1);
    expect(readdirSync(issue.path('out'))).toEqual(['tiny-2026-07-08-proof.pdf']);
    expect((await run('build', '.', '--profile', 'press,web')).err).toContain('press, reader, proof');
  });

  it('gives no more than a sentence when the disk refuses, and leaves nothing behind', async () => {
    mkdirSync(issue.path('out/tiny-2026-07-08.pdf'), { recursive: true });
    const { status, err } = await run('build', '.', '--quiet');
    expect(status).toBe(1);
    expect(err).toMatch(/^error: cannot write ".*tiny-2026-07-08.pdf": it is a folder\n$/);
    expect(readdirSync(issue.path('out'))).toEqual(['tiny-2026-07-08.pdf']);
  });

  it('prints the milliseconds of each stage where that is asked for', async () => {
    const { err } = await run('build', '.', '--timings');
    expect(err).toMatch(/^manifest +\d+\.\d ms$/m);
    expect(err).toMatch(/^total +\d+\.\d ms$/m);
  });

  it('draws progress on a terminal alone, and clears it away', async () => {
    const terminal = fakeTerminal(issue.folder, {
      liveColumns: 80,
      environment: { BROADSHEET_CACHE: issue.path('c') },
    });
    await runCommandLine(['build', '.', '--quiet'], terminal);
    expect(terminal.said.err).toContain(' make-up 0/1');
    expect(terminal.said.err.endsWith('\r\u001b[K')).toBe(true);
    expect((await run('build', '.', '--quiet')).err).toBe('');
  });
});

describe('check', () => {
  it('writes no PDF, and the report even where the press is stopped', async () => {
    issue.write('articles/budget.md', `---\nheadline: A budget\n---\n\n${'Many words. '.repeat(300)}\n`);
    const { status } = await run('check', '.', '--report', 'report.json');
    expect(status).toBe(1);
    expect(existsSync(issue.path('out'))).toBe(false);
    const budget = readJson('report.json').stories.find(({ article }: { article: string }) => article === 'budget');
    expect(budget.fit.lines).toBeGreaterThan(0);
  });

  it('ends with status 0 where nothing is wrong', async () => {
    expect((await run('check', '.')).status).toBe(0);
  });
});

describe('schema', () => {
  it('writes a JSON Schema for every file that people write and that Broadsheet writes', async () => {
    expect((await run('schema', '-o', 'schemas')).status).toBe(0);
    const names = readdirSync(issue.path('schemas'));
    expect(names).toEqual(expect.arrayContaining(['issue.json', 'paper.json', 'report.json']));
    for (const name of names) expect(readJson(`schemas/${name}`).$schema).toContain('draft-07');
  });

  it('names every schema alike: the kind of file, then .json', async () => {
    await run('schema', '-o', 'schemas');
    for (const name of readdirSync(issue.path('schemas'))) expect(name).toMatch(/^[a-z]+\.json$/);
  });
});
