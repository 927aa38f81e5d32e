import { asMatrix, IDENTITY, type Matrix, multiply } from '../../units/matrix.js';
import { turnBy } from './turn.js';

export function moveBy(x: number, y: number): Matrix {
  return [1, 0, 0, 1, x, y];
}

export function scaleBy(x: number, y: number): Matrix {
  return [x, 0, 0, y, 0, 0];
}

/** The matrix that maps by `inner` first and then by `outer`, as elements lie in one another. */
export function chain(outer: Matrix, inner: Matrix): Matrix {
  return multiply(inner, outer);
}

/** Whether shapes stay similar under the matrix: only then does a stroke keep one weight all round. */
export function keepsShapes([a, b, c, d]: Matrix): boolean {
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
  let matrix: Matrix = IDENTITY;
  let rest = text.trim();
  while (rest !== '') {
    const call = /^([a-zA-Z]+)\s*\(([^()]*)\)\s*,?\s*/.exec(rest);
    const next = call && readTransform(call[1] as string, call[2] as string);
    if (!next) return undefined;
    matrix = chain(matrix, next);
    rest = rest.slice(call[0].length);
  }
  return asMatrix(matrix);
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
      return asMatrix(numbers);
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
      return [1, 0, tangent(first), 1, 0, 0];
    case 'skewY 1':
      return [1, tangent(first), 0, 1, 0, 0];
    default:
      return undefined;
  }
}

function rotation(degrees: number): Matrix {
  const { sin, cos } = turnBy(degrees);
  return [cos, sin, -sin, cos, 0, 0];
}

function tangent(degrees: number): number {
  const { sin, cos } = turnBy(degrees);
  return sin / cos;
}
