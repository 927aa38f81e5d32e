/* One stream of content while it is run, and what all operators need of it. */
import { type PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import { apply, type Matrix } from '../units/matrix.js';
import type { Box } from './box.js';
import type { Budget } from './budget.js';
import type { SpaceContext } from './color-space.js';
import { isName, type Operand } from './content-tokens.kernel.js';
import { type GraphicsState, transparencyOf } from './graphics-state.kernel.js';
import type { MarkVisitor } from './marks.js';
import type { PathDraft } from './path-draft.kernel.js';
import type { PdfFont } from './pdf-font.js';
import { asDict, at, dictAt } from './pdf-objects.js';
import { type PdfPage, placeOn } from './read-pages.js';
import type { Unpack } from './unpack-stream.js';

/** What all content of a file is run with. */
export interface ContentTools {
  readonly unpack: Unpack;
  readonly budget: Budget;
  readonly readFont: (dict: PDFDict) => PdfFont;
}

/** The text and line matrices. */
export interface TextState {
  matrix: Matrix;
  lineMatrix: Matrix;
}

/** One stream of content while it is run: a page, or a form, pattern or glyph within. */
export interface Run {
  readonly page: PdfPage;
  readonly tools: ContentTools;
  readonly visitor: MarkVisitor;
  readonly resources: PDFDict | undefined;
  readonly spaces: SpaceContext;
  /** The matrix of the page, which patterns start from, whatever form they are used in. */
  readonly base: Matrix;
  /** Streams that are being run around this one. */
  readonly around: readonly PDFDict[];
  /** Patterns that were run on this page: once is enough. */
  readonly patternsSeen: Set<PDFDict>;
  state: GraphicsState;
  readonly stack: GraphicsState[];
  path: PathDraft;
  readonly text: TextState;
  /** Runs a form, pattern or glyph within this. */
  readonly inner: (stream: PDFRawStream, state: GraphicsState) => void;
  /** How deep `BX` is open: unknown operators are meant to be there. */
  compatibility: number;
  tooDeep: boolean;
}

/** The hint for content that cannot be right. */
export const REPAIR = 'have the file made anew, or tell its maker: the content of the page is broken';

/** A fault of the content, with the place where the pen is. */
export function complain(run: Run, rule: Parameters<MarkVisitor['fault']>[0], message: string, hint: string): void {
  const [x, y] = apply(run.state.ctm, 0, 0);
  run.visitor.fault(rule, placeOn(run.page, x, y), message, hint);
}

export type Operator = (run: Run, operands: readonly Operand[]) => void;

/** The operands as numbers, 0 for what is none. */
export function numbers(operands: readonly Operand[], count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => {
    const operand = operands[index];
    return typeof operand === 'number' ? operand : 0;
  });
}

export function nameOf(operand: Operand | undefined): string {
  return isName(operand) ? operand.name : '';
}

/** Whether the resources have a thing of this kind and name, whatever it is. */
export function hasResource(run: Run, kind: string, name: string): boolean {
  const all = run.resources && dictAt(run.resources, kind);
  return all !== undefined && at(all, name) !== undefined;
}

/** Looks something up in the resources; complains where it is not there. */
export function resource(run: Run, kind: string, name: string): PDFDict | PDFRawStream | undefined {
  const all = run.resources && dictAt(run.resources, kind);
  const found = all && at(all, name);
  const dict = asDict(found);
  if (dict === undefined) {
    complain(run, 'missing-resource', `${kind} "${name}" is used and not there`, REPAIR);
    return undefined;
  }
  return found instanceof PDFRawStream ? found : dict;
}

export function toPage(run: Run, operands: readonly Operand[], from: number): readonly [number, number] {
  const [x, y] = numbers(operands.slice(from), 2) as [number, number];
  return apply(run.state.ctm, x, y);
}

/** What all marks made now have in common. */
export function baseOf(run: Run, parts: { readonly fill: boolean; readonly stroke: boolean }, bounds: Box) {
  const { state } = run;
  return {
    page: run.page,
    bounds,
    fill: parts.fill ? state.fill : undefined,
    stroke: parts.stroke ? state.stroke : undefined,
    overprint: { fill: state.overprintFill, stroke: state.overprintStroke, mode: state.overprintMode },
    transparency: transparencyOf(state, parts),
  };
}
