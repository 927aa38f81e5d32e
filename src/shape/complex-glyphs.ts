/**
 * Finds the words that our own tables cannot shape. A rule that they do not cover (a context, a multiple substitution, a
 * placement) applies only where certain glyphs follow one another; a word in which they do is shaped by the full engine.
 * In: a lookup. Out: contexts, and the glyphs by which a word that may have one is told at once.
 */
import { type Lookup, readCoverage } from './opentype-layout.js';

/** Lookup types that are contexts, by table (ISO/IEC 14496-22, 6.3.3 and 6.3.4). */
interface ContextTypes {
  readonly context: number;
  readonly chain: number;
}

export const GSUB_CONTEXTS: ContextTypes = { context: 5, chain: 6 };
export const GPOS_CONTEXTS: ContextTypes = { context: 7, chain: 8 };

/** What is known of a face's glyphs before its rules are read. */
export interface GlyphKinds {
  /** 1 for combining marks. */
  readonly marks: Uint8Array;
  /** 1 for the glyphs of plain letters, figures and punctuation, with which nearly every word is written. */
  readonly common: Uint8Array;
}

const COMMON_COST = 1000;

/** What words must have for a rule beyond the tables to apply to them. */
export interface ComplexRules {
  /** 1 for a glyph without which no context is met; a word without such glyphs need not be looked at. */
  readonly triggers: Uint8Array;
  /** For each rule the sets of glyphs, 1 for a member, that must follow one another. */
  readonly contexts: (readonly Uint8Array[])[];
}

export function noComplexRules(glyphCount: number): ComplexRules {
  return { triggers: new Uint8Array(glyphCount), contexts: [] };
}

/** Adds a lookup that the tables do not cover. */
export function addComplex(
  table: DataView,
  lookup: Lookup,
  types: ContextTypes,
  kinds: GlyphKinds,
  rules: ComplexRules,
): void {
  for (const subtable of lookup.subtables) {
    const coverages = coveragesOf(table, subtable, lookup.type, types);
    // Words with marks are shaped by the full engine anyway.
    if (coverages.some((coverage) => coverage.every((glyph) => kinds.marks[glyph] === 1))) continue;
    for (const glyph of rarestCoverage(coverages, kinds)) rules.triggers[glyph] = 1;
    rules.contexts.push(coverages.map((coverage) => glyphSet(coverage, kinds.marks.length)));
  }
}

/** Every coverage of a subtable that a word must satisfy for it to apply, in the order of the glyphs. */
function coveragesOf(table: DataView, subtable: number, type: number, types: ContextTypes): (readonly number[])[] {
  const format = table.getUint16(subtable);
  if (type === types.chain && format === 3) return chainCoverages(table, subtable);
  if (type === types.context && format === 3) return listedCoverages(table, subtable, subtable + 2, subtable + 6);
  return [readCoverage(table, subtable + table.getUint16(subtable + 2))];
}

/** Backtrack (which a font lists from the glyph backwards), input and lookahead. */
function chainCoverages(table: DataView, subtable: number): (readonly number[])[] {
  const sequences: (readonly number[])[][] = [];
  let at = subtable + 2;
  for (let sequence = 0; sequence < 3; sequence++) {
    sequences.push(listedCoverages(table, subtable, at, at + 2));
    at += 2 + table.getUint16(at) * 2;
  }
  sequences[0]?.reverse();
  return sequences.flat();
}

function listedCoverages(table: DataView, subtable: number, countAt: number, listAt: number): (readonly number[])[] {
  return Array.from({ length: table.getUint16(countAt) }, (_, index) =>
    readCoverage(table, subtable + table.getUint16(listAt + index * 2)),
  );
}

/** The coverage that fewest words have a glyph of: for the Catalan l·l it is the point, not the letter. */
function rarestCoverage(coverages: readonly (readonly number[])[], kinds: GlyphKinds): readonly number[] {
  let rarest: readonly number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const coverage of coverages) {
    const cost = coverage.reduce((sum, glyph) => sum + (kinds.common[glyph] === 1 ? COMMON_COST : 1), 0);
    if (cost < least) [rarest, least] = [coverage, cost];
  }
  return rarest;
}

function glyphSet(glyphs: readonly number[], glyphCount: number): Uint8Array {
  const set = new Uint8Array(glyphCount);
  for (const glyph of glyphs) set[glyph] = 1;
  return set;
}
