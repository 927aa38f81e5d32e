/*
 * In: the fit steps that a story may take, and a way to make it up with a setting. Out: the first setting that leaves
 * nothing to mend, steps tried in their order and each as little as will do; or else the best there is.
 *
 * A step is never tried while those before it are enough, so that a story which fits as planned costs one attempt.
 */
import type { FitStep } from '../model/paper.js';
import { AS_PLANNED, type FitSetting } from './fit-setting.js';

/** What is wrong with a story as it was made up. */
export interface FitVerdict {
  /** Lines that found no place. */
  readonly oversetLines: number;
  /** How many things are left to mend; 0 for a story that fits. */
  readonly blemishes: number;
  /** What would make it better: less text, more text (free lines alone are no blemish), or just other breaks. */
  readonly wants: 'nothing' | 'less' | 'more' | 'change';
  /** Penalty points, for choosing between two ways with as many blemishes: the lower the better. */
  readonly cost: number;
}

/** A story made up with one setting. */
export interface FitAttempt {
  readonly setting: FitSetting;
  readonly verdict: FitVerdict;
}

/** Makes the story up with a setting; `best` is the best attempt so far, whose picture depths are a good start. */
export type TryFit<A extends FitAttempt> = (setting: FitSetting, best: A | undefined) => A;

/** Finds the least that makes the story fit. */
export function searchFit<A extends FitAttempt>(steps: readonly FitStep[], tryFit: TryFit<A>): A {
  let allowed = AS_PLANNED;
  let best = tryFit(allowed, undefined);
  for (const [index, step] of steps.entries()) {
    if (isShown(step) ? fits(best) : isPerfect(best)) continue;
    allowed = { ...allowed, ...choicesOf(best.setting) };
    const before = best;
    switch (step.type) {
      case 'looseness':
      case 'space':
      case 'crop':
        allowed = allow(allowed, step);
        // For a last free line alone, steps that nobody sees are tried together: most often nothing comes of them.
        if (fits(best) && isFollowedUnseen(steps, index)) break;
        best = canHelp(step, best) ? cheaper(best, tryFit(allowed, best)) : best;
        break;
      case 'tracking':
        best = searchTracking(step, allowed, best, tryFit);
        break;
      case 'drop':
        best = searchDrop(step, allowed, best, tryFit);
        break;
    }
    if (best !== before && best.setting.tracking !== 0) best = easeTracking(best, before, tryFit);
  }
  return best;
}

/** Whether readers may see that a step was taken. Such a step mends blemishes; it does not fill up a last free line. */
function isShown({ type }: FitStep): boolean {
  return type === 'tracking' || type === 'crop' || type === 'drop';
}

function isFollowedUnseen(steps: readonly FitStep[], index: number): boolean {
  const next = steps[index + 1];
  return next !== undefined && !isShown(next);
}

function fits({ verdict }: FitAttempt): boolean {
  return verdict.blemishes === 0;
}

function isPerfect({ verdict }: FitAttempt): boolean {
  return verdict.wants === 'nothing';
}

/** What was chosen outright, and so belongs to every later attempt; the rest of a setting only allows. */
function choicesOf({ tracking, dropped }: FitSetting): Pick<FitSetting, 'tracking' | 'dropped'> {
  return { tracking, dropped };
}

type AllowingStep = Extract<FitStep, { readonly type: 'looseness' | 'space' | 'crop' }>;

/** A setting that allows one thing more; filling the legs uses no more of it than it needs. */
function allow(setting: FitSetting, step: AllowingStep): FitSetting {
  switch (step.type) {
    case 'looseness':
      return { ...setting, looseness: step.lines };
    case 'space': {
      const added = Object.fromEntries(step.around.map((part) => [part, step.max]));
      return { ...setting, space: { ...setting.space, ...added } };
    }
    case 'crop':
      return { ...setting, crop: Math.max(setting.crop, step.by) };
  }
}

/** White never makes room. It stays allowed, for a later step that makes too much of it. */
function canHelp(step: AllowingStep, { verdict }: FitAttempt): boolean {
  return step.type !== 'space' || verdict.wants !== 'less';
}

/** The better of two ways that nobody sees: what fits better, or as well at less cost. */
function cheaper<A extends FitAttempt>(best: A, tried: A): A {
  if (mends(tried, best)) return tried;
  return !mends(best, tried) && tried.verdict.cost < best.verdict.cost ? tried : best;
}

/** Whether one attempt has less overset than another, or as much and fewer blemishes. */
function mends({ verdict }: FitAttempt, { verdict: other }: FitAttempt): boolean {
  if (verdict.oversetLines !== other.oversetLines) return verdict.oversetLines < other.oversetLines;
  return verdict.blemishes < other.blemishes;
}

/** The smallest tracking that makes the story fit; or one that mends more than it costs to the eye. */
function searchTracking<A extends FitAttempt>(
  step: Extract<FitStep, { readonly type: 'tracking' }>,
  allowed: FitSetting,
  start: A,
  tryFit: TryFit<A>,
): A {
  const values = trackingsToTry(step, start.verdict.wants);
  const last = values.at(-1);
  if (last === undefined) return start;
  let best = start;
  if (start.verdict.wants !== 'change') {
    const limit = tryFit({ ...allowed, tracking: last }, best);
    // Where all of it is not enough none of it is, and a story as far short as that is left alone.
    if (!fits(limit) && limit.verdict.wants === start.verdict.wants) return mends(limit, start) ? limit : start;
    best = mends(limit, start) ? limit : start;
  }
  for (const tracking of values) {
    const tried = tryFit({ ...allowed, tracking }, best);
    if (fits(tried)) return tried;
    if (mends(tried, best)) best = tried;
  }
  return best;
}

/** Trackings are tried so many thousandths of an em apart: at 9 pt a line of 40 letters changes by under a point. */
const TRACKING_STEP = 2;

/** The values of a tracking step that could help, the smallest first; of two alike the tighter one, which is seen less. */
function trackingsToTry({ from, to }: { readonly from: number; readonly to: number }, wants: FitVerdict['wants']) {
  const values: number[] = [];
  for (let size = TRACKING_STEP; size <= Math.max(-from, to); size += TRACKING_STEP) {
    if (size <= -from && wants !== 'more') values.push(-size);
    if (size <= to && wants !== 'less') values.push(size);
  }
  return values;
}

/** Leaves out one part after another until the text fits. */
function searchDrop<A extends FitAttempt>(
  step: Extract<FitStep, { readonly type: 'drop' }>,
  allowed: FitSetting,
  start: A,
  tryFit: TryFit<A>,
): A {
  let best = start;
  for (const part of step.optional) {
    if (best.verdict.oversetLines === 0) return best;
    const dropped = [...best.setting.dropped, part];
    const tried = tryFit({ ...allowed, dropped }, best);
    if (mends(tried, best)) best = tried;
  }
  return best;
}

/** What a later step has made room for need not be tracked as far: takes tracking back as far as nothing is lost. */
function easeTracking<A extends FitAttempt>(best: A, before: A, tryFit: TryFit<A>): A {
  const { tracking } = best.setting;
  if (before.setting.tracking !== tracking) return best;
  const step = Math.sign(tracking);
  for (let eased = 0; eased !== tracking; eased += step) {
    const tried = tryFit({ ...best.setting, tracking: eased }, best);
    if (!mends(best, tried)) return tried;
  }
  return best;
}
