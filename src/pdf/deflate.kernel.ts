/**
 * A zlib compressor of fixed behaviour (RFC 1950, RFC 1951). In go bytes, out comes a zlib stream: the same for ever, on
 * every machine. The zlib of a Node is another from version to version and from processor to processor, and a file that
 * an archivist builds again in ten years must be the same to the last byte.
 *
 * It is small, too, and therefore fast from a cold start: on the pages of a 24-page issue a general library spends four
 * fifths of its time on being compiled. Matches are found greedily through chains over the hash of four bytes; blocks have
 * Huffman codes of their own.
 */
import { buildCode, type HuffmanCode } from './huffman.kernel.js';

const WINDOW = 32768;
const HASH_BITS = 15;
const MIN_MATCH = 4;
const MAX_MATCH = 258;
/** How many earlier places are tried; the ninth gains under 1 %. */
const MAX_CHAIN = 8;
/** A match this long is taken without looking further. */
const GOOD_MATCH = 64;
/** Literals and matches in a block: long enough to pay for its codes, short enough for them to follow the data. */
const BLOCK_TOKENS = 16384;

const END_OF_BLOCK = 256;
const LITERALS = 286;
const DISTANCES = 30;
const CODE_LENGTHS = 19;
/** Order in which the lengths of the code-length code are sent (RFC 1951, 3.2.7). */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] as const;

/** Symbols of match lengths and distances, with the first value and the extra bits of each (RFC 1951, 3.2.5). */
interface ValueTable {
  readonly symbol: Uint16Array;
  readonly base: Uint16Array;
  readonly extra: Uint8Array;
}

interface BitWriter {
  out: Uint8Array;
  at: number;
  hold: number;
  used: number;
}

/** A match is kept as length × 65536 + distance; a literal as its byte, less than 256. */
const LENGTH_UNIT = 65536;

/** Makes a compressor with its own tables, to be used for many streams, one at a time. */
export function makeDeflate(): (input: Uint8Array) => Uint8Array {
  const lengths = valueTable(29, 3, 258, (code) => (code < 8 || code === 28 ? 0 : (code >> 2) - 1));
  const distances = valueTable(DISTANCES, 1, WINDOW, (code) => (code < 4 ? 0 : (code >> 1) - 1));
  // Length 258 has a symbol of its own without extra bits, though symbol 284 could reach it.
  lengths.symbol[MAX_MATCH] = 28;
  lengths.base[28] = MAX_MATCH;
  const head = new Int32Array(1 << HASH_BITS);
  const previous = new Int32Array(WINDOW);
  const tokens = new Uint32Array(BLOCK_TOKENS);
  const literalCounts = new Uint32Array(LITERALS);
  const distanceCounts = new Uint32Array(DISTANCES);

  return (input) => {
    const writer: BitWriter = { out: new Uint8Array(outputBound(input.length)), at: 0, hold: 0, used: 0 };
    putBits(writer, 0x78, 8);
    putBits(writer, 0x01, 8);
    head.fill(-1);
    let at = 0;
    do {
      literalCounts.fill(0);
      distanceCounts.fill(0);
      let count = 0;
      while (at < input.length && count < BLOCK_TOKENS) {
        const match = at + MIN_MATCH <= input.length ? findMatch(input, at, head, previous) : 0;
        if (match === 0) {
          const byte = input[at] as number;
          tokens[count++] = byte;
          literalCounts[byte]!++;
          at++;
        } else {
          const length = match >>> 16;
          tokens[count++] = match;
          literalCounts[257 + lengths.symbol[length]!]!++;
          distanceCounts[distances.symbol[match & 0xffff]!]!++;
          enterHashes(input, at + 1, at + length, head, previous);
          at += length;
        }
      }
      literalCounts[END_OF_BLOCK] = 1;
      const literalCode = buildCode(literalCounts, 15);
      const distanceCode = buildCode(distanceCounts, 15);
      putBits(writer, at === input.length ? 1 : 0, 1);
      putBits(writer, 2, 2);
      writeCodes(writer, literalCode, distanceCode);
      writeTokens(writer, tokens, count, literalCode, distanceCode, lengths, distances);
    } while (at < input.length);
    return finish(writer, adler32(input));
  };
}

/**
 * The best match for the bytes at `at`, as a token; 0 where there is none. Enters the place into the chains. The four
 * bytes are compared, so that a shared hash costs time and never truth.
 */
function findMatch(input: Uint8Array, at: number, head: Int32Array, previous: Int32Array): number {
  const hash = hashAt(input, at);
  let candidate = head[hash] as number;
  previous[at & (WINDOW - 1)] = candidate;
  head[hash] = at;
  const longest = Math.min(MAX_MATCH, input.length - at);
  let best = MIN_MATCH - 1;
  let distance = 0;
  for (let tries = 0; tries < MAX_CHAIN && candidate >= 0 && at - candidate < WINDOW; tries++) {
    if (input[candidate + best] === input[at + best]) {
      let length = 0;
      while (length < longest && input[candidate + length] === input[at + length]) length++;
      if (length > best) {
        best = length;
        distance = at - candidate;
        if (length >= GOOD_MATCH || length === longest) break;
      }
    }
    // A slot of the ring is used again 32,768 bytes on, and so never while its place is still in the window.
    candidate = previous[candidate & (WINDOW - 1)] as number;
  }
  return distance === 0 ? 0 : best * LENGTH_UNIT + distance;
}

/** Enters the places inside a match into the chains. */
function enterHashes(input: Uint8Array, from: number, to: number, head: Int32Array, previous: Int32Array): void {
  const end = Math.min(to, input.length - MIN_MATCH + 1);
  for (let at = from; at < end; at++) {
    const hash = hashAt(input, at);
    previous[at & (WINDOW - 1)] = head[hash] as number;
    head[hash] = at;
  }
}

/** Multiplicative hash of four bytes (Knuth, The Art of Computer Programming 3, 6.4). */
function hashAt(input: Uint8Array, at: number): number {
  const four =
    (input[at] as number) |
    ((input[at + 1] as number) << 8) |
    ((input[at + 2] as number) << 16) |
    ((input[at + 3] as number) << 24);
  return Math.imul(four, 0x9e3779b1) >>> (32 - HASH_BITS);
}

function writeTokens(
  writer: BitWriter,
  tokens: Uint32Array,
  count: number,
  literalCode: HuffmanCode,
  distanceCode: HuffmanCode,
  lengths: ValueTable,
  distances: ValueTable,
): void {
  for (let i = 0; i < count; i++) {
    const token = tokens[i] as number;
    if (token < LENGTH_UNIT) {
      putBits(writer, literalCode.bits[token] as number, literalCode.lengths[token] as number);
    } else {
      putValue(writer, token >>> 16, lengths, literalCode, 257);
      putValue(writer, token & 0xffff, distances, distanceCode, 0);
    }
  }
  putBits(writer, literalCode.bits[END_OF_BLOCK] as number, literalCode.lengths[END_OF_BLOCK] as number);
}

/** A length or distance: its symbol's code, then its extra bits. */
function putValue(writer: BitWriter, value: number, table: ValueTable, code: HuffmanCode, firstSymbol: number): void {
  const entry = table.symbol[value] as number;
  const symbol = firstSymbol + entry;
  putBits(writer, code.bits[symbol] as number, code.lengths[symbol] as number);
  putBits(writer, value - (table.base[entry] as number), table.extra[entry] as number);
}

/** The two codes as run-length coded lengths, themselves coded (RFC 1951, 3.2.7). */
function writeCodes(writer: BitWriter, literalCode: HuffmanCode, distanceCode: HuffmanCode): void {
  const literals = usedLength(literalCode.lengths, 257);
  const distances = usedLength(distanceCode.lengths, 1);
  const runs = lengthRuns([
    ...literalCode.lengths.subarray(0, literals),
    ...distanceCode.lengths.subarray(0, distances),
  ]);
  const counts = new Uint32Array(CODE_LENGTHS);
  for (const run of runs) counts[run.symbol]!++;
  const code = buildCode(counts, 7);
  let sent = CODE_LENGTHS;
  while (sent > 4 && code.lengths[LENGTH_ORDER[sent - 1] as number] === 0) sent--;
  putBits(writer, literals - 257, 5);
  putBits(writer, distances - 1, 5);
  putBits(writer, sent - 4, 4);
  for (let i = 0; i < sent; i++) putBits(writer, code.lengths[LENGTH_ORDER[i] as number] as number, 3);
  for (const { symbol, extra, extraBits } of runs) {
    putBits(writer, code.bits[symbol] as number, code.lengths[symbol] as number);
    putBits(writer, extra, extraBits);
  }
}

interface LengthRun {
  readonly symbol: number;
  readonly extra: number;
  readonly extraBits: number;
}

/** Code lengths as symbols: 16 repeats the last 3–6 times, 17 and 18 stand for 3–10 and 11–138 zeros. */
function lengthRuns(lengths: readonly number[]): readonly LengthRun[] {
  const runs: LengthRun[] = [];
  for (let at = 0; at < lengths.length; ) {
    const length = lengths[at] as number;
    let end = at + 1;
    while (end < lengths.length && lengths[end] === length) end++;
    if (length !== 0) runs.push({ symbol: length, extra: 0, extraBits: 0 });
    let left = end - at - (length === 0 ? 0 : 1);
    while (left > 0) {
      const most = length !== 0 ? 6 : left > 10 ? 138 : 10;
      const taken = Math.min(left, most);
      if (taken < 3) for (let i = 0; i < taken; i++) runs.push({ symbol: length, extra: 0, extraBits: 0 });
      else if (length !== 0) runs.push({ symbol: 16, extra: taken - 3, extraBits: 2 });
      else if (taken > 10) runs.push({ symbol: 18, extra: taken - 11, extraBits: 7 });
      else runs.push({ symbol: 17, extra: taken - 3, extraBits: 3 });
      left -= taken;
    }
    at = end;
  }
  return runs;
}

function usedLength(lengths: Uint8Array, least: number): number {
  let used = lengths.length;
  while (used > least && lengths[used - 1] === 0) used--;
  return used;
}

/** `symbols` ranges of values from `first` up to `last`, each 2^extra long. */
function valueTable(symbols: number, first: number, last: number, extraBits: (code: number) => number): ValueTable {
  const table = {
    symbol: new Uint16Array(last + 1),
    base: new Uint16Array(symbols),
    extra: new Uint8Array(symbols),
  };
  let value = first;
  for (let code = 0; code < symbols; code++) {
    const extra = extraBits(code);
    table.base[code] = value;
    table.extra[code] = extra;
    for (let i = 0; i < 1 << extra; i++) if (value + i <= last) table.symbol[value + i] = code;
    value += 1 << extra;
  }
  return table;
}

/** Up to 16 bits, lowest first. */
function putBits(writer: BitWriter, value: number, count: number): void {
  let hold = writer.hold | (value << writer.used);
  let used = writer.used + count;
  while (used >= 8) {
    writer.out[writer.at++] = hold & 0xff;
    hold >>>= 8;
    used -= 8;
  }
  writer.hold = hold;
  writer.used = used;
}

/** Fills the last byte and appends the checksum, highest byte first. */
function finish(writer: BitWriter, checksum: number): Uint8Array {
  putBits(writer, 0, (8 - writer.used) & 7);
  for (let shift = 24; shift >= 0; shift -= 8) putBits(writer, (checksum >>> shift) & 0xff, 8);
  return writer.out.slice(0, writer.at);
}

/** Sum of a zlib stream (RFC 1950, 8.2). 3,800 bytes are the most that fit between two remainders in 31 bits. */
function adler32(input: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let at = 0; at < input.length; ) {
    const end = Math.min(at + 3800, input.length);
    for (; at < end; at++) {
      a += input[at] as number;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}

/** No block is longer than its bytes at 15 bits each and its codes. */
function outputBound(length: number): number {
  return length * 2 + 400 * (Math.ceil(length / BLOCK_TOKENS) + 1) + 16;
}
