/** Page labels (ISO 32000-1, 12.4.2): what a viewer calls a page is what stands printed on it. */
import { type PdfDictionary, type PdfValue, textString } from './pdfkit-internals.js';

/** The number tree of page labels. A range runs on for as long as the labels count on. */
export function pageLabels(labels: readonly string[]): PdfDictionary {
  const numbers: PdfValue[] = [];
  let expected: string | undefined;
  labels.forEach((label, index) => {
    const { prefix, number } = splitLabel(label);
    if (label !== expected) numbers.push(index, labelRange(prefix, number));
    expected = number === undefined ? undefined : `${prefix}${number + 1}`;
  });
  return { Nums: numbers };
}

/** "A12" is prefix "A" and number 12; "A07" is prefix "A0" and number 7; "Extra" is all prefix. */
function splitLabel(label: string): { readonly prefix: string; readonly number: number | undefined } {
  const parts = /^(.*?)([1-9]\d*)$/.exec(label);
  if (parts === null) return { prefix: label, number: undefined };
  return { prefix: parts[1] as string, number: Number(parts[2]) };
}

function labelRange(prefix: string, number: number | undefined): PdfDictionary {
  return {
    S: number === undefined ? undefined : 'D',
    P: prefix === '' ? undefined : textString(prefix),
    St: number === undefined || number === 1 ? undefined : number,
  };
}
