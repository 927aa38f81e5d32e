/** The spaces of Unicode, and how each is set: whether a line may end at it, and whether it gives and takes. */
import type { TextShaper } from './shape-text.js';

export const NO_WHITE = 0;
/** A space of fixed width at which a line may end (UAX #14, class BA). */
const FIXED = 1;
/** The word space: it gives and takes. */
export const SPACE = 2;
/** A space of fixed width at which no line ends: narrow no-break space, figure space (UAX #14, class GL). */
export const TIED_FIXED = 3;
/** The no-break space: it gives and takes like the word spaces beside it. */
export const TIED = 4;
/** How white is set; where several meet, the higher one counts. */
export type White = typeof NO_WHITE | typeof FIXED | typeof SPACE | typeof TIED_FIXED | typeof TIED;

/** How a UTF-16 unit is set as white. */
export function whiteOf(unit: number): White {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) ? SPACE : NO_WHITE;
  if (unit < 0x2000) return unit === 0xa0 ? TIED : NO_WHITE;
  if (unit === FIGURE_SPACE || unit === 0x202f) return TIED_FIXED;
  return unit <= 0x200a || unit === 0x205f || unit === 0x3000 ? FIXED : NO_WHITE;
}

const FIGURE_SPACE = 0x2007;
const PUNCTUATION_SPACE = 0x2008;

/** Widths in thousandths of an em (The Unicode Standard, table 6-2), for faces that do not have the space. */
const WIDTHS: Readonly<Record<number, number>> = {
  8192: 500,
  8193: 1000,
  8194: 500,
  8195: 1000,
  8196: 1000 / 3,
  8197: 250,
  8198: 1000 / 6,
  8201: 125,
  8202: 1000 / 24,
  8239: 125,
  8287: 4000 / 18,
  12288: 1000,
};

/** Width of a space of fixed width in thousandths of an em: the face's own where it has one. */
export function fixedSpaceOf(unit: number, face: TextShaper): number {
  const own = face.shape(String.fromCharCode(unit)).shaped;
  // A face's character map may have the word space stand in for all others.
  const isOwn = face.has(unit) && own.glyphs[0] !== face.shape(' ').shaped.glyphs[0];
  if (isOwn) return own.widthEm * 1000;
  if (unit === FIGURE_SPACE) return face.shape('0').shaped.widthEm * 1000;
  if (unit === PUNCTUATION_SPACE) return face.shape('.').shaped.widthEm * 1000;
  return WIDTHS[unit] as number;
}
