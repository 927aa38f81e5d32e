import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { DisplayList, DisplayOp } from '../model/display-list.js';
import type { Page } from '../model/edition.js';
import type { Line } from '../model/line.js';
import { type Color, WHITE } from '../units/color.js';
import type { Pt } from '../units/length.js';

/** Marks of a proof: a colour that no page uses. */
const SIGNAL: Color = { type: 'cmyk', c: 0, m: 1, y: 0.9, k: 0 };
const FRAME_WEIGHT: Pt = 1.5;

/** Sets a line of trouble for the proof. */
export type TroubleSetter = (text: string, measure: Pt) => readonly Line[];

/** Draws a frame about each slot in trouble, with what is wrong written over its foot: for proofs only. */
export function paintTroubles(
  list: DisplayList,
  page: Page,
  diagnostics: readonly Diagnostic[],
  setTrouble: TroubleSetter,
): DisplayList {
  const ops: DisplayOp[] = [...list.ops];
  const depth = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    const story = page.stories.find((candidate) => candidate.slot === diagnostic.slot);
    if (diagnostic.page !== page.label || !story) continue;
    const { box } = story;
    const rank = depth.get(story.slot) ?? 0;
    depth.set(story.slot, rank + 1);
    ops.push({ type: 'begin', tag: { type: 'artifact' } });
    if (rank === 0) ops.push(...frame(box.x, box.y, box.x + box.width, box.y + box.height));
    const lines = setTrouble(`${diagnostic.severity} ${diagnostic.code}: ${diagnostic.message}`, box.width - 8);
    lines.forEach((line, index) => {
      const y = box.y + box.height - 4 - rank * 22 - (lines.length - 1 - index) * 10;
      ops.push({ type: 'fill', box: { x: box.x + 2, y: y - 8, width: box.width - 4, height: 10 }, color: WHITE });
      ops.push({
        type: 'text',
        x: box.x + 4,
        y,
        pieces: line.pieces,
        scale: line.scale,
        letterSpace: line.letterSpace,
        addedHyphen: line.hyphenated,
        origin: diagnostic.origin,
      });
    });
    ops.push({ type: 'end' });
  }
  return { ...list, ops };
}

function frame(left: Pt, top: Pt, right: Pt, bottom: Pt): DisplayOp[] {
  const side = (x1: Pt, y1: Pt, x2: Pt, y2: Pt): DisplayOp => ({
    type: 'rule',
    x1,
    y1,
    x2,
    y2,
    weight: FRAME_WEIGHT,
    color: SIGNAL,
  });
  return [
    side(left, top, right, top),
    side(right, top, right, bottom),
    side(left, bottom, right, bottom),
    side(left, top, left, bottom),
  ];
}
