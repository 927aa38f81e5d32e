import { latin1 } from './picture-bytes.js';
import type { Orientation } from './picture-shape.js';

/** Tag and field types of EXIF 2.32, 4.6.2 and 4.6.4. */
const ORIENTATION_TAG = 0x0112;
const SHORT = 3;

/**
 * Reads the orientation from an EXIF block, which is a TIFF header with its first directory (in a JPEG: what follows
 * `Exif\0\0`). A block that is damaged or silent means upright, as it does to every decoder.
 */
export function readExifOrientation(tiff: Uint8Array): Orientation {
  const order = latin1(tiff, 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return 1;
  const littleEndian = order === 'II';
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const directory = view.getUint32(4, littleEndian);
  if (directory + 2 > tiff.length) return 1;
  const entries = view.getUint16(directory, littleEndian);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, littleEndian) !== ORIENTATION_TAG) continue;
    return view.getUint16(at + 2, littleEndian) === SHORT ? asOrientation(view.getUint16(at + 8, littleEndian)) : 1;
  }
  return 1;
}

function asOrientation(value: number): Orientation {
  return value >= 1 && value <= 8 ? (value as Orientation) : 1;
}
