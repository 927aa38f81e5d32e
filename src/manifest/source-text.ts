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

/** Wraps a text so that any offset in it can be told as line and column, both from 1. */
export function sourceText(file: string, text: string): SourceText {
  let starts: readonly number[] | undefined;
  return {
    file,
    text,
    originAt(offset) {
      starts ??= lineStarts(text);
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

/** Offsets of the first character of each line; a line ends in LF, CRLF or CR. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
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
