/**
 * Parts an article into paragraphs and headings that can be read at sight, and what needs a Markdown parser. Nine
 * tenths of a newspaper can. Reading those here instead of in the parser takes 48,000 words from about 160 ms of CPU
 * time to 27 (cold, Node 20).
 *
 * Why a piece can be read by itself: a blank line ends a paragraph, a heading and a block quote (CommonMark 0.31.2, 4.8,
 * 4.2, 5.1), and a line that then starts at the margin ends every list (5.2) and all indented code (4.4). Only fenced
 * code and HTML run on over blank lines (4.5, 4.6), and only link definitions reach other pieces (4.7): an article in
 * which any of these may occur is left whole.
 */
import type { Origin } from '../diagnostics/diagnostic.js';
import type { TextRun } from '../model/story.js';
import { findTable } from './read-table.js';
import { readSimpleInline } from './simple-inline.js';

export type Piece =
  /** A paragraph or a heading with number signs that needs no parser. `line` counts from 0. */
  | { readonly type: 'paragraph'; readonly runs: readonly TextRun[]; readonly line: number }
  | { readonly type: 'heading'; readonly level: number; readonly runs: readonly TextRun[]; readonly line: number }
  /** A table that starts at the margin: its lines. */
  | { readonly type: 'table'; readonly lines: readonly string[]; readonly line: number }
  /** Anything else: whole blocks, with the blank lines between them. */
  | { readonly type: 'marked'; readonly text: string; readonly line: number };

/**
 * What may run on over blank lines, or change the meaning of other pieces: a fence, HTML, a link definition. A NUL is
 * looked for besides: the parser replaces it (2.3).
 */
const FAR_REACHING = /```|~~~|\]:|^ {0,3}<[a-z!?/]/im;

/** Starts of a line that may open a block, continue one, or underline a heading. */
const OPENS_BLOCK = /^(?:[ \t#>\-+=\ufeff]|\d{1,9}[.)])/;

const PLAIN_HEADING = /^(#{1,6})[ \t]+([^#\s][^#]*)$/;

/** Parts the Markdown of an article; the pieces hold all its lines but blank ones, in order. */
export function splitMarkdown(markdown: string): readonly Piece[] {
  if (FAR_REACHING.test(markdown) || markdown.includes('\0')) return [{ type: 'marked', text: markdown, line: 0 }];
  const pieces: Piece[] = [];
  // Marked chunks that follow one another may be one list and stay together.
  let marked: Chunk[] = [];
  const endMarked = () => {
    if (marked.length > 0) pieces.push(joinChunks(marked));
    marked = [];
  };
  for (const chunk of partTables(chunksOf(markdown.split(/\r\n|\n|\r/)))) {
    const piece = readChunk(chunk);
    if (piece === 'marked') marked.push(chunk);
    else {
      endMarked();
      pieces.push(piece);
    }
  }
  endMarked();
  return pieces;
}

/** Where a piece stands in its file; `start`: where the Markdown's first character does. */
export function originOfPiece({ line }: Piece, start: Origin): Origin {
  return line === 0 ? start : { file: start.file, line: start.line + line, column: 1 };
}

/** Chunks with the blank lines between them. */
function joinChunks(chunks: readonly Chunk[]): Piece {
  const start = (chunks[0] as Chunk).line;
  const lines: string[] = [];
  for (const chunk of chunks) {
    while (lines.length < chunk.line - start) lines.push('');
    for (const line of chunk.lines) lines.push(line);
  }
  return { type: 'marked', text: lines.join('\n'), line: start };
}

/** Lines between blank lines. */
interface Chunk {
  readonly lines: readonly string[];
  readonly line: number;
  readonly isTable?: true;
}

/** Parts the tables among chunks from the lines before and after them. */
function* partTables(chunks: Iterable<Chunk>): Generator<Chunk> {
  for (const chunk of chunks) {
    const { lines, line } = chunk;
    const table = lines.length > 1 && !OPENS_BLOCK.test(lines[0] as string) ? findTable(lines) : undefined;
    if (!table) {
      yield chunk;
      continue;
    }
    if (table.from > 0) yield { lines: lines.slice(0, table.from), line };
    yield { lines: lines.slice(table.from, table.to), line: line + table.from, isTable: true };
    if (table.to < lines.length) yield* partTables([{ lines: lines.slice(table.to), line: line + table.to }]);
  }
}

function* chunksOf(lines: readonly string[]): Generator<Chunk> {
  let start = 0;
  for (let line = 0; line <= lines.length; line++) {
    const text = lines[line];
    if (text !== undefined && !isBlank(text)) continue;
    if (line > start) yield { lines: lines.slice(start, line), line: start };
    start = line + 1;
  }
}

/** Blank to Markdown: spaces and tabs only. */
function isBlank(line: string): boolean {
  return line === '' || /^[ \t]*$/.test(line);
}

function readChunk({ lines, line, isTable }: Chunk): Exclude<Piece, { type: 'marked' }> | 'marked' {
  if (isTable) return { type: 'table', lines, line };
  const text = lines.join('\n');
  const heading = lines.length === 1 ? PLAIN_HEADING.exec(text) : null;
  if (heading) {
    const runs = readSimpleInline(heading[2] as string);
    if (runs) return { type: 'heading', level: (heading[1] as string).length, runs, line };
  } else if (lines.every(isPlainLine) && !/ {2}\n/.test(text)) {
    const runs = readSimpleInline(text);
    if (runs) return { type: 'paragraph', runs, line };
  }
  return 'marked';
}

function isPlainLine(line: string): boolean {
  return !OPENS_BLOCK.test(line);
}
