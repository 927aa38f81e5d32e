import { readClasses } from './opentype-layout.js';
import { readCmap } from './read-cmap.js';
import { FontDamage, type Sfnt } from './sfnt.js';

/**
 * What shaping needs of a face whatever the language: plain columns of numbers, so that they could be written to a cache.
 * Glyphs are numbered as in the font.
 */
export interface FaceTables {
  readonly unitsPerEm: number;
  readonly glyphCount: number;
  /** For each 256 code points, which page of `cmapGlyphs` holds them; page 0 is empty. */
  readonly cmapPages: Uint16Array;
  /** Glyph of each code point, in pages of 256; 0 where the face lacks it. */
  readonly cmapGlyphs: Uint16Array;
  /** Advance of each glyph in thousandths of an em. */
  readonly advances: Float64Array;
  /** 1 for a glyph that is a combining mark (GDEF class 3). */
  readonly marks: Uint8Array;
}

const MARK_CLASS = 3;

/** Reads a face's own tables. Throws `FontDamage` or `RangeError` where the bytes are damaged. */
export function readFaceTables(sfnt: Sfnt): FaceTables {
  const table = (tag: string) => sfnt.tables.get(tag) as DataView;
  const unitsPerEm = table('head').getUint16(18);
  if (unitsPerEm < 16 || unitsPerEm > 16384) throw new FontDamage('its em is out of range');
  const glyphCount = table('maxp').getUint16(4);
  if (glyphCount === 0) throw new FontDamage('it has no glyphs');
  const cmap = readCmap(table('cmap'), glyphCount);
  return {
    unitsPerEm,
    glyphCount,
    cmapPages: cmap.pages,
    cmapGlyphs: cmap.glyphs,
    advances: readAdvances(table('hhea'), table('hmtx'), glyphCount, unitsPerEm),
    marks: readMarks(sfnt.tables.get('GDEF'), glyphCount),
  };
}

/** Glyph of a code point, 0 where the face lacks it. */
export function glyphOf(tables: FaceTables, codePoint: number): number {
  const page = tables.cmapPages[codePoint >> 8] as number;
  return tables.cmapGlyphs[(page << 8) | (codePoint & 0xff)] as number;
}

function readAdvances(hhea: DataView, hmtx: DataView, glyphCount: number, unitsPerEm: number): Float64Array {
  const count = Math.min(hhea.getUint16(34), glyphCount);
  if (count === 0) throw new FontDamage('it has no advance widths');
  const advances = new Float64Array(glyphCount);
  for (let glyph = 0; glyph < count; glyph++) advances[glyph] = (hmtx.getUint16(glyph * 4) * 1000) / unitsPerEm;
  return advances.fill(advances[count - 1] as number, count);
}

function readMarks(gdef: DataView | undefined, glyphCount: number): Uint8Array {
  const marks = new Uint8Array(glyphCount);
  const offset = gdef ? gdef.getUint16(4) : 0;
  if (!gdef || offset === 0) return marks;
  readClasses(gdef, offset, glyphCount).forEach((glyphClass, glyph) => {
    if (glyphClass === MARK_CLASS) marks[glyph] = 1;
  });
  return marks;
}
