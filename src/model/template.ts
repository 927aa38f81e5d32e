import type { Origin } from '../diagnostics/diagnostic.js';
import type { Color } from '../units/color.js';
import type { Pt } from '../units/length.js';
import type { FitStepName } from './paper.js';
import type { PartName, TextStyle } from './style.js';

/** A run of columns or lines, both ends included, counted from 1. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a slot may be given. `briefs`: several short articles, one under another. */
export type ContentKind = 'article' | 'refer' | 'briefs' | 'continue' | 'ad';

/**
 * How head, picture, deck and legs sit inside a slot.
 * - `headOverLegs`: head right across, legs under it, a picture over some legs where `picture` says so
 * - `pictureUnderHead`: head right across, the picture under it right across, then legs
 * - `pictureOverHead`: picture right across, then head, then legs
 * - `pictureBesideText`: a small picture at the start, head and deck beside it (refers)
 * - `headBesideLegs`: head, deck and byline in the first legs, text in the others
 * - `pictureStory`: a picture with its caption and head, and no text
 */
export type Shape =
  | 'headOverLegs'
  | 'pictureUnderHead'
  | 'pictureOverHead'
  | 'pictureBesideText'
  | 'headBesideLegs'
  | 'pictureStory';

export interface JumpPolicy {
  /** Least number of body lines before the jump and after it. */
  readonly minBefore: number;
  readonly minAfter: number;
  readonly breakAt: 'sentence' | 'line' | 'paragraph';
}

/** Where a slot's main picture stands and how deep it may be; make-up picks the depth that fills the slot. */
export interface PicturePlan {
  /** Number of legs that it spans. */
  readonly legs: number;
  readonly at: 'start' | 'end';
  /** Depth of the picture alone, without its caption, in grid lines. */
  readonly lines: { readonly min: number; readonly max: number };
}

/** Where something stands among the legs of a slot, so that text runs round it or over and under it. */
export interface InsetPlan {
  /** The legs that it stands in or straddles, from 1. */
  readonly legs: Span;
  /** How much of those legs it takes, in legs: 2 of 2 is their whole width, gutter included. */
  readonly width: number;
  /** At which side of those legs; what is inside depends on the page. */
  readonly at: 'start' | 'center' | 'end' | 'inside' | 'outside';
  /** How far down: at the head of the text, half-way, or at its foot. */
  readonly down: 'head' | 'middle' | 'foot';
}

/** An inset for a picture. */
export interface RunaroundPlan extends InsetPlan {
  /** Depth of the picture without its caption, in grid lines: as little cropped as these allow. */
  readonly lines: { readonly min: number; readonly max: number };
}

/** A named rectangle on the grid. */
export interface Slot {
  readonly name: string;
  readonly columns: Span;
  readonly lines: Span;
  readonly accepts: readonly ContentKind[];
  readonly required: boolean;
  readonly shape: Shape;
  /** Number of legs across the slot; they need not equal its columns. */
  readonly legs: number;
  /** Legs that the head takes in `headBesideLegs`. */
  readonly headLegs: number;
  readonly picture?: PicturePlan;
  /** A second picture that stands among the legs; the main one, where the slot has no plan for that. */
  readonly runaround?: RunaroundPlan;
  /** Where a pullquote of the article stands, if it has one. */
  readonly pullquote?: InsetPlan;
  readonly jump: JumpPolicy;
  /** The style of each part in this slot, where it is not the part's own. */
  readonly styles: ReadonlyMap<PartName, TextStyle>;
  /** The fit steps of the paper that may be taken here; all where it does not say. */
  readonly fit?: readonly FitStepName[];
  /** A rule along the top edge, its weight in points. */
  readonly ruleAbove?: { readonly weight: Pt; readonly color: Color };
  /** A tint behind the slot. */
  readonly background?: Color;
  readonly origin: Origin;
}

/** One piece of furniture text: where on the line and which words. */
export interface FurnitureItem {
  readonly at: 'inside' | 'outside' | 'start' | 'end' | 'center';
  readonly style: TextStyle;
  /** With `{page}`, `{paper}`, `{weekday}`, `{date}`, `{number}`, `{section}`, `{price}`, `{place}`. */
  readonly text: string;
  /** Which baseline of the furniture's lines it stands on, from 1; fractions are allowed. */
  readonly line: number;
}

/** Where the bar code stands in a piece of furniture. */
export interface BarcodePlace {
  readonly at: FurnitureItem['at'];
  readonly down: 'head' | 'foot';
  /** Style of the digits; their size follows that of the bars. */
  readonly style: TextStyle;
  readonly origin: Origin;
}

/** Nameplate, ears, folio line, section head: what a page carries by itself. */
export interface Furniture {
  readonly name: string;
  readonly columns: Span;
  readonly lines: Span;
  readonly items: readonly FurnitureItem[];
  /** Rules right across, at a distance in grid lines from the furniture's top. */
  readonly rules: readonly { readonly at: number; readonly weight: Pt; readonly color: Color }[];
  readonly background?: Color;
  readonly barcode?: BarcodePlace;
  readonly origin: Origin;
}

/** A hairline in the gutter between two slots, as deep as both stand side by side. */
export interface SlotRule {
  readonly between: readonly [string, string];
  readonly weight: Pt;
  readonly color: Color;
}

/** A page template with its inheritance resolved. */
export interface PageTemplate {
  readonly id: string;
  readonly section?: string;
  readonly slots: ReadonlyMap<string, Slot>;
  readonly furniture: readonly Furniture[];
  readonly rules: readonly SlotRule[];
  readonly origin: Origin;
}
