/**
 * Measures of words in columns, one row for each fragment between break points and for the break after it, in thousandths
 * of an em and glyphs. In: rows one by one. Out: the rows of a word as items of a horizontal list.
 *
 * Kerning over a break point is part of the fragment after it. A line that ends at a break has the fragments up to it and
 * `hyphen`; the next line has the fragments after it and `post`. So both have exactly the width of the pieces set by
 * themselves, and a break without a hyphen adds no width.
 */
import { addBox, addCut, type HListColumns } from './hlist-columns.kernel.js';

/** Rows that many words share; each word knows its first and how many it has. */
export interface WordMeasures {
  used: number;
  /** Offset of the fragment in its word. */
  offset: Uint32Array;
  width: Float64Array;
  glyphs: Uint16Array;
  hyphen: Float64Array;
  hyphenGlyphs: Int16Array;
  post: Float64Array;
  postGlyphs: Int16Array;
  penalty: Int16Array;
  flagged: Uint8Array;
}

/** How a run style and justification turn measures into points. */
export interface ItemScale {
  /** Points in a thousandth of an em. */
  readonly point: number;
  /** Thousandths of an em added to each glyph. */
  readonly tracking: number;
  /** What a box can give: shares of its width, and points for each glyph. */
  readonly widthStretch: number;
  readonly widthShrink: number;
  readonly glyphStretch: number;
  readonly glyphShrink: number;
}

const ROWS = 2048;

export function createMeasures(rows = ROWS): WordMeasures {
  return {
    used: 0,
    offset: new Uint32Array(rows),
    width: new Float64Array(rows),
    glyphs: new Uint16Array(rows),
    hyphen: new Float64Array(rows),
    hyphenGlyphs: new Int16Array(rows),
    post: new Float64Array(rows),
    postGlyphs: new Int16Array(rows),
    penalty: new Int16Array(rows),
    flagged: new Uint8Array(rows),
  };
}

/** Adds a fragment; the break after it, if any, is set by {@link setBreak}. There must be room. */
export function addFragment(measures: WordMeasures, offset: number, width: number, glyphs: number): void {
  const row = measures.used++;
  measures.offset[row] = offset;
  measures.width[row] = width;
  measures.glyphs[row] = glyphs;
}

/** Sets the break after the fragment that was added last. */
export function setBreak(
  measures: WordMeasures,
  hyphen: number,
  hyphenGlyphs: number,
  post: number,
  postGlyphs: number,
  penalty: number,
  flagged: number,
): void {
  const row = measures.used - 1;
  measures.hyphen[row] = hyphen;
  measures.hyphenGlyphs[row] = hyphenGlyphs;
  measures.post[row] = post;
  measures.postGlyphs[row] = postGlyphs;
  measures.penalty[row] = penalty;
  measures.flagged[row] = flagged;
}

/** Adds a word's boxes, with the penalties between them, to a list; `word` is its number in the list. */
export function addWordItems(
  columns: HListColumns,
  measures: WordMeasures,
  first: number,
  count: number,
  word: number,
  scale: ItemScale,
): void {
  const { point, tracking } = scale;
  for (let row = first, last = first + count - 1; row <= last; row++) {
    const glyphs = measures.glyphs[row] as number;
    const width = ((measures.width[row] as number) + glyphs * tracking) * point;
    const stretch = width * scale.widthStretch + glyphs * scale.glyphStretch;
    const shrink = width * scale.widthShrink + glyphs * scale.glyphShrink;
    addBox(columns, width, stretch, shrink, word, measures.offset[row] as number);
    if (row === last) return;
    const hyphen = (measures.hyphen[row] as number) + (measures.hyphenGlyphs[row] as number) * tracking;
    const post = (measures.post[row] as number) + (measures.postGlyphs[row] as number) * tracking;
    addCut(
      columns,
      hyphen * point,
      post * point,
      measures.penalty[row] as number,
      measures.flagged[row] as number,
      word,
      measures.offset[row + 1] as number,
    );
  }
}
