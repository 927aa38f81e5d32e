/*
 * The first directory of a TIFF (TIFF 6.0, section 2): its fields by their tags. Bytes in; fields or undefined out. No
 * number of the file is followed before it is known to lie in the file.
 */

/** The fields of a directory. */
export interface TiffDirectory {
  /** The whole numbers of a field; undefined where it is missing, of another type, or not wholly in the file. */
  readonly numbers: (tag: number) => readonly number[] | undefined;
  readonly has: (tag: number) => boolean;
  /** Where the next directory stands; 0 for none. */
  readonly next: number;
}

const ENTRY_BYTES = 12;
/** Bytes of a whole number by field type: BYTE, SHORT, LONG. Other types hold nothing that we ask for. */
const NUMBER_BYTES: ReadonlyMap<number, 1 | 2 | 4> = new Map([
  [1, 1],
  [3, 2],
  [4, 4],
]);

/** Where the first directory stands; undefined where these bytes are no TIFF. */
export function firstDirectoryAt(bytes: Uint8Array): number | undefined {
  return bytes.length < 8 ? undefined : viewOf(bytes).getUint32(4, isLittleEndian(bytes));
}

/** Reads the directory at this place; undefined where it does not lie in the file with all its entries. */
export function readTiffDirectory(bytes: Uint8Array, at: number): TiffDirectory | undefined {
  if (at < 8 || at + 2 > bytes.length) return undefined;
  const view = viewOf(bytes);
  const little = isLittleEndian(bytes);
  const end = at + 2 + view.getUint16(at, little) * ENTRY_BYTES;
  if (end + 4 > bytes.length) return undefined;
  const entries = new Map<number, number>();
  for (let entry = at + 2; entry < end; entry += ENTRY_BYTES) {
    const tag = view.getUint16(entry, little);
    // Of a tag that is given twice the first counts, as for libtiff.
    if (!entries.has(tag)) entries.set(tag, entry);
  }
  const numbersAt = (entry: number): readonly number[] | undefined => readNumbers(view, entry, little);
  return {
    numbers: (tag) => {
      const entry = entries.get(tag);
      return entry === undefined ? undefined : numbersAt(entry);
    },
    has: (tag) => entries.has(tag),
    next: view.getUint32(end, little),
  };
}

function readNumbers(view: DataView, entry: number, little: boolean): readonly number[] | undefined {
  const size = NUMBER_BYTES.get(view.getUint16(entry + 2, little));
  if (size === undefined) return undefined;
  const count = view.getUint32(entry + 4, little);
  // Four bytes or fewer stand in the entry itself.
  const at = count * size <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
  if (at + count * size > view.byteLength) return undefined;
  const numbers: number[] = [];
  for (let index = 0; index < count; index++) numbers.push(numberAt(view, at + index * size, size, little));
  return numbers;
}

function numberAt(view: DataView, at: number, size: 1 | 2 | 4, little: boolean): number {
  if (size === 1) return view.getUint8(at);
  return size === 2 ? view.getUint16(at, little) : view.getUint32(at, little);
}

function isLittleEndian(bytes: Uint8Array): boolean {
  return bytes[0] === 0x49;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
