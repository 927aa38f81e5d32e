import { describe, expect, it } from 'vitest';
import { findCheapLines } from '../../src/column/find-cheap-lines.js';
import type { BrokenParagraph, ParagraphSetting } from '../../src/model/flow.js';
import type { Line, LinePiece } from '../../src/model/line.js';

const LETTER = 5;
const MEASURE = 100;

/** A line of words set tight, a letter's width for every letter and space. */
function line(text: string, hyphenated = false): Line {
  const words = text.split(' ');
  const pieces = words.map((word, index) => ({
    shaped: { text: word },
    space: index < words.length - 1 ? LETTER : 0,
  })) as unknown as LinePiece[];
  const more = { indent: 0, ratio: 0, scale: 1, letterSpace: 0, hyphenated, last: false };
  return { pieces, measure: MEASURE, width: text.length * LETTER, ...more };
}

function setting(paragraph: number, ...lines: Line[]): ParagraphSetting {
  const broken: BrokenParagraph = {
    lines: lines.length,
    demerits: 0,
    endsHyphenated: () => false,
    setLines: () => lines,
  };
  return { paragraph, broken };
}

describe('findCheapLines', () => {
  it('counts the words on the last line as what a line costs', () => {
    const [cheap] = findCheapLines([setting(4, line('four five six seven.'), line('and out it goes'))]);
    expect(cheap).toMatchObject({ paragraph: 4, losesBy: 4 });
  });

  it('counts the rest of a broken word as a word', () => {
    const [cheap] = findCheapLines([setting(0, line('four five six sev-', true), line('enteen'))]);
    expect(cheap?.losesBy).toBe(1);
  });

  it('counts how many words of mean width a last line has no room for', () => {
    // Five words on 20 + 9 letters: 5.8 letters a word. The last line has room for 11 letters: the second word is too much.
    const [cheap] = findCheapLines([setting(0, line('four five sixes even'), line('nineteen.'))]);
    expect(cheap?.gainsBy).toBe(2);
  });

  it('lets one word make a line where the last line is full', () => {
    const [cheap] = findCheapLines([setting(0, line('four five six seven.'))]);
    expect(cheap?.gainsBy).toBe(1);
  });

  it('takes no line from a paragraph that has only one', () => {
    expect(findCheapLines([setting(0, line('one line'))])[0]).not.toHaveProperty('losesBy');
  });

  it('keeps the order of the story', () => {
    const found = findCheapLines([setting(2, line('two'), line('a')), setting(7, line('seven'), line('b c'))]);
    expect(found.map(({ paragraph, losesBy }) => [paragraph, losesBy])).toEqual([
      [2, 1],
      [7, 2],
    ]);
  });
});
