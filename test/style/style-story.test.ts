import { describe, expect, it } from 'vitest';
import { styleStory } from '../../src/style/style-story.js';
import { faces, story, stylesOf, text, type textStyle } from './fixtures.js';

const words = [text('Words')];

describe('a styled body', () => {
  it('gives each block the style of its part, its number and its origin', () => {
    const styles = stylesOf();
    const { body, article, type } = styleStory(
      story([
        { type: 'paragraph', inline: words },
        { type: 'crosshead', inline: words },
        { type: 'item', marker: '•', depth: 0, inline: words },
        { type: 'quote', inline: words },
      ]),
      styles,
    );
    expect([type, article]).toEqual(['styled-story', 'doctrine']);
    expect(body.map(({ part }) => part)).toEqual(['body', 'crosshead', 'item', 'quote']);
    expect(body.map(({ paragraph }) => paragraph)).toEqual([0, 1, 2, 3]);
    for (const paragraph of body) expect(paragraph.style).toBe(styles(paragraph.part));
    expect(body[0]!.origin).toEqual({ file: 'articles/a.md', line: 5, column: 1 });
  });

  it('sets paragraphs flush at the start and after crossheads, and indents all others', () => {
    const { body } = styleStory(
      story([
        { type: 'paragraph', inline: words },
        { type: 'paragraph', inline: words },
        { type: 'crosshead', inline: words },
        { type: 'paragraph', inline: words },
        { type: 'quote', inline: words },
        { type: 'paragraph', inline: words },
      ]),
      stylesOf(),
    );
    const paragraphs = body.filter(({ part }) => part === 'body');
    expect(paragraphs.map(({ indent }) => indent)).toEqual([0, 9, 0, 9]);
    for (const { hang, endIndent } of paragraphs) expect([hang, endIndent]).toEqual([0, 0]);
  });

  it('indents quotes on both sides', () => {
    const { body } = styleStory(story([{ type: 'quote', inline: words }]), stylesOf({ quote: { indent: 12 } }));
    expect(body[0]).toMatchObject({ indent: 12, hang: 12, endIndent: 12 });
  });

  it('indents quotes by an em where their style says nothing', () => {
    const { body } = styleStory(story([{ type: 'quote', inline: words }]), stylesOf({ quote: { indent: 0, size: 8 } }));
    expect(body[0]).toMatchObject({ indent: 8, hang: 8, endIndent: 8 });
  });

  it('centres nothing and indents no crosshead', () => {
    const { body } = styleStory(story([{ type: 'crosshead', inline: words }]), stylesOf());
    expect(body[0]).toMatchObject({ indent: 0, hang: 0, endIndent: 0 });
  });
});

describe('list items', () => {
  it('hang by their depth, their marker before the first line', () => {
    const { body } = styleStory(
      story([
        { type: 'item', marker: '•', depth: 0, inline: words },
        { type: 'item', marker: '–', depth: 1, inline: words },
        { type: 'item', marker: '', depth: 1, inline: words },
      ]),
      stylesOf({ item: { indent: 10 } }),
    );
    expect(body.map(({ indent, hang }) => [indent, hang])).toEqual([
      [10, 10],
      [20, 20],
      [20, 20],
    ]);
    expect(body.map(({ marker }) => (marker?.type === 'text' ? marker.text : undefined))).toEqual([
      '•',
      '–',
      undefined,
    ]);
  });

  it('of one list hang alike, wide enough for the longest marker', () => {
    const { body } = styleStory(
      story([
        { type: 'item', marker: '99.', depth: 0, inline: words },
        { type: 'item', marker: '100.', depth: 0, inline: words },
        { type: 'paragraph', inline: words },
        { type: 'item', marker: '1.', depth: 0, inline: words },
      ]),
      stylesOf({ item: { indent: 0, size: 10 } }),
    );
    // Four characters of 0.6 em at 10 pt, then two.
    expect(body.map(({ hang }) => hang)).toEqual([24, 24, 0, 12]);
  });

  it('hang no deeper than the fourth level', () => {
    const { body } = styleStory(story([{ type: 'item', marker: '–', depth: 40, inline: words }]), stylesOf());
    expect(body[0]!.hang).toBe(36);
  });
});

describe('runs', () => {
  const marked = [
    text('a'),
    text('b', { emphasis: true }),
    text('c', { strong: true }),
    text('d', { emphasis: true, strong: true }),
    text('e', { code: true }),
    { type: 'break' as const },
  ];

  it('take the italic and bold faces', () => {
    const { body } = styleStory(story([{ type: 'paragraph', inline: marked }]), stylesOf());
    expect(faces(body[0]!)).toEqual(['R:a', 'I:b', 'B:c', 'BI:d', 'R:e', '/']);
  });

  it('turn upright under emphasis where the style is italic', () => {
    const { body } = styleStory(story([{ type: 'quote', inline: marked }]), stylesOf({ quote: { italic: true } }));
    expect(faces(body[0]!)).toEqual(['I:a', 'R:b', 'BI:c', 'B:d', 'I:e', '/']);
  });

  it('leave plain words of a bold style in the weight of the style, and set strong ones in the next', () => {
    const bold = { regular: '700', italic: '700i', bold: '900', boldItalic: '900i', fallback: [] };
    const { body } = styleStory(
      story([{ type: 'crosshead', inline: marked }]),
      stylesOf({ crosshead: { faces: bold } }),
    );
    expect(faces(body[0]!)).toEqual(['700:a', '700i:b', '900:c', '900i:d', '700:e', '/']);
  });

  it('that look alike hold the same object, over stories too', () => {
    const styles = stylesOf();
    const looks = [1, 2].flatMap(() => {
      const { body } = styleStory(
        story([{ type: 'paragraph', inline: [text('a'), text('b', { code: true })] }]),
        styles,
      );
      return body[0]!.runs.map((run) => (run.type === 'text' ? run.style : undefined));
    });
    expect(looks).toHaveLength(4);
    expect(new Set(looks).size).toBe(1);
  });

  it('keep their link, and differ by it', () => {
    const inline = [text('a', { link: 'http://a.example' }), text('b', { link: 'http://b.example' }), text('c')];
    const { body } = styleStory(story([{ type: 'paragraph', inline }]), stylesOf());
    expect(body[0]!.runs.map((run) => (run.type === 'text' ? run.style.link : ''))).toEqual([
      'http://a.example',
      'http://b.example',
      undefined,
    ]);
    expect(body[0]!.runs[2]).not.toHaveProperty('style.link');
  });

  it('carry size, colour, tracking, language and hyphenation of their style', () => {
    const color = { type: 'cmyk', c: 1, m: 0, y: 0, k: 0 } as const;
    const styles = stylesOf({ body: { size: 8, color, tracking: 5, hyphenate: false, features: ['onum'] } });
    const { body } = styleStory(story([{ type: 'paragraph', inline: words }]), styles);
    expect(body[0]!.runs[0]).toEqual({
      type: 'text',
      text: 'Words',
      style: {
        face: 'R',
        fallback: ['F'],
        size: 8,
        color,
        tracking: 5,
        features: ['onum'],
        language: 'en-GB',
        hyphenate: false,
      },
    });
  });
});

describe('transforms', () => {
  const styled = (more: Parameters<typeof textStyle>[0], language = 'en-GB') => {
    const plain = story([{ type: 'paragraph', inline: [text('straße i')] }]);
    return styleStory({ ...plain, source: { ...plain.source, language } }, stylesOf({ body: more! })).body[0]!.runs[0]!;
  };

  it('put text into capitals', () => {
    expect(styled({ transform: 'uppercase' })).toMatchObject({ text: 'STRASSE I' });
  });

  it('keep the dot of a Turkish i', () => {
    expect(styled({ transform: 'uppercase' }, 'tr')).toMatchObject({ text: 'STRASSE İ' });
  });

  it('leave small caps to the font', () => {
    expect(styled({ transform: 'smallcaps', features: ['onum'] })).toMatchObject({
      text: 'straße i',
      style: { features: ['onum', 'smcp'] },
    });
  });
});

describe('a dateline', () => {
  const DATELINE_FACES = { regular: 'D', italic: 'DI', bold: 'DB', boldItalic: 'DBI', fallback: [] };

  it('runs in at the start of the first paragraph, in its own style', () => {
    const { body } = styleStory(
      story(
        [
          { type: 'crosshead', inline: words },
          { type: 'paragraph', inline: words },
          { type: 'paragraph', inline: words },
        ],
        { dateline: [text('Havana')] },
      ),
      stylesOf({ dateline: { faces: DATELINE_FACES, transform: 'uppercase' } }),
    );
    expect(body.map(faces)).toEqual([['R:Words'], ['D:HAVANA', 'R: — ', 'R:Words'], ['R:Words']]);
  });

  it('is left out where the story has no paragraph', () => {
    const { body } = styleStory(story([{ type: 'quote', inline: words }], { dateline: [text('Havana')] }), stylesOf());
    expect(body.map(faces)).toEqual([['R:Words']]);
  });
});
