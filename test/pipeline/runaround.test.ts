import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlacedLine, PlacedStory } from '../../src/model/edition.js';
import { lineText } from '../../src/model/line.js';
import type { BuildResult } from '../../src/pipeline.js';
import { readStory } from '../../src/story/read-story.js';
import type { Rect } from '../../src/units/rect.js';
import { build, makeFolder, PRODUCT } from './issue-folder.js';
import { wordsSet, wordsWritten } from './words.js';

const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;
if (!hasPoppler) console.warn('skipped: pdftotext is not installed (Debian: poppler-utils)');

const SAMPLE = join(PRODUCT, 'issues', '2026-07-08');

/** One plan a page: legs of the slot, the picture among them, the pullquote. Odd pages are right-hand pages. */
const PLANS: readonly { readonly legs: number; readonly runaround: string; readonly pullquote: string }[] = [
  { legs: 3, runaround: 'legs: 2-3, width: 0.8, lines: 9-16', pullquote: 'legs: 1' },
  { legs: 3, runaround: 'legs: 1-2, width: 1.4, at: inside, lines: 8-16', pullquote: 'legs: 3, down: head' },
  { legs: 4, runaround: 'legs: 2-3, width: 2, lines: 12-20, down: head', pullquote: 'legs: 4, down: foot' },
  { legs: 2, runaround: 'legs: 1-2, width: 0.7, lines: 12-20', pullquote: 'legs: 1-2, width: 0.8, down: foot' },
  { legs: 4, runaround: 'legs: 1-4, width: 1.5, at: outside, lines: 9', pullquote: 'legs: 1-2, width: 1' },
  { legs: 2, runaround: 'legs: 2, width: 0.45, at: end, lines: 8-12', pullquote: 'legs: 2, width: 0.5, at: start' },
  { legs: 6, runaround: 'legs: 3-4, width: 1.3, lines: 9-14, down: foot', pullquote: 'legs: 3-4, width: 2' },
  { legs: 3, runaround: 'legs: 1-3, width: 1, at: center, lines: 10-14', pullquote: 'legs: 2, down: foot' },
];
const ARTICLES = ['doctrine', 'regatta', 'leader', 'choir', 'farewell', 'budget', 'pilots', 'ferry-company'] as const;

/** The article whose pictures stand in its text. */
const IN_TEXT = 'regatta';

/** How far a quote or a hyphen may hang out of its measure, in points. */
const HANG = 3;

describe('text round what stands among the legs', () => {
  const folder = makeFolder();
  let result: BuildResult;
  let stories: readonly PlacedStory[];

  beforeAll(async () => {
    folder.spoil(
      'templates/harbour/paper.yaml',
      '  crosshead:',
      '  opening: { extends: body, dropCap: {} }\n  crosshead:',
    );
    const photo = readFileSync(join(SAMPLE, 'pictures', 'gulls.jpg'));
    folder.write('gulls.jpg', photo);
    folder.write('pictures/quay.jpg', photo);
    PLANS.forEach(({ legs, runaround, pullquote }, index) => {
      const slot = `columns: 1-6, lines: 4-44, accepts: article, shape: headOverLegs, legs: ${legs}`;
      const insets = `runaround: { ${runaround} }, pullquote: { ${pullquote} }, styles: { body: opening }`;
      folder.write(
        `templates/harbour/pages/round${index}.yaml`,
        `extends: base\nslots:\n  story: { ${slot}, ${insets} }\n`,
      );
    });
    for (const id of ARTICLES) folder.write(`articles/${id}.md`, article(id));
    const pages = ARTICLES.map((id, index) => `  ${index + 1}: { template: round${index}, slots: { story: ${id} } }\n`);
    folder.write('issue.yaml', `paper: harbour\ndate: 2026-07-08\nnumber: 1\npages:\n${pages.join('')}`);
    result = await build(folder.path, 'proof');
    stories = result.edition?.pages.flatMap((page) => page.stories) ?? [];
  }, 120_000);
  afterAll(() => folder.remove());

  it('places every picture and every pullquote', () => {
    expect(result.diagnostics.filter(({ code }) => /unplaced/.test(code) && code !== 'picture-unplaced')).toEqual([]);
    expect(stories).toHaveLength(PLANS.length);
    for (const story of stories)
      expect([story.pictures.length, story.pullquotes.length], story.article).toEqual([1, 1]);
  });

  it('takes a picture that stands in the text of an article for its next one', () => {
    const shown = stories.find(({ article: id }) => id === IN_TEXT);
    expect(shown?.pictures[0]?.note).toMatchObject({ file: 'gulls.jpg', alt: 'Gulls', inText: true });
    expect(shown?.captions.map(({ line }) => lineText(line)).join(' ')).toContain('Gulls on a rail');
  });

  it('warns of a picture in the text that no slot has a place for', () => {
    expect(result.diagnostics.filter(({ code }) => code === 'picture-unplaced')).toMatchObject([
      {
        message: `the picture "pictures/quay.jpg" of "${IN_TEXT}" has no place in slot "story"`,
        hint: 'use a slot with "runaround", or take the picture out of the text',
      },
    ]);
  });

  it('never crosses a picture, its caption or a pullquote, and keeps a gutter away from them', () => {
    const gutter = result.edition?.issue.paper.grid.gutter as number;
    let beside = 0;
    for (const story of stories) {
      const obstacles = obstaclesOf(story);
      for (const leg of story.legs) {
        for (const line of leg.lines) {
          const ink = inkOf(line);
          if (line.line.measure < leg.box.width - 0.01 || line.line.indent > 30) beside += 1;
          for (const obstacle of obstacles) {
            const white = gutter - HANG;
            const clear = { ...obstacle, x: obstacle.x - white, width: obstacle.width + 2 * white };
            expect(
              cross(ink, clear),
              `${story.article} ${JSON.stringify([ink, obstacle, line.line.indent, line.line.measure, leg.box, lineText(line.line)])}`,
            ).toBe(false);
          }
        }
      }
    }
    expect(beside).toBeGreaterThan(100);
  });

  it('keeps pictures and pullquotes apart, and inside their slots', () => {
    for (const story of stories) {
      const [picture, ...others] = [
        ...story.pictures.map(({ box }) => box),
        ...story.pullquotes.map(({ box }) => box),
      ] as [Rect, ...Rect[]];
      for (const other of others) expect(cross(picture, other), story.article).toBe(false);
      for (const box of [picture, ...others]) {
        expect(box.x).toBeGreaterThanOrEqual(story.box.x - 0.01);
        expect(box.x + box.width).toBeLessThanOrEqual(story.box.x + story.box.width + 0.01);
        expect(box.y + box.height).toBeLessThanOrEqual(story.box.y + story.box.height);
      }
    }
  });

  it('has every word of the text, in order and once, and no word of the pullquote for one', () => {
    const edition = result.edition as NonNullable<BuildResult['edition']>;
    for (const source of edition.issue.articles.values()) {
      const story = readStory(source, () => {});
      const written = wordsWritten(story);
      const set = wordsSet(edition, source.id);
      const overset = result.diagnostics.some(
        ({ code, message }) => code === 'overset' && message.includes(`"${source.id}"`),
      );
      expect(set, source.id).toEqual(overset ? written.slice(0, set.length) : written);
      expect(edition.stories.find(({ article: id }) => id === source.id)?.words).toBe(story.words);
    }
  });

  it('stands every line on the grid', () => {
    const { leading } = (result.edition as NonNullable<BuildResult['edition']>).issue.paper.grid;
    const baselines = stories.flatMap((story) =>
      story.legs.flatMap((leg) => leg.lines.map(({ baseline }) => baseline)),
    );
    for (const baseline of baselines) {
      const steps = (baseline - (baselines[0] as number)) / leading;
      expect(Math.abs(steps - Math.round(steps))).toBeLessThan(0.001);
    }
  });

  it.skipIf(!hasPoppler)('gives the first word of each story whole to a text extractor, drop cap and all', () => {
    const file = join(folder.path, 'out.pdf');
    writeFileSync(file, result.pdfs[0]?.bytes as Uint8Array);
    stories.forEach((story, index) => {
      const first = story.legs[0]?.lines[0]?.line;
      const page = ['-f', `${index + 1}`, '-l', `${index + 1}`];
      const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', ...page, file, '-']).toString();
      const source = result.edition?.issue.articles.get(story.article)?.markdown.trim() ?? '';
      const words = source.split(/\s+/).slice(0, 3).join(' ');
      expect(first?.dropCap, story.article).toBeDefined();
      expect(text, story.article).toContain(`\n${words.replace("'", '’')}`);
    });
  });
});

/** An article of the sample issue with one picture and one pullquote. */
function article(id: string): string {
  const text = readFileSync(join(SAMPLE, 'articles', `${id}.md`), 'utf8').split(/^---$/m)[2] as string;
  const picture = '{ file: gulls.jpg, caption: Gulls on a rail of the quay, credit: R. Smee, alt: Gulls }';
  const quote = '{ text: "An argument, like a bollard, should be able to stand by itself.", by: Margit Aalund }';
  if (id === IN_TEXT) {
    const written = '![Gulls](gulls.jpg "Gulls on a rail of the quay")\n\n![The quay](quay.jpg "The quay")';
    return `---\nheadline: ${id}\npullquotes: [${quote}]\n---\n${text.trim()}\n\n${written}\n`;
  }
  return `---\nheadline: ${id}\npictures: [${picture}]\npullquotes: [${quote}]\n---\n${text}`;
}

/** What text must keep away from: pictures with the lines of their captions, and pullquotes. */
function obstaclesOf(story: PlacedStory): readonly Rect[] {
  const captions = story.captions.map((line) => ({ ...inkOf(line), x: line.x, width: line.line.measure }));
  return [...story.pictures.map(({ box }) => box), ...story.pullquotes.map(({ box }) => box), ...captions];
}

/** The box about a line of type, from its ascenders to its descenders. */
function inkOf({ line, x, baseline }: PlacedLine): Rect {
  const size = line.pieces[0]?.style.size ?? 0;
  const start = line.pieces[0]?.x ?? 0;
  return { x: x + start, y: baseline - 0.74 * size, width: line.width - start, height: 0.98 * size };
}

function cross(a: Rect, b: Rect): boolean {
  const slack = 0.01;
  const apart =
    a.x + a.width <= b.x + slack ||
    b.x + b.width <= a.x + slack ||
    a.y + a.height <= b.y + slack ||
    b.y + b.height <= a.y + slack;
  return !apart;
}
