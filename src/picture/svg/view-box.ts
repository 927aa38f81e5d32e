import type { Matrix } from '../../units/matrix.js';
import type { Rect, Size } from '../../units/rect.js';
import { chain, moveBy, scaleBy } from './matrix.js';
import type { SvgElement } from './svg-element.js';
import { readNumbers } from './svg-length.js';

/** Reads a `viewBox`; undefined where there is none that has an area. */
export function readViewBox(text: string | undefined): Rect | undefined {
  const [x, y, width, height, more] = (text === undefined ? undefined : readNumbers(text, 5)) ?? [];
  if (x === undefined || y === undefined || more !== undefined) return undefined;
  if (width === undefined || height === undefined || !(width > 0 && height > 0)) return undefined;
  return { x, y, width, height };
}

/**
 * How an element with a view box lies in the room that it has (SVG 2, 8.6 and 8.7): the matrix from its own units to
 * those outside. `box` is the room, in the units outside.
 */
export function fitViewBox(element: SvgElement, viewBox: Rect | undefined, box: Rect): Matrix {
  if (!viewBox) return moveBy(box.x, box.y);
  const fit = readFit(element.attributes.get('preserveAspectRatio') ?? '');
  const [across, down] = scalesOf(fit.scaling, viewBox, box);
  const shiftX = (box.width - viewBox.width * across) * fit.across;
  const shiftY = (box.height - viewBox.height * down) * fit.down;
  const inPlace = chain(scaleBy(across, down), moveBy(-viewBox.x, -viewBox.y));
  return chain(moveBy(box.x + shiftX, box.y + shiftY), inPlace);
}

interface Fit {
  readonly scaling: 'stretch' | 'meet' | 'slice';
  /** Share of the spare room that stands before the drawing. */
  readonly across: number;
  readonly down: number;
}

const SHARES: Readonly<Record<string, number>> = { Min: 0, Mid: 0.5, Max: 1 };

function readFit(text: string): Fit {
  if (/^\s*(?:defer\s+)?none\b/.test(text)) return { scaling: 'stretch', across: 0, down: 0 };
  const parts = /x(Min|Mid|Max)Y(Min|Mid|Max)(?:\s+(meet|slice))?/.exec(text);
  const across = SHARES[parts?.[1] ?? 'Mid'] as number;
  const down = SHARES[parts?.[2] ?? 'Mid'] as number;
  return { scaling: parts?.[3] === 'slice' ? 'slice' : 'meet', across, down };
}

function scalesOf(scaling: Fit['scaling'], viewBox: Size, box: Size): readonly [across: number, down: number] {
  const across = box.width / viewBox.width;
  const down = box.height / viewBox.height;
  if (scaling === 'stretch') return [across, down];
  const both = scaling === 'meet' ? Math.min(across, down) : Math.max(across, down);
  return [both, both];
}
