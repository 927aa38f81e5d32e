import type { Origin } from '../diagnostics/diagnostic.js';
import type { Color } from '../units/color.js';
import type { Pt } from '../units/length.js';
import type { Size } from '../units/rect.js';
import type { BarcodePlan } from './barcode.js';
import type { WordBreaks } from './hyphenation.js';
import type { TextStyle } from './style.js';

/** The grid of every page of a paper. Columns are counted from the left, lines from the top, both from 1. */
export interface Grid {
  readonly columns: number;
  readonly columnWidth: Pt;
  readonly gutter: Pt;
  readonly leading: Pt;
  /** Number of baseline lines on a page. */
  readonly lines: number;
  /** How far a baseline lies above the foot of its line. */
  readonly baselineRise: Pt;
}

export interface Press {
  readonly standard: string;
  /** Name of the output profile: a file `<profile>.icc` of the product or beside the paper file. */
  readonly profile: string;
  /** Total ink allowed, 2.4 = 240 %. */
  readonly inkLimit: number;
  /** Effective resolution in pixels per inch below which the press stops. */
  readonly minResolution: number;
  /** Below this it warns. */
  readonly goodResolution: number;
  readonly pageCounts: readonly number[];
  readonly sharpen: Sharpening;
  /** Whether the press file carries printer's marks: crop and registration marks, a colour bar, a slug line. */
  readonly marks: boolean;
  /** Name of a page's file where each has one of its own, with `{paper}`, `{date}`, `{edition}` and `{page}`. */
  readonly pageFile: string;
}

/** Whether converted pictures are sharpened against the spread of dots in newsprint. */
export type Sharpening = 'none' | 'newsprint';

/** Line-breaking and make-up settings that a paper chooses. */
export interface Justification {
  /** Share of the natural word space: 0.75, 1, 1.5. */
  readonly wordSpace: { readonly min: number; readonly natural: number; readonly max: number };
  /** Letter space added at most and taken at most, in em. */
  readonly letterSpace: { readonly min: number; readonly max: number };
  /** Glyph scaling, 0.97 to 1.03. */
  readonly glyphScale: { readonly min: number; readonly max: number };
  readonly maxHyphens: number;
  /** Whether hyphens, stops, quotes and the like hang into the margins of justified text, in part. */
  readonly opticalMargins: boolean;
  /** What lines are broken otherwise for, where that costs little. */
  readonly avoid: readonly LineBlemish[];
}

/** Stacks: the same word, or a hyphen three times, under one another at line starts or ends. Rivers: white running down. */
export type LineBlemish = 'stacks' | 'rivers';

/** A part of a story that make-up may put more white around. `head`: under the head, over all text of the slot. */
export type SpacedPart = 'crosshead' | 'pullquote' | 'quote' | 'head';

/** A part of a story that may be left out. */
export type OptionalPart = 'pullquote' | 'deck';

/** One thing that may be done to make a story fit. */
export type FitStep =
  /** Paragraphs set up to `lines` lines shorter or longer. */
  | { readonly type: 'looseness'; readonly lines: 1 }
  /** White added around parts, at most `max` whole grid lines at each. */
  | { readonly type: 'space'; readonly around: readonly SpacedPart[]; readonly max: number }
  /** The whole body set tighter or wider, in whole thousandths of an em; `from` is 0 or less, `to` 0 or more. */
  | { readonly type: 'tracking'; readonly from: number; readonly to: number }
  /** The main picture less or more deep than its slot plans, by a share of that depth. */
  | { readonly type: 'crop'; readonly picture: 'main'; readonly by: number }
  /** Parts left out where the text is too long, the first one first. */
  | { readonly type: 'drop'; readonly optional: readonly OptionalPart[] };

export type FitStepName = FitStep['type'];

/** A newspaper: what stays the same from night to night, every length in points. */
export interface Paper {
  readonly type: 'paper';
  /** Folder name under `templates/`. */
  readonly id: string;
  readonly name: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Words that are broken in the paper's own way. */
  readonly wordBreaks: readonly WordBreaks[];
  /** Whether spaces are set as typed, or tied where no line may end at them. */
  readonly spaces: 'typed' | 'tied';
  readonly place?: string;
  readonly price?: string;
  /** The bar code that its furniture may print. */
  readonly barcode?: BarcodePlan;
  readonly trim: Size;
  readonly bleed: Pt;
  readonly margins: { readonly top: Pt; readonly bottom: Pt; readonly inside: Pt; readonly outside: Pt };
  readonly grid: Grid;
  readonly press: Press;
  readonly justification: Justification;
  readonly colors: ReadonlyMap<string, Color>;
  /** Every style by name; the names of `PartName` are all there. */
  readonly styles: ReadonlyMap<string, TextStyle>;
  /** What may be done to make a story fit, in the order in which it is tried. */
  readonly fit: readonly FitStep[];
  readonly origin: Origin;
}
