import type { Origin } from '../diagnostics/diagnostic.js';
import type { Color } from '../units/color.js';
import type { Pt } from '../units/length.js';
import type { Rect, Size } from '../units/rect.js';
import type { PlacedStory } from './edition.js';
import type { DropCap, LinePiece } from './line.js';
import type { PictureRequest } from './picture.js';
import type { PartName } from './style.js';

/** A drawing operation: lengths in points from the trim's top left, y down. */
export type DisplayOp =
  | {
      readonly type: 'text';
      /** Start of the line and its baseline. */
      readonly x: Pt;
      readonly y: Pt;
      readonly pieces: readonly LinePiece[];
      /** Horizontal glyph scaling of the whole line, 1 = none. */
      readonly scale: number;
      /** Added after each glyph, in points. */
      readonly letterSpace: Pt;
      /** Whether the line ends in a hyphen that is not in the text. */
      readonly addedHyphen: boolean;
      /** A large letter before the pieces, on a baseline of its own. */
      readonly dropCap?: DropCap;
      /** Set where the first piece is the marker of a list. */
      readonly marker?: true;
      /** The story that the line leads to, and on which page. */
      readonly target?: StoryTarget;
      readonly origin: Origin;
    }
  | {
      readonly type: 'rule';
      readonly x1: Pt;
      readonly y1: Pt;
      readonly x2: Pt;
      readonly y2: Pt;
      readonly weight: Pt;
      readonly color: Color;
    }
  | { readonly type: 'fill'; readonly box: Rect; readonly color: Color }
  | {
      readonly type: 'picture';
      readonly box: Rect;
      readonly picture: PictureRequest;
      readonly alt: string;
      readonly origin: Origin;
    }
  /** Starts a piece of marked content: part of an article, or an artifact (furniture, rules). Never nested. */
  | { readonly type: 'begin'; readonly tag: ContentTag }
  | { readonly type: 'end' };

export type ContentTag = { readonly type: 'artifact' } | StoryTag;

/** A piece of a story: as much of one part or block as stands together on a page. */
export interface StoryTag {
  readonly type: 'content';
  readonly article: string;
  readonly role: 'H1' | 'H2' | 'H3' | 'P' | 'Figure' | 'Caption' | 'Lbl' | 'Reference';
  readonly part: PartName | 'picture';
  /** Number of the block in its article, the same in each leg that holds a piece of it; -1 for display text. */
  readonly paragraph: number;
  /** How far the text of a list's item is indented: further in a list in a list. */
  readonly indent?: Pt;
  /** Set for the text of a table's cell: its row, 0 for the head, and column, and how many columns there are. */
  readonly cell?: { readonly row: number; readonly column: number; readonly columns: number };
  /** What stands in the slot: the story itself, or words about it. */
  readonly kind: PlacedStory['kind'];
}

/** A page, by its label, on which an article stands. */
export interface StoryTarget {
  readonly page: string;
  readonly article: string;
}

/** Where an article, or a further part of it, starts on a page. */
export interface StoryAnchor {
  readonly article: string;
  readonly x: Pt;
  readonly y: Pt;
}

/** One bead of an article thread: a leg, with the article it belongs to. */
export interface Bead {
  readonly article: string;
  readonly box: Rect;
}

/**
 * Something outside the bleed, where it tells the printer what the page cannot. Lines and circles stand in all inks, and
 * so on every plate in the same place; a patch or a word has inks of its own.
 */
export type MarkOp =
  | { readonly type: 'line'; readonly x1: Pt; readonly y1: Pt; readonly x2: Pt; readonly y2: Pt }
  | { readonly type: 'circle'; readonly x: Pt; readonly y: Pt; readonly radius: Pt }
  | Extract<DisplayOp, { type: 'fill' | 'text' }>;

/** Printer's marks, and how much room they need around the bleed. */
export interface PrintersMarks {
  readonly margin: Pt;
  readonly ops: readonly MarkOp[];
}

/** A page as drawing operations: nothing is left to decide. Operations stand in reading order. */
export interface DisplayList {
  readonly type: 'display-list';
  readonly number: number;
  readonly label: string;
  readonly trim: Size;
  readonly bleed: Pt;
  readonly ops: readonly DisplayOp[];
  readonly beads: readonly Bead[];
  readonly anchors: readonly StoryAnchor[];
  /** Set where the file is to carry printer's marks. */
  readonly marks?: PrintersMarks;
  /** Entries of the outline that lead to this page: section at level 0, stories at level 1. */
  readonly outline: readonly { readonly level: 0 | 1; readonly title: string; readonly y: Pt }[];
}

/** A whole issue as display lists with what the file says of itself. */
export interface PrintJob {
  readonly title: string;
  readonly paper: string;
  readonly language: string;
  /** The language of each article, as a BCP 47 tag. */
  readonly languages: ReadonlyMap<string, string>;
  /** ISO date of the issue; the file's dates come from it. */
  readonly date: string;
  readonly number: number;
  readonly edition: string;
  readonly pages: readonly DisplayList[];
  /** Title of each article's thread. */
  readonly threads: ReadonlyMap<string, string>;
}
