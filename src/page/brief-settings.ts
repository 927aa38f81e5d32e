/*
 * In: a brief's paragraphs, and what may be done to them. Out: for each number of lines that it can be set in, the way
 * that costs least to the eye: which paragraphs run a line shorter or longer, where white is added.
 */
import type { BrokenParagraph, FlowParagraph, ParagraphBreaker } from '../model/flow.js';
import { ADDED_LINE_COST, loosenessCost } from '../model/setting-costs.js';
import type { Pt } from '../units/length.js';

/** What is done to one paragraph. */
export interface ParagraphChoice {
  readonly looseness: -1 | 0 | 1;
  /** Lines of white added over it. */
  readonly added: number;
}

/** A way to set the text of a brief. */
export interface BriefSetting {
  /** Lines that it takes, white over its paragraphs included. */
  readonly lines: number;
  /** Penalty points. */
  readonly cost: number;
  readonly choices: readonly ParagraphChoice[];
}

/** Finds the cheapest setting for each number of lines; with looseness 0 and no white to add there is but one. */
export function settingsOfBrief(
  paragraphs: readonly FlowParagraph[],
  breakParagraph: ParagraphBreaker,
  measure: Pt,
  looseness: 0 | 1,
): readonly BriefSetting[] {
  let settings: readonly BriefSetting[] = [{ lines: 0, cost: 0, choices: [] }];
  paragraphs.forEach((paragraph, index) => {
    const above = index > 0 ? paragraph.above : 0;
    const ways = waysOfParagraph(paragraph, breakParagraph, measure, looseness);
    settings = cheapestByLines(
      settings.flatMap((before) =>
        ways.map((way) => ({
          lines: before.lines + above + way.lines,
          cost: before.cost + way.cost,
          choices: [...before.choices, way.choice],
        })),
      ),
    );
  });
  return settings;
}

/** Of several that take as many lines the cheapest, the first of two alike; in the order in which the lines came up. */
export function cheapestByLines<T extends { readonly lines: number; readonly cost: number }>(ways: readonly T[]): T[] {
  const cheapest = new Map<number, T>();
  for (const way of ways) {
    const known = cheapest.get(way.lines);
    if (!known || way.cost < known.cost) cheapest.set(way.lines, way);
  }
  return [...cheapest.values()];
}

interface ParagraphWay {
  readonly lines: number;
  readonly cost: number;
  readonly choice: ParagraphChoice;
}

function waysOfParagraph(
  { kind, paragraph, aboveSlack }: FlowParagraph,
  breakParagraph: ParagraphBreaker,
  measure: Pt,
  looseness: 0 | 1,
): ParagraphWay[] {
  const best = breakParagraph(paragraph, { widths: [measure] }, 0) as BrokenParagraph;
  const wanted = looseness === 0 || kind !== 'text' ? ([0] as const) : ([0, 1, -1] as const);
  return wanted.flatMap((one): ParagraphWay[] => {
    const broken = one === 0 ? best : breakParagraph(paragraph, { widths: [measure] }, one);
    if (!broken || (one !== 0 && broken.lines === best.lines)) return [];
    const cost = one === 0 ? 0 : loosenessCost(broken.demerits - best.demerits);
    return Array.from({ length: aboveSlack + 1 }, (_, added) => ({
      lines: broken.lines + added,
      cost: cost + added * ADDED_LINE_COST,
      choice: { looseness: one, added },
    }));
  });
}
