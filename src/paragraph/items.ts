import type { Pt } from '../units/length.js';

/* What a paragraph is made of where it does not come from a story: Knuth & Plass 1981, p. 1126; The TeXbook, ch. 12 and 14. */

/** Something that has a width and is never broken: a word, a part of a word, a picture in the line. */
export interface Box {
  readonly type: 'box';
  readonly width: Pt;
  /** What it can give by itself, beyond what {@link ParagraphParameters.glyphScale} and `letterSpace` give it. 0 unless told. */
  readonly stretch?: Pt;
  readonly shrink?: Pt;
  /** Glyphs in it, each of which takes a letter space. 0 unless told: it then gives none. */
  readonly glyphs?: number;
}

/** White that stretches and shrinks, and at which a line may end where a box or discretionary stands before it. */
export interface Glue {
  readonly type: 'glue';
  readonly width: Pt;
  readonly stretch?: Pt;
  readonly shrink?: Pt;
  /** Shares of what is left to fill, as TeX's `plus 1fil`. A line with fill on it has no badness when it is short. */
  readonly fil?: number;
}

/** A place where a line may end, at a price: 10000 and more forbids it, -10000 and less orders it. */
export interface Penalty {
  readonly type: 'penalty';
  readonly penalty: number;
  /** Set at the line's end where the line ends here; 0 unless told. */
  readonly width?: Pt;
  /** Whether such an end counts as a hyphen. */
  readonly flagged?: boolean;
}

/** A place where a word may be broken, TeX's `\discretionary`. */
export interface Discretionary {
  readonly type: 'discretionary';
  /** Width at the end of the line where it is broken here: the hyphen. */
  readonly pre?: Pt;
  /** Width at the start of the next line then. */
  readonly post?: Pt;
  /** Width where it is not broken. */
  readonly noBreak?: Pt;
  /** Price of the break instead of `hyphenPenalty`, or of `exHyphenPenalty` where `pre` is 0. */
  readonly penalty?: number;
  /** Whether hyphenation found it: the first pass then does without, as in TeX. */
  readonly automatic?: boolean;
}

export type Item = Box | Glue | Penalty | Discretionary;

/** How a paragraph ends in TeX (`\parfillskip=0pt plus 1fil`). Put there by itself where a list does not end in a forced break. */
export const PARAGRAPH_END: readonly Item[] = [
  { type: 'penalty', penalty: 10000 },
  { type: 'glue', width: 0, fil: 1 },
  { type: 'penalty', penalty: -10000 },
];
