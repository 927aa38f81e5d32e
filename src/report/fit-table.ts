/** How stories fit, and how much text slots hold, as tables for people: one line a story, one a slot. */

import type { Edition, StoryFit, StoryOutcome } from '../model/edition.js';
import type { MeasuredSlot, Range, SlotRoom } from '../model/slot-room.js';
import { count } from '../units/count.js';
import { byPage } from './describe-fit.js';

/** More paragraphs than this do not go on a line. */
const MOST_PARAGRAPHS = 3;

/** A line a story, by page, under a line of headings; at the end how many fit. No line feeds. */
export function tabulateStories(edition: Edition): readonly string[] {
  const stories = byPage(edition);
  const head = ['story', 'slots', 'words', 'lines', 'over or under', 'steps', 'a line for'];
  return [...alignColumns([head, ...stories.map(storyRow)], new Set([2, 3])), sumUp(stories)];
}

function storyRow({ article, slots, words, lines, fit }: StoryOutcome): readonly string[] {
  return [article, slots.join(', '), String(words), String(lines), tellMisfit(fit), tellSteps(fit), tellCheapest(fit)];
}

function tellMisfit({ lines, words }: StoryFit): string {
  if (lines === 0) return '-';
  return `${count(Math.abs(lines), 'line')} ${lines > 0 ? 'over' : 'under'} (${count(Math.abs(words), 'word')})`;
}

/** "looseness, tracking -4, drop deck" */
function tellSteps({ applied, tracking, dropped }: StoryFit): string {
  const told = applied.map((step) => {
    if (step === 'tracking') return `tracking ${tracking > 0 ? '+' : ''}${tracking}`;
    return step === 'drop' ? `drop ${dropped.join(' and ')}` : step;
  });
  return told.length === 0 ? '-' : told.join(', ');
}

/** "2 words at line 21, 3 at line 31" */
function tellCheapest({ cheapest }: StoryFit): string {
  if (cheapest.length === 0) return '-';
  return cheapest
    .slice(0, MOST_PARAGRAPHS)
    .map(({ words, line }, index) => `${index === 0 ? count(words, 'word') : words} at line ${line}`)
    .join(', ');
}

function sumUp(stories: readonly StoryOutcome[]): string {
  const over = stories.filter(({ fit }) => fit.lines > 0).length;
  const under = stories.filter(({ fit }) => fit.lines < 0).length;
  const whole = stories.length - over - under;
  return `${count(stories.length, 'story', 'stories')}: ${whole} to the line, ${under} under, ${over} over`;
}

/** A line for everything that a slot may take, by page, under a line of headings. No line feeds. */
export function tabulateSlots(slots: readonly MeasuredSlot[]): readonly string[] {
  const head = ['page', 'slot', 'legs', 'with', 'lines', 'words'];
  return alignColumns([head, ...slots.flatMap(slotRows)], new Set([2, 4, 5]));
}

function slotRows({ page, slot, legs, rooms }: MeasuredSlot): readonly (readonly string[])[] {
  return rooms.map(({ content, lines, words }: SlotRoom) => [
    page,
    slot,
    String(legs),
    content,
    tellRange(lines),
    tellRange(words),
  ]);
}

function tellRange({ min, max }: Range): string {
  return min === max ? String(min) : `${min}-${max}`;
}

/** Pads every column to its widest entry; the columns in `right` hold figures. */
function alignColumns(rows: readonly (readonly string[])[], right: ReadonlySet<number>): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((entry, column) => {
        const width = widths[column] as number;
        return right.has(column) ? entry.padStart(width) : entry.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
