import type { Origin } from '../diagnostics/diagnostic.js';
import type { SheetFile } from '../model/ad.js';
import type { PlacedPicture, PlacedStory } from '../model/edition.js';
import type { PictureNote } from '../model/issue.js';
import { aspectOf, type PdfSource, type PictureSource } from '../model/picture.js';
import { formatLength, MM } from '../units/length.js';
import type { Rect, Size } from '../units/rect.js';
import { placePicture } from './place-picture.js';
import type { Room } from './room.js';
import type { ThreadPlace } from './thread.js';

/** An advertisement may differ from its slot by this much, in points: one millimetre. */
const AD_TOLERANCE = MM;

/**
 * Places an advertisement. A picture must have the shape of its slot, and fills it; the page of a PDF must have a box of the
 * slot's size, and stands in its middle as large as it is. Undefined, and reported, where it does not fit.
 */
export function makeUpAd(file: string, place: ThreadPlace, room: Room): PlacedStory | undefined {
  const { slot, geometry, origin } = place;
  const source = room.typesetter.inspectAd(file, origin);
  if (!source) return undefined;
  const box = geometry.box(slot.columns, slot.lines);
  const note: PictureNote = { file, alt: 'Advertisement', focus: [0.5, 0.5], origin };
  const picture =
    source.type === 'sheet' ? placeSheet(source, note, box, place, room) : placePixels(source, note, box, place, room);
  if (!picture) return undefined;
  return {
    slot: slot.name,
    box,
    kind: 'ad',
    article: '',
    head: [],
    legs: [],
    pictures: [picture],
    captions: [],
    pullquotes: [],
    tail: [],
  };
}

function placePixels(
  source: PictureSource,
  note: PictureNote,
  box: Rect,
  place: ThreadPlace,
  room: Room,
): PlacedPicture | undefined {
  const size = { width: box.width, height: box.width / aspectOf(source) };
  if (isSize(size, box)) return placePicture({ source, note }, box, '', room);
  reportSize(note.file, describeSize(size), box, place, room);
  return undefined;
}

/** The first box of the page that has the slot's size, uncut: a millimetre may be the frame of the advertisement. */
function placeSheet(
  sheet: SheetFile,
  note: PictureNote,
  box: Rect,
  place: ThreadPlace,
  room: Room,
): PlacedPicture | undefined {
  const fitting = sheet.boxes.find((each) => isSize(each, box));
  if (!fitting) {
    const sizes = new Set(sheet.boxes.map(describeSize));
    reportSize(note.file, [...sizes].join(' or '), box, place, room);
    return undefined;
  }
  const { width, height } = fitting;
  const x = box.x + (box.width - width) / 2;
  const y = box.y + (box.height - height) / 2;
  return {
    source: sheetSource(sheet, fitting, note.origin),
    box: { x, y, width, height },
    crop: { x: 0, y: 0, width: 1, height: 1 },
    note,
    article: '',
  };
}

function sheetSource({ file, hash }: SheetFile, box: SheetFile['boxes'][number], origin: Origin): PdfSource {
  return {
    type: 'drawing',
    format: 'pdf',
    file,
    hash,
    width: box.width,
    height: box.height,
    pageBox: box.name,
    origin,
  };
}

function isSize(size: Size, box: Size): boolean {
  return Math.abs(size.width - box.width) <= AD_TOLERANCE && Math.abs(size.height - box.height) <= AD_TOLERANCE;
}

function reportSize(file: string, size: string, box: Size, { page, slot, origin }: ThreadPlace, room: Room): void {
  room.report({
    code: 'bad-ad',
    severity: 'error',
    origin,
    message: `advertisement "${file}" is ${size}, its slot ${describeSize(box)}`,
    hint: 'ask for the advertisement in the size of the slot, or give it another slot',
    page: page.label,
    slot: slot.name,
  });
}

function describeSize({ width, height }: Size): string {
  return `${formatLength(width, 'mm')} × ${formatLength(height, 'mm')}`;
}
