import fc from 'fast-check';
import type { Table } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/story/read-table.js';
import { outline, read } from './fixtures.js';

const LEAGUE = '| Club | P | Pts |\n|:-----|--:|:-:|\n| Harbour *Athletic* | 14 | 31 |\n| Quay | -3 | - |';

const judge = unified()
  .use(remarkParse)
  .data('micromarkExtensions', [gfmTable()])
  .data('fromMarkdownExtensions', [gfmTableFromMarkdown()])
  .freeze();

/** A table as the parser's extension reads it: the source of each cell between its pipes. */
function judged(markdown: string): unknown {
  const table = judge.parse(markdown).children[0] as Table;
  const [head, ...rows] = table.children.map((row) =>
    row.children.map((cell) => {
      const start = cell.children[0]?.position?.start.offset ?? 0;
      const end = cell.children.at(-1)?.position?.end.offset ?? 0;
      return markdown.slice(start, end).replaceAll('\\|', '|');
    }),
  );
  const aligns = { left: 'start', right: 'end', center: 'center', none: 'none' } as const;
  return { columns: table.align?.map((align) => aligns[align ?? 'none']), head, rows };
}

describe('a table in Markdown', () => {
  it('is a block of its own, with its columns and the text of its cells', () => {
    const { story, diagnostics } = read(`Before.\n\n${LEAGUE}\n\nAfter.`);
    expect(outline(story)).toEqual([
      'paragraph: Before.',
      'table: Club | P | Pts | Harbour *Athletic* | 14 | 31 | Quay | −3 | –',
      'paragraph: After.',
    ]);
    expect(story.blocks[1]).toMatchObject({
      columns: ['start', 'end', 'center'],
      head: { origin: { line: 7 } },
      rows: [{ origin: { line: 9 } }, { origin: { line: 10 } }],
    });
    expect(story.words).toBe(12);
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ['right under a paragraph', `Before\n${LEAGUE}`, ['paragraph', 'table']],
    ['right over a list', `${LEAGUE}\n- item`, ['table', 'item']],
    ['in an article with a link definition', `${LEAGUE}\n\n[a]: http://a.example`, ['table']],
    ['under a paragraph in such an article', `Before\n${LEAGUE}\n\n[a]: http://a.example`, ['paragraph', 'table']],
    ['without pipes at the edges', 'Club | Pts\n---|---\nQuay | 31', ['table']],
    ['twice', `${LEAGUE}\n\n${LEAGUE}`, ['table', 'table']],
  ])('is found %s', (_, markdown, kinds) => {
    const { story, diagnostics } = read(markdown);
    expect(story.blocks.map(({ type }) => type)).toEqual(kinds);
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ['a pipe in a sentence', 'Either | or.'],
    ['a heading underlined', 'Heading\n---'],
    ['dashes under no head', 'Words\n|---|---|'],
    ['pipes in code', '```\n| a |\n|---|\n```'],
    ['a comment', '<!--\n| a |\n|---|\n| b |\n-->'],
  ])('is not made of %s', (_, markdown) => {
    expect(read(markdown).story.blocks.map(({ type }) => type)).not.toContain('table');
  });

  it('keeps a pipe with a backslash before it, in code as well', () => {
    expect(readTable(['| a \\| b | `c \\| d` |', '|--|--|', '| \\\\ | \\* |'])).toMatchObject({
      head: ['a | b', '`c | d`'],
      rows: [['\\\\', '\\*']],
    });
  });

  it('takes cells that are missing at the end of a row to be empty, and refuses more than the head has', () => {
    const { story, diagnostics } = read('| a | b |\n|--|--|\n| c |\n| d | e | f |');
    expect(outline(story)).toEqual(['table: a | b | c |  | d | e f']);
    expect(diagnostics).toMatchObject([{ code: 'ragged-table', origin: { line: 8, column: 1 } }]);
  });

  it('refuses a head that has not as many cells as the line under it, and a table without rows', () => {
    expect(read('| a | b |\n|--|\n| c |').diagnostics).toMatchObject([{ code: 'ragged-table', origin: { line: 5 } }]);
    expect(read('| a | b |\n|--|--|').diagnostics).toMatchObject([{ code: 'empty-table' }]);
  });

  it.each([
    ['list', '- item\n\n  | a | b |\n  |---|---|\n  | c | d |'],
    ['quotation', '> | a | b |\n> |---|---|\n> | c | d |'],
  ])('is refused in a %s, and its words are kept', (place, markdown) => {
    const { story, diagnostics } = read(markdown);
    expect(diagnostics).toMatchObject([{ code: 'unsupported-markdown', message: `a table in a ${place}` }]);
    expect(outline(story).join()).toContain('| c | d |');
  });

  it('is refused with more cells than any newspaper has', () => {
    const { diagnostics } = read(`| a | b |\n|--|--|\n${'| c | 2 |\n'.repeat(5000)}`);
    expect(diagnostics).toMatchObject([
      { code: 'unsupported-markdown', message: 'a table of 10002 cells, more than 10000' },
    ]);
  });

  it('is read as the parser’s extension for tables reads it (property)', () => {
    const word = fc.constantFrom('Quay', '14', '*Annie*', 'a b', '`x\\|y`', '\\|', '4.5', '–', 'é', '[a](b)');
    const dashes = fc.constantFrom('---', ':--', '--:', ':-:', '--');
    const table = fc.integer({ min: 1, max: 4 }).chain((columns) => {
      const row = fc.array(word, { minLength: columns, maxLength: columns });
      const rule = fc.array(dashes, { minLength: columns, maxLength: columns });
      return fc.tuple(row, rule, fc.array(row, { minLength: 1, maxLength: 4 }), fc.constantFrom('| ', ' |', '|'));
    });
    fc.assert(
      fc.property(table, ([head, rule, rows, edge]) => {
        const lines = [head, rule, ...rows].map((cells) => {
          const text = cells.join(' | ');
          return edge === '|' ? `|${text}|` : cells.length === 1 || edge === '| ' ? `| ${text} |` : text;
        });
        expect(readTable(lines)).toEqual(judged(lines.join('\n')));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['1,000 columns', `|${'a|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n|${'1|'.repeat(1000)}`],
    ['10,000 rows', `| a | b |\n|--|--|\n${'| c | 2 |\n'.repeat(10_000)}`],
    ['marks in marks', `| a | b |\n|--|--|\n| ${'*_'.repeat(4000)} | ${'['.repeat(4000)} |`],
    ['pipes alone', `${'|'.repeat(100_000)}\n|--|\n${'|'.repeat(100_000)}`],
    ['dashes alone', `a |\n${'|-'.repeat(50_000)} x`],
    ['blanks in the dashes', `a |\n|${' '.repeat(100_000)}x`],
    ['backslashes', `| a |\n|--|\n| ${'\\'.repeat(100_001)}`],
  ])('of %s throws nothing', (_, markdown) => {
    expect(() => read(markdown)).not.toThrow();
  });
});
