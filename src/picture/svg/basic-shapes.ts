import type { Size } from '../../units/rect.js';
import { quarterCurve } from './arc-curves.js';
import { boxPath, CLOSE, lineTo, moveTo, type Path, type Segment } from './path.js';
import { readPathData } from './path-data.js';
import type { Refuse, SvgElement } from './svg-element.js';
import { type Direction, readNumbers, readSvgLength } from './svg-length.js';

/** What a shape's lengths are read with. */
export interface ShapeRoom {
  /** What percentages are of, in user units. */
  readonly viewport: Size;
  readonly mostSegments: number;
  readonly refuse: Refuse;
}

/** Elements that are a path in themselves. */
export const SHAPES: ReadonlySet<string> = new Set([
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
]);

/** The outline of a shape, in its own units; empty for one that shows nothing (a side or radius of 0). */
export function shapePath(element: SvgElement, room: ShapeRoom): Path {
  switch (element.name) {
    case 'path':
      return dataPath(element, room);
    case 'rect':
      return rectPath(element, room);
    case 'circle': {
      const radius = lengthOf(element, 'r', 'any', room);
      return ellipsePath(element, radius, radius, room);
    }
    case 'ellipse': {
      const [radiusX, radiusY] = radii(element, room);
      return ellipsePath(element, radiusX ?? radiusY ?? 0, radiusY ?? radiusX ?? 0, room);
    }
    case 'line':
      return [
        moveTo(lengthOf(element, 'x1', 'across', room), lengthOf(element, 'y1', 'down', room)),
        lineTo(lengthOf(element, 'x2', 'across', room), lengthOf(element, 'y2', 'down', room)),
      ];
    default:
      return pointsPath(element, room);
  }
}

/** An attribute as a length, 0 where it is not there; refused where it is none. */
export function lengthOf(element: SvgElement, name: string, direction: Direction, room: ShapeRoom): number {
  return optionalLength(element, name, direction, room) ?? 0;
}

function optionalLength(
  element: SvgElement,
  name: string,
  direction: Direction,
  { viewport, refuse }: ShapeRoom,
): number | undefined {
  const text = element.attributes.get(name);
  if (text === undefined || text === 'auto') return undefined;
  const length = readSvgLength(text, viewport, direction);
  if (length === undefined) {
    refuse(element.at, `has the ${name} "${text.slice(0, 20)}"`, 'give it as a number, or in mm, pt or px');
  }
  return length;
}

function dataPath(element: SvgElement, { mostSegments, refuse }: ShapeRoom): Path {
  const { path, mistakeAt } = readPathData(element.attributes.get('d') ?? '', mostSegments);
  if (mistakeAt !== undefined && path.length <= mostSegments) {
    refuse(element.at, `has a path that breaks off after ${mistakeAt} characters`, 'draw it again, or take it out');
  }
  return path;
}

function radii(element: SvgElement, room: ShapeRoom): readonly [x: number | undefined, y: number | undefined] {
  return [optionalLength(element, 'rx', 'across', room), optionalLength(element, 'ry', 'down', room)];
}

/** A rectangle, with round corners where it has radii: none is more than half its side (SVG 2, 10.2). */
function rectPath(element: SvgElement, room: ShapeRoom): Path {
  const x = lengthOf(element, 'x', 'across', room);
  const y = lengthOf(element, 'y', 'down', room);
  const width = lengthOf(element, 'width', 'across', room);
  const height = lengthOf(element, 'height', 'down', room);
  if (!(width > 0 && height > 0)) return [];
  const [ownX, ownY] = radii(element, room);
  const rx = Math.min(Math.max(0, ownX ?? ownY ?? 0), width / 2);
  const ry = Math.min(Math.max(0, ownY ?? ownX ?? 0), height / 2);
  if (rx === 0 || ry === 0) return boxPath({ x, y, width, height });
  const [right, bottom] = [x + width, y + height];
  return [
    moveTo(x + rx, y),
    lineTo(right - rx, y),
    quarterCurve({ x: right - rx, y }, { x: right, y }, { x: right, y: y + ry }),
    lineTo(right, bottom - ry),
    quarterCurve({ x: right, y: bottom - ry }, { x: right, y: bottom }, { x: right - rx, y: bottom }),
    lineTo(x + rx, bottom),
    quarterCurve({ x: x + rx, y: bottom }, { x, y: bottom }, { x, y: bottom - ry }),
    lineTo(x, y + ry),
    quarterCurve({ x, y: y + ry }, { x, y }, { x: x + rx, y }),
    CLOSE,
  ];
}

function ellipsePath(element: SvgElement, rx: number, ry: number, room: ShapeRoom): Path {
  if (!(rx > 0 && ry > 0)) return [];
  const cx = lengthOf(element, 'cx', 'across', room);
  const cy = lengthOf(element, 'cy', 'down', room);
  const east = { x: cx + rx, y: cy };
  const south = { x: cx, y: cy + ry };
  const west = { x: cx - rx, y: cy };
  const north = { x: cx, y: cy - ry };
  return [
    moveTo(east.x, east.y),
    quarterCurve(east, { x: east.x, y: south.y }, south),
    quarterCurve(south, { x: west.x, y: south.y }, west),
    quarterCurve(west, { x: west.x, y: north.y }, north),
    quarterCurve(north, { x: east.x, y: north.y }, east),
    CLOSE,
  ];
}

function pointsPath(element: SvgElement, { mostSegments, refuse }: ShapeRoom): Path {
  const numbers = readNumbers(element.attributes.get('points') ?? '', mostSegments * 2 + 2);
  if (!numbers) {
    refuse(element.at, `has a <${element.name}> whose points are no numbers`, 'draw it again, or take it out');
    return [];
  }
  const path: Segment[] = [];
  for (let at = 0; at + 1 < numbers.length && path.length <= mostSegments; at += 2) {
    const [x, y] = [numbers[at] as number, numbers[at + 1] as number];
    path.push(at === 0 ? moveTo(x, y) : lineTo(x, y));
  }
  return element.name === 'polygon' && path.length > 0 ? [...path, CLOSE] : path;
}
