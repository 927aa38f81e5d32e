import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakItems, type Item, NEWSPAPER, PARAGRAPH_END, TEX } from '../../src/paragraph/break-items.js';

const word = (width: number): Item => ({ type: 'box', width });
const space: Item = { type: 'glue', width: 5, stretch: 2.5, shrink: 1.25 };
const hyphen: Item = { type: 'discretionary', pre: 4 };

/** Words of so many points with spaces between them. */
function words(...widths: readonly number[]): readonly Item[] {
  return widths.flatMap((width, i) => (i === 0 ? [word(width)] : [space, word(width)]));
}

describe('breakItems', () => {
  it('gives the first and the last item of each line, its room, its natural width and its ratio', () => {
    const { lines } = breakItems(words(20, 20, 20, 20), { widths: [46, 50], indents: [4, 0] });
    expect(lines).toEqual([
      {
        start: 0,
        end: 3,
        indent: 4,
        width: 46,
        natural: 45,
        ratio: 0.4,
        scale: 1,
        letterSpace: 0,
        overfull: 0,
        hyphenated: false,
      },
      {
        start: 4,
        end: 7,
        indent: 0,
        width: 50,
        natural: 45,
        ratio: 0,
        scale: 1,
        letterSpace: 0,
        overfull: 0,
        hyphenated: false,
      },
    ]);
  });

  it('says how far a line sticks out when all of its shrink is used', () => {
    const { lines, pass } = breakItems(words(40, 20), 30);
    expect(lines.map(({ overfull }) => overfull)).toEqual([10, 0]);
    expect(pass).toBe('tolerance');
    expect(breakItems(words(20, 20), 43.75).lines).toMatchObject([{ overfull: 0, ratio: -1 }]);
  });

  it('says the demerits as TeX counts them, and which pass found the breaks', () => {
    // One line of badness 0: (10 + 0)².
    expect(breakItems(words(20, 20), 100)).toMatchObject({ demerits: 100, pass: 'pretolerance' });
    // Badness of the first line: 100 × 0.4³ = 6, and the second, filled, has none: 16² + 10².
    expect(breakItems(words(20, 20, 20, 20), 46).demerits).toBe(356);
  });

  it('breaks at a discretionary with one width before, one after and one without a break', () => {
    const items: readonly Item[] = [
      word(20),
      { type: 'discretionary', pre: 6, post: 3, noBreak: 4 },
      word(20),
      ...PARAGRAPH_END,
    ];
    const broken = breakItems(items, 26);
    expect(broken.lines.map(({ natural, start, end, hyphenated }) => [natural, start, end, hyphenated])).toEqual([
      [26, 0, 1, true],
      [23, 2, 5, false],
    ]);
    expect(breakItems(items, 44).lines.map(({ natural }) => natural)).toEqual([44]);
  });

  it('takes an automatic hyphen in the second pass alone', () => {
    const items = (automatic: boolean): readonly Item[] => [
      ...words(20, 10),
      { ...hyphen, automatic } as Item,
      word(30),
    ];
    expect(breakItems(items(false), 39).pass).toBe('pretolerance');
    expect(breakItems(items(true), 39).pass).toBe('tolerance');
  });

  it('prices a break by its own penalty, or by that for hyphens added or written', () => {
    const demerits = (item: Item, parameters = {}) => breakItems([word(20), item, word(20)], 24, parameters).demerits;
    const options = {
      ...TEX,
      hyphenPenalty: 30,
      exHyphenPenalty: 20,
      finalHyphenDemerits: 0,
      pretolerance: -1,
      emergencyStretch: 1,
    };
    expect(demerits({ type: 'discretionary', pre: 4 }, options)).toBe(100 + 30 ** 2 + 100);
    expect(demerits({ type: 'discretionary', pre: 4, penalty: 7 }, options)).toBe(100 + 7 ** 2 + 100);
  });

  it('sets a paragraph longer where looseness asks for it', () => {
    const items = words(...Array.from({ length: 40 }, (_, i) => 12 + (i % 7)));
    const { lines } = breakItems(items, 120, { tolerance: 9000 });
    expect(breakItems(items, 120, { tolerance: 9000, looseness: 1 }).lines).toHaveLength(lines.length + 1);
  });

  it('scales boxes and their letter space within the limits that it is given', () => {
    const items = words(20, 20, 20, 20).map((item): Item => (item.type === 'box' ? { ...item, glyphs: 4 } : item));
    const parameters = { glyphScale: { min: 0.97, max: 1.03 }, letterSpace: { min: -0.1, max: 0.2 } };
    const [wide] = breakItems(items, 47, { ...NEWSPAPER, ...parameters }).lines;
    // 2 pt short; spaces give 2.5, boxes 1.2 by scaling and 1.6 by letter space.
    expect(wide?.ratio).toBeCloseTo(2 / 5.3, 4);
    expect(wide?.scale).toBeCloseTo(1 + (0.03 * 2) / 5.3, 6);
    expect(wide?.letterSpace).toBeCloseTo((0.2 * 2) / 5.3, 6);
    const [narrow] = breakItems(items, 44, { ...NEWSPAPER, ...parameters }).lines;
    expect(narrow?.scale).toBeLessThan(1);
    expect(narrow?.letterSpace).toBeLessThan(0);
  });

  it('fills the lines that have fil, whatever they are short of', () => {
    const { lines, demerits } = breakItems([word(20), ...PARAGRAPH_END, word(30), ...PARAGRAPH_END], 100);
    expect(lines.map(({ ratio, start, end }) => [ratio, start, end])).toEqual([
      [0, 0, 3],
      [0, 4, 7],
    ]);
    expect(demerits).toBe(200);
  });

  it('ends a list that does not say how it ends, white at its end left out', () => {
    const open = breakItems([...words(20, 20), space], 100);
    expect(open).toEqual({ ...open, demerits: 100 });
    expect(open.lines).toMatchObject([{ start: 0, end: 4, natural: 45 }]);
  });
});

describe('breakItems, handed what cannot be broken', () => {
  const items = words(20, 20);
  const wrong: readonly [string, () => unknown, string][] = [
    ['an empty list', () => breakItems([], 100), 'the list is empty'],
    ['no measure', () => breakItems(items, { widths: [] }), 'no measure'],
    ['a measure of nothing', () => breakItems(items, 0), 'widths[0] is 0'],
    ['a measure below nothing', () => breakItems(items, { widths: [10, -1] }), 'widths[1] is -1'],
    ['a measure that is no number', () => breakItems(items, Number.NaN), 'widths[0] is NaN'],
    [
      'an indent that is no number',
      () => breakItems(items, { widths: [9], indents: [Number.NaN] }),
      'indents[0] is NaN',
    ],
    ['a width that is no number', () => breakItems([word(Number.NaN)], 100), 'items[0].width is NaN'],
    ['a width without end', () => breakItems([word(1), word(Number.POSITIVE_INFINITY)], 100), 'items[1].width'],
    ['a width beyond all type', () => breakItems([word(1e9)], 100), 'items[0].width is 1000000000'],
    ['stretch without end', () => breakItems([{ ...space, stretch: 1 / 0 } as Item], 9), 'has "fil"'],
    ['stretch that should be fill', () => breakItems([{ ...space, stretch: 1e5 } as Item], 9), 'has "fil"'],
    [
      'a penalty of minus infinity',
      () => breakItems([{ type: 'penalty', penalty: -1 / 0 }], 9),
      '-10000 or less forces',
    ],
    [
      'a penalty that is no number',
      () => breakItems([{ type: 'penalty', penalty: Number.NaN }], 9),
      'items[0].penalty',
    ],
    ['half a glyph', () => breakItems([{ type: 'box', width: 9, glyphs: 0.5 }], 9), 'items[0].glyphs is 0.5'],
    ['another kind of item', () => breakItems([{ type: 'kern', width: 1 } as never], 9), 'items[0] is a "kern"'],
    ['an item without width', () => breakItems([{ type: 'glue' } as never], 9), 'items[0] has no width'],
    ['a tolerance that is no number', () => breakItems(items, 9, { tolerance: Number.NaN }), 'tolerance is NaN'],
    ['half a line of looseness', () => breakItems(items, 9, { looseness: 0.5 }), 'looseness is 0.5'],
    ['hyphens below none', () => breakItems(items, 9, { maxHyphens: -1 }), 'maxHyphens is -1'],
    [
      'a scaling that is no number',
      () => breakItems(items, 9, { glyphScale: { min: 1, max: Number.NaN } }),
      'glyphScale.max is NaN',
    ],
    [
      'no limit to demerits that is one',
      () => breakItems(items, 9, { mostDemerits: Number.NaN }),
      'mostDemerits is NaN',
    ],
  ];
  for (const [what, breaking, message] of wrong) {
    it(`throws a RangeError that says what is wrong with ${what}`, () => {
      expect(breaking).toThrow(RangeError);
      expect(breaking).toThrow(message);
    });
  }

  it('either breaks or throws a RangeError, whatever the numbers', () => {
    const number = fc.oneof(fc.double(), fc.integer({ min: -20000, max: 20000 }), fc.constantFrom(0, 1, 100));
    const item = fc.oneof(
      fc.record({ type: fc.constant('box' as const), width: number }),
      fc.record({ type: fc.constant('glue' as const), width: number, stretch: number, shrink: number }),
      fc.record({ type: fc.constant('penalty' as const), penalty: number, width: number }),
      fc.record({ type: fc.constant('discretionary' as const), pre: number, post: number, noBreak: number }),
    );
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 30 }),
        fc.array(number, { maxLength: 3 }),
        number,
        (items, widths, value) => {
          try {
            const { lines } = breakItems(items, { widths }, { tolerance: value, emergencyStretch: value });
            expect(lines.at(-1)?.end).toBeGreaterThanOrEqual(items.length - 1);
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
