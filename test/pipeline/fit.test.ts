import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoryOutcome } from '../../src/model/edition.js';
import type { BuildResult } from '../../src/pipeline.js';
import { check, makeFolder, PRODUCT } from './issue-folder.js';

/** Running text in the paper's language, enough of it that some paragraph can be set a line shorter. */
const TEXT = ['eels', 'grain']
  .map(
    (name) =>
      readFileSync(join(PRODUCT, `issues/2026-07-08/articles/${name}.md`), 'utf8')
        .split(/\n---\n/)
        .at(-1) ?? '',
  )
  .flatMap((text) => text.split('\n\n').map((paragraph) => paragraph.trim()))
  .filter((paragraph) => paragraph !== '' && !paragraph.startsWith('#'))
  .join('\n\n');

describe('a story is made to fit', () => {
  const folder = makeFolder();
  const paper = readFileSync(join(folder.path, 'templates/harbour/paper.yaml'), 'utf8');
  let natural: number;

  /** Sets the text in one leg of so many lines, with the steps given; its head takes the same lines every time. */
  async function set(lines: number, steps: string, more: { slot?: string; article?: string; pages?: 1 | 2 } = {}) {
    const pages = more.pages ?? 1;
    const depth = Math.floor(lines / pages);
    const slot = `columns: 1-2, legs: 2, shape: headOverLegs, styles: { headline: headlineFourth }, fit: ${more.slot ?? ALL}`;
    folder.write(
      'templates/harbour/paper.yaml',
      paper.replace(/pageCounts: .*/, 'pageCounts: [1, 2]').replace(/\nfit:[\s\S]*/, `\nfit: [${steps}]\n`),
    );
    folder.write(
      'templates/harbour/pages/one.yaml',
      `slots:\n  story: { ${slot}, lines: 1-${depth}, accepts: [article, continue], jump: { minBefore: 0, minAfter: 0 } }\n`,
    );
    const page = (number: number, content: string) => `  ${number}: { template: one, slots: { story: ${content} } }\n`;
    folder.write(
      'issue.yaml',
      `paper: harbour\ndate: 2026-07-08\nnumber: 1\npages:\n${page(1, 'eels')}${pages === 2 ? page(2, '{ continue: eels }') : ''}`,
    );
    folder.write('articles/eels.md', `---\nheadline: Eels\n${more.article ?? ''}---\n\n${TEXT}\n`);
    const result = await check(folder.path);
    return { result, story: result.edition?.stories[0] as StoryOutcome };
  }

  const ALL = '[looseness, space, tracking, crop, drop]';
  const TRACKING = '{ do: tracking, from: -20, to: 10 }';
  const LOOSENESS = '{ do: looseness, lines: 1 }';
  const codes = ({ diagnostics }: BuildResult) => diagnostics.map(({ code }) => code);

  beforeAll(async () => {
    const { story } = await set(115, '');
    natural = 115 + story.fit.lines / 2;
    expect(story.fit.applied).toEqual([]);
  }, 60_000);
  afterAll(() => folder.remove());

  it('by nothing at all where it fits as it is', async () => {
    const { result, story } = await set(natural, `${LOOSENESS}, ${TRACKING}`);
    expect(codes(result)).not.toContain('overset');
    expect(story.fit.lines).toBe(0);
  });

  it('by looseness alone where that is enough, though tracking would be allowed', async () => {
    let loose = 0;
    for (let lines = natural - 2; lines <= natural + 3; lines++) {
      const { result, story } = await set(lines, `${LOOSENESS}, ${TRACKING}`);
      if (story.fit.applied.join() !== 'looseness' || result.diagnostics.length > 0) continue;
      loose += 1;
      const without = await set(lines, '');
      expect(without.result.diagnostics.length + Math.abs(without.story.fit.lines)).toBeGreaterThan(0);
    }
    expect(loose).toBeGreaterThan(0);
  }, 60_000);

  it('by looseness first and as little tracking as then will do', async () => {
    const { result, story } = await set(natural - 1, `${LOOSENESS}, ${TRACKING}`);
    expect(codes(result)).toEqual([]);
    expect(story.fit.applied[0]).toBe('looseness');
    const alone = await set(natural - 1, TRACKING);
    expect(Math.abs(trackingsIn(result)[0] as number)).toBeLessThan(Math.abs(trackingsIn(alone.result)[0] as number));
  });

  it('by tracking, the least that will do and the same on every page', async () => {
    const { result, story } = await set(natural - 1, TRACKING);
    expect(codes(result)).not.toContain('overset');
    expect(story.fit.applied).toEqual(['tracking']);
    const used = trackingsIn(result);
    expect(used).toHaveLength(1);
    expect(used[0]).toBeLessThan(0);
    expect(used[0]).toBeGreaterThanOrEqual(-20);
    const less = await set(natural - 1, `{ do: tracking, from: ${(used[0] as number) + 1}, to: 0 }`);
    expect(less.result.diagnostics).not.toEqual([]);
  });

  it('by one tracking over a jump, heads left as they are', async () => {
    let tracked: BuildResult | undefined;
    for (let lines = natural - 10; lines <= natural + 40 && !tracked; lines += 2) {
      const { result, story } = await set(lines, TRACKING, { pages: 2 });
      if (story.fit.applied.includes('tracking') && story.slots.length === 2) tracked = result;
    }
    expect(trackingsIn(tracked as BuildResult)).toHaveLength(1);
    const heads = tracked?.edition?.pages.flatMap(({ stories }) => stories.flatMap(({ head }) => head)) ?? [];
    const headline = tracked?.edition?.issue.paper.styles.get('headlineFourth');
    for (const { line } of heads.filter(({ part }) => part === 'headline')) {
      expect(line.pieces[0]?.style.tracking).toBe(headline?.tracking);
    }
  }, 60_000);

  it('by leaving out its deck, and says so', async () => {
    const deck =
      'deck: A river that has had eels since the ice went has none to spare, and the men who fish for them say so\n';
    const whole = await set(natural, '', { article: deck });
    expect(codes(whole.result)).toContain('overset');
    const { result, story } = await set(natural, '{ do: drop, optional: [pullquote, deck] }', { article: deck });
    expect(codes(result)).not.toContain('overset');
    expect(story.fit.applied).toEqual(['drop']);
    const parts = result.edition?.pages[0]?.stories[0]?.head.map(({ part }) => part);
    expect(parts).toContain('headline');
    expect(parts).not.toContain('deck');
  });

  it('by none of it where its slot or the article itself says so', async () => {
    for (const more of [{ slot: 'none' }, { article: 'fit: none\n' }, { article: 'fit: [space]\n' }]) {
      const { result, story } = await set(natural - 1, `${LOOSENESS}, ${TRACKING}`, more);
      expect(codes(result)).toContain('overset');
      expect(story.fit.applied).toEqual([]);
    }
  });
});

/** The trackings that body lines are set with. */
function trackingsIn({ edition }: BuildResult): number[] {
  const lines = edition?.pages.flatMap(({ stories }) =>
    stories.flatMap(({ legs }) => legs.flatMap((leg) => leg.lines)),
  );
  return [...new Set(lines?.flatMap(({ line }) => line.pieces.map(({ style }) => style.tracking)))];
}
