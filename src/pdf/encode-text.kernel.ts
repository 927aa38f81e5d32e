/**
 * Shaped text as strings of a font's codes, in bytes. Each distinct piece of text passes here once a file; everything
 * after is a look-up.
 */
import type { ShapedText } from '../model/hlist.js';
import { type ByteText, clearBytes, putNumber, putText, writtenBytes } from './byte-text.kernel.js';
import type { PdfFont } from './pdfkit-internals.js';

/** Shaped text as the inside of a TJ array that starts and ends within a literal string: `ab)-12(c`. */
export interface EncodedText {
  readonly font: PdfFont;
  readonly body: Uint8Array;
  readonly glyphs: number;
  /** How far showing `body` moves the pen, without letter space, in thousandths of an em. */
  readonly width: number;
  /** The text, where the codes cannot say it glyph by glyph and the content must say it as ActualText. */
  readonly actualText: string | undefined;
}

/** Room to put a piece together in, and the codes of glyphs that stand for one UTF-16 unit, by both. */
export interface EncoderScratch {
  readonly bytes: ByteText;
  readonly simpleCodes: Map<number, number>;
}

const SOFT_HYPHEN = '\u00ad';
/** Stands for a glyph that only adds to the one before it. */
const ZERO_WIDTH_SPACE = '\u200b';

/**
 * Encodes a piece: two bytes a glyph, with the kerning between them in tenths of a thousandth of an em. `scratch` belongs to
 * `font`. With `hyphen`, the last character is a hyphen that a line break added, and stands for U+00AD, so that a reader
 * of the text can drop it.
 */
export function encodeShaped(
  shaped: ShapedText,
  font: PdfFont,
  scratch: EncoderScratch,
  addedHyphen: 'hyphen' | 'none',
): EncodedText {
  const { text, glyphs, clusters, advances } = shaped;
  const last = glyphs.length - 1;
  const { bytes } = scratch;
  clearBytes(bytes);
  let width = 0;
  let from = 0;
  let standsAlone = true;
  for (let i = 0; i <= last; i++) {
    const glyph = glyphs[i] as number;
    const length = clusters[i] as number;
    const isHyphen = i === last && addedHyphen === 'hyphen';
    const code =
      length === 1 && !isHyphen
        ? simpleCode(font, scratch, glyph, text.charCodeAt(from))
        : font.code(glyph, clusterText(text.slice(from, from + length), isHyphen));
    if (length === 0) standsAlone = false;
    from += length;
    putCode(bytes, code);
    const advance = font.advance(code);
    const kern = i < last ? Math.round((advance - (advances[i] as number)) * 10) / 10 : 0;
    if (kern !== 0) putKern(bytes, kern);
    width += advance - kern;
  }
  const actualText = standsAlone ? undefined : text;
  return { font, body: writtenBytes(bytes).slice(), glyphs: glyphs.length, width, actualText };
}

/** The code of a glyph that stands for one UTF-16 unit, without making a string of it. */
function simpleCode(font: PdfFont, { simpleCodes }: EncoderScratch, glyph: number, unit: number): number {
  const key = glyph * 65536 + unit;
  const known = simpleCodes.get(key);
  if (known !== undefined) return known;
  const code = font.code(glyph, String.fromCharCode(unit));
  simpleCodes.set(key, code);
  return code;
}

function clusterText(text: string, isHyphen: boolean): string {
  if (text === '') return ZERO_WIDTH_SPACE;
  return isHyphen ? text.replace(/[-\u2010]$/, SOFT_HYPHEN) : text;
}

function putKern(bytes: ByteText, kern: number): void {
  putText(bytes, ')');
  putNumber(bytes, kern);
  putText(bytes, '(');
}

/** A code as two bytes of a literal string. */
export function putCode(bytes: ByteText, code: number): void {
  putStringByte(bytes, code >> 8);
  putStringByte(bytes, code & 0xff);
}

/**
 * A byte inside a literal string (ISO 32000-1, 7.3.4.2). A bare carriage return would be read as a line feed, and the
 * parentheses and the backslash have meanings; every other byte stands for itself.
 */
function putStringByte(bytes: ByteText, byte: number): void {
  if (byte === 0x0d) putText(bytes, '\\r');
  else if (byte === 0x28 || byte === 0x29 || byte === 0x5c) putText(bytes, `\\${String.fromCharCode(byte)}`);
  else putText(bytes, String.fromCharCode(byte));
}
