import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LegFrame } from '../../src/model/flow.js';
import type { Paper } from '../../src/model/paper.js';
import type { InsetPlan, Slot } from '../../src/model/template.js';
import type { ChosenPicture } from '../../src/page/chosen-picture.js';
import { layGeometry } from '../../src/page/geometry.js';
import { type Inset, insetSpan, placeInsets, type QuoteWhite } from '../../src/page/place-insets.js';
import type { Place, Room } from '../../src/page/room.js';
import type { SetPart } from '../../src/page/stack-head.js';
import type { Rect } from '../../src/units/rect.js';
import { textStyle } from '../style/fixtures.js';

/** Three columns of 110 pt and gutters of 10 pt from x = 30 (recto) or 20 (verso); baselines 10 pt apart from 47.5. */
const paper = {
  trim: { width: 400, height: 600 },
  margins: { top: 40, bottom: 50, inside: 30, outside: 20 },
  grid: { columns: 3, columnWidth: 110, gutter: 10, leading: 10, lines: 51, baselineRise: 2.5 },
} as Paper;

/** Caps of body text are 6 pt high. Display type has caps of .7 em and descenders of .2 em. */
const room = {
  bodyCap: 6,
  typesetter: { metrics: () => ({ capHeight: 0.7, xHeight: 0.5, ascender: 0.75, descender: 0.2 }) },
} as unknown as Room;

const ORIGIN = { file: 'a.md', line: 1, column: 1 };

function placeOn(pageNumber: number): Place {
  const slot = { columns: { from: 1, to: 3 }, lines: { from: 1, to: 40 }, legs: 3 } as Slot;
  return { slot, geometry: layGeometry(paper, pageNumber), page: { number: pageNumber } } as Place;
}

/** Legs over the whole slot, from grid line 1 to 40. */
function legsOf(place: Place): readonly LegFrame[] {
  return [1, 2, 3].map((column) => ({ x: place.geometry.columnX(column), measure: 110, first: 1, last: 40 }));
}

const PLAN: InsetPlan = { legs: { from: 1, to: 2 }, width: 1, at: 'center', down: 'middle' };

function picture(plan: Partial<InsetPlan>, depth = 10, captionLines = 2): Inset {
  const lines = Array.from({ length: captionLines }, () => ({}));
  const caption = { lines, style: textStyle({ name: 'caption' }), origin: ORIGIN };
  return { type: 'picture', plan: { ...PLAN, ...plan }, depth, picture: { caption } as unknown as ChosenPicture };
}

function pullquote(plan: Partial<InsetPlan>, lines = 3): Inset {
  const part = (name: 'pullquote' | 'pullquoteBy', count: number, size: number): SetPart => ({
    part: name,
    style: textStyle({ name, size, leading: size * 1.2 }),
    lines: Array.from({ length: count }, () => ({})) as never,
    origin: ORIGIN,
  });
  const [quote, by] = [part('pullquote', lines, 18), part('pullquoteBy', 1, 8)];
  return { type: 'pullquote', plan: { ...PLAN, ...plan }, quote, by, hang: 0 };
}

const boxOf = (inset: ReturnType<typeof placeInsets>['insets'][number] | undefined): Rect => {
  if (!inset) throw new Error('not placed');
  return inset.type === 'picture' ? inset.box : inset.pullquote.box;
};

function put(insets: readonly Inset[], pageNumber = 1, jumpsOn = false, quoteWhite: QuoteWhite = NO_WHITE) {
  const place = placeOn(pageNumber);
  return placeInsets(place, { article: 'a', jumpsOn, insets, quoteWhite }, legsOf(place), room);
}

const NO_WHITE: QuoteWhite = { over: 0, under: 0 };

describe('the width of an inset', () => {
  it('counts legs, and the gutters between them', () => {
    const span = (plan: Partial<InsetPlan>) => insetSpan({ ...PLAN, ...plan }, placeOn(1));
    expect(span({ legs: { from: 2, to: 2 }, width: 1 })).toEqual({ x: 150, width: 110 });
    expect(span({ width: 2 })).toEqual({ x: 30, width: 230 });
    expect(span({ width: 1 })).toEqual({ x: 85, width: 120 });
    expect(span({ width: 1.5, at: 'start' })).toEqual({ x: 30, width: 175 });
    expect(span({ width: 1.5, at: 'end' })).toEqual({ x: 85, width: 175 });
  });

  it('is counted from the fold or from the edge on either kind of page', () => {
    const x = (at: InsetPlan['at'], pageNumber: number) =>
      insetSpan({ ...PLAN, width: 1.5, at }, placeOn(pageNumber)).x - placeOn(pageNumber).geometry.gridBox.x;
    expect([x('inside', 1), x('outside', 1)]).toEqual([0, 55]);
    expect([x('inside', 2), x('outside', 2)]).toEqual([55, 0]);
  });
});

describe('a picture among the legs', () => {
  it('is level with the caps of its first line, stands on a baseline, and has its caption on the grid', () => {
    const { insets } = put([picture({})]);
    const [inset] = insets;
    const box = boxOf(inset);
    // 40 lines, 12 of them taken: 14 stay free over it.
    expect(box).toEqual({ x: 85, y: 47.5 + 14 * 10 - 6, width: 120, height: 9 * 10 + 6 });
    expect(inset?.type === 'picture' && inset.captions.map(({ x, baseline }) => [x, baseline])).toEqual([
      [85, 47.5 + 24 * 10],
      [85, 47.5 + 25 * 10],
    ]);
  });

  it('takes from each leg what it covers, a gutter at its side, and a line over and under it', () => {
    const { legs } = put([picture({})]);
    expect(legs.map(({ notches }) => notches)).toEqual([
      [{ first: 14, last: 27, start: 0, end: 65 }],
      [{ first: 14, last: 27, start: 65, end: 0 }],
      undefined,
    ]);
  });

  it('takes the whole of a leg that it fills, and nothing of its neighbours', () => {
    const { legs } = put([picture({ legs: { from: 2, to: 2 } })]);
    expect(legs.map(({ notches }) => notches)).toEqual([
      undefined,
      [{ first: 14, last: 27, start: 110, end: 0 }],
      undefined,
    ]);
  });

  it('stands at the head or the foot of the text with no white beyond it', () => {
    const at = (down: InsetPlan['down']) => put([picture({ down })]).legs[0]?.notches?.[0];
    expect(at('head')).toMatchObject({ first: 1, last: 13 });
    expect(at('foot')).toMatchObject({ first: 28, last: 40 });
  });

  it('keeps off the line of the last leg on which a jump line stands, and leaves the leg as deep as it was', () => {
    const plan = { legs: { from: 2, to: 3 }, down: 'foot' } as const;
    const legs = put([picture(plan)], 1, true).legs;
    expect(legs.map(({ notches }) => notches?.[0]?.last)).toEqual([undefined, 40, 39]);
    expect(put([picture({ ...plan, legs: { from: 3, to: 3 } })], 1, true).legs[2]?.notches?.[0]).toMatchObject({
      first: 27,
      last: 39,
    });
    expect(legs.map(({ last }) => last)).toEqual([40, 40, 40]);
  });

  it('leaves no two lines of text alone over it or under it', () => {
    const deep = put([picture({}, 32)]).legs[0]?.notches?.[0];
    expect(deep).toMatchObject({ first: 1, last: 35 });
  });

  it('is left out where the legs are not as deep', () => {
    const { insets, legs } = put([picture({}, 39)]);
    expect(insets).toEqual([]);
    expect(legs).toEqual(legsOf(placeOn(1)));
  });
});

describe('a pullquote', () => {
  it('stands between two rules in whole grid lines, its words in the middle', () => {
    const { insets } = put([pullquote({ legs: { from: 2, to: 2 } })]);
    const [inset] = insets;
    if (inset?.type !== 'pullquote') throw new Error('not placed');
    const { box, rules, lines } = inset.pullquote;
    expect((box.y + 6 - 47.5) % 10).toBeCloseTo(0, 9);
    expect((box.height - 6) % 10).toBeCloseTo(0, 9);
    expect(rules.map(({ y1, y2, weight }) => [y1, y2, weight])).toEqual([
      [box.y + 0.5, box.y + 0.5, 1],
      [box.y + box.height - 0.5, box.y + box.height - 0.5, 1],
    ]);
    const over = (lines[0]?.baseline ?? 0) - 0.7 * 18 - box.y;
    const under = box.y + box.height - (lines.at(-1)?.baseline ?? 0);
    expect(over).toBeCloseTo(under, 9);
    expect(over).toBeGreaterThanOrEqual(7.5);
  });

  it('goes under a picture that it would stand on, with text between them', () => {
    const { insets } = put([picture({ down: 'head' }), pullquote({ down: 'head' })]);
    const [upper, lower] = insets.map(boxOf);
    expect(insets).toHaveLength(2);
    // Two caption lines, a line of white, three of text, a line of white.
    expect((lower?.y ?? 0) - ((upper?.y ?? 0) + (upper?.height ?? 0))).toBeCloseTo(7 * 10 + 4, 9);
  });
});

describe('white that is added about a pullquote', () => {
  const notchesOf = (insets: readonly Inset[], quoteWhite: QuoteWhite) =>
    put(insets, 1, false, quoteWhite).legs.map(({ notches }) => notches?.map(({ first, last }) => [first, last]));
  const UNMOVED = { legs: { from: 1, to: 2 } };

  it('is kept free over it and under it in every leg that it reaches into, and does not move it', () => {
    const [notch] = notchesOf([pullquote(UNMOVED)], NO_WHITE)[0] ?? [];
    const [first, last] = notch as [number, number];
    const wider = [[first - 1, last + 2]];
    expect(notchesOf([pullquote(UNMOVED)], { over: 1, under: 2 })).toEqual([wider, wider, undefined]);
    const boxes = [NO_WHITE, { over: 1, under: 2 }].map((white) =>
      boxOf(put([pullquote(UNMOVED)], 1, false, white).insets[0]),
    );
    expect(boxes[0]).toEqual(boxes[1]);
  });

  it('leaves three lines of text over it and under it, and none is added at the head or foot of the text', () => {
    const [[first]] = notchesOf([pullquote(UNMOVED)], { over: 99, under: 0 })[0] as [[number, number]];
    const [[, last]] = notchesOf([pullquote(UNMOVED)], { over: 0, under: 99 })[0] as [[number, number]];
    expect([first, last]).toEqual([4, 37]);
    const atHead = [pullquote({ ...UNMOVED, down: 'head' })];
    expect(notchesOf(atHead, { over: 2, under: 0 })).toEqual(notchesOf(atHead, NO_WHITE));
  });

  it('leaves three lines of text between it and a picture, about which none is added', () => {
    const both = [picture({ down: 'head' }, 6), pullquote({ down: 'foot' })];
    const [[upper, lower]] = notchesOf(both, { over: 99, under: 99 }) as [[[number, number], [number, number]]];
    expect(upper).toEqual([1, 9]);
    expect(lower).toEqual([13, 40]);
  });
});

describe('insets of any plan', () => {
  const whites = fc.record({ over: fc.integer({ min: 0, max: 9 }), under: fc.integer({ min: 0, max: 9 }) });
  const plans = fc.record({
    from: fc.integer({ min: 1, max: 3 }),
    count: fc.integer({ min: 1, max: 3 }),
    share: fc.double({ min: 0.05, max: 1, noNaN: true }),
    at: fc.constantFrom<InsetPlan['at']>('start', 'center', 'end', 'inside', 'outside'),
    down: fc.constantFrom<InsetPlan['down']>('head', 'middle', 'foot'),
    depth: fc.integer({ min: 1, max: 30 }),
    type: fc.constantFrom('picture', 'pullquote'),
  });

  it('leave text a gutter at their sides and a line over and under them, on every page', () => {
    fc.assert(
      fc.property(
        fc.array(plans, { minLength: 1, maxLength: 2 }),
        fc.integer({ min: 1, max: 2 }),
        whites,
        (chosen, page, white) => {
          const insets = chosen.map(({ from, count, share, at, down, depth, type }) => {
            const legs = { from: Math.min(from, 4 - count), to: Math.min(from, 4 - count) + count - 1 };
            const plan = { legs, width: share * count, at, down };
            return type === 'picture' ? picture(plan, depth) : pullquote(plan, Math.ceil(depth / 4));
          });
          const { insets: placed, legs } = put(insets, page, false, white);
          for (const { notches = [] } of legs)
            for (const [at, { first }] of notches.slice(1).entries())
              expect(first).toBeGreaterThan(notches[at]?.last ?? 0);
          for (const leg of legs) for (const inset of placed) expectClear(leg, boxOf(inset));
        },
      ),
    );
  });

  /** No row of the leg has room for text within a gutter of the box, beside it or on the lines next to it. */
  function expectClear(leg: LegFrame, box: Rect): void {
    for (let line = leg.first; line <= leg.last; line++) {
      const baseline = 47.5 + (line - 1) * 10;
      // Strictly nearer than one whole grid line: on its lines, or on the next one.
      if (baseline < box.y - 10 + 0.01 || baseline - 6 > box.y + box.height + 10 - 0.01) continue;
      const notch = leg.notches?.find(({ first, last }) => first <= line && line <= last);
      const start = leg.x + (notch?.start ?? 0);
      const end = leg.x + leg.measure - (notch?.end ?? 0);
      if (end - start < 0.01) continue;
      expect(start >= box.x + box.width + 10 - 0.01 || end <= box.x - 10 + 0.01, `line ${line}`).toBe(true);
    }
  }
});
