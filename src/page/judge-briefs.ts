/*
 * In: the briefs of a slot as they came out. Out: what the desk must know of them, as diagnostics. What is over or free in
 * a leg is told once, for all the briefs of it: a line can be had from any.
 */

import { count } from '../units/count.js';
import { findBlemishes, MOST_FREE } from './fit-blemishes.js';
import { cheapestParagraphs, type WantedLines } from './fit-cheap-lines.js';
import { judgeLegs, judgeLines, type Tell, tellAt } from './judge-story.js';
import type { MadeUpBrief } from './make-up-briefs.js';
import { linesOf } from './measure-story.js';
import type { Room } from './room.js';

/** Reports everything about the briefs of one slot that stops the press or deserves a look. */
export function judgeBriefs(briefs: readonly MadeUpBrief[], maxHyphens: number, room: Room): void {
  const legs = new Set(briefs.map(({ leg }) => leg));
  for (const number of legs) {
    const inLeg = briefs.filter(({ leg }) => leg === number);
    const tell = tellAt((inLeg.at(-1) as MadeUpBrief).place, room);
    judgeLeg(inLeg, tell, room);
    for (const { article, place, filled, flow } of inLeg) {
      judgeLegs(article.source.id, findBlemishes(filled), tellAt(place, room));
      judgeLines(filled, flow, maxHyphens, tellAt(place, room));
    }
  }
  judgeEmptyLegs(briefs, legs.size, room);
}

function judgeLeg(briefs: readonly MadeUpBrief[], tell: Tell, room: Room): void {
  const over = sum(briefs, ({ filled }) => filled.oversetLines);
  const free = (briefs.at(-1) as MadeUpBrief).filled.freeLines;
  if (over > 0) {
    const words = count(
      sum(briefs, ({ filled }) => filled.oversetWords),
      'word',
    );
    tell({
      code: 'overset',
      severity: 'error',
      message: `${nameBriefs(briefs)} are ${count(over, 'line')} too long for slot "${slotOf(briefs).name}" (about ${words})`,
      hint: `cut about ${words}, or take a brief out${tellWhere(briefs, 'fewer', room)}`,
      lines: over,
    });
  } else if (free > MOST_FREE) {
    const words = count(Math.round(free * wordsPerLine(briefs)), 'word');
    tell({
      code: 'underset',
      severity: 'warning',
      message: `${nameBriefs(briefs)} end ${count(free, 'line')} above the foot of slot "${slotOf(briefs).name}" (about ${words})`,
      hint: `add about ${words}, or use a smaller slot${tellWhere(briefs, 'more', room)}`,
      lines: -free,
    });
  }
}

function judgeEmptyLegs(briefs: readonly MadeUpBrief[], used: number, room: Room): void {
  const last = briefs.at(-1);
  if (!last || used >= last.place.slot.legs) return;
  const { legs, name } = last.place.slot;
  tellAt(
    last.place,
    room,
  )({
    code: 'underset',
    severity: 'warning',
    message: `${count(briefs.length, 'brief')} leave ${count(legs - used, 'leg')} of slot "${name}" empty`,
    hint: `give the slot ${count(legs - used, 'brief')} more, or fewer legs`,
  });
}

/** `the briefs of leg 2`, or `the briefs` where there is but one leg. */
function nameBriefs(briefs: readonly MadeUpBrief[]): string {
  const { leg } = briefs[0] as MadeUpBrief;
  return slotOf(briefs).legs > 1 ? `the briefs of leg ${leg + 1}` : 'the briefs';
}

function slotOf(briefs: readonly MadeUpBrief[]) {
  return (briefs[0] as MadeUpBrief).place.slot;
}

function wordsPerLine(briefs: readonly MadeUpBrief[]): number {
  const lines = sum(briefs, ({ filled }) => linesOf(filled).length);
  return lines > 0 ? sum(briefs, ({ article }) => article.words) / lines : 0;
}

/** More briefs than this nobody weighs against one another. */
const MOST_TOLD = 3;

/** `; "brief-fox" would give a line for 2 words (line 6), "brief-hay" for 4 (line 6)`, the cheapest first. */
function tellWhere(briefs: readonly MadeUpBrief[], wanted: WantedLines, room: Room): string {
  const places = briefs
    .flatMap(({ article, filled, flow }) => {
      const cheapLines = room.typesetter.findCheapLines(filled);
      const [first] = cheapestParagraphs(cheapLines, flow.parts, wanted);
      return first ? [{ id: article.source.id, ...first }] : [];
    })
    .sort((a, b) => a.words - b.words)
    .slice(0, MOST_TOLD);
  const told = places.map(({ id, words, line }, index) =>
    index === 0
      ? `"${id}" would ${wanted === 'fewer' ? 'give' : 'take'} a line for ${count(words, 'word')}${wanted === 'more' ? ' more' : ''} (line ${line})`
      : `"${id}" for ${words} (line ${line})`,
  );
  return told.length === 0 ? '' : `; ${told.join(', ')}`;
}

function sum<T>(entries: readonly T[], by: (entry: T) => number): number {
  return entries.reduce((total, entry) => total + by(entry), 0);
}
