/* Judges article threads: rings of beads, one for each leg of a story. ISO 32000-1, 12.4.3. */
import type { PDFDict } from '@cantoo/pdf-lib';
import { type Box, boxBetween, overlap } from './box.js';
import type { Budget } from './budget.js';
import type { Accuse, FindingPlace } from './finding.js';
import { asDict, dictAt, itemsAt, numbersAt, textAt } from './pdf-objects.js';
import { type PdfPage, pageOnly, placeOn } from './read-pages.js';

/** A bead that stands on a page of the file. */
interface Bead {
  readonly dict: PDFDict;
  readonly page: PdfPage;
  readonly box: Box;
}

const ANEW = 'write the threads anew: readers follow them from leg to leg';

/** Judges all threads. `texts`: boxes around the type of each page, by its position. */
export function judgeThreads(
  catalog: PDFDict,
  pages: readonly PdfPage[],
  texts: readonly (readonly Box[])[],
  budget: Budget,
  accuse: Accuse,
): void {
  const beads: Bead[] = [];
  for (const thread of (itemsAt(catalog, 'Threads') ?? []).map(asDict)) {
    if (thread !== undefined) beads.push(...judgeThread(thread, pages, budget, accuse));
  }
  judgeListing(beads, pages, accuse);
  for (const page of pages) {
    const here = beads.filter((bead) => bead.page === page);
    judgeOverlap(here, accuse);
    for (const bead of here) judgeText(bead, texts[page.number - 1] ?? [], accuse);
  }
}

function judgeThread(thread: PDFDict, pages: readonly PdfPage[], budget: Budget, accuse: Accuse): readonly Bead[] {
  const info = dictAt(thread, 'I');
  const title = info && textAt(info, 'Title');
  if (!title) accuse('thread', {}, 'a thread has no title', ANEW);
  const name = `the thread "${title ?? ''}"`;
  const ring = ringOf(thread, budget);
  if (ring.type === 'broken') {
    accuse('thread', {}, `${name} is no ring: ${ring.why}`, ANEW);
    return [];
  }
  return ring.beads.flatMap((dict) => {
    const page = pageOfBead(dict, pages);
    const box = numbersAt(dict, 'R');
    if (page !== undefined && box?.length === 4) return [{ dict, page, box: boxBetween(box as unknown as Box) }];
    accuse('thread', {}, `${name} has a bead on no page, or without a box`, ANEW);
    return [];
  });
}

type Ring =
  | { readonly type: 'ring'; readonly beads: readonly PDFDict[] }
  | { readonly type: 'broken'; readonly why: string };

function ringOf(thread: PDFDict, budget: Budget): Ring {
  const first = dictAt(thread, 'F');
  if (first === undefined) return { type: 'broken', why: 'it has no first bead' };
  const beads: PDFDict[] = [];
  const seen = new Set<PDFDict>();
  for (let bead = first; ; ) {
    budget.spendSteps(1);
    seen.add(bead);
    beads.push(bead);
    const next = dictAt(bead, 'N');
    if (next === undefined) return { type: 'broken', why: 'a bead has no next one' };
    if (dictAt(next, 'V') !== bead) return { type: 'broken', why: 'two beads do not name one another' };
    if (next === first) return { type: 'ring', beads };
    if (seen.has(next)) return { type: 'broken', why: 'it comes back to another bead than its first' };
    bead = next;
  }
}

function pageOfBead(bead: PDFDict, pages: readonly PdfPage[]): PdfPage | undefined {
  const dict = dictAt(bead, 'P');
  return dict && pages.find((page) => page.dict === dict);
}

/** Every bead is in its page's `B`, and nothing else is. */
function judgeListing(beads: readonly Bead[], pages: readonly PdfPage[], accuse: Accuse): void {
  const inThreads = new Set(beads.map(({ dict }) => dict));
  const listed = new Set<PDFDict>();
  for (const page of pages) {
    for (const dict of (itemsAt(page.dict, 'B') ?? []).map(asDict)) {
      if (dict === undefined) continue;
      listed.add(dict);
      if (!inThreads.has(dict)) accuse('thread', pageOnly(page), 'the page lists a bead of no thread', ANEW);
    }
  }
  for (const bead of beads) {
    if (!listed.has(bead.dict)) accuse('thread', placeOfBead(bead), 'a bead is not in the list of its page', ANEW);
  }
}

function placeOfBead({ page, box }: Bead): FindingPlace {
  return placeOn(page, box[0], box[3]);
}

/** Legs may touch. */
const SLACK = 0.5;

function judgeOverlap(beads: readonly Bead[], accuse: Accuse): void {
  for (const [index, bead] of beads.entries()) {
    for (const other of beads.slice(index + 1)) {
      const apart =
        bead.box[2] - SLACK <= other.box[0] ||
        other.box[2] - SLACK <= bead.box[0] ||
        bead.box[3] - SLACK <= other.box[1] ||
        other.box[3] - SLACK <= bead.box[1];
      if (!apart) accuse('thread', placeOfBead(other), 'two beads lie over one another', ANEW);
    }
  }
}

function judgeText(bead: Bead, texts: readonly Box[], accuse: Accuse): void {
  if (texts.some((text) => overlap(text, bead.box))) return;
  accuse('thread', placeOfBead(bead), 'a bead has no text in it', ANEW);
}
