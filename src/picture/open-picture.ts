import type { Metadata, Sharp as Pipeline } from 'sharp';
import type { PixelSource } from '../model/picture.js';
import { MOST_PIXELS } from './inspect-picture.js';
import type { Sharp } from './load-sharp.js';

/*
 * The decoder's side of a picture file: opened so that damage is an error, and agreeing with our own reader on which
 * way is up.
 */

/** What makes the decoder give up: data that cannot be decoded, or data that it has doubts about. */
export type Strictness = 'error' | 'warning';

export function openPicture(sharp: Sharp, bytes: Uint8Array, failOn: Strictness): Pipeline {
  return sharp(bytes, { failOn, limitInputPixels: MOST_PIXELS });
}

/**
 * The decoder and our own reader must agree on the upright size, or the crop would be another part of the picture.
 * Throws where they do not.
 */
export function checkUpright(metadata: Metadata, source: PixelSource): void {
  const { width, height } = metadata.autoOrient;
  if (width === source.widthPx && height === source.heightPx) return;
  throw new Error(`it is ${width} × ${height} pixels, not ${source.widthPx} × ${source.heightPx}`);
}

/** Takes inks in and gives inks out, with no RGB between. */
export function asInks(pipeline: Pipeline): Pipeline {
  return pipeline.pipelineColourspace('cmyk').toColourspace('cmyk');
}

/** What the decoder says is wrong, in one line. */
export function firstLine(error: Error): string {
  return (error.message.split('\n')[0] ?? '').trim();
}
