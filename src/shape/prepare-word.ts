/**
 * A word made ready for any paragraph: shaped, cut at its break points, measured. In: the word as written, with its
 * invisible marks. Out: its parts, one for each face that it takes.
 */
import type { RunStyle } from '../model/styled.js';
import { type CleanWord, cleanWord, withNonJoiners } from './clean-word.js';
import { type BreakPoint, findBreaks } from './find-breaks.js';
import type { Hyphenator } from './load-hyphenation.js';
import { measureWord, roomFor } from './measure-word.js';
import { SetWord } from './set-word.js';
import type { ShapedWord, TextShaper } from './shape-text.js';
import { type Shapers, splitFaces } from './split-faces.js';
import { createStyleByFace, type StyleByFace } from './style-by-face.js';
import { createMeasures, type WordMeasures } from './word-measures.kernel.js';

export interface PreparedWord {
  /** As it is read, without what is not to be seen. */
  readonly text: string;
  readonly style: RunStyle;
  readonly parts: readonly SetWord[];
  /** Code points that no face has. */
  readonly missing: readonly number[];
  /** Whether it ends in a dash or hyphen after a letter or figure: a line may end there even where no white follows. */
  readonly endsInDash: boolean;
}

/** What all words of some styles have in common: faces, features, language and what breaks words. */
export interface WordSetting {
  readonly shapers: Shapers;
  readonly hyphenator: Hyphenator | 'soft' | undefined;
  readonly styleIn: StyleByFace;
  /** Where measures go; all settings of a shaper share it. */
  readonly memory: MeasureMemory;
}

/** The measures that are being filled. */
export interface MeasureMemory {
  measures: WordMeasures;
}

const DASH_END = /[\p{L}\p{N}][-\u2010\u2013-\u2015]$/u;
const NONE: readonly never[] = [];

export function createWordSetting(
  shapers: Shapers,
  hyphenator: WordSetting['hyphenator'],
  memory: MeasureMemory = { measures: createMeasures() },
): WordSetting {
  return { shapers, hyphenator, styleIn: createStyleByFace(), memory };
}

/** Prepares a word in a style whose faces are those of the setting. */
export function prepareWord(written: string, style: RunStyle, setting: WordSetting): PreparedWord {
  const word = cleanWord(written);
  const { text } = word;
  if (text === '') return { text, style, parts: NONE, missing: NONE, endsInDash: false };
  const points = findBreaks(text, word.marks, setting.hyphenator);
  const shaper = setting.shapers.own;
  const whole = shaper.shape(withNonJoiners(text, word.nonJoiners, 0, text.length));
  const endsInDash = mayEndInDash(text) && DASH_END.test(text);
  if (!whole.whole) return { text, style, ...prepareInFaces(word, style, setting, points), endsInDash };
  return { text, style, parts: [preparePart(word, style, setting, points, shaper, whole)], missing: NONE, endsInDash };
}

/** Whether it is worth looking closer. */
function mayEndInDash(text: string): boolean {
  const unit = text.charCodeAt(text.length - 1);
  return unit === 0x2d || (unit >= 0x2010 && unit <= 0x2015);
}

/** A word that takes more than one face. No line breaks between its parts. */
function prepareInFaces(
  word: CleanWord,
  style: RunStyle,
  setting: WordSetting,
  points: readonly BreakPoint[],
): Pick<PreparedWord, 'parts' | 'missing'> {
  const missing = new Set<number>();
  let end = 0;
  const parts = splitFaces(word.text, setting.shapers, missing).map(({ text, shaper }) => {
    const start = end;
    end += text.length;
    const isWithin = (at: number) => at > start && at < start + text.length;
    const nonJoiners = word.nonJoiners.filter(isWithin).map((at) => at - start);
    const own = points.filter(({ offset }) => isWithin(offset)).map((p) => ({ ...p, offset: p.offset - start }));
    const whole = shaper.shape(withNonJoiners(text, nonJoiners, 0, text.length));
    const partStyle = setting.styleIn(style, shaper.face.id);
    return preparePart({ text, marks: word.marks, nonJoiners }, partStyle, setting, own, shaper, whole);
  });
  return { parts, missing: [...missing] };
}

function preparePart(
  { text, nonJoiners }: CleanWord,
  style: RunStyle,
  setting: WordSetting,
  points: readonly BreakPoint[],
  shaper: TextShaper,
  whole: ShapedWord,
): SetWord {
  const rows = points.length + 1;
  const measures = roomFor(rows, setting.memory.measures);
  setting.memory.measures = measures;
  const row = measures.used;
  measureWord({ text, nonJoiners, shaper, whole, points }, measures);
  return new SetWord(text, style, whole.shaped, shaper, nonJoiners, measures, row, rows);
}
