/** A transformation [a b c d e f] (ISO 32000-1, 8.3.3). */
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

/** What an area of 1 becomes. */
export function areaScale([a, b, c, d]: Matrix): number {
  return Math.abs(a * d - b * c);
}

/** Six finite numbers as a matrix. */
export function asMatrix(numbers: readonly number[] | undefined): Matrix | undefined {
  return numbers?.length === 6 && numbers.every(Number.isFinite) ? (numbers as unknown as Matrix) : undefined;
}

/** Left, bottom, right, top, in the file's own points, y up. */
export type Box = readonly [number, number, number, number];

/** The box between two opposite corners, whichever they are (ISO 32000-1, 7.9.5). */
export function boxBetween([a, b, c, d]: Box): Box {
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** The smallest box around points. */
export function boxAround(points: readonly (readonly [number, number])[]): Box {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    bottom = Math.min(bottom, y);
    right = Math.max(right, x);
    top = Math.max(top, y);
  }
  return [left, bottom, right, top];
}

export function joinBoxes(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** Whether boxes share more than an edge, by more than `slack`. A line without width lies within what it crosses. */
export function overlap(a: Box, b: Box, slack = 0): boolean {
  return a[0] < b[2] - slack && b[0] < a[2] + slack + 0.001 && a[1] < b[3] - slack && b[1] < a[3] + slack + 0.001;
}

/** What is lost in writing numbers. */
const PLAY = 0.01;

/** Whether `inner` lies in `outer`. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    inner[0] >= outer[0] - PLAY &&
    inner[1] >= outer[1] - PLAY &&
    inner[2] <= outer[2] + PLAY &&
    inner[3] <= outer[3] + PLAY
  );
}
