import { describe, expect, it } from 'vitest';
import type { DisplayList } from '../../src/model/display-list.js';
import { imposeSpreads } from '../../src/paint/impose-spreads.js';
import { BLACK } from '../../src/units/color.js';

const origin = { file: 'a.md', line: 1, column: 1 };
const box = { x: 10, y: 20, width: 30, height: 40 };

function page(number: number): DisplayList {
  return {
    type: 'display-list',
    number,
    label: `A${number}`,
    trim: { width: 100, height: 200 },
    bleed: 0,
    ops: [
      { type: 'begin', tag: { type: 'artifact' } },
      { type: 'fill', box, color: BLACK },
      { type: 'rule', x1: 1, y1: 2, x2: 3, y2: 4, weight: 1, color: BLACK },
      { type: 'text', x: 5, y: 6, pieces: [], scale: 1, letterSpace: 0, addedHyphen: false, origin },
      { type: 'end' },
    ],
    beads: [{ article: 'a', box }],
    anchors: [{ article: 'a', x: 7, y: 8 }],
    outline: [{ level: 0, title: `Page ${number}`, y: 0 }],
  };
}

/** Where the operations of a sheet start, from its left. */
const starts = ({ ops }: DisplayList): number[] =>
  ops.flatMap((op) => ('box' in op ? op.box.x : op.type === 'rule' ? op.x1 : op.type === 'text' ? op.x : []));

describe('imposeSpreads', () => {
  const spreads = imposeSpreads([1, 2, 3, 4].map(page));

  it('puts facing pages on one sheet, and leaves the first and the last alone', () => {
    expect(spreads.map(({ label }) => label)).toEqual(['A1', 'A2–A3', 'A4']);
    for (const { trim } of spreads) expect(trim).toEqual({ width: 200, height: 200 });
  });

  it('has odd pages at the right and even ones at the left', () => {
    expect(spreads.map(starts)).toEqual([
      [110, 101, 105],
      [10, 1, 5, 110, 101, 105],
      [10, 1, 5],
    ]);
  });

  it('moves beads and anchors with their page', () => {
    expect(spreads[1]?.beads.map((bead) => bead.box.x)).toEqual([10, 110]);
    expect(spreads[1]?.anchors.map(({ x }) => x)).toEqual([7, 107]);
  });
});
