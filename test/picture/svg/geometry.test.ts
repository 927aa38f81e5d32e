import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arcCurves } from '../../../src/picture/svg/arc-curves.js';
import { readTransforms } from '../../../src/picture/svg/matrix.js';
import { pathBounds } from '../../../src/picture/svg/path.js';
import { readPathData } from '../../../src/picture/svg/path-data.js';
import { turnBy } from '../../../src/picture/svg/turn.js';

const read = (data: string) => readPathData(data, 1000);
const ends = (data: string) =>
  read(data)
    .path.map((segment) => (segment.type === 'close' ? 'z' : `${segment.x},${segment.y}`))
    .join(' ');

describe('sine and cosine', () => {
  it('are those of mathematics', () => {
    fc.assert(
      fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (degrees) => {
        const { sin, cos } = turnBy(degrees);
        const radians = ((degrees % 360) * Math.PI) / 180;
        expect(Math.abs(sin - Math.sin(radians))).toBeLessThan(4e-15);
        expect(Math.abs(cos - Math.cos(radians))).toBeLessThan(4e-15);
      }),
    );
  });

  it('are exact for right angles', () => {
    for (const [degrees, sin, cos] of [
      [0, 0, 1],
      [90, 1, 0],
      [180, 0, -1],
      [-90, -1, 0],
      [630, -1, 0],
    ] as const) {
      expect(turnBy(degrees).sin + 0, `${degrees}`).toBe(sin);
      expect(turnBy(degrees).cos + 0, `${degrees}`).toBe(cos);
    }
  });
});

describe('transform lists', () => {
  it('are read from left to right', () => {
    expect(readTransforms('translate(10,20) scale(2)')).toEqual([2, 0, 0, 2, 10, 20]);
    expect(readTransforms(' rotate(90 , 5 5) ')?.slice(4)).toEqual([10, 0]);
    expect(readTransforms('matrix(1 2 3 4 5 6)')).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each([
    'rotate()',
    'scale(1 2 3)',
    'rotate(1',
    'skewX(90)x',
    'translate(a)',
    'matrix(1e308 0 0 1e308 0 0) scale(1e10)',
  ])('are refused where they are none: %s', (text) => {
    expect(readTransforms(text)).toBeUndefined();
  });
});

describe('path data', () => {
  it.each<readonly [string, string]>([
    ['M1 2L3 4', '1,2 3,4'],
    ['m1 2 3 4 5 6', '1,2 4,6 9,12'],
    ['M.5.5-1-1e1', '0.5,0.5 -1,-10'],
    ['M0 0h1v2H5V9z m1 1', '0,0 1,0 1,2 5,2 5,9 z 1,1'],
    ['M0 0 1 1z l2 2', '0,0 1,1 z 0,0 2,2'],
    ['M0,0A1 1 0 011 1', '0,0 1,1'],
    ['M0 0A5 5 0 0 1 0 0', '0,0'],
    ['M0 0A0 5 0 0 1 4 4', '0,0 4,4'],
  ])('%s go to %s', (data, places) => {
    expect(ends(data)).toBe(places);
    expect(read(data).mistakeAt).toBeUndefined();
  });

  it.each(['L1 1', 'M1', 'M0 0 L1', 'M0 0 A1 1 0 2 0 1 1', 'M0 0 z 1 1', 'M0 0 L 1 1 x'])(
    '%s have a mistake',
    (data) => {
      expect(read(data).mistakeAt).toBeDefined();
    },
  );

  it('mirror the last handle in smooth curves of the same kind alone', () => {
    const [, , smooth] = read('M0 0C1 1 2 1 3 0S5 -1 6 0').path;
    expect(smooth).toMatchObject({ x1: 4, y1: -1 });
    const [, , other] = read('M0 0Q1 1 3 0S5 -1 6 0').path;
    expect(other).toMatchObject({ x1: 3, y1: 0 });
  });
});

describe('an arc', () => {
  it('lies on its ellipse', () => {
    const radius = fc.double({ min: 1, max: 50, noNaN: true });
    const place = fc.double({ min: -60, max: 60, noNaN: true });
    fc.assert(
      fc.property(radius, place, place, fc.boolean(), fc.boolean(), (r, x, y, takesLongWay, runsClockwise) => {
        fc.pre(Math.abs(x) + Math.abs(y) > 0.1);
        const curves = arcCurves(
          { x: 0, y: 0 },
          { radiusX: r, radiusY: r, rotation: 0, takesLongWay, runsClockwise, x, y },
        );
        const reach = Math.max(r, Math.sqrt(x * x + y * y) / 2);
        const box = pathBounds([{ type: 'move', x: 0, y: 0 }, ...curves]);
        expect(box?.width).toBeLessThan(2 * reach * 1.001);
        expect(box?.height).toBeLessThan(2 * reach * 1.001);
        expect(curves.at(-1)).toMatchObject({ x, y });
        if (takesLongWay && reach === r) expect(Math.max(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThan(r * 0.999);
      }),
    );
  });

  it('of half a circle is as high as its radius', () => {
    expect(pathBounds(read('M0 0A10 10 0 0 1 20 0').path)).toMatchObject({ x: 0, width: 20 });
    expect(pathBounds(read('M0 0A10 10 0 0 1 20 0').path)?.y).toBeCloseTo(-10, 2);
  });
});
