/**
 * Objects that are no streams, packed into object streams (ISO 32000-1, 7.5.7): structure elements, beads and outline
 * entries are short and much alike, and take a tenth of the room when they are compressed together.
 */
import { binaryBytes } from '../units/bytes.js';

/** Where a packed object is: in which object stream, and as which of its objects. */
export interface PackedPlace {
  readonly stream: number;
  readonly index: number;
}

/** An object stream, ready to be written: its objects' numbers, and the entries and plain bytes of the stream. */
export interface ObjectStream {
  readonly ids: readonly number[];
  readonly first: number;
  readonly bytes: Uint8Array;
}

/** An object as it stands in a file, without the lines about it. */
export interface PlainObject {
  readonly id: number;
  readonly text: string;
}

/** Objects in one stream: enough to be alike, and few enough for a reader to unpack one of them quickly. */
const MOST_OBJECTS = 400;

/** Packs objects in their order. `text` holds one byte a character. */
export function packObjects(objects: readonly PlainObject[]): readonly ObjectStream[] {
  const streams: ObjectStream[] = [];
  for (let at = 0; at < objects.length; at += MOST_OBJECTS) streams.push(packOne(objects.slice(at, at + MOST_OBJECTS)));
  return streams;
}

function packOne(objects: readonly PlainObject[]): ObjectStream {
  let offset = 0;
  const numbers = objects.map(({ id, text }) => {
    const pair = `${id} ${offset}`;
    offset += text.length + 1;
    return pair;
  });
  const head = `${numbers.join(' ')}\n`;
  const bytes = binaryBytes(head + objects.map(({ text }) => `${text}\n`).join(''));
  return { ids: objects.map(({ id }) => id), first: head.length, bytes };
}

/** Widths of the fields of a cross-reference stream's entries (ISO 32000-1, 7.5.8.2), in bytes. */
export const XREF_WIDTHS = [1, 4, 2] as const;

/**
 * The entries of a cross-reference stream, object 0 first. `offsets`: where each further object starts that is not packed,
 * object 1 first.
 */
export function xrefEntries(offsets: readonly number[], packed: ReadonlyMap<number, PackedPlace>): Uint8Array {
  const width = XREF_WIDTHS[0] + XREF_WIDTHS[1] + XREF_WIDTHS[2];
  const bytes = new Uint8Array(width * (offsets.length + 1));
  const view = new DataView(bytes.buffer);
  // Object 0 heads the list of free ones, and nobody may use it again.
  view.setUint16(5, 0xffff);
  offsets.forEach((offset, index) => {
    const at = width * (index + 1);
    const place = packed.get(index + 1);
    view.setUint8(at, place ? 2 : 1);
    view.setUint32(at + 1, place ? place.stream : offset);
    view.setUint16(at + 5, place ? place.index : 0);
  });
  return bytes;
}
