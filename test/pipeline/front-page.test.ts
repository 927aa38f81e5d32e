import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuildResult } from '../../src/pipeline.js';
import { readStory } from '../../src/story/read-story.js';
import { check, makeFolder, PRODUCT } from './issue-folder.js';
import { wordsSet, wordsWritten } from './words.js';

const MATERIAL = join(PRODUCT, '..', 'shared', 'material');
const SEED = join(MATERIAL, 'front-page', 'seed-front-page.md');
const present = existsSync(SEED);
if (!present) console.warn('skipped: the real front page is not here (../shared/material/front-page)');

const FRONT = `
extends: front
slots:
  skybox1: { columns: 1-2, lines: 22-34, accepts: refer, required: true, shape: headOverLegs, legs: 2, picture: null }
  skybox2: null
  skybox3: null
  second: null
  briefs: null
  opinion: { lines: 38-118 }
  lead: { lines: 22-118, picture: { lines: 20-80 } }
furniture: { briefsLabel: null, code: null }
rules: [{ between: [opinion, lead] }]
`;
const INSIDE = `
extends: base
slots:
  story: { columns: 1-6, lines: 4-80, accepts: article, shape: headOverLegs, legs: 6 }
  jump: { columns: 1-6, lines: 83-118, accepts: continue, shape: headOverLegs, legs: 6 }
`;

function manifest(continuedOn: number): string {
  const story = (page: number, article: string) =>
    `  ${page}: { template: inside, slots: { story: ${article}${page === continuedOn ? ', jump: { continue: doctrine }' : ''} } }`;
  const inside = ['farewell', 'one', 'two', 'three', 'four', 'five', 'samiei-orchestra'];
  return [
    'paper: harbour',
    'date: 2026-07-08',
    'number: 1',
    'pages:',
    '  1: { template: seed, slots: { skybox1: { refer: samiei-orchestra }, opinion: doctrine, lead: { refer: farewell } } }',
    ...inside.map((article, index) => story(index + 2, article)),
    '',
  ].join('\n');
}

/** Takes the flat page apart into its three articles, as a desk would by hand. */
function splitSeed(page: string) {
  const [orchestra, rest] = page.split('8 >') as [string, string];
  const [opinion, lead] = rest.split('Page 3 >') as [string, string];
  const heading = (text: string) => (/^#+ (.+)$/m.exec(text) as RegExpExecArray)[1] as string;
  const body = opinion.slice(opinion.indexOf('Political scientists'));
  const caption = (/People hold.*/.exec(lead) as RegExpExecArray)[0].replace(/\s*\[khamenei\.ir\].*$/, '');
  return { orchestra: heading(orchestra), doctrine: heading(opinion), body, lead: heading(lead), caption };
}

/** The text of an article of the prose material, without its head. */
function prose(name: string): string {
  const text = readFileSync(join(MATERIAL, 'prose', 'articles', `${name}.md`), 'utf8');
  const paragraphs = text.split(/\n\s*\n/).filter((part) => !/^(#{1,3} |By )/.test(part));
  return paragraphs.slice(0, 12).join('\n\n');
}

function article(headline: string, body: string, more = ''): string {
  return `---\nheadline: ${JSON.stringify(headline)}\n${more}---\n\n${body}\n`;
}

describe.skipIf(!present)('the real front page', () => {
  const folder = makeFolder();
  const seed = present ? splitSeed(readFileSync(SEED, 'utf8')) : undefined;
  let asTyped: BuildResult;

  beforeAll(async () => {
    if (!seed) return;
    folder.write('templates/harbour/pages/seed.yaml', FRONT);
    folder.write('templates/harbour/pages/inside.yaml', INSIDE);
    folder.write('qom.jpg', readFileSync(join(MATERIAL, 'prose', 'photos', 'black-canyon.jpg')));
    const filler = {
      one: 'sotu-1801',
      two: 'sotu-1903',
      three: 'moby-dick-016',
      four: 'moby-dick-029',
      five: 'sotu-1936',
    };
    for (const [id, source] of Object.entries(filler))
      folder.write(`articles/${id}.md`, article(`Filler ${id}`, prose(source)));
    folder.write('articles/samiei-orchestra.md', article(seed.orchestra, `8 >\n\n${prose('moby-dick-046')}`));
    folder.write(
      'articles/doctrine.md',
      article(
        seed.doctrine,
        `${seed.body}\n\nPage 3 >`,
        'kicker: Opinion exclusive\nbyline: { name: Edris Khosravi, role: Political affairs expert }\njump: { head: keyword, keyword: Doctrine }\n',
      ),
    );
    const picture = `pictures: [{ file: qom.jpg, alt: Mourners, caption: ${JSON.stringify(seed.caption)}, credit: { name: khamenei.ir, url: "http://khamenei.ir" } }]\n`;
    folder.write('articles/farewell.md', article(seed.lead, `2 >\n\n${prose('moby-dick-106')}`, picture));
    folder.write('issue.yaml', manifest(3));
    asTyped = await check(folder.path);
  });
  afterAll(() => folder.remove());

  it('computes the page lines that were typed on it: 8 >, 2 > and Page 3 >', () => {
    const { jumps, refers } = asTyped.edition as NonNullable<BuildResult['edition']>;
    expect(refers.map((refer) => [refer.article, refer.text])).toEqual([
      ['samiei-orchestra', '8 >'],
      ['farewell', '2 >'],
    ]);
    expect(jumps.map((jump) => [jump.article, jump.text, jump.from.page, jump.to.page])).toEqual([
      ['doctrine', 'Page 3 >', '1', '3'],
    ]);
  });

  it('has nothing wrong but the small picture of the test', () => {
    const errors = asTyped.diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code).filter((code) => code !== 'low-resolution')).toEqual([]);
  });

  it('gives the kicker, byline, role, crossheads and the linked credit their places', () => {
    const [front] = (asTyped.edition as NonNullable<BuildResult['edition']>).pages;
    const opinion = front?.stories.find((story) => story.slot === 'opinion');
    expect(new Set(opinion?.head.map((line) => line.part))).toEqual(new Set(['kicker', 'headline', 'byline', 'role']));
    expect(opinion?.legs.flatMap((leg) => leg.lines).some((line) => line.part === 'crosshead')).toBe(true);
    const captions = front?.stories.find((story) => story.slot === 'lead')?.captions ?? [];
    const links = captions.flatMap(({ line }) => line.pieces.flatMap((piece) => piece.style.link ?? []));
    expect(links).toContain('http://khamenei.ir');
  });

  it('sets every word of every story, in order', () => {
    const edition = asTyped.edition as NonNullable<BuildResult['edition']>;
    for (const source of edition.issue.articles.values()) {
      const written = wordsWritten(readStory(source, () => {}));
      expect(wordsSet(edition, source.id), source.id).toEqual(written);
    }
  });

  it('follows the plan: continued on page 5, the line reads Page 5 >, and the typed claim stops the press', async () => {
    folder.write('issue.yaml', manifest(5));
    const moved = await check(folder.path);
    expect(moved.edition?.jumps.map(({ text }) => text)).toEqual(['Page 5 >']);
    const claims = moved.diagnostics.filter(({ code }) => code === 'wrong-claim');
    expect(claims).toHaveLength(1);
    const text = readFileSync(join(folder.path, 'articles/doctrine.md'), 'utf8').split('\n');
    expect(claims[0]).toMatchObject({ severity: 'error', origin: { file: 'articles/doctrine.md', column: 1 } });
    expect(text[(claims[0]?.origin.line ?? 0) - 1]).toBe('Page 3 >');
    expect(claims[0]?.hint).toContain('take the line out');
  });
});
