import type { PictureRequest, PressPicture } from '../model/picture.js';

/** Bytes before the JPEG: components, whether the inks are inverted, width and height as 32-bit numbers. */
const HEADER_BYTES = 10;

/** A press picture as the bytes that a cache keeps. */
export function packPressPicture(picture: PressPicture): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + picture.jpeg.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, picture.components);
  view.setUint8(1, picture.inverted ? 1 : 0);
  view.setUint32(2, picture.widthPx);
  view.setUint32(6, picture.heightPx);
  bytes.set(picture.jpeg, HEADER_BYTES);
  return bytes;
}

/** The press picture of a request from its packed bytes; undefined where they are none. */
export function unpackPressPicture(request: PictureRequest, bytes: Uint8Array): PressPicture | undefined {
  if (bytes.length <= HEADER_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const components = view.getUint8(0);
  if (components !== 1 && components !== 4) return undefined;
  return {
    request,
    components,
    inverted: view.getUint8(1) === 1,
    widthPx: view.getUint32(2),
    heightPx: view.getUint32(6),
    jpeg: bytes.subarray(HEADER_BYTES),
  };
}
