import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/model/line.js';
import { measureRivers } from '../../src/paragraph/measure-rivers.js';
import { monoRunStyle, monoShape } from '../fixtures/mono-shaper.js';

/** A line of words that fill what is left beside gaps of 5 pt (or so many) at these places. */
function lineWith(...gaps: readonly (number | readonly [at: number, width: number])[]): Line {
  const spaces = gaps.map((gap) => (typeof gap === 'number' ? ([gap, 5] as const) : gap));
  const starts = [0, ...spaces.map(([at, width]) => at + width)];
  const pieces = starts.map((x, i) => {
    const [end, space] = spaces[i] ?? [200, 0];
    return { shaped: monoShape('a'), style: monoRunStyle(), x, width: end - x, space, addedHyphen: false };
  });
  const rest = { ratio: 0, scale: 1, letterSpace: 0, hyphenated: false, last: false };
  return { pieces, measure: 200, indent: 0, width: 200, ...rest };
}

describe('measureRivers', () => {
  it('finds white that runs down through four lines', () => {
    const lines = [lineWith(20, 100), lineWith(50, 102), lineWith(101), lineWith(30, 103, 160)];
    expect(measureRivers(lines)).toEqual([{ first: 0, lines: 4, x: 100 }]);
  });

  it('sees nothing in three', () => {
    expect(measureRivers([lineWith(100), lineWith(100), lineWith(100), lineWith(50)])).toEqual([]);
  });

  it('follows white that leans, as far as half of the narrower space', () => {
    expect(measureRivers([100, 102.5, 105, 107.5, 110].map((at) => lineWith(at)))).toEqual([
      { first: 0, lines: 5, x: 100 },
    ]);
    expect(measureRivers([100, 103, 106, 109].map((at) => lineWith(at)))).toEqual([]);
    expect(measureRivers([lineWith([98, 9]), lineWith([104, 4]), lineWith([98, 9]), lineWith([104, 4])])).toHaveLength(
      1,
    );
  });

  it('counts a river once though it forks, and two that run side by side twice', () => {
    const forked = [lineWith(100), lineWith(100), lineWith([98, 12]), lineWith(97, 106)];
    expect(measureRivers(forked)).toHaveLength(1);
    expect(measureRivers([1, 2, 3, 4].map(() => lineWith(40, 140)))).toHaveLength(2);
  });

  it('finds none where there are no lines or no spaces', () => {
    expect(measureRivers([])).toEqual([]);
    expect(measureRivers([lineWith(), lineWith(), lineWith(), lineWith()])).toEqual([]);
  });
});
