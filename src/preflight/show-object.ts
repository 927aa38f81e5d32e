/* XObjects and inline images (ISO 32000-1, 8.8 to 8.10). */
import { PDFRawStream } from '@cantoo/pdf-lib';
import { apply, asMatrix, IDENTITY, multiply } from '../units/matrix.js';
import { boxAround } from './box.js';
import { type GraphicsState, transparencyOf } from './graphics-state.kernel.js';
import { imageFromDict } from './image-marks.js';
import { nameAt, numbersAt } from './pdf-objects.js';
import { baseOf, type Run, resource } from './run.js';

/** Shows an image, or runs a form, by its name in the resources. */
export function showXObject(run: Run, name: string): void {
  const object = resource(run, 'XObject', name);
  if (!(object instanceof PDFRawStream)) return;
  const subtype = nameAt(object.dict, 'Subtype');
  if (subtype === 'Image') {
    showImage(run, `image "${name}"`, object);
    return;
  }
  if (subtype !== 'Form') return;
  const matrix = asMatrix(numbersAt(object.dict, 'Matrix')) ?? IDENTITY;
  const state: GraphicsState = { ...run.state, ctm: multiply(matrix, run.state.ctm) };
  run.inner(object, state);
}

/** Makes the mark of an image. */
export function showImage(run: Run, name: string, stream: PDFRawStream): void {
  const image = imageFromDict(stream, run.spaces);
  const corners = [0, 1].flatMap((x) => [0, 1].map((y) => apply(run.state.ctm, x, y)));
  const base = baseOf(run, { fill: image.space === undefined, stroke: false }, boxAround(corners));
  const opacity = transparencyOf(run.state, { fill: true, stroke: false });
  const transparency = image.softMask ? 'a picture with a soft mask' : opacity;
  run.visitor.mark({
    ...base,
    type: 'image',
    name,
    dict: stream.dict,
    stream,
    space: image.space,
    widthPx: image.widthPx,
    heightPx: image.heightPx,
    bits: image.bits,
    matrix: run.state.ctm,
    transparency,
  });
}
