import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measures } from '../../src/model/flow.js';
import { type Line, lineText } from '../../src/model/line.js';
import type { Justification } from '../../src/model/paper.js';
import { createParagraphBreaker } from '../../src/paragraph/create-paragraph-breaker.js';
import { endHang, startHang } from '../../src/paragraph/optical-margins.js';
import { MONO_JUSTIFICATION, type MonoOptions, monoHList, monoShape } from '../fixtures/mono-shaper.js';

const FLEXIBLE: Justification = {
  ...MONO_JUSTIFICATION,
  letterSpace: { min: -0.02, max: 0.03 },
  glyphScale: { min: 0.97, max: 1.03 },
};

/** The lines of a paragraph of 10 pt mono type, 5 pt a character, with optical margins. */
function hung(text: string, measures: Measures, options: MonoOptions = {}): readonly Line[] {
  const justification = { ...(options.justification ?? MONO_JUSTIFICATION), opticalMargins: true };
  const list = monoHList(text, { ...options, justification });
  return createParagraphBreaker([{ list }], { justification })(0, measures, 0)?.setLines() ?? [];
}

function endOf({ pieces }: Line): number {
  const last = pieces.at(-1);
  return last ? last.x + last.width : 0;
}

describe('optical margins', () => {
  it('hang six tenths of a hyphen over the end of a line, which still ends on its measure', () => {
    // 40 pt to the hyphen, of which 3 hang.
    const [line] = hung('aaa bbb|bbb cccc dd', { widths: [37] });
    expect(line && lineText(line)).toBe('aaa bbb-');
    expect(line).toMatchObject({ width: 37, measure: 37, hangStart: 0, hangEnd: 3, ratio: 0 });
    expect(line && endOf(line)).toBe(40);
  });

  it('hang a quotation mark over the start of a line', () => {
    const [line] = hung('“aaa” bbbb ccccccc', { widths: [50] });
    expect(line?.hangStart).toBeCloseTo(0.35 * 5, 12);
    expect(line?.pieces[0]?.x).toBeCloseTo(-0.35 * 5, 12);
    expect(line?.width).toBeCloseTo(50, 12);
  });

  it('make room on the line: what fits only because a stop hangs is broken so', () => {
    const measures = { widths: [57] };
    const stands = createParagraphBreaker([{ list: monoHList('aaaa. bbbbb. ccccccc') }], {
      justification: MONO_JUSTIFICATION,
    })(0, measures, 0);
    expect(stands?.setLines().map(lineText)[0]).toBe('aaaa.');
    const [line] = hung('aaaa. bbbbb. ccccccc', measures);
    expect(line && lineText(line)).toBe('aaaa. bbbbb.');
  });

  it('leave a paragraph’s short last line its end, and hang its start', () => {
    const last = hung('aaaaaaaaaa “bb.”', { widths: [50] }).at(-1);
    expect(last).toMatchObject({ last: true, hangEnd: 0 });
    expect(last?.pieces[0]?.x).toBeLessThan(0);
    expect(last?.width).toBe(last && endOf(last));
  });

  it('leave ragged text alone', () => {
    for (const line of hung('“aaa” bbb, ccc. ddd', { widths: [50] }, { align: 'start' })) {
      expect(line.hangStart).toBeUndefined();
      expect(line.pieces[0]?.x).toBe(0);
    }
  });

  it('hang over the indents of a paragraph and of what it runs round', () => {
    const lines = hung('“aaa” bbbb “cccc” dddd “eeee” ffff “gggg”', { widths: [60], indents: [0, 25] }, { indent: 10 });
    for (const line of lines) expect(line.pieces[0]?.x).toBeCloseTo(line.indent - (line.hangStart ?? 0), 12);
    expect(lines.map(({ indent }) => indent).slice(0, 2)).toEqual([10, 25]);
  });

  it('know nothing of scripts that run from right to left', () => {
    expect(startHang(monoShape('«سلام»'), 10)).toBe(0);
    expect(endHang(monoShape('سلام.'), 10)).toBe(0);
    expect(endHang(monoShape('salam.'), 10)).toBeCloseTo(0.65 * 5, 12);
  });

  it('never hang a character by more than two thirds of it', () => {
    for (let code = 0x21; code < 0x2100; code++) {
      const shaped = monoShape(String.fromCodePoint(code));
      expect(Math.max(startHang(shaped, 10), endHang(shaped, 10))).toBeLessThanOrEqual((2 / 3) * 5);
    }
  });

  const wordArbitrary = fc.stringMatching(/^[“"(]?[a-zATVWY]{1,4}\|?[a-z]{1,6}[,.;:!?”")-]?$/);
  const textArbitrary = fc.array(wordArbitrary, { minLength: 3, maxLength: 40 }).map((words) => words.join(' '));

  it('end every justified line on its measure, with the pieces past it by what hangs', () => {
    fc.assert(
      fc.property(textArbitrary, fc.integer({ min: 80, max: 200 }), (text, width) => {
        const lines = hung(text, { widths: [width] }, { justification: FLEXIBLE });
        expect(lines.map(lineText).join(' ').replace(/- /g, '').length).toBeGreaterThan(0);
        for (const line of lines) {
          expect(line.pieces[0]?.x).toBeCloseTo(-(line.hangStart ?? 0), 9);
          expect(endOf(line)).toBeCloseTo(line.width + (line.hangEnd ?? 0), 9);
          expect(line.width).toBeLessThanOrEqual(width + 1e-9);
          if (!line.last && line.pieces.length > 1) expect(line.width).toBeCloseTo(width, 9);
          // Breaks were found with what hangs, but for the scaling of it: nothing is squeezed beyond its shrink.
          expect(line.ratio).toBeGreaterThan(-1.02);
        }
      }),
      { numRuns: 200 },
    );
  });
});
