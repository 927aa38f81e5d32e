/**
 * A font file made ready for shaping. In: the file's bytes. Out: its tables, rules by script, language and features, and
 * measures; or the fault for which it cannot be used. Nothing here throws, however damaged the file.
 */
import type { FaceId, FaceMetrics } from '../model/font.js';
import { checkOutlines, type InkBounds, outlineBounds } from './check-outlines.js';
import { type FaceTables, glyphOf, readFaceTables } from './face-tables.js';
import { type FullEngine, openFullEngine } from './open-font.js';
import { embeddingFault, FontDamage, type FontFault, fault, readSfnt, type Sfnt } from './sfnt.js';
import { type KnownLookups, plainRules, readShapingRules, type ShapingRules } from './shaping-rules.js';

export interface Face {
  readonly type: 'face';
  readonly id: FaceId;
  readonly tables: FaceTables;
  readonly metrics: FaceMetrics;
  /** The box of a glyph's ink in em; undefined where it has none. */
  ink(glyph: number): InkBounds | undefined;
  /** Rules for an OpenType script and language tag with features beyond the common ones. Read once each. */
  rules(script: string, language: string, features: readonly string[]): ShapingRules;
  /** The full shaping engine, opened when first asked for; undefined where it cannot read the font. */
  engine(): FullEngine | undefined;
}

const EXPORT_AGAIN = 'copy or export the font file again';

/** Opens a face. Faults: damaged, not a static TTF or OTF, or not allowed in a PDF. */
export function openFace(id: FaceId, bytes: Uint8Array): Face | FontFault {
  try {
    const sfnt = readSfnt(bytes);
    if (sfnt.type === 'fault') return sfnt;
    return embeddingFault(sfnt) ?? readFace(id, bytes, sfnt);
  } catch (error) {
    return damageFault(error);
  }
}

/** Damage shows as FontDamage, or as a read past a table's end. Any other error is our own and goes on its way. */
function damageFault(error: unknown): FontFault {
  if (error instanceof FontDamage) return fault(`is damaged: ${error.message}`, EXPORT_AGAIN);
  if (error instanceof RangeError) return fault('is damaged: a table is cut short', EXPORT_AGAIN);
  throw error;
}

function readFace(id: FaceId, bytes: Uint8Array, sfnt: Sfnt): Face {
  const tables = readFaceTables(sfnt);
  checkOutlines(sfnt, tables.glyphCount);
  const engine = once(() => openFullEngine(bytes));
  const read = createRuleReader(sfnt, tables);
  // Latin is read at once, so that damage in the layout tables is found here and not in the middle of a paragraph. Where
  // rules for another script or feature are damaged, text is set without them.
  const latin = read('latn', '', []);
  const rules = (script: string, language: string, features: readonly string[]) => {
    if (script === 'latn' && language === '' && features.length === 0) return latin;
    try {
      return read(script, language, features);
    } catch (error) {
      damageFault(error);
      return plainRules(tables);
    }
  };
  const ink = (glyph: number) => measureInk(glyph, sfnt, tables, engine);
  return { type: 'face', id, tables, metrics: measureFace(sfnt, tables, ink), ink, rules, engine };
}

/** Reads each set of rules once. Throws where they are damaged. */
function createRuleReader(sfnt: Sfnt, tables: FaceTables): Face['rules'] {
  const sets = new Map<string, ShapingRules>();
  const known: KnownLookups = { steps: new Map(), kerning: new Map() };
  return (script, language, features) => {
    const key = `${script} ${language} ${features.join(' ')}`;
    const found = sets.get(key) ?? readShapingRules(sfnt, tables, script, language, features, known);
    sets.set(key, found);
    return found;
  };
}

/** Heights of H, x, d and p. Faces without Latin letters take the font's own word for it. */
function measureFace(sfnt: Sfnt, tables: FaceTables, ink: Face['ink']): FaceMetrics {
  const bounds = (letter: string) => {
    const glyph = glyphOf(tables, letter.charCodeAt(0));
    return glyph === 0 ? undefined : ink(glyph);
  };
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

function measureInk(
  glyph: number,
  sfnt: Sfnt,
  tables: FaceTables,
  engine: () => FullEngine | undefined,
): InkBounds | undefined {
  if (sfnt.outlines === 'CFF') return engine()?.glyphBounds(glyph);
  const bounds = outlineBounds(sfnt, tables.glyphCount, glyph);
  const em = tables.unitsPerEm;
  return bounds && { left: bounds.left / em, right: bounds.right / em, top: bounds.top / em, foot: bounds.foot / em };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
