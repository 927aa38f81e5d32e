import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { Segment } from './draft.js';
import { inlineSegments } from './inline-segments.js';
import { findTooMarked, refuseExcess } from './markdown-limits.js';
import { parseInline } from './parse-markdown.js';
import { readSimpleInline } from './simple-inline.js';

/** Reads inline Markdown that is no part of the article's text: heads, decks, captions. All of it has one origin. */
export function readInline(text: string, origin: Origin, report: Report): readonly Segment[] {
  const simple = /[\n\r]/.test(text) ? undefined : readSimpleInline(text);
  if (simple) return simple;
  const tooMarked = findTooMarked(text);
  if (!tooMarked) return inlineSegments(parseInline(text), { at: () => origin, report });
  // Front matter may be quoted or folded: where in it the sign stands cannot be told from the text alone.
  const kept = refuseExcess({ ...tooMarked, offset: 0 }, text, origin, report);
  return [{ type: 'text', text: kept, emphasis: false, strong: false, code: false }];
}
