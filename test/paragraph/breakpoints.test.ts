import { describe, expect, it } from 'vitest';
import { INFINITE_PENALTY, PENALTY } from '../../src/model/hlist.js';
import {
  ADDED_HYPHEN,
  findBreakpoints,
  lineStart,
  PLAIN,
  SCALED_POINTS,
  WRITTEN_HYPHEN,
} from '../../src/paragraph/breakpoints.kernel.js';
import { box, FINISH, glue, hyphen, makeList } from './make-list.js';

const points = (column: Float64Array) => Array.from(column, (sum) => sum / SCALED_POINTS);

describe('findBreakpoints', () => {
  it('finds glue after a box and penalties below infinity', () => {
    const list = makeList([
      box(10),
      glue(5, 2, 1),
      glue(5, 2, 1),
      box(10),
      { kind: PENALTY, width: 0, penalty: INFINITE_PENALTY },
      glue(5, 2, 1),
      box(10),
      hyphen(3, 50),
      box(10),
      ...FINISH,
    ]);
    expect(Array.from(findBreakpoints(list).item)).toEqual([1, 7, 11]);
  });

  it('sums up to the break with its hyphen, and from the next box with what the break adds', () => {
    const list = makeList([box(10, 1), glue(5, 2, 1), box(20, 2), hyphen(3, 50, -1), box(30, 3), ...FINISH]);
    const found = findBreakpoints(list);
    expect(points(found.width)).toEqual([10, 38, 65]);
    expect(points(found.startWidth)).toEqual([15, 36, 65]);
    expect(points(found.stretch)).toEqual([1, 5, 8]);
    expect(points(found.boxStretch)).toEqual([1, 3, 6]);
    expect(points(found.startStretch)).toEqual([3, 5, 8]);
    expect(points(found.shrink)).toEqual([0, 1, 1]);
    expect(Array.from(found.fills)).toEqual([0, 0, 1]);
  });

  it('discards white after a break, but never a forced break', () => {
    const forced = { kind: PENALTY, width: 0, penalty: -INFINITE_PENALTY };
    const list = makeList([box(10), forced, glue(5, 0, 0), forced, glue(5, 0, 0), box(10), ...FINISH]);
    const found = findBreakpoints(list);
    expect(Array.from(found.item)).toEqual([1, 3, 8]);
    expect(points(found.startWidth)).toEqual([15, 20, 30]);
    expect([lineStart(list, 1), lineStart(list, 3), lineStart(list, 8)]).toEqual([3, 5, 9]);
  });

  it('tells hyphens that are added from those in the text', () => {
    const list = makeList([
      box(10),
      hyphen(3, 50),
      box(10),
      hyphen(0, 50),
      box(10),
      { kind: PENALTY, width: 0, penalty: 50 },
      box(10),
      ...FINISH,
    ]);
    expect(Array.from(findBreakpoints(list).ending)).toEqual([ADDED_HYPHEN, WRITTEN_HYPHEN, PLAIN, PLAIN]);
  });

  it('ends a list that does not say how it ends after its last box', () => {
    const found = findBreakpoints(makeList([box(10), glue(5, 1, 1), box(10), glue(5, 1, 1)]));
    expect(Array.from(found.item)).toEqual([1, 3, 4]);
    expect(points(found.width)).toEqual([10, 25, 25]);
    expect(Array.from(found.fills)).toEqual([0, 0, 1]);
  });

  it('finds the end of an empty list', () => {
    expect(Array.from(findBreakpoints(makeList([])).item)).toEqual([0]);
    expect(Array.from(findBreakpoints(makeList(FINISH)).item)).toEqual([2]);
  });
});
