/*
 * In: a slot, its set head, and how deep its picture is to be. Out: where head, picture, caption and legs lie. Pure
 * geometry: nothing is set or poured here, so that make-up can try several depths.
 */

import type { PlacedLine } from '../model/edition.js';
import type { LegFrame } from '../model/flow.js';
import type { Slot } from '../model/template.js';
import type { Pt } from '../units/length.js';
import type { Rect } from '../units/rect.js';
import type { SetCaption } from './chosen-picture.js';
import { layPicture } from './lay-picture.js';
import { legGeometry } from './leg-geometry.js';
import { type Inset, type PlacedInset, placeInsets, type QuoteWhite } from './place-insets.js';
import { capTop, type Place, type Room } from './room.js';
import { type SetPart, type StackedHead, stackHead } from './stack-head.js';

/** What a slot is given to arrange. */
export interface SlotContent {
  readonly article: string;
  /** Kicker, headline, deck. */
  readonly head: readonly SetPart[];
  /** Byline and role: under the head where there are one or two legs, else at the top of the first leg. */
  readonly byline: readonly SetPart[];
  readonly caption?: SetCaption;
  /** Depth of the picture in grid lines; 0 = none. */
  readonly pictureLines: number;
  /** Grid lines kept free at the slot's foot over its whole width (a refer's page line). */
  readonly footLines: number;
  /** Whether the last line of the last leg is for a jump line. */
  readonly jumpsOn: boolean;
  /** What stands among the legs, so that text runs round it. */
  readonly insets: readonly Inset[];
  /** White added about the pullquote among the legs. */
  readonly quoteWhite?: QuoteWhite;
}

export interface Arrangement {
  readonly head: readonly PlacedLine[];
  readonly captions: readonly PlacedLine[];
  readonly picture?: Rect;
  readonly legs: readonly LegFrame[];
  /** Second pictures and pullquotes; those that found room. */
  readonly insets: readonly PlacedInset[];
}

/** Head, picture and legs, before anything is put among the legs. */
type Frame = Omit<Arrangement, 'insets'>;

/** Width of the head: the whole slot, or its first legs where text stands beside it. */
export function headMeasure(place: Place): Pt {
  const { measure, box } = legGeometry(place);
  const { slot, geometry } = place;
  if (slot.shape === 'headBesideLegs') return slot.headLegs * measure + (slot.headLegs - 1) * geometry.gutter;
  if (slot.shape === 'pictureBesideText') return box.width - besidePictureWidth(place);
  return box.width;
}

/** Width of the picture: as many legs as the slot's plan says. */
export function pictureMeasure(place: Place): Pt {
  const { measure, box } = legGeometry(place);
  const { slot, geometry } = place;
  if (slot.shape === 'pictureBesideText') return besidePictureWidth(place) - geometry.gutter * BESIDE_GAP;
  const legs = pictureLegs(slot);
  return legs === slot.legs ? box.width : legs * measure + (legs - 1) * geometry.gutter;
}

const BESIDE_GAP = 0.8;

/** A refer's picture is about square: as wide as its slot is deep, the gap beside it included. */
function besidePictureWidth(place: Place): Pt {
  const { slot, geometry } = place;
  if (!slot.picture) return 0;
  const depth = (slot.lines.to - slot.lines.from + 1) * geometry.leading;
  return Math.min(depth, geometry.box(slot.columns, slot.lines).width * 0.42);
}

function pictureLegs(slot: Slot): number {
  if (slot.shape === 'headBesideLegs') return slot.headLegs;
  if (slot.shape === 'headOverLegs' && slot.picture) return Math.min(slot.picture.legs, slot.legs);
  return slot.legs;
}

/** Arranges a slot's parts by its shape, then what stands among its legs. */
export function arrangeSlot(place: Place, content: SlotContent, room: Room): Arrangement {
  const frame = arrangeFrame(place, content, room);
  if (content.insets.length === 0) return { ...frame, insets: [] };
  return { ...frame, ...placeInsets(place, content, frame.legs, room) };
}

function arrangeFrame(place: Place, content: SlotContent, room: Room): Frame {
  switch (place.slot.shape) {
    case 'headOverLegs':
    case 'pictureUnderHead':
      return arrangeUnderHead(place, content, room);
    case 'pictureOverHead':
    case 'pictureStory':
      return arrangeUnderPicture(place, content, room);
    case 'headBesideLegs':
      return arrangeBesideHead(place, content, room);
    case 'pictureBesideText':
      return arrangeBesidePicture(place, content, room);
  }
}

/** Head right across; the picture over some or all legs; text under both. */
function arrangeUnderHead(place: Place, content: SlotContent, room: Room): Frame {
  const head = stackAcross(place, content, place.slot.lines.from, room);
  const picture = placePicture(place, content, head.nextLine, room);
  const legs = makeLegs(place, head.nextLine, content.footLines).map((leg, index) =>
    picture?.covers(index) ? { ...leg, first: picture.nextLine } : leg,
  );
  return withByline(place, content, { head, picture, legs }, room);
}

/** Picture right across at the top, then the head, then the legs. */
function arrangeUnderPicture(place: Place, content: SlotContent, room: Room): Frame {
  const picture = placePicture(place, content, place.slot.lines.from, room);
  const head = stackAcross(place, content, picture ? picture.nextLine : place.slot.lines.from, room);
  return withByline(place, content, { head, picture, legs: makeLegs(place, head.nextLine, content.footLines) }, room);
}

/** With three legs or more a byline across them all would cost each a line: it heads the first leg. */
function bylineInLeg(place: Place): boolean {
  return place.slot.legs >= 3;
}

/** Stacks the head over all legs, the byline with it unless that heads the first leg. */
function stackAcross(place: Place, content: SlotContent, topLine: number, room: Room): StackedHead {
  const parts = bylineInLeg(place) ? content.head : [...content.head, ...content.byline];
  return stackHead(parts, content.article, legGeometry(place).box.x, topLine, place.geometry, room);
}

interface Stacked {
  readonly head: StackedHead;
  readonly picture: PlacedPictureBlock | undefined;
  readonly legs: readonly LegFrame[];
}

/** Puts the byline over the first leg where it belongs there, and all together. */
function withByline(place: Place, content: SlotContent, { head, picture, legs }: Stacked, room: Room): Frame {
  const [first, ...others] = legs as readonly [LegFrame, ...LegFrame[]];
  const byline = bylineInLeg(place)
    ? stackHead(content.byline, content.article, first.x, first.first, place.geometry, room)
    : { lines: [], nextLine: first.first };
  return {
    head: [...head.lines, ...byline.lines],
    captions: picture?.captions ?? [],
    ...(picture ? { picture: picture.box } : {}),
    legs: [{ ...first, first: byline.nextLine }, ...others],
  };
}

/** Head in the first legs, text in the others from the slot's top. */
function arrangeBesideHead(place: Place, content: SlotContent, room: Room): Frame {
  const { slot, geometry } = place;
  const { box } = legGeometry(place);
  const parts = [...content.head, ...content.byline];
  const head = stackHead(parts, content.article, box.x, slot.lines.from, geometry, room);
  const picture = placePicture(place, content, head.nextLine + 1, room);
  return {
    head: head.lines,
    captions: picture?.captions ?? [],
    ...(picture ? { picture: picture.box } : {}),
    legs: makeLegs(place, slot.lines.from, content.footLines).slice(slot.headLegs),
  };
}

/** A small picture at the start, as deep as the slot, and the head beside it. */
function arrangeBesidePicture(place: Place, content: SlotContent, room: Room): Frame {
  const { slot, geometry } = place;
  const { box } = legGeometry(place);
  const offset = content.pictureLines > 0 ? besidePictureWidth(place) : 0;
  const head = stackHead(content.head, content.article, box.x + offset, slot.lines.from, geometry, room);
  if (offset === 0) return { head: head.lines, captions: [], legs: [] };
  const top = capTop(room, geometry, slot.lines.from);
  const picture = { x: box.x, y: top, width: pictureMeasure(place), height: geometry.baseline(slot.lines.to) - top };
  return { head: head.lines, captions: [], picture, legs: [] };
}

function makeLegs(place: Place, first: number, footLines: number): LegFrame[] {
  const { measure, legX } = legGeometry(place);
  const last = place.slot.lines.to - footLines;
  return Array.from({ length: place.slot.legs }, (_, index) => ({ x: legX(index), measure, first, last }));
}

interface PlacedPictureBlock {
  readonly box: Rect;
  readonly captions: readonly PlacedLine[];
  /** First grid line free under picture and caption. */
  readonly nextLine: number;
  covers(leg: number): boolean;
}

function placePicture(place: Place, content: SlotContent, topLine: number, room: Room): PlacedPictureBlock | undefined {
  if (content.pictureLines <= 0) return undefined;
  const { slot, geometry } = place;
  const { legX } = legGeometry(place);
  const legs = pictureLegs(slot);
  const from = slot.shape === 'headOverLegs' && slot.picture?.at === 'end' ? slot.legs - legs : 0;
  const spot = { x: legX(from), width: pictureMeasure(place), firstLine: topLine, depth: content.pictureLines };
  const { caption, article } = content;
  const { box, captions, lastLine } = layPicture(spot, caption, article, geometry, room);
  return {
    box,
    captions,
    nextLine: lastLine + 1 + Math.max(1, Math.round(caption?.style.below ?? 1)),
    covers: (leg) => leg >= from && leg < from + legs,
  };
}
