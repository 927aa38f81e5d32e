import type { Matrix } from '../../units/matrix.js';
import type { Size } from '../../units/rect.js';
import type { Path } from './path.js';
import type { SvgColor } from './svg-color.js';

/*
 * A drawing as what it shows, in the order of painting: every reference followed, every style worked out, nothing left
 * that is not to be seen. Lengths are in points of its natural size, from its lower left, y up, as PDF has them.
 */

export interface Drawing {
  readonly size: Size;
  readonly marks: readonly Mark[];
}

export type Mark = ShapeMark | ImageMark | GroupMark;

export type FillRule = 'nonzero' | 'evenodd';

/** An area outside of which nothing shows. */
export interface Clip {
  readonly path: Path;
  readonly rule: FillRule;
}

export interface ShapeMark {
  readonly type: 'shape';
  /** In the shape's own units; `matrix` maps them to the drawing. */
  readonly path: Path;
  readonly matrix: Matrix;
  readonly clips: readonly Clip[];
  readonly fill?: { readonly paint: Paint; readonly rule: FillRule };
  readonly stroke?: Stroke;
  readonly paintsStrokeFirst: boolean;
  readonly at: number;
}

export interface Stroke {
  readonly paint: Paint;
  /** Widths in units of the path. */
  readonly width: number;
  readonly cap: 0 | 1 | 2;
  readonly join: 0 | 1 | 2;
  readonly miterLimit: number;
  readonly dashes: readonly number[];
  readonly dashOffset: number;
}

export type Paint =
  | { readonly type: 'color'; readonly color: SvgColor; readonly alpha: number }
  | { readonly type: 'gradient'; readonly gradient: Gradient; readonly alpha: number };

export interface Gradient {
  readonly shape: 'linear' | 'radial';
  /** Linear: x1 y1 x2 y2. Radial: fx fy fr cx cy r. In units that `matrix` maps to the drawing. */
  readonly coords: readonly number[];
  readonly matrix: Matrix;
  /** At least two, offsets from 0 to 1, none smaller than the one before. */
  readonly stops: readonly GradientStop[];
}

export interface GradientStop {
  readonly offset: number;
  readonly color: SvgColor;
}

/** A picture of pixels in the drawing: its whole unit square (y up) is mapped by `matrix`. */
export interface ImageMark {
  readonly type: 'image';
  readonly bytes: Uint8Array;
  readonly matrix: Matrix;
  readonly clips: readonly Clip[];
  readonly alpha: number;
  readonly at: number;
}

/** Marks that are made see-through as one. */
export interface GroupMark {
  readonly type: 'group';
  readonly alpha: number;
  readonly marks: readonly Mark[];
}
