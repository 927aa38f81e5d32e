/** Where a page's boxes lie in PDF space: origin at the MediaBox's bottom left, y up. */
import type { DisplayList } from '../model/display-list.js';
import type { Pt } from '../units/length.js';
import type { Rect, Size } from '../units/rect.js';
import type { PdfRef } from './pdfkit-internals.js';

/** A PDF rectangle: left, bottom, right, top. */
export type PdfBox = readonly [Pt, Pt, Pt, Pt];

/** Boxes of a page (ISO 32000-1, 14.11.2). There is no CropBox: viewers then show the whole MediaBox. */
export interface PageBoxes {
  readonly media: PdfBox;
  readonly bleed: PdfBox;
  readonly trim: PdfBox;
  /** The trim's left and top edge, from which the display list counts. */
  readonly left: Pt;
  readonly top: Pt;
}

/** A page with its place in the file. */
export interface PageFrame {
  readonly list: DisplayList;
  readonly ref: PdfRef;
  readonly boxes: PageBoxes;
}

/** The boxes of a page. Without printer's marks, whose room is `margin`, the MediaBox is as large as the BleedBox. */
export function pageBoxes(trim: Size, bleed: Pt, margin: Pt): PageBoxes {
  const about = (inset: Pt, beyond: Pt): PdfBox => [
    rounded(inset),
    rounded(inset),
    rounded(inset + trim.width + 2 * beyond),
    rounded(inset + trim.height + 2 * beyond),
  ];
  const media = about(0, bleed + margin);
  const left = rounded(margin + bleed);
  const top = rounded(left + trim.height);
  return { media, bleed: about(margin, bleed), trim: [left, left, rounded(left + trim.width), top], left, top };
}

/** A rectangle of the display list in PDF space. */
export function toPdfBox(boxes: PageBoxes, rect: Rect): PdfBox {
  const left = boxes.left + rect.x;
  const top = boxes.top - rect.y;
  return [rounded(left), rounded(top - rect.height), rounded(left + rect.width), rounded(top)];
}

function rounded(length: Pt): Pt {
  return Math.round(length * 1000) / 1000;
}
