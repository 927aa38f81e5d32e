/*
 * What content draws, one mark at a time, with all that decides how it prints. Judges look at marks; they never see the
 * content itself.
 */
import type { PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import type { Matrix } from '../units/matrix.js';
import type { Box } from './box.js';
import type { ColorSpace, Inks } from './color-space.js';
import type { FindingPlace } from './finding.js';
import type { PdfFont } from './pdf-font.js';
import type { PdfPage } from './read-pages.js';
import type { RuleCode } from './rules.js';

/** A colour in use. */
export interface Paint {
  readonly space: ColorSpace;
  /** Undefined where the inks are not known: RGB, Lab, spot colours, patterns. */
  readonly inks: Inks | undefined;
}

interface MarkBase {
  readonly page: PdfPage;
  /** In the page's own points, y up. */
  readonly bounds: Box;
  readonly fill: Paint | undefined;
  readonly stroke: Paint | undefined;
  readonly overprint: { readonly fill: boolean; readonly stroke: boolean; readonly mode: number };
  /** Why this is transparent, in words; undefined where it is not. */
  readonly transparency: string | undefined;
}

/** One string shown. */
export interface TextMark extends MarkBase {
  readonly type: 'text';
  readonly font: PdfFont;
  /** Height of the em as it is printed. */
  readonly size: number;
  /** Whether it has a glyph other than a space. */
  readonly blank: boolean;
}

/** One path painted. */
export interface PathMark extends MarkBase {
  readonly type: 'path';
  /** Width of the stroke as it is printed; undefined where it is not stroked. */
  readonly lineWidth: number | undefined;
  /** Filled bars: rectangles much longer than wide, which are lines to the eye. */
  readonly bars: readonly Box[];
}

/** An image or image mask shown. */
export interface ImageMark extends MarkBase {
  readonly type: 'image';
  readonly name: string;
  readonly dict: PDFDict;
  readonly stream: PDFRawStream;
  /** Undefined for a mask, which is painted in the fill colour. */
  readonly space: ColorSpace | undefined;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bits: number;
  readonly matrix: Matrix;
}

/** A gradient. */
export interface ShadingMark extends MarkBase {
  readonly type: 'shading';
  readonly space: ColorSpace;
  readonly dict: PDFDict;
}

export type Mark = TextMark | PathMark | ImageMark | ShadingMark;

/** Is told what content does, in order. */
export interface MarkVisitor {
  mark(mark: Mark): void;
  /** Something in the content itself is wrong. */
  fault(rule: RuleCode, place: FindingPlace, message: string, hint: string): void;
}
