import { describe, expect, it } from 'vitest';
import { findPictures } from '../../src/story/find-pictures.js';

const START = { file: 'a.md', line: 10, column: 1 };
const found = (markdown: string) => findPictures(markdown, START);

describe("pictures in an article's text", () => {
  it('are images that stand in a paragraph of their own, in reading order', () => {
    expect(found('One.\n\n![a](b.jpg "c")\n\n- ![d](e.png)\n\n> ![f](g.jpg)')).toEqual([
      { file: 'b.jpg', alt: 'a', caption: 'c', origin: { file: 'a.md', line: 12, column: 1 } },
      { file: 'e.png', alt: 'd', origin: { file: 'a.md', line: 14, column: 3 } },
      { file: 'g.jpg', alt: 'f', origin: { file: 'a.md', line: 16, column: 3 } },
    ]);
  });

  it('may stand several in a paragraph', () => {
    expect(found('![a](b.jpg)\n![c](d.jpg)').map(({ file }) => file)).toEqual(['b.jpg', 'd.jpg']);
  });

  it('may be named at the end of the text', () => {
    expect(found('![a][1]\n\n[1]: <my mole.jpg> "The mole"')).toMatchObject([
      { file: 'my mole.jpg', caption: 'The mole' },
    ]);
  });

  it('have blanks in their names where the address has "%20"', () => {
    expect(found('![a](my%20mole.jpg)\n\n![b](50%.jpg)').map(({ file }) => file)).toEqual(['my mole.jpg', '50%.jpg']);
  });

  it.each([
    'See ![a](b.jpg).',
    '`![a](b.jpg)`',
    '    ![a](b.jpg)',
    '```\n![a](b.jpg)\n```',
    '<!-- ![a](b.jpg) -->',
    '\\![a](b.jpg)',
  ])('are none in %j', (markdown) => {
    expect(found(markdown)).toEqual([]);
  });
});
