import { constants, inflateSync } from 'node:zlib';
import type { Inflate, Unpacked } from '../model/preflight.js';

/** Unpacks with Node's zlib. What was cut short is given as far as it goes: half a page can still be judged. */
export const inflate: Inflate = (packed, mostBytes) => {
  const whole = attempt(packed, mostBytes, constants.Z_FINISH);
  if (whole.type !== 'damaged') return whole;
  const part = attempt(packed, mostBytes, constants.Z_SYNC_FLUSH);
  return part.type === 'whole' ? { type: 'cut-short', bytes: part.bytes } : part;
};

function attempt(packed: Uint8Array, mostBytes: number, finishFlush: number): Unpacked {
  try {
    return { type: 'whole', bytes: inflateSync(packed, { maxOutputLength: mostBytes, finishFlush }) };
  } catch (error) {
    return { type: (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged' };
  }
}
