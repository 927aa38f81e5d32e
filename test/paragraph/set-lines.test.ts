import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, lineText } from '../../src/model/line.js';
import type { Justification } from '../../src/model/paper.js';
import type { Align } from '../../src/model/style.js';
import { breakParagraph } from '../../src/paragraph/break-paragraph.js';
import type { LineShape } from '../../src/paragraph/line-shape.js';
import { NEWS_PARAMETERS } from '../../src/paragraph/parameters.js';
import { setLines } from '../../src/paragraph/set-lines.js';
import { TOLERANCE } from '../../src/units/length.js';
import { MONO_JUSTIFICATION, type MonoOptions, monoHList, monoRunStyle, monoShape } from '../fixtures/mono-shaper.js';

const FLEXIBLE: Justification = {
  wordSpace: { min: 0.75, natural: 1, max: 1.5 },
  letterSpace: { min: -0.02, max: 0.03 },
  glyphScale: { min: 0.97, max: 1.03 },
  maxHyphens: 3,
  opticalMargins: false,
  avoid: [],
};

function set(text: string, shape: LineShape | number, options: MonoOptions = {}): readonly Line[] {
  const full = typeof shape === 'number' ? { widths: [shape] } : shape;
  const list = monoHList(text, options);
  return setLines(list, breakParagraph(list, full, NEWS_PARAMETERS), full, {
    align: options.align ?? 'justify',
    justification: options.justification ?? MONO_JUSTIFICATION,
    endIndent: options.endIndent ?? 0,
  });
}

const wordArbitrary = fc
  .array(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1, maxLength: 3 })
  .map((fragments) => fragments.join('|'));
const textArbitrary = fc.array(wordArbitrary, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));

describe('setLines', () => {
  it('stretches the spaces of a line until it ends on its measure', () => {
    // 10 characters of 5 pt and two spaces in 66 pt: 16 pt of white, 6 pt more than natural, of 5 pt stretch.
    const [line] = set('aaaa bbb ccc dddddddddd eee', 66);
    expect(lineText(line as Line)).toBe('aaaa bbb ccc');
    expect(line?.pieces.map((piece) => piece.x)).toEqual([0, 28, 51]);
    expect(line?.pieces.map((piece) => piece.space)).toEqual([8, 8, 0]);
    expect(line).toMatchObject({ width: 66, measure: 66, ratio: 1.2, scale: 1, letterSpace: 0, last: false });
  });

  it('shrinks the spaces of a line that is too full', () => {
    // 55 pt natural with two spaces that give 1.25 pt each, in 54 pt.
    const [line] = set('aaa bbb ccc ddddddddd', 54);
    expect(line?.ratio).toBeCloseTo(-0.4, 12);
    expect(line?.pieces[0]?.space).toBeCloseTo(4.5, 12);
    expect(line?.width).toBeCloseTo(54, 12);
  });

  it('uses glyph scaling, letter space and word space by the same share', () => {
    const [line] = set('aaaa bbb ccc dddddddddd eee', 62, { justification: FLEXIBLE });
    // Glyphs 50 pt give 1.5, nine letter spaces 0.3 pt each, two word spaces 2.5 each: 9.2 pt, of which 2 are needed.
    const ratio = 2 / 9.2;
    expect(line?.ratio).toBeCloseTo(ratio, 12);
    expect(line?.scale).toBeCloseTo(1 + 0.03 * ratio, 12);
    expect(line?.letterSpace).toBeCloseTo(0.3 * ratio, 12);
    expect(line?.pieces[0]?.space).toBeCloseTo(5 + 2.5 * ratio, 12);
    expect(line?.width).toBeCloseTo(62, 12);
  });

  it('leaves glyphs at their widest in a line that needs more than all of its stretch', () => {
    const [line] = set('aaaa bbb ccc dddddddddd eee', 72, { justification: FLEXIBLE });
    expect(line?.scale).toBe(1.03);
    expect(line?.letterSpace).toBeCloseTo(0.3, 12);
    expect(line?.ratio).toBeCloseTo((12 - 1.5 - 2.7) / 5, 12);
    expect(line?.width).toBeCloseTo(72, 12);
  });

  it('adds a hyphen to a word that is broken, and none to a word that is broken at its own', () => {
    const lines = set('aaa bbb|ccc dd-ee', 40);
    expect(lines.map(lineText)).toEqual(['aaa bbb-', 'ccc dd-', 'ee']);
    expect(lines.map((line) => line.hyphenated)).toEqual([true, false, false]);
    expect(lines[0]?.pieces.map((piece) => piece.addedHyphen)).toEqual([false, true]);
    expect(lines[1]?.pieces.map((piece) => piece.shaped.text)).toEqual(['ccc', 'dd-']);
  });

  it('makes one piece of a word whose fragments stand on one line', () => {
    const [line] = set('a|b|c d|e', 100);
    expect(line?.pieces.map((piece) => piece.shaped.text)).toEqual(['abc', 'de']);
  });

  it('sets the last line natural', () => {
    const lines = set('aaaa bbb ccc ddd ee', 66);
    expect(lines.at(-1)).toMatchObject({ last: true, ratio: 0, width: 30 });
  });

  it('sets what comes before a hard break natural, too', () => {
    const lines = set('aa\nbb bb', 60);
    expect(lines.map(lineText)).toEqual(['aa', 'bb bb']);
    expect(lines[0]).toMatchObject({ ratio: 0, last: false, width: 10 });
  });

  it('keeps an empty line between two hard breaks', () => {
    expect(set('aa\n\nbb', 60).map(lineText)).toEqual(['aa', '', 'bb']);
  });

  it('sets a word that is too wide on a line that sticks out', () => {
    const lines = set('aa bbbbbbbbbbbb cc', 40);
    expect(lines.map(lineText)).toEqual(['aa', 'bbbbbbbbbbbb', 'cc']);
    expect(lines[1]).toMatchObject({ width: 60, ratio: -1 });
  });

  it('puts the lines of ragged text at the side that its style says', () => {
    const starts = (align: Align) => set('aaaa bbb', 30, { align }).map((line) => line.pieces[0]?.x);
    expect(starts('start')).toEqual([0, 0]);
    expect(starts('end')).toEqual([10, 15]);
    expect(starts('center')).toEqual([5, 7.5]);
  });

  it('starts each line at its indent', () => {
    const lines = set('aaaa bbbb cccc dddd', { widths: [45, 50], indents: [15, 10] }, { endIndent: 5 });
    expect(lines.map((line) => line.pieces[0]?.x)).toEqual([15, 10]);
    expect(lines.map((line) => [line.indent, line.measure])).toEqual([
      [15, 65],
      [10, 65],
    ]);
  });

  it('puts a marker at the start of the first line alone', () => {
    const list = monoHList('aaaa bbbb cccc');
    const shape = { widths: [40], indents: [15] };
    const marker = { shaped: monoShape('*'), style: monoRunStyle() };
    const setting = { align: 'justify', justification: MONO_JUSTIFICATION, endIndent: 0, marker } as const;
    const lines = setLines(list, breakParagraph(list, shape, NEWS_PARAMETERS), shape, setting);
    expect(lines[0]?.pieces[0]).toMatchObject({ x: 0, width: 5, space: 10 });
    expect(lines[0]?.pieces[1]?.x).toBe(15);
    expect(lines.slice(1).flatMap((line) => line.pieces.map((piece) => piece.shaped.text))).not.toContain('*');
  });

  it('ends every justified line on its measure to a thousandth of a point, unless it has nothing to stretch', () => {
    fc.assert(
      fc.property(textArbitrary, fc.integer({ min: 60, max: 200 }), (text, width) => {
        for (const line of set(text, width, { justification: FLEXIBLE })) {
          if (line.last || line.pieces.length < 2 || line.ratio === -1) continue;
          expect(Math.abs(line.width - width)).toBeLessThan(TOLERANCE);
          const end = line.pieces.at(-1);
          expect(Math.abs((end?.x ?? 0) + (end?.width ?? 0) - width)).toBeLessThan(TOLERANCE);
        }
      }),
    );
  });

  it('neither loses nor doubles a character', () => {
    fc.assert(
      fc.property(textArbitrary, fc.integer({ min: 20, max: 200 }), (text, width) => {
        const lines = set(text, width);
        const joined = lines.map((line) => (line.hyphenated ? lineText(line).slice(0, -1) : `${lineText(line)} `));
        expect(joined.join('').trimEnd()).toBe(text.replaceAll('|', ''));
      }),
    );
  });
});
