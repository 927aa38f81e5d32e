import { describe, expect, it } from 'vitest';
import type { FilledThread } from '../../src/model/flow.js';
import type { Slot } from '../../src/model/template.js';
import type { PageGeometry } from '../../src/page/geometry.js';
import { correctDepths, depthRange, isBeyond, widenRange } from '../../src/page/picture-depth.js';
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

describe('widenRange', () => {
  it('adds a share of the depth at either end, in whole lines', () => {
    expect(widenRange({ min: 25, max: 30, natural: 28 }, 0.08)).toEqual({ min: 23, max: 32, natural: 28 });
    expect(widenRange({ min: 25, max: 30, natural: 28 }, 0)).toEqual({ min: 25, max: 30, natural: 28 });
  });

  it('is what makes a depth one beyond the plan', () => {
    const range = { min: 25, max: 30, natural: 28 };
    expect([23, 25, 30, 31].map((depth) => isBeyond(range, depth))).toEqual([true, false, false, true]);
    expect(isBeyond(undefined, 12)).toBe(false);
  });
});

describe('correctDepths', () => {
  const place = placeWith({ min: 10, max: 30 });
  const range = { min: 10, max: 30, natural: 20 };
  const legs = [{}, {}, {}, {}];
  const poured = (filled: Partial<FilledThread>, depths: readonly number[]) => ({
    depths,
    arrangements: depths.map(() => ({ head: [], captions: [], insets: [], legs: legs as never })),
    filled: { endSlot: depths.length - 1, oversetLines: 0, freeLines: 0, level: true, ...filled } as FilledThread,
  });

  it('takes from the picture what the legs under it are short of', () => {
    expect(correctDepths([{ place, range }], poured({ oversetLines: 10 }, [20]), 0)).toEqual([17]);
  });

  it('gives the picture the lines that are free', () => {
    expect(correctDepths([{ place, range }], poured({ freeLines: 3 }, [20]), 0)).toEqual([23]);
  });

  it('stays within the plan, and goes beyond it as far as a crop may', () => {
    expect(correctDepths([{ place, range }], poured({ oversetLines: 99 }, [12]), 0)).toEqual([10]);
    expect(correctDepths([{ place, range }], poured({ oversetLines: 99 }, [12]), 0.2)).toEqual([8]);
  });

  it('turns to the picture of an earlier slot where the last one has none to change', () => {
    const slots = [
      { place, range },
      { place, range: undefined },
    ];
    expect(correctDepths(slots, poured({ oversetLines: 4 }, [20, 0]), 0)).toEqual([19, 0]);
    expect(correctDepths([slots[0], { place, range }] as never, poured({ oversetLines: 4 }, [20, 10]), 0)).toEqual([
      19, 10,
    ]);
  });

  it('leaves the depth of a picture alone whose story fits', () => {
    expect(correctDepths([{ place, range }], poured({}, [20]), 0)).toEqual([20]);
  });
});
