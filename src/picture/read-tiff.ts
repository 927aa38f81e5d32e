import type { Beyond } from './lay-on-paper.kernel.js';
import { type Orientation, type PictureShape, type PictureTrouble, SEND_AGAIN, trouble } from './picture-shape.js';
import { firstDirectoryAt, readTiffDirectory, type TiffDirectory } from './tiff-directory.js';

/*
 * Reads the first directory of a TIFF (TIFF 6.0) without unpacking its pixels: its size, its kind, which way up it is, and
 * whether every strip or tile lies in the file and can be as large as it must. Bytes in; a shape or the first trouble out.
 *
 * A file may hold several pictures. Its first is the picture; reduced copies and masks after it are passed over, as every
 * program does, but a further page is refused: nobody could say which of them is meant.
 */

// Tags of TIFF 6.0, by section.
const NEW_SUBFILE_TYPE = 254;
const IMAGE_WIDTH = 256;
const IMAGE_LENGTH = 257;
const BITS_PER_SAMPLE = 258;
const COMPRESSION = 259;
const PHOTOMETRIC = 262;
const STRIP_OFFSETS = 273;
const ORIENTATION = 274;
const SAMPLES_PER_PIXEL = 277;
const ROWS_PER_STRIP = 278;
const STRIP_BYTE_COUNTS = 279;
const PLANAR_CONFIGURATION = 284;
const COLOR_MAP = 320;
const TILE_WIDTH = 322;
const TILE_LENGTH = 323;
const TILE_OFFSETS = 324;
const TILE_BYTE_COUNTS = 325;
const INK_SET = 332;
const EXTRA_SAMPLES = 338;
const SAMPLE_FORMAT = 339;

const SAVE_PLAIN = 'save it as an 8-bit TIFF in gray, RGB or CMYK, with LZW compression or none';

/** How pixels are packed, and by how much a packed byte can grow at most. */
interface Packing {
  readonly growth: number;
  /** Codes that know black and white alone. */
  readonly bilevel?: true;
}

/** CCITT codes (T.4, T.6): a row of white takes one bit at least, which stands for 30,000 pixels at most. */
const CCITT: Packing = { growth: 32_768, bilevel: true };
/** Deflate packs at most 258 bytes into two bits. */
const DEFLATE: Packing = { growth: 1032 };

const PACKINGS: ReadonlyMap<number, Packing> = new Map([
  [1, { growth: 1 }],
  [2, CCITT],
  [3, CCITT],
  [4, CCITT],
  // LZW: a code of 12 bits stands for at most 3,838 bytes.
  [5, { growth: 2560 }],
  [8, DEFLATE],
  [32_946, DEFLATE],
  // PackBits: two bytes stand for at most 128.
  [32_773, { growth: 64 }],
]);

/** What the samples of a pixel mean, by the photometric interpretation: how many there are, and their depths. */
interface Kind {
  readonly samples: number;
  readonly depths: readonly number[];
}

const GRAY: Kind = { samples: 1, depths: [1, 2, 4, 8, 16] };
const PALETTE = 3;
const SEPARATED = 5;
const KINDS: ReadonlyMap<number, Kind> = new Map([
  [0, GRAY],
  [1, GRAY],
  [2, { samples: 3, depths: [8, 16] }],
  [PALETTE, { samples: 1, depths: [1, 2, 4, 8] }],
  [SEPARATED, { samples: 4, depths: [8, 16] }],
]);

/** What the directory says of the pixels. */
interface Layout {
  readonly type: 'layout';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bits: number;
  readonly samples: number;
  readonly planes: number;
  readonly packing: Packing;
  readonly photometric: number;
}

/** The pieces that the pixels are cut into, all of one size but for the last ones. */
interface Pieces {
  readonly offsets: readonly number[];
  readonly byteCounts: readonly number[];
  /** Of a piece unpacked: how many rows, and bytes in each. */
  readonly rows: number;
  readonly rowBytes: number;
  readonly across: number;
  readonly down: number;
  /** Whether the last piece down ends with the picture: strips do, tiles are filled up. */
  readonly endsShort: boolean;
}

export function readTiff(bytes: Uint8Array): PictureShape | PictureTrouble {
  const directory = readTiffDirectory(bytes, firstDirectoryAt(bytes) ?? 0);
  if (!directory) return trouble('ends before its picture data begins', SEND_AGAIN);
  const layout = readLayout(directory);
  if (layout.type === 'trouble') return layout;
  if (hasFurtherPage(bytes, directory)) {
    return trouble('holds several pages', 'save the page that is meant as a file of its own');
  }
  const pieces = readPieces(directory, layout);
  if (!pieces) return trouble('has a damaged directory', SEND_AGAIN);
  if (!isAllThere(bytes, pieces, layout)) return trouble('ends in the middle of the picture data', SEND_AGAIN);
  const { widthPx, heightPx, bits, photometric } = layout;
  const lineArt = bits === 1 && photometric !== PALETTE;
  const decoderBytes = pieces.rows * pieces.rowBytes * pieces.across;
  const orientation = readOrientation(directory);
  return { type: 'shape', format: 'tiff', widthPx, heightPx, orientation, decoderBytes, lineArt };
}

/**
 * What the samples of a sound TIFF beyond its colours are: transparency, which the file says, or anything else that its
 * maker kept there, a selection as a rule (TIFF 6.0, section 18).
 */
export function readBeyond(bytes: Uint8Array): Beyond {
  const directory = readTiffDirectory(bytes, firstDirectoryAt(bytes) ?? 0);
  const first = directory?.numbers(EXTRA_SAMPLES)?.[0];
  return first === 1 || first === 2 ? 'transparency' : 'nothing';
}

function readLayout(directory: TiffDirectory): Layout | PictureTrouble {
  const widthPx = one(directory, IMAGE_WIDTH, 0);
  const heightPx = one(directory, IMAGE_LENGTH, 0);
  if (widthPx === 0 || heightPx === 0) return trouble('declares a side of 0 pixels', SEND_AGAIN);
  const packing = PACKINGS.get(one(directory, COMPRESSION, 1));
  if (!packing) return trouble('is a TIFF with a compression that RIPs do not agree on', SAVE_PLAIN);
  const photometric = one(directory, PHOTOMETRIC, -1);
  const kind = KINDS.get(photometric);
  if (!kind) return trouble('is a TIFF in colours other than gray, RGB and CMYK', SAVE_PLAIN);
  if (photometric === SEPARATED && one(directory, INK_SET, 1) !== 1) {
    return trouble('is a TIFF with inks other than those of CMYK', SAVE_PLAIN);
  }
  const bits = one(directory, BITS_PER_SAMPLE, 1);
  const fault = depthFault(directory, bits, kind, packing);
  if (fault) return trouble(fault, SAVE_PLAIN);
  const samples = one(directory, SAMPLES_PER_PIXEL, 1);
  const extra = directory.numbers(EXTRA_SAMPLES)?.length ?? 0;
  if (samples !== kind.samples + extra) return trouble('has a damaged directory', SEND_AGAIN);
  if (photometric === PALETTE && directory.numbers(COLOR_MAP)?.length !== 3 * 2 ** bits) {
    return trouble('lacks its palette', SEND_AGAIN);
  }
  const planes = one(directory, PLANAR_CONFIGURATION, 1) === 2 ? samples : 1;
  return { type: 'layout', widthPx, heightPx, bits, samples, planes, packing, photometric };
}

/** What is wrong with the depth of the samples; undefined where it is one that we print. */
function depthFault(directory: TiffDirectory, bits: number, kind: Kind, packing: Packing): string | undefined {
  const isEven = (directory.numbers(BITS_PER_SAMPLE) ?? [1]).every((depth) => depth === bits);
  if (!isEven || !kind.depths.includes(bits)) return `is a TIFF with ${bits} bits a sample in these colours`;
  if (packing.bilevel && bits !== 1) return 'is a TIFF with a fax code, but not in black and white';
  // 1: whole numbers without a sign. Others are signed or floating-point, whose white nobody knows.
  const isWhole = (directory.numbers(SAMPLE_FORMAT) ?? [1]).every((format) => format === 1);
  return isWhole ? undefined : 'is a TIFF whose samples are not whole numbers from 0';
}

/** Marks of NEW_SUBFILE_TYPE: a copy of fewer pixels, and a mask that says where another picture shows. */
const REDUCED = 1;
const MASK = 4;
/** More directories than this are a ring, or meant to keep us busy. */
const MOST_DIRECTORIES = 100;

function hasFurtherPage(bytes: Uint8Array, first: TiffDirectory): boolean {
  let at = first.next;
  for (let seen = 0; at !== 0; seen++) {
    const directory = readTiffDirectory(bytes, at);
    // What cannot be read is nobody's page.
    if (!directory) return false;
    const isPage = (one(directory, NEW_SUBFILE_TYPE, 0) & (REDUCED | MASK)) === 0;
    if (isPage || seen === MOST_DIRECTORIES) return true;
    at = directory.next;
  }
  return false;
}

function readPieces(directory: TiffDirectory, layout: Layout): Pieces | undefined {
  const tiled = directory.has(TILE_WIDTH) || directory.has(TILE_OFFSETS);
  const offsets = directory.numbers(tiled ? TILE_OFFSETS : STRIP_OFFSETS);
  const byteCounts = directory.numbers(tiled ? TILE_BYTE_COUNTS : STRIP_BYTE_COUNTS);
  const widthPx = tiled ? one(directory, TILE_WIDTH, 0) : layout.widthPx;
  const stripRows = Math.min(layout.heightPx, one(directory, ROWS_PER_STRIP, layout.heightPx));
  const rows = tiled ? one(directory, TILE_LENGTH, 0) : stripRows;
  if (!offsets || !byteCounts || widthPx === 0 || rows === 0) return undefined;
  const samples = layout.planes === 1 ? layout.samples : 1;
  const rowBytes = Math.ceil((widthPx * samples * layout.bits) / 8);
  const across = Math.ceil(layout.widthPx / widthPx);
  const down = Math.ceil(layout.heightPx / rows);
  const count = across * down * layout.planes;
  if (offsets.length !== count || byteCounts.length !== count) return undefined;
  return { offsets, byteCounts, rows, rowBytes, across, down, endsShort: !tiled };
}

/** Whether every piece lies in the file, with as many bytes as it cannot do without. */
function isAllThere(bytes: Uint8Array, pieces: Pieces, { heightPx, packing }: Layout): boolean {
  const { offsets, byteCounts, rows, rowBytes, across, down, endsShort } = pieces;
  const lastRows = endsShort ? heightPx - rows * (down - 1) : rows;
  return offsets.every((offset, index) => {
    const count = byteCounts[index] as number;
    const isLast = Math.floor(index / across) % down === down - 1;
    const unpacked = (isLast ? lastRows : rows) * rowBytes;
    return offset >= 8 && offset + count <= bytes.length && count * packing.growth >= unpacked;
  });
}

function readOrientation(directory: TiffDirectory): Orientation {
  const value = one(directory, ORIENTATION, 1);
  return value >= 1 && value <= 8 ? (value as Orientation) : 1;
}

/** The first number of a field, or what TIFF says where the field is missing. */
function one(directory: TiffDirectory, tag: number, missing: number): number {
  return directory.numbers(tag)?.[0] ?? missing;
}
