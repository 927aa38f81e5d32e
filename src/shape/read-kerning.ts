/**
 * Pair kerning (GPOS pair adjustment, or the older `kern` table) as tables for the shaping kernel. In: the tables, script,
 * language and features. Out: one `PairKerning` for each lookup, to be added up; other kinds of lookup are added to the complex rules.
 */
import { addComplex, type ComplexRules, type GlyphKinds, GPOS_CONTEXTS } from './complex-glyphs.js';
import { activeLookups, type Lookup, type RuleQuery, readClasses, readCoverage } from './opentype-layout.js';
import { FontDamage } from './sfnt.js';

/**
 * What is added to the advance of the first glyph of a pair, in font units. First the pairs named one by one:
 * `pairStart[first]` to `pairStart[first + 1]` of `pairSecond`, which rises. Else the classes: `rowStart[first]` is the
 * row in `values` (-1: none), and `secondClass[classTable[first] * glyphCount + second]` the column.
 */
export interface PairKerning {
  readonly glyphCount: number;
  readonly pairStart: Uint32Array;
  readonly pairSecond: Uint16Array;
  readonly pairValue: Int16Array;
  readonly rowStart: Int32Array;
  readonly classTable: Uint8Array;
  readonly secondClass: Uint16Array;
  readonly values: Int16Array;
}

interface PairDraft {
  readonly glyphCount: number;
  /** Pairs in the order in which they were met, as [first, second, value, first …]. */
  readonly pairs: number[];
  readonly rowStart: Int32Array;
  readonly classTable: Uint8Array;
  readonly secondClasses: Uint16Array[];
  readonly values: Int16Array[];
  valueCount: number;
}

/** Kerning that was read already, by the offset of its lookup's first subtable: feature sets mostly share it. */
export type KnownKerning = Map<number, PairKerning>;

const PAIR = 2;
const MARK_TO_BASE = 4;
const MARK_TO_MARK = 6;
const EXTENSION = 9;
/** Value formats that hold a horizontal advance, with or without a device table, which is for screens. */
const X_ADVANCE = 0x0004;
const X_ADVANCE_DEVICE = 0x0040;
const SKIPS_LETTERS = 0x0006;
const MOST_CLASS_TABLES = 255;
/** More than any font has: damaged counts must not keep us busy. */
const MOST_PAIRS = 500_000;
const PAIR_SIZE = 3;

export function readKerning(
  gpos: DataView,
  query: RuleQuery,
  kinds: GlyphKinds,
  complex: ComplexRules,
  known: KnownKerning,
): readonly PairKerning[] {
  const kerning: PairKerning[] = [];
  for (const lookup of activeLookups(gpos, query, EXTENSION)) {
    if (isPlainPairLookup(gpos, lookup)) {
      const key = lookup.subtables[0] ?? 0;
      const pairs = known.get(key) ?? readPairLookup(gpos, lookup, kinds.marks.length);
      known.set(key, pairs);
      kerning.push(pairs);
    } else if (lookup.type < MARK_TO_BASE || lookup.type > MARK_TO_MARK) {
      addComplex(gpos, lookup, GPOS_CONTEXTS, kinds, complex);
    }
  }
  return kerning;
}

/** Reads subtables of format 0 of the `kern` table, which fonts without GPOS kerning may have. */
export function readKernTable(kern: DataView, glyphCount: number): readonly PairKerning[] {
  if (kern.getUint16(0) !== 0) return [];
  const draft = createDraft(glyphCount);
  let at = 4;
  for (let index = 0; index < kern.getUint16(2); index++) {
    const coverage = kern.getUint16(at + 4);
    // Format 0 in the high byte; horizontal, no minimum values, not across the stream in the low one.
    if ((coverage & 0xff07) === 1) readKernPairs(kern, at, draft);
    at += kern.getUint16(at + 2);
  }
  return [finishDraft(draft)];
}

function readKernPairs(kern: DataView, at: number, draft: PairDraft): void {
  for (let pair = 0; pair < kern.getUint16(at + 6); pair++) {
    const entry = at + 14 + pair * 6;
    addPair(draft, kern.getUint16(entry), kern.getUint16(entry + 2), kern.getInt16(entry + 4));
  }
}

/** Whether every subtable moves nothing but the first glyph's advance. */
function isPlainPairLookup(gpos: DataView, lookup: Lookup): boolean {
  if (lookup.type !== PAIR || (lookup.flag & SKIPS_LETTERS) !== 0) return false;
  if (lookup.subtables.length > MOST_CLASS_TABLES) return false;
  return lookup.subtables.every((subtable) => {
    const first = gpos.getUint16(subtable + 4);
    return (first & ~(X_ADVANCE | X_ADVANCE_DEVICE)) === 0 && gpos.getUint16(subtable + 6) === 0;
  });
}

function readPairLookup(gpos: DataView, lookup: Lookup, glyphCount: number): PairKerning {
  const draft = createDraft(glyphCount);
  for (const subtable of lookup.subtables) {
    if ((gpos.getUint16(subtable + 4) & X_ADVANCE) === 0) continue;
    if (gpos.getUint16(subtable) === 1) readPairSets(gpos, subtable, draft);
    else readClassPairs(gpos, subtable, draft);
  }
  return finishDraft(draft);
}

/** Format 1. A glyph whose row is known is settled: the class subtable before this one always answers for it. */
function readPairSets(gpos: DataView, subtable: number, draft: PairDraft): void {
  const entrySize = 2 + valueSize(gpos, subtable);
  readCoverage(gpos, subtable + gpos.getUint16(subtable + 2)).forEach((first, index) => {
    if (draft.rowStart[first] !== -1) return;
    const set = subtable + gpos.getUint16(subtable + 10 + index * 2);
    const end = set + 2 + gpos.getUint16(set) * entrySize;
    for (let entry = set + 2; entry < end; entry += entrySize) {
      addPair(draft, first, gpos.getUint16(entry), gpos.getInt16(entry + 2));
    }
  });
}

/** Format 2: a matrix of classes. It answers for every glyph of its coverage that no class subtable before it covers. */
function readClassPairs(gpos: DataView, subtable: number, draft: PairDraft): void {
  const { glyphCount, rowStart, classTable } = draft;
  const firstClass = readClasses(gpos, subtable + gpos.getUint16(subtable + 8), glyphCount);
  const columns = gpos.getUint16(subtable + 14);
  for (const first of readCoverage(gpos, subtable + gpos.getUint16(subtable + 2))) {
    if (first >= glyphCount || rowStart[first] !== -1) continue;
    rowStart[first] = draft.valueCount + (firstClass[first] as number) * columns;
    classTable[first] = draft.secondClasses.length;
  }
  draft.secondClasses.push(readClasses(gpos, subtable + gpos.getUint16(subtable + 10), glyphCount));
  const values = readMatrix(gpos, subtable, gpos.getUint16(subtable + 12) * columns);
  draft.values.push(values);
  draft.valueCount += values.length;
}

function readMatrix(gpos: DataView, subtable: number, count: number): Int16Array {
  const size = valueSize(gpos, subtable);
  if (subtable + 16 + count * size > gpos.byteLength) throw new RangeError('a kerning matrix is cut short');
  const values = new Int16Array(count);
  for (let index = 0; index < count; index++) values[index] = gpos.getInt16(subtable + 16 + index * size);
  return values;
}

function valueSize(gpos: DataView, subtable: number): number {
  return (gpos.getUint16(subtable + 4) & X_ADVANCE_DEVICE) !== 0 ? 4 : 2;
}

function createDraft(glyphCount: number): PairDraft {
  return {
    glyphCount,
    pairs: [],
    rowStart: new Int32Array(glyphCount).fill(-1),
    classTable: new Uint8Array(glyphCount),
    secondClasses: [],
    values: [],
    valueCount: 0,
  };
}

function addPair(draft: PairDraft, first: number, second: number, value: number): void {
  if (first >= draft.glyphCount) return;
  draft.pairs.push(first, second, value);
  if (draft.pairs.length > MOST_PAIRS * PAIR_SIZE) throw new FontDamage('its kerning lists more pairs than a font has');
}

function finishDraft(draft: PairDraft): PairKerning {
  const { glyphCount, rowStart, classTable } = draft;
  return {
    glyphCount,
    ...sortPairs(draft.pairs, glyphCount),
    rowStart,
    classTable,
    secondClass: joinClasses(draft.secondClasses, glyphCount),
    values: joinValues(draft.values, draft.valueCount),
  };
}

/** Pairs by first glyph, and for each in rising order of the second; of two for the same second the earlier one counts. */
function sortPairs(
  pairs: readonly number[],
  glyphCount: number,
): Pick<PairKerning, 'pairStart' | 'pairSecond' | 'pairValue'> {
  const count = pairs.length / PAIR_SIZE;
  const pairStart = new Uint32Array(glyphCount + 1);
  for (let at = 0; at < pairs.length; at += PAIR_SIZE) pairStart[(pairs[at] as number) + 1]!++;
  for (let glyph = 0; glyph < glyphCount; glyph++) pairStart[glyph + 1]! += pairStart[glyph] as number;
  const next = pairStart.slice();
  const pairSecond = new Uint16Array(count);
  const pairValue = new Int16Array(count);
  for (let at = 0; at < pairs.length; at += PAIR_SIZE) {
    const first = pairs[at] as number;
    const second = pairs[at + 1] as number;
    // Fonts list pairs in rising order, so hardly anything moves here.
    let place = next[first]!++;
    for (; place > (pairStart[first] as number) && (pairSecond[place - 1] as number) > second; place--) {
      pairSecond[place] = pairSecond[place - 1] as number;
      pairValue[place] = pairValue[place - 1] as number;
    }
    pairSecond[place] = second;
    pairValue[place] = pairs[at + 2] as number;
  }
  return { pairStart, pairSecond, pairValue };
}

function joinClasses(classes: readonly Uint16Array[], glyphCount: number): Uint16Array {
  const joined = new Uint16Array(classes.length * glyphCount);
  classes.forEach((column, index) => {
    joined.set(column, index * glyphCount);
  });
  return joined;
}

function joinValues(matrices: readonly Int16Array[], count: number): Int16Array {
  const joined = new Int16Array(count);
  let at = 0;
  for (const matrix of matrices) {
    joined.set(matrix, at);
    at += matrix.length;
  }
  return joined;
}
