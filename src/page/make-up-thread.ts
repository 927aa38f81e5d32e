/*
 * In: one article's thread. Out: its head, picture, legs and jump lines in place on every page it runs through, fitted
 * by the paper's steps.
 */
import type { Jump, PlacedLine, PlacedStory } from '../model/edition.js';
import type { FilledLeg, FilledThread } from '../model/flow.js';
import type { Flow } from '../model/make-up.js';
import type { OptionalPart } from '../model/paper.js';
import type { PartName } from '../model/style.js';
import type { Arrangement } from './arrange-slot.js';
import type { ChosenPicture } from './chosen-picture.js';
import type { FitSetting } from './fit-setting.js';
import { type FittedThread, fitThread, type PreparedSlot } from './fit-thread.js';
import { depthRange } from './picture-depth.js';
import { placeLeg } from './place-leg.js';
import { placePicture } from './place-picture.js';
import { type Room, styleIn } from './room.js';
import { choosePicture, setHeadParts, setInsets, setJumpHead } from './slot-parts.js';
import type { SetPart } from './stack-head.js';
import { jumpsAfter, type Thread, type ThreadPlace } from './thread.js';
import { pageWording } from './wording.js';

/** A thread made up: what stands in each of its slots, and how well it went. */
export interface MadeUpThread {
  readonly thread: Thread;
  readonly filled: FilledThread;
  readonly flow: Flow;
  /** What was done to make it fit. */
  readonly setting: FitSetting;
  readonly pictures: readonly (ChosenPicture | undefined)[];
  readonly stories: readonly PlacedStory[];
  readonly jumps: readonly Jump[];
}

/** Makes up one article over all its slots. */
export function makeUpThread(thread: Thread, room: Room): MadeUpThread {
  const prepare = (dropped: readonly OptionalPart[]) =>
    thread.places.map((place, index) => prepareSlot(thread, place, index, dropped, room));
  const fitted = fitThread(thread, prepare, room);
  return {
    thread,
    filled: fitted.filled,
    flow: fitted.flow,
    setting: fitted.setting,
    pictures: fitted.prepared.map(({ picture }) => picture),
    stories: fitted.prepared.map((slot, index) => placeStory(thread, slot, index, fitted, room)),
    jumps: jumpsOf(thread, fitted.filled, room),
  };
}

function prepareSlot(
  thread: Thread,
  place: ThreadPlace,
  index: number,
  dropped: readonly OptionalPart[],
  room: Room,
): PreparedSlot {
  const { story } = thread;
  const previous = thread.places[index - 1];
  const picture = choosePicture(story, place.picture, place, 0, room);
  const range = picture ? depthRange(place, picture.aspect) : undefined;
  const head = headOf(thread, place, previous, dropped, room);
  const byline = previous ? [] : setHeadParts(story, ['byline', 'role'], place, room);
  const caption = picture ? { caption: picture.caption } : {};
  const insets = setInsets(story, place, pullquoteFor(thread, index, dropped), room);
  const jumpsOn = jumpsAfter(thread, index);
  const content = { article: story.source.id, head, byline, footLines: 0, jumpsOn, insets, ...caption };
  return { place, picture, range, content };
}

/** Pullquotes go to the slots that have a place for one, in order. */
function pullquoteFor(thread: Thread, index: number, dropped: readonly OptionalPart[]): number | undefined {
  if (dropped.includes('pullquote')) return undefined;
  return thread.places.slice(0, index).filter(({ slot }) => slot.pullquote).length;
}

const HEAD_PARTS: readonly PartName[] = ['kicker', 'headline', 'deck'];

function headOf(
  thread: Thread,
  place: ThreadPlace,
  previous: ThreadPlace | undefined,
  dropped: readonly PartName[],
  room: Room,
): SetPart[] {
  const kept = HEAD_PARTS.filter((part) => !dropped.includes(part));
  if (!previous) return setHeadParts(thread.story, kept, place, room);
  if (previous.page === place.page) return [];
  return setJumpHead(thread.story, previous.page.label, place, place.origin, room);
}

/** Puts head, picture, legs and jump line of one slot in place. */
function placeStory(thread: Thread, slot: PreparedSlot, index: number, fitted: FittedThread, room: Room): PlacedStory {
  const { place, picture } = slot;
  const arrangement = fitted.arrangements[index] as Arrangement;
  const legs = fitted.filled.slots[index] ?? [];
  const jumps = jumpsAfter(thread, index) && fitted.filled.endSlot > index;
  return {
    slot: place.slot.name,
    box: place.geometry.box(place.slot.columns, place.slot.lines),
    kind: index === 0 ? 'article' : 'continue',
    article: thread.story.source.id,
    head: arrangement.head,
    legs: legs.map((leg) => placeLeg(leg, thread.story.source.id, fitted.flow, place.geometry)),
    pictures: picturesOf(arrangement, picture).map((one) =>
      placePicture(one.picture, one.box, thread.story.source.id, room),
    ),
    captions: [...arrangement.captions, ...insetCaptions(arrangement)],
    pullquotes: arrangement.insets.flatMap((inset) => (inset.type === 'pullquote' ? [inset.pullquote] : [])),
    tail: jumps ? jumpLine(thread, index, legs, room) : [],
  };
}

/** The main picture, then those among the legs. */
function picturesOf({ picture: box, insets }: Arrangement, main: ChosenPicture | undefined) {
  const others = insets.flatMap((inset) => (inset.type === 'picture' ? [inset] : []));
  return main && box ? [{ picture: main, box }, ...others] : others;
}

function insetCaptions({ insets }: Arrangement): readonly PlacedLine[] {
  return insets.flatMap((inset) => (inset.type === 'picture' ? inset.captions : []));
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
