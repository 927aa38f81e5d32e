/**
 * The one file that knows fontkit: the full shaping engine for words beyond our own tables (combining marks, Arabic,
 * contextual rules), and outlines of PostScript fonts. Loading it costs 70 to 100 ms, so nothing else may import it.
 */
import { create, type Font } from 'fontkit';
import type { InkBounds } from './check-outlines.js';

/** Glyphs as the full engine gives them, in visual order from left to right. */
export interface LaidOut {
  readonly glyphs: readonly number[];
  /** Thousandths of an em. Horizontal placement is folded in; vertical placement is not kept. */
  readonly advances: readonly number[];
  readonly clusters: readonly number[];
}

export interface FullEngine {
  /** Shapes text; undefined where the font's tables break the engine. */
  layOut(text: string, features: readonly string[], language: string): LaidOut | undefined;
  /** The box of a glyph's outline in em, y up; undefined where it has none. */
  glyphBounds(glyph: number): InkBounds | undefined;
}

const NON_JOINER = 0x200c;
const INVISIBLE: ReadonlySet<number> = new Set([NON_JOINER, 0x200d]);

/** Opens a font; undefined where fontkit cannot. Never throws. */
export function openFullEngine(bytes: Uint8Array): FullEngine | undefined {
  const font = attempt(() => create(bytes as Buffer) as Font);
  if (!font) return undefined;
  return {
    layOut: (text, features, language) => attempt(() => layOut(font, text, features, language)),
    glyphBounds: (glyph) => attempt(() => glyphBounds(font, glyph)),
  };
}

/** fontkit answers damaged fonts with raw TypeErrors, RangeErrors and overflows of the stack: none may leave this file. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function layOut(font: Font, text: string, features: readonly string[], language: string): LaidOut {
  const run = font.layout(text, [...features], undefined, language === '' ? undefined : language);
  const thousandths = 1000 / font.unitsPerEm;
  const glyphs: number[] = [];
  const advances: number[] = [];
  const clusters: number[] = [];
  run.glyphs.forEach((glyph, index) => {
    const position = run.positions[index] as (typeof run.positions)[number];
    const length = textLength(glyph.codePoints);
    const last = glyphs.length - 1;
    // The engine shows what is not to be seen as a space without width; such a glyph would be read as a word space.
    if (INVISIBLE.has(glyph.codePoints[0] as number)) {
      if (last >= 0) clusters[last] = (clusters[last] as number) + length;
      return;
    }
    const shift = last >= 0 ? position.xOffset : 0;
    if (last >= 0) advances[last] = (advances[last] as number) + shift * thousandths;
    glyphs.push(glyph.id);
    advances.push((position.xAdvance - shift) * thousandths);
    clusters.push(length);
  });
  return { glyphs, advances, clusters: settleClusters(clusters, text.replaceAll('\u200c', '').length) };
}

/** UTF-16 code units of the code points, without non-joiners, which do not stay in the text. */
function textLength(codePoints: readonly number[]): number {
  return codePoints.reduce((sum, code) => sum + (code === NON_JOINER ? 0 : code > 0xffff ? 2 : 1), 0);
}

/** Where the engine lost count of characters (a composition, a split glyph), the last glyph stands for the rest. */
function settleClusters(clusters: number[], length: number): number[] {
  const sum = clusters.reduce((total, cluster) => total + cluster, 0);
  if (sum === length || clusters.length === 0) return clusters;
  return [...clusters.slice(0, -1).fill(0), length];
}

function glyphBounds(font: Font, glyph: number): InkBounds | undefined {
  const { minX, maxX, minY, maxY } = font.getGlyph(glyph).bbox;
  if (![minX, maxX, minY, maxY].every(Number.isFinite)) return undefined;
  const em = font.unitsPerEm;
  return { left: minX / em, right: maxX / em, top: maxY / em, foot: minY / em };
}
