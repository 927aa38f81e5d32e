/** One page of the display list as a content stream, with the marked content and the resources that it uses. */
import type { ContentTag, DisplayList, DisplayOp } from '../model/display-list.js';
import { writtenBytes } from './byte-text.kernel.js';
import { type PageBoxes, toPdfBox } from './page-boxes.js';
import {
  beginMarked,
  type ContentNeeds,
  drawPicture,
  drawRule,
  endMarked,
  fillBox,
  type PageContent,
  showLine,
  startContent,
} from './page-content.kernel.js';
import type { PdfFont, PdfRef } from './pdfkit-internals.js';
import type { PlacedImage } from './picture-objects.js';
import type { StructurePiece } from './structure-tree.js';

export interface PaintedPage {
  /** Operators; lent until the next page is painted. */
  readonly content: Uint8Array;
  readonly fonts: ReadonlySet<PdfFont>;
  readonly images: ReadonlySet<PlacedImage>;
  readonly pieces: readonly StructurePiece[];
}

type ArticleTag = Extract<ContentTag, { type: 'content' }>;

/** Paints the operations in their order, which is the reading order. What stands outside every mark is an artifact. */
export function paintPage(page: DisplayList, ref: PdfRef, boxes: PageBoxes, needs: ContentNeeds): PaintedPage {
  const content = startContent(needs, boxes.left, boxes.top);
  const pieces: StructurePiece[] = [];
  let marked: 'none' | 'loose' | 'tagged' = 'none';
  for (let i = 0; i < page.ops.length; i++) {
    const op = page.ops[i] as DisplayOp;
    if (op.type === 'begin' || op.type === 'end') {
      if (marked !== 'none') endMarked(content);
      marked = op.type === 'begin' ? 'tagged' : 'none';
      if (op.type === 'begin') openTag(content, pieces, op.tag, page.ops, i, ref, boxes);
      continue;
    }
    if (marked === 'none') {
      beginMarked(content, 'Artifact');
      marked = 'loose';
    }
    draw(content, op);
  }
  if (marked !== 'none') endMarked(content);
  return { content: writtenBytes(content.out), fonts: content.fonts, images: content.images, pieces };
}

function openTag(
  content: PageContent,
  pieces: StructurePiece[],
  tag: ContentTag,
  ops: readonly DisplayOp[],
  at: number,
  page: PdfRef,
  boxes: PageBoxes,
): void {
  if (tag.type === 'artifact') {
    beginMarked(content, 'Artifact');
    return;
  }
  const mcid = pieces.length;
  pieces.push({ article: tag.article, role: tag.role, page, mcid, ...figureOf(tag, ops, at, boxes) });
  beginMarked(content, { role: tag.role, mcid });
}

/** The picture that a Figure mark holds: what stands for it where it cannot be seen. */
function figureOf(
  tag: ArticleTag,
  ops: readonly DisplayOp[],
  begin: number,
  boxes: PageBoxes,
): Pick<StructurePiece, 'figure'> {
  if (tag.role !== 'Figure') return {};
  for (let i = begin + 1; i < ops.length; i++) {
    const op = ops[i] as DisplayOp;
    if (op.type === 'end') break;
    if (op.type === 'picture') return { figure: { alt: op.alt, box: toPdfBox(boxes, op.box) } };
  }
  return {};
}

function draw(content: PageContent, op: Exclude<DisplayOp, { type: 'begin' | 'end' }>): void {
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
