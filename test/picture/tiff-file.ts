/** A TIFF made by hand, with whatever its fields are to say: encoders make too few kinds, and no wrong ones. */
export interface TiffPlan {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bits?: number;
  readonly samples?: number;
  /** 0 white is zero, 1 black is zero, 2 RGB, 3 palette, 5 inks. */
  readonly photometric?: number;
  readonly compression?: number;
  /** Packs the bytes of a strip or tile. */
  readonly pack?: (bytes: Uint8Array) => Uint8Array;
  readonly planes?: 'together' | 'apart';
  readonly rowsPerStrip?: number;
  /** Cuts the picture into square tiles in place of strips. */
  readonly tilePx?: number;
  readonly order?: 'II' | 'MM';
  /** Further fields: tag, type (1 bytes, 3 shorts, 4 longs, 7 anything), numbers. They take the place of ours. */
  readonly fields?: readonly TiffField[];
  /** Fields of a second directory, over the same pixels. */
  readonly second?: readonly TiffField[];
  /** Interleaved samples, or plane after plane, in whole bytes a row. */
  readonly pixels: Uint8Array;
}

export type TiffField = readonly [tag: number, type: 1 | 3 | 4 | 7, numbers: readonly number[]];

const SIZES = { 1: 1, 3: 2, 4: 4, 7: 1 } as const;

export function tiffFile(plan: TiffPlan): Uint8Array {
  const pieces = cutPieces(plan);
  const firstFields = withFields(ownFields(plan, pieces), plan.fields ?? []);
  const directories = [firstFields, ...(plan.second ? [withFields(ownFields(plan, pieces), plan.second)] : [])];
  const heads = directories.map((fields) => 2 + fields.length * 12 + 4 + valueBytes(fields));
  let at = 8 + heads.reduce((sum, bytes) => sum + bytes, 0);
  const offsets = pieces.map(({ length }) => {
    const offset = at;
    at += length + (length & 1);
    return offset;
  });
  const file = new Uint8Array(at);
  const view = new DataView(file.buffer);
  const little = plan.order !== 'MM';
  view.setUint16(0, little ? 0x4949 : 0x4d4d);
  view.setUint16(2, 42, little);
  view.setUint32(4, 8, little);
  let place = 8;
  directories.forEach((fields, index) => {
    const next = index + 1 < directories.length ? place + heads[index]! : 0;
    writeDirectory(view, place, pointed(fields, offsets), next, little);
    place += heads[index]!;
  });
  pieces.forEach((piece, index) => {
    file.set(piece, offsets[index]!);
  });
  return file;
}

/** One pixel over and over. Samples of 16 bits are given in the file's order by their bytes. */
export function repeated(pixel: readonly number[], times: number): Uint8Array {
  return Uint8Array.from({ length: pixel.length * times }, (_, at) => pixel[at % pixel.length]!);
}

function ownFields(plan: TiffPlan, pieces: readonly Uint8Array[]): TiffField[] {
  const { widthPx, heightPx, bits = 8, samples = 1, photometric = 1, compression = 1, tilePx } = plan;
  const [offsets, counts] = tilePx ? [324, 325] : [273, 279];
  const size: TiffField[] = tilePx
    ? [
        [322, 4, [tilePx]],
        [323, 4, [tilePx]],
      ]
    : [[278, 4, [plan.rowsPerStrip ?? heightPx]]];
  return [
    [256, 4, [widthPx]],
    [257, 4, [heightPx]],
    [258, 3, Array.from({ length: samples }, () => bits)],
    [259, 3, [compression]],
    [262, 3, [photometric]],
    [277, 3, [samples]],
    [284, 3, [plan.planes === 'apart' ? 2 : 1]],
    ...size,
    [offsets, 4, pieces.map(() => 0)],
    [counts, 4, pieces.map(({ length }) => length)],
  ];
}

function withFields(own: readonly TiffField[], further: readonly TiffField[]): TiffField[] {
  const kept = own.filter(([tag]) => !further.some(([other]) => other === tag));
  return [...kept, ...further].sort((a, b) => a[0] - b[0]);
}

/** The fields with the offsets of the pieces filled in, unless the plan gave its own. */
function pointed(fields: readonly TiffField[], offsets: readonly number[]): readonly TiffField[] {
  return fields.map((field) => {
    const isOurs = (field[0] === 273 || field[0] === 324) && field[2].every((number) => number === 0);
    return isOurs ? [field[0], field[1], offsets] : field;
  });
}

function valueBytes(fields: readonly TiffField[]): number {
  const sizes = fields.map(([, type, numbers]) => numbers.length * SIZES[type]);
  return sizes.reduce((sum, bytes) => sum + (bytes > 4 ? bytes + (bytes & 1) : 0), 0);
}

function writeDirectory(view: DataView, at: number, fields: readonly TiffField[], next: number, little: boolean): void {
  view.setUint16(at, fields.length, little);
  let value = at + 2 + fields.length * 12 + 4;
  fields.forEach(([tag, type, numbers], index) => {
    const entry = at + 2 + index * 12;
    view.setUint16(entry, tag, little);
    view.setUint16(entry + 2, type, little);
    view.setUint32(entry + 4, numbers.length, little);
    const bytes = numbers.length * SIZES[type];
    if (bytes > 4) view.setUint32(entry + 8, value, little);
    const from = bytes > 4 ? value : entry + 8;
    numbers.forEach((number, place) => {
      writeNumber(view, from + place * SIZES[type], SIZES[type], number, little);
    });
    if (bytes > 4) value += bytes + (bytes & 1);
  });
  view.setUint32(value - valueBytes(fields) - 4, next, little);
}

function writeNumber(view: DataView, at: number, size: 1 | 2 | 4, number: number, little: boolean): void {
  if (size === 1) view.setUint8(at, number);
  else if (size === 2) view.setUint16(at, number, little);
  else view.setUint32(at, number, little);
}

function cutPieces(plan: TiffPlan): readonly Uint8Array[] {
  const { widthPx, heightPx, bits = 8, samples = 1, rowsPerStrip = heightPx, tilePx, pack = (bytes) => bytes } = plan;
  const apart = plan.planes === 'apart';
  const rowBytes = Math.ceil((widthPx * (apart ? 1 : samples) * bits) / 8);
  const planes = Array.from({ length: apart ? samples : 1 }, (_, plane) =>
    plan.pixels.subarray(plane * rowBytes * heightPx, (plane + 1) * rowBytes * heightPx),
  );
  return planes.flatMap((plane) =>
    tilePx
      ? cutTiles(plane, { rowBytes, heightPx, tilePx, pixelBytes: rowBytes / widthPx }).map(pack)
      : Array.from({ length: Math.ceil(heightPx / rowsPerStrip) }, (_, strip) =>
          pack(plane.subarray(strip * rowsPerStrip * rowBytes, (strip + 1) * rowsPerStrip * rowBytes)),
        ),
  );
}

interface TileCut {
  readonly rowBytes: number;
  readonly heightPx: number;
  readonly tilePx: number;
  readonly pixelBytes: number;
}

function cutTiles(plane: Uint8Array, { rowBytes, heightPx, tilePx, pixelBytes }: TileCut): readonly Uint8Array[] {
  const tileBytes = tilePx * pixelBytes;
  const tiles: Uint8Array[] = [];
  for (let top = 0; top < heightPx; top += tilePx) {
    for (let left = 0; left < rowBytes; left += tileBytes) {
      const tile = new Uint8Array(tileBytes * tilePx);
      for (let row = 0; row < Math.min(tilePx, heightPx - top); row++) {
        const from = (top + row) * rowBytes + left;
        tile.set(plane.subarray(from, Math.min(from + tileBytes, (top + row + 1) * rowBytes)), row * tileBytes);
      }
      tiles.push(tile);
    }
  }
  return tiles;
}
