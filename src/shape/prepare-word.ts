/**
 * A word made ready for any paragraph: shaped, cut at its break points, measured in thousandths of an em. In: the word as
 * written, with its invisible marks. Out: parts, one for each face that it takes.
 */
import type { ShapedText } from '../model/hlist.js';
import { type BreakPoint, findBreaks, type WordMarks } from './find-breaks.js';
import type { Hyphenator } from './load-hyphenation.js';
import { isInvisible, type ShapedWord, type TextShaper } from './shape-text.js';
import { kernOf } from './shape-word.kernel.js';

/**
 * A break point measured. Before it the line has the fragments up to it and `hyphenWidth`; after it the line has the rest
 * of the fragments and `post`. So both lines have exactly the width of the pieces set by themselves.
 */
export interface PreparedBreak {
  readonly point: BreakPoint;
  readonly hyphenWidth: number;
  readonly hyphenGlyphs: number;
  readonly post: number;
  readonly postGlyphs: number;
}

/** A fragment between break points. Kerning over a break point is part of the fragment after it. */
export interface Fragment {
  readonly offset: number;
  readonly width: number;
  readonly glyphs: number;
}

/** A word, or the part of a word in one face. */
export interface PreparedPart {
  readonly text: string;
  readonly shaper: TextShaper;
  readonly shaped: ShapedText;
  /** One more than there are breaks. */
  readonly fragments: readonly Fragment[];
  readonly breaks: readonly PreparedBreak[];
  /** The text from one offset to another, with a hyphen added or not. Interned. */
  cut(from: number, to: number, hyphen: boolean): ShapedText;
}

export interface PreparedWord {
  readonly parts: readonly PreparedPart[];
  /** Code points that no face has. */
  readonly missing: readonly number[];
}

/** Faces in the order in which they are tried, and what breaks words. */
export interface WordSetting {
  readonly shapers: readonly [TextShaper, ...TextShaper[]];
  readonly hyphenator: Hyphenator | 'soft' | undefined;
}

interface CleanWord {
  readonly text: string;
  readonly marks: WordMarks;
  /** Offsets over which nothing joins. */
  readonly nonJoiners: readonly number[];
}

const HYPHEN = '-';
const NON_JOINER = '\u200c';
/** Soft hyphen, zero-width space and non-joiner, direction marks, word joiner, byte order mark. */
const INVISIBLE = /[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const COMBINING = /^\p{M}/u;
const NO_MARKS: WordMarks = { soft: [], zero: [] };

export function prepareWord(written: string, setting: WordSetting): PreparedWord {
  const word = cleanWord(written);
  if (word.text === '') return { parts: [], missing: [] };
  const points = findBreaks(word.text, word.marks, setting.hyphenator);
  const [shaper] = setting.shapers;
  const whole = shaper.shape(withNonJoiners(word, 0, word.text.length));
  if (whole.whole) return { parts: [preparePart(word, shaper, whole, points)], missing: [] };
  return prepareInFaces(word, setting, points);
}

/** Takes out what is not to be seen, and notes what it meant. */
function cleanWord(written: string): CleanWord {
  if (!INVISIBLE.test(written)) return { text: written, marks: NO_MARKS, nonJoiners: [] };
  const soft: number[] = [];
  const zero: number[] = [];
  const nonJoiners: number[] = [];
  let text = '';
  for (const unit of written) {
    if (!INVISIBLE.test(unit)) text += unit;
    else if (unit === '\u00ad') soft.push(text.length);
    else if (unit === '\u200b') zero.push(text.length);
    else if (unit === NON_JOINER) nonJoiners.push(text.length);
  }
  return { text, marks: { soft, zero }, nonJoiners };
}

/** Part of a word as the shaper wants it. */
function withNonJoiners(word: CleanWord, from: number, to: number): string {
  if (word.nonJoiners.length === 0) return word.text.slice(from, to);
  let text = '';
  let start = from;
  for (const offset of word.nonJoiners) {
    if (offset <= from || offset >= to) continue;
    text += word.text.slice(start, offset) + NON_JOINER;
    start = offset;
  }
  return text + word.text.slice(start, to);
}

/** Splits a word among the faces that have its characters. No line breaks between the parts. */
function prepareInFaces(word: CleanWord, setting: WordSetting, points: readonly BreakPoint[]): PreparedWord {
  const missing = new Set<number>();
  const parts: PreparedPart[] = [];
  let offset = 0;
  for (const run of faceRuns(word.text, setting.shapers, missing)) {
    const end = offset + run.text.length;
    const within = (at: number) => at > offset && at < end;
    const from = offset;
    const part: CleanWord = {
      text: run.text,
      marks: NO_MARKS,
      nonJoiners: word.nonJoiners.filter(within).map((at) => at - from),
    };
    const own = points.filter((point) => within(point.offset)).map((p) => ({ ...p, offset: p.offset - from }));
    const shaped = run.shaper.shape(withNonJoiners(part, 0, part.text.length));
    parts.push(preparePart(part, run.shaper, shaped, own));
    offset = end;
  }
  return { parts, missing: [...missing] };
}

function faceRuns(
  text: string,
  shapers: WordSetting['shapers'],
  missing: Set<number>,
): { text: string; shaper: TextShaper }[] {
  const runs: { text: string; shaper: TextShaper }[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    const last = runs.at(-1);
    const shaper = chooseShaper(character, code, shapers, last?.shaper);
    if (!shaper) missing.add(code);
    if (last && last.shaper === (shaper ?? shapers[0])) last.text += character;
    else runs.push({ text: character, shaper: shaper ?? shapers[0] });
  }
  return runs;
}

/** The first face that has the character; what belongs to the character before it stays with that one's face. */
function chooseShaper(
  character: string,
  code: number,
  shapers: WordSetting['shapers'],
  previous: TextShaper | undefined,
): TextShaper | undefined {
  if (previous && (isInvisible(code) || (COMBINING.test(character) && previous.has(code)))) return previous;
  return shapers.find((shaper) => shaper.has(code));
}

function preparePart(
  word: CleanWord,
  shaper: TextShaper,
  whole: ShapedWord,
  points: readonly BreakPoint[],
): PreparedPart {
  const shape = (from: number, to: number, hyphen: boolean) =>
    shaper.shape(withNonJoiners(word, from, to) + (hyphen ? HYPHEN : ''));
  const { breaks, fragments } = measureBreaks(word.text, whole, points, shape, shaper);
  return {
    text: word.text,
    shaper,
    shaped: whole.shaped,
    fragments,
    breaks,
    cut: (from, to, hyphen) => shape(from, to, hyphen).shaped,
  };
}

type ShapePiece = (from: number, to: number, hyphen: boolean) => ShapedWord;

function measureBreaks(
  text: string,
  whole: ShapedWord,
  points: readonly BreakPoint[],
  shape: ShapePiece,
  shaper: TextShaper,
): Pick<PreparedPart, 'breaks' | 'fragments'> {
  const fragments: Fragment[] = [];
  const breaks: PreparedBreak[] = [];
  let offset = 0;
  let width = 0;
  let glyphs = 0;
  for (const point of points) {
    const cut = measureCut(text, whole, point, shape, shaper);
    fragments.push({ offset, width: cut.width - width, glyphs: cut.glyphs - glyphs });
    breaks.push(cut.prepared);
    ({ width, glyphs } = cut);
    offset = point.offset;
  }
  const { shaped } = whole;
  fragments.push({ offset, width: shaped.widthEm * 1000 - width, glyphs: shaped.glyphs.length - glyphs });
  return { fragments, breaks };
}

/** A cut measured: what stands before it without a hyphen, and the break itself. */
interface Cut {
  readonly width: number;
  readonly glyphs: number;
  readonly prepared: PreparedBreak;
}

function measureCut(text: string, whole: ShapedWord, point: BreakPoint, shape: ShapePiece, shaper: TextShaper): Cut {
  return measureCleanCut(whole, point, shaper) ?? measureByShaping(text, whole, point, shape);
}

/**
 * Measures without shaping the pieces. Where tables alone shaped the word and no ligature spans the cut, its pieces have
 * the word's own glyphs: substitutions look only to the right, and what they would need beyond the cut they did not find.
 */
function measureCleanCut({ shaped, rules }: ShapedWord, point: BreakPoint, shaper: TextShaper): Cut | undefined {
  const at = rules ? glyphAt(shaped, point.offset) : -1;
  if (!rules || at < 0) return undefined;
  const before = shaped.glyphs[at - 1] as number;
  const kern = kernOf(rules, before, shaped.glyphs[at] as number);
  let width = -kern;
  for (let glyph = 0; glyph < at; glyph++) width += shaped.advances[glyph] as number;
  const hyphen = shaper.shape(HYPHEN).shaped;
  const hyphenWidth = hyphen.widthEm * 1000 + kernOf(rules, before, hyphen.glyphs[0] as number);
  return {
    width,
    glyphs: at,
    prepared: {
      point,
      hyphenWidth: point.addsHyphen ? hyphenWidth : 0,
      hyphenGlyphs: point.addsHyphen ? 1 : 0,
      post: -kern,
      postGlyphs: 0,
    },
  };
}

/** Index of the glyph that starts at a text offset; -1 where a ligature spans it. */
function glyphAt(shaped: ShapedText, offset: number): number {
  let reached = 0;
  let glyph = 0;
  while (reached < offset) reached += shaped.clusters[glyph++] as number;
  return reached === offset ? glyph : -1;
}

function measureByShaping(text: string, whole: ShapedWord, point: BreakPoint, shape: ShapePiece): Cut {
  const { offset, addsHyphen } = point;
  const before = shape(0, offset, false).shaped;
  const atEnd = addsHyphen ? shape(0, offset, true).shaped : before;
  const after = shape(offset, text.length, false).shaped;
  const { widthEm, glyphs } = whole.shaped;
  return {
    width: before.widthEm * 1000,
    glyphs: before.glyphs.length,
    prepared: {
      point,
      hyphenWidth: (atEnd.widthEm - before.widthEm) * 1000,
      hyphenGlyphs: atEnd.glyphs.length - before.glyphs.length,
      post: (after.widthEm - (widthEm - before.widthEm)) * 1000,
      postGlyphs: after.glyphs.length - (glyphs.length - before.glyphs.length),
    },
  };
}
