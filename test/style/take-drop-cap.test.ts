import { describe, expect, it } from 'vitest';
import type { Story } from '../../src/model/story.js';
import type { DropCapStyle } from '../../src/model/style.js';
import type { StyledParagraph } from '../../src/model/styled.js';
import { styleStory } from '../../src/style/style-story.js';
import { BLACK } from '../../src/units/color.js';
import { faces, story, stylesOf, text } from './fixtures.js';

const CAP: DropCapStyle = {
  lines: 3,
  top: 'capHeight',
  firstWord: 'plain',
  face: 'D',
  fallback: [],
  color: BLACK,
  features: [],
};

function opening(words: string, cap: Partial<DropCapStyle> = {}, more: Partial<Story> = {}): StyledParagraph {
  const blocks = [{ type: 'paragraph' as const, inline: [text(words)] }];
  return styleStory(story(blocks, more), stylesOf({ body: { dropCap: { ...CAP, ...cap } } })).body[0]!;
}

describe('a drop cap', () => {
  it('is the first letter of the story, taken out of its text', () => {
    const paragraph = opening('Political scientists have long');
    expect(paragraph.dropCap).toMatchObject({ letter: 'P', isWord: false });
    expect(faces(paragraph)).toEqual(['R:olitical', 'R: scientists have long']);
  });

  it('keeps the whole text for a measure that has no room for it', () => {
    const { dropCap } = opening('Political scientists');
    expect(dropCap?.whole.map((run) => run.type === 'text' && run.text)).toEqual(['Political scientists']);
  });

  it('leaves the quotation mark before it in the style of the text', () => {
    const paragraph = opening('“I do not know,” she said');
    expect(paragraph.dropCap?.quote?.text).toBe('“');
    expect(paragraph.dropCap).toMatchObject({ letter: 'I', isWord: true });
    expect(faces(paragraph)[0]).toBe('R: do not know,” she said');
  });

  it('takes an accent along', () => {
    expect(opening('E\u0301tienne came').dropCap?.letter).toBe('E\u0301');
    expect(opening('Étienne came').dropCap?.letter).toBe('É');
  });

  it.each(['214 umbrellas', 'iron and steel', '…and then', 'سلام', '— A dash'])(
    'is not made of "%s", which starts with no capital',
    (words) => {
      const paragraph = opening(words);
      expect(paragraph.dropCap).toBeUndefined();
      expect(faces(paragraph)).toEqual([`R:${words}`]);
    },
  );

  it('sets the rest of its word undivided, in small capitals where the style says so', () => {
    const [rest, others] = opening('Political scientists', { firstWord: 'smallcaps' }).runs;
    expect(rest).toMatchObject({ text: 'olitical', style: { features: ['smcp'], hyphenate: false } });
    expect(others).toMatchObject({ text: ' scientists', style: { features: [], hyphenate: true } });
  });

  it('gives equal looks as one object, so that words are shaped once', () => {
    const styles = stylesOf({ body: { dropCap: CAP } });
    const blocks = [{ type: 'paragraph' as const, inline: [text('Political scientists')] }];
    const [first, second] = [1, 2].map(() => styleStory(story(blocks), styles).body[0]?.runs[0]);
    expect(first?.type === 'text' && second?.type === 'text' && first.style === second.style).toBe(true);
  });

  it('begins no paragraph but the first block of a story', () => {
    const blocks = [
      { type: 'crosshead' as const, inline: [text('Head')] },
      { type: 'paragraph' as const, inline: [text('Words')] },
      { type: 'paragraph' as const, inline: [text('Words')] },
    ];
    const { body } = styleStory(story(blocks), stylesOf({ body: { dropCap: CAP } }));
    expect(body.filter(({ dropCap }) => dropCap)).toEqual([]);
  });

  it('gives way to a dateline, and to an article that wants none', () => {
    expect(opening('The harbour', {}, { dateline: [text('HAVANNA')] }).dropCap).toBeUndefined();
    const { source } = story([]);
    expect(opening('The harbour', {}, { source: { ...source, dropCap: false } }).dropCap).toBeUndefined();
  });
});
