/**
 * An edition as geometry: every slot, leg, picture and set line. Lengths in points to three places; the origin is the top
 * left of the trim, y runs down; a box is [left, top, right, bottom].
 */
import type { Edition, Page, PlacedLeg, PlacedPicture, PlacedStory } from '../model/edition.js';
import { isoDate } from '../model/issue.js';
import type { Paper } from '../model/paper.js';
import { corners, type Rect } from '../units/rect.js';
import { describeLine, type LineRecord } from './describe-line.js';
import { type PageName, pageName } from './names.js';
import { round } from './round.js';

export type BoxRecord = readonly [number, number, number, number];

export interface LegRecord {
  readonly box: BoxRecord;
  readonly lines: readonly LineRecord[];
}

export interface PictureRecord {
  readonly box: BoxRecord;
  /** Path as the article's front matter gives it. */
  readonly file: string;
  /** Part of the picture shown, as a box in shares of its width and height. */
  readonly crop: BoxRecord;
  /** Size of the whole picture in pixels; a drawing has none. */
  readonly pixels?: readonly [number, number];
  /** Natural size of a drawing in points. */
  readonly size?: readonly [number, number];
}

/** Words set large among the legs, which are no part of the text. */
export interface PullquoteRecord {
  /** From its upper rule to its lower one. */
  readonly box: BoxRecord;
  readonly lines: readonly LineRecord[];
}

/** What stands in one slot. A slot of briefs has one entry a brief. */
export interface SlotRecord {
  readonly name: string;
  readonly kind: PlacedStory['kind'];
  readonly article: string;
  readonly box: BoxRecord;
  readonly head: readonly LineRecord[];
  readonly legs: readonly LegRecord[];
  readonly captions: readonly LineRecord[];
  readonly tail: readonly LineRecord[];
  readonly pictures: readonly PictureRecord[];
  readonly pullquotes: readonly PullquoteRecord[];
}

export interface GridRecord {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly leading: number;
  readonly lines: number;
  readonly columns: number;
  readonly columnWidth: number;
  readonly gutter: number;
  /** How far a baseline lies above the foot of its grid line. */
  readonly baselineRise: number;
}

export interface PageRecord {
  readonly number: number;
  readonly label: PageName;
  readonly section?: string;
  readonly side: 'recto' | 'verso';
  readonly trim: readonly [number, number];
  readonly grid: GridRecord;
  readonly furniture: readonly LineRecord[];
  readonly slots: readonly SlotRecord[];
}

/** The layout of one edition; published as `layout.json`. */
export interface LayoutRecord {
  readonly version: 1;
  readonly paper: string;
  readonly date: string;
  readonly edition: string;
  readonly pages: readonly PageRecord[];
}

/** Describes an edition in the words of the layout's schema. */
export function describeLayout(edition: Edition): LayoutRecord {
  const { paper, date } = edition.issue;
  return {
    version: 1,
    paper: paper.id,
    date: isoDate(date),
    edition: edition.name,
    pages: edition.pages.map((page) => describePage(page, paper)),
  };
}

function describePage(page: Page, paper: Paper): PageRecord {
  return {
    number: page.number,
    label: pageName(page.label),
    ...(page.section === undefined ? {} : { section: page.section }),
    side: page.side,
    trim: [round(paper.trim.width), round(paper.trim.height)],
    grid: describeGrid(page.gridBox, paper),
    furniture: page.furniture.map(describeLine),
    slots: page.stories.map(describeSlot),
  };
}

function describeGrid(box: Rect, { grid }: Paper): GridRecord {
  return {
    left: round(box.x),
    top: round(box.y),
    right: round(box.x + box.width),
    leading: round(grid.leading),
    lines: grid.lines,
    columns: grid.columns,
    columnWidth: round(grid.columnWidth),
    gutter: round(grid.gutter),
    baselineRise: round(grid.baselineRise),
  };
}

function describeSlot(story: PlacedStory): SlotRecord {
  return {
    name: story.slot,
    kind: story.kind,
    article: story.article,
    box: describeBox(story.box),
    head: story.head.map(describeLine),
    legs: story.legs.map(describeLeg),
    captions: story.captions.map(describeLine),
    tail: story.tail.map(describeLine),
    pictures: story.pictures.map(describePicture),
    pullquotes: story.pullquotes.map(({ box, lines }) => ({ box: describeBox(box), lines: lines.map(describeLine) })),
  };
}

function describeLeg(leg: PlacedLeg): LegRecord {
  return { box: describeBox(leg.box), lines: leg.lines.map(describeLine) };
}

function describePicture({ box, crop, note, source }: PlacedPicture): PictureRecord {
  return {
    box: describeBox(box),
    file: note.file,
    crop: describeBox(crop),
    ...(source.type === 'pixels'
      ? { pixels: [source.widthPx, source.heightPx] }
      : { size: [round(source.width), round(source.height)] }),
  };
}

function describeBox(rect: Rect): BoxRecord {
  const [left, top, right, bottom] = corners(rect);
  return [round(left), round(top), round(right), round(bottom)];
}
