/**
 * The structure tree of the reader's copy, as a plan: every story is one article, read from its headline to its end
 * whatever legs and pages its text runs through. In go the pieces of all pages in the order in which they stand; out
 * comes the tree, in which each run of each piece has its place, once. Types: ISO 32000-1, 14.8.4.
 */

import type { StoryTag } from '../model/display-list.js';
import type { Pt } from '../units/length.js';
import type { ReadingPiece, ReadingRun } from './draw-reading-page.js';
import type { HeadingLevels } from './heading-levels.js';
import type { PdfBox } from './page-boxes.js';
import type { PdfRef } from './pdfkit-internals.js';

/** An element of the structure tree. */
export interface StructureElement {
  readonly type: 'element';
  /** A standard structure type. */
  readonly role: string;
  readonly kids: readonly StructureKid[];
  /** BCP 47 tag, where it is not that of the element around it. */
  readonly language?: string | undefined;
  /** For the head of a table's column: what it is the head of. */
  readonly scope?: 'Column';
  readonly figure?: ReadingPiece['figure'];
}

export type StructureKid =
  | StructureElement
  | { readonly type: 'content'; readonly page: PdfRef; readonly mcid: number }
  | { readonly type: 'annotation'; readonly page: PdfRef; readonly ref: PdfRef; readonly structParent: number };

/** A run with its page, and with the annotation of its link where that was written. */
export interface PlacedRun extends ReadingRun {
  readonly page: PdfRef;
  readonly annotation?: { readonly ref: PdfRef; readonly structParent: number };
}

/** A piece on its page. */
export interface PlacedPiece {
  readonly tag: ReadingPiece['tag'];
  readonly page: PdfRef;
  readonly runs: readonly PlacedRun[];
  readonly figure?: { readonly alt: string; readonly box: PdfBox };
}

/** What holds for the whole file. */
export interface ReadingSettings {
  /** The language of the paper, and that of each article. */
  readonly language: string;
  readonly languages: ReadonlyMap<string, string>;
  readonly headings: HeadingLevels;
}

/** Grows the tree: a Document of stories, and of the refers and advertisements that stand by themselves. */
export function growReadingTree(pieces: readonly PlacedPiece[], settings: ReadingSettings): StructureElement {
  return element(
    'Document',
    groupPieces(pieces).map((group) => growStory(group, settings)),
  );
}

/**
 * Pieces of each story, in the order in which stories start. A refer says what stands elsewhere, and is read where it
 * stands; were it part of the story, the story would be read in its place.
 */
function groupPieces(pieces: readonly PlacedPiece[]): readonly (readonly PlacedPiece[])[] {
  const groups = new Map<string, PlacedPiece[]>();
  pieces.forEach((piece, index) => {
    const key = groupKey(piece, index);
    const group = groups.get(key);
    if (group) group.push(piece);
    else groups.set(key, [piece]);
  });
  return [...groups.values()];
}

function groupKey({ tag, page }: PlacedPiece, index: number): string {
  if (tag.kind === 'ad') return `ad ${index}`;
  return tag.kind === 'refer' ? `refer ${page.id} ${tag.article}` : `story ${tag.article}`;
}

/** One story: its parts and blocks, then its jump lines, which would only interrupt who has it read aloud. */
function growStory(pieces: readonly PlacedPiece[], settings: ReadingSettings): StructureElement {
  const { kind, article } = (pieces[0] as PlacedPiece).tag;
  const own = settings.languages.get(article) ?? settings.language;
  const blocks = joinBlocks(pieces.filter((piece) => !isJumpLine(piece)));
  const jumpLines = pieces.filter(isJumpLine).map((piece) => growBlock(piece, own, settings.headings));
  const kids = [...growBlocks(blocks, own, settings.headings), ...jumpLines];
  const role = kind === 'refer' || kind === 'ad' ? 'Sect' : 'Art';
  return element(role, kids, own === settings.language ? undefined : own);
}

function isJumpLine({ tag }: PlacedPiece): boolean {
  return tag.part === 'jumpTo' || tag.part === 'jumpFrom';
}

/** A block of a story; a table with its cells, row after row. */
interface Block extends PlacedPiece {
  readonly cells?: PlacedPiece[];
}

/** Puts together what legs and pages cut: each block of the text is one, at the place where it starts. */
function joinBlocks(pieces: readonly PlacedPiece[]): readonly Block[] {
  const blocks: Block[] = [];
  const places = new Map<number, number>();
  for (const piece of pieces) {
    const { paragraph, cell } = piece.tag;
    const place = paragraph < 0 ? undefined : places.get(paragraph);
    if (place === undefined) {
      places.set(paragraph, blocks.length);
      blocks.push(cell ? { ...piece, runs: [], cells: [piece] } : piece);
    } else {
      const start = blocks[place] as Block;
      if (cell) {
        start.cells?.push(piece);
        continue;
      }
      blocks[place] = { ...start, runs: [...start.runs, ...piece.runs] };
    }
  }
  return blocks;
}

/** Blocks in their order; items of a list and paragraphs of a quotation that follow one another are held together. */
function growBlocks(blocks: readonly Block[], language: string, headings: HeadingLevels): readonly StructureElement[] {
  const grown: StructureElement[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as Block;
    const { part } = block.tag;
    const end = part === 'item' || part === 'quote' ? endOfRun(blocks, at) : at + 1;
    const together = blocks.slice(at, end);
    if (block.cells) grown.push(growTable(block.cells, language));
    else if (part === 'item') grown.push(growList(together, language));
    else if (part === 'quote')
      grown.push(
        element(
          'BlockQuote',
          together.map((one) => growParagraph(one, language)),
        ),
      );
    else grown.push(growBlock(block, language, headings));
    at = end;
  }
  return grown;
}

function endOfRun(blocks: readonly PlacedPiece[], start: number): number {
  const { part } = (blocks[start] as PlacedPiece).tag;
  const end = blocks.findIndex(({ tag }, at) => at > start && tag.part !== part);
  return end < 0 ? blocks.length : end;
}

/** A table of rows. Every row has a cell for each column, so that whoever reads it can tell them apart (ISO 14289-1, 7.5). */
function growTable(cells: readonly PlacedPiece[], language: string): StructureElement {
  const rows = new Map<number, (PlacedPiece | undefined)[]>();
  for (const piece of cells) {
    const { row, column, columns } = piece.tag.cell as NonNullable<StoryTag['cell']>;
    const inRow = rows.get(row) ?? new Array<PlacedPiece | undefined>(columns).fill(undefined);
    rows.set(row, inRow);
    // Lines of one cell may stand in two pieces.
    const before = inRow[column];
    inRow[column] = before ? { ...before, runs: [...before.runs, ...piece.runs] } : piece;
  }
  return element(
    'Table',
    [...rows].map(([row, inRow]) =>
      element(
        'TR',
        inRow.map((cell) => growCell(cell, row, language)),
      ),
    ),
  );
}

/** The head of a column is a TH even where it says nothing. */
function growCell(cell: PlacedPiece | undefined, row: number, language: string): StructureElement {
  const kids = cell ? growRuns(cell.runs, language) : [];
  return row === 0 ? { ...element('TH', kids), scope: 'Column' } : element('TD', kids);
}

/** A list. A paragraph without a marker goes on with the item before it, and so does a list that is indented further. */
function growList(items: readonly PlacedPiece[], language: string): StructureElement {
  const indent = indentOf(items[0] as PlacedPiece);
  const entries: PlacedPiece[][] = [];
  for (const item of items) {
    const open = entries.at(-1);
    if (open === undefined || (item.runs[0]?.isLabel && indentOf(item) <= indent)) entries.push([item]);
    else open.push(item);
  }
  return element(
    'L',
    entries.map((entry) => growItem(entry, language)),
  );
}

/** An item: its marker, and a body of its paragraphs and of the lists in it. */
function growItem([first, ...rest]: readonly PlacedPiece[], language: string): StructureElement {
  const { runs, ...start } = first as PlacedPiece;
  const labels = runs.filter(({ isLabel }) => isLabel);
  const opening = growParagraph({ ...start, runs: runs.filter(({ isLabel }) => !isLabel) }, language);
  const body = [opening, ...growRest(rest, indentOf(first as PlacedPiece), language)];
  const label = labels.length === 0 ? [] : [element('Lbl', growRuns(labels, language))];
  return element('LI', [...label, element('LBody', body)]);
}

/** What follows the first paragraph of an item: further ones, and lists where they are indented further than `indent`. */
function growRest(pieces: readonly PlacedPiece[], indent: Pt, language: string): readonly StructureElement[] {
  const grown: StructureElement[] = [];
  for (let at = 0; at < pieces.length; ) {
    const next = pieces.findIndex((piece, index) => index >= at && indentOf(piece) <= indent);
    const end = next < 0 ? pieces.length : next;
    if (end > at) grown.push(growList(pieces.slice(at, end), language));
    else grown.push(growParagraph(pieces[at] as PlacedPiece, language));
    at = Math.max(end, at + 1);
  }
  return grown;
}

function indentOf({ tag }: PlacedPiece): Pt {
  return tag.indent ?? 0;
}

function growParagraph({ runs }: PlacedPiece, language: string): StructureElement {
  return element('P', growRuns(runs, language));
}

function growBlock({ tag, runs, figure }: PlacedPiece, language: string, headings: HeadingLevels): StructureElement {
  const kids = growRuns(runs, language);
  // A reference stands inside a paragraph (ISO 32000-1, 14.8.4.4).
  if (tag.role === 'Reference') return element('P', [element('Reference', kids)]);
  const block = element(headings.get(tag.role) ?? tag.role, kids);
  return figure ? { ...block, figure } : block;
}

/** Runs of a block: bare where they are its plain text, in a Span where another language starts, in a Link where one does. */
function growRuns(runs: readonly PlacedRun[], language: string): readonly StructureKid[] {
  return runs.map((run): StructureKid => {
    const { page, mcid, annotation } = run;
    const content = { type: 'content', page, mcid } as const;
    const own = run.language === undefined || run.language === language ? undefined : run.language;
    if (annotation) return element('Link', [content, { type: 'annotation', page, ...annotation }], own);
    return own === undefined ? content : element('Span', [content], own);
  });
}

function element(role: string, kids: readonly StructureKid[], language?: string): StructureElement {
  return { type: 'element', role, kids, language };
}
