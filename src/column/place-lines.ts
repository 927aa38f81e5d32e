/* In: how a story was poured. Out: its lines in their legs, each on its grid line; and what is wrong with them. */
import type { FilledLeg, FilledLine, SlotFrame } from '../model/flow.js';
import type { Line } from '../model/line.js';
import { isBin, type LegRun } from './leg-run.js';
import type { Pouring } from './pour.kernel.js';

/** Legs of each slot with their lines, and the lines that did not fit. */
export interface PlacedLines {
  readonly slots: readonly (readonly FilledLeg[])[];
  readonly overset: readonly FilledLine[];
}

/** Sets the lines of a poured story and stands them on their grid lines. */
export function placeLines(pourings: readonly Pouring[], run: LegRun, slots: readonly SlotFrame[]): PlacedLines {
  const legs: FilledLine[][] = run.capacities.map(() => []);
  for (const pouring of pourings) placeParagraph(pouring, run, legs);
  let next = 0;
  const filled = slots.map((slot, s) =>
    slot.legs.map((frame): FilledLeg => {
      const isReached = run.slotOf[next] === s && run.legOf[next] !== -1;
      return { frame, lines: isReached ? (legs[next++] as FilledLine[]) : [] };
    }),
  );
  return { slots: filled, overset: run.hasBin ? (legs.at(-1) as FilledLine[]) : [] };
}

function placeParagraph(pouring: Pouring, run: LegRun, legs: readonly FilledLine[][]): void {
  const lines = pouring.setting.broken.setLines();
  const { paragraph } = pouring.paragraph;
  let index = 0;
  pouring.counts.forEach((count, step) => {
    const leg = pouring.startLeg + step;
    const start = (run.firstRows[leg] as number) + (step === 0 ? pouring.startUsed : 0);
    const head = repeatedHead(pouring, run, step);
    head.forEach((line, i) => {
      legs[leg]?.push({ line, gridLine: run.gridLines[start + i] ?? 0, paragraph, index: i });
    });
    const first = start + head.length;
    for (let i = 0; i < count; i++, index++) {
      const line = lines[index];
      if (line) legs[leg]?.push({ line, gridLine: run.gridLines[first + i] ?? 0, paragraph, index });
    }
  });
}

/** The lines of a table's head where they stand again over what goes on in a further leg. */
function repeatedHead({ setting, counts, startLeg }: Pouring, run: LegRun, step: number): readonly Line[] {
  const { rows } = setting.broken;
  if (!rows || step === 0 || counts[step] === 0 || isBin(run, startLeg + step)) return [];
  const head = setting.broken.setLines().slice(0, rows.headLines);
  return head.map((line) => (line.row ? { ...line, row: { ...line.row, repeated: true } } : line));
}

/** What is left to see of a make-up, however good. */
export interface Blemishes {
  readonly widows: number;
  readonly orphans: number;
  readonly strandedHeads: number;
  /** Legs that end above their feet, in any slot that the story runs through; at its end, above its last line. */
  readonly shortLegs: number;
  readonly hyphenatedJumps: number;
}

/** Counts the blemishes of a poured story. What lies in the bin has none. */
export function countBlemishes(pourings: readonly Pouring[], run: LegRun): Blemishes {
  let widows = 0;
  let orphans = 0;
  for (const { counts, startLeg } of pourings) {
    const parts = counts.filter((count) => count > 0);
    if (parts.length < 2 || isBin(run, startLeg + counts.length - 1)) continue;
    if (parts[0] === 1) orphans++;
    if (parts.at(-1) === 1) widows++;
  }
  return {
    widows,
    orphans,
    strandedHeads: countStranded(pourings, run),
    shortLegs: countShortLegs(pourings, run),
    hyphenatedJumps: countHyphenatedJumps(pourings, run),
  };
}

/** Crossheads that are cut, or have fewer than two lines of text under them in their leg. */
function countStranded(pourings: readonly Pouring[], run: LegRun): number {
  return pourings.filter(({ paragraph, counts, startLeg }, index) => {
    const leg = startLeg + counts.length - 1;
    if (paragraph.kind !== 'head' || isBin(run, leg)) return false;
    return counts.length > 1 || linesUnder(pourings, index, leg) < 2;
  }).length;
}

/** Lines in `leg` of the text between a crosshead and the next. */
function linesUnder(pourings: readonly Pouring[], head: number, leg: number): number {
  let lines = 0;
  for (const { paragraph, startLeg, counts } of pourings.slice(head + 1)) {
    if (startLeg !== leg || paragraph.kind === 'head') break;
    lines += counts[0] as number;
  }
  return lines;
}

function countShortLegs(pourings: readonly Pouring[], run: LegRun): number {
  const reached = new Array<number>(run.capacities.length).fill(0);
  for (const { setting, startLeg, startUsed, counts } of pourings) {
    counts.forEach((count, step) => {
      const head = step > 0 && count > 0 ? (setting.broken.rows?.headLines ?? 0) : 0;
      reached[startLeg + step] = count + head + (step === 0 ? startUsed : 0);
    });
  }
  return run.capacities.filter((held, leg) => !isBin(run, leg) && (reached[leg] as number) < held).length;
}

function countHyphenatedJumps(pourings: readonly Pouring[], run: LegRun): number {
  let jumps = 0;
  for (const { setting, startLeg, counts } of pourings) {
    let lines = 0;
    for (let step = 0; step < counts.length - 1; step++) {
      lines += counts[step] as number;
      if (run.jumpsAfter[startLeg + step] && setting.broken.endsHyphenated(lines - 1)) jumps++;
    }
  }
  return jumps;
}
