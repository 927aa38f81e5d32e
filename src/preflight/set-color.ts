/* The colour operators (ISO 32000-1, 8.6.8), and patterns and shadings, which are colours that draw. */
import { type PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { asMatrix, IDENTITY, multiply } from '../units/matrix.js';
import type { Box } from './box.js';
import { CMYK, type ColorSpace, firstColor, GRAY, inksOf, RGB, readColorSpace } from './color-space.js';
import type { Operand } from './content-tokens.kernel.js';
import { startState } from './graphics-state.kernel.js';
import type { Paint } from './marks.js';
import { asDict, at, dictAt, numbersAt } from './pdf-objects.js';
import { baseOf, complain, hasResource, nameOf, numbers, type Operator, REPAIR, type Run, resource } from './run.js';

export const colorOperators: Readonly<Record<string, Operator>> = {
  g: (run, operands) => setColor(run, 'fill', GRAY, numbers(operands, 1)),
  G: (run, operands) => setColor(run, 'stroke', GRAY, numbers(operands, 1)),
  rg: (run, operands) => setColor(run, 'fill', RGB, numbers(operands, 3)),
  RG: (run, operands) => setColor(run, 'stroke', RGB, numbers(operands, 3)),
  k: (run, operands) => setColor(run, 'fill', CMYK, numbers(operands, 4)),
  K: (run, operands) => setColor(run, 'stroke', CMYK, numbers(operands, 4)),
  cs: (run, operands) => chooseSpace(run, 'fill', nameOf(operands[0])),
  CS: (run, operands) => chooseSpace(run, 'stroke', nameOf(operands[0])),
  sc: (run, operands) => setComponents(run, 'fill', operands),
  scn: (run, operands) => setComponents(run, 'fill', operands),
  SC: (run, operands) => setComponents(run, 'stroke', operands),
  SCN: (run, operands) => setComponents(run, 'stroke', operands),
  sh: (run, operands) => {
    const shading = asDict(resource(run, 'Shading', nameOf(operands[0])));
    if (shading !== undefined) showShading(run, shading, run.page.bleed);
  },
};

function setColor(run: Run, part: 'fill' | 'stroke', space: ColorSpace, color: readonly number[]): void {
  run.state[part] = { space, inks: inksOf(space, color) };
}

const NAMED_BY_ITSELF: ReadonlySet<string> = new Set(['DeviceGray', 'DeviceRGB', 'DeviceCMYK', 'Pattern']);

function chooseSpace(run: Run, part: 'fill' | 'stroke', name: string): void {
  const missing = !NAMED_BY_ITSELF.has(name) && !hasResource(run, 'ColorSpace', name);
  if (missing) complain(run, 'missing-resource', `ColorSpace "${name}" is used and not there`, REPAIR);
  const space = missing ? GRAY : readColorSpace(PDFName.of(name), run.spaces);
  setColor(run, part, space, firstColor(space));
}

function setComponents(run: Run, part: 'fill' | 'stroke', operands: readonly Operand[]): void {
  const { space } = run.state[part];
  if (space.type !== 'pattern') {
    setColor(run, part, space, numbers(operands, operands.length));
    return;
  }
  const pattern = resource(run, 'Pattern', nameOf(operands.at(-1)));
  run.state[part] = { space, inks: undefined };
  if (pattern !== undefined) usePattern(run, pattern, space.under, operands);
}

/** A pattern counts where it is chosen: it is chosen to be painted with. */
function usePattern(
  run: Run,
  pattern: PDFDict | PDFRawStream,
  under: ColorSpace | undefined,
  operands: readonly Operand[],
): void {
  const dict = asDict(pattern) as PDFDict;
  if (run.patternsSeen.has(dict) && under === undefined) return;
  run.patternsSeen.add(dict);
  const shading = dictAt(dict, 'Shading');
  if (shading !== undefined) {
    showShading(run, shading, undefined);
    return;
  }
  if (!(pattern instanceof PDFRawStream)) return;
  const matrix = asMatrix(numbersAt(dict, 'Matrix')) ?? IDENTITY;
  const state = startState(multiply(matrix, run.base));
  if (under !== undefined) {
    const paint: Paint = { space: under, inks: inksOf(under, numbers(operands, operands.length - 1)) };
    Object.assign(state, { fill: paint, stroke: paint });
  }
  run.inner(pattern, state);
}

function showShading(run: Run, dict: PDFDict, bounds: Box | undefined): void {
  const space = readColorSpace(at(dict, 'ColorSpace'), run.spaces);
  const mark = baseOf(run, { fill: false, stroke: false }, bounds ?? run.page.bleed);
  run.visitor.mark({ ...mark, type: 'shading', space, dict });
}
