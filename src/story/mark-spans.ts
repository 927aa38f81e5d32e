/**
 * Spans with attributes, as Pandoc writes them: `[Zeitgeist]{lang=de}`, `[NATO]{.smallcaps}`. In: the segments of a block.
 * Out: the same without the signs, the runs between them marked. To CommonMark such a span is plain text, so it needs no
 * extension of the parser, and `]{` with one of the two attributes after it is nothing that anybody types by accident.
 */
import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { TextRun } from '../model/story.js';
import type { Segment } from './draft.js';

type SpanMarks = Pick<TextRun, 'language' | 'smallCaps'>;

/** Spans inside one another; brackets further out are taken as signs of the text, so that none is gone over too often. */
const MOST_OPEN = 8;

const SIGNS = /(\[|\]\{[^{}[\]\n]{1,80}\}|\])/;
const LANGUAGE = /^lang=(?:"([^"]*)"|([^\s"]*))$/;
const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** Marks the spans of a block. Reports `unsupported-markdown` for one whose attributes are mistyped; its text stays as typed. */
export function markSpans(segments: readonly Segment[], origin: Origin, report: Report): readonly Segment[] {
  if (!segments.some((segment) => segment.type === 'text' && segment.text.includes(']{'))) return segments;
  const marked: Segment[] = [];
  const open: number[] = [];
  for (const segment of segments) {
    if (segment.type === 'break' || segment.code) marked.push(segment);
    else for (const text of segment.text.split(SIGNS)) takePiece(text, segment, marked, open, { origin, report });
  }
  return marked;
}

interface Place {
  readonly origin: Origin;
  readonly report: Report;
}

/** Adds a piece of text. `open` are the places of the brackets that nothing has closed yet. */
function takePiece(text: string, run: TextRun, marked: Segment[], open: number[], place: Place): void {
  if (text === '[') {
    open.push(marked.length);
    if (open.length > MOST_OPEN) open.shift();
  }
  const start = text.startsWith(']') ? open.pop() : undefined;
  const marks = start === undefined || text === ']' ? undefined : readAttributes(text.slice(2, -1), place);
  if (start === undefined || !marks) {
    if (text !== '') marked.push({ ...run, text });
    return;
  }
  marked[start] = { ...(marked[start] as TextRun), text: '' };
  for (let i = start + 1; i < marked.length; i++) {
    const inner = marked[i] as Segment;
    // What a span inside this one has said stands.
    if (inner.type === 'text') marked[i] = { ...marks, ...inner };
  }
}

/** The marks of a span; undefined where its braces hold something else. */
function readAttributes(written: string, place: Place): SpanMarks | undefined {
  let marks: SpanMarks = {};
  for (const attribute of written.trim().split(/\s+/)) {
    const language = LANGUAGE.exec(attribute);
    const tag = language?.[1] ?? language?.[2];
    if (tag !== undefined && TAG.test(tag)) marks = { ...marks, language: tag };
    else if (attribute === '.smallcaps') marks = { ...marks, smallCaps: true };
    else {
      if (/^(?:lang|\.)/.test(attribute)) reportAttribute(attribute, place);
      return undefined;
    }
  }
  return marks;
}

function reportAttribute(attribute: string, { origin, report }: Place): void {
  report({
    code: 'unsupported-markdown',
    severity: 'error',
    origin,
    message: `span with the attribute "${attribute.replaceAll('"', '')}"`,
    hint: 'write [words]{lang=de} with a language tag, or [words]{.smallcaps}',
  });
}
