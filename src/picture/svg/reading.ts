import type { Matrix } from '../../units/matrix.js';
import type { Rect, Size } from '../../units/rect.js';
import type { ShapeRoom } from './basic-shapes.js';
import type { ComputedStyle } from './computed-style.js';
import type { Clip } from './drawing.js';
import { boxPath, mapPath, type Path } from './path.js';
import type { FindDeclarations } from './style-sheet.js';
import type { Refuse, SvgElement } from './svg-element.js';

/** What holds for a whole drawing while it is read. */
export interface Reading {
  readonly ids: ReadonlyMap<string, SvgElement>;
  readonly sheet: FindDeclarations;
  readonly rootStyle: ComputedStyle;
  readonly refuse: Refuse;
  /** What is left of what one drawing may cost: references can repeat a part, and parts of parts, without end. */
  readonly budget: Budget;
}

export interface Budget {
  elements: number;
  segments: number;
  /** The clips that the last shape was written in: others have to be written anew. */
  clips: readonly Clip[];
}

/** Enough for the coast of a country, and under 100 MB while it is read. */
export const MOST_SEGMENTS = 250_000;
export const MOST_ELEMENTS = 60_000;

/** What an element finds around it. */
export interface Surroundings {
  /** From the element's units to the drawing's points, y up. */
  readonly matrix: Matrix;
  readonly style: ComputedStyle;
  readonly clips: readonly Clip[];
  /** What percentages are of. */
  readonly viewport: Size;
  /** The references that led here: one that leads to itself is a loop. */
  readonly followed: readonly SvgElement[];
  /** How many elements this one is in, those that refer to it counted. */
  readonly depth: number;
}

/** What lengths and paths are read with, from here on. */
export function roomOf({ viewport }: Pick<Surroundings, 'viewport'>, { budget, refuse }: Reading): ShapeRoom {
  return { viewport, mostSegments: Math.max(0, budget.segments), refuse };
}

/** Cuts off what lies outside of a box. */
export function boxClip(box: Rect, matrix: Matrix): Clip {
  return { path: mapPath(boxPath(box), matrix), rule: 'nonzero' };
}

/** Elements in one another, references followed. Reading goes down by recursion. */
export const DEEPEST_READING = 300;

/** Takes a shape's cost off the budget: its path, and its clips where they are not those of the shape before it. */
export function spendShape(reading: Reading, path: Path, clips: readonly Clip[], at: number): boolean {
  const anew = clips === reading.budget.clips ? [] : clips;
  reading.budget.clips = clips;
  const segments = anew.reduce((sum, clip) => sum + clip.path.length, path.length);
  return spend(reading, { elements: 0, segments }, at);
}

/** Takes an element's cost off the budget. False, and told, where there is too little left. */
export function spend(
  { budget, refuse }: Reading,
  cost: { readonly elements: number; readonly segments: number },
  at: number,
): boolean {
  const wasLeft = budget.elements >= 0 && budget.segments >= 0;
  budget.elements -= cost.elements;
  budget.segments -= cost.segments;
  const isLeft = budget.elements >= 0 && budget.segments >= 0;
  if (wasLeft && !isLeft) {
    refuse(
      at,
      `draws more than ${MOST_ELEMENTS} elements or ${MOST_SEGMENTS} pieces of line`,
      'simplify the drawing in its editor',
    );
  }
  return isLeft;
}
