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

/** Distances inside a head, in grid lines: tight above the headline, tighter to its deck, more air before the text. */
const GAP = { kicker: 0.42, headline: 0.62, deck: 0.34, text: 0.5, byline: 0.5 } as const;

/** Stacks kicker, headline, deck, byline and role from grid line `topLine` down. */
export function stackHead(
  parts: readonly SetPart[],
  article: string,
  x: Pt,
  topLine: number,
  geometry: PageGeometry,
  room: Room,
): StackedHead {
  const lines: PlacedLine[] = [];
  let line = topLine;
  let bottom: Pt | undefined;
  let display = false;
  for (const part of parts) {
    if (part.lines.length === 0) continue;
    const place = (placed: Line, baseline: Pt) => {
      lines.push({
        line: placed,
        x,
        baseline,
        part: part.part,
        style: part.style.name,
        article,
        paragraph: -1,
        origin: part.origin,
      });
    };
    if (isOnGrid(part.part)) {
      if (display && bottom !== undefined) line = lineUnder(room, geometry, bottom + geometry.leading * GAP.byline);
      for (const placed of part.lines) place(placed, geometry.baseline(line++));
      bottom = geometry.baseline(line - 1);
      display = false;
      line += Math.ceil(part.style.below);
      continue;
    }
    let baseline = firstBaseline(part, bottom, topLine, geometry, room);
    for (const placed of part.lines) {
      place(placed, baseline);
      baseline += part.style.leading;
    }
    const metrics = room.typesetter.metrics(part.style.faces.regular);
    bottom = baseline - part.style.leading + metrics.descender * part.style.size * DESCENT_COUNTED;
    display = true;
  }
  if (display && bottom !== undefined) line = lineUnder(room, geometry, bottom + geometry.leading * GAP.text);
  return { lines, nextLine: line };
}

/** Descenders reach into the gap under a head here and there; counted in full they would open a hole. */
const DESCENT_COUNTED = 0.7;

/** Small type stands on the grid; display type has its own leading. */
function isOnGrid(part: PartName): boolean {
  return part === 'kicker' || part === 'byline' || part === 'role' || part === 'jumpFrom';
}

function firstBaseline(part: SetPart, bottom: Pt | undefined, topLine: number, geometry: PageGeometry, room: Room): Pt {
  const metrics = room.typesetter.metrics(part.style.faces.regular);
  const cap = metrics.capHeight * part.style.size;
  if (bottom === undefined) return capTop(room, geometry, topLine) + cap;
  const gap = part.part === 'deck' ? GAP.deck : GAP.headline;
  return bottom + geometry.leading * (gap + part.style.above) + cap;
}
