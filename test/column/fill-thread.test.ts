import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillThread } from '../../src/column/fill-thread.js';
import type { FilledThread, SlotFrame } from '../../src/model/flow.js';
import { type MonoParagraph, monoBreaker, monoFlow, monoSlot } from './mono-story.js';

function fill(paragraphs: readonly MonoParagraph[], slots: readonly SlotFrame[]): FilledThread {
  return fillThread(monoFlow(paragraphs), slots, monoBreaker(paragraphs));
}

/** Lines in each leg of a slot. */
function counts(filled: FilledThread, slot = 0): number[] {
  return (filled.slots[slot] ?? []).map((leg) => leg.lines.length);
}

/** Every line placed, in reading order, as `paragraph:index`. */
function texts(filled: FilledThread): string[] {
  return filled.slots.flatMap((legs) =>
    legs.flatMap((leg) => leg.lines.map(({ paragraph, index }) => `${paragraph}:${index}`)),
  );
}

const text = (lines: number, more: Partial<MonoParagraph> = {}): MonoParagraph => ({ lines, ...more });
const head: MonoParagraph = { lines: 1, head: true };

describe('fillThread', () => {
  it('sets a finished story level in its legs', () => {
    expect(counts(fill([text(6), text(6)], [monoSlot([20, 20])]))).toEqual([6, 6]);
  });

  it('sets a paragraph a line longer rather than leave legs unlevel', () => {
    const filled = fill([text(6), text(5, { longer: 100 })], [monoSlot([6, 6])]);
    expect(counts(filled)).toEqual([6, 6]);
    expect(filled.level).toBe(true);
    expect(filled.applied).toEqual(['looseness']);
  });

  it('sets a paragraph a line shorter rather than lose a line', () => {
    const filled = fill([text(6), text(7, { shorter: 100 })], [monoSlot([6, 6])]);
    expect(counts(filled)).toEqual([6, 6]);
    expect(filled.oversetLines).toBe(0);
  });

  it('leaves no line of a paragraph alone where a paragraph before can give or take a line', () => {
    const filled = fill([text(5, { longer: 100 }), text(7, { longer: 100, shorter: 100 })], [monoSlot([6, 6])]);
    expect(filled.widows + filled.orphans).toBe(0);
    expect(filled.level).toBe(true);
  });

  it('keeps a crosshead with two lines of its text', () => {
    // As they are, the head would stand on the foot of the first leg. Two paragraphs a line longer carry it over.
    const before = [text(2, { longer: 100 }), text(2, { longer: 100 }), text(2, { longer: 100 })];
    const filled = fill([...before, head, text(7)], [monoSlot([8, 8])]);
    expect(filled.strandedHeads).toBe(0);
    expect(counts(filled)).toEqual([8, 8]);
  });

  it('puts no white over a crosshead at the top of a leg', () => {
    const filled = fill([text(6), head, text(5)], [monoSlot([6, 6])]);
    expect(filled.slots[0]?.[1]?.lines[0]).toMatchObject({ paragraph: 1, gridLine: 1 });
  });

  it('counts what does not fit in lines', () => {
    const filled = fill([text(6), text(9)], [monoSlot([5, 5])]);
    expect(filled.oversetLines).toBe(5);
    expect(counts(filled)).toEqual([5, 5]);
  });

  it('keeps the last line of the last leg for the jump line', () => {
    const filled = fill([text(12), text(12)], [monoSlot([8, 8], true), monoSlot([20])]);
    expect(counts(filled, 0)).toEqual([8, 7]);
    expect(counts(filled, 1)).toEqual([9]);
    expect(filled.endSlot).toBe(1);
  });

  it('uses that line where the story ends before the jump', () => {
    const filled = fill([text(16)], [monoSlot([8, 8], true), monoSlot([20])]);
    expect(filled.endSlot).toBe(0);
    expect(counts(filled)).toEqual([8, 8]);
    expect(fill([text(17)], [monoSlot([8, 8], true), monoSlot([20])]).endSlot).toBe(1);
  });

  it('does not leave a hyphen before a jump where a paragraph can give a line', () => {
    const filled = fill(
      [text(5, { longer: 100, shorter: 100 }), text(14, { hyphens: [2], shorter: 5000, longer: 5000 })],
      [monoSlot([9], true), monoSlot([30])],
    );
    expect(filled.slots[0]?.[0]?.lines.at(-1)?.line.hyphenated).toBe(false);
  });

  it('breaks earlier and leaves the leg short where every other line before the jump is hyphenated', () => {
    const hyphens = [0, 1, 2, 3, 4, 6, 7, 8, 9];
    const filled = fill([text(14, { hyphens })], [monoSlot([9], true), monoSlot([30])]);
    expect(counts(filled, 0)).toEqual([6]);
    expect(counts(filled, 1)).toEqual([8]);
    expect(filled).toMatchObject({ hyphenatedJumps: 0, shortLegs: 1, level: false, oversetLines: 0 });
  });

  it('sets a paragraph longer rather than take fewer lines over a jump than the slot asks for', () => {
    const story = [text(6, { longer: 100 }), text(6, { longer: 100 })];
    const tail = (minAfter: number) => counts(fill(story, [{ ...monoSlot([8], true), minAfter }, monoSlot([30])]), 1);
    expect(tail(0)).toEqual([5]);
    expect(tail(6)).toEqual([6]);
  });

  it('ends a story on the first level that holds its fewest lines, and fills that level', () => {
    const story = [text(6, { longer: 100 }), text(5, { longer: 100 })];
    expect(counts(fill(story, [monoSlot([20, 20, 20])]))).toEqual([4, 4, 4]);
    expect(counts(fill([text(6), text(6, { shorter: 100 })], [monoSlot([20])]))).toEqual([11]);
  });

  it('skips the rows that a notch takes whole, and fills those beside it', () => {
    const [frame] = monoSlot([12]).legs as [SlotFrame['legs'][number]];
    const across = { first: 4, last: 6, start: 0, end: 100 };
    const beside = { first: 8, last: 9, start: 20, end: 0 };
    const slot: SlotFrame = { ...monoSlot([12]), legs: [{ ...frame, notches: [across, beside] }] };
    const filled = fill([text(5), text(3)], [slot]);
    expect(filled.slots[0]?.[0]?.lines.map(({ gridLine }) => gridLine)).toEqual([1, 2, 3, 7, 8, 9, 10, 11]);
    expect(filled).toMatchObject({ freeLines: 1, level: true });
  });

  it('counts white under a story that is too short for its slot', () => {
    expect(fill([text(6)], [monoSlot([10])]).freeLines).toBe(4);
  });

  it('neither loses nor doubles a line, whatever the story and the legs (property)', () => {
    const paragraph = fc.record({ lines: fc.integer({ min: 1, max: 12 }), give: fc.boolean(), isHead: fc.boolean() });
    const legs = fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 12 }),
        fc.array(legs, { minLength: 1, maxLength: 3 }),
        (story, slots) => {
          const paragraphs = story.map(
            ({ lines, give, isHead }): MonoParagraph =>
              isHead ? head : { lines, ...(give ? { longer: 10 } : {}), ...(give && lines > 1 ? { shorter: 10 } : {}) },
          );
          const frames = slots.map((depths, index) => monoSlot(depths, index < slots.length - 1));
          const filled = fill(paragraphs, frames);
          const placed = texts(filled);
          expect(new Set(placed).size).toBe(placed.length);
          const order = placed.map((line) => line.split(':').map(Number) as [number, number]);
          for (let i = 1; i < order.length; i++) {
            const [before, after] = [order[i - 1], order[i]] as [[number, number], [number, number]];
            const goesOn = after[0] === before[0] && after[1] === before[1] + 1;
            expect(goesOn || (after[0] === before[0] + 1 && after[1] === 0)).toBe(true);
          }
          const least = paragraphs.reduce(
            (sum, { lines, shorter }) => sum + lines - (shorter === undefined ? 0 : 1),
            0,
          );
          expect(placed.length + filled.oversetLines).toBeGreaterThanOrEqual(least);
          for (const slot of filled.slots)
            for (const { frame, lines } of slot) expect(lines.length).toBeLessThanOrEqual(frame.last);
        },
      ),
      { numRuns: 300 },
    );
  });
});
