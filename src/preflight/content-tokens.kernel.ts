/*
 * Reads a content stream: operands, then their operator (ISO 32000-1, 7.8.2), and inline images as one piece. CMaps
 * are written in the same tokens and are read by it, too. Any bytes give something; nothing here throws.
 */

/** A name among operands, without its slash. */
export interface ContentName {
  readonly name: string;
}

export type Operand = number | boolean | null | Uint8Array | ContentName | readonly Operand[] | ContentDict;
export type ContentDict = ReadonlyMap<string, Operand>;

/** An image written within the content: its dictionary, and its data as packed. */
export interface InlineImage {
  readonly dict: ContentDict;
  readonly data: Uint8Array;
}

/** From the first byte of an operator's operands to after its name, or of an inline image from `BI` to after `EI`. */
export interface ContentSpan {
  readonly start: number;
  readonly end: number;
}

export interface ContentVisitor {
  operator(name: string, operands: readonly Operand[], span: ContentSpan): void;
  inlineImage(image: InlineImage, span: ContentSpan): void;
}

/** More operands than any operator takes; what goes over is dropped, so that a stream of numbers stays small. */
const MOST_OPERANDS = 100_000;
const MOST_DEPTH = 50;

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

/** Reads a whole stream and tells the visitor of every operator in order. */
export function readContent(bytes: Uint8Array, visitor: ContentVisitor): void {
  const reader: Reader = { bytes, at: 0 };
  let operands: Operand[] = [];
  let start = -1;
  for (;;) {
    skipWhite(reader);
    if (reader.at >= bytes.length) return;
    if (start < 0) start = reader.at;
    const byte = bytes[reader.at] as number;
    if (!startsKeyword(byte)) {
      const operand = readOperand(reader, 0);
      if (operand !== undefined && operands.length < MOST_OPERANDS) operands.push(operand);
      continue;
    }
    const word = readWord(reader);
    if (word === 'true' || word === 'false') operands.push(word === 'true');
    else if (word === 'null') operands.push(null);
    else {
      if (word === 'BI') {
        const image = readInlineImage(reader);
        visitor.inlineImage(image, { start, end: reader.at });
      } else visitor.operator(word, operands, { start, end: reader.at });
      operands = [];
      start = -1;
    }
  }
}

// The kinds of bytes (ISO 32000-1, 7.2.2).
const WHITE = 1;
const DELIMITER = 2;
const NUMERIC = 4;
const KINDS = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) KINDS[byte] = WHITE;
for (const sign of '()<>[]{}/%') KINDS[sign.charCodeAt(0)] = DELIMITER;
for (const sign of '0123456789+-.') KINDS[sign.charCodeAt(0)] = NUMERIC;

function startsKeyword(byte: number): boolean {
  return KINDS[byte] === 0;
}

function skipWhite(reader: Reader): void {
  const { bytes } = reader;
  for (; reader.at < bytes.length; reader.at++) {
    const byte = bytes[reader.at] as number;
    if (byte === 0x25) skipComment(reader);
    else if (KINDS[byte] !== WHITE) return;
  }
}

function skipComment(reader: Reader): void {
  const { bytes } = reader;
  while (reader.at < bytes.length && bytes[reader.at] !== 10 && bytes[reader.at] !== 13) reader.at++;
}

function readWord(reader: Reader): string {
  const { bytes } = reader;
  let word = '';
  for (; reader.at < bytes.length; reader.at++) {
    const byte = bytes[reader.at] as number;
    const kind = KINDS[byte] as number;
    if (kind === WHITE || kind === DELIMITER) break;
    // No operator is longer; the rest of a longer word only makes it unknown.
    if (word.length < 32) word += String.fromCharCode(byte);
  }
  return word;
}

/** Undefined for a stray closing sign, which is skipped. */
function readOperand(reader: Reader, depth: number): Operand | undefined {
  const { bytes } = reader;
  const byte = bytes[reader.at] as number;
  if (KINDS[byte] === NUMERIC) return readNumber(reader);
  if (byte === 0x2f) return readName(reader);
  if (byte === 0x28) return readString(reader);
  if (byte === 0x5b && depth < MOST_DEPTH) return readArray(reader, depth);
  if (byte === 0x3c) {
    if (bytes[reader.at + 1] !== 0x3c) return readHexString(reader);
    if (depth < MOST_DEPTH) return readDict(reader, depth);
  }
  reader.at++;
  return undefined;
}

function readNumber(reader: Reader): number {
  const { bytes } = reader;
  let sign = 1;
  let value = 0;
  let scale = 0;
  for (; reader.at < bytes.length; reader.at++) {
    const byte = bytes[reader.at] as number;
    if (byte >= 0x30 && byte <= 0x39) {
      if (scale === 0) value = value * 10 + byte - 0x30;
      else {
        value += (byte - 0x30) * scale;
        scale /= 10;
      }
    } else if (byte === 0x2d) sign = -1;
    else if (byte === 0x2e) scale = 0.1;
    else if (byte !== 0x2b) break;
  }
  return Number.isFinite(value) ? sign * value : 0;
}

function readName(reader: Reader): ContentName {
  const { bytes } = reader;
  reader.at++;
  let name = '';
  for (; reader.at < bytes.length; reader.at++) {
    const byte = bytes[reader.at] as number;
    const kind = KINDS[byte] as number;
    if (kind === WHITE || kind === DELIMITER) break;
    const high = byte === 0x23 ? hexDigit(bytes[reader.at + 1]) : -1;
    const low = byte === 0x23 ? hexDigit(bytes[reader.at + 2]) : -1;
    if (high >= 0 && low >= 0) {
      name += String.fromCharCode(high * 16 + low);
      reader.at += 2;
    } else name += String.fromCharCode(byte);
  }
  return { name };
}

const ESCAPES: Readonly<Record<number, number>> = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 };

/** A literal string (ISO 32000-1, 7.3.4.2). */
function readString(reader: Reader): Uint8Array {
  const { bytes } = reader;
  const out: number[] = [];
  let depth = 1;
  reader.at++;
  while (reader.at < bytes.length) {
    const byte = bytes[reader.at++] as number;
    if (byte === 0x5c) readEscape(reader, out);
    else {
      if (byte === 0x28) depth++;
      else if (byte === 0x29 && --depth === 0) break;
      out.push(byte);
    }
  }
  return Uint8Array.from(out);
}

function readEscape(reader: Reader, out: number[]): void {
  const { bytes } = reader;
  if (reader.at >= bytes.length) return;
  const byte = bytes[reader.at++] as number;
  if (byte === 13) {
    if (bytes[reader.at] === 10) reader.at++;
  } else if (byte >= 0x30 && byte <= 0x37) {
    let code = byte - 0x30;
    for (let digits = 1; digits < 3; digits++) {
      const next = bytes[reader.at];
      if (next === undefined || next < 0x30 || next > 0x37) break;
      code = code * 8 + next - 0x30;
      reader.at++;
    }
    out.push(code & 0xff);
  } else if (byte !== 10) out.push(ESCAPES[byte] ?? byte);
}

function readHexString(reader: Reader): Uint8Array {
  const { bytes } = reader;
  const digits: number[] = [];
  reader.at++;
  while (reader.at < bytes.length) {
    const byte = bytes[reader.at++] as number;
    if (byte === 0x3e) break;
    const digit = hexDigit(byte);
    if (digit >= 0) digits.push(digit);
  }
  const out = new Uint8Array((digits.length + 1) >> 1);
  digits.forEach((digit, index) => {
    out[index >> 1]! |= index % 2 === 0 ? digit << 4 : digit;
  });
  return out;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

function readArray(reader: Reader, depth: number): readonly Operand[] {
  const items: Operand[] = [];
  reader.at++;
  for (;;) {
    skipWhite(reader);
    if (reader.at >= reader.bytes.length) return items;
    if (reader.bytes[reader.at] === 0x5d) {
      reader.at++;
      return items;
    }
    const item = readItem(reader, depth + 1);
    if (item !== undefined) items.push(item);
  }
}

function readDict(reader: Reader, depth: number): ContentDict {
  const entries = new Map<string, Operand>();
  reader.at += 2;
  for (;;) {
    skipWhite(reader);
    if (reader.at >= reader.bytes.length) return entries;
    if (reader.bytes[reader.at] === 0x3e) {
      reader.at += reader.bytes[reader.at + 1] === 0x3e ? 2 : 1;
      return entries;
    }
    readEntry(reader, entries, depth + 1);
  }
}

function readEntry(reader: Reader, entries: Map<string, Operand>, depth: number): void {
  const key = readItem(reader, depth);
  if (!isName(key)) return;
  skipWhite(reader);
  if (reader.at >= reader.bytes.length || reader.bytes[reader.at] === 0x3e) return;
  const value = readItem(reader, depth);
  if (value !== undefined) entries.set(key.name, value);
}

/** An operand where there are no operators: within arrays and dictionaries. */
function readItem(reader: Reader, depth: number): Operand | undefined {
  if (!startsKeyword(reader.bytes[reader.at] as number)) return readOperand(reader, depth);
  const word = readWord(reader);
  if (word === 'true' || word === 'false') return word === 'true';
  return word === 'null' ? null : undefined;
}

export function isName(operand: Operand | undefined): operand is ContentName {
  return typeof operand === 'object' && operand !== null && 'name' in operand;
}

/** From after `BI` to after `EI` (ISO 32000-1, 8.9.7). */
function readInlineImage(reader: Reader): InlineImage {
  const dict = new Map<string, Operand>();
  for (;;) {
    skipWhite(reader);
    if (reader.at >= reader.bytes.length) return { dict, data: new Uint8Array() };
    if (reader.bytes[reader.at] === 0x2f) readEntry(reader, dict, 1);
    else if (!startsKeyword(reader.bytes[reader.at] as number)) readOperand(reader, 1);
    else if (readWord(reader) === 'ID') break;
  }
  const start = reader.at + 1;
  const end = findImageEnd(reader.bytes, start);
  reader.at = Math.min(reader.bytes.length, end + 3);
  return { dict, data: reader.bytes.subarray(start, end) };
}

/** The data end where a lone `EI` is followed by what looks like content; the data themselves may hold those letters. */
function findImageEnd(bytes: Uint8Array, start: number): number {
  for (let at = start; at + 2 < bytes.length; at++) {
    const lone = KINDS[bytes[at] as number] === WHITE && bytes[at + 1] === 0x45 && bytes[at + 2] === 0x49;
    if (lone && looksLikeContent(bytes, at + 3)) return at;
  }
  return bytes.length;
}

function looksLikeContent(bytes: Uint8Array, from: number): boolean {
  if (from < bytes.length && KINDS[bytes[from] as number] !== WHITE) return false;
  for (let at = from; at < Math.min(bytes.length, from + 12); at++) {
    const byte = bytes[at] as number;
    if (KINDS[byte] !== WHITE && (byte < 32 || byte > 126)) return false;
  }
  return true;
}
