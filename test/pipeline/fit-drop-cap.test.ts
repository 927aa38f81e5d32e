import { describe, expect, it } from 'vitest';
import { fitDropCap } from '../../src/fit-drop-cap.js';
import type { DropCapStyle } from '../../src/model/style.js';
import type { StyledDropCap, StyledParagraph } from '../../src/model/styled.js';
import { BLACK } from '../../src/units/color.js';
import { monoParagraph } from '../fixtures/mono-shaper.js';
import { testShaper, testStyle } from '../fixtures/test-faces.js';

const LEADING = 10.5;
const TEXT = testStyle({ size: 9 });
const { shaper } = testShaper();

function paragraph(words: string): StyledParagraph {
  return { ...monoParagraph(words, { size: 9 }), runs: [{ type: 'text', text: words, style: TEXT }] };
}

function fitLetter(letter: string, style: Partial<DropCapStyle> = {}, more: Partial<StyledDropCap> = {}) {
  const cap: StyledDropCap = {
    letter,
    style: {
      lines: 3,
      top: 'capHeight',
      firstWord: 'plain',
      face: 'head',
      fallback: [],
      color: BLACK,
      features: [],
      ...style,
    },
    isWord: false,
    whole: [],
    ...more,
  };
  return fitDropCap(paragraph('olitical'), cap, LEADING, shaper);
}

/** Left, right, top and foot of the letter's ink, from the line's start and the first baseline, y down. */
function inkOf({ dropCap: { letter, drop } }: ReturnType<typeof fitLetter>) {
  const box = shaper.inkBox(letter.shaped);
  if (!box) throw new Error('no ink');
  const { size } = letter.style;
  return {
    left: letter.x + box.left * size,
    right: letter.x + box.right * size,
    top: drop - box.top * size,
    foot: drop - box.foot * size,
  };
}

describe('a fitted drop cap', () => {
  it.each([2, 3, 4])(
    'of %i lines stands on the baseline of the last and is level with the capitals of the first',
    (lines) => {
      const fitted = fitLetter('H', { lines });
      const ink = inkOf(fitted);
      expect(fitted.lines).toBe(lines);
      expect(ink.foot).toBeCloseTo((lines - 1) * LEADING, 9);
      expect(ink.top).toBeCloseTo(-shaper.metrics('text').capHeight * 9, 9);
    },
  );

  it('can be level with the small letters of the first line', () => {
    expect(inkOf(fitLetter('H', { top: 'xHeight' })).top).toBeCloseTo(-shaper.metrics('text').xHeight * 9, 9);
  });

  it('begins with its ink where the lines under it begin, whatever white the font has at its left', () => {
    for (const letter of 'BDEFHIKLMNPRTUVWXYZ') expect(inkOf(fitLetter(letter)).left, letter).toBeCloseTo(0, 9);
  });

  it('hangs by a hair where it is round, so that it does not look indented', () => {
    for (const letter of 'COQG') {
      const { left } = inkOf(fitLetter(letter));
      expect(left, letter).toBeLessThan(0);
      expect(left, letter).toBeGreaterThan(-1);
    }
  });

  it('keeps the lines beside it at one distance from its ink', () => {
    for (const letter of 'AHMW') {
      const fitted = fitLetter(letter);
      expect(fitted.indent - inkOf(fitted).right, letter).toBeCloseTo(2.7, 9);
    }
  });

  it('keeps one line more clear where its tail reaches into it', () => {
    const tailed = fitLetter('Q');
    const { ascender } = shaper.metrics('text');
    expect(inkOf(tailed).foot).toBeGreaterThan(3 * LEADING - ascender * 9);
    expect(tailed.lines).toBe(4);
  });

  it('hangs a quotation mark of the size of the text before it', () => {
    const { quote, letter } = fitLetter('I', {}, { quote: { text: '“', style: TEXT }, isWord: true }).dropCap;
    expect(quote?.style.size).toBe(9);
    expect((quote?.x ?? 0) + (quote?.width ?? 0)).toBeCloseTo(0, 9);
    expect(letter.space).toBeGreaterThan(1);
  });
});
