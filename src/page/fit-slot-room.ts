/*
 * In: an issue's pages, whether or not anything stands on them. Out: how many lines and words each slot holds, from the
 * tallest head and deepest picture that are usual to the smallest. Heads, captions and text are set for it, on a sample
 * in the paper's language: nothing is guessed but how long heads usually are.
 */
import type { Issue, IssuePage } from '../model/issue.js';
import type { Typesetter } from '../model/make-up.js';
import type { MeasuredSlot, Range, SlotRoom } from '../model/slot-room.js';
import type { PartName, TextStyle } from '../model/style.js';
import type { Slot } from '../model/template.js';
import type { Pt } from '../units/length.js';
import { arrangeSlot, headMeasure, pictureMeasure, type SlotContent } from './arrange-slot.js';
import type { SetCaption } from './chosen-picture.js';
import { MOST_FREE } from './fit-blemishes.js';
import { sampleText, sampleWords } from './fit-sample-text.js';
import { layGeometry } from './geometry.js';
import { legGeometry } from './leg-geometry.js';
import { depthRange } from './picture-depth.js';
import { type Place, type Room, styleIn } from './room.js';
import { type SetPart, stackHead } from './stack-head.js';

/** Words in each part of a head, as papers have them: the smallest head and the tallest. */
const SMALL_HEAD: HeadWords = { headline: 3 };
const TALL_HEAD: HeadWords = { kicker: 3, headline: 9, deck: 22, byline: 2, role: 3 };
/** Words of a small and of a tall head over resumed text. */
const SMALL_JUMP_HEAD: HeadWords = { jumpFrom: 3, jumpHead: 1 };
const TALL_JUMP_HEAD: HeadWords = { jumpFrom: 3, jumpHead: 9 };
/** Words of a short and of a long caption. */
const CAPTION_WORDS: Range = { min: 8, max: 40 };
/** Width ÷ height of usual pictures, upright and wide. */
const UPRIGHT = 2 / 3;
const WIDE = 1.5;
/** Words of the shortest and of the longest brief. */
const BRIEF_WORDS: Range = { min: 30, max: 90 };

/**
 * How far the words on a line go from those of the sample, from story to story: crossheads and short paragraphs take
 * lines with few words on them.
 */
const WORD_SPREAD: Range = { min: 0.85, max: 1.15 };

type HeadWords = Readonly<Partial<Record<PartName, number>>>;

/** Measures every slot that takes text, page by page in the order of the templates. */
export function measureSlots(issue: Issue, typesetter: Typesetter): MeasuredSlot[] {
  const body = issue.paper.styles.get('body') as TextStyle;
  const bodyCap = typesetter.metrics(body.faces.regular).capHeight * body.size;
  // What the sample sets is of no concern to the desk; a sample that a font cannot set is told when a story is.
  const room: Room = { issue, typesetter, report: () => {}, bodyCap };
  return issue.pages.flatMap((page) =>
    [...page.template.slots.values()].flatMap((slot) => measureSlot(page, slot, room)),
  );
}

function measureSlot(page: IssuePage, slot: Slot, room: Room): readonly MeasuredSlot[] {
  const place: Place = { page, slot, geometry: layGeometry(room.issue.paper, page.number) };
  const { measure } = legGeometry(place);
  const rooms = roomsOf(place, room);
  return rooms.length === 0 ? [] : [{ page: page.label, slot: slot.name, legs: slot.legs, measure, rooms }];
}

function roomsOf(place: Place, room: Room): SlotRoom[] {
  const { accepts, shape, picture } = place.slot;
  const rooms: SlotRoom[] = [];
  const hasText = shape !== 'pictureStory' && shape !== 'pictureBesideText';
  const takesPicture = picture !== undefined || shape === 'pictureUnderHead' || shape === 'pictureOverHead';
  if (hasText && accepts.includes('article')) {
    rooms.push(measureRoom('article', place, NO_PICTURE, [TALL_HEAD, SMALL_HEAD], room));
    if (takesPicture) {
      rooms.push(measureRoom('article with picture', place, depthsOf(place), [TALL_HEAD, SMALL_HEAD], room));
    }
  }
  if (hasText && accepts.includes('continue')) {
    rooms.push(measureRoom('continuation', place, NO_PICTURE, [TALL_JUMP_HEAD, SMALL_JUMP_HEAD], room));
  }
  if (accepts.includes('briefs')) rooms.push(measureBriefs(place, room));
  return rooms;
}

const NO_PICTURE: Range = { min: 0, max: 0 };

/** The depths that upright and wide pictures may have here. */
function depthsOf(place: Place): Range {
  return { min: depthRange(place, WIDE).min, max: depthRange(place, UPRIGHT).max };
}

function measureRoom(
  content: SlotRoom['content'],
  place: Place,
  depths: Range,
  [tall, small]: readonly [HeadWords, HeadWords],
  room: Room,
): SlotRoom {
  const fewest = bodyLines(place, tall, depths.max, CAPTION_WORDS.max, room);
  const most = bodyLines(place, small, depths.min, CAPTION_WORDS.min, room);
  // A story may leave a line or two free in every leg and still fit.
  const least = Math.max(0, fewest - MOST_FREE * place.slot.legs);
  return { content, lines: { min: least, max: most }, words: wordsIn({ min: least, max: most }, place, room) };
}

/** Lines of all legs under a head and a picture of certain sizes. */
function bodyLines(place: Place, words: HeadWords, depth: number, captionWords: number, room: Room): number {
  const isByline = (part: PartName) => part === 'byline' || part === 'role';
  const parts = setHead(words, headMeasure(place), place, room);
  const content: SlotContent = {
    article: '',
    head: parts.filter(({ part }) => !isByline(part)),
    byline: parts.filter(({ part }) => isByline(part)),
    pictureLines: depth,
    footLines: 0,
    jumpsOn: false,
    insets: [],
    ...(depth > 0 && { caption: setCaption(captionWords, place, room) }),
  };
  return arrangeSlot(place, content, room).legs.reduce((sum, leg) => sum + Math.max(0, leg.last - leg.first + 1), 0);
}

function setHead(words: HeadWords, measure: Pt, place: Place, room: Room): SetPart[] {
  return (Object.entries(words) as [PartName, number][]).map(([part, count]) => {
    const style = styleIn(room.issue.paper, place.slot, part);
    const { origin } = place.slot;
    return { part, style, origin, lines: setSample(count, part, style, measure, place, room) };
  });
}

function setCaption(words: number, place: Place, room: Room): SetCaption {
  const style = styleIn(room.issue.paper, place.slot, 'caption');
  const lines = setSample(words, 'caption', style, pictureMeasure(place), place, room);
  return { lines, style, origin: place.slot.origin };
}

function setSample(count: number, part: PartName, style: TextStyle, measure: Pt, place: Place, room: Room) {
  const words = sampleWords(room.issue.paper.language, count);
  return room.typesetter.setText(words, part, style, measure, place.slot.origin);
}

function wordsIn(lines: Range, place: Place, room: Room): Range {
  const onLine = wordsOnLine(place, room);
  return spread({ min: lines.min * onLine, max: lines.max * onLine });
}

/** Words as they are in the sample to words as they may be in a story. */
function spread(words: Range): Range {
  return { min: Math.floor(words.min * WORD_SPREAD.min), max: Math.ceil(words.max * WORD_SPREAD.max) };
}

/** Words on a line of the slot's legs, last lines of paragraphs included: the sample set to their measure. */
function wordsOnLine(place: Place, room: Room): number {
  const style = styleIn(room.issue.paper, place.slot, 'body');
  const { measure } = legGeometry(place);
  const paragraphs = sampleText(room.issue.paper.language);
  const lines = paragraphs.reduce(
    (sum, text) => sum + room.typesetter.setText(text, 'body', style, measure, place.slot.origin).length,
    0,
  );
  const words = paragraphs.reduce((sum, text) => sum + text.split(' ').length, 0);
  return lines === 0 ? 0 : words / lines;
}

/** Briefs of one length after another, each under its head, as many as every leg takes; the range is over the lengths. */
function measureBriefs(place: Place, room: Room): SlotRoom {
  const { lines, legs } = place.slot;
  const depth = lines.to - lines.from + 1;
  const { measure } = legGeometry(place);
  const onLine = wordsOnLine(place, room);
  const heads = [3, 9].map((words) => {
    const head = setHead({ headline: words }, measure, place, room);
    return stackHead(head, '', 0, lines.from, place.geometry, room).nextLine - lines.from;
  });
  const totals: { readonly lines: number; readonly words: number }[] = [];
  for (let words = BRIEF_WORDS.min; words <= BRIEF_WORDS.max; words += 5) {
    const text = Math.ceil(words / onLine);
    for (const head of heads) {
      const briefs = Math.max(1, Math.floor((depth + BRIEF_GAP) / (head + text + BRIEF_GAP))) * legs;
      totals.push({ lines: briefs * text, words: briefs * words });
    }
  }
  return {
    content: 'briefs',
    lines: rangeOf(totals.map((total) => total.lines)),
    words: spread(rangeOf(totals.map((total) => total.words))),
  };
}

/** Least white between two briefs, in grid lines. */
const BRIEF_GAP = 1;

function rangeOf(values: readonly number[]): Range {
  return { min: Math.min(...values), max: Math.max(...values) };
}
