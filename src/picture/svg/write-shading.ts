import type { FormDict, FormValue } from '../../model/press-form.js';
import { ink, matrixOperands, roundTo } from './content-lines.js';
import type { Gradient, GradientStop } from './drawing.js';
import { formDict } from './form-objects.js';
import { gradientShades } from './gradient-shades.js';
import type { FindInks } from './separate-colors.js';
import type { SvgColor } from './svg-color.js';

/** Names a gradient, equal ones alike. */
export function gradientKey({ shape, coords, matrix, stops }: Gradient, findInks: FindInks): string {
  const colors = stops.map(({ offset, color }) => `${offset}:${findInks(color).map(ink).join(',')}`);
  return `${shape} ${coords.join(' ')} ${matrixOperands(matrix)} ${colors.join(' ')}`;
}

/**
 * A gradient as a shading pattern (ISO 32000-1, 8.7.4): axial or radial, in the press's inks, its colours by functions
 * stitched together. It goes on beyond its ends in their colours.
 */
export function writeShading(gradient: Gradient, findInks: FindInks): FormDict {
  const [a, b, c, d, e, f] = gradient.matrix;
  const factors = [a, b, c, d].map((value) => roundTo(value, 1e9));
  return formDict({
    Type: 'Pattern',
    PatternType: 2,
    Matrix: [...factors, roundTo(e, 1e4), roundTo(f, 1e4)],
    Shading: formDict({
      ShadingType: gradient.shape === 'linear' ? 2 : 3,
      ColorSpace: 'DeviceCMYK',
      Coords: gradient.coords.map((coord) => roundTo(coord, 1e6)),
      Function: stitch(gradientShades(gradient.stops), findInks),
      Extend: [true, true],
    }),
  });
}

/** Stops closer than this are one edge: functions must have some way to go. */
const EDGE = 1e-4;

/** One function for each stretch between two stops, stitched (ISO 32000-1, 7.10.4). */
function stitch(shades: readonly GradientStop[], findInks: FindInks): FormDict {
  const functions: FormValue[] = [];
  const bounds: number[] = [];
  let start = shades[0] as GradientStop;
  let reached = 0;
  for (const stop of shades.slice(1)) {
    const isWay = stop.offset - reached >= EDGE;
    if (isWay) {
      if (functions.length > 0) bounds.push(roundTo(reached, 1e6));
      functions.push(blend(start.color, stop.color, findInks));
      reached = stop.offset;
    }
    start = stop;
  }
  return formDict({
    FunctionType: 3,
    Domain: [0, 1],
    Functions: functions,
    Bounds: bounds,
    Encode: functions.flatMap(() => [0, 1]),
  });
}

function blend(from: SvgColor, to: SvgColor, findInks: FindInks): FormDict {
  const inks = (color: SvgColor) => findInks(color).map((share) => roundTo(share, 1e4));
  return formDict({ FunctionType: 2, Domain: [0, 1], C0: inks(from), C1: inks(to), N: 1 });
}
