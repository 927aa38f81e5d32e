import { expect, it } from 'vitest';
import { corners } from '../../src/units/rect.js';

it('a rectangle has its corners as left, top, right, bottom', () => {
  expect(corners({ x: 1, y: 2, width: 10, height: 20 })).toEqual([1, 2, 11, 22]);
});
