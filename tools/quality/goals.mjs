/** What is wanted of each figure (DESIGN of a newspaper column at 9 pt), and whether it is reached. */

/** Every figure in the order of the table: its name, its unit, and its goal where it has one. */
const FIGURES = [
  ['onGrid', 'lines of text and tables on the grid', '%', { least: 100 }],
  ['levelLegs', 'stories whose legs end level', '%', { least: 100 }],
  ['widows', 'widows', '', { most: 0 }],
  ['orphans', 'orphans', '', { most: 0 }],
  ['strandedHeads', 'crossheads with fewer than 2 lines after', '', { most: 0 }],
  ['gapP50', 'mean word gap of a line, median', 'pt'],
  ['gapP95', 'mean word gap of a line, 95 % are under', 'pt', { most: 4.2 }],
  ['looseLines', 'lines with gaps over 4.5 pt', '%', { most: 5 }],
  ['veryLooseLines', 'lines with gaps over 7.2 pt', '%', { most: 0.3 }],
  ['hyphenRun', 'longest run of hyphens', '', { most: 3 }],
  ['hyphenatedLines', 'lines hyphenated', '%'],
  ['hyphensBeforeJumps', 'hyphens before jumps', '', { most: 0 }],
  ['hyphensAtFeet', 'hyphens at the foot of a leg', ''],
  ['hyphensInHeads', 'hyphens in heads', '', { most: 0 }],
  ['scaleMin', 'narrowest glyph scaling', '%', { least: 97 }],
  ['scaleMax', 'widest glyph scaling', '%', { most: 103 }],
  ['letterSpaceMin', 'least letter space, in per cent of an em', '%'],
  ['letterSpaceMax', 'most letter space, in per cent of an em', '%'],
  ['runts', 'last lines shorter than the indent', '', { most: 0 }],
  ['fragments', 'last lines that are the end of a word', ''],
  ['rivers', 'rivers in 1,000 lines', ''],
  ['stacks', 'stacks in 1,000 lines', ''],
];

/** The figures as rows: `{ name, label, unit, value, goal, reached, faults }`; without a goal, `reached` is undefined. */
export function judgeFigures(figures) {
  return FIGURES.map(([name, label, unit, goal]) => {
    const { value, faults = [] } = figures[name];
    return { name, label, unit, value, goal, reached: goal && reaches(value, goal), faults };
  });
}

/** Sums of shares are a little off in their last bits; a goal is not missed by that. */
const ROUNDING = 1e-9;

function reaches(value, { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }) {
  return value >= least - ROUNDING && value <= most + ROUNDING;
}

/** Whether there was anything to measure: figures of nothing are all good and mean nothing. */
export function sawSomething({ seen }) {
  return seen.pages > 0 && seen.lines > 0 && seen.words > 0;
}
