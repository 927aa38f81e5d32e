/* Colour spaces, functions and gradients, with the keys that print. Tables: ISO 32000-1:2008. */
import { PDFArray } from '@cantoo/pdf-lib';
import type { FormValue } from '../../model/press-form.js';
import { asName, type Entry, itemsOf, resolve } from '../pdf-objects.js';
import { anyOf, dictOf, listOf, type Rule, type Shape, streamOf, value } from './copier.js';

/** Tables 38 to 41. */
const FUNCTION: Shape = {
  FunctionType: value,
  Domain: value,
  Range: value,
  Size: value,
  BitsPerSample: value,
  Order: value,
  Encode: value,
  Decode: value,
  C0: value,
  C1: value,
  N: value,
  Functions: (entry, copier) => listOf(aFunction)(entry, copier),
  Bounds: value,
};

const aFunction: Rule = anyOf(
  streamOf(() => FUNCTION),
  dictOf(() => FUNCTION),
);

/** Table 66. */
const PROFILE: Shape = { N: value, Alternate: (entry, copier) => colorSpace(entry, copier), Range: value };

/** 8.6. Attributes of DeviceN, which tell of mixing hints and plates, stay behind. */
export const colorSpace: Rule = (entry, copier) => {
  const object = resolve(copier.context, entry);
  const name = asName(object);
  if (name !== undefined) return name;
  const items = itemsOf(copier.context, object) ?? [];
  const raw = (index: number): Entry => rawItem(object, index);
  const family = asName(items[0]);
  switch (family) {
    case 'ICCBased':
      return array(family, streamOf(() => PROFILE)(raw(1), copier));
    case 'Indexed':
    case 'I':
      return array('Indexed', colorSpace(raw(1), copier), value(raw(2), copier), anyOf(value, TABLE)(raw(3), copier));
    case 'Separation':
    case 'DeviceN':
      return array(family, value(raw(1), copier), colorSpace(raw(2), copier), aFunction(raw(3), copier));
    case 'CalGray':
    case 'CalRGB':
    case 'Lab':
      return array(family, dictOf(() => CALIBRATED)(raw(1), copier));
    case 'Pattern':
      return items.length > 1 ? array(family, colorSpace(raw(1), copier)) : family;
    case undefined:
      return undefined;
    default:
      return items.length === 1 ? family : undefined;
  }
};

const TABLE: Rule = streamOf(() => ({}));
const CALIBRATED: Shape = { WhitePoint: value, BlackPoint: value, Gamma: value, Matrix: value, Range: value };

/** An array all of whose parts are there. */
function array(...items: readonly (FormValue | undefined)[]): FormValue | undefined {
  return items.every((item) => item !== undefined) ? (items as readonly FormValue[]) : undefined;
}

function rawItem(object: Entry, index: number): Entry {
  return object instanceof PDFArray ? object.asArray()[index] : undefined;
}

/** Tables 78 to 84. */
const SHADING: Shape = {
  ShadingType: value,
  ColorSpace: colorSpace,
  Background: value,
  BBox: value,
  AntiAlias: value,
  Domain: value,
  Matrix: value,
  Coords: value,
  Extend: value,
  BitsPerCoordinate: value,
  BitsPerComponent: value,
  BitsPerFlag: value,
  VerticesPerRow: value,
  Decode: value,
  Function: anyOf(listOf(aFunction), aFunction),
};

export const shading: Rule = anyOf(
  streamOf(() => SHADING),
  dictOf(() => SHADING),
);
