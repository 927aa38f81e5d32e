/** In: the content of a layout file. Out: its figures, each with the places where it is at fault. */
import { measureBreaks, measureHyphenRuns, measureHyphensAtFeet } from './measure-breaks.mjs';
import { measureGrid, measureLevel } from './measure-grid.mjs';
import { findRivers, findStacks } from './measure-rivers.mjs';
import { measureGaps, measureStretch, percentile } from './measure-spacing.mjs';
import { readStories } from './read-legs.mjs';

/** Measures a whole edition. The names of the figures are those of the goals in `goals.mjs`. */
export function measureLayout(layout) {
  const stories = [...readStories(layout).values()];
  const parts = stories.flat();
  const legs = parts.flatMap((part) => part.legs);
  return {
    seen: countSeen(layout, legs),
    ...figuresOfLegs(parts, legs),
    ...figuresOfBreaks(stories, legs),
    ...figuresOfGaps(measureGaps(legs)),
    ...figuresOfStretch(legs),
    ...figuresOfWhite(legs),
  };
}

function countSeen({ pages }, legs) {
  const lines = legs.flatMap((leg) => leg.lines);
  const words = lines.reduce((sum, { text }) => sum + text.split(' ').filter(Boolean).length, 0);
  const broken = lines.filter(({ hyphenated }) => hyphenated).length;
  const measures = new Map();
  for (const { measure } of lines) measures.set(measure, (measures.get(measure) ?? 0) + 1);
  return { pages: pages.length, lines: lines.length, words: words - broken, measures: [...measures] };
}

function figuresOfLegs(parts, legs) {
  const grid = measureGrid(legs);
  const level = measureLevel(parts);
  return {
    onGrid: { value: shareGood(grid.lines, grid.faults.length), faults: grid.faults },
    levelLegs: { value: shareGood(level.parts, level.faults.length), faults: level.faults },
  };
}

function figuresOfBreaks(stories, legs) {
  const indent = paragraphIndent(legs);
  const found = stories.map((parts) =>
    measureBreaks(
      parts.flatMap((part) => part.legs),
      indent,
    ),
  );
  const all = (name) => countFaults(found.flatMap((one) => one[name]));
  const runs = stories.flatMap((parts) => measureHyphenRuns(parts.flatMap((part) => part.legs)));
  const longest = Math.max(0, ...runs.map((run) => run.length));
  const feet = stories.map(measureHyphensAtFeet);
  const lines = legs.flatMap((leg) => leg.lines);
  const heads = stories.flat().flatMap((part) => part.head.map((line) => ({ ...part, ...line })));
  return {
    widows: all('widows'),
    orphans: all('orphans'),
    strandedHeads: all('stranded'),
    runts: all('runts'),
    fragments: all('fragments'),
    hyphenRun: { value: longest, faults: runs.filter((run) => run.length > 3).map((run) => run[0]) },
    hyphenatedLines: { value: shareOf(lines.filter((line) => line.hyphenated).length, lines.length) },
    hyphensBeforeJumps: countFaults(feet.flatMap(({ jumps }) => jumps)),
    hyphensAtFeet: countFaults(feet.flatMap((one) => one.feet)),
    hyphensInHeads: countFaults(heads.filter((line) => line.hyphenated).map(describeHead)),
  };
}

function describeHead({ page, slot, article, baseline, text }) {
  return { page, slot, article, baseline, text };
}

/** The indent of the layout's paragraphs: the most frequent one of body lines; an em where no line has one. */
function paragraphIndent(legs) {
  const counts = new Map();
  for (const { indent, part, size } of legs.flatMap((leg) => leg.lines)) {
    if (part === 'body' && size > 0) counts.set(indent || size, (counts.get(indent || size) ?? 0) + (indent ? 1 : 0));
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function figuresOfGaps(gaps) {
  const widths = gaps.map(({ gap }) => gap);
  const over = (limit) => gaps.filter(({ gap }) => gap > limit);
  const shareOver = (limit) => ({
    value: shareOf(over(limit).length, gaps.length),
    faults: over(limit).map(describeGap),
  });
  return {
    gapP50: { value: percentile(widths, 0.5) },
    gapP95: { value: percentile(widths, 0.95) },
    looseLines: shareOver(4.5),
    veryLooseLines: shareOver(7.2),
  };
}

function describeGap({ gap, place }) {
  return { ...place, text: `${gap.toFixed(1)} pt: ${place.text}` };
}

function figuresOfStretch(legs) {
  const { scale, letterSpace } = measureStretch(legs);
  return {
    scaleMin: { value: scale.min * 100 },
    scaleMax: { value: scale.max * 100 },
    letterSpaceMin: { value: letterSpace.min * 100 },
    letterSpaceMax: { value: letterSpace.max * 100 },
  };
}

function figuresOfWhite(legs) {
  const lines = legs.reduce((sum, leg) => sum + leg.lines.length, 0);
  const perThousand = (faults) => ({ value: lines === 0 ? 0 : (faults.length / lines) * 1000, faults });
  return { rivers: perThousand(legs.flatMap(findRivers)), stacks: perThousand(legs.flatMap(findStacks)) };
}

function countFaults(faults) {
  return { value: faults.length, faults };
}

/** In per cent. Of nothing all is good: stories of one leg are level. Whether anything was seen is asked by itself. */
function shareGood(all, bad) {
  return 100 - shareOf(bad, all);
}

function shareOf(some, all) {
  return all === 0 ? 0 : (some / all) * 100;
}
