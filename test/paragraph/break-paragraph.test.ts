import { describe, expect, it } from 'vitest';
import type { HList } from '../../src/model/hlist.js';
import { lineText } from '../../src/model/line.js';
import { breakParagraph } from '../../src/paragraph/break-paragraph.js';
import { type BreakParameters, NEWS_PARAMETERS, TEX_PARAMETERS } from '../../src/paragraph/parameters.js';
import { setLines } from '../../src/paragraph/set-lines.js';
import { MONO_JUSTIFICATION, monoHList } from '../fixtures/mono-shaper.js';

function linesOf(list: HList, measure: number, parameters: BreakParameters): readonly string[] {
  const shape = { widths: [measure] };
  const setting = { align: 'justify', justification: MONO_JUSTIFICATION, endIndent: 0 } as const;
  return setLines(list, breakParagraph(list, shape, parameters), shape, setting).map(lineText);
}

/** Words of two syllables, nine characters each, on lines of eight: there is no way but to break every one. */
const SYLLABLES = 'aaaa|bbbbb '.repeat(8).trim();

describe('breakParagraph', () => {
  it('does not hyphenate where the first pass succeeds', () => {
    // Spaces as they are fill 50 pt, so does a broken word.
    const list = monoHList('aaaa bb|bbb cccc ddddd');
    expect(breakParagraph(list, { widths: [50] }, TEX_PARAMETERS).pass).toBe('pretolerance');
    expect(linesOf(list, 50, TEX_PARAMETERS)).toEqual(['aaaa bbbbb', 'cccc ddddd']);
  });

  it('ends a line on a written hyphen in the first pass', () => {
    const list = monoHList('aaaa bbbb-cccc dddd');
    expect(breakParagraph(list, { widths: [50] }, TEX_PARAMETERS).pass).toBe('pretolerance');
    expect(linesOf(list, 50, TEX_PARAMETERS)).toEqual(['aaaa bbbb-', 'cccc dddd']);
  });

  it('lets a line stick out in the last pass of TeX, and leaves it loose in ours', () => {
    const list = monoHList('aaaa bbbbbbb cccc');
    expect(breakParagraph(list, { widths: [50] }, TEX_PARAMETERS)).toMatchObject({ pass: 'tolerance', overfull: 1 });
    expect(breakParagraph(list, { widths: [50] }, NEWS_PARAMETERS)).toMatchObject({ pass: 'desperate', overfull: 0 });
    expect(linesOf(list, 50, NEWS_PARAMETERS)).toEqual(['aaaa', 'bbbbbbb', 'cccc']);
  });

  it('uses emergency stretch where nothing is within tolerance', () => {
    const list = monoHList('aa bb ccccccc dd ee ff');
    const parameters = { ...TEX_PARAMETERS, tolerance: 200, emergencyStretch: 30 };
    expect(breakParagraph(list, { widths: [50] }, parameters)).toMatchObject({ pass: 'emergency', overfull: 0 });
  });

  it('never adds a hyphen when its penalty is infinite', () => {
    const parameters = { ...NEWS_PARAMETERS, hyphenPenalty: 10000 };
    expect(linesOf(monoHList('aaaa bb|bbb cccc'), 40, parameters)).toEqual(['aaaa', 'bbbbb', 'cccc']);
    expect(linesOf(monoHList('aaaa bb|bbb cccc'), 40, NEWS_PARAMETERS)).toEqual(['aaaa bb-', 'bbb cccc']);
  });

  it('gives up a line rather than put too many hyphens in a row', () => {
    const list = monoHList('a bb cc ddd|d ee ff ggg|g hh ii jjj|j kk ll mmm|m nn oo ppp|p qq rr sss|s tt');
    const endings = (maxHyphens: number) =>
      linesOf(list, 60, { ...NEWS_PARAMETERS, maxHyphens })
        .map((line) => (line.endsWith('-') ? '-' : ' '))
        .join('');
    expect(endings(0)).toContain('----');
    for (const maxHyphens of [1, 2, 3]) expect(endings(maxHyphens)).not.toContain('-'.repeat(maxHyphens + 1));
  });

  it('keeps more hyphens in a row than wanted where there is no other way', () => {
    const breaks = breakParagraph(monoHList(SYLLABLES), { widths: [40] }, { ...NEWS_PARAMETERS, maxHyphens: 2 });
    expect(breaks.overfull).toBe(0);
  });

  it('avoids a last line shorter than it should be', () => {
    // At its best the paragraph ends in a line of one letter; a line broken sooner brings company.
    const list = monoHList('aa bb cc dd ee ff gg h');
    expect(linesOf(list, 100, { ...NEWS_PARAMETERS, lastLineMin: 5 }).at(-1)).toBe('h');
    expect(linesOf(list, 100, { ...NEWS_PARAMETERS, lastLineMin: 6, lastLineDemerits: 1e6 }).at(-1)).toBe('gg h');
  });

  it('sets each line to its own width', () => {
    const list = monoHList('aaaa bbbb cccc dddd eeee ffff');
    const breaks = breakParagraph(list, { widths: [20, 45, 70] }, TEX_PARAMETERS);
    expect(Array.from(breaks.ratios)).toEqual([0, 0, 0]);
    expect(breaks.positions).toHaveLength(3);
  });

  it('gives one line to a paragraph without text', () => {
    expect(linesOf(monoHList(''), 50, NEWS_PARAMETERS)).toEqual(['']);
  });
});
