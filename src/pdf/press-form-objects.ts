/** Artwork as objects of our file: a form's neutral objects, each written once, in their order. */
import {
  type FormDict,
  type FormName,
  type FormObject,
  type FormValue,
  isFormRef,
  isFormStream,
  type PressForm,
} from '../model/press-form.js';
import type { PdfBody, PdfDictionary, PdfRef, PdfValue } from './pdfkit-internals.js';

/** Writes all objects of a form, and gives the Form XObject. Throws where a ref leads nowhere. */
export function writePressForm(body: PdfBody, form: PressForm): PdfRef {
  const refs = form.objects.map(() => body.reserve());
  form.objects.forEach((object, index) => {
    writeObject(body, refs[index] as PdfRef, object, refs);
  });
  return refAt(refs, form.root);
}

function writeObject(body: PdfBody, ref: PdfRef, object: FormObject, refs: readonly PdfRef[]): void {
  if (isFormStream(object)) {
    const compress = object.packing === 'plain' ? 'deflate' : 'plain';
    body.writeStream(ref, toDictionary(object.dict, refs), object.bytes, compress);
  } else {
    body.write(ref, toPdfValue(object, refs));
  }
}

function toPdfValue(value: FormValue, refs: readonly PdfRef[]): PdfValue {
  if (typeof value === 'string') return escapeName(value);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (isFormRef(value)) return refAt(refs, value.index);
  if (isArray(value)) return value.map((item) => toPdfValue(item, refs));
  return toDictionary(value, refs);
}

function isArray(value: FormDict | readonly FormValue[]): value is readonly FormValue[] {
  return Array.isArray(value);
}

function toDictionary(dict: FormDict, refs: readonly PdfRef[]): PdfDictionary {
  return Object.fromEntries(Array.from(dict, ([key, value]) => [escapeName(key), toPdfValue(value, refs)]));
}

function refAt(refs: readonly PdfRef[], index: number): PdfRef {
  const ref = refs[index];
  if (ref === undefined) throw new Error(`a form has no object ${index}`);
  return ref;
}

/** What a name cannot hold as it is: white space, delimiters, the number sign, and all beyond ASCII (ISO 32000-1, 7.3.5). */
const IRREGULAR = /[^!-~]|[#()<>[\]{}/%]/g;

/** A name as pdfkit must be given it, which writes it as it is. */
function escapeName(name: FormName): string {
  return name.replace(IRREGULAR, (sign) => `#${(sign.charCodeAt(0) & 0xff).toString(16).padStart(2, '0')}`);
}
