/**
 * The faces of a job as the PDF holds them. A piece of shaped text is encoded once and looked up ever after: a newspaper
 * of 48,000 words has some 7,000 distinct ones.
 */
import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { FaceId } from '../model/font.js';
import type { ShapedText } from '../model/hlist.js';
import { startBytes } from './byte-text.kernel.js';
import { type EncodedText, type EncoderScratch, encodeShaped } from './encode-text.kernel.js';
import type { PdfBody, PdfFont } from './pdfkit-internals.js';

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

interface OpenFace {
  readonly id: FaceId;
  readonly font: PdfFont;
  readonly scratch: EncoderScratch;
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
      const encoded = encodeShaped(shaped, face.font, face.scratch, addedHyphen);
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
    if (!font.restricted) return { id, font, scratch: { bytes: startBytes(), simpleCodes: new Map() }, origin };
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
