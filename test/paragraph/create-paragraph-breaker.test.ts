import { describe, expect, it } from 'vitest';
import { lineText } from '../../src/model/line.js';
import { createParagraphBreaker } from '../../src/paragraph/create-paragraph-breaker.js';
import { MONO_JUSTIFICATION, type MonoOptions, monoHList, monoRunStyle, monoShape } from '../fixtures/mono-shaper.js';

const TEXT = 'the men who made the paper came to work at night and left it at dawn when the last van had gone';

function breakerOf(text: string, options: MonoOptions = {}) {
  return createParagraphBreaker([{ list: monoHList(text, options) }], { justification: MONO_JUSTIFICATION });
}

describe('createParagraphBreaker', () => {
  it('breaks a paragraph to one measure', () => {
    const broken = breakerOf(TEXT)(0, { widths: [100] }, 0);
    const lines = broken?.setLines() ?? [];
    expect(broken?.lines).toBe(lines.length);
    expect(lines.map(lineText).join(' ')).toBe(TEXT);
  });

  it('gives the same setting for the same measures, however they are written', () => {
    const breaker = breakerOf(TEXT);
    const once = breaker(0, { widths: [100] }, 0);
    expect(breaker(0, { widths: [100, 100, 100] }, 0)).toBe(once);
    expect(breaker(0, { widths: [100.0004] }, 0)).toBe(once);
    expect(breaker(0, { widths: [100.01] }, 0)).not.toBe(once);
  });

  it('breaks to several measures where the paragraph straddles legs', () => {
    const lines = breakerOf(TEXT)(0, { widths: [150, 150, 80] }, 0)?.setLines() ?? [];
    expect(lines.map((line) => line.measure).slice(0, 4)).toEqual([150, 150, 80, 80]);
    expect(lines.map(lineText).join(' ')).toBe(TEXT);
  });

  it('sets a paragraph a line longer or shorter where that can be done', () => {
    const breaker = breakerOf([TEXT, TEXT, TEXT].join(' '));
    let attained = 0;
    for (let width = 90; width < 140; width += 1) {
      const best = breaker(0, { widths: [width] }, 0);
      for (const looseness of [-1, 1] as const) {
        const other = breaker(0, { widths: [width] }, looseness);
        if (!other || !best) continue;
        attained++;
        expect(other.lines).toBe(best.lines + looseness);
        expect(other.demerits).toBeGreaterThan(best.demerits);
        expect(other.setLines()).toHaveLength(best.lines + looseness);
      }
    }
    expect(attained).toBeGreaterThan(5);
  });

  it('says that one word cannot be set a line longer', () => {
    expect(breakerOf('alone')(0, { widths: [100] }, 1)).toBeUndefined();
    expect(breakerOf('alone')(0, { widths: [100] }, -1)).toBeUndefined();
  });

  it('gives an answer for a measure that holds no word', () => {
    const lines = breakerOf('never narrow')(0, { widths: [4] }, 0)?.setLines() ?? [];
    expect(lines.map(lineText)).toEqual(['never', 'narrow']);
  });

  it('keeps indents out of the room for text', () => {
    const lines = breakerOf(TEXT, { indent: 20, hang: 10, endIndent: 5 })(0, { widths: [120] }, 0)?.setLines() ?? [];
    expect(lines.map((line) => line.indent).slice(0, 3)).toEqual([20, 10, 10]);
    expect(lines.every((line) => line.measure === 120)).toBe(true);
    expect(lines.slice(0, -1).every((line) => Math.abs(line.width - 115) < 0.001)).toBe(true);
  });

  it('starts each line where its indent says, in the room beside what it runs round', () => {
    const measures = { widths: [120, 80, 80, 120], indents: [0, 40, 40] };
    const lines = breakerOf(TEXT)(0, measures, 0)?.setLines() ?? [];
    expect(lines.map((line) => line.indent).slice(0, 5)).toEqual([0, 40, 40, 0, 0]);
    expect(lines.map((line) => line.pieces[0]?.x).slice(0, 5)).toEqual([0, 40, 40, 0, 0]);
    expect(lines.slice(0, 4).map((line) => Math.round(line.width))).toEqual([120, 120, 120, 120]);
    expect(lines.slice(0, 4).map((line) => line.measure)).toEqual([120, 120, 120, 120]);
    expect(lines.map(lineText).join(' ')).toBe(TEXT);
  });

  it('adds what lines run round to the indents of the paragraph itself', () => {
    const measures = { widths: [100], indents: [30, 30] };
    const lines = breakerOf(TEXT, { indent: 20, hang: 10, endIndent: 5 })(0, measures, 0)?.setLines() ?? [];
    expect(lines.map((line) => line.indent).slice(0, 4)).toEqual([50, 40, 10, 10]);
    expect(lines.map((line) => line.measure).slice(0, 4)).toEqual([130, 130, 100, 100]);
  });

  it('tells measures apart by their indents, but not by indents of nothing', () => {
    const breaker = breakerOf(TEXT);
    const once = breaker(0, { widths: [100] }, 0);
    expect(breaker(0, { widths: [100], indents: [0, 0] }, 0)).toBe(once);
    expect(breaker(0, { widths: [100], indents: [0, 12] }, 0)).not.toBe(once);
  });

  it('sets the lines of a setting once, and has only new settings timed', () => {
    let timed = 0;
    const options = {
      justification: MONO_JUSTIFICATION,
      timed: <T>(work: () => T) => {
        timed++;
        return work();
      },
    };
    const breaker = createParagraphBreaker([{ list: monoHList(TEXT) }], options);
    const broken = breaker(0, { widths: [100] }, 0);
    expect(broken?.setLines()).toBe(broken?.setLines());
    for (const looseness of [0, 1, -1] as const) breaker(0, { widths: [100] }, looseness);
    expect(timed).toBe(1);
  });

  it('makes room for a marker that is wider than the indent', () => {
    const marker = { shaped: monoShape('12.'), style: monoRunStyle() };
    const input = { list: monoHList(TEXT, { indent: 10, hang: 10 }), marker };
    const breaker = createParagraphBreaker([input], { justification: MONO_JUSTIFICATION });
    const [first, second] = breaker(0, { widths: [120] }, 0)?.setLines() ?? [];
    expect(first?.pieces[0]).toMatchObject({ x: 0, width: 15, space: 2.5 });
    expect(first?.pieces[1]?.x).toBe(17.5);
    expect(second?.pieces[0]?.x).toBe(10);
  });

  it('tells which lines end in an added hyphen', () => {
    const broken = breakerOf('aaa bbb|ccc dd-ee')(0, { widths: [40] }, 0);
    expect([0, 1, 2].map((line) => broken?.endsHyphenated(line))).toEqual([true, false, false]);
  });

  it('breaks ragged text without stretching it', () => {
    const lines = breakerOf(TEXT, { align: 'start' })(0, { widths: [100] }, 0)?.setLines() ?? [];
    expect(lines.every((line) => line.ratio === 0 && line.width <= 100)).toBe(true);
    expect(lines.every((line) => line.pieces.slice(0, -1).every((piece) => piece.space === 5))).toBe(true);
  });
});

describe('a paragraph with a drop cap', () => {
  const letter = {
    shaped: monoShape('t'),
    style: monoRunStyle({ size: 40 }),
    x: 0,
    width: 20,
    space: 0,
    addedHyphen: false,
  };
  const breakerBeside = (text: string, lines: number) =>
    createParagraphBreaker(
      [
        {
          list: monoHList(text.slice(1)),
          dropCap: { dropCap: { letter, drop: 24 }, lines, indent: 23, whole: monoHList(text) },
        },
      ],
      { justification: MONO_JUSTIFICATION },
    );

  it('sets as many lines beside the letter as it is deep, and the others to the whole measure', () => {
    const lines = breakerBeside(TEXT, 3)(0, { widths: [120] }, 0)?.setLines() ?? [];
    expect(lines.map(({ indent }) => indent)).toEqual([23, 23, 23, ...lines.slice(3).map(() => 0)]);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines.slice(0, -1)) expect(line.width).toBeCloseTo(120, 9);
  });

  it('gives the letter to its first line alone, before the rest of the word', () => {
    const lines = breakerBeside(TEXT, 3)(0, { widths: [120] }, 0)?.setLines() ?? [];
    expect(lines.map(({ dropCap }) => dropCap !== undefined)).toEqual(lines.map((_, index) => index === 0));
    expect(lines.map(lineText).join(' ')).toBe(TEXT);
  });

  it('is set without it at a measure where it has fewer lines than that, long or short', () => {
    const breaker = breakerBeside(TEXT, 3);
    for (const looseness of [-1, 0, 1] as const) {
      const lines = breaker(0, { widths: [400] }, looseness)?.setLines() ?? [];
      expect(lines.every(({ dropCap, indent }) => dropCap === undefined && indent === 0)).toBe(true);
      if (looseness === 0) expect(lines.map(lineText).join(' ')).toBe(TEXT);
    }
  });
});
