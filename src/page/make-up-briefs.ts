/*
 * In: several short articles for one slot. Out: each under the one before, leg after leg, fitted so that every leg is
 * filled; white that is left over goes between them in whole lines.
 */
import type { PlacedStory } from '../model/edition.js';
import type { FilledThread, FlowParagraph, LegFrame, ParagraphBreaker } from '../model/flow.js';
import type { Flow } from '../model/make-up.js';
import type { Story } from '../model/story.js';
import type { BriefSetting, ParagraphChoice } from './brief-settings.js';
import { settingsOfBrief } from './brief-settings.js';
import { type BriefDraft, type FittedBrief, fitLegOfBriefs, openTracked, stepsTaken } from './fit-briefs.js';
import type { FitSetting } from './fit-setting.js';
import { legGeometry } from './leg-geometry.js';
import { placeLeg } from './place-leg.js';
import type { Room } from './room.js';
import { shareBriefs } from './share-briefs.js';
import { setHeadParts } from './slot-parts.js';
import { type SetPart, stackHead } from './stack-head.js';
import type { ThreadPlace } from './thread.js';

/** A brief made up, and how its text fitted. What its leg has over or free counts as that of the leg's last brief. */
export interface MadeUpBrief {
  readonly article: Story;
  readonly place: ThreadPlace;
  /** Number of its leg, from 0. */
  readonly leg: number;
  readonly story: PlacedStory;
  readonly filled: FilledThread;
  readonly flow: Flow;
  readonly setting: FitSetting;
}

/** A brief whose head is set. */
interface HeadedBrief extends BriefDraft {
  readonly parts: readonly SetPart[];
}

/** Makes up a slot of briefs. `places` has the slot once for each article, with that article's own line of the manifest. */
export function makeUpBriefs(articles: readonly Story[], places: readonly ThreadPlace[], room: Room): MadeUpBrief[] {
  const [place] = places;
  if (!place) return [];
  const { lines, legs } = place.slot;
  const drafts = articles.map((article, index) => draftBrief(article, places[index] as ThreadPlace, room));
  const depths = drafts.map((draft) => draft.headLines + plannedLines(draft));
  const counts = shareBriefs(depths, legs, lines.to - lines.from + 1);
  let first = 0;
  return counts.flatMap((count, leg) => {
    const inLeg = drafts.slice(first, first + count);
    first += count;
    return placeLegOfBriefs(inLeg, leg, room);
  });
}

function draftBrief(article: Story, place: ThreadPlace, room: Room): HeadedBrief {
  const { from } = place.slot.lines;
  const parts = setHeadParts(article, ['headline'], place, room, legGeometry(place).measure);
  const { nextLine } = stackHead(parts, article.source.id, 0, from, place.geometry, room);
  return { article, place, parts, headLines: nextLine - from, flow: openTracked({ article, place }, 0, room) };
}

function plannedLines({ flow, place }: BriefDraft): number {
  const { measure } = legGeometry(place);
  return (settingsOfBrief(flow.paragraphs, flow.breakParagraph, measure, 0)[0] as BriefSetting).lines;
}

/** Fits the briefs of one leg and places them from the slot's top down. */
function placeLegOfBriefs(drafts: readonly HeadedBrief[], leg: number, room: Room): MadeUpBrief[] {
  const { place } = drafts[0] as HeadedBrief;
  const { lines } = place.slot;
  const { measure } = legGeometry(place);
  const { briefs, white, setting } = fitLegOfBriefs(drafts, lines.to - lines.from + 1, measure, room);
  let top = lines.from;
  return drafts.map((draft, index) => {
    const fitted = briefs[index] as FittedBrief;
    const depth = draft.headLines + fitted.text.lines;
    // The last one may run to the foot, so that what is over or free in the leg is seen there.
    const last = index === drafts.length - 1 ? lines.to : Math.min(lines.to, top + depth - 1);
    const made = placeBrief(draft, fitted, { leg, top, last }, setting, room);
    top += depth + (white[index] ?? 0);
    return made;
  });
}

interface BriefSpot {
  readonly leg: number;
  /** Grid lines: where its head begins, and the last one that its text may use. */
  readonly top: number;
  readonly last: number;
}

function placeBrief(
  draft: HeadedBrief,
  fitted: FittedBrief,
  spot: BriefSpot,
  setting: FitSetting,
  room: Room,
): MadeUpBrief {
  const { article, place, parts } = draft;
  const { flow, text } = fitted;
  const { measure, legX } = legGeometry(place);
  const x = legX(spot.leg);
  const { id } = article.source;
  const head = stackHead(parts, id, x, spot.top, place.geometry, room);
  const frame: LegFrame = { x, measure, first: head.nextLine, last: Math.max(head.nextLine - 1, spot.last) };
  const poured = room.typesetter.fillThread(
    flow.paragraphs.map((paragraph, index) => withWhite(paragraph, text.choices[index])),
    [{ legs: [frame], breakAt: 'line', jumpsOn: false }],
    breakAsChosen(flow, text.choices),
  );
  const filled = { ...poured, applied: stepsTaken(fitted, setting, room.issue.paper.fit) };
  const story: PlacedStory = {
    slot: place.slot.name,
    box: place.geometry.box(place.slot.columns, place.slot.lines),
    kind: 'brief',
    article: id,
    head: head.lines,
    legs: (filled.slots[0] ?? []).map((leg) => placeLeg(leg, id, flow, place.geometry)),
    pictures: [],
    captions: [],
    pullquotes: [],
    tail: [],
  };
  return { article, place, leg: spot.leg, filled, flow, setting, story };
}

function withWhite(paragraph: FlowParagraph, choice: ParagraphChoice | undefined): FlowParagraph {
  return { ...paragraph, above: paragraph.above + (choice?.added ?? 0), aboveSlack: 0 };
}

/** Every paragraph as it was chosen, for better and for worse: pouring must not choose again. */
function breakAsChosen(flow: Flow, choices: readonly ParagraphChoice[]): ParagraphBreaker {
  const looseness = new Map(flow.paragraphs.map(({ paragraph }, index) => [paragraph, choices[index]?.looseness ?? 0]));
  return (paragraph, measures, wanted) =>
    wanted === 0 ? flow.breakParagraph(paragraph, measures, looseness.get(paragraph) ?? 0) : undefined;
}
