/** How the stories of an edition fit, and how much text slots hold, as `broadsheet fit --json` tells programs. */
import type { Edition, StoryFit, StoryOutcome } from '../model/edition.js';
import type { MeasuredSlot } from '../model/slot-room.js';
import { describeFit } from './describe-report.js';
import { type PageName, pageName } from './names.js';
import { round } from './round.js';

/** One story with how it fits. */
export interface FittedStoryRecord {
  readonly article: string;
  readonly slots: readonly string[];
  readonly words: number;
  readonly lines: number;
  readonly fit: StoryFit;
}

/** One slot with how much text it holds; lengths in points. */
export interface MeasuredSlotRecord extends Omit<MeasuredSlot, 'page'> {
  /** The page, or the template where there is no page. */
  readonly page: PageName;
}

/** Published as `fit.json`. Stories where an issue was set, slots where room was asked for. */
export interface FitRecord {
  readonly version: 1;
  readonly paper: string;
  readonly edition?: string;
  readonly stories?: readonly FittedStoryRecord[];
  readonly slots?: readonly MeasuredSlotRecord[];
}

/** Describes how the stories of an edition fit, sorted by the page and slot on which they start. */
export function describeStoryFits(edition: Edition): FitRecord {
  return {
    version: 1,
    paper: edition.issue.paper.id,
    edition: edition.name,
    stories: byPage(edition).map(({ article, slots, words, lines, fit }) => ({
      article,
      slots,
      words,
      lines,
      fit: describeFit(fit),
    })),
  };
}

/** Describes how much text the slots of a paper hold. */
export function describeSlotRooms(paper: string, slots: readonly MeasuredSlot[]): FitRecord {
  return {
    version: 1,
    paper,
    slots: slots.map(({ page, slot, legs, measure, rooms }) => ({
      page: pageName(page),
      slot,
      legs,
      measure: round(measure),
      rooms: rooms.map(({ content, lines, words }) => ({ content, lines, words })),
    })),
  };
}

/** The stories of an edition in the order in which a reader meets them: by page, then by the template's slots. */
export function byPage({ issue, stories }: Edition): readonly StoryOutcome[] {
  const places = issue.pages.flatMap(({ label, template }) =>
    [...template.slots.keys()].map((slot) => `${label}.${slot}`),
  );
  const order = new Map(places.map((place, index) => [place, index]));
  const placeOf = ({ slots }: StoryOutcome) => order.get(slots[0] ?? '') ?? places.length;
  return [...stories].sort((a, b) => placeOf(a) - placeOf(b));
}
