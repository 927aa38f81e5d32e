/**
 * The one file that touches pdfkit, and with it the parts of pdfkit that its documentation does not promise. Written
 * against pdfkit 0.20.2, which `package.json` pins; `test/pdf/pdfkit-internals.test.ts` fails when that version moves.
 *
 * What is used, and why:
 *
 * | internal                         | why                                                                        |
 * |----------------------------------|----------------------------------------------------------------------------|
 * | option `font: null`              | without it Helvetica is loaded, and a font that is not embedded            |
 * | `doc.read()` after construction  | the file header is already in the stream's buffer by then                  |
 * | `doc._write`, `doc._offset`      | bytes are taken at once and in order: no stream events, no back-pressure   |
 * | `doc.ref`, `ref.data`, `ref.end` | every object is written by us: boxes, intents, threads, tags               |
 * | `ref.finalize`, `ref.buffer`, `ref.compress` | streams are deflated by our own kernel: zlib differs by machine |
 * | `doc._root` (`.data.Pages`, `.data.Names`)   | the catalog and the page tree are ours; a press file has no names, so that object holds Info |
 * | `doc.outline.dictionary`         | pdfkit reserves this object; ours takes its place                          |
 * | `doc.registerFont`, `doc.font`, `doc._font`  | opens a font; equal fonts come back as one                      |
 * | `font.subset.includeGlyph/.glyphs/.encode`   | glyph ids in, codes out; a glyph that stands for two texts gets two codes |
 * | `font.widths`, `font.unicode`, `font.scale`, `font.font`, `font.ref`, `font.finalize` | widths and ToUnicode of our codes |
 * | `doc._info`, `doc._id`, `doc._finalize`      | Info with a real name for Trapped, our own ID, the one xref section |
 * | `doc._offsets`                   | a cross-reference stream, where objects are packed                         |
 *
 * Not used: pages, text, images, colours, outlines, tagging and metadata of pdfkit. See `docs/print-ready.md`.
 */
import PDFDocument from 'pdfkit';
import { binaryBytes, joinBytes } from '../units/bytes.js';
import { type PackedPlace, type PlainObject, packObjects, XREF_WIDTHS, xrefEntries } from './object-streams.js';

/** The version that the table above was checked against. */
export const PDFKIT_VERSION = '0.20.2';

/** What a PDF object may hold. A plain string is a name (`/Page`); text is made with {@link textString}. */
export type PdfValue =
  | string
  | number
  | boolean
  | null
  | PdfText
  | Uint8Array
  | PdfRef
  | readonly PdfValue[]
  | { readonly [key: string]: PdfValue | undefined };

export type PdfDictionary = { readonly [key: string]: PdfValue | undefined };

declare const textMark: unique symbol;
/** A text string object, written as PDFDocEncoding or UTF-16. */
export type PdfText = { readonly [textMark]: true };

/** An indirect object: its number stands from the start, its contents may be written later. */
export interface PdfRef {
  readonly id: number;
}

/** A font while it is being used: codes are given out, and the subset is written at the end. */
export interface PdfFont {
  /** Its name in resources. */
  readonly name: string;
  readonly ref: PdfRef;
  /** Code of a glyph that stands for a text; the same pair always gets the same code. */
  code(glyph: number, text: string): number;
  /** Default advance of a code in thousandths of an em, as the file's width table will say. */
  advance(code: number): number;
  /** Code of the word space; undefined where the font has none. */
  readonly spaceCode: number | undefined;
  /** Whether the font's own flags forbid to embed it (OpenType OS/2, fsType). */
  readonly restricted: boolean;
  /** Writes the font with the glyphs that have codes, once. Throws on a font that cannot be subset. */
  embed(): void;
}

/** A PDF file under construction. */
export interface PdfBody {
  readonly catalog: PdfRef;
  readonly pages: PdfRef;
  readonly outline: PdfRef;
  /** Reserves an object number, to be written later. */
  reserve(): PdfRef;
  /** Writes a reserved object, once: a dictionary, or any other value. */
  write(ref: PdfRef, data: PdfValue): void;
  /** Writes a new object at once. */
  add(data: PdfDictionary): PdfRef;
  /** Writes a stream at once: deflated, or as it is where `data` names a Filter or `compress` says so. */
  addStream(data: PdfDictionary, bytes: Uint8Array, compress: 'deflate' | 'plain'): PdfRef;
  /** Writes a reserved object as a stream, once; otherwise like {@link addStream}. */
  writeStream(ref: PdfRef, data: PdfDictionary, bytes: Uint8Array, compress: 'deflate' | 'plain'): void;
  /** Opens a font, or gives the one opened before from equal bytes. Throws on a font that cannot be read. */
  openFont(name: string, bytes: Uint8Array): PdfFont;
  /** Writes the objects that were kept back to be packed; those that follow are written plain. */
  flush(): void;
  /** Writes Info, the xref section and the trailer. `id`: 16 bytes. */
  close(info: PdfDictionary, id: Uint8Array): void;
}

interface HiddenReference {
  readonly id: number;
  data: Record<string, unknown>;
  buffer: Uint8Array[];
  compress: boolean;
  write(chunk: Uint8Array): void;
  end(): void;
  finalize(): void;
}

interface HiddenFont {
  readonly id: string;
  readonly scale: number;
  readonly widths: number[];
  readonly unicode: number[][];
  readonly subset: { readonly glyphs: number[]; includeGlyph(glyph: number): number; encode(): Uint8Array };
  readonly font: {
    getGlyph(glyph: number): { readonly advanceWidth: number };
    glyphForCodePoint(codePoint: number): { readonly id: number };
    readonly 'OS/2'?: { readonly fsType?: { readonly noEmbedding?: boolean; readonly bitmapOnly?: boolean } };
  };
  ref(): HiddenReference;
  finalize(): void;
}

interface HiddenDocument {
  ref(data?: unknown): HiddenReference;
  read(): Uint8Array | null;
  _write(data: string | Uint8Array): void;
  _offset: number;
  readonly _offsets: readonly number[];
  readonly _root: HiddenReference;
  readonly outline: { readonly dictionary: HiddenReference };
  registerFont(name: string, bytes: Uint8Array): void;
  font(name: string): void;
  readonly _font: HiddenFont;
  _info: HiddenReference;
  _id: Uint8Array;
  _finalize(): void;
}

/** Text for a PDF object. */
export function textString(text: string): PdfText {
  // pdfkit tells text from names by the String object; nothing else makes it write a string.
  return Object(text) as PdfText;
}

/**
 * Starts a PDF 1.6 file, the version that PDF/X-4 is built on. Its bytes go to `write`; `deflate` makes a zlib stream.
 * `objects`: whether those that are no streams are packed together, which every reader since PDF 1.5 can unpack.
 */
export function openPdf(
  write: (bytes: Uint8Array) => void,
  deflate: (bytes: Uint8Array) => Uint8Array,
  objects: 'plain' | 'packed' = 'plain',
): PdfBody {
  const doc = openDocument(write);
  const packing: Packing = { isOpen: objects === 'packed', waiting: [], places: new Map() };
  const fontPrograms = new WeakSet<Uint8Array>();
  finishObjects(doc, deflate, fontPrograms, packing);
  const fonts = new Map<HiddenFont, PdfFont>();
  const names = doc._root.data.Names as HiddenReference;
  return {
    catalog: doc._root,
    pages: doc._root.data.Pages as HiddenReference,
    outline: doc.outline.dictionary,
    reserve: () => doc.ref({}),
    write: writeObject,
    add(data) {
      const ref = doc.ref({});
      writeObject(ref, data);
      return ref;
    },
    addStream(data, bytes, compress) {
      const ref = doc.ref({});
      writeStream(ref, data, bytes, compress);
      return ref;
    },
    writeStream: (ref, data, bytes, compress) => writeStream(ref as HiddenReference, data, bytes, compress),
    flush: () => flushPacked(doc, packing),
    openFont: (name, bytes) => openFont(doc, fonts, fontPrograms, name, bytes),
    close(info, id) {
      doc._info = names;
      writeObject(names, info);
      doc._id = id;
      if (objects === 'packed') writeXrefStream(doc, packing);
      else doc._finalize();
    },
  };
}

/** Makes the document and turns its bytes to `write` before the first object. */
function openDocument(write: (bytes: Uint8Array) => void): HiddenDocument {
  const options = {
    autoFirstPage: false,
    font: null,
    pdfVersion: '1.6',
    compress: true,
    // pdfkit hashes a date for an ID that we replace; without one it would read the clock.
    info: { CreationDate: new Date(0) },
  };
  const doc = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions) as unknown as HiddenDocument;
  const header = doc.read();
  if (header === null) throw new Error('pdfkit wrote no header');
  write(header);
  doc._write = (data) => {
    const bytes = typeof data === 'string' ? binaryBytes(`${data}\n`) : data;
    write(bytes);
    doc._offset += bytes.length;
  };
  return doc;
}

/** Objects kept back to be packed, and where those are that have been. */
interface Packing {
  isOpen: boolean;
  readonly waiting: PlainObject[];
  readonly places: Map<number, PackedPlace>;
}

/** Makes every stream go through our own compressor instead of the zlib of this machine, and keeps back what is to be packed. */
function finishObjects(
  doc: HiddenDocument,
  deflate: (bytes: Uint8Array) => Uint8Array,
  fontPrograms: WeakSet<Uint8Array>,
  packing: Packing,
): void {
  const makeRef = doc.ref.bind(doc);
  doc.ref = (data) => {
    const ref = makeRef(data);
    const finalize = ref.finalize.bind(ref);
    ref.finalize = () => {
      deflateStream(ref, deflate, fontPrograms);
      if (packing.isOpen && ref.buffer.length === 0) packing.waiting.push({ id: ref.id, text: capture(doc, finalize) });
      else finalize();
    };
    return ref;
  };
}

/** What pdfkit would write for an object, without the lines "1 0 obj" and "endobj" about it. */
function capture(doc: HiddenDocument, finalize: () => void): string {
  const lines: string[] = [];
  const write = doc._write;
  doc._write = (data) => void lines.push(String(data));
  try {
    finalize();
  } finally {
    doc._write = write;
  }
  return lines.slice(1, -1).join('\n');
}

function flushPacked(doc: HiddenDocument, packing: Packing): void {
  packing.isOpen = false;
  for (const { ids, first, bytes } of packObjects(packing.waiting.splice(0))) {
    const ref = doc.ref({ Type: 'ObjStm', N: ids.length, First: first });
    ref.write(bytes);
    ref.end();
    ids.forEach((id, index) => {
      packing.places.set(id, { stream: ref.id, index });
    });
  }
}

/** Ends the file as pdfkit does, with a stream in place of the xref table and the trailer (ISO 32000-1, 7.5.8). */
function writeXrefStream(doc: HiddenDocument, packing: Packing): void {
  flushPacked(doc, packing);
  const ref = doc.ref({});
  const start = doc._offset;
  const offsets = doc._offsets.map((offset, index) => (index === ref.id - 1 ? start : offset));
  const ids = [doc._id, doc._id];
  ref.data = { Type: 'XRef', Size: ref.id + 1, W: [...XREF_WIDTHS], Root: doc._root, Info: doc._info, ID: ids };
  ref.write(xrefEntries(offsets, packing.places));
  ref.end();
  doc._write('startxref');
  doc._write(`${start}`);
  doc._write('%%EOF');
}

function deflateStream(
  ref: HiddenReference,
  deflate: (bytes: Uint8Array) => Uint8Array,
  fontPrograms: WeakSet<Uint8Array>,
): void {
  if (!ref.compress || ref.buffer.length === 0) return;
  const first = ref.buffer[0] as Uint8Array;
  const bytes = ref.buffer.length === 1 ? first : joinBytes(ref.buffer);
  // TrueType programs must say their plain length (ISO 32000-1, table 127); pdfkit leaves it out.
  if (fontPrograms.has(first)) ref.data.Length1 = first.length;
  ref.buffer = [deflate(bytes)];
  ref.data.Filter = 'FlateDecode';
  ref.compress = false;
}

function openFont(
  doc: HiddenDocument,
  fonts: Map<HiddenFont, PdfFont>,
  fontPrograms: WeakSet<Uint8Array>,
  name: string,
  bytes: Uint8Array,
): PdfFont {
  doc.registerFont(name, bytes);
  doc.font(name);
  const hidden = doc._font;
  const known = fonts.get(hidden);
  if (known) return known;
  const font = wrapFont(hidden, fontPrograms);
  fonts.set(hidden, font);
  return font;
}

function wrapFont(hidden: HiddenFont, fontPrograms: WeakSet<Uint8Array>): PdfFont {
  const encode = hidden.subset.encode.bind(hidden.subset);
  hidden.subset.encode = () => {
    const program = encode();
    fontPrograms.add(program);
    return program;
  };
  // pdfkit leaves the width of .notdef unscaled and maps it to U+0000, which PDF/UA forbids.
  hidden.widths[0] = (hidden.widths[0] ?? 0) * hidden.scale;
  hidden.unicode[0] = [0xfffd];
  const flags = hidden.font['OS/2']?.fsType;
  const codes = new Map<number, Map<string, number>>();
  const code = (glyph: number, text: string): number => {
    const byText = codes.get(glyph) ?? new Map<string, number>();
    codes.set(glyph, byText);
    const known = byText.get(text);
    if (known !== undefined) return known;
    const added = byText.size === 0 ? hidden.subset.includeGlyph(glyph) : hidden.subset.glyphs.push(glyph) - 1;
    hidden.widths[added] = hidden.font.getGlyph(glyph).advanceWidth * hidden.scale;
    hidden.unicode[added] = Array.from(text, (character) => character.codePointAt(0) as number);
    byText.set(text, added);
    return added;
  };
  const space = hidden.font.glyphForCodePoint(0x20).id;
  return {
    name: hidden.id,
    ref: hidden.ref(),
    restricted: Boolean(flags?.noEmbedding || flags?.bitmapOnly),
    spaceCode: space === 0 ? undefined : code(space, ' '),
    code,
    advance: (ofCode) => hidden.widths[ofCode] as number,
    embed: () => hidden.finalize(),
  };
}

/** Every {@link PdfRef} is one of pdfkit's own references: that is how it tells a reference from a dictionary. */
function writeObject(ref: PdfRef, data: PdfValue): void {
  const hidden = ref as HiddenReference;
  // An object of ours is not looked into, unless it is a stream.
  hidden.data = data as HiddenReference['data'];
  hidden.end();
}

function writeStream(
  ref: HiddenReference,
  data: PdfDictionary,
  bytes: Uint8Array,
  compress: 'deflate' | 'plain',
): void {
  ref.data = { ...data };
  ref.compress = compress === 'deflate' && data.Filter === undefined;
  ref.write(bytes);
  ref.end();
}
