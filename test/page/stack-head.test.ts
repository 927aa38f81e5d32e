import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/model/line.js';
import type { Paper } from '../../src/model/paper.js';
import type { PartName } from '../../src/model/style.js';
import { layGeometry } from '../../src/page/geometry.js';
import type { Room } from '../../src/page/room.js';
import { type SetPart, stackHead } from '../../src/page/stack-head.js';
import { textStyle } from '../style/fixtures.js';

/* A grid of 10 pt from the top of the page, body caps of 6 pt, and type whose d is 0.7 em high, H 0.6, p 0.25 deep. */

const paper = {
  trim: { width: 200, height: 600 },
  margins: { top: 0, bottom: 0, inside: 0, outside: 0 },
  grid: { columns: 1, columnWidth: 200, gutter: 0, leading: 10, lines: 60, baselineRise: 2 },
} as Paper;
const metrics = { capHeight: 0.6, xHeight: 0.4, ascender: 0.7, descender: 0.25 };
const room = { bodyCap: 6, typesetter: { metrics: () => metrics } } as unknown as Room;

function part(name: PartName, size: number, below: number): SetPart {
  const style = textStyle({ name, size, leading: size, below });
  return { part: name, style, lines: [{} as Line], origin: { file: 'a.md', line: 1, column: 1 } };
}

function baselines(...parts: readonly SetPart[]): readonly number[] {
  return stackHead(parts, 'a', 0, 1, layGeometry(paper, 1), room).lines.map((line) => line.baseline);
}

describe('a head', () => {
  it('starts with its caps level with those of the first line of body text', () => {
    expect(baselines(part('headline', 20, 0))).toEqual([8 - 6 + 12]);
  });

  it('stands under its kicker by the white of the kicker’s style, caps to baseline', () => {
    expect(baselines(part('kicker', 8, 1), part('headline', 20, 0))).toEqual([8, 8 + 10 + 12]);
  });

  it('keeps its ascenders clear of the descenders over it, where the style’s white would not', () => {
    const [kicker = 0, headline = 0] = baselines(part('kicker', 10, 0.25), part('headline', 40, 0));
    const descenders = kicker + 0.25 * 10;
    const ascenders = headline - 0.7 * 40;
    expect(ascenders - descenders).toBeCloseTo(2);
  });
});
