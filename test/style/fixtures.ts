import type { Inline, Story } from '../../src/model/story.js';
import type { PartName, TextStyle } from '../../src/model/style.js';
import type { StyledParagraph } from '../../src/model/styled.js';
import { BLACK } from '../../src/units/color.js';

export const ORIGIN = { file: 'articles/a.md', line: 5, column: 1 };

/** A text style of 9 pt with an indent of 9 pt, its four faces named R, I, B and BI. */
export function textStyle(more: Partial<TextStyle> = {}): TextStyle {
  return {
    name: 'body',
    faces: { regular: 'R', italic: 'I', bold: 'B', boldItalic: 'BI', fallback: ['F'] },
    italic: false,
    size: 9,
    leading: 10.5,
    align: 'justify',
    indent: 9,
    tracking: 0,
    hyphenate: true,
    color: BLACK,
    transform: 'none',
    features: [],
    above: 0,
    below: 0,
    ...more,
  };
}

/** Looks up styles of one object a part, as a paper does. */
export function stylesOf(parts: Partial<Record<PartName, Partial<TextStyle>>> = {}): (part: PartName) => TextStyle {
  const made = new Map<PartName, TextStyle>();
  return (part) => {
    const style = made.get(part) ?? textStyle({ name: part, ...parts[part] });
    made.set(part, style);
    return style;
  };
}

export function text(words: string, marks: Partial<Extract<Inline, { type: 'text' }>> = {}): Inline {
  return { type: 'text', text: words, emphasis: false, strong: false, code: false, ...marks };
}

type BlockSketch =
  | { readonly type: 'paragraph' | 'crosshead' | 'quote'; readonly inline: readonly Inline[] }
  | { readonly type: 'item'; readonly marker: string; readonly depth: number; readonly inline: readonly Inline[] };

export function story(blocks: readonly BlockSketch[], more: Partial<Story> = {}): Story {
  return {
    type: 'story',
    source: {
      id: 'doctrine',
      language: 'en-GB',
      headline: 'Doctrine',
      jumpHead: { style: 'headline' },
      pictures: [],
      pullquotes: [],
      markdown: '',
      markdownOrigin: ORIGIN,
      origins: new Map([['headline', { file: 'articles/a.md', line: 2, column: 11 }]]),
      typed: new Map(),
      origin: ORIGIN,
    },
    kicker: [],
    headline: [text('Doctrine')],
    deck: [],
    byline: [],
    role: [],
    dateline: [],
    captions: [],
    pullquotes: [],
    blocks: blocks.map((block, paragraph) => ({ ...block, paragraph, origin: ORIGIN })),
    claims: [],
    words: 0,
    ...more,
  };
}

/** Runs as `face:text`, `/` for a break. */
export function faces(paragraph: StyledParagraph): readonly string[] {
  return paragraph.runs.map((run) => (run.type === 'break' ? '/' : `${run.style.face}:${run.text}`));
}
