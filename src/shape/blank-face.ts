import type { FaceId } from '../model/font.js';
import { noComplexRules } from './complex-glyphs.js';
import type { Face } from './open-face.js';
import type { ShapingRules } from './shaping-rules.js';

const GLYPHS_IN_PAGE = 256;
const PAGES = 0x110000 / GLYPHS_IN_PAGE;
const HALF_EM = 500;

/** Stands in for a face that cannot be used: it has every character, as a blank of half an em. Glyph 1 is that blank. */
export function blankFace(id: FaceId): Face {
  const rules: ShapingRules = { substitutions: [], kerning: [], complex: noComplexRules(2), unit: 1 };
  return {
    type: 'face',
    id,
    tables: {
      unitsPerEm: 1000,
      glyphCount: 2,
      cmapPages: new Uint16Array(PAGES),
      cmapGlyphs: new Uint16Array(GLYPHS_IN_PAGE).fill(1),
      advances: Float64Array.of(HALF_EM, HALF_EM),
      marks: new Uint8Array(2),
    },
    metrics: { capHeight: 0.67, xHeight: 0.48, ascender: 0.73, descender: 0.24 },
    ink: () => undefined,
    rules: () => rules,
    engine: () => undefined,
  };
}
