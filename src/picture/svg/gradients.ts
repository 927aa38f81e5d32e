import { areaScale, IDENTITY, type Matrix } from '../../units/matrix.js';
import type { Rect } from '../../units/rect.js';
import { computeStyle } from './computed-style.js';
import type { Gradient, GradientStop, Paint } from './drawing.js';
import { chain, readTransforms } from './matrix.js';
import { type Reading, type Surroundings, spend } from './reading.js';
import { readSvgColor } from './svg-color.js';
import { localReference, type SvgElement } from './svg-element.js';
import { type Direction, readOpacity, readSvgLength } from './svg-length.js';

export const GRADIENTS: ReadonlySet<string> = new Set(['linearGradient', 'radialGradient']);

/** Longer chains of gradients that refer to one another are loops. */
const LONGEST_CHAIN = 20;
const PLAIN_STOPS = 'give all stops of the gradient one opacity, and mix the colours with the ground instead';

/**
 * A gradient as the paint of a shape: `bounds` is the shape's box in its own units. Undefined where nothing is painted:
 * a box without area, a gradient without stops.
 */
export function readGradient(
  element: SvgElement,
  bounds: Rect | undefined,
  surroundings: Surroundings,
  reading: Reading,
): Paint | undefined {
  const chained = referenceChain(element, reading);
  const stops = readStops(chained, reading);
  const last = stops[stops.length - 1];
  if (!last || !spend(reading, { elements: stops.length, segments: 0 }, element.at)) return undefined;
  const attribute = (name: string) => chained.find(({ attributes }) => attributes.has(name))?.attributes.get(name);
  const inBox = attribute('gradientUnits') !== 'userSpaceOnUse';
  if (inBox && !(bounds && bounds.width > 0 && bounds.height > 0)) return undefined;
  const spread = attribute('spreadMethod') ?? 'pad';
  if (spread !== 'pad') {
    reading.refuse(
      element.at,
      `has a gradient that goes on as "${spread}"`,
      'draw its repetitions as stops of their own',
    );
  }
  const matrix = gradientMatrix(
    inBox ? bounds : undefined,
    attribute('gradientTransform'),
    element,
    surroundings,
    reading,
  );
  const length = (name: string, initial: string, direction: Direction) => {
    const text = attribute(name) ?? initial;
    const viewport = inBox ? { width: 1, height: 1 } : surroundings.viewport;
    const value = readSvgLength(text, viewport, direction);
    if (value === undefined)
      reading.refuse(element.at, `has the ${name} "${text.slice(0, 20)}"`, 'give it as a number');
    return value ?? 0;
  };
  const coords = element.name === 'linearGradient' ? linearCoords(length) : radialCoords(length, attribute);
  const alpha = last.alpha;
  // A gradient with no way to go is its last colour (SVG 2, 14.2.2 and 14.2.3).
  if (stops.length === 1 || !hasWay(coords) || areaScale(matrix) < 1e-12)
    return { type: 'color', color: last.color, alpha };
  if (stops.some((stop) => stop.alpha !== alpha)) {
    reading.refuse(element.at, 'has a gradient that fades out', PLAIN_STOPS);
  }
  const shape = element.name === 'linearGradient' ? 'linear' : 'radial';
  const gradient: Gradient = { shape, coords, matrix, stops: stops.map(({ offset, color }) => ({ offset, color })) };
  return { type: 'gradient', gradient, alpha };
}

/** The gradient and those that it takes over from, nearest first. */
function referenceChain(element: SvgElement, { ids, refuse }: Reading): readonly SvgElement[] {
  const chained = [element];
  for (let at: SvgElement | undefined = element; at && chained.length <= LONGEST_CHAIN; ) {
    const id: string | undefined = localReference(at.attributes.get('href') ?? '');
    at = id === undefined ? undefined : ids.get(id);
    if (at && GRADIENTS.has(at.name)) chained.push(at);
    else at = undefined;
  }
  if (chained.length > LONGEST_CHAIN) refuse(element.at, 'has gradients that refer to one another', 'draw them anew');
  return chained;
}

interface SeenStop extends GradientStop {
  readonly alpha: number;
}

function readStops(chained: readonly SvgElement[], reading: Reading): readonly SeenStop[] {
  const owner = chained.find(({ children }) => children.some(({ name }) => name === 'stop'));
  if (!owner) return [];
  let least = 0;
  const parent = computeStyle(owner, reading.rootStyle, reading.sheet);
  return owner.children.flatMap((stop): readonly SeenStop[] => {
    if (stop.name !== 'stop') return [];
    const style = computeStyle(stop, parent, reading.sheet);
    const written = style.read('stop-color');
    const text = written.toLowerCase() === 'currentcolor' ? style.read('color') : written;
    const seen = readSvgColor(text);
    const opacity = readOpacity(style.read('stop-opacity'));
    if (!seen || opacity === undefined) {
      reading.refuse(stop.at, `has the stop colour "${text.slice(0, 30)}"`, 'give it as #rrggbb');
      return [];
    }
    least = Math.max(least, readOpacity(stop.attributes.get('offset') ?? '0') ?? 0);
    return [{ offset: least, color: seen.color, alpha: seen.alpha * opacity }];
  });
}

function gradientMatrix(
  box: Rect | undefined,
  transform: string | undefined,
  { at }: SvgElement,
  { matrix }: Surroundings,
  { refuse }: Reading,
): Matrix {
  const own = readTransforms(transform ?? '');
  if (!own) refuse(at, `has the gradientTransform "${transform?.slice(0, 30)}"`, 'give it as matrix(a b c d e f)');
  const inBox: Matrix = box ? [box.width, 0, 0, box.height, box.x, box.y] : IDENTITY;
  return chain(chain(matrix, inBox), own ?? IDENTITY);
}

type ReadCoord = (name: string, initial: string, direction: Direction) => number;

function linearCoords(length: ReadCoord): readonly number[] {
  return [
    length('x1', '0%', 'across'),
    length('y1', '0%', 'down'),
    length('x2', '100%', 'across'),
    length('y2', '0%', 'down'),
  ];
}

/** Two circles: from the focus to the edge. A focus outside of the edge is brought just inside, as SVG 1.1 has it. */
function radialCoords(length: ReadCoord, attribute: (name: string) => string | undefined): readonly number[] {
  const cx = length('cx', '50%', 'across');
  const cy = length('cy', '50%', 'down');
  const radius = length('r', '50%', 'any');
  const dx = attribute('fx') === undefined ? 0 : length('fx', '50%', 'across') - cx;
  const dy = attribute('fy') === undefined ? 0 : length('fy', '50%', 'down') - cy;
  const distance = Math.sqrt(dx * dx + dy * dy);
  const reach = distance > radius * 0.99 ? (radius * 0.99) / distance : 1;
  return [cx + dx * reach, cy + dy * reach, Math.min(length('fr', '0', 'any'), radius), cx, cy, radius];
}

function hasWay(coords: readonly number[]): boolean {
  if (coords.length === 4) return coords[0] !== coords[2] || coords[1] !== coords[3];
  return (coords[5] as number) > (coords[2] as number);
}
