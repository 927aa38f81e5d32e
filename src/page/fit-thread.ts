/*
 * In: one article's thread, prepared slot by slot. Out: its text poured into its legs, fitted by the paper's steps: how
 * deep its pictures are, where white was added, how it is tracked, and what was left out.
 */
import type { FilledThread, FlowParagraph, ParagraphBreaker, SlotFrame } from '../model/flow.js';
import type { Flow } from '../model/make-up.js';
import type { FitStepName, OptionalPart } from '../model/paper.js';
import { type Arrangement, arrangeSlot, type SlotContent } from './arrange-slot.js';
import type { ChosenPicture } from './chosen-picture.js';
import { findBlemishes, weighBlemishes } from './fit-blemishes.js';
import { type FitAttempt, searchFit } from './fit-search.js';
import type { FitSetting } from './fit-setting.js';
import { fitSteps } from './fit-steps.js';
import { correctDepths, type DepthRange, isBeyond } from './picture-depth.js';
import type { QuoteWhite } from './place-insets.js';
import { type Room, styleIn } from './room.js';
import { spaceParagraphs } from './space-paragraphs.js';
import { jumpsAfter, type Thread, type ThreadPlace } from './thread.js';
import { trackStyle } from './track-style.js';

/** One slot's content with the depths that its picture may have. */
export interface PreparedSlot {
  readonly place: ThreadPlace;
  readonly content: Omit<SlotContent, 'pictureLines'>;
  readonly picture: ChosenPicture | undefined;
  readonly range: DepthRange | undefined;
}

/** Prepares all slots of a thread, without the parts that are left out. */
export type PrepareSlots = (dropped: readonly OptionalPart[]) => readonly PreparedSlot[];

/** A thread fitted. */
export interface FittedThread {
  readonly filled: FilledThread;
  readonly flow: Flow;
  readonly prepared: readonly PreparedSlot[];
  readonly arrangements: readonly Arrangement[];
  readonly setting: FitSetting;
}

/** A thread made up with one setting and certain depths of its pictures. */
interface Attempt extends FitAttempt, FittedThread {
  readonly depths: readonly number[];
  readonly slack: Slack;
}

/** What all attempts at one thread share. */
interface Bench {
  readonly thread: Thread;
  readonly room: Room;
  readonly slotsWithout: PrepareSlots;
  flowTracked(tracking: number): Flow;
}

/** Fits a thread: finds the least of the paper's steps that leaves nothing to mend, or else the best there is. */
export function fitThread(thread: Thread, prepare: PrepareSlots, room: Room): FittedThread {
  const bench = openBench(thread, prepare, room);
  const steps = fitSteps(room.issue.paper.fit, thread).filter(
    ({ type }) => type !== 'crop' || bench.slotsWithout([]).some(({ range }) => range !== undefined),
  );
  const best = searchFit<Attempt>(steps, (setting, from) => attemptFit(bench, setting, from?.depths));
  const applied = new Set(appliedSteps(best));
  const inOrder = steps.map(({ type }) => type).filter((type) => applied.delete(type));
  return { ...best, filled: { ...best.filled, applied: inOrder } };
}

function openBench(thread: Thread, prepare: PrepareSlots, room: Room): Bench {
  const slots = new Map<string, readonly PreparedSlot[]>();
  const openFlow = (tracking: number): Flow =>
    room.typesetter.openFlow(thread.story, (part) => trackStyle(styleIn(room.issue.paper, slot, part), tracking));
  // Beside the story as planned only the tracking tried last is kept: a flow holds every word of its story.
  let planned: Flow | undefined;
  let tracked: { readonly tracking: number; readonly flow: Flow } | undefined;
  const { slot } = thread.places[0] as ThreadPlace;
  return {
    thread,
    room,
    slotsWithout: (dropped) => remember(slots, dropped.join(), () => prepare(dropped)),
    flowTracked: (tracking) => {
      if (tracking === 0) {
        planned ??= openFlow(0);
        return planned;
      }
      if (tracked?.tracking !== tracking) tracked = { tracking, flow: openFlow(tracking) };
      return tracked.flow;
    },
  };
}

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** How often the depth of a picture is corrected; each time at least halves what is left to correct. */
const MOST_TRIES = 6;

/** Makes the thread up with a setting: at the depths of its pictures that serve it best. */
function attemptFit(bench: Bench, setting: FitSetting, from: readonly number[] | undefined): Attempt {
  const prepared = bench.slotsWithout(setting.dropped);
  let depths: readonly number[] = from ?? prepared.map(({ range }) => range?.natural ?? 0);
  const tried = new Set<string>();
  let best: Attempt | undefined;
  while (tried.size < MOST_TRIES && !tried.has(depths.join())) {
    tried.add(depths.join());
    const attempt = fillOnce(bench, setting, depths, NO_SLACK);
    if (!best || attempt.verdict.cost < best.verdict.cost) best = attempt;
    depths = correctDepths(prepared, attempt, setting.crop);
  }
  return addSlack(bench, best as Attempt);
}

/**
 * White that is added in one of a story's slots, in grid lines: over the text of its first leg, or of all its legs; over
 * and under its pullquote.
 */
interface Slack {
  /** Index of the slot. */
  readonly slot: number;
  readonly first: number;
  readonly all: number;
  readonly quote: QuoteWhite;
}

const NO_SLACK: Slack = { slot: 0, first: 0, all: 0, quote: { over: 0, under: 0 } };

/** Lines of white that were added in all. */
function linesOfSlack({ first, all, quote }: Slack): number {
  return first + all + quote.over + quote.under;
}

/** What a line of white under the head or about a pullquote costs, in penalty points. */
const SLACK_LINE = 300;

/** Where legs are not level or a line stands alone, a line of white in one of the slots often mends it. */
function addSlack(bench: Bench, best: Attempt): Attempt {
  let mended = best;
  for (const slack of slacksFor(best)) {
    const attempt = fillOnce(bench, best.setting, best.depths, slack);
    if (attempt.verdict.oversetLines === 0 && attempt.verdict.cost < mended.verdict.cost) mended = attempt;
    if (best.verdict.blemishes > 0 && mended.verdict.blemishes === 0) break;
  }
  return mended;
}

/**
 * White about a pullquote is seen less than white under the head, so it is tried first; and it also takes up a line that
 * is free under a story, where white under the head would only move it.
 */
function slacksFor({ verdict, setting, arrangements }: Attempt): Slack[] {
  const { head = 0, pullquote = 0 } = setting.space;
  switch (verdict.wants) {
    case 'nothing':
    case 'less':
      return [];
    case 'more':
      return quoteSlacksUpTo(pullquote, arrangements);
    case 'change':
      return [...quoteSlacksUpTo(pullquote, arrangements), ...slacksUpTo(head, arrangements)];
  }
}

/** As much over a pullquote as under it first, and then a line more on one side. */
function quoteSlacksUpTo(most: number, arrangements: readonly Arrangement[]): Slack[] {
  const sides = Array.from({ length: most }, (_, index) => index + 1).flatMap((lines): QuoteWhite[] => [
    { over: lines, under: lines },
    { over: lines - 1, under: lines },
    { over: lines, under: lines - 1 },
  ]);
  return arrangements
    .flatMap(({ insets }, slot) => (insets.some(({ type }) => type === 'pullquote') ? [slot] : []))
    .reverse()
    .flatMap((slot) => sides.map((quote) => ({ ...NO_SLACK, slot, quote })));
}

/** The slot in which the story ends comes first: most often it is there that legs are not level. */
function slacksUpTo(most: number, arrangements: readonly Arrangement[]): Slack[] {
  return arrangements.flatMap((arrangement, slot) => slotSlacks(most, arrangement, slot)).reverse();
}

/** Only a first leg that starts lower than the second, under a byline, can take white that the others do not. */
function slotSlacks(most: number, { legs }: Arrangement, slot: number): Slack[] {
  const [first, second] = legs;
  const alone = first !== undefined && second !== undefined && first.first > second.first;
  const slacks: Slack[] = [];
  for (let lines = most; lines >= 1; lines--) {
    if (alone) slacks.push({ ...NO_SLACK, slot, first: lines, all: lines });
    slacks.push({ ...NO_SLACK, slot, all: lines });
    if (alone) slacks.push({ ...NO_SLACK, slot, first: lines });
  }
  return slacks;
}

/** Arranges every slot and pours the story once. */
function fillOnce(bench: Bench, setting: FitSetting, depths: readonly number[], slack: Slack): Attempt {
  const { thread, room } = bench;
  const prepared = bench.slotsWithout(setting.dropped);
  const flow = bench.flowTracked(setting.tracking);
  const arrangements = prepared.map(({ place, content }, index) => {
    const pictureLines = depths[index] as number;
    if (index !== slack.slot) return arrangeSlot(place, { ...content, pictureLines }, room);
    return withSlack(arrangeSlot(place, { ...content, pictureLines, quoteWhite: slack.quote }, room), slack);
  });
  const frames = arrangements.map((arrangement, index): SlotFrame => {
    const { slot } = (prepared[index] as PreparedSlot).place;
    return { legs: arrangement.legs, ...slot.jump, jumpsOn: jumpsAfter(thread, index) };
  });
  const filled = room.typesetter.fillThread(paragraphsFor(flow, setting), frames, breakerFor(flow, setting));
  const cost = filled.cost + WHITE_LINE * filled.freeLines + SLACK_LINE * linesOfSlack(slack);
  const verdict = weighBlemishes(findBlemishes(filled), cost);
  return { setting, depths, slack, prepared, arrangements, flow, filled, verdict };
}

/** Beside what filling itself counts: white under a story is what a deeper picture could have taken. */
const WHITE_LINE = 600;

/** Moves the text under a head down by the white that is added there. */
function withSlack(arrangement: Arrangement, slack: Slack): Arrangement {
  const legs = arrangement.legs.map((leg, index) => ({
    ...leg,
    first: leg.first + slack.all + (index === 0 ? slack.first : 0),
  }));
  return { ...arrangement, legs };
}

function paragraphsFor(flow: Flow, { space }: FitSetting): readonly FlowParagraph[] {
  return spaceParagraphs(flow.paragraphs, (paragraph) => flow.parts[paragraph]?.part, space);
}

/** Only a setting with looseness lets paragraphs run shorter or longer than their best. */
function breakerFor({ breakParagraph }: Flow, { looseness }: FitSetting): ParagraphBreaker {
  if (looseness > 0) return breakParagraph;
  return (paragraph, measures, wanted) => (wanted === 0 ? breakParagraph(paragraph, measures, 0) : undefined);
}

/** What was really used of the setting that a story was made up with. */
function appliedSteps({ filled, setting, slack, prepared, depths }: Attempt): FitStepName[] {
  const steps: FitStepName[] = [];
  if (filled.applied.includes('looseness')) steps.push('looseness');
  if (filled.applied.includes('space') || linesOfSlack(slack) > 0) steps.push('space');
  if (setting.tracking !== 0) steps.push('tracking');
  if (prepared.some(({ range }, index) => isBeyond(range, depths[index] as number))) steps.push('crop');
  if (setting.dropped.length > 0) steps.push('drop');
  return steps;
}
