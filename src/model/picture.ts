import type { Origin } from '../diagnostics/diagnostic.js';
import type { Rect } from '../units/rect.js';

/** A picture file looked at but not converted: what make-up must know of it. */
export interface PictureSource {
  /** As a path that the host can read. */
  readonly file: string;
  /** SHA-256 of the file's bytes, hex. */
  readonly hash: string;
  readonly format: 'jpeg' | 'png';
  /** Pixels, upright (after the EXIF turn). */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly origin: Origin;
}

/** What a page needs of a picture: the part shown and the pixels wanted. */
export interface PictureRequest {
  readonly source: PictureSource;
  /** Part of the picture shown, in shares of its width and height. */
  readonly crop: Rect;
  /** Pixels wanted; never more than the crop has. */
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A picture converted for the press: a JPEG in CMYK (not inverted when decoded) or gray. */
export interface PressPicture {
  readonly request: PictureRequest;
  readonly jpeg: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly components: 1 | 4;
  /** True where the JPEG holds inverted inks, as Adobe's do, so that the PDF must say `/Decode [1 0 …]`. */
  readonly inverted: boolean;
}
