/*
 * In: a stream as the file has it. Out: its bytes unpacked, within limits; a picture's own coding (JPEG and the like) is
 * left on. Filters: ISO 32000-1, 7.4.
 */
import { decodePDFRawStream, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { Inflate } from '../model/preflight.js';
import { BeyondLimits, type Budget, MOST_STREAM_BYTES } from './budget.js';
import { asDict, asName, at, has, itemsOf, numberAt } from './pdf-objects.js';
import { undoPredictor } from './predictor.kernel.js';

export type UnpackedStream =
  | {
      readonly type: 'unpacked';
      readonly bytes: Uint8Array;
      /** The coding that is left on: `DCTDecode`, `JPXDecode`, `CCITTFaxDecode`, `JBIG2Decode` or LZW. */
      readonly coding?: string;
      /** The packed data ended too soon: these bytes are not all. */
      readonly cutShort: boolean;
    }
  | { readonly type: 'damaged' };

/** Unpacks a stream. Throws `BeyondLimits` where it would grow too large. */
export type Unpack = (stream: PDFRawStream) => UnpackedStream;

interface Filter {
  readonly name: string;
  readonly parameters: PDFDict | undefined;
}

/** Unpacks streams with what the host gives, and pays for the bytes. */
export function openUnpacker(inflate: Inflate, budget: Budget): Unpack {
  return (stream) => {
    let bytes = stream.contents;
    let cutShort = false;
    for (const { name, parameters } of filtersOf(stream.dict)) {
      if (!TEXT_FILTERS.has(name) && !FLATE.has(name)) return { type: 'unpacked', bytes, coding: name, cutShort };
      const step = FLATE.has(name) ? inflateStep(bytes, parameters, inflate) : decodeText(bytes, name, stream.dict);
      if (step === undefined) return { type: 'damaged' };
      budget.spendBytes(step.bytes.length);
      bytes = step.bytes;
      cutShort ||= step.cutShort;
    }
    return { type: 'unpacked', bytes, cutShort };
  };
}

const FLATE: ReadonlySet<string> = new Set(['FlateDecode']);
const TEXT_FILTERS: ReadonlySet<string> = new Set(['ASCIIHexDecode', 'ASCII85Decode', 'RunLengthDecode']);
const LONG_NAMES: Readonly<Record<string, string>> = {
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  RL: 'RunLengthDecode',
  LZW: 'LZWDecode',
  Fl: 'FlateDecode',
  CCF: 'CCITTFaxDecode',
  DCT: 'DCTDecode',
};

/** A stream's filters in the order in which they are undone, by their long names. */
export function filterNames(dict: PDFDict): readonly string[] {
  return filtersOf(dict).map(({ name }) => name);
}

function filtersOf(dict: PDFDict): readonly Filter[] {
  const filter = at(dict, has(dict, 'Filter') ? 'Filter' : 'F');
  const parameters = at(dict, has(dict, 'DecodeParms') ? 'DecodeParms' : 'DP');
  const single = asName(filter);
  if (single !== undefined) return [{ name: LONG_NAMES[single] ?? single, parameters: asDict(parameters) }];
  const all = itemsOf(dict.context, parameters) ?? [];
  return (itemsOf(dict.context, filter) ?? []).map((item, index) => {
    const name = asName(item) ?? 'unknown';
    return { name: LONG_NAMES[name] ?? name, parameters: asDict(all[index]) };
  });
}

interface Step {
  readonly bytes: Uint8Array;
  readonly cutShort: boolean;
}

function inflateStep(packed: Uint8Array, parameters: PDFDict | undefined, inflate: Inflate): Step | undefined {
  const answer = inflate(packed, MOST_STREAM_BYTES);
  if (answer.type === 'too-large') throw new BeyondLimits('one of its streams unpacks to more than 256 MB');
  if (answer.type === 'damaged') return undefined;
  const bytes = parameters === undefined ? answer.bytes : unpredict(answer.bytes, parameters);
  return { bytes, cutShort: answer.type === 'cut-short' };
}

function unpredict(bytes: Uint8Array, parameters: PDFDict): Uint8Array {
  const number = (key: string, otherwise: number): number => numberAt(parameters, key) ?? otherwise;
  return undoPredictor(bytes, {
    predictor: number('Predictor', 1),
    colors: number('Colors', 1),
    bits: number('BitsPerComponent', 8),
    columns: number('Columns', 1),
  });
}

/** A run of two bytes becomes 128 at most: what this gives is bounded by what goes in. */
const MOST_RUN = 64;

function decodeText(bytes: Uint8Array, name: string, owner: PDFDict): Step | undefined {
  if (name === 'RunLengthDecode' && bytes.length * MOST_RUN > MOST_STREAM_BYTES) {
    throw new BeyondLimits('one of its streams unpacks to more than 256 MB');
  }
  const dict = PDFDict.withContext(owner.context);
  dict.set(PDFName.of('Filter'), PDFName.of(name));
  try {
    return { bytes: decodePDFRawStream(PDFRawStream.of(dict, bytes)).decode(), cutShort: false };
  } catch {
    return undefined;
  }
}
