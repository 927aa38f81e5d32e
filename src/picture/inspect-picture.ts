import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { PictureSource } from '../model/picture.js';
import { type PictureShape, type PictureTrouble, SEND_AGAIN, swapsSides, trouble } from './picture-shape.js';
import { readJpeg } from './read-jpeg.js';
import { readPng } from './read-png.js';
import { sniffFormat } from './sniff-format.js';

/** Where a picture was found and who named it. */
export interface PicturePlace {
  /** As a path that the host can read. */
  readonly file: string;
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
  /** The line that names the picture. */
  readonly origin: Origin;
}

/** Larger pictures are taken for bombs: no camera or scanner of a newspaper makes them. */
export const MOST_PIXELS = 100_000_000;
const LONGEST_SIDE_PX = 30_000;

/**
 * Looks at a picture file without decoding it: kind (by content, not by name), size upright, and whether it is all
 * there. Gives a `bad-picture` diagnostic and undefined where it cannot be printed. Any bytes are safe.
 */
export function inspectPicture(bytes: Uint8Array, place: PicturePlace, report: Report): PictureSource | undefined {
  const found = withinSize(readShape(bytes));
  if (found.type === 'trouble') {
    reportTrouble(found, place, report);
    return undefined;
  }
  const upright = swapsSides(found.orientation)
    ? { widthPx: found.heightPx, heightPx: found.widthPx }
    : { widthPx: found.widthPx, heightPx: found.heightPx };
  return { file: place.file, hash: place.hash, format: found.format, ...upright, origin: place.origin };
}

/** Reports what is wrong with a picture file, at the line that names it. */
export function reportTrouble(found: PictureTrouble, place: { file: string; origin: Origin }, report: Report): void {
  const message = `picture "${fileName(place.file)}" ${found.why}`;
  report({ code: 'bad-picture', severity: 'error', origin: place.origin, message, hint: found.hint });
}

/** The file's own name: the diagnostic's origin already says who named it, and host paths differ between machines. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function readShape(bytes: Uint8Array): PictureShape | PictureTrouble {
  const sniffed = sniffFormat(bytes);
  switch (sniffed.type) {
    case 'jpeg':
      return readJpeg(bytes);
    case 'png':
      return readPng(bytes);
    case 'empty':
      return trouble('is an empty file', SEND_AGAIN);
    case 'other':
      return trouble(`is ${sniffed.name}, not a JPEG or PNG`, sniffed.hint);
    case 'unknown':
      return trouble('is not a picture that can be read', 'send it as JPEG or PNG');
  }
}

function withinSize(found: PictureShape | PictureTrouble): PictureShape | PictureTrouble {
  if (found.type === 'trouble') return found;
  const { widthPx, heightPx } = found;
  if (Math.max(widthPx, heightPx) <= LONGEST_SIDE_PX && widthPx * heightPx <= MOST_PIXELS) return found;
  return trouble(
    `declares ${widthPx} × ${heightPx} pixels, more than any picture should have`,
    `make it smaller: at most ${LONGEST_SIDE_PX} pixels a side and ${MOST_PIXELS / 1e6} million in all`,
  );
}
