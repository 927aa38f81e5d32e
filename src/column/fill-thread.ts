/*
 * In: a story's paragraphs, a way to break them, the legs of its slots. Out: every line in its leg on its grid line,
 * the legs at the story's end level, and what would not fit.
 */
import type {
  BrokenParagraph,
  FilledLeg,
  FilledLine,
  FilledThread,
  FlowParagraph,
  LegFrame,
  ParagraphBreaker,
  SlotFrame,
} from '../model/flow.js';
import { lineText } from '../model/line.js';
import { COSTS } from './costs.js';
import { footOf, type LegRun, layLegs, linesToLevel } from './leg-run.js';
import { type PouredStory, type Pouring, pourStory } from './pour.js';

/** Levels tried about the natural one: so far can looseness and white over crossheads carry a story's end. */
const LEVELS_ABOVE = 2;
const LEVELS_BELOW = 3;

/** White under a story counts to this depth: a story far too short is not stretched towards a foot out of its reach. */
const MOST_WHITE_COUNTED = 3;

/** Fills the legs of a thread. Nothing is lost: what does not fit is counted as overset, in lines and words. */
export function fillThread(
  paragraphs: readonly FlowParagraph[],
  slots: readonly SlotFrame[],
  breakParagraph: ParagraphBreaker,
): FilledThread {
  const tries = levelsToTry(paragraphs, slots, breakParagraph);
  let best:
    | { readonly poured: PouredStory; readonly run: LegRun; readonly cost: number; readonly white: number }
    | undefined;
  for (const { endSlot, end, bin } of tries) {
    const run = layLegs(slots, endSlot, end, bin);
    const poured = pourStory(paragraphs, run, slots, breakParagraph);
    if (poured.pourings.length < paragraphs.length) continue;
    const white = bin === 'bin' ? 0 : Math.max(0, footOf(slots[endSlot] as SlotFrame) - end);
    const cost = poured.cost + Math.min(white, MOST_WHITE_COUNTED) * COSTS.whiteLine;
    if (!best || cost < best.cost) best = { poured, run, cost, white };
  }
  if (!best) return nothingFilled(slots);
  return placeLines(best.poured, best.run, slots, best.cost, best.white);
}

interface Level {
  readonly endSlot: number;
  /** Grid line that the legs of the end slot reach. */
  readonly end: number;
  readonly bin: 'bin' | 'no bin';
}

/** Finds where the story ends by itself, and the levels about it that make-up could bring it to. */
function levelsToTry(
  paragraphs: readonly FlowParagraph[],
  slots: readonly SlotFrame[],
  breakParagraph: ParagraphBreaker,
): Level[] {
  const { endSlot, lines, over } = naturalEnd(paragraphs, slots, breakParagraph);
  const slot = slots[endSlot] as SlotFrame;
  const foot = footOf(slot);
  const levels: Level[] = [];
  if (over) {
    levels.push({ endSlot, end: foot, bin: 'no bin' }, { endSlot, end: foot, bin: 'bin' });
    return levels;
  }
  let natural = Math.min(...slot.legs.map((leg) => leg.first));
  while (natural < foot && linesToLevel(slot, natural) < lines) natural++;
  for (let end = natural - LEVELS_ABOVE; end <= Math.min(foot, natural + LEVELS_BELOW); end++) {
    if (linesToLevel(slot, end) > 0) levels.push({ endSlot, end, bin: 'no bin' });
  }
  // Where no level takes the story whole, what is left over must still be counted.
  levels.push({ endSlot, end: foot, bin: 'bin' });
  return levels;
}

/** Pours by hand at natural length: which slot the story ends in, and how many of that slot's lines it takes. */
function naturalEnd(
  paragraphs: readonly FlowParagraph[],
  slots: readonly SlotFrame[],
  breakParagraph: ParagraphBreaker,
): { readonly endSlot: number; readonly lines: number; readonly over: boolean } {
  let slot = 0;
  let used = 0;
  const capacityOf = (s: number) => {
    const frame = slots[s] as SlotFrame;
    return linesToLevel(frame, footOf(frame)) - (s < slots.length - 1 && frame.jumpsOn ? 1 : 0);
  };
  let capacity = capacityOf(0);
  for (const paragraph of paragraphs) {
    const measure = (slots[slot] as SlotFrame).legs[0]?.measure ?? 0;
    used += paragraph.above + (breakParagraph(paragraph.paragraph, { widths: [measure] }, 0) as BrokenParagraph).lines;
    while (used > capacity && slot < slots.length - 1) {
      used -= capacity;
      slot += 1;
      capacity = capacityOf(slot);
    }
  }
  return { endSlot: slot, lines: used, over: used > capacity };
}

function nothingFilled(slots: readonly SlotFrame[]): FilledThread {
  const empty = slots.map((slot) => slot.legs.map((frame): FilledLeg => ({ frame, lines: [] })));
  return {
    slots: empty,
    oversetLines: 0,
    oversetWords: 0,
    freeLines: 0,
    endSlot: 0,
    cost: 0,
    widows: 0,
    orphans: 0,
    strandedHeads: 0,
    level: true,
    settings: [],
    applied: [],
  };
}

/** Sets the chosen lines and stands them on their grid lines. */
function placeLines(
  poured: PouredStory,
  run: LegRun,
  slots: readonly SlotFrame[],
  cost: number,
  white: number,
): FilledThread {
  const legs: FilledLine[][] = run.capacities.map(() => []);
  const blemishes = { widows: 0, orphans: 0, strandedHeads: 0 };
  for (const pouring of poured.pourings) {
    placeParagraph(pouring, run, slots, legs);
    countBlemishes(pouring, run, blemishes);
  }
  const overset = run.hasBin ? (legs.at(-1) as FilledLine[]) : [];
  const endSlot = run.slotOf.at(-1) ?? 0;
  return {
    slots: slots.map((slot, s) =>
      slot.legs.map((frame, index): FilledLeg => {
        const leg = run.slotOf.findIndex((of, at) => of === s && run.legOf[at] === index);
        return { frame, lines: legs[leg] ?? [] };
      }),
    ),
    oversetLines: overset.length,
    oversetWords: overset.reduce((words, { line }) => words + lineText(line).split(' ').filter(Boolean).length, 0),
    freeLines: white,
    endSlot,
    cost,
    ...blemishes,
    level: poured.unfilled === 0,
    settings: poured.pourings.map(({ paragraph, broken }) => ({ paragraph: paragraph.paragraph, broken })),
    applied: appliedSteps(poured.pourings),
  };
}

function placeParagraph(pouring: Pouring, run: LegRun, slots: readonly SlotFrame[], legs: FilledLine[][]): void {
  const lines = pouring.broken.setLines();
  let index = 0;
  pouring.counts.forEach((count, step) => {
    const leg = pouring.startLeg + step;
    const first = firstLineOf(run, slots, leg) + (step === 0 ? pouring.startUsed : 0);
    for (let i = 0; i < count; i++, index++) {
      const line = lines[index];
      if (line)
        (legs[leg] as FilledLine[]).push({ line, gridLine: first + i, paragraph: pouring.paragraph.paragraph, index });
    }
  });
}

function firstLineOf(run: LegRun, slots: readonly SlotFrame[], leg: number): number {
  const frame = (slots[run.slotOf[leg] as number] as SlotFrame).legs[run.legOf[leg] as number] as LegFrame | undefined;
  return frame?.first ?? 1;
}

function countBlemishes(
  pouring: Pouring,
  run: LegRun,
  blemishes: { widows: number; orphans: number; strandedHeads: number },
): void {
  const { counts, broken, paragraph } = pouring;
  const bin = run.hasBin ? run.capacities.length - 1 : -1;
  const cut = counts.filter((count) => count > 0);
  if (cut.length > 1 && pouring.startLeg + counts.length - 1 !== bin) {
    if (cut[0] === 1) blemishes.orphans += 1;
    if (cut.at(-1) === 1) blemishes.widows += 1;
  }
  if (paragraph.kind !== 'head') return;
  const leg = pouring.startLeg + counts.length - 1;
  const used = pouring.startUsed + broken.lines;
  if (cut.length > 1 || (run.capacities[leg] as number) - used < 2) blemishes.strandedHeads += 1;
}

function appliedSteps(pourings: readonly Pouring[]): string[] {
  const steps: string[] = [];
  if (pourings.some((pouring) => pouring.looseness !== 0)) steps.push('looseness');
  if (pourings.some((pouring) => pouring.added > 0)) steps.push('space');
  return steps;
}
