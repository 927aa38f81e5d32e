import type { DecodeJpeg } from '../model/preflight.js';
import { invert } from './invert.kernel.js';
import { loadSharp } from './load-sharp.js';
import { asInks, openPicture } from './open-picture.js';

/**
 * Decodes the inks of a JPEG as its file has them, for a preflight that measures them. Undefined for a damaged one, and
 * for one without four inks: nothing else is measured.
 */
export const decodeJpeg: DecodeJpeg = async (jpeg) => {
  const sharp = await loadSharp();
  try {
    const input = openPicture(sharp, jpeg, 'error');
    // Anything else would be converted to inks, and not be as it is stored.
    if ((await input.metadata()).space !== 'cmyk') return undefined;
    const { data, info } = await asInks(input).raw().toBuffer({ resolveWithObject: true });
    // The decoder takes every CMYK JPEG for an inverted one.
    invert(data);
    return { components: 4, widthPx: info.width, heightPx: info.height, bytes: data };
  } catch {
    return undefined;
  }
};
