/** A transformation [a b c d e f]: (x, y) goes to (ax + cy + e, bx + dy + f) (ISO 32000-1, 8.3.3; SVG writes it alike). */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Does `first`, then `second`. */
export function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = second;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Lengths of what one unit across and one unit up become. */
export function unitLengths([a, b, c, d]: Matrix): { readonly across: number; readonly up: number } {
  return { across: Math.sqrt(a * a + b * b), up: Math.sqrt(c * c + d * d) };
}

/** What an area of 1 becomes; 0 where areas are folded to a line. */
export function areaScale([a, b, c, d]: Matrix): number {
  return Math.abs(a * d - b * c);
}

/** Six finite numbers as a matrix. */
export function asMatrix(numbers: readonly number[] | undefined): Matrix | undefined {
  return numbers?.length === 6 && numbers.every(Number.isFinite) ? (numbers as unknown as Matrix) : undefined;
}
