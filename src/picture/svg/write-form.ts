import type { FormRef, FormStream, PressForm } from '../../model/press-form.js';
import { areaScale, IDENTITY, type Matrix } from '../../units/matrix.js';
import type { Size } from '../../units/rect.js';
import { factor, ink, matrixOperands, pathOperators, place, roundTo } from './content-lines.js';
import type { Clip, Drawing, FillRule, GroupMark, ImageMark, Mark, Paint, ShapeMark, Stroke } from './drawing.js';
import { type FormObjects, formDict, openFormObjects, openResources, type Resources } from './form-objects.js';
import { gradientShades } from './gradient-shades.js';
import { chain, keepsShapes, scaleBy } from './matrix.js';
import type { FindInks } from './separate-colors.js';
import type { SvgColor } from './svg-color.js';
import { gradientKey, writeShading } from './write-shading.js';

/*
 * A drawing as a Form XObject. Shapes go to the drawing's own points before they are written, so that no matrix is set
 * for them but where a stroke needs one, and the graphics state is saved once at most: presses allow few levels of it.
 */

/** Gives the image XObject of an embedded picture; undefined for one that could not be converted. */
export type FindImage = (mark: ImageMark) => FormStream | undefined;

export function writeForm(drawing: Drawing, findInks: FindInks, findImage: FindImage): PressForm {
  const objects = openFormObjects();
  const writing: Writing = { objects, findInks, findImage, size: drawing.size, usesTransparency: false };
  const root = writeStream(drawing.marks, writing, 'drawing');
  return { objects: objects.objects, root: root.index, usesTransparency: writing.usesTransparency };
}

/** All colours that writing a drawing will ask for. */
export function* drawingColors(marks: readonly Mark[]): Generator<SvgColor> {
  for (const mark of marks) {
    if (mark.type === 'group') yield* drawingColors(mark.marks);
    if (mark.type !== 'shape') continue;
    for (const paint of [mark.fill?.paint, mark.stroke?.paint]) {
      if (paint?.type === 'color') yield paint.color;
      if (paint?.type === 'gradient') for (const { color } of gradientShades(paint.gradient.stops)) yield color;
    }
  }
}

interface Writing {
  readonly objects: FormObjects;
  readonly findInks: FindInks;
  readonly findImage: FindImage;
  readonly size: Size;
  usesTransparency: boolean;
}

/** A content stream as it grows. */
interface Content {
  readonly writing: Writing;
  readonly resources: Resources;
  readonly lines: string[];
  /** The clips that hold, within one saved state; none outside of it. */
  clips: readonly Clip[];
  /** What each operator was last given, so that nothing is set twice. */
  state: Map<string, string>;
  /** The same outside of the saved state. */
  outerState: Map<string, string>;
}

/** Fills and strokes let nothing through. */
const OPAQUE: readonly [operator: string, operands: string] = ['gs', '1 1'];
/** The graphics state that a drawing is placed in (ISO 32000-1, table 52). */
const START: readonly (readonly [operator: string, operands: string])[] = [
  ['fill', '0 g'],
  ['stroke', '0 G'],
  ['w', '1'],
  ['J', '0'],
  ['j', '0'],
  ['M', '10'],
  ['d', '[] 0'],
  OPAQUE,
];

function writeStream(marks: readonly Mark[], writing: Writing, kind: 'drawing' | 'group'): FormRef {
  // What a group takes over from where it is drawn is not known here, but that its opacity starts anew.
  const state = new Map(kind === 'drawing' ? START : [OPAQUE]);
  const content: Content = { writing, resources: openResources(), lines: [], clips: [], state, outerState: state };
  for (const mark of marks) writeMark(content, mark);
  clipTo(content, []);
  // A group is blended by itself first: what it lies on shows through once.
  const group = formDict({ Type: 'Group', S: 'Transparency', CS: 'DeviceCMYK', I: true });
  return writing.objects.add({
    type: 'stream',
    dict: formDict({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, roundTo(writing.size.width, 1e4), roundTo(writing.size.height, 1e4)],
      Resources: content.resources.dict(),
      Group: kind === 'group' ? group : undefined,
    }),
    bytes: asBytes(content.lines),
    packing: 'plain',
  });
}

function asBytes(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join('\n'));
}

function writeMark(content: Content, mark: Mark): void {
  switch (mark.type) {
    case 'shape':
      writeShape(content, mark);
      break;
    case 'image':
      writeImage(content, mark);
      break;
    case 'group':
      writeGroup(content, mark);
  }
}

/** Gives an operator its operands, unless it has them. */
function set(content: Content, operator: string, operands: string): void {
  if (content.state.get(operator) === operands) return;
  content.state.set(operator, operands);
  content.lines.push(operator === 'fill' || operator === 'stroke' ? operands : `${operands} ${operator}`);
}

/** Brings the clips to those wanted. Clips only ever grow narrower, so others take the saved state back first. */
function clipTo(content: Content, clips: readonly Clip[]): void {
  if (sameClips(content.clips, clips)) return;
  if (content.clips.length > 0) {
    content.lines.push('Q');
    content.state = content.outerState;
  }
  content.clips = clips;
  if (clips.length === 0) return;
  content.outerState = content.state;
  content.state = new Map(content.state);
  content.lines.push('q');
  for (const { path, rule } of clips) {
    // An empty area lets nothing through.
    const outline = path.length === 0 ? '0 0 0 0 re' : pathOperators(path, IDENTITY);
    content.lines.push(outline, rule === 'evenodd' ? 'W* n' : 'W n');
  }
}

function sameClips(one: readonly Clip[], other: readonly Clip[]): boolean {
  return one === other || (one.length === other.length && one.every((clip, index) => clip === other[index]));
}

function writeShape(content: Content, mark: ShapeMark): void {
  clipTo(content, mark.clips);
  const { fill, stroke } = mark;
  setOpacity(content, fill?.paint.alpha ?? 1, stroke?.paint.alpha ?? 1);
  if (fill) setPaint(content, 'fill', fill.paint);
  if (stroke) setPaint(content, 'stroke', stroke.paint);
  if (stroke) writeStroked(content, mark, stroke);
  else writePath(content, mark, fillOperator(fill?.rule));
}

function writeStroked(content: Content, mark: ShapeMark, stroke: Stroke): void {
  const { fill } = mark;
  const isUniform = keepsShapes(mark.matrix);
  // Painted by one operator, a see-through line would not show the fill below it.
  const isOpaque = stroke.paint.alpha === 1 && (fill?.paint.alpha ?? 1) === 1;
  if (fill && isUniform && isOpaque && !mark.paintsStrokeFirst) {
    setStroke(content, stroke, Math.sqrt(areaScale(mark.matrix)));
    writePath(content, mark, fill.rule === 'evenodd' ? 'B*' : 'B');
    return;
  }
  const fillIt = () => fill && writePath(content, mark, fillOperator(fill.rule));
  if (!mark.paintsStrokeFirst) fillIt();
  if (isUniform) writeEvenStroke(content, mark, stroke);
  else writeSkewedStroke(content, mark, stroke);
  if (mark.paintsStrokeFirst) fillIt();
}

function fillOperator(rule: FillRule | undefined): string {
  return rule === 'evenodd' ? 'f*' : 'f';
}

function writePath(content: Content, { path, matrix }: ShapeMark, operator: string): void {
  content.lines.push(pathOperators(path, matrix), operator);
}

function writeEvenStroke(content: Content, mark: ShapeMark, stroke: Stroke): void {
  setStroke(content, stroke, Math.sqrt(areaScale(mark.matrix)));
  writePath(content, mark, 'S');
}

/**
 * A stroke that the matrix makes wider one way than the other is drawn under that matrix; its even part is taken out of
 * it, so that small drawings keep their decimals.
 */
function writeSkewedStroke(content: Content, { path, matrix }: ShapeMark, stroke: Stroke): void {
  const scale = Math.sqrt(areaScale(matrix));
  const before = new Map(content.state);
  content.lines.push('q');
  setStroke(content, stroke, scale);
  content.lines.push(`${matrixOperands(chain(matrix, scaleBy(1 / scale, 1 / scale)))} cm`);
  content.lines.push(pathOperators(path, scaleBy(scale, scale)), 'S', 'Q');
  content.state = before;
}

function setStroke(content: Content, stroke: Stroke, scale: number): void {
  const dashes = stroke.dashes.map((dash) => place(dash * scale));
  set(content, 'w', place(stroke.width * scale));
  set(content, 'J', `${stroke.cap}`);
  set(content, 'j', `${stroke.join}`);
  if (stroke.join === 0) set(content, 'M', factor(stroke.miterLimit));
  // Dashes that round to nothing would make a pattern without end.
  const isDashed = dashes.some((dash) => dash !== '0');
  set(content, 'd', isDashed ? `[${dashes.join(' ')}] ${place(stroke.dashOffset * scale)}` : '[] 0');
}

/** The inks of a paint; black and its tints as such. */
function setPaint(content: Content, side: 'fill' | 'stroke', paint: Paint): void {
  const { findInks, objects } = content.writing;
  if (paint.type === 'gradient') {
    const ref = objects.addOnce(gradientKey(paint.gradient, findInks), () => writeShading(paint.gradient, findInks));
    const [space, color] = side === 'fill' ? ['cs', 'scn'] : ['CS', 'SCN'];
    set(content, side, `/Pattern ${space} /${content.resources.name('Pattern', ref)} ${color}`);
  } else {
    set(content, side, `${findInks(paint.color).map(ink).join(' ')} ${side === 'fill' ? 'k' : 'K'}`);
  }
}

function setOpacity(content: Content, fill: number, stroke: number): void {
  const operands = `${ink(fill)} ${ink(stroke)}`;
  const { writing, resources, state } = content;
  if (state.get('gs') === operands) return;
  writing.usesTransparency ||= fill < 1 || stroke < 1;
  const ref = writing.objects.addOnce(`gs ${operands}`, () =>
    formDict({ Type: 'ExtGState', ca: roundTo(fill, 1e4), CA: roundTo(stroke, 1e4) }),
  );
  state.set('gs', operands);
  content.lines.push(`/${resources.name('ExtGState', ref)} gs`);
}

function writeImage(content: Content, mark: ImageMark): void {
  const image = content.writing.findImage(mark);
  if (!image) return;
  clipTo(content, mark.clips);
  setOpacity(content, mark.alpha, 1);
  drawObject(content, content.writing.objects.add(image), mark.matrix);
}

function writeGroup(content: Content, { alpha, marks }: GroupMark): void {
  // The marks in it carry all clips that hold for it.
  clipTo(content, []);
  setOpacity(content, alpha, 1);
  drawObject(content, writeStream(marks, content.writing, 'group'), IDENTITY);
}

function drawObject(content: Content, ref: FormRef, matrix: Matrix): void {
  const name = content.resources.name('XObject', ref);
  content.lines.push(matrix === IDENTITY ? `/${name} Do` : `q ${matrixOperands(matrix)} cm /${name} Do Q`);
}
