/**
 * The parts that GSUB and GPOS share (ISO/IEC 14496-22, 6.2): scripts, features, lookups, coverages and classes.
 * All readers throw `FontDamage` or `RangeError` on damaged bytes.
 */
import { FontDamage } from './sfnt.js';

/** A lookup with extensions resolved: every subtable's offset in the table, and its true type. */
export interface Lookup {
  readonly type: number;
  readonly flag: number;
  readonly subtables: readonly number[];
}

/** What is asked of a font's layout tables. */
export interface RuleQuery {
  /** OpenType script tag: `latn`, `grek`, `cyrl`. */
  readonly script: string;
  /** OpenType language tag of four letters, as `NLD `; where the font has nothing for it, the script's default is used. */
  readonly language: string;
  readonly features: ReadonlySet<string>;
}

const NO_OFFSET = 0;
const MOST_GLYPHS = 0x10000;

/** The lookups of all features asked for, each once, in the order in which they are applied. */
export function activeLookups(table: DataView, query: RuleQuery, extensionType: number): readonly Lookup[] {
  const system = languageSystem(table, query);
  if (system === NO_OFFSET) return [];
  const list = table.getUint16(8);
  return featureLookups(table, system, query.features)
    .sort((a, b) => a - b)
    .map((index) => readLookup(table, list + table.getUint16(list + 2 + index * 2), extensionType));
}

function languageSystem(table: DataView, query: RuleQuery): number {
  const scripts = table.getUint16(4);
  const offsets = taggedOffsets(table, scripts, scripts);
  const script = offsets.get(query.script) ?? offsets.get('DFLT') ?? offsets.get('dflt') ?? offsets.get('latn');
  if (script === undefined) return NO_OFFSET;
  const chosen = taggedOffsets(table, script + 2, script).get(query.language);
  const byDefault = table.getUint16(script);
  return chosen ?? (byDefault === 0 ? NO_OFFSET : script + byDefault);
}

/** A counted list of tags with offsets from `base`. The first of two equal tags counts. */
function taggedOffsets(table: DataView, at: number, base: number): Map<string, number> {
  const offsets = new Map<string, number>();
  for (let index = 0; index < table.getUint16(at); index++) {
    const record = at + 2 + index * 6;
    const tag = readTag(table, record);
    if (!offsets.has(tag)) offsets.set(tag, base + table.getUint16(record + 4));
  }
  return offsets;
}

function featureLookups(table: DataView, system: number, features: ReadonlySet<string>): number[] {
  const list = table.getUint16(6);
  const lookups = new Set<number>();
  for (let index = 0; index < table.getUint16(system + 4); index++) {
    const record = list + 2 + table.getUint16(system + 6 + index * 2) * 6;
    if (!features.has(readTag(table, record))) continue;
    const feature = list + table.getUint16(record + 4);
    for (let entry = 0; entry < table.getUint16(feature + 2); entry++) {
      lookups.add(table.getUint16(feature + 4 + entry * 2));
    }
  }
  return [...lookups];
}

function readLookup(table: DataView, at: number, extensionType: number): Lookup {
  const subtables: number[] = [];
  let type = table.getUint16(at);
  const extended = type === extensionType;
  for (let index = 0; index < table.getUint16(at + 4); index++) {
    const subtable = at + table.getUint16(at + 6 + index * 2);
    if (extended) type = table.getUint16(subtable + 2);
    subtables.push(extended ? subtable + table.getUint32(subtable + 4) : subtable);
  }
  if (extended && type === extensionType) throw new FontDamage('a lookup extends an extension');
  return { type, flag: table.getUint16(at + 2), subtables };
}

/** Glyphs of a coverage table, in the order of their coverage index. */
export function readCoverage(table: DataView, at: number): readonly number[] {
  const count = table.getUint16(at + 2);
  const glyphs: number[] = [];
  if (table.getUint16(at) === 1) {
    for (let index = 0; index < count; index++) glyphs.push(table.getUint16(at + 4 + index * 2));
    return glyphs;
  }
  for (let range = at + 4; range < at + 4 + count * 6; range += 6) {
    const end = table.getUint16(range + 2);
    for (let glyph = table.getUint16(range); glyph <= end; glyph++) glyphs.push(glyph);
    if (glyphs.length > MOST_GLYPHS) throw new FontDamage('a coverage table lists more glyphs than there can be');
  }
  return glyphs;
}

/** Class of every glyph, 0 for those that the class table does not name. */
export function readClasses(table: DataView, at: number, glyphCount: number): Uint16Array {
  const classes = new Uint16Array(glyphCount);
  if (table.getUint16(at) === 1) {
    const first = table.getUint16(at + 2);
    const count = Math.min(table.getUint16(at + 4), glyphCount - first);
    for (let index = 0; index < count; index++) classes[first + index] = table.getUint16(at + 6 + index * 2);
    return classes;
  }
  const end = at + 4 + table.getUint16(at + 2) * 6;
  for (let range = at + 4; range < end; range += 6) {
    classes.fill(table.getUint16(range + 4), table.getUint16(range), table.getUint16(range + 2) + 1);
  }
  return classes;
}

function readTag(table: DataView, at: number): string {
  return String.fromCharCode(
    table.getUint8(at),
    table.getUint8(at + 1),
    table.getUint8(at + 2),
    table.getUint8(at + 3),
  );
}
