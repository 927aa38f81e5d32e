/**
 * Words by run style: each distinct word is prepared once for all styles that shape alike. In: a stretch of text.
 * Out: the same object for the same word in the same style.
 */
import type { RunStyle } from '../model/styled.js';
import { lackingFeatures } from './lacking-features.js';
import { type PreparedWord, prepareWord, type WordSetting } from './prepare-word.js';
import type { StyleByFace } from './style-by-face.js';
import { fixedSpaceOf } from './white.js';
import { addWord, createWordTable, findWord, type WordTable } from './word-table.kernel.js';

/** All words set in one run style. */
export interface StyleWords {
  readonly style: RunStyle;
  /** Width of a word space, with tracking, in thousandths of an em. */
  readonly space: number;
  /** Features of the style that its face does not have. */
  readonly lacking: readonly string[];
  /** Width of a space of fixed width, with tracking, in thousandths of an em. */
  fixedSpace(unit: number): number;
  /** The word that stands in `text` from `start` to `end`, whose hash is `hash` (see `hashUnit`). */
  find(text: string, start: number, end: number, hash: number): PreparedWord;
}

/** The words of all styles that have the same setting: what one of them has prepared, the others take over. */
export interface WordStore {
  readonly setting: WordSetting;
  readonly tables: WordTable<PreparedWord>[];
}

const SPACE = ' ';
const NONE: readonly never[] = [];

export function createWordStore(setting: WordSetting): WordStore {
  return { setting, tables: [] };
}

export function createStyleWords(style: RunStyle, store: WordStore): StyleWords {
  const { setting, tables } = store;
  const words = createWordTable<PreparedWord>();
  tables.push(words);
  return {
    style,
    space: setting.shapers.own.shape(SPACE).shaped.widthEm * 1000 + style.tracking,
    lacking: style.features.length === 0 ? NONE : lackingFeatures(style, setting.shapers.own.face),
    fixedSpace: (unit) => fixedSpaceOf(unit, setting.shapers.own) + style.tracking,
    find: (text, start, end, hash) => {
      const known = findWord(words, text, start, end, hash);
      if (known) return known;
      const written = text.slice(start, end);
      const other = findInAny(tables, written, hash);
      const word = other ? restyle(other, style, setting.styleIn) : prepareWord(written, style, setting);
      addWord(words, written, hash, word);
      return word;
    },
  };
}

function findInAny(
  tables: readonly WordTable<PreparedWord>[],
  written: string,
  hash: number,
): PreparedWord | undefined {
  for (const table of tables) {
    const word = findWord(table, written, 0, written.length, hash);
    if (word) return word;
  }
  return undefined;
}

function restyle(word: PreparedWord, style: RunStyle, styleIn: StyleByFace): PreparedWord {
  return { ...word, style, parts: word.parts.map((part) => part.inStyle(styleIn(style, part.shaped.face))) };
}
