/** The tags of a reader's copy: whole stories, languages, and links that lead along jumps and refers and out of the paper. */
import type { PrintJob } from '../model/display-list.js';
import { planDestinations, writeNames } from './destinations.js';
import { drawReadingPage, type ReadingRun } from './draw-reading-page.js';
import { closeHeadingLevels } from './heading-levels.js';
import { writeLink } from './link-annotation.js';
import type { PageFrame } from './page-boxes.js';
import type { ContentNeeds } from './page-content.kernel.js';
import type { PdfBody, PdfRef } from './pdfkit-internals.js';
import { growReadingTree, type PlacedPiece, type PlacedRun } from './reading-tree.js';
import type { Tagger } from './tagger.js';
import { writeReadingTree } from './write-reading-tree.js';

export function tagForReaders(body: PdfBody, job: PrintJob, frames: readonly PageFrame[], needs: ContentNeeds): Tagger {
  const destinations = planDestinations(frames);
  const all: PlacedPiece[] = [];
  // Pages come first in the parent tree, then annotations.
  let nextParent = frames.length;
  const placeRun = (run: ReadingRun, page: PdfRef): PlacedRun => {
    if (run.link === undefined) return { ...run, page };
    const structParent = nextParent++;
    return { ...run, page, annotation: { ref: writeLink(body, { ...run.link, page, structParent }), structParent } };
  };
  return {
    drawPage(frame) {
      const page = frame.ref;
      const { pieces, ...content } = drawReadingPage(frame, needs, destinations.find);
      const placed = pieces.map((piece) => ({ ...piece, page, runs: piece.runs.map((run) => placeRun(run, page)) }));
      all.push(...placed);
      const runs = placed.flatMap((piece) => piece.runs);
      const links = runs.flatMap(({ annotation }) => (annotation ? [annotation.ref] : []));
      // In the order of the structure tree (ISO 14289-1, 7.18.3).
      const entries = links.length === 0 ? {} : { Annots: links, Tabs: 'S' };
      return { ...content, marks: runs.length, entries };
    },
    writeTree(pages) {
      const names = writeNames(body, destinations);
      if (all.length === 0) return { structure: undefined, Names: names };
      const { language, languages } = job;
      const tree = growReadingTree(all, { language, languages, headings: closeHeadingLevels(job.pages) });
      return { structure: writeReadingTree(body, tree, pages), Names: names };
    },
  };
}
