/* Judges annotations: none may lie where it is printed. ISO 15930-7. */

import { boxBetween, overlap } from './box.js';
import type { Accuse } from './finding.js';
import { asDict, itemsAt, nameAt, numbersAt } from './pdf-objects.js';
import { type PdfPage, placeOn } from './read-pages.js';

/** These stand for marks that printers make, and are allowed anywhere. */
const PRINTERS_OWN: ReadonlySet<string | undefined> = new Set(['PrinterMark', 'TrapNet']);

export function judgeAnnotations(page: PdfPage, accuse: Accuse): void {
  for (const item of itemsAt(page.dict, 'Annots') ?? []) {
    const dict = asDict(item);
    const kind = dict && nameAt(dict, 'Subtype');
    const [a = 0, b = 0, c = 0, d = 0] = (dict && numbersAt(dict, 'Rect')) ?? [];
    const box = boxBetween([a, b, c, d]);
    if (PRINTERS_OWN.has(kind) || !overlap(box, page.bleed)) continue;
    const hint = 'take it out of the file for the press; the reading copy may keep it';
    accuse('annotation', placeOn(page, box[0], box[3]), `an annotation ${kind ?? 'of no kind'} lies on the page`, hint);
  }
}
