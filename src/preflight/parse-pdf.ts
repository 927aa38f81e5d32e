/*
 * In: any bytes. Out: the objects of a PDF file, as the library's parser finds them, or a sentence. The parser looks for
 * objects wherever they stand, so that a file with a wrong cross-reference section is still read.
 *
 * The library trusts the file: it unpacks object streams of any size and goes back to where it was as often as
 * it likes. Here every byte that it looks at is counted, and object streams are unpacked within limits.
 */
import {
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFObjectParser,
  PDFParser,
  PDFRawStream,
  PDFRef,
  type PDFStream,
} from '@cantoo/pdf-lib';
import { BeyondLimits, type Budget, MOST_DEPTH, MOST_FILE_BYTES } from './budget.js';
import { nameAt, numberAt } from './pdf-objects.js';
import type { Unpack } from './unpack-stream.js';

export type ParsedPdf =
  | { readonly type: 'parsed'; readonly context: PDFContext }
  | { readonly type: 'refused'; readonly rule: 'damaged-file' | 'beyond-limits'; readonly why: string };

/** Parses a file. Never throws. */
export async function parsePdf(bytes: Uint8Array, unpack: Unpack, budget: Budget): Promise<ParsedPdf> {
  if (bytes.length > MOST_FILE_BYTES) return { type: 'refused', rule: 'beyond-limits', why: 'it is larger than 1 GB' };
  try {
    const parser = new BoundedParser(bytes, unpack, budget);
    const context = await parser.parseDocument();
    // The library takes a refusal for one more damaged object, and goes on.
    if (parser.refusal !== undefined) throw parser.refusal;
    return { type: 'parsed', context };
  } catch (error) {
    if (error instanceof BeyondLimits) return { type: 'refused', rule: 'beyond-limits', why: error.message };
    return { type: 'refused', rule: 'damaged-file', why: 'it is no PDF, or too damaged to be read' };
  }
}

/** Of a sound file, only what is no stream is looked at, once or twice; damage is looked at five times over. Ends in seconds. */
const LOOKS_PER_BYTE = 8;
const MOST_LOOKS = 100_000_000;
const LEAST_LOOKS = 1_000_000;

/** What a parser may still do, shared by the file's parser and those of its object streams. */
interface Allowance {
  looks: number;
  depth: number;
  refusal: BeyondLimits | undefined;
  readonly budget: Budget;
}

/** The library does not export its own. */
type ByteStream = ConstructorParameters<typeof PDFObjectParser>[0];

class BoundedParser extends PDFParser {
  readonly #allowance: Allowance;
  readonly #unpack: Unpack;

  constructor(bytes: Uint8Array, unpack: Unpack, budget: Budget) {
    super(bytes, Number.POSITIVE_INFINITY);
    const looks = Math.min(MOST_LOOKS, LEAST_LOOKS + bytes.length * LOOKS_PER_BYTE);
    this.#allowance = { looks, depth: 0, refusal: undefined, budget };
    this.#unpack = unpack;
    countLooks(this.bytes, this.#allowance);
  }

  get refusal(): BeyondLimits | undefined {
    return this.#allowance.refusal;
  }

  override parseObject(ref?: PDFRef): PDFObject {
    return withinDepth(this.#allowance, () => super.parseObject(ref));
  }

  protected override parseRawNumber(): number {
    return readNumber(this.bytes);
  }

  /** Opens object streams here, and hides from the library that they are some. */
  protected override parseDictOrStream(ref?: PDFRef): PDFDict | PDFStream {
    const object = super.parseDictOrStream(ref);
    if (!(object instanceof PDFRawStream)) return object;
    const type = nameAt(object.dict, 'Type');
    if (type === 'ObjStm') this.#openObjectStream(object);
    else if (type === 'XRef') this.#takeTrailer(object.dict);
    else return object;
    return PDFRawStream.of(PDFDict.withContext(this.context), new Uint8Array());
  }

  #openObjectStream(stream: PDFRawStream): void {
    const unpacked = this.#unpack(stream);
    const first = numberAt(stream.dict, 'First');
    const count = numberAt(stream.dict, 'N');
    if (unpacked.type !== 'unpacked' || first === undefined || count === undefined) return;
    const Bytes = this.bytes.constructor as new (bytes: Uint8Array) => ByteStream;
    new ObjectStreamParser(new Bytes(unpacked.bytes), this.context, this.#allowance).parseInto(first, count);
  }

  /** A cross-reference stream stands for the trailer (ISO 32000-1, 7.5.8.2). Its table is not needed. */
  #takeTrailer(dict: PDFDict): void {
    for (const key of ['Root', 'Info', 'ID', 'Encrypt'] as const) {
      const entry = dict.get(PDFName.of(key));
      if (entry !== undefined) this.context.trailerInfo[key] = entry;
    }
  }
}

/** The objects in an object stream (ISO 32000-1, 7.5.7). */
class ObjectStreamParser extends PDFObjectParser {
  readonly #allowance: Allowance;

  constructor(bytes: ByteStream, context: PDFContext, allowance: Allowance) {
    super(bytes, context);
    this.#allowance = allowance;
    countLooks(bytes, allowance);
  }

  override parseObject(ref?: PDFRef): PDFObject {
    return withinDepth(this.#allowance, () => super.parseObject(ref));
  }

  protected override parseRawNumber(): number {
    return readNumber(this.bytes);
  }

  parseInto(first: number, count: number): void {
    for (const { number, offset } of this.#readTable(count)) {
      this.bytes.moveTo(first + offset);
      const ref = PDFRef.of(number, 0);
      this.context.assign(ref, this.parseObject(ref));
    }
  }

  #readTable(count: number): readonly { readonly number: number; readonly offset: number }[] {
    const table: { readonly number: number; readonly offset: number }[] = [];
    while (table.length < count) {
      this.skipWhitespaceAndComments();
      const number = this.parseRawInt();
      this.skipWhitespaceAndComments();
      table.push({ number, offset: this.parseRawInt() });
    }
    return table;
  }
}

/** As the library reads numbers, but without a word on the console about those that are too large. */
function readNumber(bytes: ByteStream): number {
  let text = '';
  while (!bytes.done() && NUMERIC.has(bytes.peek())) text += String.fromCharCode(bytes.next());
  if (text === '') throw new Error('a number is missing');
  const value = Number.parseFloat(text);
  return Number.isFinite(value) ? Math.min(Number.MAX_SAFE_INTEGER, value) : 0;
}

const NUMERIC: ReadonlySet<number> = new Set(Array.from('0123456789+-.', (sign) => sign.charCodeAt(0)));

/**
 * Counts every byte that a parser takes. All its loops move on by `next`, also those that will go back, so that this
 * one count bounds the time of them all.
 */
function countLooks(stream: ByteStream, allowance: Allowance): void {
  const next = stream.next.bind(stream);
  stream.next = () => {
    allowance.looks -= 1;
    if (allowance.looks < 0) refuse(allowance, 'it is damaged in so many places that reading it takes too long');
    return next();
  };
}

function withinDepth(allowance: Allowance, parse: () => PDFObject): PDFObject {
  if (allowance.depth >= MOST_DEPTH) refuse(allowance, `its objects lie more than ${MOST_DEPTH} deep in one another`);
  allowance.budget.spendSteps(1);
  allowance.depth += 1;
  try {
    return parse();
  } finally {
    allowance.depth -= 1;
  }
}

function refuse(allowance: Allowance, why: string): never {
  allowance.refusal = new BeyondLimits(why);
  throw allowance.refusal;
}
