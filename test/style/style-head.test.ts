import { describe, expect, it } from 'vitest';
import { styleCaption, styleCredit, styleHead, styleInline, styleText } from '../../src/style/style-head.js';
import { faces, ORIGIN, story, text, textStyle } from './fixtures.js';

describe('parts of a head', () => {
  it('are display paragraphs without indents, at the origin of their key in front matter', () => {
    const style = textStyle({ name: 'lead' });
    const head = styleHead(story([]), 'headline', style, 'en-GB');
    expect(head).toMatchObject({ part: 'headline', style, indent: 0, hang: 0, endIndent: 0, paragraph: -1 });
    expect(head!.origin).toEqual({ file: 'articles/a.md', line: 2, column: 11 });
    expect(faces(head!)).toEqual(['R:Doctrine']);
  });

  it('are absent where the story has none', () => {
    for (const part of ['kicker', 'deck', 'byline', 'role', 'dateline'] as const) {
      expect(styleHead(story([]), part, textStyle(), 'en-GB')).toBeUndefined();
    }
  });

  it('keep their emphasis as jump head or refer', () => {
    const inline = [text('The '), text('Dreadnought', { emphasis: true })];
    const paragraph = styleInline(inline, 'jumpHead', textStyle(), 'en-GB', { origin: ORIGIN });
    expect(paragraph.part).toBe('jumpHead');
    expect(faces(paragraph)).toEqual(['R:The ', 'I:Dreadnought']);
  });
});

describe('captions', () => {
  const styles = { caption: textStyle({ name: 'caption' }), credit: textStyle({ name: 'credit', italic: true }) };
  const note = { file: 'a.jpg', focus: [0.5, 0.5] as const, origin: { ...ORIGIN, line: 3 } };
  const withCaption = (lead: string, caption: string, credit: string) => {
    const plain = story([]);
    const inline = (words: string) => (words === '' ? [] : [text(words)]);
    return {
      ...plain,
      source: { ...plain.source, pictures: [note] },
      captions: [{ lead: inline(lead), caption: inline(caption), credit: inline(credit) }],
    };
  };

  it('have a bold lead-in, the text and the credit, a space between', () => {
    const caption = styleCaption(withCaption('Qom', 'People', 'ISNA'), 0, styles);
    expect(faces(caption!)).toEqual(['B:Qom', 'R: ', 'R:People', 'R: ', 'I:ISNA']);
    expect(caption).toMatchObject({ part: 'caption', paragraph: -1, origin: { line: 3 } });
  });

  it('have no space where a part is missing', () => {
    expect(faces(styleCaption(withCaption('', 'People', ''), 0, styles)!)).toEqual(['R:People']);
    expect(faces(styleCaption(withCaption('', '', 'ISNA'), 0, styles)!)).toEqual(['I:ISNA']);
  });

  it('leave the credit to itself where it has no style', () => {
    const { caption } = styles;
    expect(faces(styleCaption(withCaption('', 'People', 'ISNA'), 0, { caption })!)).toEqual(['R:People']);
    const credit = styleCredit(withCaption('', 'People', 'ISNA'), 0, styles.credit);
    expect(faces(credit!)).toEqual(['I:ISNA']);
    expect(credit).toMatchObject({ part: 'credit', style: { align: 'end' }, origin: { line: 3 } });
    expect(styleCredit(withCaption('', 'People', ''), 0, styles.credit)).toBeUndefined();
  });

  it('are absent where there are no words, or no such picture', () => {
    expect(styleCaption(withCaption('', '', ''), 0, styles)).toBeUndefined();
    expect(styleCaption(withCaption('Qom', '', ''), 1, styles)).toBeUndefined();
  });
});

describe('computed text', () => {
  it('is taken as it is', () => {
    const line = styleText('Page 3 >', 'jumpTo', textStyle(), 'en-GB', ORIGIN);
    expect(line).toMatchObject({ part: 'jumpTo', paragraph: -1, origin: ORIGIN });
    expect(faces(line)).toEqual(['R:Page 3 >']);
  });

  it('can have a bold lead-in, a credit in another style and links', () => {
    const credit = { text: 'khamenei.ir', style: textStyle({ italic: true }), link: 'http://khamenei.ir' };
    const line = styleText('People', 'caption', textStyle(), 'en-GB', ORIGIN, { lead: 'Qom', credit, link: '#qom' });
    expect(faces(line)).toEqual(['B:Qom', 'R: ', 'R:People', 'R: ', 'I:khamenei.ir']);
    expect(line.runs.map((run) => (run.type === 'text' ? run.style.link : ''))).toEqual([
      undefined,
      undefined,
      '#qom',
      undefined,
      'http://khamenei.ir',
    ]);
  });
});
