/*
 * In: a story and a place. Out: the parts of its head set to the place's measure, and its picture with its caption.
 */
import type { Origin } from '../diagnostics/diagnostic.js';
import type { PictureNote } from '../model/issue.js';
import type { PictureSource } from '../model/picture.js';
import type { Story } from '../model/story.js';
import type { PartName } from '../model/style.js';
import type { Pt } from '../units/length.js';
import { headMeasure, pictureMeasure, type SetCaption } from './arrange-slot.js';
import { type Place, type Room, styleIn } from './room.js';
import type { SetPart } from './stack-head.js';
import { pageWording } from './wording.js';

/** A picture that has a place, with its caption set. */
export interface ChosenPicture {
  readonly source: PictureSource;
  readonly note: PictureNote;
  readonly caption: SetCaption;
  /** Width ÷ height of the whole picture. */
  readonly aspect: number;
}

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
  const note = story.source.pictures[index];
  if (!note || !takesPicture(place)) return undefined;
  const origin = story.source.origins.get(`pictures.${index}.file`) ?? note.origin;
  const source = room.typesetter.inspectPicture(note.file, origin);
  if (!source) return undefined;
  const caption = styleIn(room.issue.paper, place.slot, 'caption');
  const credit = styleIn(room.issue.paper, place.slot, 'credit');
  const measure = pictureMeasure(place) - narrower;
  const lines =
    place.slot.shape === 'pictureBesideText'
      ? []
      : room.typesetter.setCaption(story, index, { caption, credit }, measure);
  return {
    source,
    note,
    caption: { lines, style: caption, origin: note.origin },
    aspect: source.widthPx / source.heightPx,
  };
}
