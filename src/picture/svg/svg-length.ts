import type { Size } from '../../units/rect.js';

/** User units (CSS pixels) in one of each absolute unit (CSS Values 4, 6.2). */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
};

/** Points in a user unit at the drawing's natural size: a CSS pixel is 1/96 inch. */
export const POINTS_PER_UNIT = 72 / 96;

/** Which side of the viewport 100 % is: for lengths of no direction, the diagonal divided by √2. */
export type Direction = 'across' | 'down' | 'any';

/** No length takes more characters; longer texts cost the patterns too much. */
const LONGEST_TEXT = 64;

const LENGTH = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%|[a-z]*)$/i;

/**
 * Reads a length in user units; `viewport` is what percentages are of. Undefined for what is no length, and for units
 * that hang on a font (em, ex), which a drawing of outlines has not.
 */
export function readSvgLength(text: string, viewport: Size, direction: Direction): number | undefined {
  const parts = matchLength(text);
  if (!parts) return undefined;
  const number = Number(parts[1]);
  const unit = (parts[2] as string).toLowerCase();
  const factor = unit === '%' ? sideOf(viewport, direction) / 100 : UNITS[unit];
  const length = factor === undefined ? Number.NaN : number * factor;
  return Number.isFinite(length) ? length : undefined;
}

function sideOf({ width, height }: Size, direction: Direction): number {
  if (direction === 'across') return width;
  return direction === 'down' ? height : Math.sqrt((width * width + height * height) / 2);
}

function matchLength(text: string): RegExpExecArray | null {
  return text.length > LONGEST_TEXT ? null : LENGTH.exec(text.trim());
}

/** Reads numbers with spaces or commas between them, at most `most`; undefined where something else stands there. */
export function readNumbers(text: string, most: number): readonly number[] | undefined {
  if (!/^[\s,+\-.\deE]*$/.test(text)) return undefined;
  const numbers: number[] = [];
  for (const [number] of text.matchAll(/[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/g)) {
    if (numbers.length === most) break;
    numbers.push(Number(number));
  }
  return numbers.every(Number.isFinite) ? numbers : undefined;
}

/** Reads an opacity, as a number or a percentage, brought to 0 to 1. */
export function readOpacity(text: string): number | undefined {
  const parts = matchLength(text);
  if (!parts || (parts[2] !== '' && parts[2] !== '%')) return undefined;
  const value = Number(parts[1]) / (parts[2] === '%' ? 100 : 1);
  return Math.min(1, Math.max(0, value));
}
