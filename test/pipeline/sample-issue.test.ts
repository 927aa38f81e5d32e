import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../../src/model/edition.js';
import { lineText } from '../../src/model/line.js';
import type { BuildResult } from '../../src/pipeline.js';
import { readStory } from '../../src/story/read-story.js';
import { build, makeFolder, PRODUCT } from './issue-folder.js';
import { wordsSet, wordsWritten } from './words.js';

const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;
if (!hasPoppler) console.warn('skipped: pdftotext is not installed (Debian: poppler-utils)');
const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;
if (!hasQpdf) console.warn('skipped: qpdf is not installed');

describe('the sample issue', () => {
  const folder = makeFolder();
  const sample = join(folder.path, 'issue');
  const pdfPath = join(folder.path, 'press.pdf');
  const readerPath = join(folder.path, 'reader.pdf');
  let result: BuildResult;
  let edition: Edition;

  beforeAll(async () => {
    cpSync(join(PRODUCT, 'issues', '2026-07-08'), sample, { recursive: true });
    result = await build(sample, 'press', 'reader');
    edition = result.edition as Edition;
    for (const { profile, bytes } of result.pdfs) writeFileSync(join(folder.path, `${profile}.pdf`), bytes);
  }, 120_000);
  afterAll(() => folder.remove());

  it('has nothing wrong with it', () => {
    expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(result.pdfs.map(({ profile }) => profile)).toEqual(['press', 'reader']);
  });

  it('holds at least 28 articles and 12 pictures on 8 pages', () => {
    expect(edition.pages).toHaveLength(8);
    expect(edition.stories.length).toBeGreaterThanOrEqual(28);
    const pictures = edition.pages.flatMap((page) => page.stories.flatMap((story) => story.pictures));
    expect(new Set(pictures.map((picture) => picture.source.file)).size).toBeGreaterThanOrEqual(12);
    expect(edition.stories.reduce((words, story) => words + story.words, 0)).toBeGreaterThanOrEqual(15_000);
  });

  it('sets every word of every story, in order', () => {
    for (const { article } of edition.stories) {
      const source = edition.issue.articles.get(article);
      if (!source) throw new Error(`no article ${article}`);
      expect(wordsSet(edition, article), article).toEqual(wordsWritten(readStory(source, () => {})));
    }
  });

  it('stands every line of text on the grid of its page', () => {
    const { leading } = edition.issue.paper.grid;
    for (const page of edition.pages) {
      const baselines = page.stories.flatMap((story) =>
        story.legs.flatMap((leg) => leg.lines.map((line) => line.baseline)),
      );
      expect(baselines.length).toBeGreaterThan(100);
      const first = baselines[0] as number;
      for (const baseline of baselines) {
        const steps = (baseline - first) / leading;
        expect(Math.abs(steps - Math.round(steps))).toBeLessThan(0.001);
      }
    }
  });

  it('has no hole over a crosshead and no story that had to be tracked: its words were written to fit', () => {
    const { leading } = edition.issue.paper.grid;
    const legs = edition.pages.flatMap((page) => page.stories.flatMap((story) => story.legs));
    const gaps = legs.flatMap(({ lines }) =>
      lines.flatMap((line, index) => {
        const before = lines[index - 1];
        const isHead = line.part === 'crosshead' && before !== undefined && before.part !== 'crosshead';
        return isHead ? [Math.round((line.baseline - before.baseline) / leading)] : [];
      }),
    );
    expect(gaps.length).toBeGreaterThan(20);
    expect([...new Set(gaps)]).toEqual([2]);
    expect(edition.stories.filter(({ fit }) => fit.tracking !== 0).map(({ article }) => article)).toEqual([]);
  });

  it('jumps three times, and every jump names the page on which its story goes on', () => {
    expect(edition.jumps).toHaveLength(3);
    for (const jump of edition.jumps) {
      const [from, to] = [jump.from.page, jump.to.page].map((label) =>
        edition.pages.find((page) => page.label === label),
      );
      const leaves = from?.stories.find((story) => story.slot === jump.from.slot);
      const resumes = to?.stories.find((story) => story.slot === jump.to.slot);
      expect(leaves?.article).toBe(jump.article);
      expect(resumes?.article).toBe(jump.article);
      expect(resumes?.legs.some((leg) => leg.lines.length > 0)).toBe(true);
      expect(leaves?.legs.at(-1)?.lines.at(-1)?.line.hyphenated).toBe(false);
      expect(jump.text).toBe(`Page ${jump.to.page} >`);
      expect(jump.fromText).toBe(`< From page ${jump.from.page}`);
    }
  });

  it('refers to the page on which each story starts', () => {
    expect(edition.refers.map(({ text }) => text)).toEqual(['8 >', '4 >', '8 >', '2 >']);
    for (const refer of edition.refers) {
      const page = edition.pages.find(({ label }) => label === refer.page);
      expect(page?.stories.some((story) => story.kind === 'article' && story.article === refer.article)).toBe(true);
    }
  });

  it('leaves no widow, orphan, stranded crosshead or unlevel leg, and nothing else to warn of', () => {
    expect(result.diagnostics).toEqual([]);
    expect(edition.stories.filter((story) => story.widows + story.orphans > 0)).toEqual([]);
  });

  it('gives the same bytes a second time, in another folder', async () => {
    const elsewhere = join(folder.path, 'another', 'place');
    cpSync(sample, elsewhere, { recursive: true });
    const again = await build(elsewhere);
    expect(Buffer.compare(Buffer.from(again.pdfs[0]?.bytes ?? []), Buffer.from(result.pdfs[0]?.bytes ?? []))).toBe(0);
  }, 120_000);

  it.skipIf(!hasPoppler)('gives every word back to a text extractor, story by story', () => {
    const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', pdfPath, '-'], { maxBuffer: 1 << 26 }).toString();
    const extracted = letters(text);
    for (const { article } of edition.stories) {
      for (const page of edition.pages) {
        for (const story of page.stories.filter((one) => one.article === article)) {
          for (const leg of story.legs) {
            const words = leg.lines.map(({ line }) => lineText(line)).join('');
            expect(extracted, `${article} on page ${page.label}`).toContain(letters(words));
          }
        }
      }
    }
  });

  it.skipIf(!hasPoppler)(
    'reads every story from its first word to its last to those who hear it, through its jumps',
    () => {
      const tree = execFileSync('pdfinfo', ['-struct-text', readerPath], { maxBuffer: 1 << 26 }).toString();
      const articles = tree.split(/^ {2}(?=\S)/m).filter((part) => part.startsWith('Art'));
      const heard = articles.map((article) => letters(textOf(article)));
      expect(heard).toHaveLength(edition.stories.length);
      for (const { article } of edition.stories) {
        const source = edition.issue.articles.get(article);
        if (!source) throw new Error(`no article ${article}`);
        const text = letters(wordsWritten(readStory(source, () => {})).join(''));
        expect(
          heard.some((one) => one.includes(text)),
          article,
        ).toBe(true);
      }
    },
  );

  it.skipIf(!hasQpdf)('is a sound PDF to qpdf', () => {
    expect(spawnSync('qpdf', ['--check', pdfPath]).status).toBe(0);
    expect(spawnSync('qpdf', ['--check', readerPath]).status).toBe(0);
  });
});

/** The words of an article in a printed structure tree, without those of its captions and list markers. */
function textOf(article: string): string {
  const words: string[] = [];
  let skipped: number | undefined;
  for (const line of article.split('\n')) {
    const depth = line.search(/\S/);
    if (skipped !== undefined && depth > skipped) continue;
    skipped = /^\s*(?:Caption|Lbl)\b/.test(line) ? depth : undefined;
    words.push(/^\s*"(.*)"$/.exec(line)?.[1] ?? '');
  }
  return words.join('');
}

/** Letters and figures alone: hyphens and spaces at line ends are read in several ways. */
function letters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
}
