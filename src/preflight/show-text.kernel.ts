/*
 * The text operators (ISO 32000-1, 9). Every string becomes one mark with its size as printed and the box that it takes
 * up; every code that is shown is noted with its font.
 */

import { apply, asMatrix, IDENTITY, type Matrix, multiply, unitLengths } from '../units/matrix.js';
import { boxAround } from './box.js';
import type { Operand } from './content-tokens.kernel.js';
import { cidOf, codesOf, glyphProcedure, type PdfFont } from './pdf-font.js';
import { asDict, numbersAt } from './pdf-objects.js';
import { baseOf, complain, nameOf, numbers, type Operator, REPAIR, type Run, resource } from './run.js';

export const textOperators: Readonly<Record<string, Operator>> = {
  BT: (run) => placeLine(run, IDENTITY),
  ET: () => {},
  Tc: (run, operands) => {
    run.state.characterSpace = first(operands);
  },
  Tw: (run, operands) => {
    run.state.wordSpace = first(operands);
  },
  Tz: (run, operands) => {
    run.state.horizontalScale = first(operands) / 100;
  },
  TL: (run, operands) => {
    run.state.leading = first(operands);
  },
  Ts: (run, operands) => {
    run.state.rise = first(operands);
  },
  Tr: (run, operands) => {
    run.state.renderMode = first(operands);
  },
  Tf: (run, operands) => {
    run.state.fontSize = numbers(operands, 2)[1] as number;
    const font = asDict(resource(run, 'Font', nameOf(operands[0])));
    run.state.font = font && run.tools.readFont(font);
  },
  Td: (run, operands) => moveLine(run, operands),
  TD: (run, operands) => {
    run.state.leading = -(numbers(operands, 2)[1] as number);
    moveLine(run, operands);
  },
  Tm: (run, operands) => placeLine(run, asMatrix(numbers(operands, 6)) ?? IDENTITY),
  'T*': (run) => nextLine(run),
  Tj: (run, operands) => showPieces(run, operands),
  TJ: (run, operands) => showPieces(run, Array.isArray(operands[0]) ? (operands[0] as readonly Operand[]) : []),
  "'": (run, operands) => {
    nextLine(run);
    showPieces(run, operands);
  },
  '"': (run, operands) => {
    [run.state.wordSpace, run.state.characterSpace] = numbers(operands, 2) as [number, number];
    nextLine(run);
    showPieces(run, operands.slice(2));
  },
};

function first(operands: readonly Operand[]): number {
  return numbers(operands, 1)[0] as number;
}

function placeLine({ text }: Run, matrix: Matrix): void {
  text.matrix = matrix;
  text.lineMatrix = matrix;
}

function moveLine(run: Run, operands: readonly Operand[]): void {
  const [x, y] = numbers(operands, 2) as [number, number];
  placeLine(run, multiply([1, 0, 0, 1, x, y], run.text.lineMatrix));
}

function nextLine(run: Run): void {
  placeLine(run, multiply([1, 0, 0, 1, 0, -run.state.leading], run.text.lineMatrix));
}

/** Strings, and numbers that move the pen back by so many thousandths of an em. */
function showPieces(run: Run, pieces: readonly Operand[]): void {
  const { state, text } = run;
  const { font } = state;
  if (font === undefined) {
    complain(run, 'missing-resource', 'text is shown before a font is chosen', REPAIR);
    return;
  }
  // Taken before the pen moves: a mark starts where its first glyph does.
  const start = glyphMatrix(run);
  let advance = 0;
  let blank = true;
  for (const piece of pieces) {
    if (typeof piece === 'number') advance -= (piece / 1000) * state.fontSize * state.horizontalScale;
    if (!(piece instanceof Uint8Array)) continue;
    for (const code of codesOf(font, piece)) {
      if (!isSpace(font, code)) blank = false;
      noteCode(run, font, code, advance);
      advance += advanceOf(run, font, code);
    }
  }
  text.matrix = multiply([1, 0, 0, 1, advance, 0], text.matrix);
  if (advance !== 0 || !blank) markText(run, font, start, advance, blank);
}

/** From the em square to the page (ISO 32000-1, 9.4.4). */
function glyphMatrix({ state, text }: Run): Matrix {
  const { fontSize, horizontalScale, rise } = state;
  return multiply(multiply([fontSize * horizontalScale, 0, 0, fontSize, 0, rise], text.matrix), state.ctm);
}

/** In text space. */
function advanceOf({ state }: Run, font: PdfFont, code: number): number {
  const unit = font.type === 'glyphs' ? (numbersAt(font.dict, 'FontMatrix')?.[0] ?? 0.001) : 0.001;
  const space = font.type !== 'composite' && code === 32 ? state.wordSpace : 0;
  const width = font.widthOf(cidOf(font, code)) * unit * state.fontSize;
  return (width + state.characterSpace + space) * state.horizontalScale;
}

/** A simple font's space is its code 32. A composite one's has no ink either, but only its text says so. */
function isSpace(font: PdfFont, code: number): boolean {
  return font.type === 'composite' ? (font.unicode?.isBlank(code) ?? false) : code === 32;
}

function noteCode(run: Run, font: PdfFont, code: number, advance: number): void {
  run.tools.budget.spendSteps(1);
  if (font.used.has(code)) return;
  const [x, y] = apply(multiply([1, 0, 0, 1, advance, 0], run.text.matrix), 0, 0);
  const [pageX, pageY] = apply(run.state.ctm, x, y);
  font.used.set(code, { page: run.page, x: pageX, y: pageY });
  if (font.type === 'glyphs') runGlyph(run, font, code);
}

/** A glyph of a glyph font is content: what it holds is judged once. */
function runGlyph(run: Run, font: PdfFont, code: number): void {
  const procedure = glyphProcedure(font, code);
  if (procedure === undefined) return;
  const fontMatrix = asMatrix(numbersAt(font.dict, 'FontMatrix')) ?? IDENTITY;
  run.inner(procedure, { ...run.state, ctm: multiply(fontMatrix, glyphMatrix(run)) });
}

/** Type narrower than this share of its height is only as large as it is wide. */
const NARROW = 0.9;
const INVISIBLE = 3;
const CLIP_ONLY = 7;

function markText(run: Run, font: PdfFont, start: Matrix, advance: number, blank: boolean): void {
  const { renderMode, fontSize, horizontalScale } = run.state;
  if (renderMode === INVISIBLE || renderMode === CLIP_ONLY) return;
  const { across, up } = unitLengths(start);
  const ems = fontSize * horizontalScale === 0 ? 0 : advance / (fontSize * horizontalScale);
  const corners = [
    apply(start, 0, DESCENT),
    apply(start, ems, DESCENT),
    apply(start, 0, ASCENT),
    apply(start, ems, ASCENT),
  ];
  const painting = renderMode % 4;
  const parts = { fill: painting !== 1, stroke: painting === 1 || painting === 2 };
  run.visitor.mark({
    ...baseOf(run, parts, boxAround(corners)),
    type: 'text',
    font,
    size: across < up * NARROW ? across : up,
    blank,
  });
}

/** How far letters reach from the baseline, in ems: near enough for a box that says where they are. */
const DESCENT = -0.2;
const ASCENT = 0.75;
