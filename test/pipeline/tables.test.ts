import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlacedLine, PlacedStory } from '../../src/model/edition.js';
import { lineText } from '../../src/model/line.js';
import type { BuildResult } from '../../src/pipeline.js';
import { build, makeFolder } from './issue-folder.js';

const has = (tool: string) => spawnSync(tool, ['-v']).error === undefined;
if (!has('pdftotext')) console.warn('skipped in part: poppler-utils are not installed');

const CLUBS = ['Harbour Athletic', 'Quay Rovers', 'Little Vey', 'Gasworks', 'Wend Lashers', 'Tollen Town'];
const LEAGUE = [
  '| Club | P | W | Points |',
  '|------|---|--:|--------|',
  ...Array.from({ length: 30 }, (_, at) => `| ${CLUBS[at % CLUBS.length]} ${at + 1} | 14 | ${at} | ${at / 4} |`),
].join('\n');
const TIDES =
  '| | High water at the harbour mouth | |\n|--|--|--|\n| Mon | twenty past six in the morning and a little later up the river | 4.5 |\n| Tue | noon | 12.25 |\n';
const WORDS = 'The tide turned at the quay before noon, and nobody at the harbour office had been told of it. ';

describe('tables', () => {
  const folder = makeFolder();
  let result: BuildResult;

  beforeAll(async () => {
    folder.spoil('templates/harbour/paper.yaml', 'pageCounts: [8', 'pageCounts: [2, 8');
    const slot = 'columns: 1-3, legs: 3, accepts: [article, continue], shape: headOverLegs';
    folder.write('templates/harbour/pages/one.yaml', `extends: base\nslots:\n  story: { ${slot}, lines: 4-24 }\n`);
    const article = `---\nheadline: Tables\n---\n\n${WORDS.repeat(8)}\n\n#### The league\n\n${LEAGUE}\n\n${WORDS.repeat(9)}\n\n${TIDES}\n\n${WORDS}\n`;
    folder.write('articles/tables.md', article);
    folder.write('issue.yaml', issue('tables'));
    result = await build(folder.path, 'press', 'reader');
  });
  afterAll(() => folder.remove());

  const stories = (): readonly PlacedStory[] => result.edition?.pages.flatMap((page) => page.stories) ?? [];
  const tableLines = (paragraph: number): readonly PlacedLine[] =>
    stories().flatMap(({ legs }) => legs.flatMap(({ lines }) => lines.filter((line) => line.paragraph === paragraph)));

  it('set an issue without an error', () => {
    expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(stories().filter(({ tail }) => tail.length > 0)).toHaveLength(1);
  });

  it('stand on the grid, line under line', () => {
    const lines = stories().flatMap(({ legs }) => legs.map((leg) => leg.lines));
    for (const leg of lines) {
      leg.forEach(({ baseline }, at) => {
        const next = leg[at + 1]?.baseline ?? baseline + 10.5;
        expect(Math.abs((next - baseline) / 10.5 - Math.round((next - baseline) / 10.5))).toBeLessThan(1e-6);
      });
    }
  });

  it('lose no cell and double none but the head, over the rows of each leg', () => {
    const lines = tableLines(2);
    const own = lines.filter(({ line }) => !line.row?.repeated).map(({ line }) => lineText(line));
    expect(own).toEqual(
      LEAGUE.split('\n')
        .filter((_, at) => at !== 1)
        .map((row) => row.replaceAll('|', ' ').replace(/\s+/g, ' ').trim()),
    );
    const legs = stories().flatMap(({ legs }) => legs.filter((leg) => leg.lines.some((line) => line.paragraph === 2)));
    expect(legs.length).toBeGreaterThan(1);
    for (const { lines } of legs) {
      const head = lines.find((line) => line.paragraph === 2);
      expect(head && lineText(head.line)).toBe('Club P W Points');
      expect(head?.style).toBe('tableHead');
    }
  });

  it('set figures flush right with decimal signs under one another, and heads over them', () => {
    const rows = tableLines(2).map(({ line }) => line);
    const pieceOf = (text: string, column: number) =>
      rows.flatMap(({ pieces, row }) =>
        pieces.filter((piece, at) => piece.shaped.text === text && row?.columns[at] === column),
      )[0];
    const endOf = (text: string, column: number) => {
      const piece = pieceOf(text, column);
      return (piece?.x ?? Number.NaN) + (piece?.width ?? Number.NaN);
    };
    const digit = pieceOf('7', 2)?.width ?? Number.NaN;
    expect(endOf('7', 2)).toBeCloseTo(endOf('10', 2), 6);
    // In 0.25 and 2.5 the units stand under one another.
    expect(endOf('0.25', 3) - endOf('2.5', 3)).toBeCloseTo(digit, 6);
    expect(endOf('Points', 3)).toBeCloseTo(endOf('0.25', 3), 1);
  });

  it('run text over several lines where it must, in whole grid lines', () => {
    const rows = tableLines(4).map(({ line }) => [line.row?.row, lineText(line)]);
    expect(rows.filter(([row]) => row === 1).length).toBeGreaterThan(1);
    expect(rows.filter(([row]) => row === 1)[0]?.[1]).toMatch(/^Mon .* 4\.5$/);
    expect(rows.at(-1)).toEqual([2, 'Tue noon 12.25']);
  });

  it('have hairlines under the head and the last row', () => {
    const rules = stories().flatMap(({ legs }) => legs.flatMap((leg) => leg.rules));
    const heads = tableLines(2).filter(({ style }) => style === 'tableHead').length + 1;
    expect(rules).toHaveLength(heads + 2);
    expect(new Set(rules.map(({ weight }) => weight))).toEqual(new Set([0.3]));
  });

  it.skipIf(!has('pdftotext'))('are read row by row, with spaces between the cells', () => {
    expect(result.pdfs).toHaveLength(2);
    for (const [at, { bytes }] of result.pdfs.entries()) {
      const path = join(folder.path, `${at}.pdf`);
      writeFileSync(path, bytes);
      const text = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
      expect(text).toContain('Quay Rovers 2 14 1 0.25 Little Vey 3 14 2 0.5');
    }
  });

  it.skipIf(!has('pdfinfo'))('are tables of rows, heads and cells in the reader’s copy, over legs and a jump', () => {
    const path = join(folder.path, 'reader.pdf');
    writeFileSync(path, result.pdfs[1]?.bytes as Uint8Array);
    const tree = execFileSync('pdfinfo', ['-struct', path], { encoding: 'utf8' });
    const count = (role: string) => tree.split('\n').filter((line) => line.trim().split(/[ :]/)[0] === role).length;
    expect({ Table: count('Table'), TR: count('TR'), TH: count('TH'), TD: count('TD') }).toEqual({
      Table: 2,
      TR: 31 + 3,
      TH: 4 + 3,
      TD: 30 * 4 + 2 * 3,
    });
    expect(count('/Scope')).toBe(7);
  });
});

function issue(article: string): string {
  const pages =
    '  1: { template: one, slots: { story: tables } }\n  2: { template: one, slots: { story: { continue: tables } } }\n';
  return `paper: harbour\ndate: 2026-07-08\nnumber: 1\npages:\n${pages.replaceAll('tables', article)}`;
}
