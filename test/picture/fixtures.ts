import sharp, { type Sharp } from 'sharp';
import type { Diagnostic, Origin } from '../../src/diagnostics/diagnostic.js';
import type { PictureSource } from '../../src/model/picture.js';
import { inspectPicture } from '../../src/picture/inspect-picture.js';

export const ORIGIN: Origin = { file: 'articles/quay.md', line: 7, column: 15 };

/** A picture with detail in every corner, so that its JPEG data is not trivially small. */
export function drawing(widthPx: number, heightPx: number): Sharp {
  const pixels = new Uint8Array(widthPx * heightPx * 3);
  for (let at = 0; at < pixels.length; at++) pixels[at] = ((at * 7919) ^ (at >> 5)) & 255;
  return sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 3 } });
}

/** A picture of one colour. */
export function plain(widthPx: number, heightPx: number, background: string): Sharp {
  return sharp({ create: { width: widthPx, height: heightPx, channels: 3, background } });
}

/** What inspecting the bytes gives, with the diagnostics on the side. */
export function inspect(
  bytes: Uint8Array,
  file = 'pictures/quay.jpg',
): {
  readonly source: PictureSource | undefined;
  readonly problems: readonly Diagnostic[];
} {
  const problems: Diagnostic[] = [];
  const place = { file, hash: 'ab'.repeat(32), origin: ORIGIN };
  const source = inspectPicture(bytes, place, (problem) => problems.push(problem));
  return { source, problems };
}

/** The message of the one problem that the bytes have; fails where they have none or several. */
export function troubleOf(bytes: Uint8Array): string {
  const { source, problems } = inspect(bytes);
  if (source || problems.length !== 1) throw new Error(`expected one problem, found ${problems.length}`);
  return problems[0]!.message;
}

/** The position of a JPEG marker's FF byte. */
export function findMarker(jpeg: Uint8Array, ...markers: readonly number[]): number {
  for (let at = 2; at + 1 < jpeg.length; at++) {
    if (jpeg[at] === 0xff && markers.includes(jpeg[at + 1]!)) return at;
  }
  throw new Error('no such marker');
}

/** A copy with some bytes overwritten from `at` on. */
export function patched(bytes: Uint8Array, at: number, ...values: readonly number[]): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy.set(values, at);
  return copy;
}
