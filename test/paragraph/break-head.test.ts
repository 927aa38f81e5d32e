import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineText } from '../../src/model/line.js';
import { breakHead, findOverwideWords, fitsHead } from '../../src/paragraph/break-head.js';
import { setLines } from '../../src/paragraph/set-lines.js';
import { MONO_JUSTIFICATION, monoHList } from '../fixtures/mono-shaper.js';

/** The lines of a head set in 10 pt mono type: a character is 5 pt wide. */
function head(text: string, measure: number): readonly string[] {
  const list = monoHList(text, { align: 'start' });
  const setting = { align: 'start', justification: MONO_JUSTIFICATION, endIndent: 0 } as const;
  return setLines(list, breakHead(list, measure), { widths: [measure] }, setting).map(lineText);
}

const headArbitrary = fc
  .array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(' '));

/** Fewest lines by first fit, which no setting of unbroken words can beat. */
function firstFit(text: string, characters: number): number {
  let lines = 1;
  let used = -1;
  for (const word of text.split(' ')) {
    if (used >= 0 && used + 1 + word.length > characters) {
      lines++;
      used = -1;
    }
    used += 1 + word.length;
  }
  return lines;
}

describe('breakHead', () => {
  it('leaves a head that fits on one line', () => {
    expect(head('Harbour reopens', 100)).toEqual(['Harbour reopens']);
  });

  it('makes lines even instead of filling the first', () => {
    expect(head('Council votes tonight again', 100)).toEqual(['Council votes', 'tonight again']);
  });

  it('does not break after a preposition or an article', () => {
    // Most even would be "Minister of" / "ships quits".
    expect(head('Minister of ships quits', 80)).toEqual(['Minister', 'of ships quits']);
  });

  it('breaks after a preposition where there is no other way', () => {
    expect(head('Notwithstanding of Constantinopolis', 90)).toEqual(['Notwithstanding of', 'Constantinopolis']);
  });

  it('leaves no short word alone on the last line, though every other break is after a preposition', () => {
    expect(head('To and by sea far', 70)).toEqual(['To and by', 'sea far']);
  });

  it('never hyphenates', () => {
    expect(head('News|paper|men celebrate', 50)).toEqual(['Newspapermen', 'celebrate']);
  });

  it('breaks after a hyphen that is in the text', () => {
    expect(head('Anglo-Portuguese', 60)).toEqual(['Anglo-', 'Portuguese']);
  });

  it('ends a line where the text says so', () => {
    expect(head('One\nTwo three', 100)).toEqual(['One', 'Two three']);
  });

  it('names the words that are too wide', () => {
    const list = monoHList('The Constantinople Anglo-Portuguese question', { align: 'start' });
    expect(fitsHead(list, 70)).toBe(true);
    expect(fitsHead(list, 69)).toBe(false);
    expect(findOverwideWords(list, 49)).toEqual(['Constantinople', 'Portuguese']);
    expect(breakHead(list, 49).overfull).toBe(2);
  });

  it('takes as few lines as first fit, and loses no word', () => {
    fc.assert(
      fc.property(headArbitrary, fc.integer({ min: 9, max: 40 }), (text, characters) => {
        const lines = head(text, characters * 5);
        expect(lines).toHaveLength(firstFit(text, characters));
        expect(lines.join(' ')).toBe(text);
      }),
    );
  });
});
