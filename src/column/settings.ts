/*
 * In: which paragraph, on which row of which run of legs it starts. Out: how it can be set there. A paragraph is set the
 * same on every row that is followed by rows alike, so that nearly always one setting serves for all.
 */
import type { BrokenParagraph, FlowParagraph, Measures, ParagraphBreaker } from '../model/flow.js';
import { lineText } from '../model/line.js';
import { loosenessCost } from '../model/setting-costs.js';
import type { Pt } from '../units/length.js';
import type { LegRun } from './leg-run.js';

export type Looseness = -1 | 0 | 1;

/** A way to set a paragraph. */
export interface Setting {
  readonly broken: BrokenParagraph;
  readonly lines: number;
  readonly looseness: Looseness;
  /** What it costs not to be the best. */
  readonly cost: number;
  /** Whether line i ends a sentence. Sets the lines to find out. */
  endsSentence(line: number): boolean;
}

/** Rows left empty at a leg's foot by the paragraph in hand, so that its later lines fall on other rows. */
export interface Skip {
  readonly leg: number;
  readonly rows: number;
}

/** Settings of one paragraph for rows that are all alike. Undefined: not asked for yet. */
interface EvenSettings {
  readonly width: Pt;
  readonly indent: Pt;
  readonly measures: Measures;
  readonly best: Setting;
  readonly others: [shorter: Setting | 'none' | undefined, longer: Setting | 'none' | undefined];
}

/** Settings known of each paragraph of a story; may be kept for as long as the breaker is. */
export type KnownSettings = EvenSettings[][];

/** What settings are found from. */
export interface SettingSource {
  readonly paragraphs: readonly FlowParagraph[];
  readonly run: LegRun;
  readonly breakParagraph: ParagraphBreaker;
  readonly known: KnownSettings;
}

/** Where a paragraph starts: its first row, and what it leaves empty further on. */
export interface SettingPlace {
  readonly leg: number;
  readonly used: number;
  readonly skips: readonly Skip[];
}

const NO_SKIPS: readonly Skip[] = [];

/** Finds the setting of paragraph `index` from a place. Undefined where there is none a line shorter or longer. */
export function findSetting(
  source: SettingSource,
  index: number,
  leg: number,
  used: number,
  looseness: Looseness,
  skips: readonly Skip[] = NO_SKIPS,
): Setting | undefined {
  const { run } = source;
  const row = Math.min((run.firstRows[leg] as number) + used, run.widths.length - 1);
  const even = findEven(source, index, run.widths[row] as Pt, run.indents[row] as Pt);
  const needed = even.best.lines + 1 + skips.reduce((sum, { rows }) => sum + rows, 0);
  const isEven = (run.alike[row] as number) >= needed && (even.indent === 0 || needed <= MOST_INDENTED);
  if (isEven) return settingOf(source, index, even, looseness);
  return findUneven(source, index, { leg, used, skips }, even.best.lines, looseness);
}

/** The setting of a paragraph with the fewest lines from a place. */
export function shortestSetting(source: SettingSource, index: number, leg: number, used: number): Setting {
  return findSetting(source, index, leg, used, -1) ?? (findSetting(source, index, leg, used, 0) as Setting);
}

/**
 * The fewest lines that each paragraph takes wherever it starts: where rows are unlike, as many as if all of them were
 * as wide as the widest.
 */
export function leastLines(source: SettingSource): number[] {
  const { widths, indents } = source.run;
  const widest = widths.reduce((best, width, row) => (width > (widths[best] as Pt) ? row : best), 0);
  return source.paragraphs.map((_, index) => {
    const even = findEven(source, index, widths[widest] as Pt, indents[widest] as Pt);
    return (settingOf(source, index, even, -1) ?? even.best).lines;
  });
}

/** Lines that are listed beside a notch: a line that is not listed has no indent (see `Measures`). */
const MOST_INDENTED = 128;

function findEven(source: SettingSource, index: number, width: Pt, indent: Pt): EvenSettings {
  let known = source.known[index];
  if (!known) {
    known = [];
    source.known[index] = known;
  }
  for (const even of known) if (even.width === width && even.indent === indent) return even;
  const indents = indent === 0 ? {} : { indents: new Array<Pt>(MOST_INDENTED).fill(indent) };
  const measures: Measures = { widths: [width], ...indents };
  const even: EvenSettings = {
    width,
    indent,
    measures,
    best: bestSetting(source, index, measures),
    others: [undefined, undefined],
  };
  known.push(even);
  return even;
}

function settingOf(
  source: SettingSource,
  index: number,
  even: EvenSettings,
  looseness: Looseness,
): Setting | undefined {
  if (looseness === 0) return even.best;
  const at = looseness < 0 ? 0 : 1;
  const known = even.others[at] ?? otherSetting(source, index, even.measures, even.best, looseness) ?? 'none';
  even.others[at] = known;
  return known === 'none' ? undefined : known;
}

function findUneven(
  source: SettingSource,
  index: number,
  place: SettingPlace,
  lines: number,
  looseness: Looseness,
): Setting | undefined {
  const measures = measuresFrom(source.run, place, lines);
  const best = bestSetting(source, index, measures);
  return looseness === 0 ? best : otherSetting(source, index, measures, best, looseness);
}

function bestSetting(source: SettingSource, index: number, measures: Measures): Setting {
  const { paragraph } = source.paragraphs[index] as FlowParagraph;
  return makeSetting(source.breakParagraph(paragraph, measures, 0) as BrokenParagraph, 0, 0);
}

function otherSetting(
  source: SettingSource,
  index: number,
  measures: Measures,
  best: Setting,
  looseness: Looseness,
): Setting | undefined {
  const { kind, paragraph } = source.paragraphs[index] as FlowParagraph;
  if (kind !== 'text' || looseness === 0) return undefined;
  const broken = source.breakParagraph(paragraph, measures, looseness);
  if (!broken || broken.lines === best.lines) return undefined;
  return makeSetting(broken, looseness, loosenessCost(broken.demerits - best.broken.demerits));
}

function makeSetting(broken: BrokenParagraph, looseness: Looseness, cost: number): Setting {
  return {
    broken,
    lines: broken.lines,
    looseness,
    cost,
    endsSentence: (line) => {
      const set = broken.setLines()[line];
      return set !== undefined && SENTENCE_END.test(lineText(set));
    },
  };
}

const SENTENCE_END = /[.!?…]["'”’»)\]]*$/;

/**
 * Measures are listed for this many times the lines that a paragraph takes on rows like its first: beside a notch at
 * least 30 % of the measure is left, so that it never takes more.
 */
const MOST_LONGER = 4;

/** The room of each line of a paragraph, row by row, past the rows that it skips at the feet of legs. */
function measuresFrom(run: LegRun, { leg, used, skips }: SettingPlace, lines: number): Measures {
  const widths: Pt[] = [];
  const indents: Pt[] = [];
  const most = MOST_LONGER * (lines + 2);
  for (let l = leg; l < run.capacities.length && widths.length < most; l++) {
    const skipped = skips.reduce((sum, skip) => sum + (skip.leg === l ? skip.rows : 0), 0);
    const first = run.firstRows[l] as number;
    const last = Math.min(run.capacities[l] as number, run.widths.length - first) - skipped;
    for (let i = l === leg ? used : 0; i < last && widths.length < most; i++) {
      widths.push(run.widths[first + i] as Pt);
      indents.push(run.indents[first + i] as Pt);
    }
  }
  // Of widths the last goes on, but lines whose indent is not listed have none.
  while (widths.length > 1 && widths.at(-1) === widths.at(-2) && indents.at(-1) === 0 && indents.at(-2) === 0) {
    widths.pop();
    indents.pop();
  }
  return indents.some((indent) => indent !== 0) ? { widths, indents } : { widths };
}
