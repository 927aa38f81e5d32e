import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillThread } from '../../src/column/fill-thread.js';
import { findCheapLines } from '../../src/column/find-cheap-lines.js';
import type { BrokenParagraph, FilledThread, FlowParagraph, LegFrame, SlotFrame } from '../../src/model/flow.js';
import type { Line } from '../../src/model/line.js';

/** A story of text, by its lines, and of tables: the lines of the head, then of each row. */
type Part = { readonly lines: number } | { readonly head: number; readonly rows: readonly number[] };

const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ lines: fc.integer({ min: 1, max: 6 }) }),
  fc.record({
    head: fc.integer({ min: 0, max: 2 }),
    rows: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 12 }),
  }),
);

const legs = fc.array(fc.integer({ min: 6, max: 14 }), { minLength: 1, maxLength: 4 });

describe('a table in a story', () => {
  it('loses no line, splits no row, and has its head over every part that has rows (property)', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), legs, (story, depths) => {
        const filled = pour(story, depths);
        for (const [paragraph, one] of story.entries()) {
          const lines = linesOf(filled, paragraph);
          if (filled.oversetLines === 0) expect(lines.filter(({ repeated }) => !repeated)).toHaveLength(linesIn(one));
          if (!('rows' in one)) continue;
          const last = filled.slots[0]?.findLastIndex((leg) => leg.lines.some((line) => line.paragraph === paragraph));
          for (const [at, leg] of (filled.slots[0] ?? []).entries()) {
            const here = leg.lines.filter((line) => line.paragraph === paragraph);
            // What is over is cut wherever the legs end.
            if (here.length === 0 || (at === last && filled.oversetLines > 0)) continue;
            const own = here.map(({ index }) => index);
            const isFirst = own[0] === 0 && !here[0]?.line.row?.repeated;
            const head = Array.from({ length: one.head }, (_, line) => line);
            expect(own.slice(0, one.head)).toEqual(head);
            expect(here.slice(0, one.head).every(({ line }) => (line.row?.repeated === true) !== isFirst)).toBe(true);
            expect(own.length).toBeGreaterThan(one.head);
            if (at !== last) expect(rowEnds(one)).toContain(own.at(-1));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('stands on every row of its legs one under another (property)', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), legs, (story, depths) => {
        for (const leg of pour(story, depths).slots[0] ?? []) {
          const grid = leg.lines.map(({ gridLine }) => gridLine);
          expect(grid).toEqual([...new Set(grid)].sort((a, b) => a - b));
          expect(grid.every((line) => line >= leg.frame.first && line <= leg.frame.last)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is cut between rows, with its head again in the next leg', () => {
    const filled = pour([{ head: 1, rows: [1, 2, 1, 2, 1] }], [6, 6]);
    expect(filled.slots[0]?.map(({ lines }) => lines.map(({ index }) => index))).toEqual([
      [0, 1, 2, 3, 4],
      [0, 5, 6, 7],
    ]);
  });

  it('never leaves its head alone at the foot of a leg', () => {
    const filled = pour([{ lines: 5 }, { head: 1, rows: [1, 1, 1, 1] }], [6, 6]);
    expect(filled.slots[0]?.[1]?.lines.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  });

  it('goes over as a whole, and soon, where a row is deeper than every leg', () => {
    expect(pour([{ head: 1, rows: [40, 40, 40] }, { lines: 1 }], [18, 18, 18, 18, 18, 18]).oversetLines).toBe(122);
  });

  it('is no place to look for a line that few words would give', () => {
    const filled = pour([{ lines: 5 }, { head: 1, rows: [1, 1] }], [12]);
    expect(findCheapLines(filled.settings).map(({ paragraph }) => paragraph)).toEqual([0]);
  });
});

function pour(story: readonly Part[], depths: readonly number[]): FilledThread {
  const slot: SlotFrame = {
    legs: depths.map((depth): LegFrame => ({ x: 0, measure: 160, first: 1, last: depth })),
    breakAt: 'line',
    jumpsOn: false,
  };
  const flow = story.map(
    (one, paragraph): FlowParagraph => ({ kind: 'rows' in one ? 'table' : 'text', above: 0, aboveSlack: 0, paragraph }),
  );
  return fillThread(flow, [slot], (paragraph, _, looseness) =>
    looseness === 0 ? broken(story[paragraph] as Part) : undefined,
  );
}

function linesIn(one: Part): number {
  return 'rows' in one ? one.rows.reduce((sum, lines) => sum + lines, one.head) : one.lines;
}

/** The last line of each row. */
function rowEnds(one: Extract<Part, { readonly head: number }>): readonly number[] {
  let line = one.head - 1;
  return one.rows.map((lines) => {
    line += lines;
    return line;
  });
}

function broken(one: Part): BrokenParagraph {
  const lines = linesIn(one);
  const ends = 'rows' in one ? rowEnds(one) : [];
  const row = { table: { columns: [], excess: 0 }, row: 0, columns: [], ruled: false };
  return {
    lines,
    demerits: 0,
    endsHyphenated: () => false,
    setLines: () =>
      Array.from(
        { length: lines },
        () => ({ pieces: [], width: 0, measure: 160, ...('rows' in one && { row }) }) as unknown as Line,
      ),
    ...('rows' in one && { rows: { headLines: one.head, mayCutAfter: (line: number) => ends.includes(line) } }),
  };
}

function linesOf(filled: FilledThread, paragraph: number) {
  return (filled.slots[0] ?? [])
    .flatMap((leg) => leg.lines)
    .filter((line) => line.paragraph === paragraph)
    .map(({ line, index }) => ({ index, repeated: line.row?.repeated }));
}
