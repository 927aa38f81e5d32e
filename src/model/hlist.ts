import type { FaceId } from './font.js';
import type { RunStyle, StyledParagraph } from './styled.js';

/**
 * A piece of text shaped once: a word, or the part of a word before or after a hyphenation point. Interned per face and
 * feature set, so that equal pieces are one object. Glyphs run in visual order from left to right.
 */
export interface ShapedText {
  readonly face: FaceId;
  readonly text: string;
  readonly glyphs: Uint16Array;
  /** Advance of each glyph with kerning, in thousandths of an em. */
  readonly advances: Float64Array;
  /** Characters of `text` (as UTF-16 code units) that each glyph stands for: the lengths, in glyph order; 0 for a glyph that only adds to the one before. */
  readonly clusters: Uint8Array;
  /** Sum of the advances, in em. */
  readonly widthEm: number;
}

/** Item kinds of a horizontal list, after Knuth & Plass 1981, p. 1126. */
export const BOX = 0;
export const GLUE = 1;
export const PENALTY = 2;

/** A penalty of this much or more forbids a break; of minus this or less forces one. */
export const INFINITE_PENALTY = 10000;

/**
 * A paragraph as boxes, glue and penalties, in columns of numbers. All arrays have `length` entries; widths in points.
 *
 * A break at a penalty sets its `width` (the hyphen) at the line's end, and adds its `post` to the width of the next
 * line: the difference between the rest of a word set by itself and the same letters inside the unbroken word (kerning,
 * ligatures). `stretch` and `shrink` of a box are what glyph scaling and letter space can give it.
 */
export interface HList {
  readonly length: number;
  readonly kind: Uint8Array;
  readonly width: Float64Array;
  readonly stretch: Float64Array;
  readonly shrink: Float64Array;
  readonly penalty: Float64Array;
  /** 1 where a break at this penalty ends the line with a hyphen. */
  readonly flagged: Uint8Array;
  readonly post: Float64Array;
  /** Index into `words` of the word that a box or inner penalty belongs to; -1 elsewhere. */
  readonly word: Int32Array;
  /** For a box the offset in its word's text at which its fragment starts; for an inner penalty the offset at which it cuts. */
  readonly offset: Int32Array;
  readonly words: readonly HWord[];
  readonly paragraph: StyledParagraph;
}

/** An unbreakable or hyphenable unit of text between glue. */
export interface HWord {
  readonly text: string;
  readonly style: RunStyle;
  /** The whole word shaped. */
  readonly shaped: ShapedText;
  /** The text from `from` to `to`, with a hyphen added where the line breaks inside the word. Interned. */
  cut(from: number, to: number, hyphen: boolean): ShapedText;
}
