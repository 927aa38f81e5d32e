/**
 * Faces, opened when first needed. In: font files. Out: shapers of text in them. A face that cannot be used is reported
 * once and a blank stands in for it, so that the rest of the issue can be set and judged.
 */
import type { Report } from '../diagnostics/diagnostic.js';
import type { FaceId, FaceMetrics, FaceSource } from '../model/font.js';
import type { RunStyle } from '../model/styled.js';
import { blankFace } from './blank-face.js';
import type { InkBounds } from './check-outlines.js';
import { glyphOf } from './face-tables.js';
import { type Face, openFace } from './open-face.js';
import { openTypeLanguage } from './opentype-tags.js';
import { createTextShaper, type TextShaper } from './shape-text.js';
import { createGlyphStore } from './shape-word.kernel.js';
import type { Shapers } from './split-faces.js';

/** Where the shaper finds font files. */
export interface FontFiles {
  source(face: FaceId): FaceSource | undefined;
  /** Undefined where the file cannot be read, which the reader of files has reported. */
  bytes(face: FaceId): Uint8Array | undefined;
}

export interface FaceStore {
  /** Shapers for a style's face and its fallbacks, in order; fallbacks that cannot be used are left out. */
  shapersOf(style: RunStyle): Shapers;
  metrics(face: FaceId): FaceMetrics;
  /** The box of a glyph's ink in em, y up; undefined for one without ink. */
  ink(face: FaceId, glyph: number): InkBounds | undefined;
  spaceEm(face: FaceId): number;
}

const SPACE = 0x20;

export function createFaceStore(fonts: FontFiles, report: Report): FaceStore {
  const faces = new Map<FaceId, Face | undefined>();
  const blanks = new Map<FaceId, Face>();
  const shapers = new Map<string, TextShaper>();
  const glyphs = createGlyphStore();

  const usable = (id: FaceId): Face | undefined => {
    if (!faces.has(id)) faces.set(id, openReported(id, fonts, report));
    return faces.get(id);
  };
  const faceOrBlank = (id: FaceId): Face => {
    const face = usable(id) ?? blanks.get(id) ?? blankFace(id);
    if (!faces.get(id)) blanks.set(id, face);
    return face;
  };
  const shaperOf = (face: Face, style: RunStyle): TextShaper => {
    const language = openTypeLanguage(style.language);
    const key = JSON.stringify([face.id, language, style.features]);
    const shaper = shapers.get(key) ?? createTextShaper(face, language, style.features, glyphs);
    shapers.set(key, shaper);
    return shaper;
  };
  return {
    shapersOf: (style) => ({
      own: shaperOf(faceOrBlank(style.face), style),
      fallbacks: () => {
        const others = style.fallback.filter((id) => id !== style.face).map(usable);
        return others.filter((face) => face !== undefined).map((face) => shaperOf(face, style));
      },
    }),
    metrics: (face) => faceOrBlank(face).metrics,
    ink: (face, glyph) => faceOrBlank(face).ink(glyph),
    spaceEm: (face) => {
      const { tables } = faceOrBlank(face);
      return (tables.advances[glyphOf(tables, SPACE)] as number) / 1000;
    },
  };
}

/** Opens a face. A file that is missing or cannot be read was reported by who looked for it. */
function openReported(id: FaceId, fonts: FontFiles, report: Report): Face | undefined {
  const source = fonts.source(id);
  const bytes = source && fonts.bytes(id);
  if (!source || !bytes) return undefined;
  const face = openFace(id, bytes);
  if (face.type === 'face') return face;
  report({
    code: 'bad-font',
    severity: 'error',
    origin: source.origin,
    // The name alone: the origin says which catalogue lists it, and the whole path is that of one machine.
    message: `font file "${source.file.slice(source.file.lastIndexOf('/') + 1)}" ${face.message}`,
    hint: face.hint,
  });
  return undefined;
}
