import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { Segment } from './draft.js';
import { inlineSegments } from './inline-segments.js';
import { parseInline } from './parse-markdown.js';
import { readSimpleInline } from './simple-inline.js';

/** Reads inline Markdown that is no part of the article's text: heads, decks, captions. All of it has one origin. */
export function readInline(text: string, origin: Origin, report: Report): readonly Segment[] {
  const simple = /[\n\r]/.test(text) ? undefined : readSimpleInline(text);
  return simple ?? inlineSegments(parseInline(text), { at: () => origin, report });
}
