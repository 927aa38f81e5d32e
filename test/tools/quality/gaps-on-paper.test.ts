import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../src/cli/command-line.js';
import { measureLayout } from '../../../tools/quality/measure-layout.mjs';
import { fakeTerminal } from '../../cli/fake-terminal.js';
import { writeTinyIssue } from '../../cli/tiny-issue.js';
import { hasTool, runTool } from '../../pdf/outside-tools.js';

interface Word {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface SetLine {
  readonly baseline: number;
  readonly x: number;
  readonly measure: number;
  readonly text: string;
  readonly last: boolean;
}

/** Words of a one-page PDF as another program finds them. */
function wordsOnPaper(pdf: Uint8Array): readonly Word[] {
  const page = runTool('pdftotext', pdf, ['-bbox', '@', '-']).toString();
  const boxes = page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">/g);
  return [...boxes].map((box) => {
    const [left, top, right, bottom] = box.slice(1).map(Number) as [number, number, number, number];
    return { left, top, right, bottom };
  });
}

/** The mean gap between the words that stand on a line, from the end of one to the start of the next. */
function gapOnPaper(words: readonly Word[], { baseline, x, measure, text }: SetLine): number {
  const onLine = words
    .filter(({ top, bottom }) => top < baseline - 1 && bottom > baseline - 1 && bottom - baseline < 5)
    .filter(({ left, right }) => left > x - 1 && right < x + measure + 5)
    .sort((a, b) => a.left - b.left);
  expect(onLine.length).toBe(text.split(' ').length);
  const gaps = onLine.slice(1).map(({ left }, index) => left - (onLine[index]?.right ?? 0));
  return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
}

async function buildTiny() {
  const issue = await writeTinyIssue();
  try {
    const terminal = fakeTerminal(issue.folder, { environment: { BROADSHEET_CACHE: issue.path('cache') } });
    await runCommandLine(['build', '.', '--layout', 'layout.json'], terminal);
    const pdf = readFileSync(issue.path('out/tiny-2026-07-08.pdf'));
    return { pdf, layout: JSON.parse(readFileSync(issue.path('layout.json'), 'utf8')) };
  } finally {
    issue.discard();
  }
}

describe.skipIf(!hasTool('pdftotext'))('the word gaps that are measured from a layout file', () => {
  it('are those that another program finds between the words of the PDF', async () => {
    const { pdf, layout } = await buildTiny();
    const words = wordsOnPaper(pdf);
    const slots: { legs: { lines: SetLine[] }[] }[] = layout.pages[0].slots;
    const justified = slots.flatMap(({ legs }) => legs.flatMap(({ lines }) => lines)).filter(({ last }) => !last);
    const gaps = justified.map((line) => gapOnPaper(words, line)).sort((a, b) => a - b);
    expect(gaps.length).toBeGreaterThan(8);
    const figures = measureLayout(layout);
    expect(figures.gapP50?.value).toBeCloseTo(gaps[Math.ceil(gaps.length * 0.5) - 1] ?? 0, 1);
    expect(figures.gapP95?.value).toBeCloseTo(gaps[Math.ceil(gaps.length * 0.95) - 1] ?? 0, 1);
    const loose = gaps.filter((gap) => gap > 4.5).length;
    expect(figures.looseLines?.value).toBeCloseTo((loose / gaps.length) * 100, 6);
  });
});
