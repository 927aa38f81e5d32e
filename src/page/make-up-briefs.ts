/*
 * In: several short articles for one slot. Out: each under the one before, leg after leg; white lines that are left over
 * go between them.
 */
import type { PlacedStory } from '../model/edition.js';
import type { FilledThread, LegFrame } from '../model/flow.js';
import type { Flow } from '../model/make-up.js';
import type { Story } from '../model/story.js';
import type { Pt } from '../units/length.js';
import { legGeometry } from './leg-geometry.js';
import { placeLeg } from './place-leg.js';
import { type Room, styleIn } from './room.js';
import { LEAST_WHITE, shareWhite } from './share-white.js';
import { setHeadParts } from './slot-parts.js';
import { type SetPart, stackHead } from './stack-head.js';
import type { ThreadPlace } from './thread.js';

/** A brief made up, and how its text fitted. */
export interface MadeUpBrief {
  readonly article: Story;
  readonly place: ThreadPlace;
  readonly story: PlacedStory;
  readonly filled: FilledThread;
  readonly flow: Flow;
}

interface BriefStack {
  readonly article: Story;
  readonly place: ThreadPlace;
  readonly parts: readonly SetPart[];
  readonly flow: Flow;
  readonly leg: number;
  /** Lines taken, head and text. */
  readonly depth: number;
}

/** Makes up a slot of briefs. `places` has the slot once for each article, with that article's own line of the manifest. */
export function makeUpBriefs(articles: readonly Story[], places: readonly ThreadPlace[], room: Room): MadeUpBrief[] {
  const stacks = stackBriefs(articles, places, room);
  const legs = new Set(stacks.map((stack) => stack.leg));
  return [...legs].flatMap((leg) =>
    placeLegOfBriefs(
      stacks.filter((stack) => stack.leg === leg),
      room,
    ),
  );
}

/** Places the briefs of one leg from the slot's top down, so that the last one ends at its foot. */
function placeLegOfBriefs(stacks: readonly BriefStack[], room: Room): MadeUpBrief[] {
  const { lines } = (stacks[0] as BriefStack).place.slot;
  const gaps = stacks.length - 1;
  const used = stacks.reduce((sum, stack) => sum + stack.depth, gaps * LEAST_WHITE);
  const white = shareWhite(lines.to - lines.from + 1 - used, gaps);
  let line = lines.from;
  return stacks.map((stack, index) => {
    const made = placeBrief(stack, line, room);
    line += stack.depth + (white[index] ?? 0);
    return made;
  });
}

/** Finds each brief's leg and depth, with the least white between them. */
function stackBriefs(articles: readonly Story[], places: readonly ThreadPlace[], room: Room): BriefStack[] {
  const stacks: BriefStack[] = [];
  let leg = 0;
  let line = places[0]?.slot.lines.from ?? 1;
  articles.forEach((article, index) => {
    const place = places[index] as ThreadPlace;
    const parts = setHeadParts(article, ['headline'], place, room, legGeometry(place).measure);
    const flow = room.typesetter.openFlow(article, (part) => styleIn(room.issue.paper, place.slot, part));
    const depth = depthOf(article, place, parts, flow, line, room);
    if (line > place.slot.lines.from && line + depth - 1 > place.slot.lines.to && leg + 1 < place.slot.legs) {
      leg += 1;
      line = place.slot.lines.from;
    }
    stacks.push({ article, place, parts, flow, leg, depth });
    line += depth + LEAST_WHITE;
  });
  return stacks;
}

function depthOf(
  article: Story,
  place: ThreadPlace,
  parts: readonly SetPart[],
  flow: Flow,
  line: number,
  room: Room,
): number {
  const { measure } = legGeometry(place);
  const head = stackHead(parts, article.source.id, 0, line, place.geometry, room);
  const lines = flow.paragraphs.reduce((sum, paragraph, index) => {
    const broken = flow.breakParagraph(paragraph.paragraph, { widths: [measure] }, 0);
    return sum + (index > 0 ? paragraph.above : 0) + (broken?.lines ?? 0);
  }, 0);
  return head.nextLine - line + lines;
}

function placeBrief(stack: BriefStack, top: number, room: Room): MadeUpBrief {
  const { article, place, parts, flow } = stack;
  const { measure, legX } = legGeometry(place);
  const x: Pt = legX(stack.leg);
  const head = stackHead(parts, article.source.id, x, top, place.geometry, room);
  const last = Math.max(head.nextLine - 1, Math.min(place.slot.lines.to, top + stack.depth - 1));
  const frame: LegFrame = { x, measure, first: head.nextLine, last };
  const filled = room.typesetter.fillThread(
    flow.paragraphs,
    [{ legs: [frame], breakAt: 'line', jumpsOn: false }],
    flow.breakParagraph,
  );
  return {
    article,
    place,
    filled,
    flow,
    story: {
      slot: place.slot.name,
      box: place.geometry.box(place.slot.columns, place.slot.lines),
      kind: 'brief',
      article: article.source.id,
      head: head.lines,
      legs: (filled.slots[0] ?? []).map((leg) => placeLeg(leg, article.source.id, flow, place.geometry)),
      pictures: [],
      captions: [],
      pullquotes: [],
      tail: [],
    },
  };
}
