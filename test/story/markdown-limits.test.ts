import { describe, expect, it } from 'vitest';
import { outline, read } from './fixtures.js';

/** What is said of a text, and where. */
function refusal(markdown: string): string | undefined {
  const { diagnostics } = read(markdown);
  const [first] = diagnostics;
  return first && `${first.origin.line}:${first.origin.column} ${first.message}`;
}

const NESTED = 'lists or quotes inside one another more than 50 deep';
const SIGNS = 'more than 5000 signs of Markdown without a plain paragraph between them';

describe('Markdown is refused before it is parsed', () => {
  it.each([
    ['quotes in quotes', `${'> '.repeat(5000)}a`, `5:1 ${NESTED}`],
    ['quotes in quotes, written close', `${'>'.repeat(5000)}a`, `5:1 ${NESTED}`],
    ['lists in lists', `${'- '.repeat(5000)}a`, `5:1 ${NESTED}`],
    ['numbered lists in lists', `${'1. '.repeat(5000)}a`, `5:1 ${NESTED}`],
    ['quotes and lists in turn', `${'> - '.repeat(5000)}a`, `5:1 ${NESTED}`],
    ['a list that is indented line by line', deepList(60), `56:1 ${NESTED}`],
    ['emphasis without end', 'a**b'.repeat(10_000), `5:20002 ${SIGNS}`],
    ['lists of thousands of items', `Text.\n\n${'- a\n'.repeat(5000)}`, `1257:1 ${SIGNS}`],
    ['links without end', '[a](b)'.repeat(10_000), `5:15001 ${SIGNS}`],
    ['underlines without end', 'a\n=\n'.repeat(5000), `2005:2 ${SIGNS}`],
    ['entities without end', '&amp;'.repeat(10_000), `5:25001 ${SIGNS}`],
    ['line ends without end', 'a  \n'.repeat(10_000), `5005:4 ${SIGNS}`],
    ['a text longer than any', 'word '.repeat(250_000), '5:1 a text of 1250000 characters, more than 1000000'],
  ])('for %s', (_, markdown, said) => {
    expect(refusal(markdown)).toBe(said);
  });

  it('in the front matter, too', () => {
    const { diagnostics, story } = read('Text.', { deck: '[a](b'.repeat(5000) });
    expect(diagnostics).toMatchObject([{ code: 'unsupported-markdown', message: SIGNS }]);
    expect(story.deck).toHaveLength(1);
  });

  it('and the start of it stands in for it', () => {
    const { story, diagnostics } = read(`Before.\n\n${'> '.repeat(5000)}a\n\nAfter.`);
    expect(outline(story)[0]).toBe('paragraph: Before.');
    expect(outline(story)[1]).toMatch(/^paragraph: (?:> )+>$/);
    expect(outline(story)[2]).toBe('paragraph: After.');
    expect(diagnostics).toHaveLength(1);
  });
});

describe('Markdown is read', () => {
  it.each([
    ['of 40,000 asterisks, which are a rule', '*'.repeat(40_000), 0],
    ['of 20,000 emphatic words', '*a* '.repeat(20_000), 1],
    ['of a list of 1,000 items', '- a\n'.repeat(1000), 1000],
    ['of quotes 50 deep', `${'> '.repeat(50)}a`, 1],
    ['of a rule of 40 stars with spaces', '* '.repeat(40), 0],
    ['of a paragraph of 900,000 characters', 'word '.repeat(180_000), 1],
    ['of 30 marked paragraphs with 150 signs each', `${'*a* b_c [d] '.repeat(37)}&amp;\n\n`.repeat(30), 30],
  ])('%s', (_, markdown, blocks) => {
    const { story, diagnostics } = read(markdown);
    expect(diagnostics).toEqual([]);
    expect(story.blocks).toHaveLength(blocks);
  });
});

function deepList(depth: number): string {
  return Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- a`).join('\n');
}
