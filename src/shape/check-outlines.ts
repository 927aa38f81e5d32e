import { FontDamage, type Sfnt } from './sfnt.js';

/** Outlines of a TrueType font, found but not drawn. */
interface Outlines {
  readonly glyf: DataView;
  readonly glyphCount: number;
  offset(glyph: number): number;
}

const HAS_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;
const MORE_COMPONENTS = 0x0020;
const OPEN = 1;
const SOUND = 2;

/**
 * Follows every composite glyph to its parts, so that an embedder never meets one that leads back to itself or outside
 * the font (either would overflow its stack). Throws `FontDamage` or `RangeError`. PostScript outlines have no composites.
 */
export function checkOutlines(sfnt: Sfnt, glyphCount: number): void {
  if (sfnt.outlines !== 'glyf') return;
  const outlines = readOutlines(sfnt, glyphCount);
  const state = new Uint8Array(glyphCount);
  for (let glyph = 0; glyph < glyphCount; glyph++) visit(outlines, glyph, state);
}

/** How far a glyph's ink reaches from its origin, x to the right and y up. */
export interface InkBounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
}

/** The box of a glyph in font units, as its outline states; undefined where it is blank. */
export function outlineBounds(sfnt: Sfnt, glyphCount: number, glyph: number): InkBounds | undefined {
  const { glyf, offset } = readOutlines(sfnt, glyphCount);
  const at = offset(glyph);
  if (offset(glyph + 1) === at) return undefined;
  // ISO/IEC 14496-22, 5.3.3: numberOfContours, xMin, yMin, xMax, yMax.
  return {
    left: glyf.getInt16(at + 2),
    foot: glyf.getInt16(at + 4),
    right: glyf.getInt16(at + 6),
    top: glyf.getInt16(at + 8),
  };
}

function readOutlines(sfnt: Sfnt, glyphCount: number): Outlines {
  const loca = sfnt.tables.get('loca');
  if (!loca) throw new FontDamage('it has no table "loca"');
  const long = (sfnt.tables.get('head') as DataView).getInt16(50) !== 0;
  return {
    glyf: sfnt.tables.get('glyf') as DataView,
    glyphCount,
    offset: (glyph) => (long ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2),
  };
}

/** Depth first; the depth of sound fonts is 2 or 3, and a chain without a ring ends after `glyphCount` at the latest. */
function visit(outlines: Outlines, glyph: number, state: Uint8Array): void {
  if (state[glyph] === SOUND) return;
  if (state[glyph] === OPEN) throw new FontDamage('a composite glyph contains itself');
  const at = outlines.offset(glyph);
  const end = outlines.offset(glyph + 1);
  if (end < at || end > outlines.glyf.byteLength) throw new FontDamage('a glyph lies outside the outlines');
  const composite = end > at && outlines.glyf.getInt16(at) < 0;
  if (composite) {
    state[glyph] = OPEN;
    for (const part of componentsOf(outlines.glyf, at + 10)) {
      if (part >= outlines.glyphCount) throw new FontDamage('a composite glyph has a part that does not exist');
      visit(outlines, part, state);
    }
  }
  state[glyph] = SOUND;
}

function componentsOf(glyf: DataView, start: number): number[] {
  const parts: number[] = [];
  for (let at = start, flags = MORE_COMPONENTS; (flags & MORE_COMPONENTS) !== 0; ) {
    flags = glyf.getUint16(at);
    parts.push(glyf.getUint16(at + 2));
    at += 4 + ((flags & HAS_WORDS) !== 0 ? 4 : 2);
    if ((flags & HAS_SCALE) !== 0) at += 2;
    else if ((flags & HAS_TWO_SCALES) !== 0) at += 4;
    else if ((flags & HAS_MATRIX) !== 0) at += 8;
  }
  return parts;
}
