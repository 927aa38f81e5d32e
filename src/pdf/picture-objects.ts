/**
 * Pictures as XObjects, each once, however often it is shown: a converted JPEG as an image, as it is, and a drawing as a
 * form.
 */
import type { DrawingSource, PictureRequest, PressBitmap, PressImage, PressPicture } from '../model/picture.js';
import type { PdfBody, PdfRef } from './pdfkit-internals.js';
import { writePressForm } from './press-form-objects.js';

/** A picture in the file, and its name in resources. */
export type PlacedXObject = PlacedImage | PlacedForm;

interface Placed {
  readonly name: string;
  readonly ref: PdfRef;
}

interface PlacedImage extends Placed {
  readonly type: 'image';
}

/** A drawing, whole: from [0, 0] to its natural size. */
export interface PlacedForm extends Placed {
  readonly type: 'form';
  readonly source: DrawingSource;
  readonly usesTransparency: boolean;
}

/** The XObject of a request; undefined where its picture could not be converted. */
export type FindXObject = (request: PictureRequest) => PlacedXObject | undefined;

/** Gives the XObject of a request, writing it when it is asked for the first time. */
export function openPictures(
  body: PdfBody,
  convertedPicture: (request: PictureRequest) => PressPicture | undefined,
): FindXObject {
  const written = new Map<string, PlacedXObject>();
  const names = { Im: 0, Fm: 0 };
  const place = (picture: PressPicture): PlacedXObject => {
    if (picture.type !== 'form') {
      const ref = picture.type === 'image' ? writeImage(body, picture) : writeBitmap(body, picture);
      return { type: 'image', name: `Im${++names.Im}`, ref };
    }
    const { form, request } = picture;
    const { usesTransparency } = form;
    const ref = writePressForm(body, form);
    return { type: 'form', name: `Fm${++names.Fm}`, ref, source: request.source, usesTransparency };
  };
  return (request) => {
    const key = requestKey(request);
    const known = written.get(key);
    if (known) return known;
    const picture = convertedPicture(request);
    if (picture === undefined) return undefined;
    const placed = place(picture);
    written.set(key, placed);
    return placed;
  };
}

/** A drawing is written whole and cropped where it is shown; of pixels, those that are shown are written. */
function requestKey(request: PictureRequest): string {
  const { source } = request;
  if (request.type === 'drawing')
    return `${source.hash} ${request.source.format === 'pdf' ? request.source.pageBox : ''}`;
  const { crop, widthPx, heightPx } = request;
  return [source.hash, crop.x, crop.y, crop.width, crop.height, widthPx, heightPx].join(' ');
}

/** Decode turns the inverted inks of an Adobe JPEG back; a JPEG that is not inverted must have none. */
function writeImage(body: PdfBody, picture: PressImage): PdfRef {
  const decode = Array.from({ length: picture.components }, () => [1, 0]).flat();
  const data = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: picture.widthPx,
    Height: picture.heightPx,
    ColorSpace: picture.components === 4 ? 'DeviceCMYK' : 'DeviceGray',
    BitsPerComponent: 8,
    Decode: picture.inverted ? decode : undefined,
    Filter: 'DCTDecode',
  };
  return body.addStream(data, picture.jpeg, 'plain');
}

/** Line art: black or paper, in the black ink alone. */
function writeBitmap(body: PdfBody, { rows, widthPx, heightPx }: PressBitmap): PdfRef {
  const shape = { Type: 'XObject', Subtype: 'Image', Width: widthPx, Height: heightPx };
  return body.addStream({ ...shape, ColorSpace: 'DeviceGray', BitsPerComponent: 1 }, rows, 'deflate');
}
