/** Compression that remembers: a page that is what it was last night is not compressed again, and the profile never is. */
import type { Cache } from '../model/cache.js';
import { makeDeflate } from './deflate.kernel.js';

/** To be raised whenever the compressor gives other bytes than before; a test pins them. */
const DEFLATE_VERSION = 1;

/** Shorter streams are compressed faster than they are looked up. */
const LEAST_BYTES = 16384;

/** A compressor over a cache; without one, it compresses every time. The bytes are the same either way. */
export function cachedDeflate(
  cache: Cache | undefined,
  sha256: (bytes: Uint8Array) => string,
): (bytes: Uint8Array) => Uint8Array {
  const deflate = makeDeflate();
  if (cache === undefined) return deflate;
  return (bytes) => {
    if (bytes.length < LEAST_BYTES) return deflate(bytes);
    const key = `deflate ${DEFLATE_VERSION} ${sha256(bytes)}`;
    const kept = cache.read(key);
    if (kept !== undefined) return kept;
    const compressed = deflate(bytes);
    cache.write(key, compressed);
    return compressed;
  };
}
