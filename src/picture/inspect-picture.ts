import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { PixelSource } from '../model/picture.js';
import { type PictureShape, type PictureTrouble, SEND_AGAIN, swapsSides, trouble } from './picture-shape.js';
import { readJpeg } from './read-jpeg.js';
import { readPng } from './read-png.js';
import { readTiff } from './read-tiff.js';
import { readWebp } from './read-webp.js';
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
 * What a decoder may hold at once. Most pictures are decoded row by row; of those that are not, 60 million pixels of an
 * ordinary progressive JPEG fit in, four times what a newspaper page of 240 ppi has.
 */
const MOST_DECODER_BYTES = 180_000_000;

/**
 * Looks at a picture file without decoding it: kind (by content, not by name), size upright, and whether it is all
 * there. Gives a `bad-picture` diagnostic and undefined where it cannot be printed. Any bytes are safe.
 */
export function inspectPicture(bytes: Uint8Array, place: PicturePlace, report: Report): PixelSource | undefined {
  const found = inspectShape(bytes);
  if (found.type === 'trouble') {
    reportTrouble(found, place, report);
    return undefined;
  }
  const { format, lineArt } = found;
  const { file, hash, origin } = place;
  return { type: 'pixels', file, hash, format, ...uprightSize(found), lineArt, origin };
}

/** The same of bytes that are no file of their own: what the headers say, or why they cannot be printed. */
export function inspectShape(bytes: Uint8Array): PictureShape | PictureTrouble {
  return withinSize(readShape(bytes));
}

/** Pixels after the turn. */
export function uprightSize({
  orientation,
  widthPx,
  heightPx,
}: PictureShape): Pick<PixelSource, 'widthPx' | 'heightPx'> {
  return swapsSides(orientation) ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx };
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
    case 'tiff':
      return readTiff(bytes);
    case 'webp':
      return readWebp(bytes);
    case 'empty':
      return trouble('is an empty file', SEND_AGAIN);
    case 'svg':
      return trouble('is an SVG drawing, not a JPEG, PNG, TIFF or WebP', 'place it as a picture of its own');
    case 'other':
      return trouble(`is ${sniffed.name}, not a JPEG, PNG, TIFF or WebP`, sniffed.hint);
    case 'unknown':
      return trouble('is not a picture that can be read', 'send it as JPEG, PNG, TIFF, WebP or SVG');
  }
}

function withinSize(found: PictureShape | PictureTrouble): PictureShape | PictureTrouble {
  if (found.type === 'trouble') return found;
  const { widthPx, heightPx, decoderBytes } = found;
  const isLarge = Math.max(widthPx, heightPx) > LONGEST_SIDE_PX || widthPx * heightPx > MOST_PIXELS;
  if (!isLarge && decoderBytes <= MOST_DECODER_BYTES) return found;
  if (!isLarge) {
    return trouble(
      `takes ${Math.ceil(decoderBytes / 1e6)} MB to be decoded, more than any picture should`,
      WHOLE_AT_ONCE[found.format],
    );
  }
  return trouble(
    `declares ${widthPx} × ${heightPx} pixels, more than any picture should have`,
    `make it smaller: at most ${LONGEST_SIDE_PX} pixels a side and ${MOST_PIXELS / 1e6} million in all`,
  );
}

/** How to save a picture so that it need not be decoded whole. */
const WHOLE_AT_ONCE: Readonly<Record<PixelSource['format'], string>> = {
  jpeg: 'make it smaller, or save it as a baseline JPEG, not a progressive one',
  png: 'make it smaller, or save it without interlacing',
  tiff: 'make it smaller, or save it in strips of some rows each',
  webp: 'make it smaller, or save it as JPEG',
};
