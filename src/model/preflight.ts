/*
 * What judging a finished PDF needs from the world around it: the stage itself unpacks nothing and decodes no picture,
 * so that it runs wherever it is handed these.
 */

/** What came of unpacking: all of it, what could be had of damaged data, or nothing. */
export type Unpacked =
  | { readonly type: 'whole'; readonly bytes: Uint8Array }
  | { readonly type: 'cut-short'; readonly bytes: Uint8Array }
  | { readonly type: 'damaged' }
  | { readonly type: 'too-large' };

/** Unpacks a zlib stream (RFC 1950); `too-large` where that would give more than `mostBytes`. Never throws. */
export type Inflate = (packed: Uint8Array, mostBytes: number) => Unpacked;

/** The samples of a JPEG as its file has them: no profile applied, no ink turned round. */
export interface JpegSamples {
  readonly components: 1 | 3 | 4;
  readonly widthPx: number;
  readonly heightPx: number;
  /** A byte a sample, interleaved, rows from the top. */
  readonly bytes: Uint8Array;
}

/** Decodes a JPEG; undefined where it is damaged, or too large to be decoded. Never throws. */
export type DecodeJpeg = (jpeg: Uint8Array) => Promise<JpegSamples | undefined>;

/** What the host hands to preflight. Without a JPEG decoder, the ink of JPEGs is not judged, and that is said. */
export interface PreflightTools {
  readonly inflate: Inflate;
  readonly decodeJpeg?: DecodeJpeg;
}
