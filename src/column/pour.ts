import type { BrokenParagraph, FlowParagraph, Measures, ParagraphBreaker, SlotFrame } from '../model/flow.js';
import { lineText } from '../model/line.js';
import type { Pt } from '../units/length.js';
import { COSTS } from './costs.js';
import type { LegRun } from './leg-run.js';

/** Where one paragraph went: how many of its lines stand in each leg, from the leg it starts in. */
export interface Pouring {
  readonly paragraph: FlowParagraph;
  readonly broken: BrokenParagraph;
  readonly looseness: -1 | 0 | 1;
  /** White lines over it, of which `added` by make-up. */
  readonly above: number;
  readonly added: number;
  readonly startLeg: number;
  /** Lines already used in the start leg, the white over the paragraph included. */
  readonly startUsed: number;
  readonly counts: readonly number[];
}

/** A way to pour a whole story: its paragraphs in order, and what it costs. */
export interface PouredStory {
  readonly cost: number;
  readonly pourings: readonly Pouring[];
  /** Lines left free in the leg that the story ends in and in the legs after it. */
  readonly unfilled: number;
}

/** A point in the story: so many lines of a leg are used, at the least cost known. */
interface Node {
  readonly cost: number;
  readonly leg: number;
  readonly used: number;
  readonly afterHead: boolean;
  readonly previous: Node | undefined;
  readonly pouring: Pouring | undefined;
}

/** More open ways than this are never needed: text between two leg feet can only drift by a few lines. */
const MOST_OPEN = 48;

/**
 * Pours a story into its legs at the least cost: dynamic programming over paragraphs, where the state is how far down
 * which leg the text has come. Each paragraph may be set a line shorter or longer and may take added white over it.
 * The principle of optimality holds, since what comes later depends only on the state. (The idea of one optimum over
 * lines and columns is Plass 1981's; his states are breaks, ours whole paragraphs, which narrow legs make few enough.)
 */
export function pourStory(
  paragraphs: readonly FlowParagraph[],
  run: LegRun,
  slots: readonly SlotFrame[],
  breakParagraph: ParagraphBreaker,
): PouredStory {
  let open: Node[] = [{ cost: 0, leg: 0, used: 0, afterHead: false, previous: undefined, pouring: undefined }];
  for (const paragraph of paragraphs) {
    const next = new Map<number, Node>();
    for (const node of open) pourParagraph(node, paragraph, run, slots, breakParagraph, next);
    open = cheapest(next);
  }
  return bestEnd(open, run);
}

function cheapest(nodes: ReadonlyMap<number, Node>): Node[] {
  const all = [...nodes.values()];
  if (all.length <= MOST_OPEN) return all;
  return all.sort((a, b) => a.cost - b.cost || a.leg - b.leg || a.used - b.used).slice(0, MOST_OPEN);
}

/** Adds every way to set one paragraph from one node. */
function pourParagraph(
  node: Node,
  paragraph: FlowParagraph,
  run: LegRun,
  slots: readonly SlotFrame[],
  breakParagraph: ParagraphBreaker,
  next: Map<number, Node>,
): void {
  for (const start of startsOf(node, paragraph, run)) {
    const measures = measuresFrom(run, start.leg, start.used);
    const best = breakParagraph(paragraph.paragraph, measures, 0) as BrokenParagraph;
    for (const looseness of LOOSENESSES) {
      if (looseness !== 0 && paragraph.kind === 'head') continue;
      const broken = looseness === 0 ? best : breakParagraph(paragraph.paragraph, measures, looseness);
      if (!broken || (looseness !== 0 && broken.lines === best.lines)) continue;
      const cost = node.cost + start.cost + looseCost(best, broken, looseness);
      for (const way of waysDown(broken, start.leg, start.used, run, slots, paragraph.kind === 'head')) {
        const pouring: Pouring = {
          paragraph,
          broken,
          looseness,
          above: start.above,
          added: start.added,
          startLeg: start.leg,
          startUsed: start.used,
          counts: way.counts,
        };
        keepCheaper(next, {
          cost: cost + way.cost,
          leg: way.leg,
          used: way.used,
          afterHead: paragraph.kind === 'head',
          previous: node,
          pouring,
        });
      }
    }
  }
}

const LOOSENESSES = [0, -1, 1] as const;

function looseCost(best: BrokenParagraph, broken: BrokenParagraph, looseness: -1 | 0 | 1): number {
  if (looseness === 0) return 0;
  const loss = Math.max(0, broken.demerits - best.demerits) / COSTS.demeritsPerPoint;
  return COSTS.looseness + Math.min(loss, COSTS.looseMost);
}

function keepCheaper(next: Map<number, Node>, node: Node): void {
  const key = node.leg * 65536 + Math.min(node.used, 65535);
  const known = next.get(key);
  if (!known || node.cost < known.cost) next.set(key, node);
}

interface Start {
  readonly leg: number;
  readonly used: number;
  readonly above: number;
  readonly added: number;
  readonly cost: number;
}

/** Where a paragraph may begin: under the one before, with its white over it, or at the top of the next leg. */
function startsOf(node: Node, paragraph: FlowParagraph, run: LegRun): Start[] {
  const capacity = run.capacities[node.leg] as number;
  if (node.used >= capacity && node.leg + 1 < run.capacities.length) {
    return startsOf({ ...node, leg: node.leg + 1, used: 0 }, paragraph, run);
  }
  if (capacity === 0) return [];
  if (node.used === 0) return [{ leg: node.leg, used: 0, above: 0, added: 0, cost: 0 }];
  const starts: Start[] = [];
  for (let added = 0; added <= paragraph.aboveSlack; added++) {
    const above = paragraph.above + added;
    if (node.used + above >= capacity) break;
    starts.push({ leg: node.leg, used: node.used + above, above, added, cost: added * COSTS.addedSpace });
  }
  const nextLeg = node.leg + 1;
  if (nextLeg < run.capacities.length && !node.afterHead) {
    const short = capacity - node.used;
    // White that would stand over the paragraph may fall away at a leg's foot: that leg then ends short by it.
    if (short <= MOST_SHORT) starts.push({ leg: nextLeg, used: 0, above: 0, added: 0, cost: shortCost(short) });
  }
  if (starts.length === 0 && nextLeg < run.capacities.length) {
    starts.push({ leg: nextLeg, used: 0, above: 0, added: 0, cost: shortCost(capacity - node.used) });
  }
  return starts;
}

/** A leg is never left shorter than this: moving a crosshead with its two lines takes at most so many. */
const MOST_SHORT = 4;

function shortCost(lines: number): number {
  return lines <= 0 ? 0 : COSTS.shortLeg + COSTS.shortLegLine * lines;
}

interface Way {
  readonly counts: readonly number[];
  readonly leg: number;
  readonly used: number;
  readonly cost: number;
}

/** Every sensible way to run a broken paragraph down from a place: whole, or cut at leg feet. */
function waysDown(
  broken: BrokenParagraph,
  leg: number,
  used: number,
  run: LegRun,
  slots: readonly SlotFrame[],
  isHead: boolean,
): Way[] {
  const capacity = run.capacities[leg] as number;
  if (used + broken.lines <= capacity) {
    const room = capacity - used - broken.lines;
    const cost = (isHead && room < 2 ? COSTS.strandedHead : 0) + binCost(run, leg, broken.lines);
    return [{ counts: [broken.lines], leg, used: used + broken.lines, cost }];
  }
  const ways: Way[] = [];
  cutDown(broken, 0, leg, used, [], isHead ? COSTS.strandedHead : 0, run, slots, ways);
  return ways;
}

function binCost(run: LegRun, leg: number, lines: number): number {
  return run.hasBin && leg === run.capacities.length - 1 ? lines * COSTS.overset : 0;
}

/** Cuts a paragraph at the foot of a leg: there, or a line earlier where that spares a widow. */
function cutDown(
  broken: BrokenParagraph,
  done: number,
  leg: number,
  used: number,
  counts: readonly number[],
  cost: number,
  run: LegRun,
  slots: readonly SlotFrame[],
  ways: Way[],
): void {
  const left = broken.lines - done;
  const room = (run.capacities[leg] as number) - used;
  if (left <= room) {
    const widow = left === 1 && done > 0 ? COSTS.widow : 0;
    ways.push({ counts: [...counts, left], leg, used: used + left, cost: cost + widow + binCost(run, leg, left) });
    return;
  }
  if (leg + 1 >= run.capacities.length) return;
  for (const taken of cutsFor(broken, done, room, run.jumpsAfter[leg] === true)) {
    const short = room - taken;
    const orphan = done === 0 && taken === 1 && broken.lines > 1 ? COSTS.orphan : 0;
    const foot = taken > 0 ? footCost(broken, done + taken - 1, leg, run, slots) : 0;
    cutDown(
      broken,
      done + taken,
      leg + 1,
      0,
      [...counts, taken],
      cost + shortCost(short) + orphan + foot,
      run,
      slots,
      ways,
    );
  }
}

/**
 * How many lines to put at a foot with `room` lines: all that fit; one fewer, or none, where a line would stand alone;
 * up to two fewer where the last would end in a hyphen before a jump.
 */
function cutsFor(broken: BrokenParagraph, done: number, room: number, jumps: boolean): number[] {
  const cuts = [room];
  const left = broken.lines - done;
  if (left - room === 1 && room > 1) cuts.push(room - 1);
  if (done === 0 && room > 0 && room <= 2) cuts.push(0);
  if (!jumps) return cuts;
  for (let fewer = 1; fewer <= 2 && room - fewer > 0 && broken.endsHyphenated(done + room - fewer); fewer++) {
    if (!cuts.includes(room - fewer)) cuts.push(room - fewer);
  }
  return cuts;
}

function footCost(
  broken: BrokenParagraph,
  line: number,
  leg: number,
  run: LegRun,
  slots: readonly SlotFrame[],
): number {
  const hyphenated = broken.endsHyphenated(line);
  if (!run.jumpsAfter[leg]) return hyphenated ? COSTS.footHyphen : 0;
  const policy = (slots[run.slotOf[leg] as number] as SlotFrame).breakAt;
  const broke = policy === 'paragraph' || (policy === 'sentence' && !endsSentence(broken, line));
  return (hyphenated ? COSTS.jumpHyphen : 0) + (broke ? COSTS.jumpPolicy : 0);
}

function endsSentence(broken: BrokenParagraph, line: number): boolean {
  const set = broken.setLines()[line];
  return set !== undefined && /[.!?…]["'”’»)\]]*$/.test(lineText(set));
}

/** The measure of each line of a paragraph that starts in `leg` after `used` lines. */
function measuresFrom(run: LegRun, leg: number, used: number): Measures {
  if (run.uniform) return { widths: [run.measures[0] as Pt] };
  const widths: Pt[] = [];
  let start = used;
  for (let l = leg; l < run.capacities.length; l++) {
    const measure = run.measures[l] as Pt;
    if (run.measures.slice(l).every((other) => other === measure)) {
      widths.push(measure);
      break;
    }
    for (let i = start; i < (run.capacities[l] as number); i++) widths.push(measure);
    start = 0;
  }
  return { widths };
}

/** Picks the cheapest end: the last leg filled to its foot, or as level as can be. */
function bestEnd(open: readonly Node[], run: LegRun): PouredStory {
  let best: Node | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const node of open) {
    const cost = node.cost + endCost(unfilledAfter(node, run));
    if (cost < bestCost) {
      best = node;
      bestCost = cost;
    }
  }
  if (!best) return { cost: 0, pourings: [], unfilled: 0 };
  return { cost: bestCost, pourings: pathTo(best), unfilled: unfilledAfter(best, run) };
}

function unfilledAfter(node: Node, run: LegRun): number {
  const legs = run.capacities.length - (run.hasBin ? 1 : 0);
  let free = 0;
  for (let leg = node.leg; leg < legs; leg++)
    free += (run.capacities[leg] as number) - (leg === node.leg ? node.used : 0);
  return free;
}

function endCost(unfilled: number): number {
  return unfilled === 0 ? 0 : COSTS.unlevelEnd + COSTS.unlevelLine * unfilled;
}

function pathTo(end: Node): Pouring[] {
  const path: Pouring[] = [];
  for (let node: Node | undefined = end; node; node = node.previous) if (node.pouring) path.push(node.pouring);
  return path.reverse();
}
