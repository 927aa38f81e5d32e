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
