import type { Block } from '../model/story.js';
import type { TextStyle } from '../model/style.js';
import type { Pt } from '../units/length.js';

/** Width that a character of a marker takes at most, in em: a figure of a text face with the air after it. */
const MARKER_CHARACTER_EM = 0.6;

/**
 * How far the items of each list hang, by block (0 for blocks that are no items). All items of a list hang alike, wide
 * enough for its longest marker: a list that reaches "10." hangs deeper from "1." on.
 */
export function itemSteps(blocks: readonly Block[], style: TextStyle): readonly Pt[] {
  const steps: Pt[] = blocks.map(() => 0);
  for (let start = 0; start < blocks.length; start++) {
    if (blocks[start]?.type !== 'item') continue;
    const end = listEnd(blocks, start);
    steps.fill(stepOf(blocks.slice(start, end), style), start, end);
    start = end - 1;
  }
  return steps;
}

/** Index after the last of the items that stand together. */
function listEnd(blocks: readonly Block[], start: number): number {
  let end = start;
  while (blocks[end]?.type === 'item') end++;
  return end;
}

function stepOf(items: readonly Block[], style: TextStyle): Pt {
  const longest = items.reduce((most, item) => Math.max(most, item.type === 'item' ? item.marker.length : 0), 0);
  const least = style.indent > 0 ? style.indent : style.size;
  return Math.max(least, longest * MARKER_CHARACTER_EM * style.size);
}
