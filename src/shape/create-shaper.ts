/**
 * Sets text in glyphs. In: styled paragraphs and words. Out: horizontal lists and shaped text. The shaper remembers faces
 * and words, so that a word costs its shaping once, whatever the size and however often it is set.
 */
import type { Report } from '../diagnostics/diagnostic.js';
import type { FaceId, FaceMetrics } from '../model/font.js';
import type { HList, ShapedText } from '../model/hlist.js';
import type { Justification } from '../model/paper.js';
import type { RunStyle, StyledParagraph } from '../model/styled.js';
import { buildHList } from './build-hlist.js';
import type { InkBounds } from './check-outlines.js';
import { createFaceStore, type FontFiles } from './face-store.js';
import { createColumns } from './hlist-columns.kernel.js';
import type { Hyphenation } from './load-hyphenation.js';
import { measureInkBox } from './measure-ink-box.js';
import { createWordSetting } from './prepare-word.js';
import { createMeasures } from './word-measures.kernel.js';
import { createStyleWords, createWordStore, type StyleWords, type WordStore } from './word-store.js';

export interface Shaper {
  /**
   * A paragraph as boxes, glue and penalties. Reports missing-glyph with the paragraph's origin, once for each character
   * that neither its face nor a fallback has.
   */
  shapeParagraph(paragraph: StyledParagraph, report: Report): HList;
  /**
   * A word or short text in one face: the first of the style's face and fallbacks that has all of its characters. Where
   * none has, the style's face, with glyph 0 for what is missing. The same object for the same text.
   */
  shapeText(text: string, style: RunStyle): ShapedText;
  /** Measured on outlines, in em. */
  metrics(face: FaceId): FaceMetrics;
  /** The box of a text's ink in em from its start, y up; undefined where it has none. */
  inkBox(shaped: ShapedText): InkBounds | undefined;
  /** Width of the space character in em. */
  spaceEm(face: FaceId): number;
}

const NO_HYPHENATION: Hyphenation = new Map();

/**
 * Makes a shaper. `report` takes bad-font for a font that is damaged or may not be embedded, once, when it is first needed.
 * `hyphenation` holds the languages whose words are broken; words of other languages break at soft hyphens alone.
 */
export function createShaper(
  fonts: FontFiles,
  justification: Justification,
  report: Report,
  hyphenation: Hyphenation = NO_HYPHENATION,
): Shaper {
  const faces = createFaceStore(fonts, report);
  const stores = new Map<string, WordStore>();
  const styles = new Map<RunStyle, StyleWords>();
  const columns = createColumns();
  const memory = { measures: createMeasures() };

  const storeOf = (style: RunStyle): WordStore => {
    const key = JSON.stringify([style.face, style.fallback, style.features, style.language, style.hyphenate]);
    const known = stores.get(key);
    if (known) return known;
    const hyphenator = style.hyphenate ? (hyphenation.get(style.language) ?? 'soft') : undefined;
    const store = createWordStore(createWordSetting(faces.shapersOf(style), hyphenator, memory));
    stores.set(key, store);
    return store;
  };
  const wordsOf = (style: RunStyle): StyleWords => {
    const known = styles.get(style);
    if (known) return known;
    const words = createStyleWords(style, storeOf(style));
    styles.set(style, words);
    return words;
  };
  const tools = { columns, justification, wordsOf };
  return {
    shapeParagraph: (paragraph, reportMissing) => buildHList(paragraph, tools, reportMissing),
    shapeText: (text, style) => {
      const { shapers } = storeOf(style).setting;
      const own = shapers.own.shape(text);
      if (own.whole) return own.shaped;
      const other = shapers.fallbacks().find((shaper) => shaper.shape(text).whole);
      return (other?.shape(text) ?? own).shaped;
    },
    metrics: (face) => faces.metrics(face),
    inkBox: (shaped) => measureInkBox(shaped, (glyph) => faces.ink(shaped.face, glyph)),
    spaceEm: (face) => faces.spaceEm(face),
  };
}
