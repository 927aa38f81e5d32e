import { BOX, type HList, INFINITE_PENALTY } from '../model/hlist.js';
import { type Pt, TOLERANCE } from '../units/length.js';
import {
  ADDED_HYPHEN,
  AT_ENDING,
  AT_ITEM,
  AT_PENALTY,
  AT_START_WIDTH,
  AT_WIDTH,
  type Breakpoints,
  findBreakpoints,
  ROW,
  SCALED_POINTS,
} from './breakpoints.kernel.js';
import type { Breaks } from './breaks.kernel.js';

/*
 * In: a head as a horizontal list, its measure. Out: its breaks. A head is ragged and never hyphenated: it takes as few
 * lines as it can, and among settings of so many lines the most even one, which breaks where it reads well.
 */

/** Cost of a break after a word that leans on the next: as of one line half a measure short. Shares of measure². */
const LEANING_COST = 0.25;
/** Cost of a short word alone on the last line: as of an empty line. */
const LONE_WORD_COST = 1;
/** A last word that takes less than this share of the measure is short. */
const SHORT_WORD = 1 / 3;

/** English articles, prepositions and conjunctions: a line of a head does not end on one of these. */
const LEANING_WORDS = new Set(
  'a an the of in on at to by for from with into onto over under as and or but nor than via per amid after'.split(' '),
);
/** In other languages, words as short as this are taken to lean on the next. */
const LEANING_LENGTH = 2;

interface Head {
  readonly list: HList;
  readonly measure: Pt;
  readonly points: Breakpoints;
  /** Breakpoints that a head may use: all but those that add a hyphen. */
  readonly usable: readonly number[];
}

/** The best way to end line number `line` at one breakpoint. */
interface Way {
  readonly cost: number;
  /** Index into `usable` of the break before; -1 at the start. */
  readonly from: number;
}

/** Breaks a head into the fewest lines. A word wider than the measure stands on an overfull line, see {@link fitsHead}. */
export function breakHead(list: HList, measure: Pt): Breaks {
  const head = readHead(list, measure);
  const ways = findWays(head);
  const ends = traceEnds(ways);
  const spans = ends.map((to, i) => [i === 0 ? -1 : (ends[i - 1] as number), to] as const);
  return {
    positions: Int32Array.from(ends, (at) => read(head.points, head.usable[at] as number, AT_ITEM)),
    ratios: new Float64Array(ends.length),
    demerits: ways.at(-1)?.at(-1)?.cost ?? 0,
    pass: 'tolerance',
    overfull: spans.filter(([from, to]) => lineWidth(head, from, to) > measure + TOLERANCE).length,
  };
}

/** Whether every word of a head fits its measure without being broken. */
export function fitsHead(list: HList, measure: Pt): boolean {
  return findOverwideWords(list, measure).length === 0;
}

/** The words of a head, or parts of them between hyphens, that are wider than the measure. */
export function findOverwideWords(list: HList, measure: Pt): readonly string[] {
  const head = readHead(list, measure);
  return head.usable.flatMap((_, at) =>
    lineWidth(head, at - 1, at) > measure + TOLERANCE ? [spanText(head, at - 1, at)] : [],
  );
}

function read({ rows }: Breakpoints, point: number, column: number): number {
  return rows[point * ROW + column] as number;
}

function readHead(list: HList, measure: Pt): Head {
  const points = findBreakpoints(list);
  const all = Array.from({ length: points.count }, (_, k) => k);
  return { list, measure, points, usable: all.filter((k) => read(points, k, AT_ENDING) !== ADDED_HYPHEN) };
}

/** For each number of lines, the best way to each breakpoint; as many rows as the head must have lines. */
function findWays(head: Head): readonly (readonly (Way | undefined)[])[] {
  const rows: (readonly (Way | undefined)[])[] = [];
  while (rows.at(-1)?.at(-1) === undefined) {
    const before = rows.at(-1);
    rows.push(head.usable.map((_, to) => bestWay(head, before, to)));
  }
  return rows;
}

function bestWay(head: Head, before: readonly (Way | undefined)[] | undefined, to: number): Way | undefined {
  let best: Way | undefined;
  for (let from = to - 1; from >= -1; from--) {
    if (from < to - 1 && !canGoOn(head, from, to)) break;
    const cost = before ? before[from]?.cost : from === -1 ? 0 : undefined;
    if (cost === undefined) continue;
    const total = cost + lineCost(head, from, to, before === undefined);
    if (!best || total < best.cost) best = { cost: total, from };
  }
  return best;
}

/** Whether a line may run past the breakpoint after `from` up to `to`: it must fit, and not run over a forced break. */
function canGoOn(head: Head, from: number, to: number): boolean {
  const next = head.usable[from + 1] as number;
  return (
    read(head.points, next, AT_PENALTY) > -INFINITE_PENALTY && lineWidth(head, from, to) <= head.measure + TOLERANCE
  );
}

/** What is left white, squared, and what reads badly. */
function lineCost(head: Head, from: number, to: number, isFirst: boolean): number {
  const { measure } = head;
  const width = lineWidth(head, from, to);
  const slack = Math.max(measure - width, 0);
  const isLast = to === head.usable.length - 1;
  let cost = slack * slack;
  if (isLast && !isFirst && from === to - 1 && width < measure * SHORT_WORD) cost += LONE_WORD_COST * measure * measure;
  if (!isLast && endsLeaning(head, to)) cost += LEANING_COST * measure * measure;
  return cost;
}

function endsLeaning(head: Head, to: number): boolean {
  const k = head.usable[to] as number;
  if (read(head.points, k, AT_PENALTY) <= -INFINITE_PENALTY) return false;
  const { list } = head;
  let i = read(head.points, k, AT_ITEM);
  while (i > 0 && (list.word[i] as number) < 0) i--;
  const word = list.words[list.word[i] as number];
  if (!word) return false;
  if (word.style.language.startsWith('en')) return LEANING_WORDS.has(word.text.toLowerCase());
  return word.text.length <= LEANING_LENGTH;
}

function lineWidth({ points, usable }: Head, from: number, to: number): Pt {
  const start = from < 0 ? 0 : read(points, usable[from] as number, AT_START_WIDTH);
  return (read(points, usable[to] as number, AT_WIDTH) - start) / SCALED_POINTS;
}

/** The text of the fragments between two breakpoints. */
function spanText({ list, points, usable }: Head, from: number, to: number): string {
  const start = from < 0 ? 0 : read(points, usable[from] as number, AT_ITEM);
  const end = read(points, usable[to] as number, AT_ITEM);
  let text = '';
  for (let i = start; i < end; i++) if (list.kind[i] === BOX) text += fragmentText(list, i);
  return text;
}

function fragmentText(list: HList, i: number): string {
  const word = list.words[list.word[i] as number];
  if (!word) return '';
  const end = list.word[i + 1] === list.word[i] ? list.offset[i + 1] : word.text.length;
  return word.text.slice(list.offset[i], end);
}

function traceEnds(rows: readonly (readonly (Way | undefined)[])[]): readonly number[] {
  const ends: number[] = [];
  let to = (rows[0]?.length ?? 0) - 1;
  for (let line = rows.length - 1; line >= 0; line--) {
    ends.unshift(to);
    to = rows[line]?.[to]?.from ?? -1;
  }
  return ends;
}
