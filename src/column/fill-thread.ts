/*
 * In: a story's paragraphs, a way to break them, the legs of its slots. Out: every line in its leg on its grid line,
 * the legs at the story's end level, and what would not fit.
 */
import type { FilledThread, FlowParagraph, ParagraphBreaker, SlotFrame } from '../model/flow.js';
import { lineText } from '../model/line.js';
import { COSTS } from './costs.js';
import { footOf, type LegRun, layLegs, rowsOfSlots, type SlotRows, type StoryEnd, topOf } from './leg-run.js';
import { countBlemishes, type PlacedLines, placeLines } from './place-lines.js';
import { type PouredStory, type Pouring, type PourTask, pourStory } from './pour.kernel.js';
import type { KnownSettings } from './settings.js';
import { type FoundEnd, findEnd, type Story } from './story-end.js';

/** White under a story counts to this depth: a story far too short is not stretched towards a foot out of its reach. */
const MOST_WHITE_COUNTED = 3;

/** What may be spent on blemishes, tried one after another: most stories need little, and little is quickly searched. */
const BUDGETS = [1500, 6000, 24000, 96000, Number.POSITIVE_INFINITY] as const;

/** Runs work that is put off, for whoever keeps time. */
export type RunLater = <T>(work: () => T) => T;

/**
 * Fills the legs of a thread. Nothing is lost: what does not fit is counted as overset, in lines and words. Lines are
 * set when they are first asked for, inside `runLater`: make-up fills a thread several times and looks at the lines once.
 */
export function fillThread(
  paragraphs: readonly FlowParagraph[],
  slots: readonly SlotFrame[],
  breakParagraph: ParagraphBreaker,
  runLater: RunLater = (work) => work(),
): FilledThread {
  const known: KnownSettings = [];
  const story: Story = { paragraphs, breakParagraph, known };
  const rows = rowsOfSlots(slots);
  const found = findEnd(story, slots, rows);
  const way = pourToEnd(story, slots, rows, found);
  return describeThread(way, slots, runLater);
}

/** A story poured down to an end. */
interface PouredWay extends PouredStory {
  readonly run: LegRun;
  readonly end: StoryEnd;
}

function pourToEnd(story: Story, slots: readonly SlotFrame[], rows: SlotRows, found: FoundEnd): PouredWay {
  if (found.over > 0) return pourWithBin(story, slots, rows, found);
  for (const end of endsFrom(found, slots)) {
    const run = layLegs(slots, rows, end, 'no bin');
    const poured = pourWithin({ source: { ...story, run }, slots, over: 0, jumpHyphen: Number.POSITIVE_INFINITY });
    if (poured) return { ...poured, run, end };
  }
  return pourWithBin(story, slots, rows, found);
}

/**
 * The end that was found, then lower ones. Those are needed only where every way to the first has a hyphen before a
 * jump, and the line that goes over to the next slot is one too many.
 */
function* endsFrom(found: StoryEnd, slots: readonly SlotFrame[]): Generator<StoryEnd> {
  for (let slot = found.slot; slot < slots.length; slot++) {
    const frame = slots[slot] as SlotFrame;
    for (let line = slot === found.slot ? found.line : topOf(frame); line <= footOf(frame); line++)
      yield { slot, line };
  }
}

function pourWithin(task: Omit<PourTask, 'budget'>): PouredStory | undefined {
  for (const budget of BUDGETS) {
    const poured = pourStory({ ...task, budget });
    if (poured) return poured;
  }
  return undefined;
}

/**
 * Fills the slots to their feet and lets the rest lie in the bin. A story that is too long in any case may have a hyphen
 * before its jump: to avoid it, more lines would have to be cut than are too many. Where only the hyphen makes a story
 * too long, it breaks earlier, and as few lines as can be lie in the bin.
 */
function pourWithBin(story: Story, slots: readonly SlotFrame[], rows: SlotRows, found: FoundEnd): PouredWay {
  const end: StoryEnd = { slot: slots.length - 1, line: footOf(slots.at(-1) as SlotFrame) };
  const run = layLegs(slots, rows, end, 'bin');
  const jumpHyphen = found.over > 0 ? COSTS.jumpHyphen : Number.POSITIVE_INFINITY;
  for (let over = found.over; ; over++) {
    const poured = pourWithin({ source: { ...story, run }, slots, over, jumpHyphen });
    if (poured) return { ...poured, run, end };
  }
}

function describeThread(way: PouredWay, slots: readonly SlotFrame[], runLater: RunLater): FilledThread {
  const { pourings, run, end } = way;
  const blemishes = countBlemishes(pourings, run);
  const freeLines = run.hasBin ? 0 : Math.max(0, footOf(slots[end.slot] as SlotFrame) - end.line);
  let placed: PlacedLines | undefined;
  const place = () => {
    placed ??= runLater(() => placeLines(pourings, run, slots));
    return placed;
  };
  return {
    get slots() {
      return place().slots;
    },
    get oversetWords() {
      return countWords(place());
    },
    oversetLines: linesInBin(way),
    freeLines,
    endSlot: end.slot,
    cost: way.cost + Math.min(freeLines, MOST_WHITE_COUNTED) * COSTS.whiteLine,
    ...blemishes,
    level: blemishes.shortLegs === 0,
    settings: pourings.map(({ paragraph, setting }) => ({ paragraph: paragraph.paragraph, broken: setting.broken })),
    applied: appliedSteps(pourings),
  };
}

function linesInBin({ pourings, run }: PouredWay): number {
  if (!run.hasBin) return 0;
  const bin = run.capacities.length - 1;
  return pourings.reduce((sum, { startLeg, counts }) => sum + (counts[bin - startLeg] ?? 0), 0);
}

function countWords({ overset }: PlacedLines): number {
  return overset.reduce((words, { line }) => words + lineText(line).split(' ').filter(Boolean).length, 0);
}

function appliedSteps(pourings: readonly Pouring[]): string[] {
  const steps: string[] = [];
  if (pourings.some(({ setting }) => setting.looseness !== 0)) steps.push('looseness');
  if (pourings.some(({ added }) => added > 0)) steps.push('space');
  return steps;
}
