import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { Draft, DraftBlock } from './draft.js';
import { draftBlocks } from './draft-blocks.js';
import { draftTable } from './draft-table.js';
import { findTooLong, findTooMarked, refuseExcess } from './markdown-limits.js';
import { parseBlocks } from './parse-markdown.js';
import { originOfPiece, type Piece, splitMarkdown } from './split-markdown.js';

/**
 * Reads an article's Markdown into blocks in reading order. Plain paragraphs never meet the parser.
 *
 * @param start Where the Markdown's first character stands in its file.
 */
export function readDrafts(markdown: string, start: Origin, report: Report): readonly Draft[] {
  const tooLong = findTooLong(markdown);
  if (tooLong) return [plainDraft(refuseExcess(tooLong, markdown, start, report), start)];
  return splitMarkdown(markdown).flatMap((piece) => readPiece(piece, originOfPiece(piece, start), report));
}

function readPiece(piece: Piece, origin: Origin, report: Report): readonly Draft[] {
  if (piece.type === 'marked') {
    const tooMarked = findTooMarked(piece.text);
    if (tooMarked) return [plainDraft(refuseExcess(tooMarked, piece.text, origin, report), origin)];
    return draftBlocks(parseBlocks(piece.text), { text: piece.text, origin }, report);
  }
  if (piece.type === 'table') return [draftTable(piece.lines, origin, report)];
  if (piece.type === 'heading')
    return [{ kind: { type: 'crosshead' }, level: piece.level, segments: piece.runs, origin }];
  return [{ kind: { type: 'paragraph' }, level: 0, segments: piece.runs, origin }];
}

/** A paragraph of text as it is. */
function plainDraft(text: string, origin: Origin): DraftBlock {
  const run = { type: 'text' as const, text, emphasis: false, strong: false, code: false };
  return { kind: { type: 'paragraph' }, level: 0, segments: [run], origin };
}
