import type { Report } from '../diagnostics/diagnostic.js';
import type { PictureSource } from '../model/picture.js';
import { inspectPicture, type PicturePlace, reportTrouble } from './inspect-picture.js';
import { sniffFormat } from './sniff-format.js';
import { readDrawingSize } from './svg/read-drawing-size.js';

/**
 * Looks at a picture file of any kind, pixels or drawing: its kind and size, which is all that make-up needs. Gives
 * `bad-picture` and undefined where it cannot be printed. What is inside of a drawing is read later, and once.
 */
export function lookAtPicture(bytes: Uint8Array, place: PicturePlace, report: Report): PictureSource | undefined {
  if (sniffFormat(bytes).type !== 'svg') return inspectPicture(bytes, place, report);
  const found = readDrawingSize(bytes);
  if (found.type === 'trouble') {
    reportTrouble(found, place, report);
    return undefined;
  }
  const { file, hash, origin } = place;
  return { type: 'drawing', format: 'svg', file, hash, origin, width: found.width, height: found.height };
}
