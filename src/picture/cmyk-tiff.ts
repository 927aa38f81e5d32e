/*
 * A TIFF of bare CMYK pixels: the one door by which an encoder takes inks as inks. Raw four-channel pixels would be
 * taken for RGB with transparency, and converted.
 */

const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;
// Field types of TIFF 6.0, section 2.
const SHORT = 3;
const LONG = 4;
const UNDEFINED = 7;

/**
 * Wraps pixels (four bytes each, cyan to black, 255 = solid ink) in an uncompressed TIFF 6.0 of one strip, with the ICC
 * profile that says what the inks look like, where there is one.
 */
export function wrapCmykTiff(
  pixels: Uint8Array,
  widthPx: number,
  heightPx: number,
  profile: Uint8Array = new Uint8Array(),
): Uint8Array {
  const fields = tiffFields(pixels.length, widthPx, heightPx, profile.length);
  const places = layOut(fields.length, pixels.length);
  const tiff = new Uint8Array(places.profile + profile.length);
  const view = new DataView(tiff.buffer);
  view.setUint16(0, 0x4949);
  view.setUint16(2, 42, true);
  view.setUint32(4, HEADER_BYTES, true);
  view.setUint16(HEADER_BYTES, fields.length, true);
  fields.forEach(({ tag, type, count, value }, index) => {
    const at = HEADER_BYTES + 2 + index * ENTRY_BYTES;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, count, true);
    view.setUint32(at + 8, typeof value === 'number' ? value : places[value], true);
  });
  for (let ink = 0; ink < 4; ink++) view.setUint16(places.bits + ink * 2, 8, true);
  tiff.set(pixels, places.pixels);
  tiff.set(profile, places.profile);
  return tiff;
}

/** Where in the file the data stands that fields point to. */
type Places = Readonly<Record<'bits' | 'pixels' | 'profile', number>>;

interface TiffField {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** The value, or what the field points to. */
  readonly value: number | keyof Places;
}

function layOut(fields: number, pixelBytes: number): Places {
  const bits = HEADER_BYTES + 2 + fields * ENTRY_BYTES + 4;
  const pixels = bits + 4 * 2;
  return { bits, pixels, profile: pixels + pixelBytes };
}

/** The fields of a CMYK picture (TIFF 6.0, sections 8 and 16; ICC.1, annex B), in order of their tags. */
function tiffFields(pixelBytes: number, widthPx: number, heightPx: number, profileBytes: number): readonly TiffField[] {
  const picture: readonly TiffField[] = [
    { tag: 256, type: LONG, count: 1, value: widthPx },
    { tag: 257, type: LONG, count: 1, value: heightPx },
    { tag: 258, type: SHORT, count: 4, value: 'bits' },
    { tag: 259, type: SHORT, count: 1, value: 1 }, // not compressed
    { tag: 262, type: SHORT, count: 1, value: 5 }, // separated inks
    { tag: 273, type: LONG, count: 1, value: 'pixels' },
    { tag: 277, type: SHORT, count: 1, value: 4 },
    { tag: 278, type: LONG, count: 1, value: heightPx },
    { tag: 279, type: LONG, count: 1, value: pixelBytes },
  ];
  if (profileBytes === 0) return picture;
  return [...picture, { tag: 34675, type: UNDEFINED, count: profileBytes, value: 'profile' }];
}
