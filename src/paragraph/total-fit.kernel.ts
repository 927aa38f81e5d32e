import { INFINITE_PENALTY } from '../model/hlist.js';
import {
  createNodePool,
  DECENT,
  FITNESS_CLASSES,
  HEAD,
  LOOSE,
  NONE,
  type NodePool,
  reserveNodes,
  resetPool,
  TIGHT,
  VERY_LOOSE,
} from './active-nodes.kernel.js';
import { BADNESS_UNIT, badness, INFINITE_BADNESS, ratioBeyond, uncappedBadness } from './badness.js';
import {
  ADDED_HYPHEN,
  AT_BOX_STRETCH,
  AT_ENDING,
  AT_FILLS,
  AT_PENALTY,
  AT_SHRINK,
  AT_START_BOX_STRETCH,
  AT_START_FILLS,
  AT_START_SHRINK,
  AT_START_STRETCH,
  AT_START_WIDTH,
  AT_STRETCH,
  AT_WIDTH,
  type Breakpoints,
  PLAIN,
  ROW,
  scaled,
  WRITTEN_HYPHEN,
} from './breakpoints.kernel.js';
import type { BreakParameters, Pass } from './parameters.js';

/*
 * Total fit: the breaks of a paragraph with the least total demerits.
 *
 * In: legal breakpoints with sums, the widths of the lines, parameters. Out: the chosen breakpoints.
 * Sources: Knuth & Plass, Breaking Paragraphs into Lines, Software: Practice and Experience 11 (1981), 1119-1184;
 * Knuth, TeX: The Program (1986), §§ 813-890. Section numbers below are of the latter.
 *
 * What differs from TeX, none of it while parameters are TeX's and boxes do not stretch:
 * - An active node holds the sums at its line's start, so there are no delta nodes (§ 822): a line is measured by
 *   subtraction.
 * - Demerits are capped only where the parameters say so (§ 833's `awful_bad`): a long paragraph of bad lines still has
 *   a best setting.
 * - Boxes give no more than their stretch; beyond it only glue goes on (as the lines are set, see `set-lines.ts`).
 * - Hyphens in a row are counted, see `Candidates`. A short last line costs demerits.
 * - A fourth pass, see {@link Pass}.
 */

/** The chosen breakpoints, in order, as indices into {@link Breakpoints}. */
export interface ChosenBreaks {
  readonly points: Int32Array;
  readonly demerits: number;
  readonly pass: Pass;
}

/** How many lines are wanted: TeX's looseness, or a number of lines to be met exactly. */
export type Goal =
  | { readonly type: 'looseness'; readonly lines: number }
  | { readonly type: 'lines'; readonly lines: number };

/** Demerits of a hyphen too many in a row: as of a line stretched to ten times its stretch. */
export const HYPHEN_RUN_DEMERITS = 1e10;

/** Badness of a line that cannot be shrunk to its measure. */
const OVERFULL = Number.POSITIVE_INFINITY;

/**
 * The best way to end a line at the breakpoint in hand, for each fitness class (§ 833) and, where hyphens in a row are
 * limited, for each length of the run of hyphens: what has ended in two hyphens may not take the place of what has
 * ended in one, since the next line may turn out a hyphen too. Index: 4 (run - 1) + fitness; run 0 shares row 0 with
 * run 1, as a breakpoint either hyphenates or does not. Price: up to `maxHyphens` times the nodes at hyphens.
 */
interface Candidates {
  rows: number;
  minimum: number;
  demerits: Float64Array;
  from: Int32Array;
  line: Int32Array;
}

/** What one pass is to do. */
interface PassTask {
  readonly points: Breakpoints;
  /** Width of line i, scaled; the last for all after it. */
  readonly widths: Float64Array;
  readonly parameters: BreakParameters;
  readonly goal: Goal;
  readonly pass: Pass;
  readonly isLast: boolean;
}

interface Search extends PassTask {
  readonly nodes: NodePool;
  readonly candidates: Candidates;
  /** Lines after this one are alike: breaks into them need no separate nodes (§ 847). */
  readonly easyLine: number;
  readonly lastLineMin: number;
  readonly hyphenates: boolean;
  readonly threshold: number;
  /** The least ratio of stretch whose badness is over the threshold, in 297ths. */
  readonly worstRatio: number;
  /** Stretch that each line has beyond what is in it. */
  readonly extraStretch: number;
  /** Whether an overfull line is taken rather than none (§ 854). */
  readonly takesOverfull: boolean;
  readonly capped: boolean;
  /** Ways that cost so much or more are not followed. */
  readonly awful: number;
}

/** The breakpoint in hand, read once for all active nodes. */
interface LineEnd {
  point: number;
  width: number;
  stretch: number;
  boxStretch: number;
  shrink: number;
  fills: number;
  isForced: boolean;
  isLast: boolean;
  isHyphen: boolean;
  penaltyDemerits: number;
  hyphenDemerits: number;
}

const lineEnd: LineEnd = {
  point: 0,
  width: 0,
  stretch: 0,
  boxStretch: 0,
  shrink: 0,
  fills: 0,
  isForced: false,
  isLast: false,
  isHyphen: false,
  penaltyDemerits: 0,
  hyphenDemerits: 0,
};
const pool = createNodePool(512);
const candidatePool: Candidates = {
  rows: 0,
  minimum: 0,
  demerits: new Float64Array(0),
  from: new Int32Array(0),
  line: new Int32Array(0),
};

/**
 * Finds the best breaks for lines of `widths` (scaled points). Undefined only where `goal` asks for a number of lines
 * that no pass attains. Holds scratch memory between calls, and nothing else.
 */
export function findTotalFit(
  points: Breakpoints,
  widths: Float64Array,
  parameters: BreakParameters,
  goal: Goal,
): ChosenBreaks | undefined {
  const passes = listPasses(parameters, goal);
  for (const pass of passes) {
    const search = beginPass({ points, widths, parameters, goal, pass, isLast: pass === passes.at(-1) });
    runPass(search);
    const best = chooseEnd(search);
    if (best !== NONE) return traceBack(search.nodes, best, pass);
  }
  return undefined;
}

/** The best setting of a paragraph, and what else can be had. */
export interface Settings {
  readonly best: ChosenBreaks;
  /** The best setting for each number of lines that can be had within tolerance; in no order. */
  readonly lengths: readonly ChosenBreaks[];
}

/**
 * Finds the best setting (that of {@link findTotalFit} for looseness 0) and those of other numbers of lines. One search
 * keeps ways that differ in their number of lines apart, so it finds at once what else takes a search for each number.
 */
export function findSettings(points: Breakpoints, widths: Float64Array, parameters: BreakParameters): Settings {
  const lengths: ChosenBreaks[] = [];
  let best: ChosenBreaks | undefined;
  for (const pass of listPasses(parameters, ANY_LENGTH)) {
    const search = beginPass({ points, widths, parameters, goal: ANY_LENGTH, pass, isLast: false });
    runPass(search);
    const node = bestOfLine(search.nodes, undefined);
    if (node === NONE) continue;
    collectLengths(search, lengths);
    if (!asksForAnotherPass(search, search.nodes.demerits[node]!)) best ??= traceBack(search.nodes, node, pass);
  }
  // TeX takes an overfull line at a price of its own, so its best must be found its own way.
  if (!best || parameters.lastResort === 'overfull') best = findTotalFit(points, widths, parameters, AT_ITS_BEST);
  if (!best) throw new Error('total fit found no breaks although its last pass takes any');
  return { best, lengths };
}

const AT_ITS_BEST: Goal = { type: 'looseness', lines: 0 };
/** No number of lines in particular: none is left out for another. */
const ANY_LENGTH: Goal = { type: 'lines', lines: 0 };

/** Adds the best setting of each number of lines that a pass has found and no earlier one has. */
function collectLengths({ nodes, pass }: Search, lengths: ChosenBreaks[]): void {
  for (let node = nodes.next[HEAD]!; node !== NONE; node = nodes.next[node]!) {
    const line = nodes.line[node]!;
    if (lengths.some(({ points }) => points.length === line - 1)) continue;
    lengths.push(traceBack(nodes, bestOfLine(nodes, line), pass));
  }
}

function listPasses(parameters: BreakParameters, goal: Goal): readonly Pass[] {
  const passes: Pass[] = [];
  if (parameters.pretolerance >= 0) passes.push('pretolerance');
  passes.push('tolerance');
  if (parameters.emergencyStretch > 0) passes.push('emergency');
  if (parameters.lastResort === 'loose' && goal.type === 'looseness') passes.push('desperate');
  return passes;
}

function beginPass(task: PassTask): Search {
  const { points, widths, parameters, goal, pass, isLast } = task;
  const awful = parameters.mostDemerits;
  resetPool(pool, points.origin);
  resetCandidates(candidatePool, candidateRows(parameters), awful);
  const threshold = passThreshold(parameters, pass);
  const isEmergency = pass === 'emergency' || pass === 'desperate';
  // Field by field: reading the fields of an object made by spreading takes the passes twice as long.
  return {
    points,
    widths,
    parameters,
    goal,
    pass,
    isLast,
    nodes: pool,
    candidates: candidatePool,
    easyLine: goal.type === 'looseness' && goal.lines === 0 ? widths.length - 1 : Number.MAX_SAFE_INTEGER,
    lastLineMin: scaled(parameters.lastLineMin),
    hyphenates: pass !== 'pretolerance',
    threshold,
    worstRatio: ratioBeyond(threshold),
    extraStretch: scaled(parameters.raggedStretch) + (isEmergency ? scaled(parameters.emergencyStretch) : 0),
    takesOverfull: isLast && goal.type === 'looseness',
    capped: pass !== 'desperate',
    awful,
  };
}

/** Runs of hyphens that must be told apart: up to the most in a row, and to two where a third has a price of its own. */
function candidateRows({ maxHyphens, hyphenStackDemerits }: BreakParameters): number {
  return Math.max(maxHyphens, hyphenStackDemerits > 0 ? 2 : 1);
}

function passThreshold(parameters: BreakParameters, pass: Pass): number {
  if (pass === 'desperate') return Number.MAX_VALUE;
  return Math.min(pass === 'pretolerance' ? parameters.pretolerance : parameters.tolerance, INFINITE_BADNESS);
}

/** One pass over the paragraph (§ 863). Ends early when no active node is left; the list is empty then. */
function runPass(search: Search): void {
  const { points, nodes, candidates, hyphenates, parameters } = search;
  for (let k = 0; k < points.count && nodes.next[HEAD] !== NONE; k++) {
    if (!hyphenates && points.rows[k * ROW + AT_ENDING] === ADDED_HYPHEN) continue;
    const penalty = breakPenalty(points, parameters, k);
    if (penalty >= INFINITE_PENALTY) continue;
    // At most one node a class and run for each active node.
    reserveNodes(nodes, FITNESS_CLASSES * candidates.rows * nodes.active);
    tryBreak(search, k, penalty);
  }
}

function breakPenalty(points: Breakpoints, parameters: BreakParameters, k: number): number {
  const ending = points.rows[k * ROW + AT_ENDING]!;
  const own = points.rows[k * ROW + AT_PENALTY]!;
  if (ending === PLAIN) return own;
  return (ending === WRITTEN_HYPHEN ? parameters.exHyphenPenalty : parameters.hyphenPenalty) ?? own;
}

/**
 * Tries a line from every active node to breakpoint `k` (§ 829): keeps the best for each class, drops the nodes from
 * which no line reaches so far, and adds nodes for the breaks that are feasible.
 */
function tryBreak(search: Search, k: number, penalty: number): void {
  const { nodes, candidates, widths, easyLine, threshold, awful } = search;
  const { next, line, width } = nodes;
  const end = readLineEnd(search, k, penalty);
  let before = HEAD;
  let lastLine = 0;
  let reach = 0;
  for (let node = next[HEAD]!; ; ) {
    // § 835: all nodes that start this line, or lines that are alike, have been seen.
    if (node === NONE || line[node]! > lastLine) {
      if (candidates.minimum < awful && (node === NONE || lastLine !== easyLine)) {
        before = insertNodes(search, end, before);
      }
      if (node === NONE) return;
      // §§ 848-850: how wide the line is.
      lastLine = line[node]! > easyLine ? Number.MAX_SAFE_INTEGER : line[node]!;
      reach = widths[Math.min(line[node]!, widths.length) - 1]! - end.width;
    }
    const following = next[node]!;
    const excess = reach + width[node]!;
    const bad = lineBadness(search, end, node, excess);
    const mustGo = bad === OVERFULL || end.isForced;
    if (bad > threshold && !mustGo) {
      before = node;
      node = following;
      continue;
    }
    // § 854: when this pass takes overfull lines, it breaks at its last chance, whatever it costs, and counts nothing.
    const isLastChance = mustGo && search.takesOverfull && before === HEAD && following === NONE;
    if (isLastChance && candidates.minimum >= awful && (search.capped || bad > threshold)) {
      recordBreak(search, end, node, nodes.demerits[node]!, fitnessClass(bad, excess));
    } else if (bad <= threshold) {
      const fitness = fitnessClass(bad, excess);
      recordBreak(search, end, node, nodes.demerits[node]! + lineDemerits(search, end, node, bad, fitness), fitness);
    }
    // § 860
    if (mustGo) {
      next[before] = following;
      nodes.active--;
    } else before = node;
    node = following;
  }
}

function readLineEnd(search: Search, k: number, penalty: number): LineEnd {
  const { points, parameters } = search;
  const { rows } = points;
  const end = lineEnd;
  end.point = k;
  const row = k * ROW;
  end.width = rows[row + AT_WIDTH]!;
  end.stretch = rows[row + AT_STRETCH]! + search.extraStretch;
  end.boxStretch = rows[row + AT_BOX_STRETCH]!;
  end.shrink = rows[row + AT_SHRINK]!;
  end.fills = rows[row + AT_FILLS]!;
  end.isForced = penalty <= -INFINITE_PENALTY;
  end.isLast = k === points.count - 1;
  end.isHyphen = rows[row + AT_ENDING] !== PLAIN;
  end.penaltyDemerits = end.isForced ? 0 : penalty * Math.abs(penalty);
  // § 859: the demerits if the line before ended in a hyphen.
  end.hyphenDemerits = end.isHyphen ? parameters.doubleHyphenDemerits : end.isLast ? parameters.finalHyphenDemerits : 0;
  return end;
}

/** Badness of the line from `node`, whose natural width is `excess` short of the measure (§§ 851-853). */
function lineBadness(search: Search, end: LineEnd, node: number, excess: number): number {
  const { nodes } = search;
  if (excess <= 0) {
    const shrink = end.shrink - nodes.shrink[node]!;
    return -excess > shrink ? OVERFULL : badness(-excess, shrink);
  }
  if (end.fills !== nodes.fills[node]) return 0;
  let gap = excess;
  let stretch = end.stretch - nodes.stretch[node]!;
  if (gap > stretch) {
    const boxes = end.boxStretch - nodes.boxStretch[node]!;
    gap -= boxes;
    stretch -= boxes;
    // Most lines that are tried are far too short still. This is what `badness` would find, without its division.
    if (stretch >= 0 && gap * BADNESS_UNIT >= stretch * search.worstRatio) return INFINITE_BADNESS + 1;
  }
  return search.capped ? badness(gap, stretch) : uncappedBadness(gap, stretch);
}

/** The fitness class of a line (§§ 852-853; Knuth & Plass 1981, p. 1155). */
function fitnessClass(bad: number, excess: number): number {
  if (bad <= 12) return DECENT;
  if (excess <= 0) return TIGHT;
  return bad > 99 ? VERY_LOOSE : LOOSE;
}

/** The demerits of one line (§ 859; Knuth & Plass 1981, p. 1128), and ours for hyphens in a row and a short last line. */
function lineDemerits(search: Search, end: LineEnd, node: number, bad: number, fitness: number): number {
  const { nodes, parameters } = search;
  const base = parameters.linePenalty + bad;
  let demerits = search.capped && Math.abs(base) >= 10000 ? 1e8 : base * base;
  demerits += end.penaltyDemerits;
  if (nodes.run[node]! > 0) demerits += end.hyphenDemerits;
  if (Math.abs(fitness - nodes.fitness[node]!) > 1) demerits += parameters.adjDemerits;
  if (end.isHyphen && parameters.maxHyphens > 0 && nodes.run[node]! >= parameters.maxHyphens)
    demerits += HYPHEN_RUN_DEMERITS;
  if (end.isHyphen && nodes.run[node]! > 1) demerits += parameters.hyphenStackDemerits;
  if (end.isLast && end.width - nodes.width[node]! < search.lastLineMin) demerits += parameters.lastLineDemerits;
  if (parameters.stackDemerits > 0) demerits += stackDemerits(search, end, node);
  return demerits;
}

/**
 * Demerits of the same word under itself. Where this line starts and ends, and where the one before it ends, is known, so
 * this depends on two breaks that follow one another, as everything that total fit adds up: the optimum is exact.
 */
function stackDemerits({ points, nodes, parameters }: Search, end: LineEnd, node: number): number {
  const { edges } = points;
  if (!edges || end.isLast) return 0;
  const point = nodes.point[node]!;
  const starts = point < 0 ? edges.first : edges.starts[point]!;
  const ends = point < 0 ? 0 : edges.ends[point]!;
  const isStartStacked = starts !== 0 && starts === edges.starts[end.point];
  const isEndStacked = ends !== 0 && ends === edges.ends[end.point];
  return (isStartStacked ? parameters.stackDemerits : 0) + (isEndStacked ? parameters.stackDemerits : 0);
}

/** Keeps a feasible break if it is the best of its class so far (§ 855). */
function recordBreak(search: Search, end: LineEnd, node: number, demerits: number, fitness: number): void {
  const { nodes, candidates } = search;
  const row = end.isHyphen ? Math.min(nodes.run[node]!, candidates.rows - 1) : 0;
  const at = row * FITNESS_CLASSES + fitness;
  const known = candidates.demerits[at]!;
  if (demerits > known || (demerits === known && comesEarlier(search, node, candidates.from[at]!))) return;
  candidates.demerits[at] = demerits;
  candidates.from[at] = node;
  candidates.line[at] = nodes.line[node]!;
  if (demerits < candidates.minimum) candidates.minimum = demerits;
}

/**
 * Of two ways that cost the same, TeX takes the one that stands later in its list: where lines are alike (§ 847) that is
 * the one whose last line is shorter. The same is taken where lines are kept apart to find all lengths at once.
 */
function comesEarlier({ goal, nodes }: Search, node: number, known: number): boolean {
  return goal.type === 'lines' && nodes.point[node]! < nodes.point[known]!;
}

/**
 * Adds a node for the best break of each class, unless it can't be part of the best setting (§§ 836, 845): what comes
 * after a break costs at most `adjDemerits` more from one class than from another, so a class that is further behind
 * the best loses in any case. A shorter run of hyphens is never worse for what comes after, hence the same holds
 * against the best of all shorter runs. Returns the last node added, or `before`.
 */
function insertNodes(search: Search, end: LineEnd, before: number): number {
  const { candidates, parameters, awful } = search;
  const slack = Math.abs(parameters.adjDemerits);
  const rows = end.isHyphen ? candidates.rows : 1;
  let last = before;
  let best = awful;
  for (let row = 0; row < rows; row++) {
    const first = row * FITNESS_CLASSES;
    for (let at = first; at < first + FITNESS_CLASSES; at++) best = Math.min(best, candidates.demerits[at]!);
    for (let at = first; at < first + FITNESS_CLASSES; at++) {
      if (candidates.demerits[at]! < awful && candidates.demerits[at]! <= best + slack) {
        last = insertNode(search, end, at, last);
      }
      candidates.demerits[at] = awful;
    }
  }
  candidates.minimum = awful;
  return last;
}

function insertNode(search: Search, end: LineEnd, candidate: number, before: number): number {
  const { nodes, candidates } = search;
  const { rows } = search.points;
  const node = nodes.used++;
  const k = end.point;
  nodes.point[node] = k;
  nodes.from[node] = candidates.from[candidate]!;
  nodes.line[node] = candidates.line[candidate]! + 1;
  nodes.fitness[node] = candidate % FITNESS_CLASSES;
  nodes.run[node] = end.isHyphen ? Math.floor(candidate / FITNESS_CLASSES) + 1 : 0;
  nodes.demerits[node] = candidates.demerits[candidate]!;
  const row = k * ROW;
  nodes.width[node] = rows[row + AT_START_WIDTH]!;
  nodes.stretch[node] = rows[row + AT_START_STRETCH]!;
  nodes.boxStretch[node] = rows[row + AT_START_BOX_STRETCH]!;
  nodes.shrink[node] = rows[row + AT_START_SHRINK]!;
  nodes.fills[node] = rows[row + AT_START_FILLS]!;
  nodes.next[node] = nodes.next[before]!;
  nodes.next[before] = node;
  nodes.active++;
  return node;
}

/** The active node to end at (§§ 873-875), or none when the pass must give way to the next. */
function chooseEnd(search: Search): number {
  const { nodes, goal, isLast } = search;
  if (goal.type === 'lines') return bestOfLine(nodes, goal.lines + 1);
  const best = bestOfLine(nodes, undefined);
  if (best === NONE || (!isLast && asksForAnotherPass(search, nodes.demerits[best]!))) return NONE;
  if (goal.lines === 0) return best;
  const loosest = nearestToGoal(nodes, best, goal.lines);
  return isLast || nodes.line[loosest] === nodes.line[best]! + goal.lines ? loosest : NONE;
}

/** Demerits beyond which some run of hyphens is too long, or the last line too short: another pass may do without. */
function asksForAnotherPass({ parameters }: Search, demerits: number): boolean {
  const { maxHyphens, lastLineDemerits } = parameters;
  if (maxHyphens > 0 && demerits >= HYPHEN_RUN_DEMERITS) return true;
  return lastLineDemerits > 0 && demerits >= lastLineDemerits;
}

/** The active node with the least demerits, among those that start line number `line` where one is given (§ 874). */
function bestOfLine(nodes: NodePool, line: number | undefined): number {
  let best = NONE;
  for (let node = nodes.next[HEAD]!; node !== NONE; node = nodes.next[node]!) {
    if (line !== undefined && nodes.line[node] !== line) continue;
    if (best === NONE || nodes.demerits[node]! < nodes.demerits[best]!) best = node;
  }
  return best;
}

/** The best active node whose number of lines comes nearest to `looseness` more than that of `best` (§ 875). */
function nearestToGoal(nodes: NodePool, best: number, looseness: number): number {
  let chosen = best;
  let actual = 0;
  for (let node = nodes.next[HEAD]!; node !== NONE; node = nodes.next[node]!) {
    const difference = nodes.line[node]! - nodes.line[best]!;
    const isNearer =
      (difference < actual && looseness <= difference) || (difference > actual && looseness >= difference);
    const isBetter = difference === actual && nodes.demerits[node]! < nodes.demerits[chosen]!;
    if (!isNearer && !isBetter) continue;
    chosen = node;
    actual = difference;
  }
  return chosen;
}

function traceBack(nodes: NodePool, end: number, pass: Pass): ChosenBreaks {
  const points = new Int32Array(nodes.line[end]! - 1);
  let node = end;
  for (let i = points.length - 1; i >= 0; i--) {
    points[i] = nodes.point[node]!;
    node = nodes.from[node]!;
  }
  return { points, demerits: nodes.demerits[end]!, pass };
}

function resetCandidates(candidates: Candidates, rows: number, awful: number): void {
  const size = rows * FITNESS_CLASSES;
  if (candidates.demerits.length < size) {
    candidates.demerits = new Float64Array(size);
    candidates.from = new Int32Array(size);
    candidates.line = new Int32Array(size);
  }
  candidates.rows = rows;
  candidates.minimum = awful;
  candidates.demerits.fill(awful);
}
