/**
 * The rules by which a face sets one script and language with one set of features. In: the font's layout tables.
 * Out: plain columns of numbers for the kernel.
 */
import { type ComplexRules, type GlyphKinds, noComplexRules } from './complex-glyphs.js';
import { type FaceTables, glyphOf } from './face-tables.js';
import type { RuleQuery } from './opentype-layout.js';
import { type KnownKerning, type PairKerning, readKerning, readKernTable } from './read-kerning.js';
import { type KnownSteps, readSubstitutions, type SubstitutionStep } from './read-substitutions.js';
import type { Sfnt } from './sfnt.js';

export interface ShapingRules {
  readonly substitutions: readonly SubstitutionStep[];
  readonly kerning: readonly PairKerning[];
  /** What makes a word need the full shaping engine. Marks do so, too; see `FaceTables.marks`. */
  readonly complex: ComplexRules;
  /** Thousandths of an em in a font unit. */
  readonly unit: number;
}

/** What was read from a face for one set of rules and may serve another. */
export interface KnownLookups {
  readonly steps: KnownSteps;
  readonly kerning: KnownKerning;
}

/** Features that are on in all text, as HarfBuzz and fontkit have it for left-to-right scripts without a shaper of their own. */
const COMMON_FEATURES = ['rvrn', 'ltra', 'ltrm', 'ccmp', 'locl', 'rlig', 'mark', 'mkmk'];
const HORIZONTAL_FEATURES = ['calt', 'clig', 'liga', 'rclt', 'curs', 'kern'];

/** Whether a feature is on in all text, and so says nothing about a style that names it. */
export function isAlwaysOn(feature: string): boolean {
  return COMMON_FEATURES.includes(feature) || HORIZONTAL_FEATURES.includes(feature);
}

/** Reads the rules. Throws `FontDamage` or `RangeError` where the bytes are damaged. */
export function readShapingRules(
  sfnt: Sfnt,
  tables: FaceTables,
  script: string,
  language: string,
  features: readonly string[],
  known: KnownLookups,
): ShapingRules {
  const query: RuleQuery = {
    script,
    language,
    features: new Set([...COMMON_FEATURES, ...HORIZONTAL_FEATURES, ...features]),
  };
  const complex = noComplexRules(tables.glyphCount);
  const kinds: GlyphKinds = { marks: tables.marks, common: commonGlyphs(tables) };
  const gsub = sfnt.tables.get('GSUB');
  const substitutions = gsub ? readSubstitutions(gsub, query, kinds, complex, known.steps) : [];
  const kerning = readAllKerning(sfnt, query, kinds, complex, known.kerning);
  return { substitutions, kerning, complex, unit: 1000 / tables.unitsPerEm };
}

function readAllKerning(
  sfnt: Sfnt,
  query: RuleQuery,
  kinds: GlyphKinds,
  complex: ComplexRules,
  known: KnownKerning,
): readonly PairKerning[] {
  const gpos = sfnt.tables.get('GPOS');
  const kerning = gpos ? readKerning(gpos, query, kinds, complex, known) : [];
  const kern = sfnt.tables.get('kern');
  return kerning.length === 0 && kern ? readKernTable(kern, kinds.marks.length) : kerning;
}

/** Rules that do nothing: each character is its own glyph, unkerned. */
export function plainRules(tables: FaceTables): ShapingRules {
  const complex = noComplexRules(tables.glyphCount);
  return { substitutions: [], kerning: [], complex, unit: 1000 / tables.unitsPerEm };
}

/** Glyphs of printable ASCII and of typographic quotes and dashes. */
function commonGlyphs(tables: FaceTables): Uint8Array {
  const common = new Uint8Array(tables.glyphCount);
  for (let code = 0x21; code < 0x7f; code++) common[glyphOf(tables, code)] = 1;
  for (let code = 0x2013; code < 0x2027; code++) common[glyphOf(tables, code)] = 1;
  common[0] = 0;
  return common;
}
