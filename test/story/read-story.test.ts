import { describe, expect, it } from 'vitest';
import { textsOf } from '../../src/story/block-texts.js';
import { firstText, outline, read, shorthand } from './fixtures.js';

describe('blocks', () => {
  it('reads paragraphs and headings of any level as paragraphs and crossheads', () => {
    const { story } = read('One.\n\n#### Cross\n\nTwo\nlines.\n\nUnderlined\n---\n\n# Other head');
    expect(outline(story)).toEqual([
      'paragraph: One.',
      'crosshead: Cross',
      'paragraph: Two lines.',
      'crosshead: Underlined',
      'crosshead: Other head',
    ]);
  });

  it('numbers blocks from 0 without gaps', () => {
    const { story } = read('One.\n\nPage 3 >\n\n- two\n\n> three\n\n<!-- note -->\n\nfour');
    expect(story.blocks.map((block) => block.paragraph)).toEqual([0, 1, 2, 3]);
  });

  it('unrolls lists with their markers, depth and start', () => {
    const { story } = read('- a\n- b\n  1. c\n  2. d\n- e\n\n7. x\n8. y');
    expect(outline(story)).toEqual([
      'item 0 •: a',
      'item 0 •: b',
      'item 1 1.: c',
      'item 1 2.: d',
      'item 0 •: e',
      'item 0 7.: x',
      'item 0 8.: y',
    ]);
  });

  it('gives further paragraphs of an item no marker', () => {
    const { story } = read('- first\n\n  second\n\n  > quoted\n\n- third');
    expect(outline(story)).toEqual(['item 0 •: first', 'item 0: second', 'item 0: quoted', 'item 0 •: third']);
  });

  it('reads a block quote paragraph by paragraph', () => {
    const { story } = read('> One.\n>\n> Two *emphatic*.\n\nThree.');
    expect(outline(story)).toEqual(['quote: One.', 'quote: Two *emphatic*.', 'paragraph: Three.']);
  });

  it('parts paragraphs at a thematic break and prints nothing for it', () => {
    const { story, diagnostics } = read('One.\n\n***\n\nTwo.');
    expect(outline(story)).toEqual(['paragraph: One.', 'paragraph: Two.']);
    expect(diagnostics).toEqual([]);
  });

  it('has no blocks where the article has no text', () => {
    for (const markdown of ['', '\n\n', '***', '<!-- later -->', '&#32;', '&nbsp;']) {
      expect(read(markdown).story.blocks).toEqual([]);
    }
  });
});

describe('inline text', () => {
  it('keeps emphasis, strong, code and links, nested too', () => {
    const { story } = read('A *b **c*** `d` [e *f*](http://g.example) h');
    expect(shorthand(firstText(story))).toBe('A *b ****c*** `d` [e ](http://g.example)[*f*](http://g.example) h');
  });

  it('resolves reference links through the first definition of a name', () => {
    const { story } = read('See [the *site*][s] and [s].\n\n[s]: http://one.example\n[S]: http://two.example');
    expect(story.blocks).toHaveLength(1);
    expect(shorthand(firstText(story))).toBe(
      'See [the ](http://one.example)[*site*](http://one.example) and [s](http://one.example).',
    );
  });

  it('turns soft line breaks and rows of spaces into one space and keeps hard breaks', () => {
    const { story } = read('One\ntwo   three\\\nfour  \nfive');
    expect(shorthand(firstText(story))).toBe('One two three / four / five');
  });

  it('keeps no-break spaces', () => {
    expect(shorthand(firstText(read('10\u00a0km').story))).toBe('10\u00a0km');
  });

  it('joins neighbouring runs that look alike', () => {
    const { story } = read('a &amp; b\\* c');
    expect(firstText(story)).toEqual([{ type: 'text', text: 'a & b* c', emphasis: false, strong: false, code: false }]);
  });

  it('makes punctuation typographic across the borders of emphasis but not in code', () => {
    const { story } = read('"*Never*," he said, `"x"`.');
    expect(shorthand(firstText(story))).toBe('“*Never*,” he said, `"x"`.');
  });
});

describe('origins', () => {
  it('points to line and column in the article file', () => {
    const { story } = read('One.\n\n  Two.\n\n- three');
    expect(story.blocks.map(({ origin }) => [origin.file, origin.line, origin.column])).toEqual([
      ['articles/doctrine.md', 5, 1],
      ['articles/doctrine.md', 7, 3],
      ['articles/doctrine.md', 9, 3],
    ]);
  });

  it('adds the column where the text starts to its first line only', () => {
    const markdownOrigin = { file: 'a.md', line: 2, column: 10 };
    const { story } = read('One.\n\nTwo.', { markdownOrigin });
    expect(story.blocks.map(({ origin }) => [origin.line, origin.column])).toEqual([
      [2, 10],
      [4, 1],
    ]);
  });
});

describe('what a column cannot hold', () => {
  const cases = [
    { what: 'HTML in a paragraph', markdown: 'a <b>c</b>', texts: ['a <b>c</b>'], count: 2, at: [5, 3] },
    { what: 'a block of HTML', markdown: 'a\n\n<div>\nb', texts: ['a', '<div> b'], count: 1, at: [7, 1] },
    { what: 'a picture', markdown: 'a ![b](c.jpg) d', texts: ['a b d'], count: 1, at: [5, 3] },
    { what: 'a picture without words', markdown: 'a ![](c.jpg)', texts: ['a'], count: 1, at: [5, 3] },
    { what: 'code', markdown: '```\na  b\nc\n```', texts: ['`a b` / `c`'], count: 1, at: [5, 1] },
    {
      what: 'a footnote mark',
      markdown: 'a[^1]\n\n[^1]: http://b.example',
      texts: ['a[^1](http://b.example)'],
      count: 2,
      at: [7, 1],
    },
    {
      what: 'an unclosed comment',
      markdown: '<!-- a\n\nb',
      texts: ['<!– a b'],
      count: 1,
      at: [5, 1],
    },
  ];
  it.each(cases)('keeps the text of $what and says where it is', ({ markdown, texts, count, at }) => {
    const { story, diagnostics } = read(markdown);
    expect(story.blocks.flatMap(textsOf).map(shorthand)).toEqual(texts);
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
      Array(count).fill('error unsupported-markdown'),
    );
    expect([diagnostics[0]!.origin.line, diagnostics[0]!.origin.column]).toEqual(at);
    expect(diagnostics[0]!.hint).toBeTruthy();
  });

  it('names a picture inside a line and says where it can stand', () => {
    expect(read('See ![](qom.jpg).').diagnostics[0]).toMatchObject({
      message: 'picture "qom.jpg" inside a line of text',
      hint: 'give it a paragraph of its own, or list it under "pictures:" in the front matter',
    });
  });

  it('takes no words from a picture that has a paragraph of its own', () => {
    const { story, diagnostics } = read(
      'One.\n\n![The mosque](qom.jpg "Qom at dawn")\n\n![a][b] ![c](d.png)\n\nTwo.\n\n[b]: e.jpg',
    );
    expect(outline(story)).toEqual(['paragraph: One.', 'paragraph: Two.']);
    expect(diagnostics).toEqual([]);
  });

  it('drops closed comments without a word: they are notes among editors', () => {
    const { story, diagnostics } = read('One <!-- check --> two.\n\n<!-- a\n\nb -->\n\nThree.');
    expect(outline(story)).toEqual(['paragraph: One two.', 'paragraph: Three.']);
    expect(diagnostics).toEqual([]);
  });

  it('leaves out control characters and names them', () => {
    const { story, diagnostics } = read('a\u0007b\u0001');
    expect(outline(story)).toEqual(['paragraph: ab']);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]!.message).toBe('control character "U+0007, U+0001" in the text');
  });
});

describe('the headline in the text', () => {
  it('is dropped where the first heading of level 1 repeats it', () => {
    const { story } = read('### Kicker\n\n# A *headline*\n\nText.\n\n# A headline', { headline: 'A headline' });
    expect(outline(story)).toEqual(['crosshead: Kicker', 'paragraph: Text.', 'crosshead: A headline']);
  });

  it('is known with Markdown marks as well as without', () => {
    expect(outline(read('# A *headline*\n\nText.', { headline: 'A *headline*' }).story)).toEqual(['paragraph: Text.']);
  });

  it('is kept where it says something else', () => {
    expect(outline(read('# Another\n\nText.').story)).toEqual(['crosshead: Another', 'paragraph: Text.']);
  });

  it('is kept where it has another level', () => {
    expect(outline(read('## A headline\n\nText.').story)[0]).toBe('crosshead: A headline');
  });
});

describe('front matter', () => {
  it('reads kicker, headline and deck as inline Markdown', () => {
    const { story } = read('Text.', {
      kicker: 'Opinion',
      headline: 'The *Dreadnought* "sails"',
      deck: "She isn't back -- **yet**",
    });
    expect([story.kicker, story.headline, story.deck].map(shorthand)).toEqual([
      'Opinion',
      'The *Dreadnought* “sails”',
      'She isn’t back – **yet**',
    ]);
  });

  it.each(['1. FC Köln win', '# 7 is enough', '> more', '- a list', '    indented', '---'])(
    'takes the headline %j as text and not as a block',
    (headline) => {
      const { story, diagnostics } = read('Text.', { headline });
      expect(shorthand(story.headline)).toBe(headline.trim().replace('---', '—'));
      expect(diagnostics).toEqual([]);
    },
  );

  it('takes names as they are but for their punctuation', () => {
    const { story } = read('Text.', { byline: { name: "Sean O'Brien *", role: 'Editor' }, dateline: 'HAVANA' });
    expect([story.byline, story.role, story.dateline].map(shorthand)).toEqual(['Sean O’Brien *', 'Editor', 'HAVANA']);
  });

  it('has a caption for every picture', () => {
    const origin = { file: 'articles/doctrine.md', line: 3, column: 5 };
    const note = { file: 'a.jpg', focus: [0.5, 0.5] as const, origin };
    const credit = { name: 'khamenei.ir', url: 'http://khamenei.ir' };
    const { story } = read('Text.', {
      pictures: [note, { ...note, lead: 'Qom', caption: 'People *hold* a "procession"', credit }],
    });
    expect(story.captions.map(({ lead, caption, credit }) => [lead, caption, credit].map(shorthand))).toEqual([
      ['', '', ''],
      ['Qom', 'People *hold* a “procession”', '[khamenei.ir](http://khamenei.ir)'],
    ]);
  });
});

describe('claims', () => {
  it('are taken out of the text with the number of blocks before them', () => {
    const { story } = read('> From page 1\n\nOne.\n\nTwo.\n\nPage 3 >\n\nThree in 1953.\n\n8 >');
    expect(outline(story)).toEqual(['paragraph: One.', 'paragraph: Two.', 'paragraph: Three in 1953.']);
    expect(story.claims).toMatchObject([
      { kind: 'from', page: '1', text: 'From page 1', after: 0, origin: { line: 5, column: 3 } },
      { kind: 'to', page: '3', text: 'Page 3 >', after: 2, origin: { line: 11 } },
      { kind: 'to', page: '8', text: '8 >', after: 3, origin: { line: 15 } },
    ]);
  });

  it('are found under emphasis and links', () => {
    const { story } = read('*Page 3 >*\n\n[**See page 4**](#x)');
    expect(story.claims.map(({ page }) => page)).toEqual(['3', '4']);
  });
});

describe('words', () => {
  it('are runs of characters between white space, claims not counted', () => {
    const { story } = read('One two\nthree—four.\n\n#### Five *six*seven\n\n- eight\\\nnine\n\nPage 3 >');
    expect(story.words).toBe(7);
  });

  it('hold no-break spaces together', () => {
    expect(read('a "b c" d', { language: 'fr' }).story.words).toBe(4);
  });
});
