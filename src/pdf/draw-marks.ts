/** Printer's marks as operators. What is to stand on every plate is set in Separation All (ISO 32000-1, 8.6.6.4). */
import type { MarkOp, PrintersMarks } from '../model/display-list.js';
import type { Pt } from '../units/length.js';
import { putText } from './byte-text.kernel.js';
import { beginMarked, endMarked, fillBox, type PageContent, putOperands, showLine } from './page-content.kernel.js';
import type { PdfBody, PdfDictionary } from './pdfkit-internals.js';

/** Name of the colour space in a page's resources. */
const REGISTRATION = 'All';

/** Thin enough to show where plates are out of register, and thick enough to hold on a plate. */
const WEIGHT: Pt = 0.5;

/** Writes the colour space of all inks, as a page's resources hold it: full strength is full strength of each. */
export function writeRegistration(body: PdfBody): PdfDictionary {
  const tint = body.add({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 });
  return { [REGISTRATION]: ['Separation', 'All', 'DeviceCMYK', tint] };
}

/** Draws the marks as one artifact after all that is on the page. */
export function drawMarks(page: PageContent, { ops }: PrintersMarks): void {
  beginMarked(page, 'Artifact');
  putText(page.out, `q /${REGISTRATION} CS 1 SCN `);
  putOperands(page.out, WEIGHT);
  putText(page.out, 'w\n');
  for (const op of ops) {
    if (op.type === 'line') strokeLine(page, op);
    else if (op.type === 'circle') strokeCircle(page, op);
  }
  putText(page.out, 'Q\n');
  for (const op of ops) {
    if (op.type === 'fill') fillBox(page, op);
    else if (op.type === 'text') showLine(page, op);
  }
  endMarked(page);
}

type Mark<T extends MarkOp['type']> = Extract<MarkOp, { type: T }>;

function strokeLine(page: PageContent, { x1, y1, x2, y2 }: Mark<'line'>): void {
  putOperands(page.out, page.left + x1, page.top - y1);
  putText(page.out, 'm ');
  putOperands(page.out, page.left + x2, page.top - y2);
  putText(page.out, 'l S\n');
}

/** How far the handles of a quarter circle lie from its ends, as a share of the radius: 4/3 (√2 − 1). */
const HANDLE = 0.5523;

function strokeCircle(page: PageContent, { x, y, radius }: Mark<'circle'>): void {
  const [cx, cy] = [page.left + x, page.top - y];
  putOperands(page.out, cx + radius, cy);
  putText(page.out, 'm ');
  let [dx, dy] = [1, 0];
  for (let quarter = 0; quarter < 4; quarter++) {
    const [ex, ey] = [-dy, dx];
    putOperands(page.out, cx + radius * (dx + HANDLE * ex), cy + radius * (dy + HANDLE * ey));
    putOperands(page.out, cx + radius * (ex + HANDLE * dx), cy + radius * (ey + HANDLE * dy));
    putOperands(page.out, cx + radius * ex, cy + radius * ey);
    putText(page.out, 'c ');
    [dx, dy] = [ex, ey];
  }
  putText(page.out, 's\n');
}
