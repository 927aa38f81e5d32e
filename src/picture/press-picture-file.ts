import type { PictureRequest, PixelRequest, PressBitmap, PressImage, PressPicture } from '../model/picture.js';
import { joinBytes } from '../units/bytes.js';
import { packPressForm, unpackPressForm } from './press-form-file.js';

/** Bytes before the JPEG or the rows: components, whether the inks are inverted, width and height as 32-bit numbers. */
const HEADER_BYTES = 10;

/** Stands for the components of line art, which has less than one. */
const BITMAP_MARK = 0;

/** The byte before a form, which no number of components is. */
const FORM_MARK = 0xf0;

/** A press picture as the bytes that a cache keeps. */
export function packPressPicture(picture: PressPicture): Uint8Array {
  if (picture.type === 'form') return joinBytes([Uint8Array.of(FORM_MARK), packPressForm(picture.form)]);
  const data = picture.type === 'bitmap' ? picture.rows : picture.jpeg;
  const bytes = new Uint8Array(HEADER_BYTES + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, picture.type === 'bitmap' ? BITMAP_MARK : picture.components);
  view.setUint8(1, picture.type === 'image' && picture.inverted ? 1 : 0);
  view.setUint32(2, picture.widthPx);
  view.setUint32(6, picture.heightPx);
  bytes.set(data, HEADER_BYTES);
  return bytes;
}

/** The press picture of a request from its packed bytes; undefined where they are none. */
export function unpackPressPicture(request: PictureRequest, bytes: Uint8Array): PressPicture | undefined {
  if (request.type === 'pixels') return unpackImage(request, bytes);
  const form = bytes[0] === FORM_MARK ? unpackPressForm(bytes.subarray(1)) : undefined;
  return form && { type: 'form', request, form };
}

function unpackImage(request: PixelRequest, bytes: Uint8Array): PressImage | PressBitmap | undefined {
  if (bytes.length <= HEADER_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const components = view.getUint8(0);
  const widthPx = view.getUint32(2);
  const heightPx = view.getUint32(6);
  const data = bytes.subarray(HEADER_BYTES);
  if (request.source.lineArt) {
    const isWhole = components === BITMAP_MARK && data.length === Math.ceil(widthPx / 8) * heightPx;
    return isWhole ? { type: 'bitmap', request, rows: data, widthPx, heightPx } : undefined;
  }
  if (components !== 1 && components !== 4) return undefined;
  return {
    type: 'image',
    request,
    components,
    inverted: view.getUint8(1) === 1,
    widthPx,
    heightPx,
    jpeg: data,
  };
}
