import { arcCurves } from './arc-curves.js';
import { CLOSE, curveTo, lineTo, moveTo, type Path, type Segment } from './path.js';

/** What path data say, up to the first mistake in them: so much of it is drawn (SVG 2, 9.5.4). */
export interface PathData {
  readonly path: Path;
  /** Where in the data the mistake is; undefined where there is none. */
  readonly mistakeAt?: number;
}

/** How many numbers each command takes. */
const OPERANDS: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

const SPACE = /[\t\n\f\r ]*/y;
const SEPARATOR = /[\t\n\f\r ]*,?[\t\n\f\r ]*/y;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const FLAG = /[01]/y;
const COMMAND = /[mlhvcsqtazMLHVCSQTAZ]/y;

/** Reads the `d` of a path (SVG 2, 9.3): all commands, absolute and relative, with flags and numbers run together. */
export function readPathData(data: string, mostSegments: number): PathData {
  const scanner = { data, at: 0 };
  const pen = startPen();
  let command = '';
  for (;;) {
    skip(scanner, SPACE);
    if (scanner.at >= data.length) return { path: pen.path };
    const before = scanner.at;
    const named = match(scanner, COMMAND);
    if (named !== undefined) command = named;
    // A path starts with a move; and after a close, a command must be named.
    else if (command === '' || command === 'z' || command === 'Z') return { path: pen.path, mistakeAt: before };
    else skip(scanner, SEPARATOR);
    if (pen.path.length === 0 && command !== 'm' && command !== 'M') return { path: [], mistakeAt: before };
    const operands = readOperands(scanner, command.toLowerCase());
    if (!operands || pen.path.length > mostSegments) return { path: pen.path, mistakeAt: scanner.at };
    draw(pen, command, operands);
    // Further pairs after a move are lines.
    if (command === 'm') command = 'l';
    if (command === 'M') command = 'L';
  }
}

interface Scanner {
  readonly data: string;
  at: number;
}

function match(scanner: Scanner, pattern: RegExp): string | undefined {
  pattern.lastIndex = scanner.at;
  const found = pattern.exec(scanner.data);
  if (!found) return undefined;
  scanner.at = pattern.lastIndex;
  return found[0];
}

function skip(scanner: Scanner, pattern: RegExp): void {
  match(scanner, pattern);
}

function readOperands(scanner: Scanner, command: string): readonly number[] | undefined {
  const operands: number[] = [];
  const count = OPERANDS[command] as number;
  for (let index = 0; index < count; index++) {
    skip(scanner, index === 0 ? SPACE : SEPARATOR);
    const isFlag = command === 'a' && (index === 3 || index === 4);
    const value = Number(match(scanner, isFlag ? FLAG : NUMBER));
    if (!Number.isFinite(value)) return undefined;
    operands.push(value);
  }
  return operands;
}

/** The point that the path has come to, and what the next command may refer to. */
interface Pen {
  readonly path: Segment[];
  x: number;
  y: number;
  startX: number;
  startY: number;
  /** The last control point, and of which kind of curve it was: smooth commands mirror it. */
  handle: { readonly kind: 'cubic' | 'quadratic'; readonly x: number; readonly y: number } | undefined;
  /** Whether the subpath was closed: a line after that starts a new one at the same point. */
  closed: boolean;
}

function startPen(): Pen {
  return { path: [], x: 0, y: 0, startX: 0, startY: 0, handle: undefined, closed: false };
}

function draw(pen: Pen, command: string, operands: readonly number[]): void {
  const kind = command.toLowerCase();
  const [dx, dy] = command === kind ? [pen.x, pen.y] : [0, 0];
  const across = (index: number) => (operands[index] as number) + dx;
  const down = (index: number) => (operands[index] as number) + dy;
  switch (kind) {
    case 'm':
      move(pen, across(0), down(1));
      break;
    case 'l':
      line(pen, across(0), down(1));
      break;
    case 'h':
      line(pen, across(0), pen.y);
      break;
    case 'v':
      line(pen, pen.x, down(0));
      break;
    case 'c':
      cubic(pen, across(0), down(1), across(2), down(3), across(4), down(5));
      break;
    case 's': {
      const [x1, y1] = mirroredHandle(pen, 'cubic');
      cubic(pen, x1, y1, across(0), down(1), across(2), down(3));
      break;
    }
    case 'q':
      quadratic(pen, across(0), down(1), across(2), down(3));
      break;
    case 't':
      quadratic(pen, ...mirroredHandle(pen, 'quadratic'), across(0), down(1));
      break;
    case 'a':
      arc(pen, operands, across(5), down(6));
      break;
    default:
      close(pen);
  }
}

function move(pen: Pen, x: number, y: number): void {
  pen.path.push(moveTo(x, y));
  pen.startX = x;
  pen.startY = y;
  pen.closed = false;
  goTo(pen, x, y);
}

function goTo(pen: Pen, x: number, y: number): void {
  pen.x = x;
  pen.y = y;
  pen.handle = undefined;
}

function startAgain(pen: Pen): void {
  if (pen.closed) pen.path.push(moveTo(pen.x, pen.y));
  pen.closed = false;
}

function line(pen: Pen, x: number, y: number): void {
  startAgain(pen);
  pen.path.push(lineTo(x, y));
  goTo(pen, x, y);
}

function cubic(pen: Pen, x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
  startAgain(pen);
  pen.path.push(curveTo(x1, y1, x2, y2, x, y));
  goTo(pen, x, y);
  pen.handle = { kind: 'cubic', x: x2, y: y2 };
}

/** A quadratic curve is the cubic whose handles reach two thirds of the way to its one control point. */
function quadratic(pen: Pen, qx: number, qy: number, x: number, y: number): void {
  const { x: x0, y: y0 } = pen;
  const [x1, y1] = [x0 + (2 * (qx - x0)) / 3, y0 + (2 * (qy - y0)) / 3];
  cubic(pen, x1, y1, x + (2 * (qx - x)) / 3, y + (2 * (qy - y)) / 3, x, y);
  pen.handle = { kind: 'quadratic', x: qx, y: qy };
}

function mirroredHandle({ x, y, handle }: Pen, kind: 'cubic' | 'quadratic'): [x: number, y: number] {
  return handle?.kind === kind ? [2 * x - handle.x, 2 * y - handle.y] : [x, y];
}

function arc(pen: Pen, operands: readonly number[], x: number, y: number): void {
  const [radiusX, radiusY, rotation, long, clockwise] = operands as [number, number, number, number, number];
  startAgain(pen);
  const shape = { radiusX, radiusY, rotation, takesLongWay: long === 1, runsClockwise: clockwise === 1, x, y };
  pen.path.push(...arcCurves(pen, shape));
  goTo(pen, x, y);
}

function close(pen: Pen): void {
  if (!pen.closed) pen.path.push(CLOSE);
  pen.closed = true;
  goTo(pen, pen.startX, pen.startY);
}
