import type { PictureRequest, PictureSource, PixelRequest, PixelSource } from '../model/picture.js';
import type { Rect, Size } from '../units/rect.js';
import { cropPixels } from './crop-pixels.js';

const POINTS_PER_INCH = 72;

/**
 * Pixels per inch that a press picture gets. A newspaper screen has 40 to 48 lines a centimetre (100 to 120 an inch);
 * twice as many pixels as screen lines is all that a plate can show (ISO 12647-3 practice), the rest is only weight.
 */
const TARGET_PPI = 240;

/** Pixels per inch of the crop when it is printed in the box: the lesser of both directions. */
export function effectivePpi(source: PixelSource, crop: Rect, box: Size): number {
  const across = (source.widthPx * crop.width) / (box.width / POINTS_PER_INCH);
  const down = (source.heightPx * crop.height) / (box.height / POINTS_PER_INCH);
  return Math.min(across, down);
}

/**
 * Says which part of a picture a page needs, and how many pixels of it: {@link TARGET_PPI} in print, and never more
 * than the picture has. Of line art, all: scaled, it would be gray. Of a drawing, no more than the part is asked for: it is sharp at any size. `crop` in shares of the
 * picture, `box` in points.
 */
export function planPicture(source: PictureSource, crop: Rect, box: Size): PictureRequest {
  if (source.type === 'drawing') return { type: 'drawing', source, crop };
  if (source.lineArt) return { type: 'pixels', source, crop, ...wholePixels(source, crop) };
  return {
    type: 'pixels',
    source,
    crop,
    widthPx: pixels(source.widthPx * crop.width, box.width),
    heightPx: pixels(source.heightPx * crop.height, box.height),
  };
}

function wholePixels(source: PixelSource, crop: Rect): Pick<PixelRequest, 'widthPx' | 'heightPx'> {
  const { width, height } = cropPixels({ source, crop });
  return { widthPx: width, heightPx: height };
}

/** Rounded to the whole pixel, at least one, so that equal boxes ask for equal pictures. */
function pixels(available: number, length: number): number {
  const wanted = Math.round((length / POINTS_PER_INCH) * TARGET_PPI);
  return Math.max(1, Math.min(Math.floor(available), wanted));
}
