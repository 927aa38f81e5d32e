/*
 * Runs the content of a page (ISO 32000-1, 8 and 9) and tells of every mark that it makes: through form XObjects,
 * tiling patterns and glyph procedures, with the graphics state that holds there. State changes in place.
 *
 * Clipping is left out: what is clipped away is judged as well, since it is in the file and a change would show it.
 */
import { PDFArray, type PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import { joinBytes } from '../units/bytes.js';
import { apply, areaScale, asMatrix, IDENTITY, multiply } from '../units/matrix.js';
import { MOST_FORM_DEPTH } from './budget.js';
import { type ContentVisitor, readContent } from './content-tokens.kernel.js';
import { applyExtGState, type GraphicsState, startState } from './graphics-state.kernel.js';
import { inlineImageStream } from './image-marks.js';
import type { MarkVisitor } from './marks.js';
import { finishPath, startPath } from './path-draft.kernel.js';
import { at, dictAt, resolve } from './pdf-objects.js';
import { type PdfPage, pageOnly } from './read-pages.js';
import {
  baseOf,
  type ContentTools,
  complain,
  nameOf,
  numbers,
  type Operator,
  REPAIR,
  type Run,
  resource,
  toPage,
} from './run.js';
import { colorOperators } from './set-color.js';
import { showImage, showXObject } from './show-object.js';
import { textOperators } from './show-text.kernel.js';
import type { Unpack } from './unpack-stream.js';

/** The most that `q` may be nested (ISO 32000-1, annex C). */
const MOST_Q_DEPTH = 28;

/** Runs a page. Throws `BeyondLimits` where that takes too long. */
export function runPage(page: PdfPage, tools: ContentTools, visitor: MarkVisitor): void {
  const bytes = pageContent(page, tools.unpack, visitor);
  const surroundings = { page, tools, visitor, base: IDENTITY, around: [], patternsSeen: new Set<PDFDict>() };
  runStream(bytes, { ...surroundings, resources: page.resources, state: startState() });
}

/** A page's streams are one, with white space between (ISO 32000-1, 7.8.2). */
function pageContent(page: PdfPage, unpack: Unpack, visitor: MarkVisitor): Uint8Array {
  const contents = at(page.dict, 'Contents');
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
  const blocks: Uint8Array[] = [];
  for (const part of parts) {
    const stream = resolve(page.dict.context, part);
    if (!(stream instanceof PDFRawStream)) continue;
    const unpacked = unpack(stream);
    const whole = unpacked.type === 'unpacked' && unpacked.coding === undefined && !unpacked.cutShort;
    if (!whole) {
      const hint = 'have the file made anew: part of this page is lost';
      visitor.fault('damaged-file', pageOnly(page), 'the content of the page cannot be unpacked to its end', hint);
    }
    if (unpacked.type === 'unpacked' && unpacked.coding === undefined) blocks.push(unpacked.bytes, WHITE);
  }
  return joinBytes(blocks);
}

const WHITE = Uint8Array.of(10);

type Surroundings = Pick<
  Run,
  'page' | 'tools' | 'visitor' | 'base' | 'around' | 'patternsSeen' | 'resources' | 'state'
>;

function runStream(bytes: Uint8Array, surroundings: Surroundings): void {
  const { page, tools, resources } = surroundings;
  const run: Run = {
    ...surroundings,
    spaces: { context: page.dict.context, resources, unpack: tools.unpack },
    stack: [],
    path: startPath(),
    text: { matrix: IDENTITY, lineMatrix: IDENTITY },
    inner: (stream, state) => runInner(run, stream, state),
    compatibility: 0,
    tooDeep: false,
  };
  readContent(bytes, visitorOf(run));
  if (run.stack.length > 0) complain(run, 'content-syntax', `${run.stack.length} q without Q`, REPAIR);
}

function visitorOf(run: Run): ContentVisitor {
  return {
    operator(name, operands) {
      run.tools.budget.spendSteps(1);
      const operator = OPERATORS[name];
      if (operator !== undefined && Object.hasOwn(OPERATORS, name)) operator(run, operands);
      else if (run.compatibility === 0) complain(run, 'content-syntax', `unknown operator "${name}"`, REPAIR);
    },
    inlineImage(image) {
      const stream = inlineImageStream(image, run.spaces.context);
      showImage(run, 'an inline image', stream);
    },
  };
}

const nothing: Operator = () => {};

const OPERATORS: Readonly<Record<string, Operator>> = {
  // state
  q: (run) => {
    run.stack.push({ ...run.state });
    if (run.stack.length > MOST_Q_DEPTH && !run.tooDeep) {
      run.tooDeep = true;
      complain(run, 'deep-nesting', `q is nested more than ${MOST_Q_DEPTH} deep`, 'have the file made anew, flatter');
    }
    if (run.stack.length > 10_000) run.stack.length = 10_000;
  },
  Q: (run) => {
    const saved = run.stack.pop();
    if (saved === undefined) complain(run, 'content-syntax', 'Q without q', REPAIR);
    else run.state = saved;
  },
  cm: (run, operands) => {
    const matrix = asMatrix(numbers(operands, 6));
    if (matrix !== undefined) run.state.ctm = multiply(matrix, run.state.ctm);
  },
  w: (run, operands) => {
    run.state.lineWidth = Math.abs(numbers(operands, 1)[0] as number);
  },
  gs: (run, operands) => {
    const dict = resource(run, 'ExtGState', nameOf(operands[0]));
    if (dict !== undefined && !(dict instanceof PDFRawStream)) applyExtGState(run.state, dict, run.tools.readFont);
  },
  J: nothing,
  j: nothing,
  M: nothing,
  d: nothing,
  ri: nothing,
  i: nothing,
  // paths
  m: (run, operands) => run.path.move(toPage(run, operands, 0)),
  l: (run, operands) => run.path.line(toPage(run, operands, 0)),
  c: (run, operands) => run.path.curve([toPage(run, operands, 0), toPage(run, operands, 2), toPage(run, operands, 4)]),
  v: (run, operands) => run.path.curve([toPage(run, operands, 0), toPage(run, operands, 2)]),
  y: (run, operands) => run.path.curve([toPage(run, operands, 0), toPage(run, operands, 2)]),
  h: nothing,
  re: (run, operands) => {
    const [x, y, width, height] = numbers(operands, 4) as [number, number, number, number];
    const corner = (dx: number, dy: number) => apply(run.state.ctm, x + dx, y + dy);
    run.path.move(corner(0, 0));
    for (const point of [corner(width, 0), corner(width, height), corner(0, height)]) run.path.line(point);
  },
  W: nothing,
  'W*': nothing,
  n: (run) => {
    run.path = startPath();
  },
  S: (run) => paintPath(run, 'stroke'),
  s: (run) => paintPath(run, 'stroke'),
  f: (run) => paintPath(run, 'fill'),
  F: (run) => paintPath(run, 'fill'),
  'f*': (run) => paintPath(run, 'fill'),
  B: (run) => paintPath(run, 'both'),
  'B*': (run) => paintPath(run, 'both'),
  b: (run) => paintPath(run, 'both'),
  'b*': (run) => paintPath(run, 'both'),
  // what is kept elsewhere
  Do: (run, operands) => showXObject(run, nameOf(operands[0])),
  ...colorOperators,
  ...textOperators,
  // glyph procedures, marked content, compatibility
  d0: nothing,
  d1: nothing,
  MP: nothing,
  DP: nothing,
  BMC: nothing,
  BDC: nothing,
  EMC: nothing,
  BX: (run) => {
    run.compatibility += 1;
  },
  EX: (run) => {
    run.compatibility -= 1;
  },
};

function paintPath(run: Run, how: 'fill' | 'stroke' | 'both'): void {
  const { bounds, bars } = finishPath(run.path);
  run.path = startPath();
  if (bounds === undefined) return;
  const parts = { fill: how !== 'stroke', stroke: how !== 'fill' };
  const lineWidth = parts.stroke ? run.state.lineWidth * Math.sqrt(areaScale(run.state.ctm)) : undefined;
  run.visitor.mark({
    ...baseOf(run, parts, bounds),
    type: 'path',
    lineWidth,
    bars: parts.fill && !parts.stroke ? bars : [],
  });
}

/** What starting on a form costs, in operators. */
const STEPS_PER_FORM = 300;

/** Runs a form, pattern or glyph. One that calls itself, or that lies too deep, is left out. */
function runInner(run: Run, stream: PDFRawStream, state: GraphicsState): void {
  const { dict } = stream;
  if (run.around.includes(dict) || run.around.length >= MOST_FORM_DEPTH) {
    complain(run, 'content-syntax', 'a form, pattern or glyph calls itself, or lies too deep', REPAIR);
    return;
  }
  run.tools.budget.spendSteps(STEPS_PER_FORM);
  const unpacked = run.tools.unpack(stream);
  if (unpacked.type === 'damaged' || unpacked.coding !== undefined) {
    complain(run, 'damaged-file', 'a form, pattern or glyph cannot be unpacked', 'have the file made anew');
    return;
  }
  const { page, tools, visitor, base, patternsSeen } = run;
  runStream(unpacked.bytes, {
    page,
    tools,
    visitor,
    base,
    patternsSeen,
    around: [...run.around, dict],
    // Old forms use the resources of the page around them.
    resources: dictAt(dict, 'Resources') ?? run.resources,
    state,
  });
}
