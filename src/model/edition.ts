import type { Origin } from '../diagnostics/diagnostic.js';
import type { Color } from '../units/color.js';
import type { Pt } from '../units/length.js';
import type { Rect } from '../units/rect.js';
import type { Issue, PictureNote } from './issue.js';
import type { Line } from './line.js';
import type { PictureSource } from './picture.js';
import type { PartName } from './style.js';

/** A line in its place on the page. */
export interface PlacedLine {
  readonly line: Line;
  /** Where the line's start is, and its baseline, from the trim's top left. */
  readonly x: Pt;
  readonly baseline: Pt;
  readonly part: PartName | 'furniture';
  readonly style: string;
  readonly article?: string;
  /** Number of the block in its article; -1 for display text. */
  readonly paragraph: number;
  readonly origin: Origin;
  /** Where the words lead, for links inside the file: the article whose jump or refer this is. */
  readonly target?: { readonly page: string; readonly article: string };
}

export interface PlacedLeg {
  readonly box: Rect;
  readonly lines: readonly PlacedLine[];
}

export interface PlacedPicture {
  readonly source: PictureSource;
  /** The box on the page, and the part of the picture shown in it, in shares of its width and height. */
  readonly box: Rect;
  readonly crop: Rect;
  readonly note: PictureNote;
  readonly article: string;
}

export interface PlacedRule {
  readonly x1: Pt;
  readonly y1: Pt;
  readonly x2: Pt;
  readonly y2: Pt;
  readonly weight: Pt;
  readonly color: Color;
}

export interface PlacedTint {
  readonly box: Rect;
  readonly color: Color;
}

/** What stands in one slot of a page. */
export interface PlacedStory {
  readonly slot: string;
  readonly box: Rect;
  readonly kind: 'article' | 'continue' | 'refer' | 'brief' | 'ad';
  readonly article: string;
  /** Kicker, headline, deck, byline, "from" line, jump head: in reading order. */
  readonly head: readonly PlacedLine[];
  readonly legs: readonly PlacedLeg[];
  readonly pictures: readonly PlacedPicture[];
  /** Captions and credits. */
  readonly captions: readonly PlacedLine[];
  /** The jump line or a refer's page line. */
  readonly tail: readonly PlacedLine[];
}

export interface Page {
  readonly type: 'page';
  readonly number: number;
  readonly label: string;
  readonly section?: string;
  readonly side: 'recto' | 'verso';
  /** The area of the grid. */
  readonly gridBox: Rect;
  readonly furniture: readonly PlacedLine[];
  readonly rules: readonly PlacedRule[];
  readonly tints: readonly PlacedTint[];
  readonly stories: readonly PlacedStory[];
}

/** A jump: a story leaves one page and goes on at another. Never text; its wording is computed last. */
export interface Jump {
  readonly article: string;
  readonly from: { readonly page: string; readonly slot: string };
  readonly to: { readonly page: string; readonly slot: string };
  readonly text: string;
  readonly fromText: string;
}

/** A refer: a teaser that names the page of an article. */
export interface Refer {
  readonly article: string;
  readonly from: { readonly page: string; readonly slot: string };
  readonly page: string;
  readonly text: string;
}

/** How one story came out, measured. */
export interface StoryOutcome {
  readonly article: string;
  readonly headline: string;
  readonly words: number;
  /** `page.slot` of each slot that it runs through, in order. */
  readonly slots: readonly string[];
  readonly lines: number;
  readonly hyphenatedLines: number;
  readonly looseLines: number;
  readonly widows: number;
  readonly orphans: number;
  readonly fit: { readonly lines: number; readonly words: number; readonly applied: readonly string[] };
}

/** An edition made up: every line, picture and rule has its place; every page reference is settled. */
export interface Edition {
  readonly type: 'edition';
  readonly name: string;
  readonly issue: Issue;
  readonly pages: readonly Page[];
  readonly stories: readonly StoryOutcome[];
  readonly jumps: readonly Jump[];
  readonly refers: readonly Refer[];
}
