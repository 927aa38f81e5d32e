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

const MISFITS = ['overset', 'underset', 'unlevel-legs', 'widow-orphan'];

describe('a story is made to fit', () => {
  const folder = makeFolder();
  const paper = readFileSync(join(folder.path, 'templates/harbour/paper.yaml'), 'utf8');
  /** The least depth at which nothing of the text is over, with no step taken. */
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
  /** What says that a story does not fit; loose lines are no matter of this. */
  const misfits = (result: BuildResult) => codes(result).filter((code) => MISFITS.includes(code));
  const codes = ({ diagnostics }: BuildResult) => diagnostics.map(({ code }) => code);

  beforeAll(async () => {
    const { story } = await set(115, '');
    expect(story.fit.applied).toEqual([]);
    natural = 115 + Math.floor(story.fit.lines / 2);
    for (let tries = 0; tries < 6 && codes((await set(natural, '')).result).includes('overset'); tries++) natural += 1;
  }, 60_000);
  afterAll(() => folder.remove());

  it('by nothing at all where it fits as it is', async () => {
    const { result, story } = await set(natural, `${LOOSENESS}, ${TRACKING}`);
    expect(codes(result)).not.toContain('overset');
    expect(story.fit.lines).toBe(0);
  });

  it('by looseness first, and then by no more tracking than without it', async () => {
    for (let lines = natural - 3; lines < natural; lines++) {
      const both = await set(lines, `${LOOSENESS}, ${TRACKING}`);
      const alone = await set(lines, TRACKING);
      if (misfits(alone.result).length > 0) continue;
      expect(misfits(both.result)).toEqual([]);
      expect(Math.abs(both.story.fit.tracking)).toBeLessThanOrEqual(Math.abs(alone.story.fit.tracking));
      expect(both.story.fit.applied).toEqual([...both.story.fit.applied].sort());
    }
  }, 60_000);

  it('by tracking, the least that will do and the same on every page', async () => {
    const { result, story } = await set(natural - 1, TRACKING);
    expect(codes(result)).not.toContain('overset');
    expect(story.fit.applied).toEqual(['tracking']);
    const used = trackingsIn(result);
    expect(used).toHaveLength(1);
    expect(used[0]).toBeLessThan(0);
    expect(used[0]).toBeGreaterThanOrEqual(-20);
    const less = await set(natural - 1, `{ do: tracking, from: ${(used[0] as number) + 1}, to: 0 }`);
    expect(misfits(less.result)).not.toEqual([]);
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
    expect(story.fit).toMatchObject({ applied: ['drop'], dropped: ['deck'] });
    const parts = result.edition?.pages[0]?.stories[0]?.head.map(({ part }) => part);
    expect(parts).toContain('headline');
    expect(parts).not.toContain('deck');
  });

  it('by leaving out its pullquote, without a word about the place it had', async () => {
    const article = 'pullquotes: ["There are none to spare, and nobody who fishes for them says otherwise."]\n';
    const slot = `${ALL}, pullquote: { legs: 1-2, width: 1 }`;
    const quotes = ({ edition }: BuildResult) => edition?.pages[0]?.stories[0]?.pullquotes.length;
    const whole = await set(natural, '', { article, slot });
    expect(codes(whole.result)).toContain('overset');
    expect(quotes(whole.result)).toBe(1);
    const { result, story } = await set(natural, '{ do: drop, optional: [pullquote] }', { article, slot });
    expect(codes(result)).not.toContain('overset');
    expect(codes(result)).not.toContain('pullquote-unplaced');
    expect(story.fit).toMatchObject({ applied: ['drop'], dropped: ['pullquote'] });
    expect(quotes(result)).toBe(0);
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
