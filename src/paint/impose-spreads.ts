/*
 * In: the pages of a job. Out: spreads as the reader opens them, two pages on one sheet: the first and the last page stand
 * alone, on the half that they have in the paper. For looking at, never for the press.
 */
import type { DisplayList, DisplayOp } from '../model/display-list.js';
import type { Pt } from '../units/length.js';
import type { Rect } from '../units/rect.js';

/** Puts even pages at the left and odd ones at the right, as a paper that is bound at the left has them. */
export function imposeSpreads(pages: readonly DisplayList[]): readonly DisplayList[] {
  const spreads = new Map<number, DisplayList[]>();
  for (const page of pages) {
    const spread = Math.floor(page.number / 2);
    spreads.set(spread, [...(spreads.get(spread) ?? []), page]);
  }
  return [...spreads.values()].map(joinPages);
}

function joinPages(pages: readonly DisplayList[]): DisplayList {
  const first = pages[0] as DisplayList;
  const moved = pages.map((page) => movePage(page, page.number % 2 === 0 ? 0 : first.trim.width));
  return {
    ...first,
    label: pages.map(({ label }) => label).join('–'),
    trim: { width: 2 * first.trim.width, height: first.trim.height },
    ops: moved.flatMap(({ ops }) => ops),
    beads: moved.flatMap(({ beads }) => beads),
    anchors: moved.flatMap(({ anchors }) => anchors),
    outline: moved.flatMap(({ outline }) => outline),
  };
}

function movePage(page: DisplayList, by: Pt): DisplayList {
  const move = (box: Rect): Rect => ({ ...box, x: box.x + by });
  return {
    ...page,
    ops: page.ops.map((op) => moveOp(op, by)),
    beads: page.beads.map((bead) => ({ ...bead, box: move(bead.box) })),
    anchors: page.anchors.map((anchor) => ({ ...anchor, x: anchor.x + by })),
  };
}

function moveOp(op: DisplayOp, by: Pt): DisplayOp {
  switch (op.type) {
    case 'begin':
    case 'end':
      return op;
    case 'text':
      return { ...op, x: op.x + by };
    case 'rule':
      return { ...op, x1: op.x1 + by, x2: op.x2 + by };
    case 'fill':
    case 'picture':
      return { ...op, box: { ...op.box, x: op.box.x + by } };
    default:
      return op satisfies never;
  }
}
