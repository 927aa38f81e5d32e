import type { PictureRequest } from '../model/picture.js';
import { cropPixels } from './crop-pixels.js';

/** JPEG quality of press pictures: at 240 ppi, what more would keep is finer than the screen. */
export const JPEG_QUALITY = 85;

/** Counts up with every change to the conversion that changes its bytes, so that no cache serves old pictures. */
const CONVERSION = 1;

/**
 * Names what {@link convertPicture} makes of a request, for a cache on disk: equal keys, equal bytes. Made of [0-9a-z-]
 * and good as a file name. `profileHash` is the SHA-256 of the press profile, `inkLimit` in shares.
 */
export function pictureKey(request: PictureRequest, profileHash: string, inkLimit: number): string {
  const { left, top, width, height } = cropPixels(request);
  const crop = `${left}-${top}-${width}-${height}`;
  const recipe = `v${CONVERSION}q${JPEG_QUALITY}i${Math.round(inkLimit * 1000)}`;
  return `${request.source.hash}-${crop}-${request.widthPx}x${request.heightPx}-${profileHash}-${recipe}`;
}
