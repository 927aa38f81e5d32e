/*
 * In: an article and a slot that refers to it. Out: headline, deck, picture and the page line ("8 >") in place.
 */
import type { PlacedLine, PlacedStory, Refer } from '../model/edition.js';
import type { IssuePage } from '../model/issue.js';
import type { Story } from '../model/story.js';
import { type Arrangement, arrangeSlot, type SlotContent } from './arrange-slot.js';
import type { ChosenPicture } from './chosen-picture.js';
import { legGeometry } from './leg-geometry.js';
import { placePicture } from './place-picture.js';
import { type Room, styleIn } from './room.js';
import { choosePicture, setHeadParts } from './slot-parts.js';
import type { ThreadPlace } from './thread.js';
import { pageWording } from './wording.js';

export interface MadeUpRefer {
  readonly story: PlacedStory;
  readonly refer: Refer;
  readonly picture: ChosenPicture | undefined;
}

/** Makes up a refer. `target` is the page on which the article starts. */
export function makeUpRefer(story: Story, place: ThreadPlace, target: IssuePage, room: Room): MadeUpRefer {
  const { slot, geometry } = place;
  const style = styleIn(room.issue.paper, slot, 'refer');
  const text = pageWording(style, target.label);
  const { box } = legGeometry(place);
  const pageLine = room.typesetter.setText(text, 'refer', style, box.width, place.origin);
  const lineWidth = pageLine.reduce((widest, line) => Math.max(widest, line.width), 0);
  const picture = choosePicture(story, place.picture, place, inkWidth(pageLine, lineWidth) + geometry.gutter, room);
  const arrangement = arrangeRefer(story, place, picture, room);
  const article = story.source.id;
  return {
    picture,
    refer: { article, from: { page: place.page.label, slot: slot.name }, page: target.label, text },
    story: {
      slot: slot.name,
      box: geometry.box(slot.columns, slot.lines),
      kind: 'refer',
      article,
      head: arrangement.head,
      legs: [],
      pictures: picture && arrangement.picture ? [placePicture(picture, arrangement.picture, article, room)] : [],
      captions: arrangement.captions,
      pullquotes: [],
      tail: pageLine.map(
        (line): PlacedLine => ({
          line,
          x: box.x,
          baseline: geometry.baseline(slot.lines.to),
          part: 'refer',
          style: style.name,
          article,
          paragraph: -1,
          origin: place.origin,
          target: { page: target.label, article },
        }),
      ),
    },
  };
}

/** Width of the words themselves: a line set flush right is as wide as its measure. */
function inkWidth(lines: readonly { readonly pieces: readonly { readonly x: number }[] }[], widest: number): number {
  const start = Math.min(...lines.map((line) => line.pieces[0]?.x ?? 0));
  return widest - start;
}

/** A small refer has room for the article's short headline alone, where it has one. */
function referHead(story: Story, place: ThreadPlace): Story {
  const { shortHeadline } = story.source;
  if (place.slot.shape !== 'pictureBesideText' || shortHeadline === undefined) return story;
  const text = { type: 'text', text: shortHeadline, emphasis: false, strong: false, code: false } as const;
  return { ...story, headline: [text] };
}

/** A refer's picture fills what its head leaves of the slot: the caption's last line is the slot's last. */
function arrangeRefer(story: Story, place: ThreadPlace, picture: ChosenPicture | undefined, room: Room): Arrangement {
  const { slot, geometry } = place;
  const content: Omit<SlotContent, 'pictureLines'> = {
    article: story.source.id,
    head: setHeadParts(referHead(story, place), ['kicker', 'headline', 'deck'], place, room),
    byline: [],
    footLines: picture ? 0 : 1,
    jumpsOn: false,
    insets: [],
    ...(picture ? { caption: picture.caption } : {}),
  };
  if (!picture) return arrangeSlot(place, { ...content, pictureLines: 0 }, room);
  const flat = arrangeSlot(place, { ...content, pictureLines: 1 }, room);
  if (slot.shape === 'pictureBesideText') return flat;
  const lastUsed = Math.max(
    lineOf(flat.picture ? flat.picture.y + flat.picture.height : 0, place) + (picture.caption.lines.length > 0 ? 0 : 1),
    ...[...flat.captions, ...flat.head].map((line) => lineOf(line.baseline, place)),
  );
  return arrangeSlot(place, { ...content, pictureLines: Math.max(1, 1 + slot.lines.to - lastUsed) }, room);

  function lineOf(y: number, at: ThreadPlace): number {
    return Math.ceil((y - geometry.baseline(1)) / at.geometry.leading - 0.001) + 1;
  }
}
