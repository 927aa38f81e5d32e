import { joinBytes } from '../units/bytes.js';
import { readExifOrientation } from './exif-orientation.js';
import { standsAt, uint16 } from './picture-bytes.js';
import { type Orientation, type PictureShape, type PictureTrouble, SEND_AGAIN, trouble } from './picture-shape.js';

/*
 * Walks a JPEG from marker to marker (ITU-T T.81, annex B) without decoding it: what kind it is, how large, which way
 * up, and whether it is all there. Bytes in; a shape or the first trouble out.
 */

// Markers by their second byte, T.81 table B.1.
const RST0 = 0xd0;
const RST7 = 0xd7;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DNL = 0xdc;
const APP1 = 0xe1;
const APP14 = 0xee;
const TEM = 0x01;
/** SOF markers are C0 to CF but for these three: Huffman tables, reserved, arithmetic conditioning. */
const NOT_FRAMES = [0xc4, 0xc8, 0xcc];

const SAVE_BASELINE = 'save it as an ordinary 8-bit JPEG (baseline or progressive)';

/** A frame header (T.81, B.2.2): the picture's size and the sampling of its components. */
interface Frame {
  readonly type: 'frame';
  readonly progressive: boolean;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly samplings: readonly { readonly across: number; readonly down: number }[];
}

interface Segment {
  readonly marker: number;
  /** Where its content starts, after the length, and where it ends. */
  readonly from: number;
  readonly to: number;
}

export function readJpeg(bytes: Uint8Array): PictureShape | PictureTrouble {
  let frame: Frame | undefined;
  let orientation: Orientation | undefined;
  let scanBytes = 0;
  let at = 2;
  for (;;) {
    const segment = nextSegment(bytes, at);
    if (!segment) return endsEarly(frame);
    at = segment.to;
    if (segment.marker === EOI) break;
    if (isFrame(segment.marker)) {
      if (frame) return trouble('has two frame headers', SEND_AGAIN);
      const read = readFrame(bytes, segment);
      if (read.type === 'trouble') return read;
      frame = read;
    } else if (segment.marker === APP1) {
      orientation ??= readApp1(bytes, segment);
    } else if (segment.marker === SOS) {
      if (!frame) return trouble('has picture data before its frame header', SEND_AGAIN);
      at = endOfScan(bytes, segment.to);
      scanBytes += at - segment.to;
    } else if (segment.marker === DNL || segment.marker === SOI) {
      return trouble('is a JPEG of a kind that decoders do not agree on', SAVE_BASELINE);
    }
  }
  if (!frame) return trouble('holds no picture', SEND_AGAIN);
  if (scanBytes < leastScanBytes(frame)) return endsEarly(frame);
  const { widthPx, heightPx } = frame;
  return {
    type: 'shape',
    format: 'jpeg',
    widthPx,
    heightPx,
    orientation: orientation ?? 1,
    decoderBytes: frame.progressive ? blocksOf(frame) * COEFFICIENT_BYTES : 0,
    lineArt: false,
  };
}

/**
 * Whether a sound JPEG says that Adobe's conventions hold: with four components, that its inks are stored inverted
 * (Adobe Technical Note 5116, p. 23). Without the marker they stand as they are.
 */
export function hasAdobeMarker(bytes: Uint8Array): boolean {
  let segment = nextSegment(bytes, 2);
  while (segment && segment.marker !== SOS) {
    if (segment.marker === APP14 && standsAt(bytes, segment.from, 'Adobe')) return true;
    segment = nextSegment(bytes, segment.to);
  }
  return false;
}

/**
 * What a decoder needs of a sound JPEG to get at its pixels: no application segments, no comments, no stray bytes. Of
 * this, whatever a decoder has doubts about is the picture itself.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0xff, SOI)];
  let segment = nextSegment(bytes, 2);
  while (segment && segment.marker !== EOI) {
    const { marker, from } = segment;
    const to = marker === SOS ? endOfScan(bytes, segment.to) : segment.to;
    if (!standsAlone(marker) && !isRemark(marker)) parts.push(bytes.subarray(from - SEGMENT_HEAD, to));
    segment = nextSegment(bytes, to);
  }
  return joinBytes([...parts, Uint8Array.of(0xff, EOI)]);
}

/** Bytes of a segment before its content: FF, marker, length. */
const SEGMENT_HEAD = 4;

/** Application segments (E0 to EF) and comments (FE). */
function isRemark(marker: number): boolean {
  return (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
}

/** The next marker with its content, from `at` on; undefined where the bytes end first. */
function nextSegment(bytes: Uint8Array, at: number): Segment | undefined {
  let from = at;
  for (;;) {
    // Stray bytes between segments are skipped, as decoders do; any number of FF may fill up before a marker.
    from = bytes.indexOf(0xff, from);
    if (from < 0) return undefined;
    while (bytes[from] === 0xff) from++;
    const marker = bytes[from];
    if (marker === undefined) return undefined;
    from++;
    if (marker === 0) continue;
    if (standsAlone(marker)) return { marker, from, to: from };
    const to = from + 2 > bytes.length ? Number.POSITIVE_INFINITY : from + uint16(bytes, from);
    return to <= bytes.length && to >= from + 2 ? { marker, from: from + 2, to } : undefined;
  }
}

function standsAlone(marker: number): boolean {
  return marker === EOI || marker === SOI || marker === TEM || (marker >= RST0 && marker <= RST7);
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && !NOT_FRAMES.includes(marker);
}

function readFrame(bytes: Uint8Array, { marker, from, to }: Segment): Frame | PictureTrouble {
  const kind = refusedKind(marker);
  if (kind) return trouble(`is ${kind} JPEG`, SAVE_BASELINE);
  if (to - from < 6) return trouble('has a damaged frame header', SEND_AGAIN);
  const precision = bytes[from] as number;
  if (precision !== 8) return trouble(`is a JPEG with ${precision} bits a sample, not 8`, SAVE_BASELINE);
  const heightPx = uint16(bytes, from + 1);
  const widthPx = uint16(bytes, from + 3);
  if (widthPx === 0 || heightPx === 0) return trouble('declares a side of 0 pixels', SEND_AGAIN);
  const components = bytes[from + 5] as number;
  if (components !== 1 && components !== 3 && components !== 4) {
    return trouble(`has ${components} colour components, not 1, 3 or 4`, 'save it as gray, RGB or CMYK');
  }
  if (to - from < 6 + components * 3) return trouble('has a damaged frame header', SEND_AGAIN);
  const samplings = readSamplings(bytes, from + 6, components);
  if (!samplings) return trouble('has a damaged frame header', SEND_AGAIN);
  return { type: 'frame', progressive: marker === 0xc2, widthPx, heightPx, samplings };
}

/** What a frame of this marker is called where we refuse it: pages are read by RIPs that know Huffman-coded JPEG alone. */
function refusedKind(marker: number): string | undefined {
  if (marker <= 0xc2) return undefined;
  if (marker === 0xc3) return 'a lossless';
  return marker >= 0xc9 ? 'an arithmetic-coded' : 'a hierarchical';
}

function readSamplings(bytes: Uint8Array, from: number, components: number): Frame['samplings'] | undefined {
  const samplings = Array.from({ length: components }, (_, index) => {
    const factors = bytes[from + index * 3 + 1] as number;
    return { across: factors >> 4, down: factors & 15 };
  });
  const sound = samplings.every(({ across, down }) => across >= 1 && across <= 4 && down >= 1 && down <= 4);
  return sound ? samplings : undefined;
}

function readApp1(bytes: Uint8Array, { from, to }: Segment): Orientation | undefined {
  return standsAt(bytes, from, 'Exif\0') ? readExifOrientation(bytes.subarray(from + 6, to)) : undefined;
}

/** Where the entropy-coded data that starts at `from` stops: at the FF of the next marker that is no restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] as number;
    const inside = next === 0 || (next >= RST0 && next <= RST7);
    if (!inside && next !== 0xff) return at;
    at = bytes.indexOf(0xff, at + (inside ? 2 : 1));
  }
  return bytes.length;
}

/**
 * Fewest bytes that the picture data can have. A Huffman code is at least one bit; every block has one for its DC
 * coefficient, and in a sequential JPEG one more for its AC coefficients. So a file that was cut and closed again, or
 * whose header claims a huge size, is found without decoding it.
 */
function leastScanBytes(frame: Frame): number {
  return Math.floor((blocksOf(frame) * (frame.progressive ? 1 : 2)) / 8);
}

/** What a decoder keeps of a block until the last scan is read: 64 coefficients of 16 bits. */
const COEFFICIENT_BYTES = 128;

/** Blocks of 8 × 8 samples in all components. */
function blocksOf({ widthPx, heightPx, samplings }: Frame): number {
  const across = Math.max(...samplings.map((sampling) => sampling.across));
  const down = Math.max(...samplings.map((sampling) => sampling.down));
  let blocks = 0;
  for (const sampling of samplings) {
    const columns = Math.ceil((widthPx * sampling.across) / across / 8);
    const rows = Math.ceil((heightPx * sampling.down) / down / 8);
    blocks += columns * rows;
  }
  return blocks;
}

function endsEarly(frame: Frame | undefined): PictureTrouble {
  return trouble(frame ? 'ends in the middle of the picture data' : 'ends before its picture data begins', SEND_AGAIN);
}
