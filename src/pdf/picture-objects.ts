/** Converted pictures as image XObjects. A JPEG goes in as it is, each once, however often it is shown. */
import type { PictureRequest, PressPicture } from '../model/picture.js';
import type { PdfBody, PdfRef } from './pdfkit-internals.js';

/** A picture in the file, and its name in resources. */
export interface PlacedImage {
  readonly name: string;
  readonly ref: PdfRef;
}

/** The image of a request; undefined where its picture could not be converted. */
export type FindImage = (request: PictureRequest) => PlacedImage | undefined;

/** Gives the image of a request, writing it when it is asked for the first time. */
export function openPictures(
  body: PdfBody,
  convertedPicture: (request: PictureRequest) => PressPicture | undefined,
): FindImage {
  const images = new Map<string, PlacedImage>();
  return (request) => {
    const key = requestKey(request);
    const known = images.get(key);
    if (known) return known;
    const picture = convertedPicture(request);
    if (picture === undefined) return undefined;
    const image = { name: `Im${images.size + 1}`, ref: writeImage(body, picture) };
    images.set(key, image);
    return image;
  };
}

function requestKey({ source, crop, widthPx, heightPx }: PictureRequest): string {
  return [source.hash, crop.x, crop.y, crop.width, crop.height, widthPx, heightPx].join(' ');
}

/** Decode turns the inverted inks of an Adobe JPEG back; a JPEG that is not inverted must have none. */
function writeImage(body: PdfBody, picture: PressPicture): PdfRef {
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
