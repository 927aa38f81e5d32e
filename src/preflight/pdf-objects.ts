/*
 * Reading PDF objects without surprises: a value of the wrong kind, a dangling reference or a reference to a reference
 * is the same as no value. Nothing here throws.
 */
import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** What an object may be given as: itself, a reference to it, or nothing. */
export type Entry = PDFObject | undefined;

/** The object itself. */
export function resolve(context: PDFContext, entry: Entry): Entry {
  const object = entry instanceof PDFRef ? context.lookup(entry) : entry;
  return object instanceof PDFRef ? undefined : object;
}

/** The entry of a dictionary, resolved. */
export function at(dict: PDFDict, key: string): Entry {
  return resolve(dict.context, dict.get(PDFName.of(key)));
}

/** The entry as the file has it, so that a reference stays one. */
export function unresolved(dict: PDFDict, key: string): Entry {
  return dict.get(PDFName.of(key));
}

export function has(dict: PDFDict, key: string): boolean {
  return at(dict, key) !== undefined;
}

/** The dictionary, also that of a stream. */
export function asDict(object: Entry): PDFDict | undefined {
  if (object instanceof PDFDict) return object;
  return object instanceof PDFRawStream ? object.dict : undefined;
}

export function dictAt(dict: PDFDict, key: string): PDFDict | undefined {
  return asDict(at(dict, key));
}

export function streamAt(dict: PDFDict, key: string): PDFRawStream | undefined {
  const object = at(dict, key);
  return object instanceof PDFRawStream ? object : undefined;
}

/** An array's elements, resolved; undefined where it is none. */
export function itemsOf(context: PDFContext, object: Entry): readonly Entry[] | undefined {
  if (!(object instanceof PDFArray)) return undefined;
  return object.asArray().map((item) => resolve(context, item));
}

export function itemsAt(dict: PDFDict, key: string): readonly Entry[] | undefined {
  return itemsOf(dict.context, at(dict, key));
}

export function asNumber(object: Entry): number | undefined {
  return object instanceof PDFNumber && Number.isFinite(object.asNumber()) ? object.asNumber() : undefined;
}

export function numberAt(dict: PDFDict, key: string): number | undefined {
  return asNumber(at(dict, key));
}

/** An array of nothing but numbers. */
export function numbersOf(context: PDFContext, object: Entry): readonly number[] | undefined {
  const numbers = itemsOf(context, object)?.map(asNumber);
  return numbers?.every((number) => number !== undefined) ? (numbers as readonly number[]) : undefined;
}

export function numbersAt(dict: PDFDict, key: string): readonly number[] | undefined {
  return numbersOf(dict.context, at(dict, key));
}

/** A name without its slash. */
export function asName(object: Entry): string | undefined {
  return object instanceof PDFName ? object.decodeText() : undefined;
}

export function nameAt(dict: PDFDict, key: string): string | undefined {
  return asName(at(dict, key));
}

export function boolAt(dict: PDFDict, key: string): boolean | undefined {
  const object = at(dict, key);
  return object instanceof PDFBool ? object.asBoolean() : undefined;
}

/** The bytes of a string. */
export function asBytes(object: Entry): Uint8Array | undefined {
  if (!(object instanceof PDFString || object instanceof PDFHexString)) return undefined;
  try {
    return object.asBytes();
  } catch {
    return undefined;
  }
}

/** A string as text. */
function asText(object: Entry): string | undefined {
  if (!(object instanceof PDFString || object instanceof PDFHexString)) return undefined;
  try {
    return object.decodeText();
  } catch {
    return undefined;
  }
}

export function textAt(dict: PDFDict, key: string): string | undefined {
  return asText(at(dict, key));
}
