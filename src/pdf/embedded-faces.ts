/**
 * The faces of a job as the PDF holds them, and shaped text as strings of their codes. A piece of text is encoded once
 * and looked up ever after: a newspaper of 48,000 words has some 7,000 distinct ones.
 */
import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { FaceId } from '../model/font.js';
import type { ShapedText } from '../model/hlist.js';
import { binaryBytes, type PdfBody, type PdfFont } from './pdfkit-internals.js';

/** Shaped text as the inside of a TJ array, in bytes, that starts and ends within a literal string: `ab)-12(c`. */
export interface EncodedText {
  readonly font: PdfFont;
  readonly body: Uint8Array;
  readonly glyphs: number;
  /** How far showing `body` moves the pen, without letter space, in thousandths of an em. */
  readonly width: number;
  /** Code string and width of the face's space; undefined where it has none. */
  readonly space: { readonly body: Uint8Array; readonly width: number } | undefined;
  /** The text, where the codes cannot say it glyph by glyph and the content must say it as ActualText. */
  readonly actualText: string | undefined;
}

/** Encodes shaped text; undefined where its font cannot be used, which has been reported. */
export type EncodeText = (
  shaped: ShapedText,
  addedHyphen: 'hyphen' | 'none',
  origin: Origin,
) => EncodedText | undefined;

/** The faces of a job. */
export interface EmbeddedFaces {
  readonly encode: EncodeText;
  /** Writes every font that was used, after the last page. */
  embed(): void;
}

const SOFT_HYPHEN = '\u00ad';
/** Stands for a glyph that only adds to the one before it. */
const ZERO_WIDTH_SPACE = '\u200b';

interface OpenFace {
  readonly id: FaceId;
  readonly font: PdfFont;
  readonly space: EncodedText['space'];
  /** Where it was first used. */
  readonly origin: Origin;
}

/** Opens faces as they are needed; a font that is damaged or may not be embedded is reported where it is first used. */
export function openFaces(body: PdfBody, fontBytes: (face: FaceId) => Uint8Array, report: Report): EmbeddedFaces {
  const faces = new Map<FaceId, OpenFace | undefined>();
  const plain = new Map<ShapedText, EncodedText>();
  const hyphenated = new Map<ShapedText, EncodedText>();

  function faceOf(id: FaceId, origin: Origin): OpenFace | undefined {
    if (!faces.has(id)) faces.set(id, openFace(body, id, fontBytes(id), origin, report));
    return faces.get(id);
  }
  return {
    encode(shaped, addedHyphen, origin) {
      const cache = addedHyphen === 'hyphen' ? hyphenated : plain;
      const known = cache.get(shaped);
      if (known) return known;
      const face = faceOf(shaped.face, origin);
      if (face === undefined) return undefined;
      const encoded = encodeShaped(shaped, face, addedHyphen);
      cache.set(shaped, encoded);
      return encoded;
    },
    embed() {
      for (const face of faces.values()) if (face !== undefined) embedFace(face, report);
    },
  };
}

// fontkit throws raw errors of many kinds on a damaged file; all mean the same to the user.

function openFace(body: PdfBody, id: FaceId, bytes: Uint8Array, origin: Origin, report: Report): OpenFace | undefined {
  try {
    const font = body.openFont(id, bytes);
    if (!font.restricted) return { id, font, space: encodeSpace(font), origin };
    const message = `the licence flags of the font "${id}" forbid to embed it`;
    report({ code: 'bad-font', severity: 'error', origin, message, hint: 'use a font that allows embedding' });
  } catch {
    reportDamage(id, origin, report);
  }
  return undefined;
}

function embedFace(face: OpenFace, report: Report): void {
  try {
    face.font.embed();
  } catch {
    reportDamage(face.id, face.origin, report);
  }
}

function reportDamage(id: FaceId, origin: Origin, report: Report): void {
  const message = `the file of the font "${id}" is damaged`;
  report({ code: 'bad-font', severity: 'error', origin, message, hint: 'replace it by a sound TTF, OTF or WOFF file' });
}

function encodeSpace(font: PdfFont): EncodedText['space'] {
  const glyph = font.glyphOf(0x20);
  return glyph === 0 ? undefined : { body: binaryBytes(codeString(font.code(glyph, ' '))), width: font.advance(glyph) };
}

/** Glyph codes with the kerning between them. Kerning is rounded to a tenth of a thousandth of an em. */
function encodeShaped(shaped: ShapedText, face: OpenFace, addedHyphen: 'hyphen' | 'none'): EncodedText {
  const { font } = face;
  const texts = glyphTexts(shaped, addedHyphen);
  const last = shaped.glyphs.length - 1;
  let body = '';
  let width = 0;
  for (let i = 0; i <= last; i++) {
    const glyph = shaped.glyphs[i] as number;
    const advance = font.advance(glyph);
    const kern = i < last ? Math.round((advance - (shaped.advances[i] as number)) * 10) / 10 : 0;
    body += codeString(font.code(glyph, texts[i] as string));
    if (kern !== 0) body += `)${kern}(`;
    width += advance - kern;
  }
  const actualText = texts.includes(ZERO_WIDTH_SPACE) ? shaped.text : undefined;
  return { font, body: binaryBytes(body), glyphs: last + 1, width, space: face.space, actualText };
}

/** What each glyph stands for. The hyphen that a line break added stands for U+00AD, so that a reader can drop it. */
function glyphTexts(shaped: ShapedText, addedHyphen: 'hyphen' | 'none'): readonly string[] {
  const texts: string[] = [];
  let from = 0;
  for (const length of shaped.clusters) {
    texts.push(length === 0 ? ZERO_WIDTH_SPACE : shaped.text.slice(from, from + length));
    from += length;
  }
  if (addedHyphen === 'hyphen' && texts.length > 0) {
    texts.push((texts.pop() as string).replace(/[-\u2010]$/, SOFT_HYPHEN));
  }
  return texts;
}

/** A code as two bytes of a literal string. */
function codeString(code: number): string {
  return escapeByte(code >> 8) + escapeByte(code & 0xff);
}

/**
 * A byte inside a literal string (ISO 32000-1, 7.3.4.2). A bare carriage return would be read as a line feed, and the
 * parentheses and the backslash have meanings; every other byte stands for itself.
 */
function escapeByte(byte: number): string {
  if (byte === 0x0d) return '\\r';
  const character = String.fromCharCode(byte);
  return character === '(' || character === ')' || character === '\\' ? `\\${character}` : character;
}
