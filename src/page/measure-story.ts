import type { StoryOutcome } from '../model/edition.js';
import type { FilledLine, FilledThread } from '../model/flow.js';
import type { Line } from '../model/line.js';
import type { Story } from '../model/story.js';
import type { Pt } from '../units/length.js';

/** Word spaces wider than this share of the type size read as loose; wider than the second as holes. */
const LOOSE_EM = 0.5;
const HOLE_EM = 0.8;

/** The word space of a line as set; 0 where it has none. */
function wordGap(line: Line): Pt {
  return line.pieces.find((piece) => piece.space > 0)?.space ?? 0;
}

/** Whether a line's word spaces are wider than good typography allows. */
function isLoose(line: Line): boolean {
  return wordGap(line) > LOOSE_EM * sizeOf(line);
}

/** Whether they are so wide that the line looks torn. */
export function isTorn(line: Line): boolean {
  return wordGap(line) > HOLE_EM * sizeOf(line);
}

function sizeOf(line: Line): Pt {
  return line.pieces[0]?.style.size ?? 0;
}

/** Every line of a filled thread in reading order. */
export function linesOf(filled: FilledThread): FilledLine[] {
  return filled.slots.flatMap((legs) => legs.flatMap((leg) => leg.lines));
}

/** Sums up how a story came out. `slots`: `page.slot` of those that it runs through. */
export function measureStory(story: Story, slots: readonly string[], filled: FilledThread): StoryOutcome {
  const lines = linesOf(filled);
  return {
    article: story.source.id,
    headline: story.source.headline,
    words: story.words,
    slots,
    lines: lines.length,
    hyphenatedLines: lines.filter(({ line }) => line.hyphenated).length,
    looseLines: lines.filter(({ line }) => isLoose(line)).length,
    widows: filled.widows,
    orphans: filled.orphans,
    fit: fitOf(story, filled, lines.length),
  };
}

/** Lines over (positive) or free (negative), and about how many words that is. */
function fitOf(story: Story, filled: FilledThread, lines: number): StoryOutcome['fit'] {
  if (filled.oversetLines > 0)
    return { lines: filled.oversetLines, words: filled.oversetWords, applied: filled.applied };
  const legs = filled.slots[filled.endSlot]?.length ?? 1;
  const free = filled.freeLines * legs;
  const wordsPerLine = lines > 0 ? story.words / lines : 0;
  return { lines: -free || 0, words: -Math.round(free * wordsPerLine) || 0, applied: filled.applied };
}
