/**
 * Words by run style: each distinct word is prepared once for all styles that shape alike, and becomes one `HWord` for each
 * style. In: a word as written. Out: the same object for the same word.
 */
import type { HWord } from '../model/hlist.js';
import type { RunStyle } from '../model/styled.js';
import { type PreparedPart, type PreparedWord, prepareWord, type WordSetting } from './prepare-word.js';

/** A part of a word in the style in which it is set. */
export interface StyledPart {
  readonly part: PreparedPart;
  readonly word: HWord;
}

export interface StyledWord {
  readonly parts: readonly StyledPart[];
  /** Code points that no face has. */
  readonly missing: readonly number[];
}

/** All words set in one run style. */
export interface StyleWords {
  readonly style: RunStyle;
  /** Width of a word space, with tracking, in thousandths of an em. */
  readonly space: number;
  find(written: string): StyledWord;
}

/** The words of all styles that have the same faces, features, language and hyphenation. */
export interface WordStore {
  readonly setting: WordSetting;
  find(written: string): PreparedWord;
}

export function createWordStore(setting: WordSetting): WordStore {
  const words = new Map<string, PreparedWord>();
  return {
    setting,
    find: (written) => {
      const known = words.get(written);
      if (known) return known;
      const word = prepareWord(written, setting);
      words.set(written, word);
      return word;
    },
  };
}

const SPACE = ' ';

export function createStyleWords(style: RunStyle, store: WordStore): StyleWords {
  const words = new Map<string, StyledWord>();
  const [shaper] = store.setting.shapers;
  const styleIn = styleByFace(style);
  return {
    style,
    space: shaper.shape(SPACE).shaped.widthEm * 1000 + style.tracking,
    find: (written) => {
      const known = words.get(written);
      if (known) return known;
      const { parts, missing } = store.find(written);
      const word = { parts: parts.map((part) => styledPart(part, styleIn(part.shaped.face))), missing };
      words.set(written, word);
      return word;
    },
  };
}

/** The run style with another face, the same object each time. */
function styleByFace(style: RunStyle): (face: string) => RunStyle {
  const styles = new Map([[style.face, style]]);
  return (face) => {
    const known = styles.get(face) ?? { ...style, face };
    styles.set(face, known);
    return known;
  };
}

function styledPart(part: PreparedPart, style: RunStyle): StyledPart {
  return { part, word: { text: part.text, style, shaped: part.shaped, cut: part.cut } };
}
