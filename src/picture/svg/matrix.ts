import { turnBy } from './turn.js';

/** Maps (x, y) to (ax + cy + e, bx + dy + f), as SVG and PDF both write it. */
export interface Matrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export const IDENTITY: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

export function matrixOf(a: number, b: number, c: number, d: number, e: number, f: number): Matrix {
  return { a, b, c, d, e, f };
}

export function moveBy(x: number, y: number): Matrix {
  return matrixOf(1, 0, 0, 1, x, y);
}

export function scaleBy(x: number, y: number): Matrix {
  return matrixOf(x, 0, 0, y, 0, 0);
}

/** The matrix that maps by `inner` first and then by `outer`. */
export function chain(outer: Matrix, inner: Matrix): Matrix {
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e: outer.a * inner.e + outer.c * inner.f + outer.e,
    f: outer.b * inner.e + outer.d * inner.f + outer.f,
  };
}

/** By how much the matrix makes areas larger; 0 where it folds them to a line. */
export function areaScale({ a, b, c, d }: Matrix): number {
  return Math.abs(a * d - b * c);
}

/** Whether shapes stay similar under the matrix: only then does a stroke keep one weight all round. */
export function keepsShapes({ a, b, c, d }: Matrix): boolean {
  const length = a * a + b * b + c * c + d * d;
  const skew = Math.abs(a * c + b * d);
  const unequal = Math.abs(a * a + b * b - c * c - d * d);
  return skew <= length * 1e-6 && unequal <= length * 1e-6;
}

/** Lists of transforms that are longer are no drawing program's. */
const LONGEST_LIST = 4000;

/** Reads a transform list (SVG 2, 8.5, in the syntax of SVG 1.1). Undefined where it is none. */
export function readTransforms(text: string): Matrix | undefined {
  if (text.length > LONGEST_LIST) return undefined;
  let matrix = IDENTITY;
  let rest = text.trim();
  while (rest !== '') {
    const call = /^([a-zA-Z]+)\s*\(([^()]*)\)\s*,?\s*/.exec(rest);
    const next = call && readTransform(call[1] as string, call[2] as string);
    if (!next) return undefined;
    matrix = chain(matrix, next);
    rest = rest.slice(call[0].length);
  }
  return Object.values(matrix).every(Number.isFinite) ? matrix : undefined;
}

function readTransform(name: string, list: string): Matrix | undefined {
  const numbers = list
    .trim()
    .split(/\s*,\s*|\s+/)
    // Style sheets write units, which are those that the attribute takes for granted.
    .map((part) => (part === '' ? Number.NaN : Number(part.replace(/(?:px|deg)$/, ''))));
  if (!numbers.every(Number.isFinite)) return undefined;
  const [first = 0, second, third] = numbers;
  switch (`${name} ${numbers.length}`) {
    case 'matrix 6':
      return matrixOf(...(numbers as [number, number, number, number, number, number]));
    case 'translate 1':
    case 'translate 2':
      return moveBy(first, second ?? 0);
    case 'scale 1':
    case 'scale 2':
      return scaleBy(first, second ?? first);
    case 'rotate 1':
      return rotation(first);
    case 'rotate 3':
      return chain(
        chain(moveBy(second as number, third as number), rotation(first)),
        moveBy(-(second as number), -(third as number)),
      );
    case 'skewX 1':
      return matrixOf(1, 0, tangent(first), 1, 0, 0);
    case 'skewY 1':
      return matrixOf(1, tangent(first), 0, 1, 0, 0);
    default:
      return undefined;
  }
}

function rotation(degrees: number): Matrix {
  const { sin, cos } = turnBy(degrees);
  return matrixOf(cos, sin, -sin, cos, 0, 0);
}

function tangent(degrees: number): number {
  const { sin, cos } = turnBy(degrees);
  return sin / cos;
}
