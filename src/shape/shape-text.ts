/**
 * Text in one face with one set of features, shaped once. In: a word. Out: its glyphs, the same object for the same word.
 */
import type { ShapedText } from '../model/hlist.js';
import { glyphOf } from './face-tables.js';
import type { Face } from './open-face.js';
import type { LaidOut } from './open-font.js';
import { type Script, scriptOf } from './opentype-tags.js';
import {
  COMPLEX,
  createGlyphStore,
  createScratch,
  type GlyphStore,
  keepGlyphs,
  kernOf,
  SHAPED,
  shapeByTables,
} from './shape-word.kernel.js';
import type { ShapingRules } from './shaping-rules.js';

/** A word shaped, and what is known about it. */
export interface ShapedWord {
  readonly shaped: ShapedText;
  /** Whether the face has every character; those that it lacks are glyph 0. */
  readonly whole: boolean;
  /**
   * The rules, where tables alone shaped the word: then the glyphs of a part of it are those of the whole word, but for
   * ligatures over the cut and the kerning at it.
   */
  readonly rules: ShapingRules | undefined;
}

/** Shapes text in one face, language and feature set. */
export interface TextShaper {
  readonly face: Face;
  /** Shapes a word that may hold U+200C, over which nothing joins. Interned. */
  shape(text: string): ShapedWord;
  has(codePoint: number): boolean;
}

const NON_JOINER = '\u200c';
/** Scripts whose letters join: what a non-joiner does there is a matter for the full engine. */
const JOINING_SCRIPT = /[\u0590-\u1dff]/;
/** Hyphens that the full engine may not find in the face; the common one looks the same. */
const HYPHENS = /[\u2010\u2011]/g;

/** Makes a shaper of text. `language` is an OpenType tag; glyphs are kept in `store`. */
export function createTextShaper(
  face: Face,
  language: string,
  features: readonly string[],
  store: GlyphStore = createGlyphStore(),
): TextShaper {
  const interned = new Map<string, ShapedWord>();
  const scratch = createScratch(64);
  const has = (codePoint: number) => glyphOf(face.tables, codePoint) !== 0;

  const rulesByScript: { [Key in Script]?: ShapingRules } = {};
  const rulesOf = (script: Script) => {
    const rules = rulesByScript[script] ?? face.rules(script, language, features);
    rulesByScript[script] = rules;
    return rules;
  };
  const shapeNew = (text: string): ShapedWord => {
    if (text.includes(NON_JOINER) && !JOINING_SCRIPT.test(text))
      return joinPieces(text.split(NON_JOINER).map(shape), face);
    const rules = rulesOf(scriptOf(text));
    const state = shapeByTables(text, face.tables, rules, scratch);
    if (state !== COMPLEX)
      return {
        shaped: { face: face.id, text, ...keepGlyphs(scratch, store), widthEm: scratch.widthEm },
        whole: state === SHAPED,
        rules,
      };
    const whole = [...text].every((character) => {
      const code = character.codePointAt(0) as number;
      return isInvisible(code) || has(code);
    });
    return { shaped: layOutFully(face, text, features, language), whole, rules: undefined };
  };
  const shape = (text: string): ShapedWord => {
    const known = interned.get(text);
    if (known) return known;
    const shaped = shapeNew(text);
    interned.set(text, shaped);
    return shaped;
  };
  return { face, shape, has };
}

/** Whether a character shapes what is beside it and has no look of its own (joiners, variants): a font need not have it. */
export function isInvisible(code: number): boolean {
  return code === 0x200c || code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f);
}

/** The full engine's answer; where it fails (damaged rules), each character by itself. */
function layOutFully(face: Face, text: string, features: readonly string[], language: string): ShapedText {
  const drawn = text.replace(HYPHENS, '-');
  const laidOut = face.engine()?.layOut(drawn, features, language) ?? layOutPlainly(face, drawn);
  return shapedText(
    face,
    text.replaceAll(NON_JOINER, ''),
    Uint16Array.from(laidOut.glyphs),
    Float64Array.from(laidOut.advances),
    Uint8Array.from(laidOut.clusters),
  );
}

function layOutPlainly(face: Face, text: string): LaidOut {
  const characters = [...text.replaceAll(NON_JOINER, '')];
  const glyphs = characters.map((character) => glyphOf(face.tables, character.codePointAt(0) as number));
  return {
    glyphs,
    advances: glyphs.map((glyph) => face.tables.advances[glyph] as number),
    clusters: characters.map((character) => character.length),
  };
}

/** Pieces side by side, kerned as if nothing stood between them. */
function joinPieces(pieces: readonly ShapedWord[], face: Face): ShapedWord {
  const filled = pieces.filter(({ shaped }) => shaped.glyphs.length > 0);
  const advances = filled.flatMap(({ shaped, rules }, index) => {
    const next = filled[index + 1]?.shaped.glyphs[0];
    const own = [...shaped.advances];
    const last = own.length - 1;
    if (next !== undefined && rules)
      own[last] = (own[last] as number) + kernOf(rules, shaped.glyphs[last] as number, next);
    return own;
  });
  const glyphs = Uint16Array.from(filled.flatMap(({ shaped }) => [...shaped.glyphs]));
  const clusters = Uint8Array.from(filled.flatMap(({ shaped }) => [...shaped.clusters]));
  const text = filled.map(({ shaped }) => shaped.text).join('');
  return {
    shaped: shapedText(face, text, glyphs, Float64Array.from(advances), clusters),
    whole: filled.every(({ whole }) => whole),
    rules: undefined,
  };
}

function shapedText(
  face: Face,
  text: string,
  glyphs: Uint16Array,
  advances: Float64Array,
  clusters: Uint8Array,
): ShapedText {
  let width = 0;
  for (const advance of advances) width += advance;
  return { face: face.id, text, glyphs, advances, clusters, widthEm: width / 1000 };
}
