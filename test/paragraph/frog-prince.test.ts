import { describe, expect, it } from 'vitest';
import { type BrokenItems, breakItems, type Item } from '../../src/paragraph/break-items.js';

/*
 * The Frog King as Knuth & Plass print it (1981, figures 3 and 4): in Monotype widths, eighteenths of an em, spaces wider
 * after marks, a first line indented by an em. Lines and ratios are those of the paper. "|": a place to hyphenate.
 */

const TEXT = `In olden times when wish|ing still helped one, there lived a king whose daugh|ters were all beau|ti|ful; and
the young|est was so beau|ti|ful that the sun it|self, which has seen so much, was aston|ished when|ever it shone in her
face. Close by the king’s castle lay a great dark for|est, and un|der an old lime-tree in the for|est was a well, and when
the day was very warm, the king’s child went out into the for|est and sat down by the side of the cool foun|tain; and when
she was bored she took a golden ball, and threw it up on high and caught it; and this ball was her favor|ite play|thing.`;

const WIDTHS: readonly (readonly [number, string])[] = [
  [5, 'il,.;’'],
  [6, 'fjI-'],
  [7, 'rst'],
  [8, 'cez'],
  [9, 'agov'],
  [10, 'bdhknpquxy'],
  [13, 'wC'],
  [15, 'm'],
];
const SPACES: Readonly<Record<string, readonly [number, number, number]>> = {
  ',': [6, 4, 2],
  ';': [6, 4, 1],
  '.': [8, 6, 1],
};

/** The paper's own settings: no ratio over 1, 1 for each line, 3000 for two hyphens in a row or a tight line by a loose one. */
const AS_PRINTED = {
  tolerance: 100,
  linePenalty: 1,
  adjDemerits: 3000,
  doubleHyphenDemerits: 3000,
  finalHyphenDemerits: 0,
};

/** An item with the characters that it stands for. */
interface Piece {
  readonly item: Item;
  readonly text: string;
}

function widthOf(character: string): number {
  return WIDTHS.find(([, characters]) => characters.includes(character))?.[0] ?? Number.NaN;
}

function pieceOf(character: string, before: string): readonly Piece[] {
  if (character === '|') return [{ item: { type: 'discretionary', pre: widthOf('-'), automatic: true }, text: '' }];
  if (/\s/.test(character)) {
    const [width, stretch, shrink] = SPACES[before] ?? [6, 3, 2];
    return [{ item: { type: 'glue', width, stretch, shrink }, text: ' ' }];
  }
  const box: Piece = { item: { type: 'box', width: widthOf(character) }, text: character };
  return character === '-' ? [box, { item: { type: 'discretionary' }, text: '' }] : [box];
}

const pieces = [...TEXT].flatMap((character, at) => pieceOf(character, TEXT[at - 1] ?? ''));

/** The lines as printed, an added hyphen as "-". */
function print({ lines }: BrokenItems): readonly string[] {
  return lines.map(({ start, end, hyphenated }) => {
    const text = pieces
      .slice(start, end)
      .map((piece) => piece.text)
      .join('');
    return hyphenated && !text.endsWith('-') ? `${text}-` : text;
  });
}

function breakTo(measure: number): BrokenItems {
  const items = pieces.map(({ item }) => item);
  return breakItems(items, { widths: [measure - 18, measure], indents: [18, 0] }, AS_PRINTED);
}

describe('the frog prince of Knuth & Plass', () => {
  it('breaks at 390 units as printed, with the ratios of the paper', () => {
    const broken = breakTo(390);
    expect(print(broken)).toEqual([
      'In olden times when wishing still helped one,',
      'there lived a king whose daughters were all beau-',
      'tiful; and the youngest was so beautiful that the',
      'sun itself, which has seen so much, was aston-',
      'ished whenever it shone in her face. Close by the',
      'king’s castle lay a great dark forest, and under an',
      'old lime-tree in the forest was a well, and when',
      'the day was very warm, the king’s child went out',
      'into the forest and sat down by the side of the',
      'cool fountain; and when she was bored she took a',
      'golden ball, and threw it up on high and caught',
      'it; and this ball was her favorite plaything.',
    ]);
    expect(broken.lines.map(({ ratio }) => Math.round(ratio * 1000) / 1000)).toEqual([
      0.857, 0, 0.28, 1, 0.067, -0.278, 0.536, -0.167, 0.7, -0.176, 0.357, 0,
    ]);
  });

  it('breaks at 500 units as printed, without a hyphen', () => {
    const broken = breakTo(500);
    expect(print(broken)).toEqual([
      'In olden times when wishing still helped one, there lived a',
      'king whose daughters were all beautiful; and the youngest was',
      'so beautiful that the sun itself, which has seen so much, was',
      'astonished whenever it shone in her face. Close by the king’s',
      'castle lay a great dark forest, and under an old lime-tree in the',
      'forest was a well, and when the day was very warm, the king’s',
      'child went out into the forest and sat down by the side of the',
      'cool fountain; and when she was bored she took a golden ball,',
      'and threw it up on high and caught it; and this ball was her',
      'favorite plaything.',
    ]);
    expect(broken.lines.map(({ ratio }) => Math.round(ratio * 1000) / 1000)).toEqual([
      0.774, 0.179, 0.629, 0.545, 0, 0.079, 0.282, 0.294, 0.575, 0,
    ]);
  });
});
