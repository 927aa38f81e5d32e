/** The tags of a press file: every piece by itself, in the article that it belongs to. Nobody hears it; it may be searched. */
import type { PrintJob } from '../model/display-list.js';
import { drawPage } from './draw-page.js';
import { closeHeadingLevels } from './heading-levels.js';
import type { ContentNeeds } from './page-content.kernel.js';
import type { PdfBody } from './pdfkit-internals.js';
import { type StructurePiece, writeStructureTree } from './structure-tree.js';
import type { Tagger } from './tagger.js';

export function tagForPress(body: PdfBody, job: PrintJob, needs: ContentNeeds): Tagger {
  const headings = closeHeadingLevels(job.pages);
  const all: StructurePiece[] = [];
  return {
    drawPage(frame) {
      const { pieces, ...content } = drawPage(frame, headings, needs);
      all.push(...pieces);
      return { ...content, marks: pieces.length, entries: {} };
    },
    writeTree: (pages) => ({ structure: writeStructureTree(body, all, pages) }),
  };
}
