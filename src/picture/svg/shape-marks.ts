import { areaScale, IDENTITY } from '../../units/matrix.js';
import type { ComputedStyle } from './computed-style.js';
import type { FillRule, Mark, Paint, ShapeMark, Stroke } from './drawing.js';
import { GRADIENTS, readGradient } from './gradients.js';
import { mapPath, type Path, pathBounds } from './path.js';
import type { Reading, Surroundings } from './reading.js';
import { readSvgColor } from './svg-color.js';
import { localReference, type SvgElement } from './svg-element.js';
import { POINTS_PER_UNIT, readOpacity, readSvgLength } from './svg-length.js';

/** A shape with its fill and its stroke; nothing where it has neither. */
export function readShape(
  element: SvgElement,
  path: Path,
  surroundings: Surroundings,
  reading: Reading,
): readonly Mark[] {
  const { style, matrix, clips } = surroundings;
  if (style.read('visibility') !== 'visible' || areaScale(matrix) === 0) return [];
  const isFlat = element.name === 'line';
  const fillPaint = isFlat ? undefined : readPaint(element, 'fill', path, surroundings, reading);
  const rule: FillRule = style.read('fill-rule') === 'evenodd' ? 'evenodd' : 'nonzero';
  const stroke = readStroke(element, path, surroundings, reading);
  if (!fillPaint && !stroke) return [];
  const mark: ShapeMark = {
    type: 'shape',
    path,
    matrix,
    clips,
    paintsStrokeFirst: /^stroke/.test(style.read('paint-order')),
    at: element.at,
    ...(fillPaint ? { fill: { paint: fillPaint, rule } } : {}),
    ...(stroke ? { stroke } : {}),
  };
  return style.read('vector-effect') === 'non-scaling-stroke' && stroke ? unscaleStroke(mark) : [mark];
}

/** A line whose weight is that of the paper, whatever the drawing's scale: its path goes to the paper first. */
function unscaleStroke(mark: ShapeMark): readonly Mark[] {
  const { stroke, fill, ...plain } = mark;
  const scaled = stroke && {
    ...stroke,
    width: stroke.width * POINTS_PER_UNIT,
    dashes: stroke.dashes.map((dash) => dash * POINTS_PER_UNIT),
    dashOffset: stroke.dashOffset * POINTS_PER_UNIT,
  };
  const onPaper = { ...plain, path: mapPath(mark.path, mark.matrix), matrix: IDENTITY };
  return [{ ...onPaper, ...(fill ? { fill } : {}), ...(scaled ? { stroke: scaled } : {}) }];
}

/** What a shape is filled or drawn with; undefined for nothing. */
function readPaint(
  element: SvgElement,
  property: 'fill' | 'stroke',
  path: Path,
  surroundings: Surroundings,
  reading: Reading,
): Paint | undefined {
  const { style } = surroundings;
  const value = style.read(property);
  const opacity = readOpacity(style.read(`${property}-opacity`)) ?? 1;
  if (value === 'none' || opacity === 0) return undefined;
  const paint = value.startsWith('url(')
    ? readServer(element, value, path, surroundings, reading)
    : plainPaint(value, element, property, reading);
  if (!paint || paint.alpha * opacity === 0) return undefined;
  return { ...paint, alpha: paint.alpha * opacity };
}

function plainPaint(value: string, element: SvgElement, property: string, { refuse }: Reading): Paint | undefined {
  const seen = readSvgColor(value);
  if (!seen)
    refuse(
      element.at,
      `has the ${property} "${value.slice(0, 40)}"`,
      'give the colour as #rrggbb, rgb(…) or device-cmyk(…)',
    );
  return seen && { type: 'color', ...seen };
}

/** `url(#id)`, with a colour after it for where there is no such thing. */
function readServer(
  element: SvgElement,
  value: string,
  path: Path,
  surroundings: Surroundings,
  reading: Reading,
): Paint | undefined {
  const end = value.indexOf(')') + 1;
  const id = localReference(value.slice(0, end));
  const server = id === undefined ? undefined : reading.ids.get(id);
  if (server && GRADIENTS.has(server.name)) return readGradient(server, pathBounds(path), surroundings, reading);
  if (server?.name === 'pattern') {
    reading.refuse(element.at, 'is filled with a pattern', 'expand the pattern to shapes in the drawing program');
    return undefined;
  }
  const fallback = value.slice(end).trim();
  if (fallback === 'none') return undefined;
  if (fallback !== '') return plainPaint(fallback, element, 'fill', reading);
  reading.refuse(element.at, `is painted with "${value.slice(0, 40)}", which it does not have`, 'give it a colour');
  return undefined;
}

const CAPS: ReadonlyMap<string, 0 | 1 | 2> = new Map([
  ['butt', 0],
  ['round', 1],
  ['square', 2],
]);
const JOINS: ReadonlyMap<string, 0 | 1 | 2> = new Map([
  ['miter', 0],
  ['round', 1],
  ['bevel', 2],
]);

function readStroke(element: SvgElement, path: Path, surroundings: Surroundings, reading: Reading): Stroke | undefined {
  const { style } = surroundings;
  const length = (text: string) => strokeLength(text, element, surroundings, reading);
  if (style.read('stroke') === 'none') return undefined;
  const width = length(style.read('stroke-width'));
  if (!(width > 0)) return undefined;
  const paint = readPaint(element, 'stroke', path, surroundings, reading);
  if (!paint) return undefined;
  return {
    paint,
    width,
    cap: CAPS.get(style.read('stroke-linecap')) ?? 0,
    join: JOINS.get(style.read('stroke-linejoin')) ?? 0,
    miterLimit: Math.max(1, Number(style.read('stroke-miterlimit')) || 4),
    ...readDashes(style, length),
  };
}

function strokeLength(text: string, element: SvgElement, { viewport }: Surroundings, { refuse }: Reading): number {
  const length = readSvgLength(text, viewport, 'any');
  if (length === undefined)
    refuse(element.at, `has a stroke with the length "${text.slice(0, 20)}"`, 'give it as a number');
  return length ?? 0;
}

/** More dashes than these in one pattern are noise. */
const MOST_DASHES = 64;

function readDashes(style: ComputedStyle, length: (text: string) => number): Pick<Stroke, 'dashes' | 'dashOffset'> {
  const none = { dashes: [], dashOffset: 0 };
  const text = style.read('stroke-dasharray');
  if (text === 'none' || text === '') return none;
  const dashes = text
    .split(/[\s,]+/, MOST_DASHES)
    .filter((part) => part !== '')
    .map(length);
  // Dashes below 0 are a mistake, and dashes of no length no dashes (SVG 2, 13.5.6).
  if (dashes.some((dash) => dash < 0) || !dashes.some((dash) => dash > 0)) return none;
  const whole = dashes.length % 2 === 1 ? [...dashes, ...dashes] : dashes;
  const round = whole.reduce((sum, dash) => sum + dash, 0);
  const offset = length(style.read('stroke-dashoffset')) % round;
  return { dashes: whole, dashOffset: offset < 0 ? offset + round : offset };
}
