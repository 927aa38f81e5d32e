/*
 * In: the set parts of a head and the grid line to start on. Out: each line in its place, and the grid line on which
 * the text may begin. Heads need not stand on the grid, bylines and text do: the rest of a line goes under the head.
 */
import type { Origin } from '../diagnostics/diagnostic.js';
import type { PlacedLine } from '../model/edition.js';
import type { Line } from '../model/line.js';
import type { PartName, TextStyle } from '../model/style.js';
import type { Pt } from '../units/length.js';
import type { PageGeometry } from './geometry.js';
import { capTop, lineUnder, type Room } from './room.js';

/** A part of a head, set in lines. */
export interface SetPart {
  readonly part: PartName;
  readonly style: TextStyle;
  readonly lines: readonly Line[];
  readonly origin: Origin;
}

export interface StackedHead {
  readonly lines: readonly PlacedLine[];
  /** First grid line free for text. */
  readonly nextLine: number;
}

/**
 * Stacks kicker, headline, deck, byline and role from grid line `topLine` down. Between two parts stands the larger of
 * the white under the one and over the other, as their styles say.
 */
export function stackHead(
  parts: readonly SetPart[],
  article: string,
  x: Pt,
  topLine: number,
  geometry: PageGeometry,
  room: Room,
): StackedHead {
  const lines: PlacedLine[] = [];
  let nextLine = topLine;
  let previous: Stacked | undefined;
  for (const part of parts) {
    if (part.lines.length === 0) continue;
    const onGrid = isOnGrid(part.part);
    const step = onGrid ? geometry.leading : part.style.leading;
    let baseline = onGrid
      ? geometry.baseline(gridStart(part, previous, nextLine, geometry, room))
      : displayStart(part, previous, topLine, geometry, room);
    for (const line of part.lines) {
      const { part: name, style, origin } = part;
      lines.push({ line, x, baseline, part: name, style: style.name, article, paragraph: -1, origin });
      baseline += step;
    }
    const last = baseline - step;
    const foot = last + room.typesetter.metrics(part.style.faces.regular).descender * part.style.size;
    previous = { bottom: last + descent(part, room), foot, below: part.style.below, onGrid };
    nextLine = lineAfter(previous, geometry, room);
  }
  return { lines, nextLine };
}

/** The part just stacked: how far down its ink reaches, and the white that its style puts under it. */
interface Stacked {
  readonly bottom: Pt;
  /** How far down its descenders reach. */
  readonly foot: Pt;
  readonly below: number;
  readonly onGrid: boolean;
}

/** The grid line on which a part that stands on the grid begins. */
function gridStart(
  part: SetPart,
  previous: Stacked | undefined,
  nextLine: number,
  geometry: PageGeometry,
  room: Room,
): number {
  if (!previous) return nextLine;
  // A role belongs to the name over it: what white the name carries goes under both.
  if (previous.onGrid) return part.part === 'role' ? lineUnder(room, geometry, previous.bottom) : nextLine;
  return lineUnder(room, geometry, previous.bottom + whiteBetween(previous, part, geometry));
}

/** The first baseline of display type: its caps level with those of the first line, or under what stands above it. */
function displayStart(
  part: SetPart,
  previous: Stacked | undefined,
  topLine: number,
  geometry: PageGeometry,
  room: Room,
): Pt {
  const { capHeight, ascender } = room.typesetter.metrics(part.style.faces.regular);
  const cap = capHeight * part.style.size;
  if (!previous) return capTop(room, geometry, topLine) + cap;
  const clear = previous.foot + LEAST_CLEAR + ascender * part.style.size;
  return Math.max(previous.bottom + whiteBetween(previous, part, geometry) + cap, clear);
}

/**
 * White that stays between descenders and the ascenders under them, whatever the styles say: with less, the p of a kicker
 * and the l of the head under it read as one stroke.
 */
const LEAST_CLEAR: Pt = 2;

function whiteBetween(previous: Stacked, part: SetPart, geometry: PageGeometry): Pt {
  return Math.max(previous.below, part.style.above) * geometry.leading;
}

/** The first grid line free for text: whole lines under type on the grid, the next that clears the white under display. */
function lineAfter(previous: Stacked, geometry: PageGeometry, room: Room): number {
  if (!previous.onGrid) return lineUnder(room, geometry, previous.bottom + previous.below * geometry.leading);
  return lineUnder(room, geometry, previous.bottom) + Math.floor(previous.below);
}

/** How far under its last baseline a part counts as ink. */
function descent(part: SetPart, room: Room): Pt {
  if (isOnGrid(part.part)) return 0;
  return room.typesetter.metrics(part.style.faces.regular).descender * part.style.size * DESCENT_COUNTED;
}

/** Descenders reach into the gap under a head here and there; counted in full they would open a hole. */
const DESCENT_COUNTED = 0.7;

/** Small type stands on the grid; display type has its own leading. */
function isOnGrid(part: PartName): boolean {
  return part === 'kicker' || part === 'byline' || part === 'role' || part === 'jumpFrom';
}
