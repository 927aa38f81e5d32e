import type { BrokenParagraph, Measures, ParagraphBreaker } from '../model/flow.js';
import type { HList } from '../model/hlist.js';
import type { DropCap, Line } from '../model/line.js';
import type { Justification } from '../model/paper.js';
import { type Pt, sameLength } from '../units/length.js';
import { avoidRivers } from './avoid-rivers.js';
import { ADDED_HYPHEN, type Breakpoints, findBreakpoints, lineEnding } from './breakpoints.kernel.js';
import { type Breaks, describeBreaks, scaleWidths } from './breaks.kernel.js';
import { numberEdges } from './line-edges.js';
import type { LineShape } from './line-shape.js';
import { hangBreakpoints } from './optical-margins.js';
import { sameMeasures, shapeParagraph } from './paragraph-shape.js';
import { type BreakParameters, newsParameters } from './parameters.js';
import { type LineSetting, type Marker, setLines } from './set-lines.js';
import { type ChosenBreaks, findSettings, type Settings } from './total-fit.kernel.js';
import { trimLineEnds } from './trim-line-ends.kernel.js';

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
  /** Does the work of a setting that is not known yet, for those who want to know how long it takes. */
  readonly timed?: <T>(work: () => T) => T;
}

/** A word space of 50 % stretch is then twice as wide as it should be. */
const DECENT_RATIO = 2;
/**
 * What a stack may cost elsewhere: as much as a line stretched 1.6 times as far as it should be. Of 29 stacks in 2,090
 * lines at 53 mm 14 are left then, and word spaces are as before: their 95th percentile is 3.40 pt instead of 3.38.
 */
const STACK_DEMERITS = { stackDemerits: 200000, hyphenStackDemerits: 60000 };
/** Stretch of the white at the end of a ragged line, in em: two as in plain TeX's `\raggedright` (The TeXbook, p. 356). */
const RAGGED_STRETCH_EM = 2;

/** A paragraph with the settings that are known so far, one entry for each room it was tried in. */
interface Prepared extends BreakerInput {
  readonly points: Breakpoints;
  readonly parameters: BreakParameters;
  readonly known: SettingsInRoom[];
  /** The paragraph without its drop cap, where it has one. */
  readonly whole: Prepared | undefined;
}

/** How a paragraph can be set to some measures. The longer and the shorter setting are described when asked for. */
interface SettingsInRoom {
  readonly measures: Measures;
  readonly shape: LineShape;
  readonly widths: Float64Array;
  readonly found: Settings;
  readonly best: Setting;
  shorter: Setting | undefined | 'unknown';
  longer: Setting | undefined | 'unknown';
}

interface Setting extends BrokenParagraph {
  readonly largestRatio: number;
}

/** Makes the breaker of a story; its `paragraph` is an index into `inputs`. */
export function createParagraphBreaker(inputs: readonly BreakerInput[], options: BreakerOptions): ParagraphBreaker {
  const prepared: (Prepared | undefined)[] = inputs.map(() => undefined);
  return (paragraph, measures, looseness) => {
    const input = inputs[paragraph];
    if (!input) throw new RangeError(`no paragraph ${paragraph} among ${inputs.length}`);
    let one = prepared[paragraph];
    if (!one) {
      one = prepare(input, options);
      prepared[paragraph] = one;
    }
    return one.dropCap
      ? findSettingBesideCap(one, measures, looseness, options)
      : findSetting(one, measures, looseness, options);
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
    ...(options.justification.avoid.includes('stacks') && STACK_DEMERITS),
    // A last line that does not reach past the next paragraph's indent leaves a hole in the column.
    lastLineMin: Math.max(base.lastLineMin, style.indent),
    raggedStretch: style.align === 'justify' ? base.raggedStretch : RAGGED_STRETCH_EM * style.size,
  };
  const whole = input.dropCap && prepare({ list: input.dropCap.whole }, options);
  return { ...input, points: measureBreakpoints(input, options), parameters, known: [], whole };
}

function measureBreakpoints({ list, dropCap }: BreakerInput, { justification }: BreakerOptions): Breakpoints {
  const { style, indent, hang } = list.paragraph;
  let points = findBreakpoints(list);
  if (style.align !== 'justify') return points;
  trimLineEnds(points, list, justification);
  if (justification.opticalMargins) points = hangBreakpoints(points, list, dropCap ? 'stands' : 'hangs');
  if (!justification.avoid.includes('stacks')) return points;
  const opening = sameLength(indent, hang) && !dropCap ? 'flush' : 'indented';
  return { ...points, edges: numberEdges(list, points, opening) };
}

function findSetting(one: Prepared, measures: Measures, looseness: -1 | 0 | 1, options: BreakerOptions) {
  const inRoom = findKnown(one.known, measures) ?? addRoom(one, measures, options);
  switch (looseness) {
    case 0:
      return inRoom.best;
    case -1:
      if (inRoom.shorter === 'unknown') inRoom.shorter = otherSetting(one, inRoom, looseness, options);
      return inRoom.shorter;
    case 1:
      if (inRoom.longer === 'unknown') inRoom.longer = otherSetting(one, inRoom, looseness, options);
      return inRoom.longer;
  }
}

/** Few rooms are ever tried, so looking through them beats writing a key for each call. */
function findKnown(known: readonly SettingsInRoom[], measures: Measures): SettingsInRoom | undefined {
  for (const inRoom of known) if (sameMeasures(inRoom.measures, measures)) return inRoom;
  return undefined;
}

function addRoom(one: Prepared, measures: Measures, options: BreakerOptions): SettingsInRoom {
  const inRoom = options.timed
    ? options.timed(() => settleRoom(one, measures, options))
    : settleRoom(one, measures, options);
  one.known.push(inRoom);
  return inRoom;
}

function settleRoom(one: Prepared, measures: Measures, options: BreakerOptions): SettingsInRoom {
  const shape = shapeParagraph(one.list, measures, one);
  const widths = scaleWidths(shape);
  const found = findSettings(one.points, widths, one.parameters);
  const chosen = spareRivers(one, shape, widths, found.best, options);
  const best = describeSetting(one, shape, describeBreaks(one.points, widths, chosen), options);
  return { measures, shape, widths, found, best, shorter: 'unknown', longer: 'unknown' };
}

/** The best setting, or one hardly worse through whose lines less white runs down, where the paper asks for that. */
function spareRivers(
  one: Prepared,
  shape: LineShape,
  widths: Float64Array,
  best: ChosenBreaks,
  options: BreakerOptions,
): ChosenBreaks {
  const { list, points, parameters } = one;
  if (list.paragraph.style.align !== 'justify' || !options.justification.avoid.includes('rivers')) return best;
  const setting = lineSetting(one, options);
  return avoidRivers(best, {
    points,
    widths,
    parameters,
    setLines: (chosen) => setLines(list, describeBreaks(points, widths, chosen), shape, setting),
  });
}

/** The setting one line shorter or longer than the best, where it is decent. */
function otherSetting(one: Prepared, inRoom: SettingsInRoom, change: -1 | 1, options: BreakerOptions) {
  const { best, found, shape, widths } = inRoom;
  const length = found.lengths.find(({ points }) => points.length === best.lines + change);
  if (!length) return undefined;
  const chosen = spareRivers(one, shape, widths, length, options);
  const other = describeSetting(one, shape, describeBreaks(one.points, widths, chosen), options);
  const allowed = Math.max(options.decentRatio ?? DECENT_RATIO, best.largestRatio);
  return other.largestRatio <= allowed ? other : undefined;
}

function describeSetting(one: Prepared, shape: LineShape, breaks: Breaks, options: BreakerOptions): Setting {
  const { list } = one;
  let lines: readonly Line[] | undefined;
  return {
    lines: breaks.positions.length,
    demerits: breaks.demerits,
    largestRatio: largestOf(breaks.ratios),
    endsHyphenated: (line) => lineEnding(list, breaks.positions[line] ?? list.length) === ADDED_HYPHEN,
    setLines: () => {
      lines ??= setLines(list, breaks, shape, lineSetting(one, options));
      return lines;
    },
  };
}

function largestOf(ratios: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < ratios.length; i++) largest = Math.max(largest, ratios[i] as number);
  return largest;
}

function lineSetting({ list, marker, dropCap }: Prepared, { justification }: BreakerOptions): LineSetting {
  const { style, endIndent } = list.paragraph;
  const setting = { align: style.align, justification, endIndent };
  if (dropCap) return { ...setting, dropCap: dropCap.dropCap };
  return marker ? { ...setting, marker } : setting;
}
