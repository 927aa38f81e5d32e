import { describe, expect, it } from 'vitest';
import type { ArticleSource, PictureNote, Undivided } from '../../src/model/issue.js';
import type { Inline } from '../../src/model/story.js';
import { textsOf } from '../../src/story/block-texts.js';
import { firstText, read, shorthand } from './fixtures.js';

const NAMES: Undivided = { type: 'names' };
const ORIGIN = { file: 'a.md', line: 2, column: 1 };

/** The text of an article with what is not divided in braces. */
function kept(markdown: string, undivided: Undivided, more: Partial<ArticleSource> = {}): string {
  const { story } = read(markdown, { undivided, ...more });
  return story.blocks.flatMap(textsOf).map(shown).join(' ¶ ');
}

function shown(inline: readonly Inline[]): string {
  return inline.map((run) => (run.type === 'text' && run.undivided ? `{${run.text}}` : shorthand([run]))).join('');
}

describe('names', () => {
  it.each([
    ['inside a sentence', 'The minister Khosravi spoke.', 'The minister {Khosravi} spoke.'],
    ['of several words', 'It is Port Skerrow now.', 'It is {Port} {Skerrow} now.'],
    [
      'with what stands around them',
      'To Khosravi and Skerrow. He (Khosravi), “Skerrow’s” son',
      'To {Khosravi} and {Skerrow.} He {(Khosravi),} {“Skerrow’s”} son',
    ],
    ['in the genitive', 'They saw Skerrow’s harbour.', 'They saw {Skerrow’s} harbour.'],
    ['after a title or initial', 'Ask Dr. Khosravi or J. Smith.', 'Ask {Dr.} {Khosravi} or {J.} {Smith.}'],
    [
      'at the start of a sentence, where they are names elsewhere',
      'Skerrow it is. To Skerrow.',
      '{Skerrow} it is. To {Skerrow.}',
    ],
    ['beyond Latin', 'В городе Москва утро.', 'В городе {Москва} утро.'],
  ])('%s', (_, text, expected) => {
    expect(kept(text, NAMES)).toBe(expected);
  });

  it.each([
    ['a paragraph', 'Government fell.'],
    ['a sentence', 'It fell. Government is hard! Parliament? Nobody…'],
    ['a quotation', 'He said “Government fell” and (Parliament) too'],
    ['what a colon opens', 'He knew: Government falls'],
  ])('are not the words that merely start %s', (_, text) => {
    expect(kept(text, NAMES)).toBe(text);
  });

  it('are learnt from the whole article', () => {
    expect(kept('Khosravi spoke.\n\nSo did Khosravi.', NAMES)).toBe('{Khosravi} spoke. ¶ So did {Khosravi.}');
  });

  it('are marked in heads and captions, too', () => {
    const note: PictureNote = { file: 'a.jpg', caption: 'Khosravi speaks', focus: [0.5, 0.5], origin: ORIGIN };
    const { story } = read('They heard Khosravi.', {
      undivided: NAMES,
      deck: 'Khosravi is heard',
      pictures: [note],
    });
    expect(shown(story.deck)).toBe('{Khosravi} is heard');
    expect(shown(story.captions[0]?.caption ?? [])).toBe('{Khosravi} speaks');
  });

  it('keep the marks of their runs', () => {
    const { story } = read('Read *the Khosravi paper* now.', { undivided: NAMES });
    expect(firstText(story)).toMatchObject([
      { text: 'Read ', emphasis: false },
      { text: 'the ', emphasis: true },
      { text: 'Khosravi', emphasis: true, undivided: true },
      { text: ' paper', emphasis: true },
      { text: ' now.', emphasis: false },
    ]);
  });

  it('may be listed, with their capitals, in any language', () => {
    const listed: Undivided = { type: 'listed', names: ['Edris Khosravi', 'Skerrow'] };
    const text = 'Regierung: Khosravi besucht SKERROW, nicht skerrow.';
    expect(kept(text, listed, { language: 'de' })).toBe('Regierung: {Khosravi} besucht {SKERROW,} nicht skerrow.');
  });
});

describe('a story', () => {
  it('may be left undivided altogether', () => {
    expect(kept('A government.\n\n- *fell*', { type: 'all' })).toBe('{A government.} ¶ {fell}');
  });

  it('without a word about it is as it was', () => {
    expect(firstText(read('To Khosravi.').story)).toEqual([
      { type: 'text', text: 'To Khosravi.', emphasis: false, strong: false, code: false },
    ]);
  });

  it('has as many words as before', () => {
    const text = 'They saw Skerrow’s harbour, and Khosravi in it.';
    expect(read(text, { undivided: NAMES }).story.words).toBe(read(text).story.words);
  });
});
