/*
 * A press form as the bytes that a cache keeps, and back. Values follow one another, each behind a tag; numbers as 64-bit
 * floats, lengths as 32-bit numbers, all big-endian. What a damaged cache holds gives no form.
 */
import {
  type FormDict,
  type FormName,
  type FormObject,
  type FormValue,
  isFormRef,
  isFormStream,
  type PressForm,
} from '../model/press-form.js';
import { joinBytes } from '../units/bytes.js';

/** What a value is, as its tag says. The numbers are part of what caches hold. */
const TAGS = {
  null: 0,
  false: 1,
  true: 2,
  number: 3,
  name: 4,
  string: 5,
  array: 6,
  dict: 7,
  ref: 8,
  plainStream: 9,
  packedStream: 10,
} as const;

/** Deeper values are made by nobody who vouches for a form. */
const MOST_DEPTH = 120;

/** Packs a form. */
export function packPressForm({ objects, root, usesTransparency }: PressForm): Uint8Array {
  const parts: Uint8Array[] = [uint32(root), Uint8Array.of(usesTransparency ? 1 : 0), uint32(objects.length)];
  for (const object of objects) packObject(object, parts);
  return joinBytes(parts);
}

function packObject(object: FormObject, parts: Uint8Array[]): void {
  if (isFormStream(object)) {
    parts.push(Uint8Array.of(object.packing === 'plain' ? TAGS.plainStream : TAGS.packedStream));
    packDict(object.dict, parts);
    packBytes(object.bytes, parts);
  } else {
    packValue(object, parts);
  }
}

function packValue(value: FormValue, parts: Uint8Array[]): void {
  if (value === null) parts.push(Uint8Array.of(TAGS.null));
  else if (typeof value === 'boolean') parts.push(Uint8Array.of(value ? TAGS.true : TAGS.false));
  else if (typeof value === 'number') parts.push(Uint8Array.of(TAGS.number), float64(value));
  else if (typeof value === 'string') packName(value, parts);
  else if (value instanceof Uint8Array) {
    parts.push(Uint8Array.of(TAGS.string));
    packBytes(value, parts);
  } else if (isFormRef(value)) parts.push(Uint8Array.of(TAGS.ref), uint32(value.index));
  else if (isArray(value)) {
    parts.push(Uint8Array.of(TAGS.array), uint32(value.length));
    for (const item of value) packValue(item, parts);
  } else packDict(value, parts);
}

function isArray(value: FormDict | readonly FormValue[]): value is readonly FormValue[] {
  return Array.isArray(value);
}

function packName(name: FormName, parts: Uint8Array[]): void {
  parts.push(Uint8Array.of(TAGS.name));
  packBytes(
    Uint8Array.from(name, (sign) => sign.charCodeAt(0)),
    parts,
  );
}

function packDict(dict: FormDict, parts: Uint8Array[]): void {
  parts.push(Uint8Array.of(TAGS.dict), uint32(dict.size));
  for (const [key, value] of dict) {
    packName(key, parts);
    packValue(value, parts);
  }
}

function packBytes(bytes: Uint8Array, parts: Uint8Array[]): void {
  parts.push(uint32(bytes.length), bytes);
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function float64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return bytes;
}

/** Where reading is. A read past the end throws a RangeError, which ends the reading. */
interface Reader {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  at: number;
}

/** The form in packed bytes; undefined where there is none. Never throws. */
export function unpackPressForm(bytes: Uint8Array): PressForm | undefined {
  const reader: Reader = { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 };
  try {
    const root = readUint32(reader);
    const usesTransparency = readByte(reader) === 1;
    const objects = readMany(reader, () => readObject(reader));
    return isFormStream(objects[root]) && reader.at === bytes.length ? { objects, root, usesTransparency } : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readObject(reader: Reader): FormObject {
  const tag = reader.bytes[reader.at];
  if (tag !== TAGS.plainStream && tag !== TAGS.packedStream) return readValue(reader, 0);
  reader.at++;
  const dict = readValue(reader, 0);
  if (!(dict instanceof Map)) throw damage();
  const bytes = readBytes(reader);
  return { type: 'stream', dict, bytes, packing: tag === TAGS.plainStream ? 'plain' : 'packed' };
}

function readValue(reader: Reader, depth: number): FormValue {
  if (depth > MOST_DEPTH) throw damage();
  switch (readByte(reader)) {
    case TAGS.null:
      return null;
    case TAGS.false:
      return false;
    case TAGS.true:
      return true;
    case TAGS.number:
      reader.at += 8;
      return reader.view.getFloat64(reader.at - 8);
    case TAGS.name:
      return readName(reader);
    case TAGS.string:
      return readBytes(reader);
    case TAGS.array:
      return readMany(reader, () => readValue(reader, depth + 1));
    case TAGS.dict:
      return new Map(readMany(reader, () => readEntry(reader, depth + 1)));
    case TAGS.ref:
      return { type: 'ref', index: readUint32(reader) };
    default:
      throw damage();
  }
}

function readEntry(reader: Reader, depth: number): [FormName, FormValue] {
  if (readByte(reader) !== TAGS.name) throw damage();
  return [readName(reader), readValue(reader, depth)];
}

/** Every item takes a byte or more, so that a wrong count ends at the end of the bytes. */
function readMany<T>(reader: Reader, read: () => T): T[] {
  const items: T[] = [];
  for (let left = readUint32(reader); left > 0; left--) items.push(read());
  return items;
}

function readName(reader: Reader): FormName {
  let name = '';
  for (const byte of readBytes(reader)) name += String.fromCharCode(byte);
  return name;
}

function readBytes(reader: Reader): Uint8Array {
  const length = readUint32(reader);
  const start = reader.at;
  if (start + length > reader.bytes.length) throw damage();
  reader.at += length;
  return reader.bytes.subarray(start, reader.at);
}

function readByte(reader: Reader): number {
  return reader.view.getUint8(reader.at++);
}

function readUint32(reader: Reader): number {
  reader.at += 4;
  return reader.view.getUint32(reader.at - 4);
}

function damage(): RangeError {
  return new RangeError('the packed form is damaged');
}
