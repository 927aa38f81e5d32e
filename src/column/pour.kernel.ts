/*
 * In: a story, the legs that it runs through, where it ends. Out: how each paragraph is set and where it is cut, at the
 * least cost.
 *
 * Dynamic programming over paragraphs. A node is a place that the text has come to: so many rows of a leg are used, so
 * many lines are still owed to a crosshead above, so many lines of a slot count towards what its jump asks for. What
 * comes later depends on nothing else, so of all ways to one place the cheapest is kept. Every setting of a paragraph,
 * all white over it, every line that it may be cut after and every leg that may be left short are tried. The idea of
 * one optimum over lines and columns is that of Plass, Optimal Pagination Techniques, Stanford 1981; there states are
 * lines, here whole paragraphs.
 *
 * Costs are never negative, so a way that costs more than a budget can be left out if a whole way within it is found
 * (Dijkstra's argument). The caller begins with a small budget and raises it: most stories need few ways to be tried.
 */
import type { FlowParagraph, SlotFrame } from '../model/flow.js';
import { COSTS, shortJumpCost, shortLegCost, unlevelCost } from './costs.js';
import { isBin } from './leg-run.js';
import { findSetting, type Looseness, leastLines, type Setting, type SettingSource, type Skip } from './settings.js';
import { wholeRows } from './whole-rows.js';

/** Where one paragraph went: how many of its lines stand in each leg, from the leg it starts in. */
export interface Pouring {
  readonly paragraph: FlowParagraph;
  readonly setting: Setting;
  /** Lines of white over it that make-up added. */
  readonly added: number;
  readonly startLeg: number;
  /** Rows already used in the start leg, the white over the paragraph included. */
  readonly startUsed: number;
  readonly counts: readonly number[];
}

/** A way to pour a whole story: its paragraphs in order, and what it costs. */
export interface PouredStory {
  readonly cost: number;
  readonly pourings: readonly Pouring[];
}

/** What pouring works on. */
export interface PourTask {
  readonly source: SettingSource;
  readonly slots: readonly SlotFrame[];
  /** Ways that cost more are not tried; each line that is over in any case, `over` of them, may cost its own beside. */
  readonly budget: number;
  readonly over: number;
  /** What a hyphen before a jump costs: infinity where it is forbidden. */
  readonly jumpHyphen: number;
}

/** A task with what is left to place. */
interface Search extends PourTask {
  /** The last row on which paragraph i may start: from there on there must be room for all that follows. */
  readonly lastRows: readonly number[];
}

/** Nodes as columns; kept between calls, empty at the start of each. */
const nodes = {
  used: 0,
  cost: new Float64Array(512),
  leg: new Int32Array(512),
  rows: new Int32Array(512),
  /** Lines that must still stand under a crosshead in this leg. */
  owed: new Int32Array(512),
  /** Lines in this slot, as far as its jumps ask. */
  held: new Int32Array(512),
  from: new Int32Array(512),
  pouring: [] as (Pouring | undefined)[],
};

/** Nodes of the paragraph in hand, by place. */
const places = new Map<number, number>();

/** Where the paragraph in hand starts, and what came before. */
interface Way {
  readonly node: number;
  readonly added: number;
  readonly startLeg: number;
  readonly startUsed: number;
  readonly cost: number;
  readonly owed: number;
  readonly held: number;
}

/** Lines that a crosshead must have under it. */
const UNDER_HEAD = 2;

/** Finds the cheapest way to pour a story within the budget. Undefined where there is none. */
export function pourStory(task: PourTask): PouredStory | undefined {
  const search: Search = { ...task, lastRows: findLastRows(task) };
  nodes.used = 0;
  nodes.pouring.length = 0;
  writeNode(newNode(), 0, 0, 0, 0, 0, -1, undefined);
  let first = 0;
  for (let index = 0; index < search.source.paragraphs.length; index++) {
    const after = nodes.used;
    places.clear();
    for (let node = first; node < after; node++) startParagraph(search, index, node);
    first = after;
    if (nodes.used === first) return undefined;
  }
  return bestEnd(search, first);
}

/**
 * The rows that the paragraphs from each one on need at least are kept free for them: all that they leave is what legs
 * may be left short by. Where legs are unlike, a paragraph takes no fewer lines than in the widest.
 */
function findLastRows({ source, over }: PourTask): number[] {
  const { run, paragraphs } = source;
  const bin = run.hasBin ? 1 : 0;
  const lastRows = new Array<number>(paragraphs.length + 1).fill(run.widths.length - bin + over);
  const least = leastLines(source);
  for (let index = paragraphs.length - 1; index >= 0; index--) lastRows[index] = lastRows[index + 1]! - least[index]!;
  return lastRows;
}

function newNode(): number {
  if (nodes.used === nodes.cost.length) growNodes();
  return nodes.used++;
}

function writeNode(
  node: number,
  cost: number,
  leg: number,
  rows: number,
  owed: number,
  held: number,
  from: number,
  pouring: Pouring | undefined,
): void {
  nodes.cost[node] = cost;
  nodes.leg[node] = leg;
  nodes.rows[node] = rows;
  nodes.owed[node] = owed;
  nodes.held[node] = held;
  nodes.from[node] = from;
  nodes.pouring[node] = pouring;
}

function growNodes(): void {
  const size = nodes.cost.length * 2;
  const grown = new Float64Array(size);
  grown.set(nodes.cost);
  nodes.cost = grown;
  for (const name of ['leg', 'rows', 'owed', 'held', 'from'] as const) {
    const column = new Int32Array(size);
    column.set(nodes[name]);
    nodes[name] = column;
  }
}

/** Starts a paragraph wherever it may begin: under the one before, with its white over it, or at the top of a later leg. */
function startParagraph(search: Search, index: number, node: number): void {
  const { run } = search.source;
  const { capacities } = run;
  const paragraph = search.source.paragraphs[index] as FlowParagraph;
  let leg = nodes.leg[node]!;
  let rows = nodes.rows[node]!;
  let owed = nodes.owed[node]!;
  let held = nodes.held[node]!;
  let cost = nodes.cost[node]!;
  // No white at the top of a leg, nor in the bin.
  const hasWhite = rows > 0 && !isBin(run, leg);
  for (let added = 0; added <= (hasWhite ? paragraph.aboveSlack : 0); added++) {
    const startUsed = rows + (hasWhite ? paragraph.above + added : 0);
    if (startUsed >= capacities[leg]! || isTooLow(search, index, leg, startUsed)) break;
    setParagraph(search, index, node, added, leg, startUsed, cost + added * COSTS.addedSpace, owed, held);
  }
  // Where it goes to the next leg, the white over it falls away, but the leg before ends short by what is left.
  while (leg + 1 < capacities.length) {
    cost += leaveCost(search, leg, capacities[leg]! - rows, owed, held);
    if (cost > limitOf(search, leg + 1)) return;
    held = heldAfter(search, leg, held);
    owed = 0;
    rows = 0;
    leg++;
    if (isTooLow(search, index, leg, 0)) return;
    if (capacities[leg]! > 0) setParagraph(search, index, node, 0, leg, 0, cost, 0, held);
  }
}

/** Whether what follows can't find room any more when paragraph `index` starts there. */
function isTooLow({ lastRows, source: { run } }: Search, index: number, leg: number, used: number): boolean {
  return run.firstRows[leg]! + used > lastRows[index]!;
}

/** What may be spent on the way to a leg. */
function limitOf({ budget, over, source: { run } }: PourTask, leg: number): number {
  return isBin(run, leg) ? budget + over * COSTS.overset : budget;
}

/** What it costs to go on from a leg with so many rows left, whether between paragraphs or inside one. */
function leaveCost({ source: { run } }: PourTask, leg: number, short: number, owed: number, held: number): number {
  let cost = shortLegCost(short);
  if (owed > 0) cost += COSTS.strandedHead;
  const slot = run.slotOf[leg]!;
  if (run.slotOf[leg + 1] !== slot) {
    cost += shortJumpCost(held, run.before[slot]!) + shortJumpCost(held, run.after[slot]!);
  }
  return cost;
}

/** The lines held in the slot of the next leg. */
function heldAfter({ source: { run } }: PourTask, leg: number, held: number): number {
  return run.slotOf[leg + 1] === run.slotOf[leg] ? held : 0;
}

/** Lines held in a slot, counted no further than its jumps ask, so that few places differ by it. */
function holdMore({ source: { run } }: PourTask, leg: number, held: number, lines: number): number {
  const slot = run.slotOf[leg]!;
  return Math.min(held + lines, Math.max(run.before[slot]!, run.after[slot]!));
}

/** Tries each setting of a paragraph from a place. */
function setParagraph(
  search: Search,
  index: number,
  node: number,
  added: number,
  startLeg: number,
  startUsed: number,
  cost: number,
  owed: number,
  held: number,
): void {
  const way: Way = { node, added, startLeg, startUsed, cost, owed, held };
  tryCuts(search, index, way, 0, NO_SKIPS, startLeg, cost);
  // No setting but the best costs less than this.
  if (cost + COSTS.looseness > limitOf(search, startLeg)) return;
  if ((search.source.paragraphs[index] as FlowParagraph).kind !== 'text') return;
  tryCuts(search, index, way, 1, NO_SKIPS, startLeg, cost);
  tryCuts(search, index, way, -1, NO_SKIPS, startLeg, cost);
}

const NO_SKIPS: readonly Skip[] = [];

/**
 * Tries a setting with rows left empty at the feet of certain legs, then with more left empty at the feet of legs from
 * `fromLeg` on: that is to say every line that the paragraph may be cut after. The setting is looked up for each choice,
 * as it may change where the rows after a cut are unlike. `spent`: the least that this choice costs.
 */
function tryCuts(
  search: Search,
  index: number,
  way: Way,
  looseness: Looseness,
  skips: readonly Skip[],
  fromLeg: number,
  spent: number,
): void {
  const { capacities, firstRows, alike } = search.source.run;
  const { startLeg, startUsed } = way;
  const areRowsAlike = alike[firstRows[startLeg]! + startUsed] === Number.POSITIVE_INFINITY;
  const setting = findSetting(search.source, index, startLeg, startUsed, looseness, skips);
  const lastLeg = Math.min(setting ? runDown(search, index, way, setting, skips) : Infinity, capacities.length - 2);
  // A table fills each leg with as many rows as are whole.
  if (setting?.broken.rows) return;
  // Most ways end here: not even one row can be left empty.
  if (spent + shortLegCost(1) > limitOf(search, Math.min(lastLeg + 1, capacities.length - 1))) return;
  const rowsTo = -startUsed - skips.reduce((sum, { rows }) => sum + rows, 0) - firstRows[startLeg]!;
  for (let leg = fromLeg; leg <= lastLeg; leg++) {
    const most = leg === startLeg ? capacities[leg]! - startUsed - 1 : capacities[leg]!;
    if (isTooLow(search, index + 1, leg + 1, 1)) return;
    // A paragraph that could end on this leg is only cut where so much is left empty that a line is kept out.
    const foot = rowsTo + firstRows[leg]! + capacities[leg]!;
    const least = setting && areRowsAlike ? Math.max(1, foot - setting.lines + 1) : 1;
    for (let short = least; short <= most; short++) {
      const cost = spent + shortLegCost(short);
      if (cost > limitOf(search, leg + 1)) break;
      tryCuts(search, index, way, looseness, [...skips, { leg, rows: short }], leg + 1, cost);
    }
  }
}

/**
 * Runs a paragraph down from its start to its end, and keeps the place where it ends if no cheaper way there is known.
 * Gives the last leg that it came to.
 */
function runDown(search: Search, index: number, way: Way, setting: Setting, skips: readonly Skip[]): number {
  const { run, paragraphs } = search.source;
  const isHead = (paragraphs[index] as FlowParagraph).kind === 'head';
  let { startLeg: leg, startUsed: used, owed, held } = way;
  let cost = way.cost + setting.cost;
  let counts: number[] | undefined;
  const { rows } = setting.broken;
  for (let done = 0; ; ) {
    const room = run.capacities[leg]! - used;
    let short = skips.length > 0 ? skippedIn(skips, leg) : 0;
    if (rows && done > 0 && !isBin(run, leg)) {
      // The head of a table stands again over what goes on; where it leaves no room, nothing goes on here.
      if (wholeRows(rows, done, room - rows.headLines) > 0) used += rows.headLines;
      else short = room;
    }
    let taken = run.capacities[leg]! - used - short;
    if (setting.lines - done <= taken) {
      // With rows to leave empty there must be a line that they keep out; otherwise it is the way without.
      if (short === 0) endParagraph(search, index, way, setting, done, leg, used, cost, owed, held, counts);
      return leg;
    }
    if (leg + 1 >= run.capacities.length) return leg;
    if (rows) {
      // A row that does not fit goes to the next leg as a whole, and a head with the first row.
      const whole = wholeRows(rows, done, taken);
      if (whole === 0 && done === 0) return leg;
      short += taken - whole;
      taken = whole;
    }
    held = holdMore(search, leg, held, taken);
    if (!isHead) owed = Math.max(0, owed - taken);
    if (isBin(run, leg + 1)) cost += shortLegCost(short);
    else {
      cost += leaveCost(search, leg, short, owed, held) + footCost(search, setting, done + taken - 1, leg);
      if (done === 0) cost += (taken === 1 ? COSTS.orphan : 0) + (isHead ? COSTS.strandedHead : 0);
    }
    if (cost > limitOf(search, leg + 1)) return leg;
    held = heldAfter(search, leg, held);
    owed = 0;
    done += taken;
    counts ??= [];
    counts.push(taken);
    used = 0;
    leg++;
  }
}

function skippedIn(skips: readonly Skip[], leg: number): number {
  for (const skip of skips) if (skip.leg === leg) return skip.rows;
  return 0;
}

function endParagraph(
  search: Search,
  index: number,
  way: Way,
  setting: Setting,
  done: number,
  leg: number,
  used: number,
  costSoFar: number,
  owedSoFar: number,
  heldSoFar: number,
  counts: readonly number[] | undefined,
): void {
  const { run, paragraphs } = search.source;
  const left = setting.lines - done;
  const binned = isBin(run, leg);
  let cost = costSoFar;
  if (binned) cost += left * COSTS.overset;
  else if (left === 1 && done > 0) cost += COSTS.widow;
  if (cost > limitOf(search, leg) || isTooLow(search, index + 1, leg, used + left)) return;
  const paragraph = paragraphs[index] as FlowParagraph;
  const owed = binned ? 0 : paragraph.kind === 'head' ? UNDER_HEAD : Math.max(0, owedSoFar - left);
  const held = holdMore(search, leg, heldSoFar, left);
  keepCheaper(cost, leg, used + left, owed, held, paragraph, way, setting, left, counts);
}

function keepCheaper(
  cost: number,
  leg: number,
  rows: number,
  owed: number,
  held: number,
  paragraph: FlowParagraph,
  way: Way,
  setting: Setting,
  left: number,
  cut: readonly number[] | undefined,
): void {
  // Below 2^53 for a million rows, a thousand legs and four thousand lines held.
  const place = ((leg * 1048576 + Math.min(rows, 1048575)) * 3 + owed) * 4096 + held;
  const known = places.get(place);
  if (known !== undefined && nodes.cost[known]! <= cost) return;
  const { added, startLeg, startUsed } = way;
  const counts = cut ? [...cut, left] : [left];
  const pouring: Pouring = { paragraph, setting, added, startLeg, startUsed, counts };
  const node = known ?? newNode();
  if (known === undefined) places.set(place, node);
  writeNode(node, cost, leg, rows, owed, held, way.node, pouring);
}

/** What it costs to end a leg with a line inside a paragraph. */
function footCost(
  { source: { run }, slots, jumpHyphen }: PourTask,
  setting: Setting,
  line: number,
  leg: number,
): number {
  const isHyphenated = setting.broken.endsHyphenated(line);
  if (!run.jumpsAfter[leg]) return isHyphenated ? COSTS.footHyphen : 0;
  if (isHyphenated) return jumpHyphen;
  const { breakAt } = slots[run.slotOf[leg]!] as SlotFrame;
  if (breakAt === 'line' || (breakAt === 'sentence' && setting.endsSentence(line))) return 0;
  return COSTS.jumpPolicy;
}

/** Picks the cheapest end among the nodes from `first` on: the last leg filled to its foot, or as level as can be. */
function bestEnd(search: Search, first: number): PouredStory | undefined {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let node = first; node < nodes.used; node++) {
    const cost = nodes.cost[node]! + endCost(search, node);
    if (cost > limitOf(search, nodes.leg[node]!) || cost >= least) continue;
    best = node;
    least = cost;
  }
  if (best < 0) return undefined;
  const pourings: Pouring[] = [];
  for (let node = best; node >= 0; node = nodes.from[node]!) {
    const pouring = nodes.pouring[node];
    if (pouring) pourings.push(pouring);
  }
  return { cost: least, pourings: pourings.reverse() };
}

function endCost({ source: { run } }: PourTask, node: number): number {
  const legs = run.capacities.length - (run.hasBin ? 1 : 0);
  const leg = nodes.leg[node]!;
  if (leg >= legs) return 0;
  const slot = run.slotOf[leg]!;
  // The way on from here was laid out as a jump.
  if (slot !== run.slotOf[legs - 1]) return Number.POSITIVE_INFINITY;
  let free = run.capacities[leg]! - nodes.rows[node]!;
  for (let l = leg + 1; l < legs; l++) free += run.capacities[l]!;
  const owed = nodes.owed[node]! > 0 ? COSTS.strandedHead : 0;
  return unlevelCost(free) + owed + shortJumpCost(nodes.held[node]!, run.after[slot]!);
}
