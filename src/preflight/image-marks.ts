/* In: an image's dictionary, or an inline image. Out: what a mark says of it. ISO 32000-1, 8.9. */
import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { type ColorSpace, GRAY, readColorSpace, type SpaceContext } from './color-space.js';
import { type ContentDict, type InlineImage, isName, type Operand } from './content-tokens.kernel.js';
import { at, boolAt, has, numberAt, streamAt } from './pdf-objects.js';
import { filterNames } from './unpack-stream.js';

export interface ImageFacts {
  readonly space: ColorSpace | undefined;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bits: number;
  readonly softMask: boolean;
}

/** Reads an image's dictionary, with its keys long or short. */
export function imageFromDict({ dict }: PDFRawStream, spaces: SpaceContext): ImageFacts {
  const number = (long: string, short: string): number | undefined => numberAt(dict, long) ?? numberAt(dict, short);
  const mask = boolAt(dict, 'ImageMask') ?? boolAt(dict, 'IM') ?? false;
  const entry = at(dict, 'ColorSpace') ?? at(dict, 'CS');
  // A JPEG 2000 may leave its space to the data, which is not read here.
  const missing: ColorSpace = filterNames(dict).includes('JPXDecode') ? { type: 'unknown' } : GRAY;
  return {
    space: mask ? undefined : entry === undefined ? missing : readColorSpace(entry, spaces),
    widthPx: number('Width', 'W') ?? 0,
    heightPx: number('Height', 'H') ?? 0,
    bits: mask ? 1 : (number('BitsPerComponent', 'BPC') ?? 8),
    softMask: streamAt(dict, 'SMask') !== undefined || (numberAt(dict, 'SMaskInData') ?? 0) > 0,
  };
}

/** An inline image as a stream like any other. */
export function inlineImageStream(image: InlineImage, context: PDFContext): PDFRawStream {
  const stream = PDFRawStream.of(dictOf(image.dict, context), image.data);
  if (!has(stream.dict, 'Subtype')) stream.dict.set(PDFName.of('Subtype'), PDFName.of('Image'));
  return stream;
}

function dictOf(entries: ContentDict, context: PDFContext): PDFDict {
  const dict = PDFDict.withContext(context);
  for (const [key, value] of entries) dict.set(PDFName.of(key), objectOf(value, context));
  return dict;
}

function objectOf(value: Operand, context: PDFContext): PDFObject {
  if (value instanceof Uint8Array) return PDFHexString.fromBytes(value);
  if (isName(value)) return PDFName.of(value.name);
  if (value instanceof Map) return dictOf(value, context);
  if (typeof value === 'number') return PDFNumber.of(value);
  if (typeof value === 'boolean') return value ? PDFBool.True : PDFBool.False;
  if (value === null) return PDFNull;
  const array = PDFArray.withContext(context);
  for (const item of value as readonly Operand[]) array.push(objectOf(item, context));
  return array;
}
