import type { Matrix } from '../../units/matrix.js';
import { mapPath, type Path } from './path.js';

/*
 * Content stream operators as text (ISO 32000-1, annex A). Numbers have fixed decimals, so that the last bits of a
 * product, which nobody sees, are not in the file.
 */

/** Places a thousandth of a point apart are one place on paper. */
const PLACE_DECIMALS = 1e3;
/** Factors of a matrix are multiplied by lengths of hundreds of points. */
const FACTOR_DECIMALS = 1e6;
/** Inks: a screen shows 100 tones, a plate 256. */
const INK_DECIMALS = 1e4;
/** Larger numbers are read wrongly by some, and lie off any page. */
const FARTHEST = 1e6;

export function place(value: number): string {
  return fixed(value, PLACE_DECIMALS);
}

export function factor(value: number): string {
  return fixed(value, FACTOR_DECIMALS);
}

export function ink(value: number): string {
  return fixed(value, INK_DECIMALS);
}

/** Rounds to so many parts of 1; what is no number is 0, and what is too large is as large as may be. */
export function roundTo(value: number, parts: number): number {
  const bound = Math.max(-FARTHEST, Math.min(FARTHEST, Number.isNaN(value) ? 0 : value));
  // Adding 0 makes the zero below nothing a plain one.
  return Math.round(bound * parts) / parts + 0;
}

/** Numbers below a millionth, which would be written with an exponent, round to 0 before. */
function fixed(value: number, parts: number): string {
  const rounded = roundTo(value, parts);
  return Math.abs(rounded) < 1e-6 ? '0' : plainDecimals(rounded);
}

function plainDecimals(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(6).replace(/0+$/, '') : text.replace(/^(-?)0\./, '$1.');
}

export function matrixOperands([a, b, c, d, e, f]: Matrix): string {
  return `${factor(a)} ${factor(b)} ${factor(c)} ${factor(d)} ${place(e)} ${place(f)}`;
}

/** A path's operators, ready to be painted or clipped by. */
export function pathOperators(path: Path, matrix: Matrix): string {
  return mapPath(path, matrix)
    .map((segment) => {
      switch (segment.type) {
        case 'move':
          return `${place(segment.x)} ${place(segment.y)} m`;
        case 'line':
          return `${place(segment.x)} ${place(segment.y)} l`;
        case 'curve': {
          const { x1, y1, x2, y2, x, y } = segment;
          return `${place(x1)} ${place(y1)} ${place(x2)} ${place(y2)} ${place(x)} ${place(y)} c`;
        }
        case 'close':
          return 'h';
      }
      return undefined;
    })
    .join('\n');
}
