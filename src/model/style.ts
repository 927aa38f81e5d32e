import type { Color } from '../units/color.js';
import type { Pt } from '../units/length.js';
import type { FaceId, FaceSet } from './font.js';

export type Align = 'start' | 'end' | 'center' | 'justify';

/** What a piece of text is in a story. Every part has a style of its own; a slot may name another. */
export type PartName =
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'byline'
  | 'role'
  | 'dateline'
  | 'body'
  | 'crosshead'
  | 'item'
  | 'quote'
  | 'table'
  | 'tableHead'
  | 'pullquote'
  | 'pullquoteBy'
  | 'caption'
  | 'credit'
  | 'jumpTo'
  | 'jumpFrom'
  | 'jumpHead'
  | 'refer';

export type TableRules = 'rows' | 'head' | 'none';

/** How the first letter of a story stands beside its first lines. */
export interface DropCapStyle {
  /** Lines that the letter is deep: 2, 3 or 4. Its foot stands on the baseline of the last. */
  readonly lines: number;
  /** What its top is level with in the first line. */
  readonly top: 'capHeight' | 'xHeight';
  /** How the rest of its word is set. */
  readonly firstWord: 'plain' | 'smallcaps';
  /** Face, colour and features of the letter; its size follows from the lines. */
  readonly face: FaceId;
  readonly fallback: readonly FaceId[];
  readonly color: Color;
  readonly features: readonly string[];
}

/** A text style with everything decided: nothing cascades after this. */
export interface TextStyle {
  readonly name: string;
  readonly faces: FaceSet;
  /** Whether the style itself is italic; emphasis inside turns italic text upright. */
  readonly italic: boolean;
  readonly size: Pt;
  /** Distance of baselines inside a block that is not on the grid (heads, captions); body text uses the grid. */
  readonly leading: Pt;
  readonly align: Align;
  /** Indent of a paragraph's first line. */
  readonly indent: Pt;
  /** Thousandths of an em added after every glyph. */
  readonly tracking: number;
  readonly hyphenate: boolean;
  readonly color: Color;
  readonly transform: 'none' | 'uppercase' | 'smallcaps';
  /** OpenType feature tags switched on beyond kerning and standard ligatures. */
  readonly features: readonly string[];
  /** Which rows of a table have a hairline under them: all, the head and the last, or none. Of no concern elsewhere. */
  readonly rules?: TableRules;
  /** White over and under, in grid lines (whole or half). */
  readonly above: number;
  readonly below: number;
  /** Set where a story's first paragraph in this style starts with a large letter. */
  readonly dropCap?: DropCapStyle;
  /** Wording with `{page}`, `{weekday}` …, for computed text (jump lines, refers, folios). */
  readonly text?: string;
}
