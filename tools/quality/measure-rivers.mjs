/** White that runs down a leg (rivers) and words that stand under one another (stacks). */
import { isJustified, placeOf } from './read-legs.mjs';

/** A river runs through at least so many lines; three gaps in line are no more than chance and are not seen. */
const RIVER_LINES = 4;

/** Shortest word whose repetition under itself is seen. */
const STACK_LETTERS = 3;

/**
 * Rivers of one leg, each as the place of its top line with its number of lines. Gaps of neighbouring lines belong to
 * one river where they overlap by at least half of the narrower: white then runs through without a bend. A paragraph's
 * short last line ends a river. Of rivers that share gaps the longest counts, once.
 */
export function findRivers(leg) {
  const rivers = [];
  let above = [];
  for (const [at, line] of leg.lines.entries()) {
    const gaps = isJustified(line) || line.last ? line.gaps.map(([start, width]) => [line.x + start, width]) : [];
    const isNext = at > 0 && line.baseline - leg.lines[at - 1].baseline < leg.grid.leading * 1.5;
    const current = gaps.map((gap) => lengthenRiver(gap, isNext ? above : [], leg, line));
    for (const entry of current) if (entry.lines === RIVER_LINES) rivers.push(entry.river);
    for (const entry of current) entry.river.lines = Math.max(entry.river.lines, entry.lines);
    above = current;
  }
  return [...new Set(rivers)].map(({ lines, place }) => ({ ...place, lines }));
}

function lengthenRiver(gap, above, leg, line) {
  const longest = above.filter((entry) => overlapsByHalf(entry.gap, gap)).sort((a, b) => b.lines - a.lines)[0];
  if (!longest) return { gap, lines: 1, river: { lines: 1, place: placeOf(leg, line) } };
  return { gap, lines: longest.lines + 1, river: longest.river };
}

function overlapsByHalf([startA, widthA], [startB, widthB]) {
  const overlap = Math.min(startA + widthA, startB + widthB) - Math.max(startA, startB);
  return overlap >= Math.min(widthA, widthB) / 2;
}

/** Places where a line starts, or ends, with the same word as the line above it in its leg. */
export function findStacks(leg) {
  return leg.lines.filter((line, at) => at > 0 && isStacked(leg.lines[at - 1], line)).map((line) => placeOf(leg, line));
}

function isStacked(above, line) {
  const [firstAbove, lastAbove] = edgeWords(above);
  const [first, last] = edgeWords(line);
  const isSameLast = last === lastAbove && !above.last && !line.last;
  return (first.length >= STACK_LETTERS && first === firstAbove) || (last.length >= STACK_LETTERS && isSameLast);
}

/** First and last word of a line, letters alone. Part of a broken word is none: it does not read as a word. */
function edgeWords({ text, hyphenated }) {
  const words = text
    .toLowerCase()
    .split(' ')
    .map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''));
  return [words[0] ?? '', hyphenated ? '' : (words.at(-1) ?? '')];
}
