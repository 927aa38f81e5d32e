import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillThread } from '../../src/column/fill-thread.js';
import type { FilledThread, LegFrame, Notch, SlotFrame } from '../../src/model/flow.js';
import { lineText } from '../../src/model/line.js';
import { TOLERANCE } from '../../src/units/length.js';
import { type WordParagraph, wordBreaker, wordFlow } from './word-story.js';

/* What must hold of any story in any legs: empty ones, unlike ones, ones that something reaches into. */

const paragraph: fc.Arbitrary<WordParagraph> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<WordParagraph>({ words: [60], head: true }) },
  {
    weight: 5,
    arbitrary: fc.record({
      words: fc.array(fc.integer({ min: 10, max: 50 }), { minLength: 1, maxLength: 30 }),
      gives: fc.boolean(),
      hyphenEvery: fc.constantFrom(0, 2, 5),
    }),
  },
);

const notch: fc.Arbitrary<Notch> = fc
  .record({
    first: fc.integer({ min: 2, max: 9 }),
    depth: fc.nat(4),
    start: fc.constantFrom(0, 0, 40, 160),
    end: fc.constantFrom(0, 50, 170),
  })
  .map(({ first, depth, start, end }) => ({ first, last: first + depth, start, end }));

const leg: fc.Arbitrary<LegFrame> = fc
  .record({
    measure: fc.constantFrom(160, 160, 160, 190),
    first: fc.integer({ min: 1, max: 4 }),
    rows: fc.nat(12),
    notch: fc.option(notch, { freq: 3 }),
  })
  .map(({ measure, first, rows, notch: one }) => ({
    x: 0,
    measure,
    first,
    last: first + rows - 1,
    ...(one ? { notches: [one] } : {}),
  }));

const slot: fc.Arbitrary<SlotFrame> = fc.record({
  legs: fc.array(leg, { minLength: 1, maxLength: 3 }),
  breakAt: fc.constantFrom('line' as const, 'sentence' as const, 'paragraph' as const),
  jumpsOn: fc.boolean(),
  minBefore: fc.nat(6),
  minAfter: fc.nat(6),
});

const story = fc.array(paragraph, { minLength: 1, maxLength: 6 });
const slots = fc.array(slot, { minLength: 1, maxLength: 3 });

function fill(paragraphs: readonly WordParagraph[], frames: readonly SlotFrame[]): FilledThread {
  return fillThread(wordFlow(paragraphs), frames, wordBreaker(paragraphs));
}

/** Runs a check over random stories in random slots. */
function holdsFor(check: (filled: FilledThread, paragraphs: WordParagraph[], frames: SlotFrame[]) => void): void {
  fc.assert(
    fc.property(story, slots, (paragraphs, frames) => check(fill(paragraphs, frames), paragraphs, frames)),
    { numRuns: 150 },
  );
}

const wordsIn = (text: string) => text.split(' ').filter(Boolean);

describe('fillThread, whatever the story and the legs', () => {
  it('sets every word once and in order, on a line or among the words that are over', () => {
    holdsFor((filled, paragraphs) => {
      const placed = filled.slots.flat(2).flatMap(({ lines }) => lines.flatMap(({ line }) => wordsIn(lineText(line))));
      const all = paragraphs.flatMap(({ words }, number) => words.map((_, word) => `${number}:${word}`));
      expect(placed).toEqual(all.slice(0, placed.length));
      expect(filled.oversetWords).toBe(all.length - placed.length);
      expect(filled.oversetLines > 0).toBe(filled.oversetWords > 0);
    });
  });

  it('stands every line on a grid line of its own, inside its leg and clear of what reaches into it', () => {
    holdsFor((filled) => {
      for (const { frame, lines } of filled.slots.flat()) {
        lines.forEach(({ line, gridLine }, index) => {
          expect(Number.isInteger(gridLine)).toBe(true);
          expect(gridLine).toBeGreaterThanOrEqual(Math.max(frame.first, (lines[index - 1]?.gridLine ?? 0) + 1));
          expect(gridLine).toBeLessThanOrEqual(frame.last);
          const reaching = frame.notches?.find(({ first, last }) => first <= gridLine && gridLine <= last);
          expect(line.indent).toBe(reaching?.start ?? 0);
          expect(line.measure).toBeLessThanOrEqual(frame.measure - (reaching?.end ?? 0) + TOLERANCE);
        });
      }
    });
  });

  it('keeps the last row of a slot that is jumped from free for the jump line', () => {
    holdsFor((filled, _, frames) => {
      frames.slice(0, filled.endSlot).forEach((frame, index) => {
        const last = filled.slots[index]?.at(-1);
        if (!frame.jumpsOn || !last || last.frame.notches) return;
        expect(last.lines.at(-1)?.gridLine ?? 0).toBeLessThan(Math.max(last.frame.last, 1));
      });
    });
  });

  it('ends no slot in a hyphen before a jump, unless the story is too long in any case', () => {
    holdsFor((filled, _, frames) => {
      if (filled.oversetLines > 0) return;
      frames.slice(0, filled.endSlot).forEach((frame, index) => {
        const foot = filled.slots[index]?.flatMap(({ lines }) => lines).at(-1);
        if (frame.jumpsOn) expect(foot?.line.hyphenated ?? false).toBe(false);
      });
    });
  });

  it('says that all legs are filled only where they are', () => {
    holdsFor((filled, _, frames) => {
      if (!filled.level || filled.oversetLines > 0) return;
      const foot = Math.max(...(frames[filled.endSlot] as SlotFrame).legs.map(({ last }) => last));
      for (const { frame, lines } of filled.slots[filled.endSlot] ?? []) {
        if (frame.notches) continue;
        const end = Math.min(frame.last, foot - filled.freeLines);
        expect(lines.at(-1)?.gridLine ?? Math.min(end, frame.first - 1)).toBe(end);
      }
    });
  });
});
