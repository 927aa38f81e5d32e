import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTable } from '../../src/story/draft.js';
import { draftBlocks } from '../../src/story/draft-blocks.js';
import { findPictures } from '../../src/story/find-pictures.js';
import { finishInline } from '../../src/story/finish-inline.js';
import { parseBlocks } from '../../src/story/parse-markdown.js';
import { readDrafts } from '../../src/story/read-drafts.js';
import { read } from './fixtures.js';
import { markdownText, pictureText, storyText, typedWords } from './markdown-text.js';

const MATERIAL = new URL('../../../shared/material/', import.meta.url);
const SPEC = new URL('commonmark/spec-0.31.2.json', MATERIAL);
const ARTICLES = new URL('prose/articles/', MATERIAL);

/** Markdown that means something, by chance: blocks of every kind over and in one another. */
const markdown = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('word', 'two words', 'end.\n\n', '\n', '\n\n', ' ', '  \n', '\t') },
      {
        weight: 4,
        arbitrary: fc.constantFrom('*', '**', '_', '`', '"', "'", '[', ']', '](u)', '![', '<', '<b>', '&amp;', '\\'),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom('# ', '#### ', '- ', '1. ', '7) ', '> ', '    ', '---', '===', '***', '```', '~~~'),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '<!-- ',
          ' -->',
          '<div>',
          '[word]: /u',
          '[word]',
          'Page 3 >',
          '8 >',
          '\r\n',
          '\u00a0',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

/** Blocks as the parser alone gives them, and as they are read with the short cut for plain paragraphs. */
function bothReadings(text: string): readonly [unknown, unknown] {
  const start = { file: 'a.md', line: 3, column: 4 };
  return [
    draftBlocks(parseBlocks(text), { text, origin: start }, () => undefined),
    readDrafts(text, start, () => undefined),
  ].map((drafts) =>
    drafts.map((draft) => ({
      ...draft,
      segments: undefined,
      inline: isTable(draft)
        ? []
        : finishInline(draft.segments, draft.origin, { spaces: 'tied', language: 'en', report: () => undefined }),
    })),
  ) as unknown as [unknown, unknown];
}

function expectNothingLost(text: string): void {
  expect(typedWords(storyText(read(text).story))).toEqual(typedWords(markdownText(text)));
  expect(typedWords(altsOf(text))).toEqual(typedWords(pictureText(text)));
}

function altsOf(text: string): string {
  return findPictures(text, { file: 'a.md', line: 1, column: 1 })
    .map(({ alt }) => alt ?? '')
    .join('\n');
}

describe('a story', () => {
  it('has all words of any Markdown, in order, and never throws', () => {
    fc.assert(fc.property(markdown, expectNothingLost), { numRuns: 1000 });
  });

  it('never throws for any characters at all', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom('en', 'fr', 'fa'),
        (text, language) => {
          const { story, diagnostics } = read(text, { language, headline: text, deck: text });
          expect(story.type).toBe('story');
          for (const { origin } of diagnostics) expect(origin.line).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is the same with the short cut for plain paragraphs as with the parser alone', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const [parsed, short] = bothReadings(text);
        expect(short).toEqual(parsed);
      }),
      { numRuns: 1500 },
    );
  });

  it('reads emphasis at sight as the parser reads it', () => {
    const signs = fc.constantFrom(
      'a',
      'é',
      '1',
      ' ',
      '\n',
      '*',
      '**',
      '_',
      '*a',
      'a*',
      '.',
      '(',
      '—',
      "'",
      '\u00a0',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 14 }), (parts) => {
        const [parsed, short] = bothReadings(parts.join(''));
        expect(short).toEqual(parsed);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['emphasis', `${'*_'.repeat(1000)}deep${'_*'.repeat(1000)}`],
    ['links and brackets', `${'['.repeat(2000)}deep${']'.repeat(2000)}`],
  ])('survives %s nested deeper than the call stack', (_, text) => {
    expect(storyText(read(text).story)).toContain('deep');
  });

  it.each([
    ['block quotes', `${'>'.repeat(3000)}deep`],
    ['lists', `${'- '.repeat(700)}deep`],
  ])('refuses %s nested deeper than the call stack, with their start', (_, text) => {
    const { story, diagnostics } = read(text);
    expect(diagnostics.map(({ code }) => code)).toEqual(['unsupported-markdown']);
    expect(storyText(story)).toBe(text.slice(0, 200).trim());
  });
});

describe.skipIf(!existsSync(SPEC))(
  'the examples of the CommonMark specification (skipped where they are absent)',
  () => {
    const examples: { markdown: string; example: number; section: string }[] = existsSync(SPEC)
      ? JSON.parse(readFileSync(SPEC, 'utf8'))
      : [];

    it('are all there', () => {
      expect(examples).toHaveLength(652);
    });

    it('lose no word', () => {
      for (const { markdown } of examples) expectNothingLost(markdown);
    });

    it('read the same with the short cut, alone and between plain paragraphs', () => {
      for (const { markdown, example } of examples) {
        for (const text of [markdown, `Plain.\n\n${markdown}\n\nPlain.\n\n- item`]) {
          const [parsed, short] = bothReadings(text);
          expect(short, `example ${example}`).toEqual(parsed);
        }
      }
    });
  },
);

describe.skipIf(!existsSync(ARTICLES))('articles of newspaper length (skipped where they are absent)', () => {
  const files = existsSync(ARTICLES) ? readdirSync(ARTICLES).filter((name) => name.endsWith('.md')) : [];

  it.each(files)('%s loses no word', (name) => {
    expectNothingLost(readFileSync(new URL(name, ARTICLES), 'utf8'));
  });
});
