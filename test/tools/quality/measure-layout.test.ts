import { describe, expect, it } from 'vitest';
import { judgeFigures, sawSomething } from '../../../tools/quality/goals.mjs';
import { measureLayout } from '../../../tools/quality/measure-layout.mjs';
import { bodyLine, type HandLine, type HandSlot, layoutOf, onLine } from './hand-made-layout.js';

const END: HandLine = { last: true, ratio: 0, width: 40, gaps: [[20, 2.5]] };

/** A paragraph of so many lines, its first one indented by 9 pt. */
function paragraph(number: number, lines: number): HandLine[] {
  return Array.from({ length: lines }, (_, at) =>
    bodyLine({ paragraph: number, ...(at === 0 ? { indent: 9 } : {}), ...(at === lines - 1 ? END : {}) }),
  );
}

/** A table of so many lines, whose words stand anywhere. */
function table(number: number, lines: number): HandLine[] {
  return Array.from({ length: lines }, () =>
    bodyLine({ part: 'table', paragraph: number, text: 'Hallin 12 26', hyphenated: true, gaps: [[30, 40]] }),
  );
}

const crosshead = (number: number) =>
  bodyLine({ part: 'crosshead', paragraph: number, last: true, ratio: 0, width: 50, text: 'A head' });

/** Figures of one story: its slots, or the legs of its only slot. */
function measure(slots: readonly HandSlot[] | readonly (readonly HandLine[])[]) {
  const isLegs = slots.every((slot) => Array.isArray(slot));
  return measureLayout(
    layoutOf(isLegs ? [{ legs: slots as readonly (readonly HandLine[])[] }] : (slots as HandSlot[])),
  );
}

const value = (legs: Parameters<typeof measure>[0], name: string) => measure(legs)[name]?.value;

/** A leg of one paragraph whose middle lines are as given. */
const legOf = (...lines: readonly HandLine[]): HandLine[] => [
  bodyLine({ indent: 9 }),
  ...lines.map((line) => bodyLine(line)),
  bodyLine(END),
];

describe('a faultless layout', () => {
  const legs = [
    [...paragraph(0, 4), crosshead(1), ...paragraph(2, 3)],
    [...paragraph(3, 5), ...paragraph(4, 3)],
  ];

  it('reaches every goal', () => {
    const rows = judgeFigures(measure(legs));
    expect(rows.filter(({ reached }) => reached === false)).toEqual([]);
    expect(rows.filter(({ goal }) => goal !== undefined).length).toBeGreaterThan(12);
  });

  it('is counted: pages, lines, words', () => {
    expect(measure(legs).seen).toMatchObject({ pages: 1, lines: 16, words: 15 * 3 + 2 });
  });
});

describe('the legs', () => {
  it('are off the grid with a line half a point too low, and on it with one that is rounded', () => {
    expect(value([[...paragraph(0, 3), bodyLine({ paragraph: 1, baseline: onLine(4) + 0.5 })]], 'onGrid')).toBe(75);
    expect(value([[...paragraph(0, 3), bodyLine({ paragraph: 1, baseline: onLine(4) + 0.001 })]], 'onGrid')).toBe(100);
  });

  it('are not level where one ends a line early, or is empty beside the others', () => {
    expect(value([paragraph(0, 4), paragraph(1, 4)], 'levelLegs')).toBe(100);
    expect(value([paragraph(0, 4), paragraph(1, 3)], 'levelLegs')).toBe(0);
    expect(value([paragraph(0, 4), []], 'levelLegs')).toBe(0);
  });

  it('are level where a picture fills what the text of one leaves free', () => {
    const legs = [paragraph(0, 8), paragraph(1, 4)];
    expect(value([{ legs, pictures: [[104, 42, 204, 76]] }], 'levelLegs')).toBe(100);
    expect(value([{ legs, pictures: [[104, 42, 204, 55]] }], 'levelLegs')).toBe(0);
    expect(value([{ legs, pictures: [[0, 42, 100, 76]] }], 'levelLegs')).toBe(0);
  });

  it('are level where one ends in a table on the line of the others, and not where its rows stop short', () => {
    expect(value([paragraph(0, 6), [...paragraph(1, 3), ...table(2, 3)]], 'levelLegs')).toBe(100);
    expect(value([paragraph(0, 6), table(1, 6)], 'levelLegs')).toBe(100);
    expect(value([paragraph(0, 6), [...paragraph(1, 3), ...table(2, 2)]], 'levelLegs')).toBe(0);
    expect(value([table(0, 6), table(0, 5)], 'levelLegs')).toBe(0);
  });

  it('are off the grid where a row of a table is', () => {
    const row = { ...table(1, 1)[0], baseline: onLine(4) + 0.5 };
    expect(value([[...paragraph(0, 3), row]], 'onGrid')).toBe(75);
  });

  it('are level where the jump line fills the last one', () => {
    const legs = [paragraph(0, 4), paragraph(1, 3)];
    const tail = [{ x: 104, baseline: onLine(4), part: 'jumpTo' }];
    expect(value([{ legs, tail }], 'levelLegs')).toBe(100);
  });
});

describe('breaks between legs', () => {
  it('leave a widow where a paragraph ends in the first line of a leg', () => {
    const whole = paragraph(0, 4);
    expect(value([whole.slice(0, 3), whole.slice(3)], 'widows')).toBe(1);
    expect(value([whole.slice(0, 2), whole.slice(2)], 'widows')).toBe(0);
  });

  it('leave an orphan where a paragraph starts in the last line of a leg', () => {
    const whole = paragraph(1, 4);
    expect(value([[...paragraph(0, 3), ...whole.slice(0, 1)], whole.slice(1)], 'orphans')).toBe(1);
    expect(value([[...paragraph(0, 3), ...whole.slice(0, 2)], whole.slice(2)], 'orphans')).toBe(0);
  });

  it('are judged over a jump, too', () => {
    const whole = paragraph(0, 4);
    const slots = [{ legs: [whole.slice(0, 3)] }, { page: 2, kind: 'continue', legs: [whole.slice(3)] }];
    expect(value(slots, 'widows')).toBe(1);
  });

  it('take a paragraph of one line for neither', () => {
    const figures = measure([
      [...paragraph(0, 3), ...paragraph(1, 1)],
      [...paragraph(2, 1), ...paragraph(3, 3)],
    ]);
    expect([figures.widows?.value, figures.orphans?.value]).toEqual([0, 0]);
  });

  it('strand a crosshead with a single line after it', () => {
    const whole = paragraph(2, 3);
    const strand = (lines: number) => [
      [...paragraph(0, 3), crosshead(1), ...whole.slice(0, lines)],
      whole.slice(lines),
    ];
    expect(value(strand(1), 'strandedHeads')).toBe(1);
    expect(value(strand(0), 'strandedHeads')).toBe(1);
    expect(value(strand(2), 'strandedHeads')).toBe(0);
  });

  it('do not strand a crosshead that heads a table', () => {
    expect(value([[...paragraph(0, 3), crosshead(1), ...table(2, 3)]], 'strandedHeads')).toBe(0);
    expect(value([[...paragraph(0, 3), crosshead(1), ...table(2, 1)]], 'strandedHeads')).toBe(1);
  });

  it('follow the text, not the order of slots on the page', () => {
    const whole = paragraph(0, 4);
    const slots = [
      { name: 'second', legs: [[...whole.slice(2), ...paragraph(1, 2)]] },
      { name: 'first', legs: [[...paragraph(-1, 2), ...whole.slice(0, 2)]] },
    ];
    expect(value(slots, 'widows')).toBe(0);
  });
});

describe('word gaps', () => {
  const wide = (gap: number) => ({ gaps: [[30, gap]] as const });

  it('are the mean of each line; the last lines of paragraphs do not count', () => {
    const figures = measure([
      legOf(
        {
          gaps: [
            [10, 2],
            [40, 4],
          ],
        },
        {
          gaps: [
            [10, 5],
            [40, 5],
          ],
        },
      ),
    ]);
    expect(figures.gapP50?.value).toBe(3);
    expect(figures.gapP95?.value).toBe(5);
  });

  it('reach to the next glyph: the letter space before them is theirs', () => {
    expect(value([legOf({ ...wide(5), letterSpace: 0.1 })], 'gapP95')).toBeCloseTo(5.1);
  });

  it('are loose over 4.5 pt and very loose over 7.2 pt', () => {
    const figures = measure([legOf(wide(4.4), wide(4.6), wide(7.3), wide(2.5), wide(2.5), wide(2.5), wide(2.5))]);
    expect(figures.looseLines?.value).toBe(25);
    expect(figures.veryLooseLines?.value).toBe(12.5);
  });

  it('count a lone word that leaves a hole', () => {
    expect(value([legOf({ gaps: [], width: 80 })], 'gapP95')).toBe(20);
  });

  it('leave out the white after a bullet, and type of another size', () => {
    expect(
      value(
        [
          legOf({
            gaps: [
              [4, 5],
              [40, 2],
            ],
            indent: 9,
          }),
        ],
        'gapP95',
      ),
    ).toBe(2.5);
    expect(value([legOf({ gaps: [[4, 50]], size: 8 })], 'gapP95')).toBe(2.5);
  });
});

describe('hyphens', () => {
  const broken = { hyphenated: true, text: 'some plain wo-' };

  it('are counted in a row, a word’s own among them, over the end of a leg', () => {
    expect(value([legOf(broken, broken, broken, {}, broken)], 'hyphenRun')).toBe(3);
    const own = { text: 'well-' };
    expect(value([[bodyLine({ indent: 9 }), bodyLine(broken), bodyLine(own)], legOf(broken)], 'hyphenRun')).toBe(2);
    const leg = [bodyLine(broken), bodyLine(own)];
    expect(value([leg, [bodyLine(broken), bodyLine(broken), bodyLine(END)]], 'hyphenRun')).toBe(4);
  });

  it('are told apart before a jump and at the foot of a leg', () => {
    const foot = [bodyLine({ indent: 9 }), bodyLine(), bodyLine(broken)];
    const rest = [bodyLine(), bodyLine(), bodyLine(END)];
    const onward = measure([foot, rest]);
    expect([onward.hyphensAtFeet?.value, onward.hyphensBeforeJumps?.value]).toEqual([1, 0]);
    const jump = measure([{ legs: [foot] }, { page: 2, kind: 'continue', legs: [rest] }]);
    expect([jump.hyphensAtFeet?.value, jump.hyphensBeforeJumps?.value]).toEqual([1, 1]);
  });

  it('are a share of all lines, and none may stand in a head', () => {
    const head = [bodyLine({ ...broken, part: 'headline' })];
    const figures = measure([{ head, legs: [legOf(broken, {})] }]);
    expect(figures.hyphenatedLines?.value).toBe(25);
    expect(figures.hyphensInHeads?.value).toBe(1);
  });
});

describe('the ends of paragraphs', () => {
  it('are runts where the last line is shorter than the indent', () => {
    expect(value([[bodyLine({ ...END, width: 8, gaps: [] })]], 'runts')).toBe(0);
    expect(value([[...legOf({}).slice(0, 2), bodyLine({ ...END, width: 8, gaps: [] })]], 'runts')).toBe(1);
    expect(value([[...legOf({}).slice(0, 2), bodyLine({ ...END, width: 10, gaps: [] })]], 'runts')).toBe(0);
  });

  it('are fragments where the last line is the end of a broken word', () => {
    const leg = [...legOf({ hyphenated: true }).slice(0, 2), bodyLine({ ...END, width: 20, gaps: [] })];
    expect(value([leg], 'fragments')).toBe(1);
  });
});

describe('glyphs', () => {
  it('have the least and the most scaling and letter space of any line', () => {
    const figures = measure([legOf({ scale: 0.96 }, { scale: 1.02, letterSpace: 0.18 }, { letterSpace: -0.09 })]);
    expect(figures.scaleMin?.value).toBe(96);
    expect(figures.scaleMax?.value).toBe(102);
    expect(figures.letterSpaceMin?.value).toBeCloseTo(-1);
    expect(figures.letterSpaceMax?.value).toBeCloseTo(2);
    const missed = judgeFigures(figures).filter(({ reached }) => reached === false);
    expect(missed.map(({ name }) => name)).toContain('scaleMin');
  });
});

describe('white in the text', () => {
  const gapsAt = (...starts: readonly number[]) => starts.map((start) => ({ gaps: [[start, 3]] as const }));

  it('is a river where gaps overlap by half through four lines', () => {
    expect(measure([legOf(...gapsAt(50, 51, 52, 53))]).rivers?.faults).toMatchObject([{ lines: 4 }]);
    expect(measure([legOf(...gapsAt(50, 51, 52))]).rivers?.faults).toEqual([]);
    expect(measure([legOf(...gapsAt(50, 52, 54, 56))]).rivers?.faults).toEqual([]);
  });

  it('is one river however long, however often it is joined', () => {
    const two = (left: number, right: number) => ({
      gaps: [
        [left, 3],
        [right, 3],
      ] as const,
    });
    const lines = [two(48, 54), two(49, 53), two(50, 53), ...gapsAt(51.5, 51.5)];
    expect(measure([legOf(...lines)]).rivers?.faults).toMatchObject([{ lines: 5 }]);
  });

  it('is a stack where lines start or end with the same word', () => {
    expect(value([legOf({ text: 'The boat and' }, { text: 'the sea and' })], 'stacks')).toBe(250);
    expect(value([legOf({ text: 'The boat and' }, { text: 'that sea or' })], 'stacks')).toBe(0);
    expect(value([legOf({ text: 'a boat of' }, { text: 'a sea of' })], 'stacks')).toBe(0);
  });
});

describe('a layout without lines', () => {
  it('is refused, whatever its figures are', () => {
    expect(sawSomething(measureLayout({ version: 1, pages: [] }))).toBe(false);
    expect(sawSomething(measure([[]]))).toBe(false);
    expect(sawSomething(measure([legOf({})]))).toBe(true);
  });
});
