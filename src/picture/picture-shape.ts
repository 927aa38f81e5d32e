import type { PixelSource } from '../model/picture.js';

/** How a picture must be turned to stand upright: the EXIF values 1 to 8 (EXIF 2.32, tag 0x0112). 1 is upright. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** What the headers of a sound picture file say. */
export interface PictureShape {
  readonly type: 'shape';
  readonly format: PixelSource['format'];
  /** Pixels as stored, before the turn. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly orientation: Orientation;
  /** Bytes that a decoder must hold at once, about: 0 where it needs but a few rows. */
  readonly decoderBytes: number;
  /** Black and white with nothing between, a bit a pixel. */
  readonly lineArt: boolean;
}

/** Why a file cannot be printed as a picture, worded to follow the file's name in a message. */
export interface PictureTrouble {
  readonly type: 'trouble';
  readonly why: string;
  readonly hint: string;
}

export function trouble(why: string, hint: string): PictureTrouble {
  return { type: 'trouble', why, hint };
}

/** Hint for files that were sound once. */
export const SEND_AGAIN = 'ask for the file again, or open it in a picture editor and save it anew';

/** Whether the turn swaps width and height. */
export function swapsSides(orientation: Orientation): boolean {
  return orientation >= 5;
}
