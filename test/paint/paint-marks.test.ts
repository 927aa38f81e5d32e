import { describe, expect, it } from 'vitest';
import type { DisplayList, MarkOp } from '../../src/model/display-list.js';
import type { Line } from '../../src/model/line.js';
import { paintMarks } from '../../src/paint/paint-marks.js';
import { type Color, totalInk } from '../../src/units/color.js';

const MM = 72 / 25.4;
const list = { label: 'A1', trim: { width: 800, height: 1200 }, bleed: 9, ops: [] } as unknown as DisplayList;
const set: { text: string; color: Color }[] = [];
const marked = paintMarks(list, 'Courier · A1', (text, color) => {
  set.push({ text, color });
  return [{ pieces: [], width: 120, scale: 1, letterSpace: 0, hyphenated: false } as unknown as Line];
});
const ops = marked.marks?.ops ?? [];
const of = <T extends MarkOp['type']>(type: T) =>
  ops.filter((op): op is Extract<MarkOp, { type: T }> => op.type === type);

/** What a mark covers: left, top, right, bottom. */
function extent(op: MarkOp): readonly [number, number, number, number] {
  switch (op.type) {
    case 'line':
      return [Math.min(op.x1, op.x2), Math.min(op.y1, op.y2), Math.max(op.x1, op.x2), Math.max(op.y1, op.y2)];
    case 'circle':
      return [op.x - op.radius, op.y - op.radius, op.x + op.radius, op.y + op.radius];
    case 'fill':
      return [op.box.x, op.box.y, op.box.x + op.box.width, op.box.y + op.box.height];
    case 'text':
      return [op.x, op.y - 6, op.x + 120, op.y + 2];
  }
}

describe('paintMarks', () => {
  it('keeps every mark outside the bleed and on the sheet', () => {
    const margin = (marked.marks?.margin ?? 0) + list.bleed;
    for (const op of ops) {
      const [left, top, right, bottom] = extent(op);
      const isOutside = right < -9 || left > 809 || bottom < -9 || top > 1209;
      expect(isOutside, JSON.stringify(op)).toBe(true);
      expect(Math.min(left, top) >= -margin && right <= 800 + margin && bottom <= 1200 + margin).toBe(true);
    }
  });

  it('marks each corner of the trim by two lines that point at it', () => {
    for (const x of [0, 800]) {
      for (const y of [0, 1200]) {
        expect(of('line').filter((line) => line.x1 === x && line.x2 === x && Math.abs(line.y1 - y) < 30)).toHaveLength(
          1,
        );
        expect(of('line').filter((line) => line.y1 === y && line.y2 === y && Math.abs(line.x1 - x) < 30)).toHaveLength(
          1,
        );
      }
    }
  });

  it('puts a register mark in the middle of each side', () => {
    const centres = of('circle').map(({ x, y }) => [x, y]);
    const away = 9 + 4.5 * MM;
    expect(centres).toEqual([
      [400, -away],
      [400, 1200 + away],
      [-away, 600],
      [800 + away, 600],
    ]);
  });

  it('keeps the patches of the colour bar under the ink limit and clear of one another', () => {
    const patches = of('fill');
    expect(patches.length).toBeGreaterThan(8);
    for (const { color } of patches) expect(totalInk(color)).toBeLessThanOrEqual(2.2);
    patches.slice(1).forEach((patch, index) => {
      const before = patches[index]!.box;
      expect(patch.box.x).toBeCloseTo(before.x + before.width);
    });
  });

  it('tells every plate by its name, in its own ink alone', () => {
    expect(set.map(({ text }) => text)).toEqual(
      ['Cyan', 'Magenta', 'Yellow', 'Black'].map((plate) => `Courier · A1 · ${plate}`),
    );
    for (const { color } of set) expect(totalInk(color)).toBe(1);
    expect(of('text')).toHaveLength(4);
  });
});
