/*
 * In: a thread as it was made up. Out: a diagnostic for each picture and pullquote of the article that found no place in
 * its slots, though the desk may count on seeing it.
 */
import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { Origin } from '../diagnostics/diagnostic.js';
import type { MadeUpThread } from './make-up-thread.js';
import type { Room } from './room.js';
import { runaroundPicture } from './slot-parts.js';
import type { ThreadPlace } from './thread.js';

/** Reports what an article brings along and its slots do not show. */
export function reportUnplaced(made: MadeUpThread, room: Room): void {
  const { pictures } = made.thread.story.source;
  const [first] = pictures;
  if (first && made.stories.every((story) => story.pictures.length === 0)) {
    const hint = 'use a slot with a picture, or take the picture out of the article';
    report('picture-unplaced', 'picture', first.origin, hint, made, made.thread.places[0] as ThreadPlace, room);
  } else {
    reportRunarounds(made, room);
    reportTextPictures(made, room);
  }
  reportPullquotes(made, room);
}

/** A second picture for which a slot has a plan, but no depth under its head. */
function reportRunarounds(made: MadeUpThread, room: Room): void {
  made.thread.places.slice(0, made.filled.endSlot + 1).forEach((place, index) => {
    const note = place.slot.runaround && made.thread.story.source.pictures[runaroundPicture(place)];
    if (!note || made.stories[index]?.pictures.some((picture) => picture.note === note)) return;
    const hint = 'plan it less deep, or take the picture out of the article';
    report('picture-unplaced', 'second picture', note.origin, hint, made, place, room);
  });
}

/** Pictures that the text shows: whoever wrote them there expects to see them. Planned ones were told of already. */
function reportTextPictures(made: MadeUpThread, room: Room): void {
  const { places, story } = made.thread;
  const placed = new Set(made.stories.flatMap(({ pictures }) => pictures.map(({ note }) => note)));
  const planned = new Set(
    places.filter(({ slot }) => slot.runaround).map((place) => story.source.pictures[runaroundPicture(place)]),
  );
  for (const note of story.source.pictures) {
    if (!note.inText || placed.has(note) || planned.has(note)) continue;
    const hint = 'use a slot with "runaround", or take the picture out of the text';
    report('picture-unplaced', `picture "${note.file}"`, note.origin, hint, made, places[0] as ThreadPlace, room);
  }
}

function reportPullquotes(made: MadeUpThread, room: Room): void {
  if (made.setting.dropped.includes('pullquote')) return;
  const placed = made.stories.reduce((sum, { pullquotes }) => sum + pullquotes.length, 0);
  const left = made.thread.story.source.pullquotes[placed];
  if (!left) return;
  const planned = made.thread.places.find(({ slot }) => slot.pullquote);
  const hint = planned
    ? 'shorten the quotation, or take it out of the article'
    : 'use a slot with a place for one, or take it out of the article';
  const place = planned ?? (made.thread.places[0] as ThreadPlace);
  report('pullquote-unplaced', 'pullquote', left.origin, hint, made, place, room);
}

function report(
  code: DiagnosticCode,
  what: string,
  origin: Origin,
  hint: string,
  { thread }: MadeUpThread,
  place: ThreadPlace,
  room: Room,
): void {
  const message = `the ${what} of "${thread.story.source.id}" has no place in slot "${place.slot.name}"`;
  room.report({ code, severity: 'warning', origin, message, hint, page: place.page.label, slot: place.slot.name });
}
