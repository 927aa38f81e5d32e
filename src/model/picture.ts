import type { Origin } from '../diagnostics/diagnostic.js';
import type { Pt } from '../units/length.js';
import type { Rect } from '../units/rect.js';
import type { PressForm } from './press-form.js';

/** A picture file looked at but not converted: what make-up must know of it. */
export type PictureSource = PixelSource | DrawingSource;

interface SourceFile {
  /** As a path that the host can read. */
  readonly file: string;
  /** SHA-256 of the file's bytes, hex. */
  readonly hash: string;
  readonly origin: Origin;
}

/** A picture made of pixels. */
export interface PixelSource extends SourceFile {
  readonly type: 'pixels';
  readonly format: 'jpeg' | 'png' | 'tiff' | 'webp';
  /** Pixels, upright (after the EXIF turn). */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Black and white with nothing between, a bit a pixel: it is neither scaled nor screened. */
  readonly lineArt: boolean;
}

/** A picture made of lines and type, which print sharp at any size. */
export type DrawingSource = PdfSource | SvgSource;

interface Drawing extends SourceFile {
  readonly type: 'drawing';
  /** Natural size. */
  readonly width: Pt;
  readonly height: Pt;
}

/** A box of a PDF page (ISO 32000-1, 14.11.2). */
export type PageBoxName = 'TrimBox' | 'BleedBox' | 'ArtBox' | 'CropBox' | 'MediaBox';

/** The page of a PDF file that has one. */
export interface PdfSource extends Drawing {
  readonly format: 'pdf';
  /** The box of the page that is shown, and whose size is the natural one. */
  readonly pageBox: PageBoxName;
}

export interface SvgSource extends Drawing {
  readonly format: 'svg';
}

/** What a page needs of a picture. */
export type PictureRequest = PixelRequest | DrawingRequest;

/** The part of a picture shown, and the pixels wanted. */
export interface PixelRequest {
  readonly type: 'pixels';
  readonly source: PixelSource;
  /** Part of the picture shown, in shares of its width and height. */
  readonly crop: Rect;
  /** Pixels wanted; never more than the crop has. */
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The part of a drawing shown. */
export interface DrawingRequest {
  readonly type: 'drawing';
  readonly source: DrawingSource;
  /** Part of the drawing shown, in shares of its width and height. */
  readonly crop: Rect;
}

/** A picture made ready for the press. */
export type PressPicture = PressImage | PressBitmap | PressDrawing;

/** A picture converted for the press: a JPEG in CMYK (not inverted when decoded) or gray. */
export interface PressImage {
  readonly type: 'image';
  readonly request: PixelRequest;
  readonly jpeg: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly components: 1 | 4;
  /** True where the JPEG holds inverted inks, as Adobe's do, so that the PDF must say `/Decode [1 0 …]`. */
  readonly inverted: boolean;
}

/** Line art for the press: black or paper, with the pixels that the file has. */
export interface PressBitmap {
  readonly type: 'bitmap';
  readonly request: PixelRequest;
  /** Row by row, a bit a pixel, the first in the highest bit, 1 for paper; each row is filled up to a whole byte. */
  readonly rows: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A drawing in the inks of the press, whole: it is cropped where it is placed. */
export interface PressDrawing {
  readonly type: 'form';
  readonly request: DrawingRequest;
  readonly form: PressForm;
}

/** Width ÷ height of the whole picture. */
export function aspectOf(source: PictureSource): number {
  return source.type === 'pixels' ? source.widthPx / source.heightPx : source.width / source.height;
}
