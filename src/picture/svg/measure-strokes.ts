import { areaScale } from '../../units/matrix.js';
import type { Drawing, Mark, Paint, ShapeMark } from './drawing.js';
import { isGray, type SvgColor } from './svg-color.js';

/** How a line is printed: in solid black, in a tint of one ink, or in several inks that must meet. */
export type LineKind = 'solid' | 'tint' | 'several';

/** The thinnest line of its kind in a drawing. */
export interface ThinnestLine {
  readonly kind: LineKind;
  /** In points, at the drawing's natural size. */
  readonly weight: number;
  /** Where its element starts in the file, in UTF-16 units. */
  readonly at: number;
}

/** Finds the thinnest line of each kind. */
export function measureStrokes({ marks }: Drawing): readonly ThinnestLine[] {
  const thinnest = new Map<LineKind, ThinnestLine>();
  for (const mark of strokedShapes(marks)) {
    const { paint, width } = mark.stroke;
    const line = { kind: kindOf(paint), weight: width * Math.sqrt(areaScale(mark.matrix)), at: mark.at };
    const known = thinnest.get(line.kind);
    if (!known || line.weight < known.weight) thinnest.set(line.kind, line);
  }
  return [...thinnest.values()];
}

type StrokedShape = ShapeMark & { readonly stroke: NonNullable<ShapeMark['stroke']> };

function* strokedShapes(marks: readonly Mark[]): Generator<StrokedShape> {
  for (const mark of marks) {
    if (mark.type === 'group') yield* strokedShapes(mark.marks);
    if (mark.type === 'shape' && mark.stroke) yield mark as StrokedShape;
  }
}

function kindOf(paint: Paint): LineKind {
  if (paint.type === 'gradient') return paint.gradient.stops.every(({ color }) => isGray(color)) ? 'tint' : 'several';
  if (paint.alpha < 1 && isGray(paint.color)) return 'tint';
  return colorKind(paint.color);
}

function colorKind(color: SvgColor): LineKind {
  if (color.type === 'rgb') {
    if (!isGray(color)) return 'several';
    return color.green <= 2 ? 'solid' : 'tint';
  }
  const used = [color.c, color.m, color.y, color.k].filter((share) => share > 0);
  if (used.length > 1) return 'several';
  return color.k === 1 ? 'solid' : 'tint';
}
