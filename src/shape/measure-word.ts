/**
 * Measures a word at its break points. In: the word shaped, its break points. Out: rows of `WordMeasures`.
 */
import type { ShapedText } from '../model/hlist.js';
import { withNonJoiners } from './clean-word.js';
import type { BreakPoint } from './find-breaks.js';
import type { ShapedWord, TextShaper } from './shape-text.js';
import { kernOf } from './shape-word.kernel.js';
import { addFragment, createMeasures, setBreak, type WordMeasures } from './word-measures.kernel.js';

/** A word in one face, before it is measured. */
export interface UnmeasuredWord {
  readonly text: string;
  readonly nonJoiners: readonly number[];
  readonly shaper: TextShaper;
  readonly whole: ShapedWord;
  readonly points: readonly BreakPoint[];
}

/** A place to cut, measured in thousandths of an em and glyphs: the piece before it without a hyphen, and the break. */
interface Cut {
  readonly width: number;
  readonly glyphs: number;
  readonly hyphen: number;
  readonly hyphenGlyphs: number;
  readonly post: number;
  readonly postGlyphs: number;
}

const HYPHEN = '-';

/** Memory for the rows of a word: the store, or a new one where it is full. */
export function roomFor(rows: number, measures: WordMeasures): WordMeasures {
  return measures.used + rows <= measures.offset.length
    ? measures
    : createMeasures(Math.max(rows, measures.offset.length));
}

/** Adds one row more than the word has break points. There must be room. */
export function measureWord(word: UnmeasuredWord, measures: WordMeasures): void {
  const { shaped } = word.whole;
  let offset = 0;
  let width = 0;
  let glyphs = 0;
  for (const point of word.points) {
    const cut = measureCleanCut(word, point) ?? measureByShaping(word, point);
    addFragment(measures, offset, cut.width - width, cut.glyphs - glyphs);
    const flagged = point.flagged ? 1 : 0;
    setBreak(measures, cut.hyphen, cut.hyphenGlyphs, cut.post, cut.postGlyphs, point.penalty, flagged);
    ({ width, glyphs } = cut);
    offset = point.offset;
  }
  addFragment(measures, offset, shaped.widthEm * 1000 - width, shaped.glyphs.length - glyphs);
}

/**
 * Measures without shaping the pieces. Where tables alone shaped the word and no ligature spans the cut, its pieces have
 * the word's own glyphs: substitutions look only to the right, and what they would need beyond the cut they did not find.
 */
function measureCleanCut({ whole, shaper }: UnmeasuredWord, point: BreakPoint): Cut | undefined {
  const { shaped, rules } = whole;
  const at = rules ? glyphAt(shaped, point.offset) : -1;
  if (!rules || at < 0) return undefined;
  const before = shaped.glyphs[at - 1] as number;
  const kern = kernOf(rules, before, shaped.glyphs[at] as number);
  let width = -kern;
  for (let glyph = 0; glyph < at; glyph++) width += shaped.advances[glyph] as number;
  if (!point.addsHyphen) return { width, glyphs: at, hyphen: 0, hyphenGlyphs: 0, post: -kern, postGlyphs: 0 };
  const { widthEm, glyphs } = shaper.shape(HYPHEN).shaped;
  const hyphen = widthEm * 1000 + kernOf(rules, before, glyphs[0] as number);
  return { width, glyphs: at, hyphen, hyphenGlyphs: 1, post: -kern, postGlyphs: 0 };
}

/** Index of the glyph that starts at a text offset; -1 where a ligature spans it. */
function glyphAt(shaped: ShapedText, offset: number): number {
  let reached = 0;
  let glyph = 0;
  while (reached < offset) reached += shaped.clusters[glyph++] as number;
  return reached === offset ? glyph : -1;
}

function measureByShaping(
  { text, nonJoiners, shaper, whole }: UnmeasuredWord,
  { offset, addsHyphen }: BreakPoint,
): Cut {
  const piece = (from: number, to: number) => withNonJoiners(text, nonJoiners, from, to);
  const before = shaper.shape(piece(0, offset)).shaped;
  const atEnd = addsHyphen ? shaper.shape(piece(0, offset) + HYPHEN).shaped : before;
  const after = shaper.shape(piece(offset, text.length)).shaped;
  const { widthEm, glyphs } = whole.shaped;
  return {
    width: before.widthEm * 1000,
    glyphs: before.glyphs.length,
    hyphen: (atEnd.widthEm - before.widthEm) * 1000,
    hyphenGlyphs: atEnd.glyphs.length - before.glyphs.length,
    post: (after.widthEm - (widthEm - before.widthEm)) * 1000,
    postGlyphs: after.glyphs.length - (glyphs.length - before.glyphs.length),
  };
}
