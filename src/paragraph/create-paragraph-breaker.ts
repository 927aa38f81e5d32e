import type { BrokenParagraph, Measures, ParagraphBreaker } from '../model/flow.js';
import type { HList } from '../model/hlist.js';
import type { DropCap } from '../model/line.js';
import type { Justification } from '../model/paper.js';
import type { Pt } from '../units/length.js';
import { TOLERANCE } from '../units/length.js';
import { ADDED_HYPHEN, type Breakpoints, findBreakpoints, lineEnding } from './breakpoints.kernel.js';
import { type Breaks, describeBreaks, type LineShape, scaleWidths } from './breaks.kernel.js';
import { type BreakParameters, newsParameters } from './parameters.js';
import { type Marker, markerWidth, setLines } from './set-lines.js';
import { findTotalFit, type Goal } from './total-fit.kernel.js';

/*
 * In: the paragraphs of a story as horizontal lists. Out: a function that breaks any of them to any measures. Filling
 * legs asks for the same setting many times over, so each is computed once.
 */

/** A paragraph to be broken, with its list marker if it has one. */
export interface BreakerInput {
  readonly list: HList;
  readonly marker?: Marker;
  readonly dropCap?: DropCapRoom;
}

/** A drop cap with the room that it takes. */
export interface DropCapRoom {
  readonly dropCap: DropCap;
  /** Lines that stand beside it. */
  readonly lines: number;
  /** How far they start from the start of the measure. */
  readonly indent: Pt;
  /** The paragraph without a drop cap, for measures at which it has fewer lines than that. */
  readonly whole: HList;
}

export interface BreakerOptions {
  readonly justification: Justification;
  /** Instead of {@link newsParameters} for each paragraph's size of type. */
  readonly parameters?: BreakParameters;
  /**
   * Largest adjustment ratio of a paragraph that is set longer or shorter than its best; {@link DECENT_RATIO} unless
   * told. What the best setting itself has is allowed in any case.
   */
  readonly decentRatio?: number;
}

/** A word space of 50 % stretch is then twice as wide as it should be. */
const DECENT_RATIO = 2;
/** Stretch of the white at the end of a ragged line, in em: two as in plain TeX's `\raggedright` (The TeXbook, p. 356). */
const RAGGED_STRETCH_EM = 2;
/** Least white between a list marker and its text, in em. */
const MARKER_GAP_EM = 0.25;

/** A paragraph with the settings that are known so far. */
interface Prepared extends BreakerInput {
  readonly points: Breakpoints;
  readonly parameters: BreakParameters;
  readonly settings: Map<string, Setting | undefined>;
  /** The paragraph without its drop cap, where it has one. */
  readonly whole?: Prepared;
}

interface Setting extends BrokenParagraph {
  readonly largestRatio: number;
}

/** Makes the breaker of a story; its `paragraph` is an index into `inputs`. */
export function createParagraphBreaker(inputs: readonly BreakerInput[], options: BreakerOptions): ParagraphBreaker {
  const prepared = new Map<number, Prepared>();
  return (paragraph, measures, looseness) => {
    const input = inputs[paragraph];
    if (!input) throw new RangeError(`no paragraph ${paragraph} among ${inputs.length}`);
    const known = prepared.get(paragraph) ?? prepare(input, options);
    prepared.set(paragraph, known);
    return findSettingBesideCap(known, measures, looseness, options);
  };
}

/** A paragraph that has fewer lines than its drop cap is deep is set without one. */
function findSettingBesideCap(one: Prepared, measures: Measures, looseness: -1 | 0 | 1, options: BreakerOptions) {
  const { dropCap, whole } = one;
  if (!dropCap || !whole) return findSetting(one, measures, looseness, options);
  const isDeep = (setting: Setting | undefined) => setting !== undefined && setting.lines >= dropCap.lines;
  if (!isDeep(findSetting(one, measures, 0, options))) return findSetting(whole, measures, looseness, options);
  const setting = findSetting(one, measures, looseness, options);
  return isDeep(setting) ? setting : undefined;
}

function prepare(input: BreakerInput, options: BreakerOptions): Prepared {
  const { style } = input.list.paragraph;
  const base = options.parameters ?? newsParameters(style.size, options.justification.maxHyphens);
  const parameters: BreakParameters = {
    ...base,
    // A last line that does not reach past the next paragraph's indent leaves a hole in the column.
    lastLineMin: Math.max(base.lastLineMin, style.indent),
    raggedStretch: style.align === 'justify' ? base.raggedStretch : RAGGED_STRETCH_EM * style.size,
  };
  const whole = input.dropCap && { whole: prepare({ list: input.dropCap.whole }, options) };
  return { ...input, points: findBreakpoints(input.list), parameters, settings: new Map(), ...whole };
}

function findSetting(one: Prepared, measures: Measures, looseness: -1 | 0 | 1, options: BreakerOptions) {
  const key = settingKey(measures, looseness);
  if (!one.settings.has(key)) one.settings.set(key, computeSetting(one, measures, looseness, options));
  return one.settings.get(key);
}

/** Measures that differ by less than the tolerance are one; so are those that only say the last width again. */
function settingKey(measures: Measures, looseness: number): string {
  const widths = measures.widths.map((width) => Math.round(width / TOLERANCE));
  while (widths.length > 1 && widths.at(-1) === widths.at(-2)) widths.pop();
  return `${looseness} ${widths.join(' ')}`;
}

function computeSetting(
  one: Prepared,
  measures: Measures,
  looseness: -1 | 0 | 1,
  options: BreakerOptions,
): Setting | undefined {
  const shape = lineShape(one, measures);
  if (looseness === 0) return breakTo(one, shape, { type: 'looseness', lines: 0 }, options);
  const best = findSetting(one, measures, 0, options);
  if (!best) return undefined;
  const other = breakTo(one, shape, { type: 'lines', lines: best.lines + looseness }, options);
  const allowed = Math.max(options.decentRatio ?? DECENT_RATIO, best.largestRatio);
  return other && other.largestRatio <= allowed ? other : undefined;
}

/** What is left of the measures between the paragraph's indents. */
function lineShape({ list, marker, dropCap }: BreakerInput, measures: Measures): LineShape {
  const { hang, endIndent, style } = list.paragraph;
  const first = marker
    ? Math.max(list.paragraph.indent, markerWidth(marker) + MARKER_GAP_EM * style.size)
    : list.paragraph.indent;
  const widths = [...measures.widths];
  if (widths.length === 1 && first !== hang) widths.push(widths[0] as Pt);
  while (dropCap && widths.length <= dropCap.lines) widths.push(widths.at(-1) as Pt);
  const besideCap = (line: number) => (dropCap && line < dropCap.lines ? dropCap.indent : 0);
  const indents = widths.map((_, line) => (line === 0 ? first : hang) + besideCap(line));
  return { widths: widths.map((width, line) => width - (indents[line] as Pt) - endIndent), indents };
}

function breakTo(one: Prepared, shape: LineShape, goal: Goal, options: BreakerOptions): Setting | undefined {
  const widths = scaleWidths(shape);
  const chosen = findTotalFit(one.points, widths, one.parameters, goal);
  return chosen && describeSetting(one, shape, describeBreaks(one.points, widths, chosen), options);
}

function describeSetting(one: Prepared, shape: LineShape, breaks: Breaks, options: BreakerOptions): Setting {
  const { list, marker, dropCap: cap } = one;
  const { align } = list.paragraph.style;
  const { justification } = options;
  const setting = {
    align,
    justification,
    endIndent: list.paragraph.endIndent,
    ...(marker && { marker }),
    ...(cap && { dropCap: cap.dropCap }),
  };
  return {
    lines: breaks.positions.length,
    demerits: breaks.demerits,
    largestRatio: breaks.ratios.reduce((largest, ratio) => Math.max(largest, ratio), 0),
    endsHyphenated: (line) => lineEnding(list, breaks.positions[line] ?? list.length) === ADDED_HYPHEN,
    setLines: () => setLines(list, breaks, shape, setting),
  };
}
