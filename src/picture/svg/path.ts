import type { Matrix } from '../../units/matrix.js';
import type { Rect } from '../../units/rect.js';

/** A piece of a path, in absolute coordinates. Quadratic curves and arcs are cubic curves by the time they are here. */
export type Segment =
  | { readonly type: 'move'; readonly x: number; readonly y: number }
  | { readonly type: 'line'; readonly x: number; readonly y: number }
  | {
      readonly type: 'curve';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly x: number;
      readonly y: number;
    }
  | { readonly type: 'close' };

export type Path = readonly Segment[];

export function moveTo(x: number, y: number): Segment {
  return { type: 'move', x, y };
}

export function lineTo(x: number, y: number): Segment {
  return { type: 'line', x, y };
}

export function curveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): Segment {
  return { type: 'curve', x1, y1, x2, y2, x, y };
}

export const CLOSE: Segment = { type: 'close' };

/** The outline of a box, from its first corner on. */
export function boxPath({ x, y, width, height }: Rect): Path {
  return [moveTo(x, y), lineTo(x + width, y), lineTo(x + width, y + height), lineTo(x, y + height), CLOSE];
}

export function mapPath(path: Path, [a, b, c, d, e, f]: Matrix): Path {
  const across = (x: number, y: number) => a * x + c * y + e;
  const down = (x: number, y: number) => b * x + d * y + f;
  return path.map((segment) => {
    if (segment.type === 'close') return segment;
    const { x, y } = segment;
    if (segment.type !== 'curve') return { type: segment.type, x: across(x, y), y: down(x, y) };
    const { x1, y1, x2, y2 } = segment;
    return curveTo(across(x1, y1), down(x1, y1), across(x2, y2), down(x2, y2), across(x, y), down(x, y));
  });
}

/** The smallest box around the path's line, curves measured where they turn. Undefined where there is no point. */
export function pathBounds(path: Path): Rect | undefined {
  const across = startRange();
  const down = startRange();
  let x = 0;
  let y = 0;
  for (const segment of path) {
    if (segment.type === 'close') continue;
    if (segment.type === 'curve') {
      widenByCurve(across, x, segment.x1, segment.x2, segment.x);
      widenByCurve(down, y, segment.y1, segment.y2, segment.y);
    }
    ({ x, y } = segment);
    widen(across, x);
    widen(down, y);
  }
  if (across.least > across.most) return undefined;
  return { x: across.least, y: down.least, width: across.most - across.least, height: down.most - down.least };
}

interface Range {
  least: number;
  most: number;
}

function startRange(): Range {
  return { least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY };
}

function widen(range: Range, value: number): void {
  if (value < range.least) range.least = value;
  if (value > range.most) range.most = value;
}

/** Takes in where a cubic of one coordinate turns: the roots of its derivative between 0 and 1. */
function widenByCurve(range: Range, p0: number, p1: number, p2: number, p3: number): void {
  const a = p3 - 3 * p2 + 3 * p1 - p0;
  const b = 2 * (p2 - 2 * p1 + p0);
  const c = p1 - p0;
  for (const t of rootsOf(a, b, c)) {
    if (!(t > 0 && t < 1)) continue;
    const u = 1 - t;
    widen(range, u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3);
  }
}

/** Real roots of a t² + b t + c; a straight or a constant one may give roots that are no numbers. */
function rootsOf(a: number, b: number, c: number): readonly number[] {
  if (Math.abs(a) < 1e-12) return [-c / b];
  const root = Math.sqrt(b * b - 4 * a * c);
  return [(-b + root) / (2 * a), (-b - root) / (2 * a)];
}

/** Twice the area that the path's corners enclose: above 0 where it runs clockwise as seen on the page (y down). */
export function signedArea(path: Path): number {
  let area = 0;
  let start = { x: 0, y: 0 };
  let last = start;
  for (const segment of path) {
    const next = segment.type === 'close' ? start : { x: segment.x, y: segment.y };
    if (segment.type === 'move') {
      area += last.x * start.y - start.x * last.y;
      start = next;
    } else {
      area += last.x * next.y - next.x * last.y;
    }
    last = next;
  }
  return area + last.x * start.y - start.x * last.y;
}

/** The same line walked the other way. */
export function reversePath(path: Path): Path {
  return splitSubpaths(path).flatMap(reverseSubpath);
}

function splitSubpaths(path: Path): readonly Path[] {
  const parts: Segment[][] = [];
  for (const segment of path) {
    if (segment.type === 'move' || parts.length === 0) parts.push([]);
    (parts[parts.length - 1] as Segment[]).push(segment);
  }
  return parts;
}

function reverseSubpath(subpath: Path): Path {
  const reversed: Segment[] = [];
  let end: Segment | undefined;
  for (const segment of subpath) {
    if (segment.type === 'close') continue;
    if (end && end.type !== 'close') {
      reversed.push(
        segment.type === 'curve'
          ? curveTo(segment.x2, segment.y2, segment.x1, segment.y1, end.x, end.y)
          : lineTo(end.x, end.y),
      );
    }
    end = segment;
  }
  if (!end || end.type === 'close') return [];
  const closing = subpath.some(({ type }) => type === 'close') ? [CLOSE] : [];
  return [moveTo(end.x, end.y), ...reversed.reverse(), ...closing];
}
