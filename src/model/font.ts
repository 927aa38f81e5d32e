import type { Origin } from '../diagnostics/diagnostic.js';

/** Names one face: one weight and slope of one family. The key of every font table: `Source Serif 4 SmText/400`, `…/400i`. */
export type FaceId = string;

/** A face as the font catalogue knows it: where its file is, not yet opened. */
export interface FaceSource {
  readonly id: FaceId;
  readonly family: string;
  /** 100 to 900, as in CSS. */
  readonly weight: number;
  readonly italic: boolean;
  /** The font file, as a path that the host can read. */
  readonly file: string;
  readonly origin: Origin;
}

/**
 * The faces that one style may need, and where to look for a missing character: `regular` and `italic` in the style's own
 * weight, `bold` and `boldItalic` in the next that is seen beside it, for strong words.
 */
export interface FaceSet {
  readonly regular: FaceId;
  readonly italic: FaceId;
  readonly bold: FaceId;
  readonly boldItalic: FaceId;
  /** Tried in order for a character that the face lacks. */
  readonly fallback: readonly FaceId[];
}

/** Heights and depths in em (1 = the type size), measured on glyph outlines, since font tables lie. */
export interface FaceMetrics {
  readonly capHeight: number;
  readonly xHeight: number;
  /** From the baseline to the top of `d`. */
  readonly ascender: number;
  /** From the baseline down to the foot of `p`, positive. */
  readonly descender: number;
}
