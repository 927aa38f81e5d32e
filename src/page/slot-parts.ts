/*
 * In: a story and a place. Out: the parts of its head set to the place's measure, and its picture with its caption.
 */
import type { Origin } from '../diagnostics/diagnostic.js';
import type { Line } from '../model/line.js';
import { aspectOf } from '../model/picture.js';
import type { Story } from '../model/story.js';
import type { PartName } from '../model/style.js';
import type { RunaroundPlan } from '../model/template.js';
import type { Pt } from '../units/length.js';
import { headMeasure, pictureMeasure } from './arrange-slot.js';
import type { ChosenPicture } from './chosen-picture.js';
import { type Inset, insetSpan } from './place-insets.js';
import { type Place, type Room, styleIn } from './room.js';
import type { SetPart } from './stack-head.js';
import type { ThreadPlace } from './thread.js';
import { pageWording } from './wording.js';

/** Sets the named parts of a story's head; a part that the story lacks has no lines. Reports a word wider than the head. */
export function setHeadParts(
  story: Story,
  names: readonly PartName[],
  place: Place,
  room: Room,
  measure: Pt = headMeasure(place),
): SetPart[] {
  return names.map((part) => {
    const style = styleIn(room.issue.paper, place.slot, part);
    const origin = story.source.origins.get(part) ?? story.source.origin;
    const lines = room.typesetter.setPart(story, part, style, measure);
    for (const line of lines) {
      if (line.width > line.measure + 0.5) reportWideHead(part, story, place, origin, room);
    }
    return { part, style, lines, origin };
  });
}

function reportWideHead(part: PartName, story: Story, place: Place, origin: Origin, room: Room): void {
  room.report({
    code: 'head-too-wide',
    severity: 'error',
    origin,
    message: `the ${part} of "${story.source.id}" has a word that is wider than slot "${place.slot.name}"`,
    hint: 'use a shorter word, a smaller headline style or a wider slot',
    page: place.page.label,
    slot: place.slot.name,
  });
}

/** The "from" line over resumed text, and the jump head under it. */
export function setJumpHead(story: Story, fromPage: string, place: Place, origin: Origin, room: Room): SetPart[] {
  const style = styleIn(room.issue.paper, place.slot, 'jumpFrom');
  const lines = room.typesetter.setText(pageWording(style, fromPage), 'jumpFrom', style, headMeasure(place), origin);
  return [{ part: 'jumpFrom', style, lines, origin }, ...setHeadParts(story, ['jumpHead'], place, room)];
}

/** Whether the slot has room for a picture. */
function takesPicture(place: Place): boolean {
  const { shape, picture } = place.slot;
  if (shape === 'headOverLegs' || shape === 'headBesideLegs' || shape === 'pictureBesideText')
    return picture !== undefined;
  return true;
}

/** Looks at the article's picture with this index and sets its caption, `narrower` points narrower than the picture. */
export function choosePicture(
  story: Story,
  index: number,
  place: Place,
  narrower: number,
  room: Room,
): ChosenPicture | undefined {
  if (!takesPicture(place)) return undefined;
  return lookAtPicture(story, index, place, pictureMeasure(place) - narrower, room);
}

/** Looks at a picture and sets its caption to a measure. Undefined where the article has none, or it cannot be used. */
function lookAtPicture(story: Story, index: number, place: Place, measure: Pt, room: Room): ChosenPicture | undefined {
  const note = story.source.pictures[index];
  const origin = story.source.origins.get(`pictures.${index}.file`) ?? note?.origin;
  const source = note && origin && room.typesetter.inspectPicture(note.file, origin);
  if (!note || !source) return undefined;
  const caption = styleIn(room.issue.paper, place.slot, 'caption');
  const credit = styleIn(room.issue.paper, place.slot, 'credit');
  const lines =
    place.slot.shape === 'pictureBesideText'
      ? []
      : room.typesetter.setCaption(story, index, { caption, credit }, measure);
  return {
    source,
    note,
    caption: { lines, style: caption, origin: note.origin },
    aspect: aspectOf(source),
  };
}

/** The depth of a picture among the legs, in grid lines: as little cropped as its plan allows. */
function insetDepth(plan: RunaroundPlan, picture: ChosenPicture, width: Pt, leading: Pt): number {
  const uncropped = Math.round(width / picture.aspect / leading);
  return Math.min(plan.lines.max, Math.max(plan.lines.min, uncropped));
}

/**
 * What stands among the legs of a slot: the picture after the main one, and the pullquote with this index in its
 * article, each where the slot has a plan for it and the article has one.
 */
export function setInsets(
  story: Story,
  place: ThreadPlace,
  pullquote: number | undefined,
  room: Room,
): readonly Inset[] {
  const picture = setRunaround(story, place, room);
  const quote = pullquote === undefined ? undefined : setPullquote(story, pullquote, place, room);
  return [picture, quote].filter((inset) => inset !== undefined);
}

/** Index of the picture that stands among the legs: the one after the main one, where the slot has a place for that. */
export function runaroundPicture(place: ThreadPlace): number {
  return place.picture + (takesPicture(place) ? 1 : 0);
}

function setRunaround(story: Story, place: ThreadPlace, room: Room): Inset | undefined {
  const plan = place.slot.runaround;
  if (!plan) return undefined;
  const { width } = insetSpan(plan, place);
  const picture = lookAtPicture(story, runaroundPicture(place), place, width, room);
  if (!picture) return undefined;
  return { type: 'picture', plan, picture, depth: insetDepth(plan, picture, width, place.geometry.leading) };
}

function setPullquote(story: Story, index: number, place: Place, room: Room): Inset | undefined {
  const plan = place.slot.pullquote;
  const words = story.pullquotes[index];
  if (!plan || !words) return undefined;
  const { width } = insetSpan(plan, place);
  const set = (part: 'pullquote' | 'pullquoteBy', measure: Pt): SetPart => {
    const style = styleIn(room.issue.paper, place.slot, part);
    const lines = room.typesetter.setPullquote(story, index, part, style, measure);
    for (const line of lines) {
      if (line.width > line.measure + 0.5) reportWideHead(part, story, place, words.origin, room);
    }
    return { part, style, lines, origin: words.origin };
  };
  const style = styleIn(room.issue.paper, place.slot, 'pullquote');
  const hang = hangOf(room.typesetter.setPullquote(story, index, 'pullquote', style, width)[0]);
  return { type: 'pullquote', plan, quote: set('pullquote', width - hang), by: set('pullquoteBy', width - hang), hang };
}

const OPENING_MARK = /^[“‘"'«„‚‹]/u;

/** Width of the quotation mark that a line set flush at its start begins with. */
function hangOf(line: Line | undefined): Pt {
  const piece = line?.pieces[0];
  if (piece?.x !== 0 || !OPENING_MARK.test(piece.shaped.text)) return 0;
  return ((piece.shaped.advances[0] as number) / 1000) * piece.style.size;
}
