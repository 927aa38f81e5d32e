/**
 * The inner loop of shaping: text to glyphs and advances by tables alone. It gives what a full engine gives for words of
 * Latin, Greek or Cyrillic letters without combining marks; for any other word it says so.
 */
import type { ComplexRules } from './complex-glyphs.js';
import type { FaceTables } from './face-tables.js';
import type { PairKerning } from './read-kerning.js';
import type { LigatureStep } from './read-substitutions.js';
import type { ShapingRules } from './shaping-rules.js';

export const SHAPED = 0;
/** A character, or a rule that may apply, is beyond the tables. */
export const COMPLEX = 1;
/** The face lacks a character. */
const MISSING = 2;

/** Where the kernel puts its answer; grows with the longest word. */
export interface ShapeScratch {
  count: number;
  glyphs: Uint16Array;
  /** UTF-16 code units that each glyph stands for. */
  clusters: Uint8Array;
  /** Thousandths of an em, with kerning. */
  advances: Float64Array;
  /** Sum of the advances, in em. */
  widthEm: number;
}

/** Memory that many words share; each word's arrays are windows on it, which cost a tenth of arrays of their own. */
export interface GlyphStore {
  used: number;
  glyphs: Uint16Array;
  clusters: Uint8Array;
  advances: Float64Array;
}

const GLYPHS_IN_STORE = 8192;

export function createGlyphStore(capacity = GLYPHS_IN_STORE): GlyphStore {
  return {
    used: 0,
    glyphs: new Uint16Array(capacity),
    clusters: new Uint8Array(capacity),
    advances: new Float64Array(capacity),
  };
}

/** Copies what was shaped last into the store. */
export function keepGlyphs(
  scratch: ShapeScratch,
  store: GlyphStore,
): Pick<GlyphStore, 'glyphs' | 'clusters' | 'advances'> {
  const { count } = scratch;
  if (store.used + count > store.glyphs.length) {
    Object.assign(store, createGlyphStore(Math.max(GLYPHS_IN_STORE, count)));
  }
  const { used } = store;
  for (let index = 0; index < count; index++) {
    store.glyphs[used + index] = scratch.glyphs[index] as number;
    store.clusters[used + index] = scratch.clusters[index] as number;
    store.advances[used + index] = scratch.advances[index] as number;
  }
  store.used += count;
  return {
    glyphs: store.glyphs.subarray(used, used + count),
    clusters: store.clusters.subarray(used, used + count),
    advances: store.advances.subarray(used, used + count),
  };
}

export function createScratch(capacity: number): ShapeScratch {
  return {
    count: 0,
    glyphs: new Uint16Array(capacity),
    clusters: new Uint8Array(capacity),
    advances: new Float64Array(capacity),
    widthEm: 0,
  };
}

/** Shapes `text` into `scratch`. Returns SHAPED, COMPLEX or MISSING; for COMPLEX the scratch is of no use. */
export function shapeByTables(text: string, tables: FaceTables, rules: ShapingRules, scratch: ShapeScratch): number {
  if (text.length > scratch.glyphs.length) Object.assign(scratch, createScratch(text.length * 2));
  const mapped = mapCharacters(text, tables, scratch);
  if (mapped === COMPLEX || meetsContext(rules.complex, scratch)) return COMPLEX;
  for (const step of rules.substitutions) {
    if (step.type === 'single') replaceGlyphs(step.replacement, scratch);
    else joinLigatures(step, scratch);
    // Rules of a context may look at the glyphs before any step or after it: none may apply anywhere.
    if (meetsContext(rules.complex, scratch)) return COMPLEX;
  }
  setAdvances(tables.advances, rules, scratch);
  return mapped;
}

function mapCharacters(text: string, tables: FaceTables, scratch: ShapeScratch): number {
  const { cmapPages, cmapGlyphs, marks } = tables;
  let count = 0;
  let missing = false;
  for (let index = 0; index < text.length; index++) {
    let code = text.charCodeAt(index);
    let length = 1;
    if (code >= 0x300) {
      if ((code & 0xfc00) === 0xd800 && index + 1 < text.length) {
        code = text.codePointAt(index) as number;
        length = code > 0xffff ? 2 : 1;
        index += length - 1;
      }
      if (!isPlain(code)) return COMPLEX;
    }
    const glyph = cmapGlyphs[((cmapPages[code >> 8] as number) << 8) | (code & 0xff)] as number;
    if (glyph === 0) missing = true;
    if (marks[glyph] !== 0) return COMPLEX;
    scratch.glyphs[count] = glyph;
    scratch.clusters[count++] = length;
  }
  scratch.count = count;
  return missing ? MISSING : SHAPED;
}

/** Whether the glyphs of a rule beyond the tables stand in the word. */
function meetsContext({ triggers, contexts }: ComplexRules, { glyphs, count }: ShapeScratch): boolean {
  let triggered = false;
  for (let index = 0; index < count; index++) if (triggers[glyphs[index] as number] !== 0) triggered = true;
  if (!triggered) return false;
  for (const sets of contexts) {
    for (let start = 0; start + sets.length <= count; start++) {
      let matched = 0;
      while (matched < sets.length && sets[matched]?.[glyphs[start + matched] as number] === 1) matched++;
      if (matched === sets.length) return true;
    }
  }
  return false;
}

/**
 * Whether a code point from U+0300 stands by itself, in a script that needs no shaper of its own. Left out are combining
 * marks, the fraction slash (it turns the digits beside it), and characters that are not to be seen.
 */
function isPlain(code: number): boolean {
  if (code < 0x530) return code >= 0x370 && (code < 0x483 || code > 0x489);
  if (code < 0x2010) return code >= 0x1e00 && code < 0x200b;
  if (code < 0x2028) return true;
  if (code < 0x2060) return code >= 0x202f && code !== 0x2044;
  if (code < 0x20a0) return code >= 0x2070;
  if (code < 0x20d0) return true;
  if (code < 0x2c80) return code >= 0x2100;
  return (code >= 0xa720 && code < 0xa800) || (code >= 0xfb00 && code < 0xfb07);
}

/** Puts one glyph for another throughout. */
function replaceGlyphs(replacement: Uint16Array, { glyphs, count }: ShapeScratch): void {
  for (let index = 0; index < count; index++) glyphs[index] = replacement[glyphs[index] as number] as number;
}

/** Joins ligatures from left to right, in place. */
function joinLigatures(step: LigatureStep, scratch: ShapeScratch): void {
  const { glyphs, clusters, count } = scratch;
  const { start } = step;
  let kept = 0;
  for (let index = 0; index < count; ) {
    const first = glyphs[index] as number;
    const from = start[first] as number;
    const to = start[first + 1] as number;
    const ligature = from === to ? -1 : findLigature(step, from, to, index, scratch);
    const length = ligature < 0 ? 1 : 1 + step.componentStart[ligature + 1]! - step.componentStart[ligature]!;
    let cluster = clusters[index] as number;
    for (let part = 1; part < length; part++) cluster += clusters[index + part] as number;
    glyphs[kept] = ligature < 0 ? first : (step.ligature[ligature] as number);
    clusters[kept++] = cluster;
    index += length;
  }
  scratch.count = kept;
}

/** The first ligature of `from` to `to` whose components follow glyph `index`; -1 where there is none. */
function findLigature(step: LigatureStep, from: number, to: number, index: number, scratch: ShapeScratch): number {
  const { componentStart, components } = step;
  const { glyphs, count } = scratch;
  for (let ligature = from; ligature < to; ligature++) {
    const first = componentStart[ligature] as number;
    const length = (componentStart[ligature + 1] as number) - first;
    if (index + length >= count) continue;
    let matched = 0;
    while (matched < length && glyphs[index + 1 + matched] === components[first + matched]) matched++;
    if (matched === length) return ligature;
  }
  return -1;
}

function setAdvances(advances: Float64Array, rules: ShapingRules, scratch: ShapeScratch): void {
  const { glyphs, count } = scratch;
  let width = 0;
  for (let index = 0; index < count; index++) {
    const glyph = glyphs[index] as number;
    const kern = index + 1 < count ? kernOf(rules, glyph, glyphs[index + 1] as number) : 0;
    const advance = (advances[glyph] as number) + kern;
    scratch.advances[index] = advance;
    width += advance;
  }
  scratch.widthEm = width / 1000;
}

/** Kerning between two glyphs, in thousandths of an em. */
export function kernOf(rules: ShapingRules, first: number, second: number): number {
  let units = 0;
  for (const kerning of rules.kerning) units += pairValue(kerning, first, second);
  return units * rules.unit;
}

function pairValue(kerning: PairKerning, first: number, second: number): number {
  const { pairSecond } = kerning;
  let low = kerning.pairStart[first] as number;
  const end = kerning.pairStart[first + 1] as number;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairSecond[middle] as number) < second) low = middle + 1;
    else high = middle;
  }
  if (low < end && pairSecond[low] === second) return kerning.pairValue[low] as number;
  const row = kerning.rowStart[first] as number;
  if (row < 0) return 0;
  const column = kerning.secondClass[(kerning.classTable[first] as number) * kerning.glyphCount + second] as number;
  return kerning.values[row + column] ?? 0;
}
