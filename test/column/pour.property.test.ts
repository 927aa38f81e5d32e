import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { footOf, layLegs, rowsOfSlots } from '../../src/column/leg-run.js';
import { pourStory } from '../../src/column/pour.kernel.js';
import type { FlowParagraph, LegFrame, ParagraphBreaker, SlotFrame } from '../../src/model/flow.js';
import { cheapestPour } from './cheapest-pour.js';
import { type MonoParagraph, monoBreaker, monoFlow } from './mono-story.js';
import { type WordParagraph, wordBreaker, wordFlow } from './word-story.js';

/* The cheapest way to pour a story, held against all ways there are. */

const monoParagraph: fc.Arbitrary<MonoParagraph> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<MonoParagraph>({ lines: 1, head: true }) },
  {
    weight: 4,
    arbitrary: fc
      .record({
        lines: fc.integer({ min: 1, max: 4 }),
        shorter: fc.option(fc.nat(600_000)),
        longer: fc.option(fc.nat(600_000)),
        hyphens: fc.uniqueArray(fc.nat(3)),
      })
      .map(({ lines, shorter, longer, hyphens }) => ({
        lines,
        hyphens: hyphens.filter((line) => line < lines - 1),
        ...(shorter !== null && lines > 1 ? { shorter } : {}),
        ...(longer !== null ? { longer } : {}),
      })),
  },
);

const limits = fc.record({
  breakAt: fc.constantFrom('line' as const, 'paragraph' as const),
  jumpsOn: fc.boolean(),
  minBefore: fc.nat(4),
  minAfter: fc.nat(4),
});

const evenLeg = fc.integer({ min: 0, max: 4 }).map((rows): LegFrame => ({ x: 0, measure: 100, first: 1, last: rows }));

/** Legs of any measure with a notch that leaves some room, little, or none. */
const unevenLeg = fc
  .record({
    rows: fc.integer({ min: 1, max: 4 }),
    measure: fc.constantFrom(200, 240),
    notch: fc.option(
      fc.record({ first: fc.integer({ min: 1, max: 4 }), depth: fc.nat(2), start: fc.nat(190), end: fc.nat(60) }),
    ),
  })
  .map(({ rows, measure, notch }): LegFrame => {
    const leg = { x: 0, measure, first: 1, last: rows };
    if (!notch) return leg;
    const { first, depth, start, end } = notch;
    return { ...leg, notches: [{ first, last: first + depth, start, end }] };
  });

const slotsOf = (leg: fc.Arbitrary<LegFrame>) =>
  fc.array(
    fc
      .record({ legs: fc.array(leg, { minLength: 1, maxLength: 2 }), limits })
      .map(({ legs, limits: more }): SlotFrame => ({ legs, ...more })),
    { minLength: 1, maxLength: 2 },
  );

const words = fc.array(fc.integer({ min: 20, max: 90 }), { minLength: 1, maxLength: 6 });
const wordParagraph: fc.Arbitrary<WordParagraph> = fc.record({
  words,
  gives: fc.boolean(),
  hyphenEvery: fc.constantFrom(0, 2, 3),
});

const MOST_LINES = 7;

/** Pours into all rows of the slots with each budget in turn, and compares with the least of all layouts. */
function expectCheapest(paragraphs: FlowParagraph[], slots: SlotFrame[], breakParagraph: ParagraphBreaker): void {
  const end = { slot: slots.length - 1, line: footOf(slots.at(-1) as SlotFrame) };
  const run = layLegs(slots, rowsOfSlots(slots), end, 'no bin');
  if (run.widths.length === 0) return;
  const least = cheapestPour({ paragraphs, run, slots, breakParagraph, mostLines: MOST_LINES });
  for (const budget of [3000, 12_000, 48_000, Number.POSITIVE_INFINITY]) {
    const source = { paragraphs, run, breakParagraph, known: [] };
    const poured = pourStory({ source, slots, budget, over: 0, jumpHyphen: Number.POSITIVE_INFINITY });
    if (least > budget || least === Number.POSITIVE_INFINITY) expect(poured).toBeUndefined();
    else expect(poured?.cost).toBeCloseTo(least, 6);
  }
}

describe('pourStory', () => {
  it('finds the cheapest of all settings and cuts (property)', () => {
    fc.assert(
      fc.property(fc.array(monoParagraph, { minLength: 1, maxLength: 3 }), slotsOf(evenLeg), (story, slots) =>
        expectCheapest(monoFlow(story), slots, monoBreaker(story)),
      ),
      { numRuns: 400 },
    );
  });

  it('finds it where legs are unlike and text runs round notches (property)', () => {
    fc.assert(
      fc.property(fc.array(wordParagraph, { minLength: 1, maxLength: 2 }), slotsOf(unevenLeg), (story, slots) =>
        expectCheapest(wordFlow(story), slots, wordBreaker(story)),
      ),
      { numRuns: 300 },
    );
  });
});
