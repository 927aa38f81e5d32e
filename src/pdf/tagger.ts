/** How a file is tagged: pages collect their marked content while they are drawn, and the tree is written after them. */
import type { DrawnContent } from './draw-page.js';
import type { PageFrame } from './page-boxes.js';
import type { PdfDictionary, PdfRef } from './pdfkit-internals.js';

/** A page with its marked content. */
export interface TaggedPage extends DrawnContent {
  /** Pieces of marked content that belong to the structure tree. */
  readonly marks: number;
  /** Further entries of the page. */
  readonly entries: PdfDictionary;
}

/** What hangs from the catalog. */
export interface WrittenTree extends PdfDictionary {
  /** Root of the structure tree; undefined where nothing is tagged. */
  readonly structure: PdfRef | undefined;
}

export interface Tagger {
  /** Draws a page, each once and in order. */
  drawPage(frame: PageFrame): TaggedPage;
  /** Writes the structure tree, and gives it with further entries of the catalog. `pages`: all pages in order. */
  writeTree(pages: readonly PdfRef[]): WrittenTree;
}
