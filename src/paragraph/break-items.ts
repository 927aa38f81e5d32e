/**
 * `broadsheet/paragraph`: total-fit line breaking by itself, in TeX's terms. In: boxes, glue, penalties and
 * discretionaries, the room for each line, parameters. Out: the lines. See docs/paragraph.md.
 */
import type { Pt } from '../units/length.js';
import {
  AT_ENDING,
  AT_SHRINK,
  AT_START_SHRINK,
  AT_START_WIDTH,
  AT_WIDTH,
  type Breakpoints,
  findBreakpoints,
  lineStart,
  PLAIN,
  ROW,
  SCALED_POINTS,
} from './breakpoints.kernel.js';
import { type Breaks, describeBreaks, scaleWidths } from './breaks.kernel.js';
import { checkItems, checkNumbers, checkShape } from './check-input.js';
import { type ItemSetting, type ReadItems, readItems } from './item-columns.kernel.js';
import type { Item } from './items.js';
import type { LineShape } from './line-shape.js';
import { type BreakParameters, NEWS_PARAMETERS, type Pass, TEX_PARAMETERS } from './parameters.js';
import { type ChosenBreaks, findTotalFit } from './total-fit.kernel.js';

export { type Box, type Discretionary, type Glue, type Item, PARAGRAPH_END, type Penalty } from './items.js';
export type { LineShape } from './line-shape.js';
export type { BreakParameters, Pass } from './parameters.js';

/** TeX's parameters and ours, all of them. */
export interface ParagraphParameters extends Omit<BreakParameters, 'stackDemerits'> {
  readonly hyphenPenalty: number;
  readonly exHyphenPenalty: number;
  /** How narrow and how wide boxes may be scaled, as shares of their width: 0.97 and 1.03. Both 1: not at all. */
  readonly glyphScale: { readonly min: number; readonly max: number };
  /** White that may be taken (below 0) and added after every glyph of a box, in points. */
  readonly letterSpace: { readonly min: Pt; readonly max: Pt };
}

const SETS_NO_GLYPHS = { glyphScale: { min: 1, max: 1 }, letterSpace: { min: 0, max: 0 } } as const;

/** The values of plain TeX (The TeXbook, p. 98, 342). What is not given to {@link breakItems} is taken from here. */
export const TEX: ParagraphParameters = {
  ...TEX_PARAMETERS,
  hyphenPenalty: 50,
  exHyphenPenalty: 50,
  ...SETS_NO_GLYPHS,
};

/** What Broadsheet sets 9 pt newspaper columns with. Letters are not scaled unless `glyphScale` says so. */
export const NEWSPAPER: ParagraphParameters = {
  ...NEWS_PARAMETERS,
  hyphenPenalty: 50,
  exHyphenPenalty: 50,
  ...SETS_NO_GLYPHS,
};

/** One line of a broken paragraph. */
export interface BrokenLine {
  /** Its first item, past the white that is discarded after the break before. */
  readonly start: number;
  /** The item that it ends at: glue, which is dropped, or a penalty or discretionary. The list's length where it ends by itself. */
  readonly end: number;
  readonly indent: Pt;
  /** Its room. */
  readonly width: Pt;
  /** What its items take before anything stretches. */
  readonly natural: Pt;
  /**
   * Share of its stretch (positive) or shrink (negative) that is used: glue is set at `width + ratio * stretch`. 0 where
   * fill takes up what is left. Boxes that give use no more than 1.
   */
  readonly ratio: number;
  /** How far its boxes are scaled, and what is added after each of their glyphs. */
  readonly scale: number;
  readonly letterSpace: Pt;
  /** How far it sticks out of its room when all of its shrink is used; 0 where it fits. */
  readonly overfull: Pt;
  /** Whether it ends in a hyphen, added or written. */
  readonly hyphenated: boolean;
}

/** A broken paragraph. */
export interface BrokenItems {
  readonly lines: readonly BrokenLine[];
  /** Total demerits (Knuth & Plass 1981, p. 1128). As in TeX, an overfull line that nothing could spare counts nothing. */
  readonly demerits: number;
  /** The pass that found the breaks: TeX's first, second, emergency, or a last one of ours (`lastResort: 'loose'`). */
  readonly pass: Pass;
}

/**
 * Breaks a list where its total demerits are least. `room`: one measure, or as in TeX's `\parshape` the width and indent
 * of each line, the last one being for all lines after it. Parameters that are not given are those of plain TeX.
 *
 * @throws {RangeError} where the list is empty, a number is not finite, or a line has no room
 */
export function breakItems(
  items: readonly Item[],
  room: Pt | LineShape,
  parameters: Partial<ParagraphParameters> = {},
): BrokenItems {
  const shape = typeof room === 'number' ? { widths: [room] } : room;
  const complete: ParagraphParameters = { ...TEX, ...parameters };
  checkItems(items);
  checkShape(shape);
  checkParameters(complete);
  const read = readItems(items, itemSetting(complete));
  const points = findBreakpoints(read.columns);
  const widths = scaleWidths(shape);
  const chosen = findTotalFit(points, widths, withoutPenalties(complete), {
    type: 'looseness',
    lines: complete.looseness,
  });
  if (!chosen) throw new Error('total fit found no breaks although its last pass takes any');
  return describe({ read, points, shape, chosen, breaks: describeBreaks(points, widths, chosen) }, complete);
}

function checkParameters({ mostDemerits, ...parameters }: ParagraphParameters): void {
  checkNumbers(parameters);
  if (!(mostDemerits > 0)) throw new RangeError(`mostDemerits is ${mostDemerits}: it must be greater than 0`);
  if (!Number.isInteger(parameters.looseness)) {
    throw new RangeError(`looseness is ${parameters.looseness}: it is a whole number of lines`);
  }
  if (
    !(Number.isInteger(parameters.maxHyphens) && parameters.maxHyphens >= 0 && parameters.maxHyphens <= MOST_HYPHENS)
  ) {
    throw new RangeError(`maxHyphens is ${parameters.maxHyphens}: it is a whole number from 0 to ${MOST_HYPHENS}`);
  }
}

/** Each hyphen more that may follow another costs time; this many make a limit pointless. */
const MOST_HYPHENS = 100;

function itemSetting({ hyphenPenalty, exHyphenPenalty, glyphScale, letterSpace }: ParagraphParameters): ItemSetting {
  return {
    hyphenPenalty,
    exHyphenPenalty,
    widthStretch: glyphScale.max - 1,
    widthShrink: 1 - glyphScale.min,
    glyphStretch: letterSpace.max,
    glyphShrink: 0 - letterSpace.min,
  };
}

/** Discretionaries have their penalties when they are read, and other penalties are not to be replaced. */
function withoutPenalties(parameters: ParagraphParameters): BreakParameters {
  const { hyphenPenalty: _hyphen, exHyphenPenalty: _exHyphen, ...others } = parameters;
  // Items know no words.
  return { ...others, stackDemerits: 0 };
}

interface Found {
  readonly read: ReadItems;
  readonly points: Breakpoints;
  readonly shape: LineShape;
  readonly chosen: ChosenBreaks;
  readonly breaks: Breaks;
}

function describe(found: Found, parameters: ParagraphParameters): BrokenItems {
  const { chosen } = found;
  const lines = Array.from(chosen.points, (_, line) => describeLine(found, line, parameters));
  return { lines, demerits: chosen.demerits, pass: chosen.pass };
}

function describeLine(found: Found, line: number, { glyphScale, letterSpace }: ParagraphParameters): BrokenLine {
  const { points, shape, chosen, breaks, read } = found;
  const to = (chosen.points[line] as number) * ROW;
  const from = line === 0 ? -1 : (chosen.points[line - 1] as number) * ROW;
  const width = entryOf(shape.widths, line);
  const natural = sumOf(points, from + AT_START_WIDTH, to + AT_WIDTH, from);
  const shrink = sumOf(points, from + AT_START_SHRINK, to + AT_SHRINK, from);
  const ratio = breaks.ratios[line] as number;
  const share = Math.min(Math.abs(ratio), 1);
  return {
    start: line === 0 ? 0 : startItem(read, breaks.positions[line - 1] as number),
    end: itemAt(read, breaks.positions[line] as number),
    indent: shape.indents && shape.indents.length > 0 ? entryOf(shape.indents, line) : 0,
    width,
    natural,
    ratio,
    scale: 1 + share * (ratio < 0 ? glyphScale.min - 1 : glyphScale.max - 1),
    letterSpace: share * (ratio < 0 ? letterSpace.min : letterSpace.max),
    overfull: Math.max(natural - Math.max(shrink, 0) - width, 0),
    hyphenated: points.rows[to + AT_ENDING] !== PLAIN,
  };
}

function entryOf(entries: readonly Pt[], line: number): Pt {
  return entries[Math.min(line, entries.length - 1)] as Pt;
}

/** A sum from a line's start (`from` -1: the paragraph's) to its end, in points. */
function sumOf({ rows }: Breakpoints, start: number, end: number, from: number): Pt {
  return ((rows[end] as number) - (from < 0 ? 0 : (rows[start] as number))) / SCALED_POINTS;
}

/** What a discretionary leaves on the next line counts to the item itself: the line starts with the one after it. */
function startItem(read: ReadItems, position: number): number {
  return Math.max(itemAt(read, lineStart(read.columns, position)), itemAt(read, position) + 1);
}

function itemAt({ itemOf, columns }: ReadItems, row: number): number {
  return row < columns.length ? (itemOf[row] as number) : (itemOf[columns.length - 1] as number);
}
