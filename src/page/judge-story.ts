/*
 * In: a story as it came out. Out: what the desk must know of it, as diagnostics: overset, underset, unlevel legs, lone
 * lines, loose lines, runs of hyphens.
 */

import type { Diagnostic, Origin } from '../diagnostics/diagnostic.js';
import type { FilledLine, FilledThread } from '../model/flow.js';
import { lineText, type SetTable } from '../model/line.js';
import type { Flow } from '../model/make-up.js';
import { count } from '../units/count.js';
import type { Pt } from '../units/length.js';
import { type FitBlemishes, findBlemishes } from './fit-blemishes.js';
import { tellCheapest } from './fit-cheap-lines.js';
import { isTorn, linesOf, measureFit, type PouredStory } from './measure-story.js';
import type { Room } from './room.js';
import type { Thread, ThreadPlace } from './thread.js';

/** Reports everything about one story's text that stops the press or deserves a look. */
export function judgeStory(thread: Thread, poured: Omit<PouredStory, 'story'>, maxHyphens: number, room: Room): void {
  const { filled, flow } = poured;
  const tell = tellAt(thread.places[Math.min(filled.endSlot, thread.places.length - 1)] as ThreadPlace, room);
  const blemishes = findBlemishes(filled);
  if (blemishes.oversetLines > 0) {
    tellOverset(thread, poured, room, tell);
    return;
  }
  if (blemishes.underset) tellUnderset(thread, poured, room, tell);
  judgeLegs(thread.story.source.id, blemishes, tell);
  judgeJumps(thread, filled, tell);
  judgeLines(filled, flow, maxHyphens, tell);
}

/** Reports what is to be said of a place; at the line of the manifest that gives the story, where no other is named. */
export type Tell = (part: Omit<Diagnostic, 'page' | 'slot' | 'origin'> & { readonly origin?: Origin }) => void;

/** A way to report about one place. */
export function tellAt({ origin, page, slot }: ThreadPlace, room: Room): Tell {
  return (part) => room.report({ origin, ...part, page: page.label, slot: slot.name });
}

function tellOverset(thread: Thread, poured: Omit<PouredStory, 'story'>, room: Room, tell: Tell): void {
  const { story, places } = thread;
  const { id } = story.source;
  const { lines, words, cheapest } = measureFit({ story, ...poured }, room);
  tell({
    code: 'overset',
    severity: 'error',
    message: `"${id}" is ${count(lines, 'line')} too long for ${places.length > 1 ? 'its slots' : 'its slot'} (about ${count(words, 'word')})`,
    hint: joinHints(
      `cut about ${count(words, 'word')}, or continue "${id}" in a slot of a later page`,
      tellCheapest(cheapest, poured.flow.parts, 'fewer'),
    ),
    lines,
  });
}

function tellUnderset(thread: Thread, poured: Omit<PouredStory, 'story'>, room: Room, tell: Tell): void {
  const { story } = thread;
  const { filled, flow } = poured;
  const { lines, words, cheapest } = measureFit({ story, ...poured }, room);
  tell({
    code: 'underset',
    severity: 'warning',
    message: `"${story.source.id}" ends ${count(filled.freeLines, 'line')} above the foot of its slot (about ${count(-words, 'word')})`,
    hint: joinHints(
      `add about ${count(-words, 'word')}, or ${story.source.pictures.length > 0 ? 'let its picture be deeper' : 'use a smaller slot'}`,
      tellCheapest(cheapest, flow.parts, 'more'),
    ),
    lines,
  });
}

/** What to do in all, and then where it costs least. */
function joinHints(whole: string, cheapest: string): string {
  return cheapest === '' ? whole : `${whole}; ${cheapest}`;
}

/** Reports lone lines and legs that are not level. */
export function judgeLegs(id: string, { shortLegs, loneLines }: FitBlemishes, tell: Tell): void {
  if (shortLegs > 0) {
    tell({
      code: 'unlevel-legs',
      severity: 'warning',
      message: `the legs of "${id}" do not end on one line`,
      hint: 'add or cut a few words, or a crosshead',
    });
  }
  if (loneLines > 0) {
    tell({
      code: 'widow-orphan',
      severity: 'warning',
      message: `"${id}" has ${count(loneLines, 'line')} left alone at the head or foot of a leg`,
      hint: 'add or cut a few words in the paragraph there',
    });
  }
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

/** Reports lines too wide or too loose, and runs of hyphens. */
export function judgeLines(filled: FilledThread, flow: Flow, maxHyphens: number, tell: Tell): void {
  const originOf = ({ paragraph }: FilledLine) => (flow.parts[paragraph] as Flow['parts'][number]).origin;
  const lines = linesOf(filled);
  judgeTables(lines, originOf, tell);
  for (const wide of lines.filter(({ line }) => !line.row && line.width > line.measure + OVERFULL)) {
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

/** A table too wide is told once for each measure that it is too wide for. */
function judgeTables(lines: readonly FilledLine[], originOf: (line: FilledLine) => Origin, tell: Tell): void {
  const told = new Set<SetTable>();
  for (const filled of lines) {
    const { row, measure, indent } = filled.line;
    if (!row || row.table.excess <= OVERFULL || told.has(row.table)) continue;
    told.add(row.table);
    const { columns, excess } = row.table;
    tell({
      code: 'table-too-wide',
      severity: 'error',
      origin: originOf(filled),
      message: `the table of ${count(columns.length, 'column')} is ${points(excess)} wider than its leg of ${points(measure - indent)}`,
      hint: `leave out a column or shorten its words, or use a wider leg; the widest ${tellWidest(columns)}`,
    });
  }
}

/** Columns named in a hint. */
const MOST_NAMED = 3;

function tellWidest(columns: SetTable['columns']): string {
  const named = columns.map(({ head, width }, at) => ({ name: head === '' ? `column ${at + 1}` : `"${head}"`, width }));
  const widest = [...named].sort((a, b) => b.width - a.width).slice(0, MOST_NAMED);
  const list = widest.map(({ name, width }) => `${name} (${points(width)})`).join(', ');
  return `${widest.length === 1 ? 'is' : 'are'} ${list}`;
}

function points(length: Pt): string {
  return `${Math.round(length * 10) / 10}pt`;
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
