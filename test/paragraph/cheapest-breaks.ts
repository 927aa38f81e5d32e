import { BOX, GLUE, type HList, INFINITE_PENALTY, PENALTY } from '../../src/model/hlist.js';
import type { BreakParameters } from '../../src/paragraph/parameters.js';
import { HYPHEN_RUN_DEMERITS } from '../../src/paragraph/total-fit.kernel.js';

/*
 * Line breaking by trying everything: every set of legal breaks, each line of each set added up from its items. Slow,
 * and written without looking at how total fit does it: badness in big integers, no sums, no pruning.
 */

/** What sets of breaks are looked at. */
export interface Rules {
  /** Whether badness ends at 10000 and must be within tolerance, or any loose line will do. */
  readonly capped: boolean;
  /** Only sets of so many lines. */
  readonly lines?: number;
  /** The word that a line broken at an item ends with, and the one that the next line starts with; 0 is none. */
  readonly words?: { readonly ends: (item: number) => number; readonly starts: (item: number) => number };
}

export interface Cheapest {
  readonly demerits: number;
  readonly lines: number;
}

interface LineSoFar {
  readonly fitness: number;
  readonly hyphenRun: number;
  /** Item that the line before ended at; -1 at the start, which starts with what `starts(-1)` says. */
  readonly at: number;
}

const SP = 65536;

/** The least demerits of all sets of breaks that leave no line overfull. Undefined where there is none. */
export function cheapestBreaks(
  list: HList,
  widths: readonly number[],
  parameters: BreakParameters,
  rules: Rules,
): Cheapest | undefined {
  const legal = Array.from({ length: list.length }, (_, i) => i).filter((i) => isLegal(list, i));
  let best: Cheapest | undefined;
  const visit = (from: number, line: number, before: LineSoFar, demerits: number): void => {
    for (const to of legal.filter((at) => at >= from)) {
      const isLast = to === list.length - 1;
      const set = setLine(list, from, to, widths[Math.min(line, widths.length - 1)] as number, parameters, rules);
      if (set) {
        const total = demerits + lineDemerits(list, to, isLast, set, before, parameters, rules);
        const isHyphen = list.flagged[to] === 1;
        const after = { fitness: set.fitness, hyphenRun: isHyphen ? before.hyphenRun + 1 : 0, at: to };
        if (!isLast) visit(nextStart(list, to), line + 1, after, total);
        else if ((rules.lines ?? line + 1) === line + 1 && !(best && best.demerits <= total)) {
          best = { demerits: total, lines: line + 1 };
        }
      }
      if ((list.penalty[to] as number) <= -INFINITE_PENALTY) break;
    }
  };
  visit(0, 0, { fitness: 2, hyphenRun: 0, at: -1 }, 0);
  return best;
}

function isLegal(list: HList, i: number): boolean {
  if (list.kind[i] === PENALTY) return (list.penalty[i] as number) < INFINITE_PENALTY;
  return list.kind[i] === GLUE && list.kind[i - 1] === BOX;
}

/** The next line starts at the next box; a hyphenated word's rest carries what its break adds. */
function nextStart(list: HList, at: number): number {
  let i = at + 1;
  while (i < list.length - 1 && list.kind[i] !== BOX) i++;
  return i;
}

interface SetLine {
  readonly bad: number;
  readonly fitness: number;
  readonly natural: number;
}

function setLine(
  list: HList,
  from: number,
  to: number,
  width: number,
  parameters: BreakParameters,
  rules: Rules,
): SetLine | undefined {
  const sum = { width: 0, glue: 0, boxes: 0, shrink: 0, fills: 0 };
  for (let i = from; i < to; i++) {
    if (list.kind[i] === PENALTY) continue;
    sum.width += (list.width[i] as number) * SP;
    sum.shrink += (list.shrink[i] as number) * SP;
    const stretch = (list.stretch[i] as number) * SP;
    if (stretch > 1e4 * SP) sum.fills++;
    else if (list.kind[i] === BOX) sum.boxes += stretch;
    else sum.glue += stretch;
  }
  if (list.kind[to] === PENALTY) sum.width += (list.width[to] as number) * SP;
  if (from > 0 && list.kind[from - 1] === PENALTY) sum.width += (list.post[from - 1] as number) * SP;
  const short = width * SP - sum.width;
  if (-short > sum.shrink) return undefined;
  const bad = short > 0 ? looseBadness(short, sum, rules) : texBadness(-short, sum.shrink);
  if (rules.capped && bad > parameters.tolerance) return undefined;
  const fitness = bad <= 12 ? 2 : short <= 0 ? 3 : bad <= 99 ? 1 : 0;
  return { bad, fitness, natural: sum.width };
}

function looseBadness(short: number, sum: { glue: number; boxes: number; fills: number }, rules: Rules): number {
  if (sum.fills > 0) return 0;
  const isBeyond = short > sum.glue + sum.boxes;
  const change = isBeyond ? short - sum.boxes : short;
  const give = isBeyond ? sum.glue : sum.glue + sum.boxes;
  if (rules.capped) return texBadness(change, give);
  const ratio = change / give;
  return give > 0 ? Math.min(Math.floor(100 * ratio * ratio * ratio), 1e6) : 1e6;
}

/** TeX: The Program, § 108, in integers without bound. */
function texBadness(change: number, give: number): number {
  const t = BigInt(change);
  const s = BigInt(give);
  if (t === 0n) return 0;
  if (s <= 0n) return 10000;
  const r = t <= 7230584n ? (t * 297n) / s : s >= 1663497n ? t / (s / 297n) : t;
  return r > 1290n ? 10000 : Number((r * r * r + 0o400000n) / 0o1000000n);
}

function lineDemerits(
  list: HList,
  to: number,
  isLast: boolean,
  line: SetLine,
  before: LineSoFar,
  parameters: BreakParameters,
  rules: Rules,
): number {
  const penalty = list.kind[to] === PENALTY ? (list.penalty[to] as number) : 0;
  const isHyphen = list.flagged[to] === 1;
  const base = parameters.linePenalty + line.bad;
  let demerits = rules.capped && base >= 10000 ? 100_000_000 : base ** 2;
  if (penalty > 0) demerits += penalty ** 2;
  else if (penalty > -INFINITE_PENALTY) demerits -= penalty ** 2;
  if (before.hyphenRun > 0 && isHyphen) demerits += parameters.doubleHyphenDemerits;
  if (before.hyphenRun > 0 && isLast) demerits += parameters.finalHyphenDemerits;
  if (Math.abs(line.fitness - before.fitness) > 1) demerits += parameters.adjDemerits;
  if (parameters.maxHyphens > 0 && isHyphen && before.hyphenRun >= parameters.maxHyphens)
    demerits += HYPHEN_RUN_DEMERITS;
  if (isHyphen && before.hyphenRun >= 2) demerits += parameters.hyphenStackDemerits;
  if (rules.words && !isLast) demerits += stacksBetween(before.at, to, rules.words) * parameters.stackDemerits;
  if (isLast && line.natural < parameters.lastLineMin * SP) demerits += parameters.lastLineDemerits;
  return demerits;
}

/** How often the line from one break to another repeats the word above, at its start (of the next line's) and at its end. */
function stacksBetween(from: number, to: number, { ends, starts }: NonNullable<Rules['words']>): number {
  const isStart = starts(from) > 0 && starts(from) === starts(to);
  const isEnd = from >= 0 && ends(from) > 0 && ends(from) === ends(to);
  return Number(isStart) + Number(isEnd);
}
