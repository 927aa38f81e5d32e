/*
 * In: a CFF program, as embedded in a composite font. Out: how many glyphs it has, how wide each is, and which glyph a CID
 * shows. Adobe Technical Notes 5176 (CFF) and 5177 (Type 2 charstrings). Undefined where it is damaged.
 */
import type { ProgramFacts } from './read-truetype.js';

/** Reads a program. Never throws. */
export function readCff(bytes: Uint8Array): ProgramFacts | undefined {
  try {
    return factsOf({ bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) });
  } catch {
    // Whatever lies beyond the end is a damaged program.
    return undefined;
  }
}

interface Cff {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** Operators of a DICT with their operands; two-byte operators count from 1200. */
type CffDict = ReadonlyMap<number, readonly number[]>;

const CHARSET = 15;
const CHAR_STRINGS = 17;
const PRIVATE = 18;
const SUBRS = 19;
const DEFAULT_WIDTH = 20;
const NOMINAL_WIDTH = 21;
const FONT_MATRIX = 1207;
const ROS = 1230;
const FD_ARRAY = 1236;
const FD_SELECT = 1237;

function factsOf(cff: Cff): ProgramFacts | undefined {
  const names = readIndex(cff, cff.view.getUint8(2));
  const tops = readIndex(cff, names.end);
  const strings = readIndex(cff, tops.end);
  const globals = readIndex(cff, strings.end);
  const [topData] = tops.items;
  if (topData === undefined) return undefined;
  const top = readDict(topData);
  const charStrings = readIndex(cff, numberOf(top, CHAR_STRINGS)).items;
  const isCid = top.has(ROS);
  const parts = isCid ? readIndex(cff, numberOf(top, FD_ARRAY)).items.map(readDict) : [top];
  const privates = parts.map((part) => readPrivate(cff, part, top));
  const partOf = isCid ? readSelect(cff, numberOf(top, FD_SELECT), charStrings.length) : () => 0;
  const glyphs = isCid ? readCharset(cff, numberOf(top, CHARSET), charStrings.length) : undefined;
  return {
    glyphs: charStrings.length,
    widthOf(glyph) {
      const part = privates[partOf(glyph)];
      const code = charStrings[glyph];
      if (part === undefined || code === undefined) return undefined;
      const width = widthIn(code, part, globals.items);
      return width === undefined ? undefined : width * part.scale;
    },
    glyphOf: () => undefined,
    glyphOfCid: (cid) => (glyphs === undefined ? cid : (glyphs.get(cid) ?? 0)),
  };
}

function numberOf(dict: CffDict, operator: number): number {
  return dict.get(operator)?.[0] ?? 0;
}

interface Index {
  readonly items: readonly Uint8Array[];
  /** Where what follows begins. */
  readonly end: number;
}

function readIndex({ bytes, view }: Cff, at: number): Index {
  const count = view.getUint16(at);
  if (count === 0) return { items: [], end: at + 2 };
  const size = view.getUint8(at + 2);
  const base = at + 3 + (count + 1) * size - 1;
  const offset = (index: number): number => {
    let value = 0;
    for (let byte = 0; byte < size; byte++) value = value * 256 + view.getUint8(at + 3 + index * size + byte);
    return base + value;
  };
  const items = Array.from({ length: count }, (_, index) => bytes.subarray(offset(index), offset(index + 1)));
  return { items, end: offset(count) };
}

function readDict(data: Uint8Array): CffDict {
  const dict = new Map<number, readonly number[]>();
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let operands: number[] = [];
  for (let at = 0; at < data.length; ) {
    const byte = view.getUint8(at);
    if (byte <= 21) {
      const operator = byte === 12 ? 1200 + view.getUint8(at + 1) : byte;
      dict.set(operator, operands);
      operands = [];
      at += byte === 12 ? 2 : 1;
    } else {
      const number =
        byte === 30 ? readReal(data, at) : byte === 29 ? [view.getInt32(at + 1), 5] : readInteger(view, at);
      operands.push(number[0] as number);
      at += number[1] as number;
    }
  }
  return dict;
}

/** A number and how many bytes it has; the forms that dictionaries and charstrings share. */
function readInteger(view: DataView, at: number): readonly [number, number] {
  const byte = view.getUint8(at);
  if (byte === 28) return [view.getInt16(at + 1), 3];
  if (byte < 247) return [byte - 139, 1];
  const low = view.getUint8(at + 1);
  return byte < 251 ? [(byte - 247) * 256 + low + 108, 2] : [-(byte - 251) * 256 - low - 108, 2];
}

const NIBBLES = [...'0123456789.', 'E', 'E-', '', '-'];

function readReal(data: Uint8Array, at: number): readonly [number, number] {
  let text = '';
  for (let offset = 1; at + offset < data.length; offset++) {
    const byte = data[at + offset] as number;
    for (const nibble of [byte >> 4, byte & 15]) {
      if (nibble === 15) return [Number(text), offset + 1];
      text += NIBBLES[nibble];
    }
  }
  return [Number(text), data.length - at];
}

/** What a part of the font needs to know for the widths of its glyphs. */
interface PrivatePart {
  readonly defaultWidth: number;
  readonly nominalWidth: number;
  readonly subrs: readonly Uint8Array[];
  /** To thousandths of an em. */
  readonly scale: number;
}

function readPrivate(cff: Cff, part: CffDict, top: CffDict): PrivatePart {
  const [size = 0, offset = 0] = part.get(PRIVATE) ?? [];
  const dict = readDict(cff.bytes.subarray(offset, offset + size));
  const subrs = numberOf(dict, SUBRS);
  const own = part === top ? undefined : part.get(FONT_MATRIX)?.[0];
  const whole = top.get(FONT_MATRIX)?.[0];
  return {
    defaultWidth: numberOf(dict, DEFAULT_WIDTH),
    nominalWidth: numberOf(dict, NOMINAL_WIDTH),
    subrs: subrs === 0 ? [] : readIndex(cff, offset + subrs).items,
    scale: 1000 * (own === undefined ? (whole ?? 0.001) : own * (whole ?? 1)),
  };
}

function readSelect({ view }: Cff, at: number, glyphs: number): (glyph: number) => number {
  if (view.getUint8(at) === 0) return (glyph) => (glyph < glyphs ? view.getUint8(at + 1 + glyph) : 0);
  const ranges = view.getUint16(at + 1);
  return (glyph) => {
    for (let range = ranges - 1; range >= 0; range--) {
      if (view.getUint16(at + 3 + range * 3) <= glyph) return view.getUint8(at + 5 + range * 3);
    }
    return 0;
  };
}

/** CID to glyph. */
function readCharset({ view }: Cff, start: number, glyphs: number): ReadonlyMap<number, number> {
  const map = new Map<number, number>([[0, 0]]);
  const format = view.getUint8(start);
  let at = start + 1;
  for (let glyph = 1; glyph < glyphs; ) {
    const first = view.getUint16(at);
    const left = format === 0 ? 0 : format === 1 ? view.getUint8(at + 2) : view.getUint16(at + 2);
    at += 2 + format;
    for (let offset = 0; offset <= left && glyph < glyphs; offset++, glyph++) map.set(first + offset, glyph);
  }
  return map;
}

/** Operators that end what may stand before the first of them: a width, if there is one more operand than they take. */
const TAKES: Readonly<Record<number, number | 'even'>> = {
  1: 'even',
  3: 'even',
  18: 'even',
  23: 'even',
  19: 'even',
  20: 'even',
  21: 2,
  22: 1,
  4: 1,
  14: 0,
};
const CALL_SUBR = 10;
const RETURN = 11;
const CALL_GLOBAL = 29;
const MOST_CALLS = 10;

/** The width that a charstring begins with; undefined where it does arithmetic before. */
function widthIn(code: Uint8Array, part: PrivatePart, globals: readonly Uint8Array[]): number | undefined {
  const stack: number[] = [];
  const operator = runToOperator(code, stack, part, globals, 0);
  const takes = operator === undefined ? undefined : TAKES[operator];
  if (takes === undefined) return undefined;
  // `endchar` may stand for an accented letter of four operands (5177, appendix C).
  const given = takes === 'even' ? stack.length % 2 : stack.length - (operator === 14 && stack.length > 3 ? 4 : takes);
  return given > 0 ? part.nominalWidth + (stack[0] as number) : part.defaultWidth;
}

function runToOperator(
  code: Uint8Array,
  stack: number[],
  part: PrivatePart,
  globals: readonly Uint8Array[],
  calls: number,
): number | undefined {
  const view = new DataView(code.buffer, code.byteOffset, code.byteLength);
  for (let at = 0; at < code.length; ) {
    const byte = view.getUint8(at);
    if (byte === 28 || byte >= 32) {
      const [number, length] = byte === 255 ? [view.getInt32(at + 1) / 65536, 5] : readInteger(view, at);
      stack.push(number);
      at += length;
    } else if (byte === CALL_SUBR || byte === CALL_GLOBAL) {
      const subrs = byte === CALL_SUBR ? part.subrs : globals;
      const subr = subrs[(stack.pop() ?? 0) + biasOf(subrs.length)];
      if (subr === undefined || calls >= MOST_CALLS) return undefined;
      const operator = runToOperator(subr, stack, part, globals, calls + 1);
      if (operator !== RETURN) return operator;
      at += 1;
    } else return byte;
  }
  return RETURN;
}

function biasOf(count: number): number {
  return count < 1240 ? 107 : count < 33900 ? 1131 : 32768;
}
