import type { Matrix } from '../../units/matrix.js';
import { chain, moveBy, scaleBy } from './matrix.js';
import { curveTo, lineTo, mapPath, type Path, type Segment } from './path.js';
import { turnBy } from './turn.js';

/** An elliptical arc as path data writes it (SVG 2, 9.5.1): from the current point to (x, y). */
export interface Arc {
  readonly radiusX: number;
  readonly radiusY: number;
  /** Degrees from the x axis. */
  readonly rotation: number;
  readonly takesLongWay: boolean;
  readonly runsClockwise: boolean;
  readonly x: number;
  readonly y: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * An arc as cubic curves, one a quarter or less, at most 0.03 % of the radius off the true line. After SVG 2, B.2.4 and
 * B.2.5, but without angles: the arc is walked on the unit circle in quarter turns, which are exact, and the length of
 * the last piece's handles comes from half-angle formulas. So nothing but + - × ÷ and square roots is needed, which are
 * the same on every machine.
 */
export function arcCurves(from: Point, arc: Arc): Path {
  const radiusX = Math.abs(arc.radiusX);
  const radiusY = Math.abs(arc.radiusY);
  if (from.x === arc.x && from.y === arc.y) return [];
  if (radiusX === 0 || radiusY === 0) return [lineTo(arc.x, arc.y)];
  const { sin, cos } = turnBy(arc.rotation);
  const turn: Matrix = [cos, sin, -sin, cos, 0, 0];
  // On the unit circle: half the chord from the arc's end to its start.
  const halfX = (from.x - arc.x) / 2;
  const halfY = (from.y - arc.y) / 2;
  const chord = { x: (cos * halfX + sin * halfY) / radiusX, y: (cos * halfY - sin * halfX) / radiusY };
  const square = chord.x * chord.x + chord.y * chord.y;
  // Radii that cannot reach are scaled up until they just do (B.2.5).
  const growth = square > 1 ? Math.sqrt(square) : 1;
  const unit = { x: chord.x / growth, y: chord.y / growth };
  const aside = Math.sqrt(Math.max(0, 1 / Math.min(1, square) - 1));
  const side = arc.takesLongWay === arc.runsClockwise ? -1 : 1;
  const center = { x: side * aside * unit.y, y: -side * aside * unit.x };
  const circle = chain(
    moveBy((from.x + arc.x) / 2, (from.y + arc.y) / 2),
    chain(turn, chain(scaleBy(radiusX * growth, radiusY * growth), moveBy(center.x, center.y))),
  );
  const start = { x: unit.x - center.x, y: unit.y - center.y };
  const end = { x: -unit.x - center.x, y: -unit.y - center.y };
  return endAt(walkCircle(start, end, arc.runsClockwise), circle, arc);
}

/** The arc's curves in place, the last one ending at the very point that was asked for. */
function endAt(curves: Path, circle: Matrix, { x, y }: Arc): Path {
  const placed = mapPath(curves, circle);
  const last = placed[placed.length - 1];
  if (last?.type !== 'curve') return [lineTo(x, y)];
  return [...placed.slice(0, -1), { ...last, x, y }];
}

/** Curves along the unit circle from one point of it to another, the way that y down calls clockwise or the other. */
function walkCircle(start: Point, end: Point, clockwise: boolean): Path {
  const way = clockwise ? 1 : -1;
  const curves: Segment[] = [];
  let at = start;
  // At most three quarters, then what is left; rounding must not add a fourth.
  while (curves.length < 3 && !liesWithinQuarter(at, end, way)) {
    const next = { x: -way * at.y, y: way * at.x };
    curves.push(circleCurve(at, next, way));
    at = next;
  }
  curves.push(circleCurve(at, end, way));
  return curves;
}

function liesWithinQuarter(at: Point, end: Point, way: number): boolean {
  const cos = at.x * end.x + at.y * end.y;
  const sin = way * (at.x * end.y - at.y * end.x);
  return cos >= 0 && sin >= 0;
}

/** The curve of at most a quarter turn; its handles are 4/3 tan(θ/4) long (Riškus 2006). */
function circleCurve(from: Point, to: Point, way: number): Segment {
  const cos = Math.min(1, from.x * to.x + from.y * to.y);
  const half = Math.sqrt((1 - cos) / (1 + cos));
  const handle = (way * 4 * half) / (3 * (1 + Math.sqrt(1 + half * half)));
  return curveTo(
    from.x - handle * from.y,
    from.y + handle * from.x,
    to.x + handle * to.y,
    to.y - handle * to.x,
    to.x,
    to.y,
  );
}

/** Length of the handles of a quarter circle of radius 1: 4/3 (√2 - 1). */
const QUARTER_HANDLE = (4 * (Math.sqrt(2) - 1)) / 3;

/** A quarter of an ellipse between two points of it, of which one stands over, the other beside its centre. */
export function quarterCurve(from: Point, corner: Point, to: Point): Segment {
  return curveTo(
    from.x + (corner.x - from.x) * QUARTER_HANDLE,
    from.y + (corner.y - from.y) * QUARTER_HANDLE,
    to.x + (corner.x - to.x) * QUARTER_HANDLE,
    to.y + (corner.y - to.y) * QUARTER_HANDLE,
    to.x,
    to.y,
  );
}
