/*
 * In: a slot's legs and what stands among them: a second picture, a pullquote. Out: each in its place, and legs with
 * notches, so that text runs round it, or stops over it and goes on under it where it takes a leg's whole width.
 *
 * A picture's top and a pullquote's upper rule are level with the caps of a line, the foot stands on a baseline. Text
 * keeps away by a gutter at the sides and by a grid line over and under; make-up may widen that about a pullquote.
 */
import type { PlacedLine, PlacedPullquote, PlacedRule } from '../model/edition.js';
import type { LegFrame, Notch } from '../model/flow.js';
import type { InsetPlan, Span } from '../model/template.js';
import { type Pt, TOLERANCE } from '../units/length.js';
import type { Rect } from '../units/rect.js';
import type { ChosenPicture } from './chosen-picture.js';
import type { PageGeometry } from './geometry.js';
import { layPicture } from './lay-picture.js';
import { legGeometry } from './leg-geometry.js';
import { capTop, type Place, type Room } from './room.js';
import type { SetPart } from './stack-head.js';

/** What stands among the legs of a slot, set to its width. */
export type Inset =
  | {
      readonly type: 'picture';
      readonly plan: InsetPlan;
      readonly picture: ChosenPicture;
      /** Depth in grid lines, without the caption. */
      readonly depth: number;
    }
  | {
      readonly type: 'pullquote';
      readonly plan: InsetPlan;
      readonly quote: SetPart;
      readonly by: SetPart;
      /** Width of the quotation mark that hangs before the other lines; 0 where it starts with none. */
      readonly hang: Pt;
    };

export type PlacedInset =
  | {
      readonly type: 'picture';
      readonly picture: ChosenPicture;
      readonly box: Rect;
      readonly captions: readonly PlacedLine[];
    }
  | { readonly type: 'pullquote'; readonly pullquote: PlacedPullquote };

/** White added about a pullquote, in grid lines. */
export interface QuoteWhite {
  readonly over: number;
  readonly under: number;
}

const NO_WHITE: QuoteWhite = { over: 0, under: 0 };

/** What is to be placed among the legs of a slot. */
export interface InsetContent {
  readonly article: string;
  /** Whether the last line of the last leg is for a jump line: no inset stands there. */
  readonly jumpsOn: boolean;
  readonly insets: readonly Inset[];
  /** As much of it is added as leaves three lines of text between the pullquote and what is next to it. */
  readonly quoteWhite?: QuoteWhite;
}

export interface PlacedInsets {
  readonly insets: readonly PlacedInset[];
  readonly legs: readonly LegFrame[];
}

/** The grid lines that an inset takes, and its left edge and width. */
interface Block {
  /** The legs that it may reach into, from 1. */
  readonly legs: Span;
  readonly first: number;
  readonly last: number;
  readonly x: Pt;
  readonly width: Pt;
  /** Grid lines kept free over it and under it. */
  readonly clear: QuoteWhite;
}

/** Where an inset begins, and how wide it is. `legs`, `width` and `at` of the plan are held against the slot before. */
export function insetSpan(plan: InsetPlan, place: Place): Pick<Block, 'x' | 'width'> {
  const { measure, legX } = legGeometry(place);
  const { gutter, side } = place.geometry;
  const count = plan.legs.to - plan.legs.from + 1;
  const width = plan.width * measure + (count - 1) * gutter;
  const x = legX(plan.legs.from - 1);
  const free = count * measure - plan.width * measure;
  switch (plan.at) {
    case 'start':
      return { x, width };
    case 'end':
      return { x: x + free, width };
    case 'center':
      return { x: x + free / 2, width };
    case 'inside':
      return { x: side === 'recto' ? x : x + free, width };
    case 'outside':
      return { x: side === 'recto' ? x + free : x, width };
  }
}

/**
 * Places insets one after another; one that would stand on another goes under it. One that the legs have no depth for
 * is left out, and the legs stay whole: the caller sees it missing.
 */
export function placeInsets(place: Place, content: InsetContent, legs: readonly LegFrame[], room: Room): PlacedInsets {
  const { article, insets, quoteWhite = NO_WHITE } = content;
  const placed: PlacedInset[] = [];
  const taken: Block[] = [];
  const free = content.jumpsOn ? withoutJumpLine(legs) : legs;
  for (const inset of insets) {
    const block = findBlock(inset, place, free, taken, room);
    if (!block) continue;
    taken.push(block);
    placed.push(placeInset(inset, block, article, place.geometry, room));
  }
  if (taken.length === 0) return { insets: [], legs };
  // One after another: what one block keeps free, the next must leave.
  placed.forEach(({ type }, index) => {
    if (type === 'pullquote') taken[index] = addWhite(taken[index] as Block, taken, free, quoteWhite);
  });
  const notched = free.map((leg) => cutNotches(leg, taken, place.geometry.gutter));
  return { insets: placed, legs: notched.map((leg, index) => ({ ...leg, last: (legs[index] as LegFrame).last })) };
}

function withoutJumpLine(legs: readonly LegFrame[]): readonly LegFrame[] {
  return legs.map((leg, index) => (index === legs.length - 1 ? { ...leg, last: leg.last - 1 } : leg));
}

/** Lines of text that an inset leaves between itself and the head or foot of its legs, or else none at all. */
const LEAST_TEXT = 3;
/** Grid lines kept free over an inset and under it. */
const STANDOFF = 1;

function findBlock(
  inset: Inset,
  place: Place,
  legs: readonly LegFrame[],
  taken: readonly Block[],
  room: Room,
): Block | undefined {
  const { plan } = inset;
  const spanned = legs.slice(plan.legs.from - 1, plan.legs.to);
  const top = Math.max(...spanned.map(({ first }) => first));
  const foot = Math.min(...spanned.map(({ last }) => last));
  const depth = depthOf(inset, place.geometry, room);
  if (spanned.length === 0 || top + depth - 1 > foot) return undefined;
  const span = insetSpan(plan, place);
  const clear = { over: STANDOFF, under: STANDOFF };
  const at = (first: number): Block => ({ ...span, legs: plan.legs, first, last: first + depth - 1, clear });
  let block = at(firstLine(plan, top, foot, depth));
  for (const other of taken.filter((other) => shareLegs(other, plan))) {
    if (block.first <= other.last + 2 * STANDOFF && other.first <= block.last + 2 * STANDOFF)
      block = at(other.last + 1 + STANDOFF + LEAST_TEXT + STANDOFF);
  }
  return block.last <= foot ? block : undefined;
}

function shareLegs(one: Pick<Block, 'legs'>, { legs }: Pick<Block, 'legs'>): boolean {
  return one.legs.from <= legs.to && legs.from <= one.legs.to;
}

/** Widens what is kept free about a block, alike in all of its legs. It stays where it is. */
function addWhite(block: Block, all: readonly Block[], legs: readonly LegFrame[], white: QuoteWhite): Block {
  const spanned = legs.slice(block.legs.from - 1, block.legs.to);
  const others = all.filter((other) => other !== block && shareLegs(other, block));
  const tops = others.filter(({ last }) => last < block.first).map(({ last, clear }) => last + clear.under + 1);
  const feet = others.filter(({ first }) => first > block.last).map(({ first, clear }) => first - clear.over - 1);
  const top = Math.max(...spanned.map(({ first }) => first), ...tops);
  const foot = Math.min(...spanned.map(({ last }) => last), ...feet);
  const { over, under } = block.clear;
  const spare = (lines: number) => Math.max(0, lines - LEAST_TEXT);
  return {
    ...block,
    clear: {
      over: over + Math.min(white.over, spare(block.first - over - top)),
      under: under + Math.min(white.under, spare(foot - block.last - under)),
    },
  };
}

/** The grid line that an inset begins on. Two lines of text over or under it would look lost: it then takes their place. */
function firstLine(plan: InsetPlan, top: number, foot: number, depth: number): number {
  const free = foot - top + 1 - depth;
  const over = plan.down === 'head' ? 0 : plan.down === 'foot' ? free : Math.floor(free / 2);
  if (over < LEAST_TEXT + STANDOFF) return top;
  return free - over < LEAST_TEXT + STANDOFF ? top + free : top + over;
}

function depthOf(inset: Inset, geometry: PageGeometry, room: Room): number {
  if (inset.type === 'picture') return inset.depth + inset.picture.caption.lines.length;
  const { height } = stackQuote(inset, geometry, room);
  // From the caps of the first line to the baseline of the last.
  return Math.ceil((height - room.bodyCap) / geometry.leading - TOLERANCE) + 1;
}

function placeInset(inset: Inset, block: Block, article: string, geometry: PageGeometry, room: Room): PlacedInset {
  if (inset.type === 'pullquote') {
    const y = capTop(room, geometry, block.first);
    const box = { x: block.x, y, width: block.width, height: geometry.baseline(block.last) - y };
    return { type: 'pullquote', pullquote: placePullquote(inset, box, article, geometry, room) };
  }
  const { picture, depth } = inset;
  const spot = { x: block.x, width: block.width, firstLine: block.first, depth };
  const { box, captions } = layPicture(spot, picture.caption, article, geometry, room);
  return { type: 'picture', picture, box, captions };
}

type QuoteInset = Extract<Inset, { readonly type: 'pullquote' }>;

/** White between a pullquote's rules and its words, and between quote and name, in grid lines. */
const RULE_GAP = 0.75;
const BY_GAP = 0.8;

/** How far under the upper rule each baseline of a pullquote lies, and how deep it is between its rules at least. */
function stackQuote({ quote, by }: QuoteInset, { leading }: PageGeometry, room: Room) {
  const metrics = (part: SetPart) => room.typesetter.metrics(part.style.faces.regular);
  const first = RULE_GAP * leading + metrics(quote).capHeight * quote.style.size;
  const baselines = quote.lines.map((_, index) => first + index * quote.style.leading);
  let bottom = (baselines.at(-1) ?? 0) + metrics(quote).descender * quote.style.size * DESCENT_COUNTED;
  const byFirst = bottom + BY_GAP * leading + metrics(by).capHeight * by.style.size;
  const byBaselines = by.lines.map((_, index) => byFirst + index * by.style.leading);
  bottom = byBaselines.at(-1) ?? bottom;
  return { baselines, byBaselines, height: bottom + RULE_GAP * leading };
}

/** Descenders reach towards what stands under them here and there. */
const DESCENT_COUNTED = 0.5;

const UPPER_RULE: Pt = 1;
const LOWER_RULE: Pt = 1;

/** Words between two rules in their own colour; what rounding up to whole grid lines adds goes over and under them. */
function placePullquote(
  inset: QuoteInset,
  box: Rect,
  article: string,
  geometry: PageGeometry,
  room: Room,
): PlacedPullquote {
  const { quote, by, hang } = inset;
  const { baselines, byBaselines, height } = stackQuote(inset, geometry, room);
  const shift = Math.max(0, (box.height - height) / 2);
  const placeLines = (part: SetPart, at: readonly Pt[]): PlacedLine[] =>
    part.lines.map((line, index) => ({
      line,
      x: part === quote && index === 0 ? box.x : box.x + hang,
      baseline: box.y + shift + (at[index] as Pt),
      part: part.part,
      style: part.style.name,
      article,
      paragraph: -1,
      origin: part.origin,
    }));
  const rule = (y: Pt, weight: Pt): PlacedRule => {
    const { color } = quote.style;
    return { x1: box.x, y1: y, x2: box.x + box.width, y2: y, weight, color };
  };
  return {
    box,
    lines: [...placeLines(quote, baselines), ...placeLines(by, byBaselines)],
    rules: [rule(box.y + UPPER_RULE / 2, UPPER_RULE), rule(box.y + box.height - LOWER_RULE / 2, LOWER_RULE)],
  };
}

/** Takes out of a leg what stands in it, with the white about it. */
function cutNotches(leg: LegFrame, blocks: readonly Block[], gutter: Pt): LegFrame {
  const notches = blocks.flatMap((block) => notchOf(leg, block, gutter) ?? []).sort((a, b) => a.first - b.first);
  return notches.length === 0 ? leg : { ...leg, notches };
}

/** What a block takes off a leg. In the middle of one it would leave two strips: the narrower one is given up. */
function notchOf(leg: LegFrame, { x, width, first, last, clear }: Block, gutter: Pt): Notch | undefined {
  const lines = { first: Math.max(leg.first, first - clear.over), last: Math.min(leg.last, last + clear.under) };
  const left = x - gutter - leg.x;
  const right = leg.x + leg.measure - (x + width + gutter);
  if (lines.first > lines.last || left >= leg.measure - TOLERANCE || right >= leg.measure - TOLERANCE) return undefined;
  if (left <= TOLERANCE && right <= TOLERANCE) return { ...lines, start: leg.measure, end: 0 };
  return right > left
    ? { ...lines, start: leg.measure - right, end: 0 }
    : { ...lines, start: 0, end: leg.measure - left };
}
