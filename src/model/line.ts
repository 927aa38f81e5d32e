import type { Pt } from '../units/length.js';
import type { ShapedText } from './hlist.js';
import type { RunStyle } from './styled.js';

/** A word or part of a word in its place on a line. */
export interface LinePiece {
  readonly shaped: ShapedText;
  readonly style: RunStyle;
  /** From the line's start to the piece's start. */
  readonly x: Pt;
  /** As set: with scaling and letter space. */
  readonly width: Pt;
  /** Width of the word space that follows, as set; 0 where the next piece adjoins or the line ends. */
  readonly space: Pt;
  /** Whether the last character is a hyphen that the break added. */
  readonly addedHyphen: boolean;
}

/**
 * The large first letter of a story, which stands beside the first lines of its paragraph. It belongs to the first of
 * them, whose pieces go on where the letter leaves the word.
 */
export interface DropCap {
  /** A quotation mark before the letter: on the line's own baseline, left of its start. */
  readonly quote?: LinePiece;
  /** Its `x` may be below 0: the white at the letter's left is taken off. */
  readonly letter: LinePiece;
  /** How far the letter's baseline lies under that of the line. */
  readonly drop: Pt;
}

/** A line of a table's row. A row whose cells run over several lines has as many. */
export interface RowLine {
  readonly table: SetTable;
  /** Number of the row: 0 for the head, 1 for the row under it. */
  readonly row: number;
  /** Column that each piece of the line stands in, from 0. */
  readonly columns: readonly number[];
  /** Whether a hairline stands under the line. */
  readonly ruled: boolean;
  /** Set where the head stands again over rows in a further leg. */
  readonly repeated?: true;
}

/** A table as it was set, shared by its lines. */
export interface SetTable {
  /** Each column by its head, with its width; `start`: how far it starts from the start of the line. */
  readonly columns: readonly { readonly head: string; readonly start: Pt; readonly width: Pt }[];
  /** How much wider it is than its measure; 0 where it fits. */
  readonly excess: Pt;
}

/** A line of type, set to its measure. */
export interface Line {
  readonly pieces: readonly LinePiece[];
  readonly measure: Pt;
  /** Indent at the start of the line; pieces' `x` already include it. */
  readonly indent: Pt;
  /** From the start of the measure to the end of the last piece, less what of it hangs into the margin. */
  readonly width: Pt;
  /** How far the first and the last piece hang into the margins at the start and at the end of the line; 0 unless told. */
  readonly hangStart?: Pt;
  readonly hangEnd?: Pt;
  /** Knuth-Plass adjustment ratio: how much of the stretch (positive) or shrink (negative) is used. 0 when not justified. */
  readonly ratio: number;
  /** Horizontal glyph scaling, 1 = none. */
  readonly scale: number;
  /** Letter space added after each glyph, in points. */
  readonly letterSpace: Pt;
  /** Whether it ends in a hyphen that the break added. */
  readonly hyphenated: boolean;
  /** Last line of its paragraph. */
  readonly last: boolean;
  /** What of a table stands on the line, where the paragraph is one. */
  readonly row?: RowLine;
  /** The letter before the first piece, where the paragraph starts with one that is larger. */
  readonly dropCap?: DropCap;
}

/** A line's words as plain text, spaces where the gaps are, an added hyphen as "-". */
export function lineText(line: Line): string {
  let text = '';
  for (const piece of [...dropCapPieces(line.dropCap), ...line.pieces]) {
    text += piece.shaped.text;
    if (piece.space > 0) text += ' ';
  }
  return text;
}

/** The pieces of a drop cap in reading order; none where there is none. */
function dropCapPieces(dropCap: DropCap | undefined): readonly LinePiece[] {
  if (!dropCap) return [];
  return dropCap.quote ? [dropCap.quote, dropCap.letter] : [dropCap.letter];
}
