/*
 * A path while it is drawn, in the page's own points. Only what judging needs is kept: the box around it, and which of
 * its parts are bars. Changed in place, since pages have hundreds of thousands of segments.
 */
import { type Box, boxAround, joinBoxes } from './box.js';

export interface PathDraft {
  move(point: readonly [number, number]): void;
  line(point: readonly [number, number]): void;
  curve(points: readonly (readonly [number, number])[]): void;
  readonly parts: { points: (readonly [number, number])[]; straight: boolean }[];
}

export interface FinishedPath {
  /** Undefined for an empty path. */
  readonly bounds: Box | undefined;
  readonly bars: readonly Box[];
}

export function startPath(): PathDraft {
  const parts: PathDraft['parts'] = [];
  const last = (): PathDraft['parts'][number] => {
    if (parts.length === 0) parts.push({ points: [], straight: true });
    return parts.at(-1) as PathDraft['parts'][number];
  };
  return {
    parts,
    move: (point) => void parts.push({ points: [point], straight: true }),
    line: (point) => void last().points.push(point),
    curve: (points) => {
      const part = last();
      part.points.push(...points);
      part.straight = false;
    },
  };
}

/** A rectangle this much longer than wide is a line to the eye. */
const BAR_SHAPE = 4;

export function finishPath({ parts }: PathDraft): FinishedPath {
  const drawn = parts.filter(({ points }) => points.length > 1);
  const boxes = drawn.map(({ points }) => boxAround(points));
  const bars = boxes.filter((box, index) => {
    const part = drawn[index] as PathDraft['parts'][number];
    return part.straight && isRectangle(part.points, box) && isBar(box);
  });
  return { bounds: boxes.length === 0 ? undefined : boxes.reduce(joinBoxes), bars };
}

/** Four corners, or five with the first again, each in a corner of the box. */
function isRectangle(points: readonly (readonly [number, number])[], box: Box): boolean {
  if (points.length !== 4 && points.length !== 5) return false;
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.01;
  return points.every(([x, y]) => (near(x, box[0]) || near(x, box[2])) && (near(y, box[1]) || near(y, box[3])));
}

function isBar([left, bottom, right, top]: Box): boolean {
  const [short, long] = [Math.min(right - left, top - bottom), Math.max(right - left, top - bottom)];
  return short > 0 && long >= short * BAR_SHAPE;
}
