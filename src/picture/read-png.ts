import { crc32 } from './crc32.kernel.js';
import { readExifOrientation } from './exif-orientation.js';
import { latin1, uint32 } from './picture-bytes.js';
import { type Orientation, type PictureShape, type PictureTrouble, SEND_AGAIN, trouble } from './picture-shape.js';

/*
 * Walks a PNG from chunk to chunk (PNG, third edition) without inflating it: its size, its kind, and whether every
 * chunk that matters is there and whole. Bytes in; a shape or the first trouble out.
 */

const SIGNATURE_BYTES = 8;
/** Bit depths that each colour type may have (PNG, table 12), and how many samples make a pixel. */
const KINDS: ReadonlyMap<number, { readonly depths: readonly number[]; readonly samples: number }> = new Map([
  [0, { depths: [1, 2, 4, 8, 16], samples: 1 }],
  [2, { depths: [8, 16], samples: 3 }],
  [3, { depths: [1, 2, 4, 8], samples: 1 }],
  [4, { depths: [8, 16], samples: 2 }],
  [6, { depths: [8, 16], samples: 4 }],
]);
const GRAY = 0;
const PALETTE = 3;
/** Deflate packs at most 258 bytes into two bits, so no stream grows by more than this factor. */
const MOST_DEFLATION = 1032;

interface Header {
  readonly type: 'header';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly colorType: number;
  readonly bitsPerPixel: number;
  /** Rows come in seven passes, so that the first is whole only when all is read. */
  readonly interlaced: boolean;
}

interface Chunk {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export function readPng(bytes: Uint8Array): PictureShape | PictureTrouble {
  const first = nextChunk(bytes, SIGNATURE_BYTES);
  const header = first ? readHeader(bytes, first) : endsEarly(0);
  if (header.type === 'trouble') return header;
  let orientation: Orientation = 1;
  let dataBytes = 0;
  let palette = false;
  let chunk = first as Chunk;
  while (chunk.name !== 'IEND') {
    const next = nextChunk(bytes, chunk.to + 4);
    if (!next) return endsEarly(dataBytes);
    chunk = next;
    if (!isSound(bytes, chunk)) {
      // Decoders pass over damaged chunks that they could do without; so do we.
      if (isAncillary(chunk)) continue;
      return trouble(`is damaged in its ${chunk.name} chunk`, SEND_AGAIN);
    }
    if (chunk.name === 'IDAT') dataBytes += chunk.to - chunk.from;
    if (chunk.name === 'PLTE') palette = true;
    if (chunk.name === 'eXIf') orientation = readExifOrientation(bytes.subarray(chunk.from, chunk.to));
  }
  if (header.colorType === PALETTE && !palette) return trouble('lacks its palette', SEND_AGAIN);
  if (dataBytes * MOST_DEFLATION < rawBytes(header)) return endsEarly(dataBytes);
  const { widthPx, heightPx } = header;
  return {
    type: 'shape',
    format: 'png',
    widthPx,
    heightPx,
    orientation,
    decoderBytes: header.interlaced ? rawBytes(header) : 0,
    lineArt: header.bitsPerPixel === 1 && header.colorType === GRAY,
  };
}

/** The chunk at `at` (PNG, 5.3); undefined where the bytes end before its CRC does. */
function nextChunk(bytes: Uint8Array, at: number): Chunk | undefined {
  if (at + 12 > bytes.length) return undefined;
  const from = at + 8;
  const to = from + uint32(bytes, at);
  return to + 4 <= bytes.length ? { name: latin1(bytes, at + 4, from), from, to } : undefined;
}

function isSound(bytes: Uint8Array, { name, from, to }: Chunk): boolean {
  return /^[A-Za-z]{4}$/.test(name) && crc32(bytes, from - 4, to) === uint32(bytes, to);
}

/** A small first letter marks a chunk that is not needed to show the picture (PNG, 5.4). */
function isAncillary({ name }: Chunk): boolean {
  return /^[a-z][A-Za-z]{3}$/.test(name);
}

function readHeader(bytes: Uint8Array, chunk: Chunk): Header | PictureTrouble {
  if (chunk.name !== 'IHDR' || chunk.to - chunk.from !== 13 || !isSound(bytes, chunk)) {
    return trouble('has a damaged header', SEND_AGAIN);
  }
  const at = chunk.from;
  const widthPx = uint32(bytes, at);
  const heightPx = uint32(bytes, at + 4);
  if (widthPx === 0 || heightPx === 0) return trouble('declares a side of 0 pixels', SEND_AGAIN);
  const depth = bytes[at + 8] as number;
  const colorType = bytes[at + 9] as number;
  const kind = KINDS.get(colorType);
  const compression = bytes[at + 10] as number;
  const filter = bytes[at + 11] as number;
  const interlace = bytes[at + 12] as number;
  if (!kind?.depths.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1) {
    return trouble('is a PNG of a kind that does not exist', SEND_AGAIN);
  }
  return {
    type: 'header',
    widthPx,
    heightPx,
    colorType,
    bitsPerPixel: kind.samples * depth,
    interlaced: interlace === 1,
  };
}

/** Size of the inflated picture data: each row and its filter byte. Interlacing only adds to it. */
function rawBytes({ widthPx, heightPx, bitsPerPixel }: Header): number {
  return heightPx * (1 + Math.ceil((widthPx * bitsPerPixel) / 8));
}

function endsEarly(dataBytes: number): PictureTrouble {
  return trouble(
    dataBytes > 0 ? 'ends in the middle of the picture data' : 'ends before its picture data begins',
    SEND_AGAIN,
  );
}
