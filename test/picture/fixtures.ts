import sharp, { type Sharp } from 'sharp';
import type { Diagnostic, Origin } from '../../src/diagnostics/diagnostic.js';
import type { PixelSource } from '../../src/model/picture.js';
import { crc32 } from '../../src/picture/crc32.kernel.js';
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
  readonly source: PixelSource | undefined;
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

/** A PNG made by hand: its checksums are right, whatever its picture data is. */
export function pngFile(
  header: { readonly widthPx: number; readonly heightPx: number; readonly bits: number; readonly colorType: number },
  data: Uint8Array,
): Buffer {
  const fields = Buffer.alloc(13);
  fields.writeUInt32BE(header.widthPx, 0);
  fields.writeUInt32BE(header.heightPx, 4);
  fields[8] = header.bits;
  fields[9] = header.colorType;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    pngChunk('IHDR', fields),
    pngChunk('IDAT', data),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(name: string, content: Uint8Array): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from(name, 'latin1'), content, Buffer.alloc(4)]);
  bytes.writeUInt32BE(content.length, 0);
  bytes.writeUInt32BE(crc32(bytes, 4, bytes.length - 4), bytes.length - 4);
  return bytes;
}
