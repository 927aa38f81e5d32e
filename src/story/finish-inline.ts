/** From runs as typed to runs as printed: cleaned, spaces made single, punctuation made typographic, equal runs joined. */
import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { Inline, TextRun } from '../model/story.js';
import { cleanText } from './clean-text.js';
import type { Segment } from './draft.js';
import { markSpans } from './mark-spans.js';
import { smartenRuns } from './smart-punctuation.js';
import { tieSpaces } from './tie-spaces.js';

export interface SegmentSetting {
  /** BCP 47 tag: it chooses the quotation marks. */
  readonly language: string;
  /** Whether spaces stay as typed, or are tied where no line may end at them. */
  readonly spaces: 'typed' | 'tied';
  readonly report: Report;
}

/** Gives the inline text of a block; empty where nothing but white space is left. */
export function finishInline(segments: readonly Segment[], origin: Origin, setting: SegmentSetting): readonly Inline[] {
  const cleaned = segments.map((segment) =>
    segment.type === 'break' ? segment : withText(segment, cleanText(segment.text, origin, setting.report)),
  );
  const joined = joinEqual(collapseSpaces(markSpans(cleaned, origin, setting.report)));
  if (!joined.some(isInked)) return [];
  const smart = smartenRuns(joined, setting.language);
  return setting.spaces === 'tied' ? tieSpaces(smart, setting.language) : smart;
}

/** Whether there is something to print: `&nbsp;` alone is a way to type a blank line. */
function isInked(run: Inline): boolean {
  return run.type === 'text' && /[^\s\u200b\u2060]/.test(run.text);
}

/** The words of a text without their marks; a hard break counts as a space. */
export function plainText(inline: readonly Inline[]): string {
  const only = inline[0];
  if (inline.length === 1 && only?.type === 'text') return only.text;
  let text = '';
  for (const run of inline) text += run.type === 'text' ? run.text : ' ';
  return text;
}

function withText(run: TextRun, text: string): TextRun {
  return run.text === text ? run : { ...run, text };
}

/**
 * Makes every run of white space one space, over the borders of runs too, and none at the start, the end and around a
 * hard break. No-break spaces are the writer's own and stay.
 */
function collapseSpaces(segments: readonly Segment[]): readonly Inline[] {
  const finished: Inline[] = [];
  let atStart = true;
  for (const segment of segments) {
    if (segment.type === 'break') {
      trimEnd(finished);
      if (finished.length > 0) finished.push(segment);
      atStart = true;
      continue;
    }
    let text = UNEVEN.test(segment.text) ? segment.text.replace(WHITE_SPACE, ' ') : segment.text;
    if (atStart && text.startsWith(' ')) text = text.slice(1);
    if (text === '') continue;
    atStart = text.endsWith(' ');
    finished.push(withText(segment, text));
  }
  trimEnd(finished);
  return finished;
}

/** Anything but single spaces; most text has only those, and is passed on untouched. */
const UNEVEN = /[\t\n\r\u2028\u2029]| {2}/;
const WHITE_SPACE = /[ \t\n\r\u2028\u2029]+/g;

/** Takes spaces and breaks off the end. */
function trimEnd(finished: Inline[]): void {
  for (let last = finished.at(-1); last; last = finished.at(-1)) {
    if (last.type === 'text') {
      const text = last.text.endsWith(' ') ? last.text.slice(0, -1) : last.text;
      if (text !== '') {
        finished[finished.length - 1] = withText(last, text);
        return;
      }
    }
    finished.pop();
  }
}

function joinEqual(inline: readonly Inline[]): readonly Inline[] {
  if (inline.length < 2) return inline;
  const joined: Inline[] = [];
  for (const run of inline) {
    const before = joined.at(-1);
    if (run.type === 'text' && before?.type === 'text' && sameMarks(run, before)) {
      joined[joined.length - 1] = withText(before, before.text + run.text);
    } else joined.push(run);
  }
  return joined;
}

function sameMarks(a: TextRun, b: TextRun): boolean {
  return (
    a.emphasis === b.emphasis &&
    a.strong === b.strong &&
    a.code === b.code &&
    a.link === b.link &&
    a.language === b.language &&
    a.smallCaps === b.smallCaps
  );
}
