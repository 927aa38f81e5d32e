/*
 * In: a font's dictionary. Out: how its strings are cut into codes, how wide each is, and what is known of the font
 * program, so that what is shown with it can be judged. ISO 32000-1, 9.5 to 9.10.
 */
import { type PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { Budget } from './budget.js';
import {
  asDict,
  asNumber,
  at,
  dictAt,
  itemsAt,
  itemsOf,
  nameAt,
  numberAt,
  numbersAt,
  streamAt,
} from './pdf-objects.js';
import { type CodeMap, readCMap } from './read-cmap.js';
import type { PdfPage } from './read-pages.js';
import type { Unpack } from './unpack-stream.js';

export interface PdfFont {
  readonly dict: PDFDict;
  /** Its name without the mark of a subset. */
  readonly name: string;
  readonly type: 'simple' | 'composite' | 'glyphs';
  /** The dictionary of the descendant in a composite font, else its own. */
  readonly core: PDFDict;
  readonly descriptor: PDFDict | undefined;
  readonly program: FontProgram | undefined;
  /** Code to text; undefined where the font has no ToUnicode. */
  readonly unicode: CodeMap | undefined;
  /** Code to CID in a composite font; undefined for Identity, and for the CMaps of readers, which are not at hand. */
  readonly encoding: CodeMap | undefined;
  /** Name of the encoding, where it has one. */
  readonly encodingName: string | undefined;
  /** Width of a CID or code, in thousandths of an em (glyph units of a glyph font). */
  widthOf(code: number): number;
  /** Every code that was shown, where for the first time. Filled while content is read. */
  readonly used: Map<number, CodeUse>;
}

/** Where a code is shown for the first time. */
export interface CodeUse {
  readonly page: PdfPage;
  readonly x: number;
  readonly y: number;
}

export interface FontProgram {
  readonly type: 'Type1' | 'TrueType' | 'CFF' | 'OpenType';
  readonly stream: PDFRawStream;
}

/** Reads a font. */
function readFont(dict: PDFDict, unpack: Unpack, budget: Budget): PdfFont {
  const subtype = nameAt(dict, 'Subtype');
  const type = subtype === 'Type0' ? 'composite' : subtype === 'Type3' ? 'glyphs' : 'simple';
  const core = type === 'composite' ? (asDict(itemsAt(dict, 'DescendantFonts')?.[0]) ?? dict) : dict;
  const descriptor = dictAt(core, 'FontDescriptor');
  const unicode = streamAt(dict, 'ToUnicode');
  const encoding = type === 'composite' ? streamAt(dict, 'Encoding') : undefined;
  return {
    dict,
    name: (nameAt(dict, 'BaseFont') ?? nameAt(core, 'BaseFont') ?? 'unnamed').replace(/^[A-Z]{6}\+/, ''),
    type,
    core,
    descriptor,
    program: descriptor && programOf(descriptor),
    unicode: unicode && readCMap(unicode, unpack, budget),
    encoding: encoding && readCMap(encoding, unpack, budget),
    encodingName: nameAt(dict, 'Encoding'),
    widthOf: type === 'composite' ? compositeWidths(core, budget) : simpleWidths(dict, descriptor),
    used: new Map(),
  };
}

function programOf(descriptor: PDFDict): FontProgram | undefined {
  const type1 = streamAt(descriptor, 'FontFile');
  if (type1) return { type: 'Type1', stream: type1 };
  const trueType = streamAt(descriptor, 'FontFile2');
  if (trueType) return { type: 'TrueType', stream: trueType };
  const other = streamAt(descriptor, 'FontFile3');
  if (!other) return undefined;
  return { type: nameAt(other.dict, 'Subtype') === 'OpenType' ? 'OpenType' : 'CFF', stream: other };
}

function simpleWidths(dict: PDFDict, descriptor: PDFDict | undefined): (code: number) => number {
  const first = numberAt(dict, 'FirstChar') ?? 0;
  const widths = numbersAt(dict, 'Widths');
  const missing = (descriptor && numberAt(descriptor, 'MissingWidth')) ?? (widths === undefined ? 500 : 0);
  return (code) => widths?.[code - first] ?? missing;
}

/** The two forms of `W` (ISO 32000-1, 9.7.4.3). */
function compositeWidths(core: PDFDict, budget: Budget): (cid: number) => number {
  const otherwise = numberAt(core, 'DW') ?? 1000;
  const widths = new Map<number, number>();
  const items = itemsAt(core, 'W') ?? [];
  for (let index = 0; index + 1 < items.length; ) {
    const first = asNumber(items[index]);
    const list = itemsOf(core.context, items[index + 1]);
    if (first === undefined) index += 1;
    else if (list !== undefined) {
      budget.spendSteps(list.length);
      for (const [offset, width] of list.entries()) widths.set(first + offset, asNumber(width) ?? otherwise);
      index += 2;
    } else {
      const last = Math.min(asNumber(items[index + 1]) ?? first, 0xffff);
      const width = asNumber(items[index + 2]) ?? otherwise;
      budget.spendSteps(Math.max(0, last - first));
      for (let cid = first; cid <= last; cid++) widths.set(cid, width);
      index += 3;
    }
  }
  return (cid) => widths.get(cid) ?? otherwise;
}

/** Cuts a string into codes. */
export function codesOf(font: PdfFont, bytes: Uint8Array): readonly number[] {
  if (font.type !== 'composite') return Array.from(bytes);
  const widths = font.encoding?.codeBytes;
  const codes: number[] = [];
  for (let index = 0; index < bytes.length; ) {
    const first = bytes[index] as number;
    const length = Math.min(widths?.(first) ?? 2, bytes.length - index);
    let code = 0;
    for (let byte = 0; byte < length; byte++) code = code * 256 + (bytes[index + byte] as number);
    codes.push(code);
    index += length;
  }
  return codes;
}

/** The CID of a code; the code itself in a simple font. */
export function cidOf(font: PdfFont, code: number): number {
  return font.encoding === undefined ? code : (font.encoding.cidOf(code) ?? 0);
}

/** The glyph that a TrueType or OpenType program shows for a CID: by a table of two bytes each, or the same number. */
export function glyphMap(font: PdfFont, unpack: Unpack): (cid: number) => number {
  const map = at(font.core, 'CIDToGIDMap');
  if (!(map instanceof PDFRawStream)) return (cid) => cid;
  const unpacked = unpack(map);
  const bytes = unpacked.type === 'unpacked' ? unpacked.bytes : new Uint8Array();
  return (cid) => ((bytes[cid * 2] ?? 0) << 8) | (bytes[cid * 2 + 1] ?? 0);
}

/** Fonts of a file, each read once. */
export function openFonts(unpack: Unpack, budget: Budget): (dict: PDFDict) => PdfFont {
  const known = new Map<PDFDict, PdfFont>();
  return (dict) => {
    const font = known.get(dict) ?? readFont(dict, unpack, budget);
    known.set(dict, font);
    return font;
  };
}

/** The dictionary of a glyph font's procedure, by code. */
export function glyphProcedure(font: PdfFont, code: number): PDFRawStream | undefined {
  const encoding = dictAt(font.dict, 'Encoding');
  const procedures = dictAt(font.dict, 'CharProcs');
  if (encoding === undefined || procedures === undefined) return undefined;
  let position = 0;
  for (const item of itemsAt(encoding, 'Differences') ?? []) {
    const number = asNumber(item);
    if (number !== undefined) position = number;
    else if (item instanceof PDFName && position++ === code) return streamAt(procedures, item.decodeText());
  }
  return undefined;
}
