/** Which cells of a table hold figures, and where in them the units end, so that they can stand under one another. */
import type { Line } from '../model/line.js';
import { primaryLanguage } from '../units/language.js';
import type { Pt } from '../units/length.js';

/** Numbers, money, times, scores, with a unit of one or two letters at most. A date is text. */
const FIGURES = /^[^\p{L}]*\p{N}[^\p{L}]*(?:\p{L}{1,2}\.?)?$/u;
const LONGEST = 16;
/** Stands where there is no figure. */
const NOTHING = /^[-–—·*]?$/;
/** Languages that write 1.5; the others write 1,5. */
const POINT = new Set(['en', 'ja', 'zh', 'ko', 'he', 'th', 'cy', 'ga', 'gd', 'hi', 'ur', 'ms']);

/** Whether all cells of a column hold figures or nothing, and one at least holds some. */
export function areFigures(texts: readonly string[]): boolean {
  const some = texts.filter((text) => !NOTHING.test(text));
  return some.length > 0 && some.every((text) => text.length <= LONGEST && FIGURES.test(text));
}

/**
 * For each cell of a column of figures, how many characters stand after its units: decimal sign, decimals, and a unit of
 * measure. All 0 where no cell has decimals, and where figures are not plain numbers.
 */
export function decimalTails(texts: readonly string[], language: string): readonly number[] {
  const sign = POINT.has(primaryLanguage(language)) ? '.' : ',';
  const decimals = new RegExp(`^[^\\p{N}]{0,2}[\\p{N}\\s'’.,]*?([${sign}]\\p{N}+[^\\p{N}]*)$`, 'u');
  const found = texts.map((text) => decimals.exec(text)?.[1]?.length ?? 0);
  const isPlain = texts.every((text) => !/\p{N}\s*[:/–—-]\s*\p{N}/u.test(text));
  if (!isPlain || found.every((tail) => tail === 0)) return texts.map(() => 0);
  return texts.map((text, at) => found[at] || (/[^\p{N}]*$/u.exec(text)?.[0].length ?? 0));
}

/** Width of so many characters at the end of a line; 0 where they are more than its last word. */
export function tailWidth({ pieces, letterSpace }: Line, characters: number): Pt {
  const last = pieces.at(-1);
  if (!last || characters === 0 || characters > last.shaped.text.length) return 0;
  const { advances, clusters } = last.shaped;
  let left = characters;
  let width = 0;
  for (let glyph = advances.length - 1; glyph >= 0 && left > 0; glyph--) {
    left -= clusters[glyph] as number;
    width += ((advances[glyph] as number) * last.style.size) / 1000 + letterSpace;
  }
  return width;
}
