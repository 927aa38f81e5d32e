import type { Origin } from '../diagnostics/diagnostic.js';
import type { Color } from '../units/color.js';
import type { Pt } from '../units/length.js';
import type { FaceId } from './font.js';
import type { TypedText } from './issue.js';
import type { ColumnAlign } from './story.js';
import type { DropCapStyle, PartName, TableRules, TextStyle } from './style.js';

/** How a run of text looks. Objects are shared: two runs that look alike hold the same object. */
export interface RunStyle {
  readonly face: FaceId;
  readonly fallback: readonly FaceId[];
  readonly size: Pt;
  readonly color: Color;
  /** Thousandths of an em. */
  readonly tracking: number;
  readonly features: readonly string[];
  /** BCP 47 tag, for hyphenation and the PDF. */
  readonly language: string;
  readonly hyphenate: boolean;
  readonly link?: string;
}

export type StyledRun =
  | { readonly type: 'text'; readonly text: string; readonly style: RunStyle }
  | { readonly type: 'break' };

/** A letter taken out of a paragraph's text, to be set large before it. */
export interface StyledDropCap {
  /** A quotation mark that stands before the letter, in the style of the text. */
  readonly quote?: { readonly text: string; readonly style: RunStyle };
  readonly letter: string;
  readonly style: DropCapStyle;
  /** Whether the letter is a word by itself. */
  readonly isWord: boolean;
  /** The whole text, for a measure at which the paragraph has fewer lines than the letter is deep. */
  readonly whole: readonly StyledRun[];
}

/** A paragraph with its final looks, ready for shaping. */
export interface StyledParagraph {
  readonly part: PartName;
  readonly style: TextStyle;
  readonly runs: readonly StyledRun[];
  /** Indent of the first line; may be 0 after a head or crosshead. */
  readonly indent: Pt;
  /** Indent of all further lines (lists, block quotes). */
  readonly hang: Pt;
  /** Indent of the end side (block quotes). */
  readonly endIndent: Pt;
  /** Text set at the start of the first line, left of its indent (list bullets). */
  readonly marker?: StyledRun;
  /** The large letter before the runs, which then lack it. */
  readonly dropCap?: StyledDropCap;
  /** Set where the block is a table: its text stands in cells, and there are no runs. */
  readonly table?: StyledTable;
  /** Number of the block in its article; -1 for heads and other display text. */
  readonly paragraph: number;
  readonly origin: Origin;
  /** The texts that its words come from, so that trouble with a character can be told where it was typed. */
  readonly typed?: readonly TypedText[];
}

/** A table with its final looks: rows of as many cells as there are columns, each a paragraph. */
export interface StyledTable {
  readonly columns: readonly ColumnAlign[];
  /** Undefined where nothing stands over the columns. */
  readonly head: readonly StyledParagraph[] | undefined;
  readonly rows: readonly (readonly StyledParagraph[])[];
  readonly rules: TableRules;
}

/** A story whose body has its final style; the head is styled slot by slot, since a slot chooses its size. */
export interface StyledStory {
  readonly type: 'styled-story';
  readonly article: string;
  readonly body: readonly StyledParagraph[];
}
