/** Links on a page (ISO 32000-1, 12.5.6.5), as PDF/A and PDF/UA want them: printed, described, part of the structure. */
import type { LinkGoal } from './line-stretches.js';
import type { PdfBox } from './page-boxes.js';
import { type PdfBody, type PdfDictionary, type PdfRef, textString } from './pdfkit-internals.js';

/** A link as it stands on a page. */
export interface PlacedLink {
  readonly goal: LinkGoal;
  /** Where its words stand: one box a line. */
  readonly boxes: readonly PdfBox[];
  /** Its words, for those who hear them. */
  readonly words: string;
  readonly page: PdfRef;
  /** Its key in the parent tree. */
  readonly structParent: number;
}

/** Annotation flag 3, "print": PDF/A forbids what is seen on screen alone (ISO 19005-2, 6.3.2). */
const PRINT = 4;

/** Writes the annotation of a link. */
export function writeLink(body: PdfBody, { goal, boxes, words, page, structParent }: PlacedLink): PdfRef {
  return body.add({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [...around(boxes)],
    QuadPoints: boxes.length > 1 ? boxes.flatMap(quad) : undefined,
    Border: [0, 0, 0],
    F: PRINT,
    Contents: textString(goal.type === 'address' ? `${words} (${goal.uri})` : words),
    P: page,
    StructParent: structParent,
    ...leadTo(goal),
  });
}

function leadTo(goal: LinkGoal): PdfDictionary {
  if (goal.type === 'destination') return { Dest: textString(goal.name) };
  return { A: { Type: 'Action', S: 'URI', URI: textString(goal.uri) } };
}

function around(boxes: readonly PdfBox[]): PdfBox {
  return boxes.reduce(([left, bottom, right, top], box) => [
    Math.min(left, box[0]),
    Math.min(bottom, box[1]),
    Math.max(right, box[2]),
    Math.max(top, box[3]),
  ]);
}

/** In the order that viewers read: top left, top right, bottom left, bottom right. The standard has another, which none follows. */
function quad([left, bottom, right, top]: PdfBox): readonly number[] {
  return [left, top, right, top, left, bottom, right, bottom];
}
