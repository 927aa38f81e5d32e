/** How lines are filled: word gaps, glyph scaling, letter space. */
import { isJustified, placeOf } from './read-legs.mjs';

/** Type size at which gaps are judged, in points: a gap means little without the size beside it. */
const SIZE = 9;

/**
 * The mean word gap of every justified line at 9 pt, widest first, as `{ gap, place }`. A gap reaches from the last
 * glyph's advance to the next glyph, so the letter space after the last glyph is part of it. A line of a single word
 * that is short of its measure counts with the hole that it leaves.
 */
export function measureGaps(legs) {
  const measured = legs.flatMap((leg) =>
    leg.lines
      .filter((line) => isJustified(line) && Math.abs(line.size - SIZE) < 0.05)
      .map((line) => ({ gap: meanGap(line), place: placeOf(leg, line) })),
  );
  return measured.filter(({ gap }) => gap > 0).sort((a, b) => b.gap - a.gap);
}

function meanGap(line) {
  const gaps = line.gaps.filter((gap) => !followsMarker(gap, line));
  const hole = line.measure - line.width;
  if (gaps.length === 0) return hole > 1 ? hole : 0;
  return gaps.reduce((sum, [, gap]) => sum + gap + line.letterSpace, 0) / gaps.length;
}

/** The white between a list's bullet or number and the text is no word gap: it ends at the line's indent. */
function followsMarker([start, width], { indent }) {
  return indent > 0 && Math.abs(start + width - indent) < 0.01;
}

/** Nearest-rank percentile of numbers sorted from the largest; 0 where there are none. */
export function percentile(descending, share) {
  return descending.toReversed()[Math.max(Math.ceil(descending.length * share) - 1, 0)] ?? 0;
}

/** Narrowest and widest glyph scaling (1 is none) and letter space (in em) of running text. */
export function measureStretch(legs) {
  const lines = legs.flatMap((leg) => leg.lines);
  const scales = lines.map(({ scale }) => scale);
  const letters = lines.filter(({ size }) => size > 0).map(({ letterSpace, size }) => letterSpace / size);
  return { scale: rangeOf(scales), letterSpace: rangeOf(letters) };
}

function rangeOf(numbers) {
  return numbers.reduce(({ min, max }, number) => ({ min: Math.min(min, number), max: Math.max(max, number) }), {
    min: numbers[0] ?? 0,
    max: numbers[0] ?? 0,
  });
}
