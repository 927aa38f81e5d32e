import { IDENTITY, type Matrix } from '../../units/matrix.js';
import type { Rect } from '../../units/rect.js';
import { SHAPES, shapePath } from './basic-shapes.js';
import { type ComputedStyle, computeStyle } from './computed-style.js';
import type { Clip, FillRule } from './drawing.js';
import { chain, moveBy, readTransforms } from './matrix.js';
import { mapPath, type Path, reversePath, signedArea } from './path.js';
import { type Reading, roomOf, type Surroundings, spend } from './reading.js';
import { localReference, type SvgElement } from './svg-element.js';

const SIMPLE_CLIP = 'make the clipping path of one plain shape in the drawing program';
/** Clips of clips: editors make none, and each is one more area to cut. */
const DEEPEST_CLIP = 10;

/**
 * The areas that an element's `clip-path` cuts it to, in the drawing's units. `bounds` gives the element's box in its own
 * units, where it has one.
 */
export function readClips(
  element: SvgElement,
  style: ComputedStyle,
  surroundings: Surroundings,
  bounds: () => Rect | undefined,
  reading: Reading,
  depth = 0,
): readonly Clip[] {
  const value = style.read('clip-path');
  if (value === 'none' || value === '') return [];
  const id = localReference(value);
  const clipPath = id === undefined ? undefined : reading.ids.get(id);
  if (clipPath?.name !== 'clipPath' || depth > DEEPEST_CLIP) {
    reading.refuse(element.at, `is clipped by "${value.slice(0, 40)}", which is no clipping path`, SIMPLE_CLIP);
    return [];
  }
  const matrix = clipMatrix(clipPath, surroundings.matrix, bounds, reading);
  const own = computeStyle(clipPath, reading.rootStyle, reading.sheet);
  const further = readClips(clipPath, own, { ...surroundings, matrix }, () => undefined, reading, depth + 1);
  return [...further, uniteParts(clipParts(clipPath, own, { ...surroundings, matrix }, reading), clipPath, reading)];
}

function clipMatrix(clipPath: SvgElement, outer: Matrix, bounds: () => Rect | undefined, { refuse }: Reading): Matrix {
  const own = readTransforms(clipPath.attributes.get('transform') ?? '') ?? IDENTITY;
  if (clipPath.attributes.get('clipPathUnits') !== 'objectBoundingBox') return chain(outer, own);
  const box = bounds();
  if (!box) refuse(clipPath.at, 'has a clipping path in shares of a group', SIMPLE_CLIP);
  const { x, y, width, height } = box ?? { x: 0, y: 0, width: 1, height: 1 };
  return chain(chain(outer, own), [width, 0, 0, height, x, y]);
}

function clipParts(
  parent: SvgElement,
  style: ComputedStyle,
  surroundings: Surroundings,
  reading: Reading,
): readonly Clip[] {
  return parent.children.flatMap((child) => clipPart(child, style, surroundings, reading));
}

function clipPart(
  child: SvgElement,
  parent: ComputedStyle,
  surroundings: Surroundings,
  reading: Reading,
): readonly Clip[] {
  if (!spend(reading, { elements: 1, segments: 0 }, child.at)) return [];
  const style = computeStyle(child, parent, reading.sheet);
  if (style.read('display') === 'none' || style.read('visibility') !== 'visible') return [];
  const matrix = chain(surroundings.matrix, readTransforms(style.read('transform')) ?? IDENTITY);
  const { followed } = surroundings;
  if (child.name === 'use' && followed.length < DEEPEST_CLIP)
    return usedPart(child, style, { ...surroundings, matrix }, reading);
  if (child.name === 'title' || child.name === 'desc') return [];
  if (!SHAPES.has(child.name) || style.read('clip-path') !== 'none') {
    reading.refuse(child.at, `has a clipping path with <${child.name}> in it`, SIMPLE_CLIP);
    return [];
  }
  const path = shapePath(child, roomOf(surroundings, reading));
  if (!spend(reading, { elements: 0, segments: path.length }, child.at)) return [];
  const rule: FillRule = style.read('clip-rule') === 'evenodd' ? 'evenodd' : 'nonzero';
  return [{ path: mapPath(path, matrix), rule }];
}

function usedPart(
  use: SvgElement,
  style: ComputedStyle,
  surroundings: Surroundings,
  reading: Reading,
): readonly Clip[] {
  const id = localReference(use.attributes.get('href') ?? '');
  const target = id === undefined ? undefined : reading.ids.get(id);
  if (!target) return [];
  const move = moveBy(Number(use.attributes.get('x') ?? 0) || 0, Number(use.attributes.get('y') ?? 0) || 0);
  const matrix = chain(surroundings.matrix, move);
  const followed = [...surroundings.followed, use];
  return clipPart(target, style, { ...surroundings, matrix, followed }, reading);
}

/**
 * Several parts as one area, which is all of them together. Run the same way round, none cuts a hole into another; but a
 * part that is filled by the even-odd rule cannot share an area with others.
 */
function uniteParts(parts: readonly Clip[], { at }: SvgElement, { refuse }: Reading): Clip {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  if (parts.some(({ rule }) => rule === 'evenodd')) {
    refuse(at, 'has a clipping path of several shapes, some with holes', SIMPLE_CLIP);
  }
  const paths = parts.map(({ path }): Path => (signedArea(path) < 0 ? reversePath(path) : path));
  return { path: paths.flat(), rule: 'nonzero' };
}
