import { describe, expect, it } from 'vitest';
import { readShare } from '../../src/units/share.js';

describe('a share', () => {
  it.each([
    ['240%', 2.4],
    ['8 %', 0.08],
    ['.5%', 0.005],
    ['-10%', -0.1],
  ])('written %s is %d', (text, share) => {
    expect(readShare(text)).toBeCloseTo(share, 12);
  });

  it.each(['', '240', '%', '1e3%', '2,5%', `${'9'.repeat(400)}%`])('cannot be written "%s"', (text) => {
    expect(readShare(text)).toBeUndefined();
  });
});
