/**
 * Finds the words that our own tables cannot shape. A rule that they do not cover (a context, a multiple substitution, a
 * placement) is known by glyphs without which it cannot apply; a word with one of them is shaped by the full engine.
 * In: a lookup. Out: marks in `complex`.
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

/** Marks in `complex` glyphs without which the lookup does nothing to a word. */
export function markComplex(
  table: DataView,
  lookup: Lookup,
  types: ContextTypes,
  kinds: GlyphKinds,
  complex: Uint8Array,
): void {
  for (const subtable of lookup.subtables) {
    const coverages = coveragesOf(table, subtable, lookup.type, types);
    for (const glyph of necessaryGlyphs(coverages, kinds)) complex[glyph] = 1;
  }
}

/** Every coverage of a subtable that a word must satisfy for it to apply. */
function coveragesOf(table: DataView, subtable: number, type: number, types: ContextTypes): (readonly number[])[] {
  const format = table.getUint16(subtable);
  if (type === types.chain && format === 3) return chainCoverages(table, subtable);
  if (type === types.context && format === 3) return listedCoverages(table, subtable, subtable + 2, subtable + 6);
  return [readCoverage(table, subtable + table.getUint16(subtable + 2))];
}

function chainCoverages(table: DataView, subtable: number): (readonly number[])[] {
  const coverages: (readonly number[])[] = [];
  let at = subtable + 2;
  for (let sequence = 0; sequence < 3; sequence++) {
    coverages.push(...listedCoverages(table, subtable, at, at + 2));
    at += 2 + table.getUint16(at) * 2;
  }
  return coverages;
}

function listedCoverages(table: DataView, subtable: number, countAt: number, listAt: number): (readonly number[])[] {
  return Array.from({ length: table.getUint16(countAt) }, (_, index) =>
    readCoverage(table, subtable + table.getUint16(listAt + index * 2)),
  );
}

/**
 * One of the coverages: a word without any of its glyphs cannot meet the rule. The one that fewest words have is taken: for
 * the Catalan l·l it is the point, not the letter. None where a coverage holds nothing but marks, for words with marks
 * are shaped by the full engine anyway.
 */
function necessaryGlyphs(coverages: readonly (readonly number[])[], kinds: GlyphKinds): readonly number[] {
  if (coverages.some((coverage) => coverage.every((glyph) => kinds.marks[glyph] === 1))) return [];
  let rarest: readonly number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const coverage of coverages) {
    const cost = coverage.reduce((sum, glyph) => sum + (kinds.common[glyph] === 1 ? COMMON_COST : 1), 0);
    if (cost < least) [rarest, least] = [coverage, cost];
  }
  return rarest;
}
