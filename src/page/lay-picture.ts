import type { PlacedLine } from '../model/edition.js';
import type { Pt } from '../units/length.js';
import type { Rect } from '../units/rect.js';
import type { SetCaption } from './chosen-picture.js';
import type { PageGeometry } from './geometry.js';
import { capTop, type Room } from './room.js';

/** Where a picture goes: its left edge and width, the grid line whose caps its top is level with, its depth in lines. */
export interface PictureSpot {
  readonly x: Pt;
  readonly width: Pt;
  readonly firstLine: number;
  readonly depth: number;
}

export interface LaidPicture {
  readonly box: Rect;
  readonly captions: readonly PlacedLine[];
  /** The last grid line that picture and caption take. */
  readonly lastLine: number;
}

/** A picture's top is level with the caps of its first line, its foot stands on a baseline; the caption is on the grid. */
export function layPicture(
  { x, width, firstLine, depth }: PictureSpot,
  caption: SetCaption | undefined,
  article: string,
  geometry: PageGeometry,
  room: Room,
): LaidPicture {
  const foot = firstLine + depth - 1;
  const y = capTop(room, geometry, firstLine);
  const captions = caption ? layCaption(caption, x, foot + 1, article, geometry) : [];
  return {
    box: { x, y, width, height: geometry.baseline(foot) - y },
    captions,
    lastLine: foot + captions.length,
  };
}

function layCaption(
  { lines, style, origin }: SetCaption,
  x: Pt,
  firstLine: number,
  article: string,
  geometry: PageGeometry,
): PlacedLine[] {
  return lines.map((line, index) => ({
    line,
    x,
    baseline: geometry.baseline(firstLine + index),
    part: 'caption',
    style: style.name,
    article,
    paragraph: -1,
    origin,
  }));
}
