import type { Press } from '../model/paper.js';
import type { DrawingSource, PictureRequest } from '../model/picture.js';
import { cropPixels } from './crop-pixels.js';

/** JPEG quality of press pictures: at 240 ppi, what more would keep is finer than the screen. */
export const JPEG_QUALITY = 85;

/** Counts up with every change to the conversion that changes its bytes, so that no cache serves old pictures. */
const CONVERSION = 1;

/** Counts up with every change to the sharpening. */
const SHARPENING = 1;

/** Counts up with every change to what is made of a drawing. */
const DRAWING = { pdf: 1, svg: 1 } as const;

/**
 * Names what {@link convertPicture} makes of a request, or of a drawing, for a cache on disk: equal keys, equal bytes. Made of [0-9a-z-]
 * and good as a file name. `profileHash` is the SHA-256 of the press profile.
 */
export function pictureKey(
  request: PictureRequest,
  profileHash: string,
  { inkLimit, sharpen }: Pick<Press, 'inkLimit' | 'sharpen'>,
): string {
  if (request.type === 'drawing') return drawingKey(request.source, profileHash, { inkLimit, sharpen });
  const { left, top, width, height } = cropPixels(request);
  const crop = `${left}-${top}-${width}-${height}`;
  const recipe = `v${CONVERSION}q${JPEG_QUALITY}i${Math.round(inkLimit * 1000)}${sharpen === 'none' ? '' : `s${SHARPENING}`}`;
  return `${request.source.hash}-${crop}-${request.widthPx}x${request.heightPx}-${profileHash}-${recipe}`;
}

/** A PDF comes in the inks of the press; other drawings are brought into them. */
function drawingKey(
  source: DrawingSource,
  profileHash: string,
  { inkLimit, sharpen }: Pick<Press, 'inkLimit' | 'sharpen'>,
): string {
  if (source.format === 'pdf') return `${source.hash}-${source.pageBox.toLowerCase()}-pdf-v${DRAWING.pdf}`;
  return `${source.hash}-${profileHash}-svg-v${DRAWING.svg}i${Math.round(inkLimit * 1000)}${sharpen === 'none' ? '' : `s${SHARPENING}`}`;
}
