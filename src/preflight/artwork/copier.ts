/*
 * Copies objects of a foreign file into a press form, by shapes: a dictionary is copied key by key as its shape names them,
 * and what no shape names stays behind. So nothing gets in that nobody thought of.
 */
import { PDFBool, type PDFContext, PDFDict, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import type { FormDict, FormObject, FormRef, FormValue } from '../../model/press-form.js';
import type { Budget } from '../budget.js';
import { asBytes, asName, asNumber, at, type Entry, has, itemsOf, resolve, unresolved } from '../pdf-objects.js';
import { filterNames, type Unpack } from '../unpack-stream.js';
import { type Layers, readLayers } from './layers.js';
import { Refusal } from './refusal.js';

/** A form while it is put together. */
export interface Copier {
  readonly context: PDFContext;
  readonly unpack: Unpack;
  readonly budget: Budget;
  /** The objects so far; null for one that is being copied. */
  readonly objects: (FormObject | null)[];
  /** Where each foreign object went, and those that are being copied now. */
  readonly places: Map<PDFObject, number>;
  readonly open: Set<PDFObject>;
  /** Which layers are not drawn. */
  readonly layers: Layers;
  /** The resources of the content that is being copied: what has none of its own has these. */
  resources: PDFDict | undefined;
  depth: number;
  /** Whether anything copied is transparent. */
  usesTransparency: boolean;
}

/** Copies one entry; undefined where it is left behind. */
export type Rule = (entry: Entry, copier: Copier) => FormValue | undefined;

/** The keys of a dictionary that are copied, in the order in which they are written. */
export type Shape = Readonly<Record<string, Rule>>;

/** Deeper than any sound file lies in itself, and shallow enough for the stack. */
const MOST_DEPTH = 60;

export function openCopier(context: PDFContext, unpack: Unpack, budget: Budget): Copier {
  const fresh = { objects: [], places: new Map(), open: new Set<PDFObject>(), depth: 0, usesTransparency: false };
  return { context, unpack, budget, layers: readLayers(context), resources: undefined, ...fresh };
}

/** Names, numbers, strings and truths, and arrays of them. */
export const value: Rule = (entry, copier) => {
  const object = resolve(copier.context, entry);
  copier.budget.spendSteps(1);
  const items = itemsOf(copier.context, object);
  if (items) return within(copier, () => items.map((item) => value(item, copier) ?? null));
  if (object instanceof PDFBool) return object.asBoolean();
  return asName(object) ?? asNumber(object) ?? asBytes(object);
};

/** One of these names. */
export function oneOf(...names: readonly string[]): Rule {
  return (entry, copier) => {
    const name = asName(resolve(copier.context, entry));
    return name !== undefined && names.includes(name) ? name : undefined;
  };
}

/** An array whose items go by a rule of their own. */
export function listOf(item: Rule): Rule {
  return (entry, copier) => {
    const object = resolve(copier.context, entry);
    const items = itemsOf(copier.context, object);
    return items && within(copier, () => items.map((each) => item(each, copier) ?? null));
  };
}

/** A dictionary of this shape; it stays an object of its own where it was one. */
export function dictOf(shape: () => Shape): Rule {
  return (entry, copier) => {
    const object = resolve(copier.context, entry);
    if (!(object instanceof PDFDict)) return undefined;
    if (!(entry instanceof PDFRef)) return copyDict(object, shape(), copier);
    return copyOnce(object, copier, () => copyDict(object, shape(), copier));
  };
}

/** A stream of this shape, packed as it is. */
export function streamOf(shape: () => Shape): Rule {
  return (entry, copier) => {
    const object = resolve(copier.context, entry);
    if (!(object instanceof PDFRawStream)) return undefined;
    return copyOnce(object, copier, () => ({
      type: 'stream',
      dict: new Map([...copyDict(object.dict, shape(), copier), ...copyPacking(object, copier)]),
      bytes: object.contents,
      packing: has(object.dict, 'Filter') ? 'packed' : 'plain',
    }));
  };
}

/** The first of several rules that copies anything. */
export function anyOf(...rules: readonly Rule[]): Rule {
  return (entry, copier) => {
    for (const rule of rules) {
      const copied = rule(entry, copier);
      if (copied !== undefined) return copied;
    }
    return undefined;
  };
}

/** Copies a dictionary by its shape. */
export function copyDict(dict: PDFDict, shape: Shape, copier: Copier): FormDict {
  return within(copier, () => {
    const copied = new Map<string, FormValue>();
    // A shared object would be told apart by a reference: the rules are given entries as the file has them.
    for (const [key, rule] of Object.entries(shape)) set(copied, key, rule(unresolved(dict, key), copier));
    return copied;
  });
}

function set(copied: Map<string, FormValue>, key: string, found: FormValue | undefined): void {
  if (found !== undefined) copied.set(key, found);
}

/** Makes an object of the form, once for each foreign one. Throws a `Refusal` where it holds itself. */
export function copyOnce(object: PDFObject, copier: Copier, copy: () => FormObject): FormRef {
  const known = copier.places.get(object);
  if (known !== undefined) {
    if (copier.open.has(object)) throw new Refusal('has drawings that show themselves');
    return { type: 'ref', index: known };
  }
  const index = copier.objects.push(null) - 1;
  copier.places.set(object, index);
  copier.open.add(object);
  copier.objects[index] = within(copier, copy);
  copier.open.delete(object);
  return { type: 'ref', index };
}

function within<T>(copier: Copier, work: () => T): T {
  if (copier.depth >= MOST_DEPTH) throw new Refusal(`has objects that lie more than ${MOST_DEPTH} deep in one another`);
  copier.budget.spendSteps(1);
  copier.depth += 1;
  const done = work();
  copier.depth -= 1;
  return done;
}

/** What a press, and PDF/A, can unpack (ISO 15930-7; ISO 19005-2, 6.1.7.2): neither LZW nor ciphers. */
const FILTERS: ReadonlySet<string> = new Set([
  'ASCIIHexDecode',
  'ASCII85Decode',
  'FlateDecode',
  'RunLengthDecode',
  'CCITTFaxDecode',
  'JBIG2Decode',
  'DCTDecode',
  'JPXDecode',
]);

/** Its filters with what they need to know. Throws a `Refusal` where one may not be used, or the bytes lie elsewhere. */
function copyPacking({ dict }: PDFRawStream, copier: Copier): FormDict {
  if (at(dict, 'F') !== undefined)
    throw new Refusal('has a part that lies in another file', 'ask for it with all embedded');
  const filters = filterNames(dict);
  const bad = filters.find((name) => !FILTERS.has(name));
  if (bad !== undefined) throw new Refusal(`is packed with ${bad}`);
  const packing = new Map<string, FormValue>();
  if (filters.length === 0) return packing;
  packing.set('Filter', filters.length === 1 ? (filters[0] as string) : filters);
  const parameters = anyOf(
    dictOf(() => PARAMETERS),
    listOf(dictOf(() => PARAMETERS)),
  );
  set(packing, 'DecodeParms', parameters(unresolved(dict, 'DecodeParms'), copier));
  return packing;
}

/** ISO 32000-1, 7.4. */
const PARAMETERS: Shape = {
  Predictor: value,
  Colors: value,
  BitsPerComponent: value,
  Columns: value,
  K: value,
  EndOfLine: value,
  EncodedByteAlign: value,
  Rows: value,
  EndOfBlock: value,
  BlackIs1: value,
  DamagedRowsBeforeError: value,
  ColorTransform: value,
  JBIG2Globals: streamOf(() => ({})),
};
