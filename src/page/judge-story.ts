/*
 * In: a story as it came out. Out: what the desk must know of it, as diagnostics: overset, underset, unlevel legs, lone
 * lines, loose lines, runs of hyphens.
 */
import type { Diagnostic, Origin } from '../diagnostics/diagnostic.js';
import type { FilledLine, FilledThread } from '../model/flow.js';
import { lineText } from '../model/line.js';
import type { Flow } from '../model/make-up.js';
import { isTorn, linesOf, measureStory } from './measure-story.js';
import type { Room } from './room.js';
import type { Thread, ThreadPlace } from './thread.js';

/** A story may leave so many grid lines free before the desk is told. */
const MOST_FREE = 2;

/** Reports everything about one story's text that stops the press or deserves a look. */
export function judgeStory(thread: Thread, filled: FilledThread, flow: Flow, maxHyphens: number, room: Room): void {
  const place = thread.places[Math.min(filled.endSlot, thread.places.length - 1)] as ThreadPlace;
  const tell = (part: Omit<Diagnostic, 'page' | 'slot' | 'origin'> & { readonly origin?: Origin }) =>
    room.report({ origin: place.origin, ...part, page: place.page.label, slot: place.slot.name });
  judgeFit(thread, filled, tell);
  if (filled.oversetLines > 0) return;
  judgeLegs(thread, filled, tell);
  judgeLines(filled, flow, maxHyphens, tell);
}

type Tell = (part: Omit<Diagnostic, 'page' | 'slot' | 'origin'> & { readonly origin?: Origin }) => void;

function judgeFit(thread: Thread, filled: FilledThread, tell: Tell): void {
  const id = thread.story.source.id;
  const { lines, words } = measureStory(thread.story, [], filled).fit;
  if (lines > 0) {
    tell({
      code: 'overset',
      severity: 'error',
      message: `"${id}" is ${count(lines, 'line')} too long for ${thread.places.length > 1 ? 'its slots' : 'its slot'} (about ${count(words, 'word')})`,
      hint: `cut about ${count(words, 'word')}, or continue "${id}" in a slot of a later page`,
      lines,
    });
  } else if (filled.freeLines > MOST_FREE) {
    tell({
      code: 'underset',
      severity: 'warning',
      message: `"${id}" ends ${count(filled.freeLines, 'line')} above the foot of its slot (about ${count(-words, 'word')})`,
      hint: `add about ${count(-words, 'word')}, or let its picture be deeper`,
      lines,
    });
  }
}

function judgeLegs(thread: Thread, filled: FilledThread, tell: Tell): void {
  const id = thread.story.source.id;
  if (!filled.level) {
    tell({
      code: 'unlevel-legs',
      severity: 'warning',
      message: `the legs of "${id}" do not end on one line`,
      hint: 'add or cut a few words, or a crosshead',
    });
  }
  const alone = filled.widows + filled.orphans + filled.strandedHeads;
  if (alone > 0) {
    tell({
      code: 'widow-orphan',
      severity: 'warning',
      message: `"${id}" has ${count(alone, 'line')} left alone at the head or foot of a leg`,
      hint: 'add or cut a few words in the paragraph there',
    });
  }
  judgeJumps(thread, filled, tell);
}

function judgeJumps(thread: Thread, filled: FilledThread, tell: Tell): void {
  const counts = filled.slots.map((legs) => legs.reduce((sum, leg) => sum + leg.lines.length, 0));
  for (let index = 0; index < filled.endSlot; index++) {
    const { minBefore, minAfter } = (thread.places[index] as ThreadPlace).slot.jump;
    const before = counts[index] as number;
    const after = counts[index + 1] as number;
    if (before >= minBefore && after >= minAfter) continue;
    tell({
      code: 'short-jump',
      severity: 'warning',
      message: `"${thread.story.source.id}" has ${count(before, 'line')} before its jump and ${count(after, 'line')} after it`,
      hint: `the slot asks for ${minBefore} before and ${minAfter} after: move the story or change its length`,
      lines: after,
    });
  }
}

function judgeLines(filled: FilledThread, flow: Flow, maxHyphens: number, tell: Tell): void {
  const originOf = ({ paragraph }: FilledLine) => (flow.parts[paragraph] as Flow['parts'][number]).origin;
  const lines = linesOf(filled);
  for (const wide of lines.filter(({ line }) => line.width > line.measure + OVERFULL)) {
    tell({
      code: 'line-too-wide',
      severity: 'error',
      origin: originOf(wide),
      message: `no line of the leg can hold ${quoteText(wide.line)}`,
      hint: 'break the word with a soft hyphen, shorten it, or use a wider leg',
    });
  }
  const torn = lines.filter(({ line }) => line.width <= line.measure + OVERFULL && isTorn(line));
  if (torn[0]) {
    tell({
      code: 'loose-line',
      severity: 'warning',
      origin: originOf(torn[0]),
      message: `very wide word spaces in ${count(torn.length, 'line')}, first in ${quoteText(torn[0].line)}`,
      hint: 'reword the paragraph a little, or give the story a wider leg',
    });
  }
  for (const run of hyphenRuns(lines, maxHyphens)) {
    tell({
      code: 'hyphen-run',
      severity: 'warning',
      origin: originOf(run),
      message: `more than ${count(maxHyphens, 'line')} in a row end in hyphens at ${quoteText(run.line)}`,
      hint: 'reword the paragraph a little',
    });
  }
}

/** The line of each run of hyphens that makes it too long. */
function hyphenRuns(lines: readonly FilledLine[], most: number): FilledLine[] {
  let run = 0;
  return lines.filter(({ line, paragraph }, index) => {
    const follows = lines[index - 1]?.paragraph === paragraph;
    run = line.hyphenated ? (follows ? run : 0) + 1 : 0;
    return run === most + 1;
  });
}

/** A line may stand out of its measure by so much, in points, before it counts as too wide. */
const OVERFULL = 0.5;

function quoteText(line: FilledLine['line']): string {
  const text = lineText(line);
  return `"${text.length > 40 ? `${text.slice(0, 39)}…` : text}"`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
