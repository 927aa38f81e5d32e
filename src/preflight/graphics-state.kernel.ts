/*
 * The graphics state (ISO 32000-1, 8.4) as far as it decides how something prints. It is changed in place while content
 * is read; `q` copies it.
 */
import type { PDFDict } from '@cantoo/pdf-lib';
import { IDENTITY, type Matrix } from '../units/matrix.js';
import { GRAY, inksOf } from './color-space.js';
import type { Paint } from './marks.js';
import type { PdfFont } from './pdf-font.js';
import { asDict, asName, asNumber, at, boolAt, has, itemsAt, itemsOf, numberAt } from './pdf-objects.js';

export interface GraphicsState {
  ctm: Matrix;
  fill: Paint;
  stroke: Paint;
  fillAlpha: number;
  strokeAlpha: number;
  blend: string;
  softMask: boolean;
  overprintFill: boolean;
  overprintStroke: boolean;
  overprintMode: number;
  lineWidth: number;
  font: PdfFont | undefined;
  fontSize: number;
  characterSpace: number;
  wordSpace: number;
  /** 1 = natural. */
  horizontalScale: number;
  leading: number;
  rise: number;
  renderMode: number;
}

const BLACK: Paint = { space: GRAY, inks: inksOf(GRAY, [0]) };

export function startState(ctm: Matrix = IDENTITY): GraphicsState {
  return {
    ctm,
    fill: BLACK,
    stroke: BLACK,
    fillAlpha: 1,
    strokeAlpha: 1,
    blend: 'Normal',
    softMask: false,
    overprintFill: false,
    overprintStroke: false,
    overprintMode: 0,
    lineWidth: 1,
    font: undefined,
    fontSize: 0,
    characterSpace: 0,
    wordSpace: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
  };
}

/** Applies a graphics state dictionary (ISO 32000-1, 8.4.5). */
export function applyExtGState(state: GraphicsState, dict: PDFDict, readFont: (dict: PDFDict) => PdfFont): void {
  const stroke = boolAt(dict, 'OP');
  if (stroke !== undefined) state.overprintStroke = stroke;
  // `OP` alone stands for both.
  const fill = boolAt(dict, 'op') ?? stroke;
  if (fill !== undefined) state.overprintFill = fill;
  state.overprintMode = numberAt(dict, 'OPM') ?? state.overprintMode;
  state.fillAlpha = numberAt(dict, 'ca') ?? state.fillAlpha;
  state.strokeAlpha = numberAt(dict, 'CA') ?? state.strokeAlpha;
  state.lineWidth = numberAt(dict, 'LW') ?? state.lineWidth;
  if (has(dict, 'BM')) state.blend = blendOf(dict);
  if (has(dict, 'SMask')) state.softMask = asName(at(dict, 'SMask')) !== 'None';
  const [font, size] = itemsAt(dict, 'Font') ?? [];
  const fontDict = asDict(font);
  if (fontDict !== undefined) {
    state.font = readFont(fontDict);
    state.fontSize = asNumber(size) ?? state.fontSize;
  }
}

/** The first of several that a reader knows; all standard ones are known. */
function blendOf(dict: PDFDict): string {
  const blend = at(dict, 'BM');
  return asName(blend) ?? asName(itemsOf(dict.context, blend)?.[0]) ?? 'Normal';
}

/** Why what is painted now is transparent, in words; undefined where it is not. */
export function transparencyOf(state: GraphicsState, parts: { fill: boolean; stroke: boolean }): string | undefined {
  if (state.softMask) return 'a soft mask';
  if (state.blend !== 'Normal' && state.blend !== 'Compatible') return `blend mode ${state.blend}`;
  if (parts.fill && state.fillAlpha < 1) return `opacity ${Math.round(state.fillAlpha * 100)} %`;
  if (parts.stroke && state.strokeAlpha < 1) return `opacity ${Math.round(state.strokeAlpha * 100)} %`;
  return undefined;
}
