import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { DraftBlock } from './draft.js';
import { draftBlocks } from './draft-blocks.js';
import { findTooLong, findTooMarked, refuseExcess } from './markdown-limits.js';
import { parseBlocks } from './parse-markdown.js';
import { type Piece, splitMarkdown } from './split-markdown.js';

/**
 * Reads an article's Markdown into blocks in reading order. Plain paragraphs never meet the parser.
 *
 * @param start Where the Markdown's first character stands in its file.
 */
export function readDrafts(markdown: string, start: Origin, report: Report): readonly DraftBlock[] {
  const tooLong = findTooLong(markdown);
  if (tooLong) return [plainDraft(refuseExcess(tooLong, markdown, start, report), start)];
  return splitMarkdown(markdown).flatMap((piece) => readPiece(piece, originOf(piece, start), report));
}

function readPiece(piece: Piece, origin: Origin, report: Report): readonly DraftBlock[] {
  if (piece.type === 'marked') {
    const tooMarked = findTooMarked(piece.text);
    if (tooMarked) return [plainDraft(refuseExcess(tooMarked, piece.text, origin, report), origin)];
    return draftBlocks(parseBlocks(piece.text), origin, report);
  }
  if (piece.type === 'heading')
    return [{ kind: { type: 'crosshead' }, level: piece.level, segments: piece.runs, origin }];
  return [{ kind: { type: 'paragraph' }, level: 0, segments: piece.runs, origin }];
}

/** A paragraph of text as it is. */
function plainDraft(text: string, origin: Origin): DraftBlock {
  const run = { type: 'text' as const, text, emphasis: false, strong: false, code: false };
  return { kind: { type: 'paragraph' }, level: 0, segments: [run], origin };
}

function originOf(piece: Piece, start: Origin): Origin {
  if (piece.line === 0) return start;
  return { file: start.file, line: start.line + piece.line, column: 1 };
}
