import { readExifOrientation } from './exif-orientation.js';
import { latin1, standsAt, uint16le, uint32le } from './picture-bytes.js';
import { type Orientation, type PictureShape, type PictureTrouble, SEND_AGAIN, trouble } from './picture-shape.js';

/*
 * Walks a WebP from chunk to chunk (RFC 9649) without decoding it: its size, whether it stands still, and whether every
 * chunk is there. Bytes in; a shape or the first trouble out.
 */

/** Where the first chunk stands: after `RIFF`, the length of all that follows it, and `WEBP`. */
const HEADER_BYTES = 12;
const CHUNK_HEAD_BYTES = 8;
/** A WebP is decoded whole, into red, green, blue and alpha, and copied: measured, a lossy one as a lossless one. */
const BYTES_PER_PIXEL = 8;

interface Chunk {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** What the coded picture itself says of its size. */
interface Frame {
  readonly widthPx: number;
  readonly heightPx: number;
}

export function readWebp(bytes: Uint8Array): PictureShape | PictureTrouble {
  const chunks = walkChunks(bytes);
  if (!chunks) return trouble('ends in the middle of the picture data', SEND_AGAIN);
  const extended = chunks.find(({ name }) => name === 'VP8X');
  if (chunks.some(({ name }) => name === 'ANIM' || name === 'ANMF')) {
    return trouble('is an animation', 'send a still from it');
  }
  const coded = chunks.find(({ name }) => name === 'VP8 ' || name === 'VP8L');
  if (!coded) return trouble('holds no picture', SEND_AGAIN);
  const frame = coded.name === 'VP8L' ? readLosslessFrame(bytes, coded) : readLossyFrame(bytes, coded);
  if (!frame || (extended && !fillsCanvas(frame, bytes, extended))) {
    return trouble('has a damaged frame header', SEND_AGAIN);
  }
  const { widthPx, heightPx } = frame;
  const decoderBytes = widthPx * heightPx * BYTES_PER_PIXEL;
  return {
    type: 'shape',
    format: 'webp',
    widthPx,
    heightPx,
    orientation: readTurn(bytes, chunks),
    decoderBytes,
    lineArt: false,
  };
}

/** All chunks; undefined where one is not whole. What follows the length that the file gives itself is not the file's. */
function walkChunks(bytes: Uint8Array): readonly Chunk[] | undefined {
  if (bytes.length < HEADER_BYTES) return undefined;
  const end = uint32le(bytes, 4) + CHUNK_HEAD_BYTES;
  if (end > bytes.length) return undefined;
  const chunks: Chunk[] = [];
  let at = HEADER_BYTES;
  while (at + CHUNK_HEAD_BYTES <= end) {
    const from = at + CHUNK_HEAD_BYTES;
    const to = from + uint32le(bytes, at + 4);
    if (to > end) return undefined;
    chunks.push({ name: latin1(bytes, at, at + 4), from, to });
    // Chunks begin at even places.
    at = to + (to & 1);
  }
  return chunks;
}

/** A key frame of VP8 (RFC 6386, 9.1), whose first partition must be there. */
function readLossyFrame(bytes: Uint8Array, { from, to }: Chunk): Frame | undefined {
  if (to - from < 10 || !standsAt(bytes, from + 3, '\x9d\x01\x2a')) return undefined;
  const tag = uint16le(bytes, from) + (bytes[from + 2] as number) * 0x10000;
  const isKeyFrame = (tag & 1) === 0;
  if (!isKeyFrame || (tag >> 5) + 10 > to - from) return undefined;
  return withSides(uint16le(bytes, from + 6) & 0x3fff, uint16le(bytes, from + 8) & 0x3fff);
}

/** A lossless picture (RFC 9649, 3.4): both sides, less one, in 14 bits each. */
function readLosslessFrame(bytes: Uint8Array, { from, to }: Chunk): Frame | undefined {
  if (to - from < 6 || bytes[from] !== 0x2f) return undefined;
  const packed = uint32le(bytes, from + 1);
  const version = packed >>> 29;
  return version === 0 ? withSides((packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1) : undefined;
}

function withSides(widthPx: number, heightPx: number): Frame | undefined {
  return widthPx > 0 && heightPx > 0 ? { widthPx, heightPx } : undefined;
}

/** A still picture is as large as the canvas that the extended header declares (RFC 9649, 2.7.1). */
function fillsCanvas({ widthPx, heightPx }: Frame, bytes: Uint8Array, { from, to }: Chunk): boolean {
  if (to - from < 10) return false;
  return uint24(bytes, from + 4) + 1 === widthPx && uint24(bytes, from + 7) + 1 === heightPx;
}

function uint24(bytes: Uint8Array, at: number): number {
  return uint16le(bytes, at) + (bytes[at + 2] as number) * 0x10000;
}

function readTurn(bytes: Uint8Array, chunks: readonly Chunk[]): Orientation {
  const exif = chunks.find(({ name }) => name === 'EXIF');
  if (!exif) return 1;
  // Some programs put the head in front that the block has in a JPEG.
  const from = standsAt(bytes, exif.from, 'Exif\0\0') ? exif.from + 6 : exif.from;
  return readExifOrientation(bytes.subarray(from, exif.to));
}
