/*
 * In: the briefs of one leg of a slot. Out: how each is set and how much white stands between them, so that the last one
 * ends at the leg's foot: fitted by the paper's steps, like a story, but with a leg of briefs for a whole.
 *
 * White between briefs is no step of the paper: a leg has to put what is left over somewhere. A second line of it in a gap
 * looks meant; more is filled by the steps, where they can.
 */
import type { Flow } from '../model/make-up.js';
import type { FitStep, FitStepName } from '../model/paper.js';
import type { Story } from '../model/story.js';
import type { Pt } from '../units/length.js';
import { type BriefSetting, cheapestByLines, settingsOfBrief } from './brief-settings.js';
import { MOST_FREE } from './fit-blemishes.js';
import { type FitAttempt, type FitVerdict, searchFit } from './fit-search.js';
import type { FitSetting } from './fit-setting.js';
import { fitSteps } from './fit-steps.js';
import { type Room, styleIn } from './room.js';
import { LEAST_WHITE, shareWhite } from './share-white.js';
import { spaceParagraphs } from './space-paragraphs.js';
import type { ThreadPlace } from './thread.js';
import { trackStyle } from './track-style.js';

/** A brief on its way into a leg. */
export interface BriefDraft {
  readonly article: Story;
  readonly place: ThreadPlace;
  /** Grid lines that its head takes. */
  readonly headLines: number;
  /** Its text as planned. */
  readonly flow: Flow;
}

/** How one brief of a leg is set. */
export interface FittedBrief {
  readonly flow: Flow;
  readonly text: BriefSetting;
}

/** A leg of briefs, fitted. */
export interface FittedLeg {
  readonly setting: FitSetting;
  readonly briefs: readonly FittedBrief[];
  /** White between them, in grid lines. */
  readonly white: readonly number[];
}

interface Attempt extends FitAttempt, FittedLeg {}

/** Fits the briefs of one leg of `lines` grid lines. All of them share the tracking, as the slots of a story do. */
export function fitLegOfBriefs(drafts: readonly BriefDraft[], lines: number, measure: Pt, room: Room): FittedLeg {
  const flows = new Map<number, readonly Flow[]>([[0, drafts.map(({ flow }) => flow)]]);
  const flowsTracked = (tracking: number): readonly Flow[] => {
    const known = flows.get(tracking) ?? drafts.map((draft) => openTracked(draft, tracking, room));
    flows.set(tracking, known);
    return known;
  };
  return searchFit<Attempt>(stepsForBriefs(drafts, room.issue.paper.fit), (setting) =>
    attemptLeg(drafts, flowsTracked(setting.tracking), setting, lines, measure),
  );
}

/** The text of a brief in its slot's styles, tracked. */
export function openTracked({ article, place }: Omit<BriefDraft, 'headLines' | 'flow'>, tracking: number, room: Room) {
  return room.typesetter.openFlow(article, (part) => trackStyle(styleIn(room.issue.paper, place.slot, part), tracking));
}

/** What was done to a brief, in the order of the paper. */
export function stepsTaken({ text }: FittedBrief, { tracking }: FitSetting, steps: readonly FitStep[]): FitStepName[] {
  const taken = new Set<FitStepName>();
  if (text.choices.some(({ looseness }) => looseness !== 0)) taken.add('looseness');
  if (text.choices.some(({ added }) => added > 0)) taken.add('space');
  if (tracking !== 0) taken.add('tracking');
  return steps.map(({ type }) => type).filter((type) => taken.delete(type));
}

/** Steps that all briefs of a leg allow. They have no picture to crop, and nothing but their headline to leave out. */
function stepsForBriefs(drafts: readonly BriefDraft[], steps: readonly FitStep[]): readonly FitStep[] {
  return drafts
    .reduce((left, { article, place }) => fitSteps(left, { story: article, places: [place] }), steps)
    .filter(({ type }) => type !== 'crop' && type !== 'drop');
}

/** Sets the leg with all that a setting allows, as little of it as fills the leg best. */
function attemptLeg(
  drafts: readonly BriefDraft[],
  flows: readonly Flow[],
  setting: FitSetting,
  lines: number,
  measure: Pt,
): Attempt {
  const gaps = drafts.length - 1;
  const heads = drafts.reduce((sum, { headLines }) => sum + headLines, 0);
  let ways: { readonly lines: number; readonly cost: number; readonly briefs: readonly FittedBrief[] }[] = [
    { lines: heads + gaps * LEAST_WHITE, cost: 0, briefs: [] },
  ];
  for (const flow of flows) {
    const spaced = spaceParagraphs(flow.paragraphs, (paragraph) => flow.parts[paragraph]?.part, setting.space);
    const settings = settingsOfBrief(spaced, flow.breakParagraph, measure, setting.looseness);
    ways = cheapestByLines(
      ways.flatMap((way) =>
        settings.map((text) => ({
          lines: way.lines + text.lines,
          cost: way.cost + text.cost,
          briefs: [...way.briefs, { flow, text }],
        })),
      ),
    );
  }
  const attempts = ways.map(({ briefs, cost, lines: taken }): Attempt => {
    const free = lines - taken;
    const white = shareWhite(free, gaps);
    return { setting, briefs, white, verdict: weighLeg(free, white, cost) };
  });
  return attempts.reduce((best, tried) => (tried.verdict.cost < best.verdict.cost ? tried : best));
}

/** What white of so many lines between two briefs costs, in penalty points. */
const GAP_COSTS = [0, 0, 60, 400, 1500];
/** A white line at the foot of a leg costs more than most paragraphs that are set a line longer. */
const FOOT_LINE = 3000;
const OVER_LINE = 1_000_000;

/** White between two briefs up to here is as good as any. */
const GOOD_WHITE = 2;

function weighLeg(free: number, white: readonly number[], cost: number): FitVerdict {
  const oversetLines = Math.max(0, -free);
  const foot = Math.max(0, free) - white.reduce((sum, gap) => sum + gap - LEAST_WHITE, 0);
  const isHole = white.some((gap) => gap > GOOD_WHITE);
  const gapCost = white.reduce((sum, gap) => sum + (GAP_COSTS[gap] as number), 0);
  return {
    oversetLines,
    blemishes: oversetLines > 0 || foot > MOST_FREE ? 1 : 0,
    wants: oversetLines > 0 ? 'less' : foot > 0 || isHole ? 'more' : 'nothing',
    cost: cost + gapCost + foot * FOOT_LINE + oversetLines * OVER_LINE,
  };
}
