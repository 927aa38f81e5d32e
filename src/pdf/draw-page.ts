/** One page of the display list as a content stream, with the marked content and the resources that it uses. */
import type { DisplayOp, StoryTag } from '../model/display-list.js';
import { writtenBytes } from './byte-text.kernel.js';
import { drawMarks } from './draw-marks.js';
import { drawPicture } from './draw-picture.js';
import type { HeadingLevels } from './heading-levels.js';
import { type PageFrame, toPdfBox } from './page-boxes.js';
import {
  beginMarked,
  type ContentNeeds,
  drawRule,
  endMarked,
  fillBox,
  type PageContent,
  showLine,
  startContent,
} from './page-content.kernel.js';
import type { PdfFont } from './pdfkit-internals.js';
import type { PlacedXObject } from './picture-objects.js';
import type { StructurePiece } from './structure-tree.js';

/** The content of a page, and the resources that it uses. */
export interface DrawnContent {
  /** Operators; lent until the next page is drawn. */
  readonly content: Uint8Array;
  readonly fonts: ReadonlySet<PdfFont>;
  readonly pictures: ReadonlySet<PlacedXObject>;
}

export interface DrawnPage extends DrawnContent {
  readonly pieces: readonly StructurePiece[];
}

/** Draws the operations in their order, which is the reading order. What stands outside every mark is an artifact. */
export function drawPage(frame: PageFrame, headings: HeadingLevels, needs: ContentNeeds): DrawnPage {
  const { ops } = frame.list;
  const content = startContent(needs, frame.boxes.left, frame.boxes.top);
  const pieces: StructurePiece[] = [];
  let isMarked = false;
  for (let at = 0; at < ops.length; at++) {
    const op = ops[at] as DisplayOp;
    const isMark = op.type === 'begin' || op.type === 'end';
    if (isMark && isMarked) endMarked(content);
    if (op.type === 'begin' && op.tag.type === 'content') {
      const piece = describePiece(op.tag, frame, at, headings, pieces.length);
      pieces.push(piece);
      beginMarked(content, piece);
    } else if (op.type === 'begin' || (!isMark && !isMarked)) {
      beginMarked(content, 'Artifact');
    }
    isMarked = op.type !== 'end';
    if (op.type !== 'begin' && op.type !== 'end') drawOp(content, op);
  }
  if (isMarked) endMarked(content);
  if (frame.list.marks) drawMarks(content, frame.list.marks);
  return { content: writtenBytes(content.out), fonts: content.fonts, pictures: content.pictures, pieces };
}

/** What the structure tree must know of the marked content that starts with operation `at`. */
function describePiece(
  { article, role }: StoryTag,
  { list, ref, boxes }: PageFrame,
  at: number,
  headings: HeadingLevels,
  mcid: number,
): StructurePiece {
  const piece = { article, role: headings.get(role) ?? role, page: ref, mcid };
  const next = list.ops[at + 1];
  if (role !== 'Figure' || next?.type !== 'picture') return piece;
  return { ...piece, figure: { alt: next.alt, box: toPdfBox(boxes, next.box) } };
}

/** An operation that leaves something on the page. */
export type DrawingOp = Exclude<DisplayOp, { type: 'begin' | 'end' }>;

export function drawOp(content: PageContent, op: DrawingOp): void {
  switch (op.type) {
    case 'text':
      showLine(content, op);
      break;
    case 'rule':
      drawRule(content, op);
      break;
    case 'fill':
      fillBox(content, op);
      break;
    case 'picture':
      drawPicture(content, op);
      break;
    default:
      op satisfies never;
  }
}
