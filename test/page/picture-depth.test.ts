import { describe, expect, it } from 'vitest';
import type { Slot } from '../../src/model/template.js';
import type { PageGeometry } from '../../src/page/geometry.js';
import { depthRange } from '../../src/page/picture-depth.js';
import type { Place } from '../../src/page/room.js';

/** A slot 400 points wide on lines of 10 points, whose picture stands right across. */
function placeWith(lines: { min: number; max: number }): Place {
  const geometry = {
    leading: 10,
    gutter: 10,
    box: () => ({ x: 0, y: 0, width: 400, height: 600 }),
  } as unknown as PageGeometry;
  const slot = {
    shape: 'pictureUnderHead',
    legs: 4,
    columns: { from: 1, to: 4 },
    lines: { from: 1, to: 60 },
    picture: { legs: 4, at: 'start', lines },
  };
  return { page: {} as Place['page'], slot: slot as unknown as Slot, geometry };
}

describe('depthRange', () => {
  it('shows a picture whole where the slot allows it', () => {
    expect(depthRange(placeWith({ min: 10, max: 40 }), 2).natural).toBe(20);
  });

  it('keeps to the depths of the slot', () => {
    expect(depthRange(placeWith({ min: 24, max: 30 }), 2).natural).toBe(24);
    expect(depthRange(placeWith({ min: 10, max: 15 }), 2).natural).toBe(15);
  });

  it('crops no more than the picture bears', () => {
    const range = depthRange(placeWith({ min: 2, max: 58 }), 2);
    expect(range).toEqual({ min: 11, max: 36, natural: 20 });
  });

  it('follows the designer where slot and picture disagree', () => {
    expect(depthRange(placeWith({ min: 50, max: 55 }), 2)).toEqual({ min: 50, max: 55, natural: 50 });
  });
});
