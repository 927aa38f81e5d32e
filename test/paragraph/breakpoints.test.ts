import { describe, expect, it } from 'vitest';
import { INFINITE_PENALTY, PENALTY } from '../../src/model/hlist.js';
import {
  ADDED_HYPHEN,
  AT_BOX_STRETCH,
  AT_ENDING,
  AT_FILLS,
  AT_ITEM,
  AT_SHRINK,
  AT_START_STRETCH,
  AT_START_WIDTH,
  AT_STRETCH,
  AT_WIDTH,
  type Breakpoints,
  findBreakpoints,
  lineStart,
  PLAIN,
  ROW,
  SCALED_POINTS,
  WRITTEN_HYPHEN,
} from '../../src/paragraph/breakpoints.kernel.js';
import { box, FINISH, glue, hyphen, makeList } from './make-list.js';

/** One number of every breakpoint. */
const column = ({ count, rows }: Breakpoints, at: number) =>
  Array.from({ length: count }, (_, k) => rows[k * ROW + at] as number);
const points = (found: Breakpoints, at: number) => column(found, at).map((sum) => sum / SCALED_POINTS);

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
    expect(column(findBreakpoints(list), AT_ITEM)).toEqual([1, 7, 11]);
  });

  it('sums up to the break with its hyphen, and from the next box with what the break adds', () => {
    const list = makeList([box(10, 1), glue(5, 2, 1), box(20, 2), hyphen(3, 50, -1), box(30, 3), ...FINISH]);
    const found = findBreakpoints(list);
    expect(points(found, AT_WIDTH)).toEqual([10, 38, 65]);
    expect(points(found, AT_START_WIDTH)).toEqual([15, 36, 65]);
    expect(points(found, AT_STRETCH)).toEqual([1, 5, 8]);
    expect(points(found, AT_BOX_STRETCH)).toEqual([1, 3, 6]);
    expect(points(found, AT_START_STRETCH)).toEqual([3, 5, 8]);
    expect(points(found, AT_SHRINK)).toEqual([0, 1, 1]);
    expect(column(found, AT_FILLS)).toEqual([0, 0, 1e5]);
  });

  it('discards white after a break, but never a forced break', () => {
    const forced = { kind: PENALTY, width: 0, penalty: -INFINITE_PENALTY };
    const list = makeList([box(10), forced, glue(5, 0, 0), forced, glue(5, 0, 0), box(10), ...FINISH]);
    const found = findBreakpoints(list);
    expect(column(found, AT_ITEM)).toEqual([1, 3, 8]);
    expect(points(found, AT_START_WIDTH)).toEqual([15, 20, 30]);
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
    expect(column(findBreakpoints(list), AT_ENDING)).toEqual([ADDED_HYPHEN, WRITTEN_HYPHEN, PLAIN, PLAIN]);
  });

  it('ends a list that does not say how it ends after its last box', () => {
    const found = findBreakpoints(makeList([box(10), glue(5, 1, 1), box(10), glue(5, 1, 1)]));
    expect(column(found, AT_ITEM)).toEqual([1, 3, 4]);
    expect(points(found, AT_WIDTH)).toEqual([10, 25, 25]);
    expect(column(found, AT_FILLS)).toEqual([0, 0, 1e4]);
  });

  it('finds the end of an empty list', () => {
    expect(column(findBreakpoints(makeList([])), AT_ITEM)).toEqual([0]);
    expect(column(findBreakpoints(makeList(FINISH)), AT_ITEM)).toEqual([2]);
  });
});
