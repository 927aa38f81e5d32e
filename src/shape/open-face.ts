/**
 * A font file made ready for shaping. In: the file's bytes. Out: its tables, rules by script, language and features, and
 * measures; or the fault for which it cannot be used. Nothing here throws, however damaged the file.
 */
import type { FaceId, FaceMetrics } from '../model/font.js';
import { checkOutlines, outlineBounds } from './check-outlines.js';
import { type FaceTables, glyphOf, readFaceTables } from './face-tables.js';
import { type FullEngine, openFullEngine } from './open-font.js';
import { embeddingFault, type FontFault, fault, readSfnt, type Sfnt } from './sfnt.js';
import { readShapingRules, type ShapingRules } from './shaping-rules.js';

export interface Face {
  readonly type: 'face';
  readonly id: FaceId;
  readonly tables: FaceTables;
  readonly metrics: FaceMetrics;
  /** Rules for an OpenType script and language tag with features beyond the common ones. Read once each. */
  rules(script: string, language: string, features: readonly string[]): ShapingRules;
  /** The full shaping engine, opened when first asked for; undefined where it cannot read the font. */
  engine(): FullEngine | undefined;
}

type Glyphs = { readonly top: number; readonly foot: number };

/** Opens a face. Faults: damaged, not a static TTF or OTF, or not allowed in a PDF. */
export function openFace(id: FaceId, bytes: Uint8Array): Face | FontFault {
  try {
    const sfnt = readSfnt(bytes);
    if (sfnt.type === 'fault') return sfnt;
    return embeddingFault(sfnt) ?? readFace(id, bytes, sfnt);
  } catch (error) {
    // Damage shows as FontDamage or as a read past a table's end: either way it is the file's fault, not ours.
    const detail = error instanceof Error && error.name !== 'RangeError' ? error.message : 'a table is cut short';
    return fault(`is damaged: ${detail}`, 'copy or export the font file again');
  }
}

function readFace(id: FaceId, bytes: Uint8Array, sfnt: Sfnt): Face {
  const tables = readFaceTables(sfnt);
  checkOutlines(sfnt, tables.glyphCount);
  const known = new Map<string, ShapingRules>();
  const engine = once(() => openFullEngine(bytes));
  const rules = (script: string, language: string, features: readonly string[]) => {
    const key = `${script} ${language} ${features.join(' ')}`;
    const found = known.get(key) ?? readShapingRules(sfnt, tables, script, language, features);
    known.set(key, found);
    return found;
  };
  // Read at once, so that damage in the layout tables is found here and not in the middle of a paragraph.
  rules('latn', '', []);
  return { type: 'face', id, tables, metrics: measureFace(sfnt, tables, engine), rules, engine };
}

/** Heights of H, x, d and p. Faces without Latin letters take the font's own word for it. */
function measureFace(sfnt: Sfnt, tables: FaceTables, engine: () => FullEngine | undefined): FaceMetrics {
  const bounds = (letter: string) => letterBounds(letter, sfnt, tables, engine);
  const em = tables.unitsPerEm;
  const hhea = sfnt.tables.get('hhea') as DataView;
  const ascender = bounds('d')?.top ?? hhea.getInt16(4) / em;
  return {
    capHeight: bounds('H')?.top ?? ascender,
    xHeight: bounds('x')?.top ?? ascender / 2,
    ascender,
    descender: -(bounds('p')?.foot ?? hhea.getInt16(6) / em),
  };
}

function letterBounds(
  letter: string,
  sfnt: Sfnt,
  tables: FaceTables,
  engine: () => FullEngine | undefined,
): Glyphs | undefined {
  const glyph = glyphOf(tables, letter.charCodeAt(0));
  if (glyph === 0) return undefined;
  if (sfnt.outlines === 'CFF') return engine()?.glyphBounds(glyph);
  const bounds = outlineBounds(sfnt, tables.glyphCount, glyph);
  return bounds && { top: bounds.top / tables.unitsPerEm, foot: bounds.foot / tables.unitsPerEm };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
