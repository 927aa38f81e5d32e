/** A length in points (1/72 inch). Every plain number in this code base is one, unless its name says otherwise. */
export type Pt = number;

/** Two lengths closer than this (a thousandth of a point) are the same length. The one tolerance of the code base. */
export const TOLERANCE: Pt = 0.001;

/** A millimetre. */
export const MM: Pt = 72 / 25.4;

const POINTS_PER_UNIT = {
  pt: 1,
  mm: MM,
  cm: 720 / 25.4,
  in: 72,
  p: 12,
} as const;

/**
 * Reads a length as designers write it: `9.5pt`, `12mm`, `1.2cm`, `2in`, `1p6` (picas and points).
 * Returns points, or `undefined` when the text is no length; six digits before the point are the most.
 */
export function readLength(text: string): Pt | undefined {
  const picas = /^(-?\d{1,6})p(\d{1,6}(?:\.\d{1,9})?)?$/.exec(text.trim());
  if (picas) {
    const whole = Number(picas[1]) * POINTS_PER_UNIT.p;
    const rest = Number(picas[2] ?? 0);
    return text.trim().startsWith('-') ? whole - rest : whole + rest;
  }
  const plain = /^(-?(?:\d{1,6}(?:\.\d{1,9})?|\.\d{1,9}))\s*(pt|mm|cm|in)$/.exec(text.trim());
  if (!plain) return undefined;
  return Number(plain[1]) * POINTS_PER_UNIT[plain[2] as 'pt' | 'mm' | 'cm' | 'in'];
}

/** Writes points in the unit named, at most two decimals, for messages to people. */
export function formatLength(length: Pt, unit: 'pt' | 'mm' = 'pt'): string {
  const value = length / POINTS_PER_UNIT[unit];
  return `${Math.round(value * 100) / 100}${unit}`;
}

/** Whether two lengths are equal within {@link TOLERANCE}. */
export function sameLength(a: Pt, b: Pt): boolean {
  return Math.abs(a - b) <= TOLERANCE;
}
