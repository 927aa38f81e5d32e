import type { Origin } from '../diagnostics/diagnostic.js';
import type { Color } from '../units/color.js';
import type { Pt } from '../units/length.js';
import type { Rect } from '../units/rect.js';
import type { Issue, PictureNote } from './issue.js';
import type { Line } from './line.js';
import type { FitStepName, OptionalPart } from './paper.js';
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
  /** Hairlines of tables. */
  readonly rules: readonly PlacedRule[];
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

/** The issue's bar code in its place. */
export interface PlacedBarcode {
  /** All that nothing else may be printed on: the bars with their light margins, and the digits. */
  readonly box: Rect;
  readonly bars: readonly Rect[];
  /** The digits for people, and the sign that keeps the light margin after them free. */
  readonly digits: readonly PlacedLine[];
}

/** Words of a story set large among its legs. They repeat or sum up what the text says, and are no part of it. */
export interface PlacedPullquote {
  /** From the upper rule to the lower one. */
  readonly box: Rect;
  /** The quotation, then whose it is. */
  readonly lines: readonly PlacedLine[];
  readonly rules: readonly PlacedRule[];
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
  readonly pullquotes: readonly PlacedPullquote[];
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
  readonly barcodes: readonly PlacedBarcode[];
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

/** A paragraph that would give or take a line for few words. */
export interface CheapParagraph {
  /** Number of its block in the article. */
  readonly paragraph: number;
  /** Line of the article's file where it begins. */
  readonly line: number;
  /** Words to take out of it, where the story is too long, or to put into it, where it is too short. */
  readonly words: number;
}

/** How well a story fits its slots, and what was done about it. */
export interface StoryFit {
  /** Body lines too many (positive) or free (negative), and about how many words that is. */
  readonly lines: number;
  readonly words: number;
  /** Steps that were taken, in the order of the paper. */
  readonly applied: readonly FitStepName[];
  /** Thousandths of an em added to the tracking of its body. */
  readonly tracking: number;
  /** Parts that were left out. */
  readonly dropped: readonly OptionalPart[];
  /** Where a line could be had for the fewest words, cheapest first; none for a story that fits. */
  readonly cheapest: readonly CheapParagraph[];
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
  readonly fit: StoryFit;
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
