/*
 * In: one article's thread. Out: its head, picture, legs and jump lines in place on every page it runs through. The
 * depth of the picture in the slot where the story ends is chosen so that the text fills the slot.
 */
import type { Jump, PlacedLine, PlacedStory } from '../model/edition.js';
import type { FilledLeg, FilledThread, SlotFrame } from '../model/flow.js';
import type { Flow } from '../model/make-up.js';
import { type Arrangement, arrangeSlot, type SlotContent } from './arrange-slot.js';
import { type DepthRange, depthRange } from './picture-depth.js';
import { placeLeg } from './place-leg.js';
import { placePicture } from './place-picture.js';
import { type Room, styleIn } from './room.js';
import { type ChosenPicture, choosePicture, setHeadParts, setJumpHead } from './slot-parts.js';
import type { SetPart } from './stack-head.js';
import type { Thread, ThreadPlace } from './thread.js';
import { pageWording } from './wording.js';

/** A thread made up: what stands in each of its slots, and how well it went. */
export interface MadeUpThread {
  readonly thread: Thread;
  readonly filled: FilledThread;
  readonly flow: Flow;
  readonly arrangements: readonly Arrangement[];
  readonly pictures: readonly (ChosenPicture | undefined)[];
  readonly stories: readonly PlacedStory[];
  readonly jumps: readonly Jump[];
}

/** One slot's content with the depths that its picture may have. */
interface Prepared {
  readonly place: ThreadPlace;
  readonly content: Omit<SlotContent, 'pictureLines'>;
  readonly picture: ChosenPicture | undefined;
  readonly range: DepthRange | undefined;
}

interface Attempt {
  readonly depths: readonly number[];
  readonly arrangements: readonly Arrangement[];
  readonly filled: FilledThread;
}

/** Makes up one article over all its slots. */
export function makeUpThread(thread: Thread, room: Room): MadeUpThread {
  const prepared = thread.places.map((place, index) => prepareSlot(thread, place, index, room));
  const first = thread.places[0] as ThreadPlace;
  const flow = room.typesetter.openFlow(thread.story, (part) => styleIn(room.issue.paper, first.slot, part));
  const best = fillBest(thread, prepared, flow, room);
  return {
    thread,
    filled: best.filled,
    flow,
    arrangements: best.arrangements,
    pictures: prepared.map(({ picture }) => picture),
    stories: prepared.map((slot, index) => placeStory(thread, slot, index, best, flow, room)),
    jumps: jumpsOf(thread, best.filled, room),
  };
}

function prepareSlot(thread: Thread, place: ThreadPlace, index: number, room: Room): Prepared {
  const { story } = thread;
  const previous = thread.places[index - 1];
  const picture = choosePicture(story, place.picture, place, 0, room);
  const range = picture ? depthRange(place, picture.aspect) : undefined;
  const head = headOf(thread, place, previous, room);
  const byline = previous ? [] : setHeadParts(story, ['byline', 'role'], place, room);
  const caption = picture ? { caption: picture.caption } : {};
  return { place, picture, range, content: { article: story.source.id, head, byline, footLines: 0, ...caption } };
}

function headOf(thread: Thread, place: ThreadPlace, previous: ThreadPlace | undefined, room: Room): SetPart[] {
  if (!previous) return setHeadParts(thread.story, ['kicker', 'headline', 'deck'], place, room);
  if (previous.page === place.page) return [];
  return setJumpHead(thread.story, previous.page.label, place, place.origin, room);
}

/** How often the picture's depth is corrected; each time at least halves what is left to correct. */
const MOST_TRIES = 6;

function fillBest(thread: Thread, prepared: readonly Prepared[], flow: Flow, room: Room): Attempt {
  let depths = prepared.map(({ range }) => range?.natural ?? 0);
  const tried = new Set<string>();
  let best: Attempt | undefined;
  for (let tries = 0; tries < MOST_TRIES && !tried.has(depths.join()); tries++) {
    tried.add(depths.join());
    const attempt = fillOnce(thread, prepared, depths, flow, room);
    if (!best || faults(attempt.filled) < faults(best.filled)) best = attempt;
    depths = correctDepths(prepared, attempt);
  }
  return trySlack(thread, prepared, best as Attempt, flow, room);
}

/** White that may be added over the text of the slot where a story ends: over its first leg, or over all legs. */
interface Slack {
  readonly first: number;
  readonly all: number;
}

const NO_SLACK: Slack = { first: 0, all: 0 };
const SLACKS: readonly Slack[] = [
  { first: 1, all: 0 },
  { first: 0, all: 1 },
  { first: 1, all: 1 },
];

/** Where legs are not level or a line stands alone, a line of white between head and text often mends it. */
function trySlack(thread: Thread, prepared: readonly Prepared[], best: Attempt, flow: Flow, room: Room): Attempt {
  if (!isBlemished(best.filled)) return best;
  let mended = best;
  for (const slack of SLACKS) {
    const attempt = fillOnce(thread, prepared, best.depths, flow, room, slack);
    const cost = faults(attempt.filled) + (slack.first + slack.all) * SLACK_LINE;
    if (attempt.filled.oversetLines === 0 && cost < faults(mended.filled)) mended = attempt;
  }
  return mended;
}

const SLACK_LINE = 300;

function isBlemished(filled: FilledThread): boolean {
  if (filled.oversetLines > 0) return false;
  return !filled.level || filled.widows + filled.orphans + filled.strandedHeads > 0;
}

function addSlack(arrangement: Arrangement, slack: Slack): Arrangement {
  const legs = arrangement.legs.map((leg, index) => ({
    ...leg,
    first: leg.first + slack.all + (index === 0 ? slack.first : 0),
  }));
  return { ...arrangement, legs };
}

function faults(filled: FilledThread): number {
  return filled.cost + WHITE_LINE * filled.freeLines;
}

/** Beside what filling itself counts: white under a story is what a deeper picture could have taken. */
const WHITE_LINE = 600;

function fillOnce(
  thread: Thread,
  prepared: readonly Prepared[],
  depths: readonly number[],
  flow: Flow,
  room: Room,
  slack: Slack = NO_SLACK,
): Attempt {
  const last = prepared.length - 1;
  const arrangements = prepared.map(({ place, content }, index) => {
    const arrangement = arrangeSlot(place, { ...content, pictureLines: depths[index] as number }, room);
    return index === last ? addSlack(arrangement, slack) : arrangement;
  });
  const frames = arrangements.map((arrangement, index): SlotFrame => {
    const { slot } = (prepared[index] as Prepared).place;
    return { legs: arrangement.legs, breakAt: slot.jump.breakAt, jumpsOn: jumpsAfter(thread, index) };
  });
  return { depths, arrangements, filled: room.typesetter.fillThread(flow.paragraphs, frames, flow.breakParagraph) };
}

/** Whether the way on from a thread's slot leads to another page. */
function jumpsAfter(thread: Thread, index: number): boolean {
  const next = thread.places[index + 1];
  return next !== undefined && next.page !== thread.places[index]?.page;
}

/** Makes the picture deeper where text falls short of the foot, shallower where it does not fit. */
function correctDepths(prepared: readonly Prepared[], attempt: Attempt): number[] {
  const { filled, depths, arrangements } = attempt;
  const end = filled.endSlot;
  const { range, place } = prepared[end] as Prepared;
  const depth = depths[end] as number;
  if (!range || depth === 0) return [...depths];
  const legs = (arrangements[end] as Arrangement).legs.length;
  const covered = place.slot.shape === 'headOverLegs' ? Math.min(place.slot.picture?.legs ?? legs, legs) : legs;
  let change = 0;
  if (filled.oversetLines > 0) change = -Math.max(1, Math.ceil(filled.oversetLines / covered));
  else if (filled.freeLines > 0) change = Math.max(1, Math.floor((filled.freeLines * legs) / covered));
  else if (!filled.level) change = 1;
  const corrected = Math.min(range.max, Math.max(range.min, depth + change));
  return depths.map((other, index) => (index === end ? corrected : other));
}

/** Puts head, picture, legs and jump line of one slot in place. */
function placeStory(thread: Thread, slot: Prepared, index: number, best: Attempt, flow: Flow, room: Room): PlacedStory {
  const { place, picture } = slot;
  const arrangement = best.arrangements[index] as Arrangement;
  const legs = best.filled.slots[index] ?? [];
  const jumps = jumpsAfter(thread, index) && best.filled.endSlot > index;
  return {
    slot: place.slot.name,
    box: place.geometry.box(place.slot.columns, place.slot.lines),
    kind: index === 0 ? 'article' : 'continue',
    article: thread.story.source.id,
    head: arrangement.head,
    legs: legs.map((leg) => placeLeg(leg, thread.story.source.id, flow, place.geometry)),
    pictures:
      picture && arrangement.picture ? [placePicture(picture, arrangement.picture, thread.story.source.id, room)] : [],
    captions: arrangement.captions,
    tail: jumps ? jumpLine(thread, index, legs, room) : [],
  };
}

/** The jump line stands alone on the last grid line of the slot's last leg. */
function jumpLine(thread: Thread, index: number, legs: readonly FilledLeg[], room: Room): PlacedLine[] {
  const place = thread.places[index] as ThreadPlace;
  const next = thread.places[index + 1] as ThreadPlace;
  const frame = legs.at(-1)?.frame;
  if (!frame) return [];
  const style = styleIn(room.issue.paper, place.slot, 'jumpTo');
  const article = thread.story.source.id;
  return room.typesetter
    .setText(pageWording(style, next.page.label), 'jumpTo', style, frame.measure, next.origin)
    .map((line) => ({
      line,
      x: frame.x,
      baseline: place.geometry.baseline(frame.last),
      part: 'jumpTo',
      style: style.name,
      article,
      paragraph: -1,
      origin: next.origin,
      target: { page: next.page.label, article },
    }));
}

function jumpsOf(thread: Thread, filled: FilledThread, room: Room): Jump[] {
  const jumps: Jump[] = [];
  for (let index = 0; index < filled.endSlot; index++) {
    if (!jumpsAfter(thread, index)) continue;
    const from = thread.places[index] as ThreadPlace;
    const to = thread.places[index + 1] as ThreadPlace;
    jumps.push({
      article: thread.story.source.id,
      from: { page: from.page.label, slot: from.slot.name },
      to: { page: to.page.label, slot: to.slot.name },
      text: pageWording(styleIn(room.issue.paper, from.slot, 'jumpTo'), to.page.label),
      fromText: pageWording(styleIn(room.issue.paper, to.slot, 'jumpFrom'), from.page.label),
    });
  }
  return jumps;
}
