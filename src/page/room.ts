import type { Report } from '../diagnostics/diagnostic.js';
import type { Issue, IssuePage } from '../model/issue.js';
import type { Typesetter } from '../model/make-up.js';
import type { Paper } from '../model/paper.js';
import type { PartName, TextStyle } from '../model/style.js';
import type { Slot } from '../model/template.js';
import type { Pt } from '../units/length.js';
import type { PageGeometry } from './geometry.js';

/** What every step of make-up needs to know and may call. */
export interface Room {
  readonly issue: Issue;
  readonly typesetter: Typesetter;
  readonly report: Report;
  /** Cap height of body text: tops of pictures and heads stand level with it. */
  readonly bodyCap: Pt;
}

/** One slot on one page, with the page's geometry. */
export interface Place {
  readonly page: IssuePage;
  readonly slot: Slot;
  readonly geometry: PageGeometry;
}

/** The style of a part in a slot: the slot's own choice, else the paper's. */
export function styleIn(paper: Paper, slot: Slot, part: PartName): TextStyle {
  return slot.styles.get(part) ?? (paper.styles.get(part) as TextStyle);
}

/** How a place is named in reports: `1.opinion`. */
export function placeName(place: Place): string {
  return `${place.page.label}.${place.slot.name}`;
}

/** Where the caps of body text on this grid line begin. */
export function capTop(room: Room, geometry: PageGeometry, line: number): Pt {
  return geometry.baseline(line) - room.bodyCap;
}

/** The first grid line whose caps stand at or under `y`. */
export function lineUnder(room: Room, geometry: PageGeometry, y: Pt): number {
  const first = Math.floor((y - geometry.lineTop(1)) / geometry.leading);
  let line = Math.max(1, first);
  while (capTop(room, geometry, line) < y - 0.001) line++;
  return line;
}
