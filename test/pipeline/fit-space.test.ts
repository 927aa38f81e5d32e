import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlacedStory, StoryOutcome } from '../../src/model/edition.js';
import { check, makeFolder, PRODUCT } from './issue-folder.js';

/** Text without crossheads, so that all white that is added is about the pullquote. */
const TEXT = (
  readFileSync(join(PRODUCT, 'issues/2026-07-08/articles/eels.md'), 'utf8')
    .split(/\n---\n/)
    .at(-1) ?? ''
)
  .split('\n\n')
  .filter((paragraph) => !paragraph.startsWith('#'))
  .join('\n\n');

/** Short paragraphs that are put after the text, so that it ends on every line of its legs. */
const EXTRA = Array.from({ length: 9 }, (_, index) => index);
const DEPTH = 36;

interface Outcome {
  readonly story: PlacedStory;
  readonly outcome: StoryOutcome;
  /** Grid lines from the last line of text over the pullquote to its first line, and from its last to the text under it. */
  readonly white: readonly [over: number, under: number];
  /** Warnings and errors of fit. */
  readonly misfits: number;
}

describe('white round a pullquote', () => {
  const folder = makeFolder();
  const paper = readFileSync(join(folder.path, 'templates/harbour/paper.yaml'), 'utf8');
  const plain: Outcome[] = [];
  const spaced: Outcome[] = [];

  async function set(extra: number, fit: string): Promise<Outcome> {
    folder.write(
      'templates/harbour/paper.yaml',
      paper.replace(/pageCounts: .*/, 'pageCounts: [1]').replace(/\nfit:[\s\S]*/, `\nfit: [${fit}]\n`),
    );
    const slot = 'columns: 1-3, legs: 3, shape: headOverLegs, styles: { headline: headlineFourth }';
    folder.write(
      'templates/harbour/pages/one.yaml',
      `slots:\n  story: { ${slot}, lines: 1-${DEPTH}, accepts: article, pullquote: { legs: 2 } }\n`,
    );
    const end = '\n\nThe eels went on.'.repeat(extra);
    folder.write(
      'articles/eels.md',
      `---\nheadline: Eels\npullquotes: [It is the eels that decide]\n---\n\n${TEXT}${end}\n`,
    );
    const result = await check(folder.path);
    const { leading } = result.edition?.issue.paper.grid ?? { leading: 1 };
    const story = result.edition?.pages[0]?.stories[0] as PlacedStory;
    const misfits = result.diagnostics.filter(({ code }) => /overset|underset|unlevel|widow/.test(code)).length;
    return { story, outcome: result.edition?.stories[0] as StoryOutcome, white: whiteOf(story, leading), misfits };
  }

  beforeAll(async () => {
    folder.write(
      'issue.yaml',
      'paper: harbour\ndate: 2026-07-08\nnumber: 1\npages:\n  1: { template: one, slots: { story: eels } }\n',
    );
    for (const extra of EXTRA) {
      plain.push(await set(extra, ''));
      spaced.push(await set(extra, '{ do: space, around: [pullquote], max: 2 lines }'));
    }
  }, 120_000);
  afterAll(() => folder.remove());

  it('is added in whole lines, two on a side at most, and told as a step that was taken', () => {
    const standing = plain[0]?.white ?? [0, 0];
    const applied = spaced.filter(({ outcome }) => outcome.fit.applied.includes('space'));
    expect(applied.length).toBeGreaterThan(2);
    for (const { white } of applied) {
      const added = white.map((lines, side) => lines - (standing[side] ?? 0));
      for (const lines of added) expect([0, 1, 2]).toContain(lines);
      expect(Math.max(...added)).toBeGreaterThan(0);
      expect(Math.abs((added[0] ?? 0) - (added[1] ?? 0))).toBeLessThanOrEqual(1);
    }
  });

  it('mends stories and spoils none', () => {
    const left = (outcomes: readonly Outcome[]) =>
      outcomes.reduce((sum, { misfits, outcome }) => sum + misfits * 100 + Math.abs(outcome.fit.lines), 0);
    for (const [index, { misfits, outcome }] of spaced.entries()) {
      expect(misfits, `${EXTRA[index]} paragraphs more`).toBeLessThanOrEqual(plain[index]?.misfits ?? 0);
      if (plain[index]?.outcome.fit.lines === 0) expect(outcome.fit.lines).toBe(0);
    }
    expect(left(spaced)).toBeLessThan(left(plain));
  });

  it('is not added to a story that is too long, nor moves the pullquote', () => {
    expect(plain.at(-1)?.outcome.fit.lines).toBeGreaterThan(0);
    expect(spaced.at(-1)?.outcome.fit.applied).not.toContain('space');
    for (const [index, { story }] of spaced.entries())
      expect(story.pullquotes[0]?.box).toEqual(plain[index]?.story.pullquotes[0]?.box);
  });
});

function whiteOf({ legs, pullquotes }: PlacedStory, leading: number): readonly [number, number] {
  const [quote] = pullquotes;
  if (!quote) throw new Error('no pullquote was placed');
  const baselines = (legs[1]?.lines ?? []).map(({ baseline }) => baseline);
  const bottom = quote.box.y + quote.box.height;
  const over = quote.box.y - Math.max(...baselines.filter((baseline) => baseline < quote.box.y));
  const under = Math.min(...baselines.filter((baseline) => baseline > bottom + 1)) - bottom;
  return [Math.round(over / leading), Math.round(under / leading)];
}
