import type { Rect } from '../../units/rect.js';
import { readClips } from './clip-paths.js';
import type { ComputedStyle } from './computed-style.js';
import type { Mark } from './drawing.js';
import type { Reading, Surroundings } from './reading.js';
import type { SvgElement } from './svg-element.js';
import { readOpacity } from './svg-length.js';

/*
 * What holds for every element, whatever it shows: effects that are refused, clips, and how much of the ground shows
 * through it.
 */

/** An element that is being read: its style, and what it finds around it. */
export interface Visit {
  readonly element: SvgElement;
  readonly style: ComputedStyle;
  readonly surroundings: Surroundings;
  readonly reading: Reading;
}

/** What changes the look of an element, and that no press file can hold as lines; with what to do instead. */
const EFFECTS: readonly (readonly [property: string, plain: RegExp, hint: string])[] = [
  ['filter', /^none$/, 'take the effect out, or turn the drawing into pixels'],
  ['mask', /^none$/, 'use a clipping path in place of the mask'],
  ['mix-blend-mode', /^normal$/, 'give the overlap a colour of its own'],
  ['marker-start', /^none$/, 'expand the arrows to outlines in the drawing program'],
  ['marker-mid', /^none$/, 'expand the arrows to outlines in the drawing program'],
  ['marker-end', /^none$/, 'expand the arrows to outlines in the drawing program'],
  ['transform-origin', /^(?:0(?:px|%)?(?:\s+0(?:px|%)?)*)?$/, 'write the transform as matrix(a b c d e f)'],
];

/** Clipping paths that cut the same element. */
const MOST_CLIPS = 16;

/**
 * Reads what is inside an element under its clips, and lets the ground through where it is not opaque. `bounds`: the
 * element's box in its own units, where it has one.
 */
export function seeThrough(
  visit: Visit,
  read: (inside: Surroundings) => readonly Mark[],
  bounds: () => Rect | undefined = () => undefined,
): readonly Mark[] {
  const { element, style, surroundings, reading } = visit;
  refuseEffects(visit);
  const own = readClips(element, style, surroundings, bounds, reading);
  const clips = own.length === 0 ? surroundings.clips : [...surroundings.clips, ...own];
  if (clips.length > MOST_CLIPS) {
    reading.refuse(element.at, `is clipped by more than ${MOST_CLIPS} paths at once`, 'clip it by one path');
    return [];
  }
  const alpha = readOpacity(style.read('opacity'));
  if (alpha === undefined) {
    reading.refuse(
      element.at,
      `has the opacity "${style.read('opacity').slice(0, 20)}"`,
      'give it as a number from 0 to 1',
    );
  }
  if (alpha === 0) return [];
  const marks = read({ ...surroundings, style, clips });
  return alpha === undefined || alpha === 1 || marks.length === 0 ? marks : [fade(marks, alpha)];
}

function refuseEffects({ element, style, reading: { refuse } }: Visit): void {
  for (const [property, plain, hint] of EFFECTS) {
    const value = style.read(property);
    if (!plain.test(value))
      refuse(element.at, `has the ${property} "${value.slice(0, 30)}" on <${element.name}>`, hint);
  }
}

/** A single fill, line or picture is made see-through by itself; where marks may overlap, they must be so as one. */
function fade(marks: readonly Mark[], alpha: number): Mark {
  const [mark] = marks;
  if (!mark || marks.length > 1) return { type: 'group', alpha, marks };
  if (mark.type !== 'shape') return { ...mark, alpha: mark.alpha * alpha };
  const { fill, stroke } = mark;
  if (fill && stroke) return { type: 'group', alpha, marks };
  const faded = <T extends { readonly alpha: number }>(paint: T): T => ({ ...paint, alpha: paint.alpha * alpha });
  return {
    ...mark,
    ...(fill ? { fill: { ...fill, paint: faded(fill.paint) } } : {}),
    ...(stroke ? { stroke: { ...stroke, paint: faded(stroke.paint) } } : {}),
  };
}
