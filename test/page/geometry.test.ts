import { describe, expect, it } from 'vitest';
import type { Paper } from '../../src/model/paper.js';
import { layGeometry } from '../../src/page/geometry.js';

const paper = {
  trim: { width: 400, height: 600 },
  margins: { top: 40, bottom: 50, inside: 30, outside: 20 },
  grid: { columns: 3, columnWidth: 110, gutter: 10, leading: 10, lines: 51, baselineRise: 2.5 },
} as Paper;

describe('layGeometry', () => {
  it('puts the inside margin at the fold: left on odd pages, right on even ones', () => {
    expect(layGeometry(paper, 1)).toMatchObject({ side: 'recto', gridBox: { x: 30, width: 350 } });
    expect(layGeometry(paper, 2)).toMatchObject({ side: 'verso', gridBox: { x: 20, width: 350 } });
  });

  it('counts columns and lines from 1', () => {
    const geometry = layGeometry(paper, 1);
    expect(geometry.columnX(1)).toBe(30);
    expect(geometry.columnX(3)).toBe(270);
    expect(geometry.lineTop(1)).toBe(40);
    expect(geometry.baseline(1)).toBe(47.5);
    expect(geometry.baseline(51)).toBe(547.5);
  });

  it('spans a slot from the first column to the last, gutters included, and whole lines', () => {
    expect(layGeometry(paper, 1).box({ from: 2, to: 3 }, { from: 4, to: 6 })).toEqual({
      x: 150,
      y: 70,
      width: 230,
      height: 30,
    });
  });
});
