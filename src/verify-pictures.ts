/*
 * Everything but the PDF includes that every picture can be decoded. A picture is decoded once for this; the cache then
 * vouches for it by its hash, so that the next check costs nothing and a build on the desk's machine neither.
 */
import type { Report } from './diagnostics/diagnostic.js';
import type { Cache } from './model/cache.js';
import type { Edition } from './model/edition.js';
import type { PixelSource } from './model/picture.js';
import { soundnessKey, verifyPicture } from './picture/verify-picture.js';
import type { Session } from './session.js';

/**
 * Decodes each picture of pixels that is placed in the edition, unless the cache knows it. Reports those that are damaged.
 * Drawings have a reading of their own.
 */
export async function verifyPictures(edition: Edition, session: Session, cache: Cache, report: Report): Promise<void> {
  const sources = new Map<string, PixelSource>();
  for (const page of edition.pages) {
    for (const { source } of page.stories.flatMap(({ pictures }) => pictures)) {
      if (source.type === 'pixels') sources.set(source.hash, source);
    }
  }
  for (const source of sources.values()) {
    if (cache.read(soundnessKey(source))) continue;
    const bytes = session.pictureBytes(source, report);
    if (bytes) await verifyOne(source, bytes, cache, report);
  }
}

/** Whether a picture is sound: by the cache's word, or by decoding it. */
export async function verifyOne(
  source: PixelSource,
  bytes: Uint8Array,
  cache: Cache,
  report: Report,
): Promise<boolean> {
  const key = soundnessKey(source);
  if (cache.read(key)) return true;
  const isSound = await verifyPicture(source, bytes, report);
  if (isSound) cache.write(key, Uint8Array.of(1));
  return isSound;
}
