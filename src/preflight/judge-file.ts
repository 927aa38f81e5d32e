/* Judges the file as a file: version, ID, its end. ISO 15930-7; ISO 32000-1, 7.5. */
import type { PDFContext, PDFDict } from '@cantoo/pdf-lib';
import type { Accuse } from './finding.js';
import { asBytes, itemsOf, nameAt, resolve } from './pdf-objects.js';

const ANEW = 'export the file anew, as PDF/X-4';

/** Judges what holds the objects together. */
export function judgeFile(bytes: Uint8Array, context: PDFContext, catalog: PDFDict, accuse: Accuse): void {
  judgeVersion(bytes, context, catalog, accuse);
  judgeId(context, accuse);
  judgeEnd(bytes, accuse);
}

function judgeVersion(bytes: Uint8Array, context: PDFContext, catalog: PDFDict, accuse: Accuse): void {
  const version = nameAt(catalog, 'Version') ?? context.header.getVersionString();
  if (latin(bytes.subarray(0, 5)) !== '%PDF-') {
    accuse('pdf-version', {}, 'the file does not begin with its version', 'take away what stands before "%PDF-"');
  }
  if (/^1\.[0-6]$/.test(version)) return;
  accuse('pdf-version', {}, `the file is PDF ${version}`, 'export it as PDF/X-4, which is PDF 1.6');
}

function judgeId(context: PDFContext, accuse: Accuse): void {
  const ids = itemsOf(context, resolve(context, context.trailerInfo.ID))?.map(asBytes) ?? [];
  if (ids.length === 2 && ids.every((id) => (id?.length ?? 0) >= 16)) return;
  accuse('file-id', {}, 'the trailer has no ID of two strings of 16 bytes', ANEW);
}

function judgeEnd(bytes: Uint8Array, accuse: Accuse): void {
  const sections = countOf(bytes, 'startxref');
  if (sections !== 1) {
    const message =
      sections === 0
        ? 'the file ends without saying where its objects are'
        : `the file was changed after it was written: it ends ${sections} times`;
    accuse('file-end', {}, message, 'save it as a new file, not over the old one');
  }
  const tail = latin(bytes.subarray(Math.max(0, bytes.length - 1024)));
  if (!/%%EOF[\r\n]*$/.test(tail)) accuse('file-end', {}, 'the file goes on after its end, or is cut short', ANEW);
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** How often a word stands in the file at the start of a line. */
function countOf(bytes: Uint8Array, word: string): number {
  const codes = Array.from(word, (sign) => sign.charCodeAt(0));
  let count = 0;
  let from = 0;
  for (;;) {
    const found = bytes.indexOf(codes[0] as number, from);
    if (found < 0) return count;
    const starts = found > 0 && (bytes[found - 1] === 10 || bytes[found - 1] === 13);
    if (starts && codes.every((code, offset) => bytes[found + offset] === code)) count += 1;
    from = found + 1;
  }
}
