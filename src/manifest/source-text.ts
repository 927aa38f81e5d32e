import type { Origin, Report } from '../diagnostics/diagnostic.js';
import { problem } from './problem.js';

/** A text file, with the places of its lines. */
export interface SourceText {
  /** As people see it, for origins. */
  readonly file: string;
  readonly text: string;
  /** Line and column of a character, by its offset in `text`. */
  originAt(offset: number): Origin;
}

/**
 * Wraps a text so that any offset in it can be told as line and column, both from 1. Lines are counted no further than
 * they were asked for: of an article that is mostly its front matter.
 */
export function sourceText(file: string, text: string): SourceText {
  const starts = [0];
  const lineEnd = text.includes('\r') ? nextLine : nextLineByFeed;
  let counted = 0;
  return {
    file,
    text,
    originAt(offset) {
      while (counted <= offset) {
        counted = lineEnd(text, counted);
        starts.push(counted);
      }
      const line = lastAtOrBefore(starts, offset);
      return { file, line: line + 1, column: offset - (starts[line] as number) + 1 };
    },
  };
}

/** Reads bytes as UTF-8, with or without a byte order mark. Reports `unreadable-file` at the first byte that is not. */
export function decodeSource(file: string, bytes: Uint8Array, report: Report): SourceText | undefined {
  try {
    return sourceText(file, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    report(
      problem(
        'unreadable-file',
        firstBadByte(file, bytes),
        'the file is not text in UTF-8',
        'save it again with the encoding UTF-8',
      ),
    );
    return undefined;
  }
}

function firstBadByte(file: string, bytes: Uint8Array): Origin {
  const patched = new TextDecoder('utf-8').decode(bytes);
  const bad = patched.indexOf('\uFFFD');
  return sourceText(file, patched).originAt(Math.max(bad, 0));
}

/** Where the line after the one at an offset starts, in a text without carriage returns: nearly every one. */
function nextLineByFeed(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed < 0 ? text.length + 1 : feed + 1;
}

/** The same where lines may end in LF, CRLF or CR. */
function nextLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) return at + 1;
  }
  return text.length + 1;
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
