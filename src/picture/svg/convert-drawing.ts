import type { Report } from '../../diagnostics/diagnostic.js';
import type { DrawingRequest, PressBitmap, PressDrawing, PressImage, SvgSource } from '../../model/picture.js';
import type { FormStream } from '../../model/press-form.js';
import { unitLengths } from '../../units/matrix.js';
import { convertPicture, type PressInks } from '../convert-picture.js';
import { inspectPicture, type PicturePlace } from '../inspect-picture.js';
import { planPicture } from '../plan-picture.js';
import type { ImageMark, Mark } from './drawing.js';
import { formDict } from './form-objects.js';
import { lookAtDrawing } from './look-at-drawing.js';
import { separateColors } from './separate-colors.js';
import { drawingColors, writeForm } from './write-form.js';

/*
 * Makes a press form of an SVG drawing: its shapes stay vectors, in the inks of the press. The natural size is kept; where
 * it is placed, and how much of it shows, is the page's affair.
 */

/**
 * Converts a drawing for the press. Grays become black ink alone; other colours go through the press's profile; nowhere
 * more ink than the limit. Gives `bad-picture` and undefined where it cannot be printed as it looks.
 */
export async function convertDrawing(
  request: DrawingRequest & { readonly source: SvgSource },
  bytes: Uint8Array,
  inks: PressInks,
  report: Report,
): Promise<PressDrawing | undefined> {
  const seen = await lookAtDrawing(request.source, bytes, report);
  if (!seen) return undefined;
  const { drawing } = seen;
  const findInks = await separateColors(drawingColors(drawing.marks), inks);
  const images = new Map<ImageMark, FormStream>();
  for (const mark of imageMarks(drawing.marks)) {
    const image = await convertImage(mark, request.source, inks, report);
    if (!image) return undefined;
    images.set(mark, image);
  }
  return { type: 'form', request, form: writeForm(drawing, findInks, (mark) => images.get(mark)) };
}

function* imageMarks(marks: readonly Mark[]): Generator<ImageMark> {
  for (const mark of marks) {
    if (mark.type === 'image') yield mark;
    if (mark.type === 'group') yield* imageMarks(mark.marks);
  }
}

const WHOLE = { x: 0, y: 0, width: 1, height: 1 };
/** A drawing may be printed larger than it is; its pictures keep pixels for this. */
const ENLARGEMENT = 2;

/** An embedded picture goes the way of all pictures. */
async function convertImage(
  { bytes, matrix }: ImageMark,
  { file, hash, origin }: SvgSource,
  inks: PressInks,
  report: Report,
): Promise<FormStream | undefined> {
  const place: PicturePlace = { file, hash, origin };
  const source = inspectPicture(bytes, place, report);
  if (!source) return undefined;
  const { across, up } = unitLengths(matrix);
  const box = { width: across * ENLARGEMENT, height: up * ENLARGEMENT };
  const request = planPicture(source, WHOLE, box);
  if (request.type !== 'pixels') return undefined;
  const picture = await convertPicture(request, bytes, inks, report);
  return picture && imageStream(picture);
}

function imageStream(picture: PressImage | PressBitmap): FormStream {
  const { widthPx, heightPx } = picture;
  const isGray = picture.type === 'bitmap' || picture.components === 1;
  const dict = formDict({
    Type: 'XObject',
    Subtype: 'Image',
    Width: widthPx,
    Height: heightPx,
    ColorSpace: isGray ? 'DeviceGray' : 'DeviceCMYK',
    BitsPerComponent: picture.type === 'bitmap' ? 1 : 8,
    Decode: picture.type === 'image' && picture.inverted ? [1, 0, 1, 0, 1, 0, 1, 0] : undefined,
    Filter: picture.type === 'image' ? 'DCTDecode' : undefined,
  });
  return picture.type === 'image'
    ? { type: 'stream', dict, bytes: picture.jpeg, packing: 'packed' }
    : { type: 'stream', dict, bytes: picture.rows, packing: 'plain' };
}
