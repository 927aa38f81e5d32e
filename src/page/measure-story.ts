/*
 * In: a story poured into its legs. Out: how it came out in figures: its lines, what is loose in them, and how it fits.
 */
import type { StoryFit, StoryOutcome } from '../model/edition.js';
import type { FilledLeg, FilledLine, FilledThread } from '../model/flow.js';
import type { Line } from '../model/line.js';
import type { Flow } from '../model/make-up.js';
import type { FitStepName } from '../model/paper.js';
import type { Story } from '../model/story.js';
import type { Pt } from '../units/length.js';
import { MOST_FREE } from './fit-blemishes.js';
import { cheapestParagraphs } from './fit-cheap-lines.js';
import type { FitSetting } from './fit-setting.js';
import type { Room } from './room.js';

/** Word spaces wider than this share of the type size read as loose; wider than the second as holes. */
const LOOSE_EM = 0.5;
const HOLE_EM = 0.8;

/** The word space of a line as set; 0 where it has none, and in tables, whose cells have white between them. */
function wordGap(line: Line): Pt {
  if (line.row) return 0;
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

/** A story as it was poured. */
export interface PouredStory {
  readonly story: Story;
  readonly filled: FilledThread;
  readonly flow: Flow;
  readonly setting: FitSetting;
}

/** Sums up how a story came out. `slots`: `page.slot` of those that it runs through. */
export function measureStory(poured: PouredStory, slots: readonly string[], room: Room): StoryOutcome {
  const { story, filled } = poured;
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
    fit: measureFit(poured, room),
  };
}

/** How well a story fits, what was done about it, and where the words are that would mend the rest. */
export function measureFit({ story, filled, flow, setting }: PouredStory, room: Room): StoryFit {
  const { lines, words } = misfit(story, filled);
  const isMisfit = filled.oversetLines > 0 || filled.freeLines > MOST_FREE;
  const cheapLines = isMisfit ? room.typesetter.findCheapLines(filled) : [];
  return {
    lines,
    words,
    applied: filled.applied as readonly FitStepName[],
    tracking: setting.tracking,
    dropped: setting.dropped,
    cheapest: cheapestParagraphs(cheapLines, flow.parts, lines > 0 ? 'fewer' : 'more'),
  };
}

/** Lines over (positive) or free (negative), and about how many words that is. */
function misfit(story: Story, filled: FilledThread): Pick<StoryFit, 'lines' | 'words'> {
  if (filled.oversetLines > 0) return { lines: filled.oversetLines, words: filled.oversetWords };
  const free = (filled.slots[filled.endSlot] ?? []).reduce((sum, leg) => sum + freeLinesIn(leg), 0);
  const lines = linesOf(filled).length;
  const wordsPerLine = lines > 0 ? story.words / lines : 0;
  return { lines: -free || 0, words: -Math.round(free * wordsPerLine) || 0 };
}

/** Lines between the end of a leg's text and the leg's foot. */
function freeLinesIn({ frame, lines }: FilledLeg): number {
  return Math.max(0, frame.last - (lines.at(-1)?.gridLine ?? frame.first - 1));
}
