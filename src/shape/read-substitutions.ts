/**
 * Glyph substitutions (GSUB) as tables for the shaping kernel: single substitutions and ligatures, in the order in which
 * they apply. In: the font's GSUB, script, language and features. Out: steps; other kinds of lookup are added to the complex rules.
 */
import { addComplex, type ComplexRules, type GlyphKinds, GSUB_CONTEXTS } from './complex-glyphs.js';
import { activeLookups, type Lookup, type RuleQuery, readCoverage } from './opentype-layout.js';

/** One glyph for another: `replacement[glyph]`, the glyph itself where nothing changes. */
export interface SingleStep {
  readonly type: 'single';
  readonly replacement: Uint16Array;
}

/**
 * Several glyphs become one. The ligatures that begin with a glyph are `start[glyph]` to `start[glyph + 1]`, in order of
 * preference; ligature `i` needs the components from `componentStart[i]` to `componentStart[i + 1]` after its first.
 */
export interface LigatureStep {
  readonly type: 'ligature';
  readonly start: Uint32Array;
  readonly ligature: Uint16Array;
  readonly componentStart: Uint32Array;
  readonly components: Uint16Array;
}

export type SubstitutionStep = SingleStep | LigatureStep;

/** Steps that were read already, by the offset of their lookup's first subtable: feature sets mostly share them. */
export type KnownSteps = Map<number, SubstitutionStep>;

interface Ligature {
  readonly glyph: number;
  readonly components: readonly number[];
}

const SINGLE = 1;
const ALTERNATE = 3;
const LIGATURE = 4;
const EXTENSION = 7;
/** Lookup flags that make a lookup pass over glyphs that are not marks: base glyphs and ligatures. */
const SKIPS_LETTERS = 0x0006;

export function readSubstitutions(
  gsub: DataView,
  query: RuleQuery,
  kinds: GlyphKinds,
  complex: ComplexRules,
  known: KnownSteps,
): readonly SubstitutionStep[] {
  const steps: SubstitutionStep[] = [];
  for (const lookup of activeLookups(gsub, query, EXTENSION)) {
    const key = lookup.subtables[0] ?? 0;
    const step = known.get(key) ?? readStep(gsub, lookup, kinds.marks);
    if (step) {
      known.set(key, step);
      steps.push(step);
    } else addComplex(gsub, lookup, GSUB_CONTEXTS, kinds, complex);
  }
  return steps.filter((step) => step.type === 'single' || step.ligature.length > 0);
}

/** A lookup as a step; undefined where it is of a kind that the kernel does not know. */
function readStep(gsub: DataView, lookup: Lookup, marks: Uint8Array): SubstitutionStep | undefined {
  if ((lookup.flag & SKIPS_LETTERS) !== 0) return undefined;
  if (lookup.type === SINGLE || lookup.type === ALTERNATE) return readSingles(gsub, lookup, marks.length);
  if (lookup.type === LIGATURE) return readLigatures(gsub, lookup, marks);
  return undefined;
}

function readSingles(gsub: DataView, lookup: Lookup, glyphCount: number): SingleStep {
  const replacement = new Uint16Array(glyphCount);
  for (let glyph = 0; glyph < glyphCount; glyph++) replacement[glyph] = glyph;
  const known = new Uint8Array(glyphCount);
  for (const subtable of lookup.subtables) {
    readCoverage(gsub, subtable + gsub.getUint16(subtable + 2)).forEach((glyph, index) => {
      if (known[glyph] !== 0) return;
      known[glyph] = 1;
      const other =
        lookup.type === SINGLE ? singleOf(gsub, subtable, glyph, index) : alternateOf(gsub, subtable, index);
      if (other < glyphCount) replacement[glyph] = other;
    });
  }
  return { type: 'single', replacement };
}

function singleOf(gsub: DataView, subtable: number, glyph: number, index: number): number {
  if (gsub.getUint16(subtable) === 1) return (glyph + gsub.getInt16(subtable + 4)) & 0xffff;
  return gsub.getUint16(subtable + 6 + index * 2);
}

/** The first alternate: a feature that is merely switched on chooses it. */
function alternateOf(gsub: DataView, subtable: number, index: number): number {
  return gsub.getUint16(subtable + gsub.getUint16(subtable + 6 + index * 2) + 2);
}

function readLigatures(gsub: DataView, lookup: Lookup, marks: Uint8Array): LigatureStep {
  const sets = new Map<number, Ligature[]>();
  for (const subtable of lookup.subtables) {
    readCoverage(gsub, subtable + gsub.getUint16(subtable + 2)).forEach((glyph, index) => {
      const set = readLigatureSet(gsub, subtable + gsub.getUint16(subtable + 6 + index * 2));
      // Words with marks never come here, so ligatures with them need not be kept.
      const usable = set.filter(
        ({ glyph: joined, components }) =>
          joined < marks.length && components.every((component) => marks[component] === 0),
      );
      if (marks[glyph] === 0 && usable.length > 0) sets.set(glyph, [...(sets.get(glyph) ?? []), ...usable]);
    });
  }
  return flattenLigatures(sets, marks.length);
}

function readLigatureSet(gsub: DataView, at: number): Ligature[] {
  return Array.from({ length: gsub.getUint16(at) }, (_, index) => {
    const entry = at + gsub.getUint16(at + 2 + index * 2);
    const count = gsub.getUint16(entry + 2);
    const components = Array.from({ length: Math.max(0, count - 1) }, (_, c) => gsub.getUint16(entry + 4 + c * 2));
    return { glyph: gsub.getUint16(entry), components };
  });
}

function flattenLigatures(sets: ReadonlyMap<number, readonly Ligature[]>, glyphCount: number): LigatureStep {
  const start = new Uint32Array(glyphCount + 1);
  const ligatures: Ligature[] = [];
  for (let glyph = 0; glyph < glyphCount; glyph++) {
    start[glyph] = ligatures.length;
    const set = sets.get(glyph);
    if (set) ligatures.push(...set);
  }
  start[glyphCount] = ligatures.length;
  const componentStart = new Uint32Array(ligatures.length + 1);
  ligatures.forEach((ligature, index) => {
    componentStart[index + 1] = (componentStart[index] as number) + ligature.components.length;
  });
  return {
    type: 'ligature',
    start,
    ligature: Uint16Array.from(ligatures, (ligature) => ligature.glyph),
    componentStart,
    components: Uint16Array.from(ligatures.flatMap((ligature) => ligature.components)),
  };
}
