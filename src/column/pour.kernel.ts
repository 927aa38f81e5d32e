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
import type { LegRun } from './leg-run.js';
import { findSetting, type Looseness, leastLines, type Setting, type SettingSource, type Skip } from './settings.js';

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

/** A way down with the paragraph in hand: what was decided before the line that comes next. */
interface Way {
  readonly node: number;
  readonly added: number;
  readonly startLeg: number;
  readonly startUsed: number;
  /** Cost without that of the setting, which may still change while unlike rows lie ahead. */
  readonly cost: number;
  readonly owed: number;
  readonly held: number;
  readonly counts: readonly number[];
  readonly skips: readonly Skip[];
  readonly looseness: Looseness;
}

/** Lines that a crosshead must have under it. */
const UNDER_HEAD = 2;

/** Finds the cheapest way to pour a story within the budget. Undefined where there is none. */
export function pourStory(task: PourTask): PouredStory | undefined {
  const search: Search = { ...task, lastRows: findLastRows(task) };
  nodes.used = 0;
  nodes.pouring.length = 0;
  addNode(0, 0, 0, 0, 0, -1, undefined);
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

function addNode(
  cost: number,
  leg: number,
  rows: number,
  owed: number,
  held: number,
  from: number,
  pouring: Pouring | undefined,
): void {
  if (nodes.used === nodes.cost.length) growNodes();
  writeNode(nodes.used++, cost, leg, rows, owed, held, from, pouring);
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

function isBin(run: LegRun, leg: number): boolean {
  return run.hasBin && leg === run.capacities.length - 1;
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
  const way: Way = { node, added, startLeg, startUsed, cost, owed, held, counts: [], skips: [], looseness: 0 };
  runDown(search, index, way, findSetting(search.source, index, startLeg, startUsed, 0), 0, startLeg, startUsed);
  // No setting but the best costs less than this.
  if (cost + COSTS.looseness > limitOf(search, startLeg)) return;
  if ((search.source.paragraphs[index] as FlowParagraph).kind === 'head') return;
  for (const looseness of LOOSENESSES) {
    const setting = findSetting(search.source, index, startLeg, startUsed, looseness);
    runDown(search, index, { ...way, looseness }, setting, 0, startLeg, startUsed);
  }
}

const LOOSENESSES = [1, -1] as const;

/**
 * Runs a paragraph on from a row with `done` of its lines behind it: to its end, and to every line it may be cut after.
 * Without a setting it may still have one that leaves rows empty at a foot, where the legs after it are unlike.
 */
function runDown(
  search: Search,
  index: number,
  way: Way,
  setting: Setting | undefined,
  done: number,
  leg: number,
  used: number,
): void {
  const { capacities } = search.source.run;
  const left = setting ? setting.lines - done : Number.POSITIVE_INFINITY;
  const room = capacities[leg]! - used;
  if (setting && left <= room) endParagraph(search, index, way, setting, left, leg, used);
  if (leg + 1 >= capacities.length) return;
  const limit = limitOf(search, leg + 1);
  for (let taken = Math.min(room, left - 1); taken >= (done === 0 ? 1 : 0); taken--) {
    if (way.cost + shortLegCost(room - taken) > limit) return;
    if (room > taken && isTooLow(search, index + 1, leg + 1, 0)) return;
    cutParagraph(search, index, way, setting, done, leg, room, taken);
  }
}

function endParagraph(
  search: Search,
  index: number,
  way: Way,
  setting: Setting,
  left: number,
  leg: number,
  used: number,
): void {
  const { run, paragraphs } = search.source;
  const paragraph = paragraphs[index] as FlowParagraph;
  const binned = isBin(run, leg);
  let cost = way.cost + setting.cost;
  if (binned) cost += left * COSTS.overset;
  else if (left === 1 && setting.lines > 1 && way.counts.length > 0) cost += COSTS.widow;
  if (cost > limitOf(search, leg) || isTooLow(search, index + 1, leg, used + left)) return;
  const isHead = paragraph.kind === 'head';
  const owed = binned ? 0 : isHead ? UNDER_HEAD : Math.max(0, way.owed - left);
  const held = holdMore(search, leg, way.held, left);
  keepCheaper(cost, leg, used + left, owed, held, paragraph, way, setting, left);
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
): void {
  // Below 2^53 for a million rows, a thousand legs and four thousand lines held.
  const place = ((leg * 1048576 + Math.min(rows, 1048575)) * 3 + owed) * 4096 + held;
  const known = places.get(place);
  if (known !== undefined && nodes.cost[known]! <= cost) return;
  const { added, startLeg, startUsed, counts } = way;
  const pouring: Pouring = { paragraph, setting, added, startLeg, startUsed, counts: [...counts, left] };
  if (known !== undefined) {
    writeNode(known, cost, leg, rows, owed, held, way.node, pouring);
    return;
  }
  places.set(place, nodes.used);
  addNode(cost, leg, rows, owed, held, way.node, pouring);
}

/** Cuts a paragraph after `taken` more lines, and runs it on from the top of the next leg. */
function cutParagraph(
  search: Search,
  index: number,
  way: Way,
  setting: Setting | undefined,
  done: number,
  leg: number,
  room: number,
  taken: number,
): void {
  const { run, paragraphs } = search.source;
  const isHead = (paragraphs[index] as FlowParagraph).kind === 'head';
  const short = room - taken;
  const skips = short > 0 ? [...way.skips, { leg, rows: short }] : way.skips;
  // Rows left empty may change the room of the lines after the cut, and with it the whole setting.
  const { startLeg, startUsed } = way;
  const cut = short > 0 ? findSetting(search.source, index, startLeg, startUsed, way.looseness, skips) : setting;
  if (!cut || cut.lines <= done + taken) return;
  const owed = Math.max(0, way.owed - taken);
  const held = holdMore(search, leg, way.held, taken);
  let cost = way.cost;
  if (isBin(run, leg + 1)) cost += shortLegCost(short);
  else {
    cost += leaveCost(search, leg, short, owed, held) + footCost(search, cut, done + taken - 1, leg);
    if (done === 0 && taken === 1) cost += COSTS.orphan;
    if (isHead && done === 0) cost += COSTS.strandedHead;
  }
  if (cost + cut.cost > limitOf(search, leg + 1)) return;
  if (isTooLow(search, index + 1, leg + 1, cut.lines - done - taken)) return;
  const counts = [...way.counts, taken];
  const next: Way = { ...way, cost, owed: 0, held: heldAfter(search, leg, held), counts, skips };
  runDown(search, index, next, cut, done + taken, leg + 1, 0);
}

/** What it costs to end a leg with a line inside a paragraph. A hyphen before a jump is forbidden. */
function footCost({ source: { run }, slots }: PourTask, setting: Setting, line: number, leg: number): number {
  const isHyphenated = setting.broken.endsHyphenated(line);
  if (!run.jumpsAfter[leg]) return isHyphenated ? COSTS.footHyphen : 0;
  if (isHyphenated) return Number.POSITIVE_INFINITY;
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
