import type { PlacedStory } from '../model/edition.js';
import type { PictureNote } from '../model/issue.js';
import { aspectOf } from '../model/picture.js';
import { formatLength } from '../units/length.js';
import { placePicture } from './place-picture.js';
import type { Room } from './room.js';
import type { ThreadPlace } from './thread.js';

/** An advertisement may differ from its slot by this much, in points: one millimetre. */
const AD_TOLERANCE = 72 / 25.4;

/** Places an advertisement, whose shape must be that of its slot. Undefined, and reported, where it is not. */
export function makeUpAd(file: string, place: ThreadPlace, room: Room): PlacedStory | undefined {
  const { slot, geometry, origin } = place;
  const source = room.typesetter.inspectPicture(file, origin);
  if (!source) return undefined;
  const box = geometry.box(slot.columns, slot.lines);
  const height = box.width / aspectOf(source);
  if (Math.abs(height - box.height) > AD_TOLERANCE) {
    room.report({
      code: 'bad-ad',
      severity: 'error',
      origin,
      message: `advertisement "${file}" is ${formatLength(box.width, 'mm')} × ${formatLength(height, 'mm')}, its slot ${formatLength(box.width, 'mm')} × ${formatLength(box.height, 'mm')}`,
      hint: 'ask for the advertisement in the size of the slot, or give it another slot',
      page: place.page.label,
      slot: slot.name,
    });
    return undefined;
  }
  const note: PictureNote = { file, alt: 'Advertisement', focus: [0.5, 0.5], origin };
  return {
    slot: slot.name,
    box,
    kind: 'ad',
    article: '',
    head: [],
    legs: [],
    pictures: [placePicture({ source, note }, box, '', room)],
    captions: [],
    pullquotes: [],
    tail: [],
  };
}
