/** Badness of a line that cannot be stretched so far; the worst there is. TeX's `inf_bad`. */
export const INFINITE_BADNESS = 10000;

/** Badness is counted in whole 297ths of stretch or shrink, up to this many. */
export const BADNESS_UNIT = 297;
const LARGEST_RATIO = 1290;

/**
 * How bad it is to stretch or shrink by `change` what gives `give`: about 100 (change/give)³, at most 10000. Both are
 * whole numbers of scaled points, `change` is not negative. Computed in integers exactly as TeX does (TeX: The Program,
 * § 108), since a badness that differs by one changes line breaks.
 */
export function badness(change: number, give: number): number {
  if (change === 0) return 0;
  if (give <= 0) return INFINITE_BADNESS;
  let ratio: number; // 297 change/give: 297³ is 100 × 2^18, nearly
  if (change <= 7230584) ratio = Math.floor((change * BADNESS_UNIT) / give);
  else if (give >= 1663497) ratio = Math.floor(change / Math.floor(give / BADNESS_UNIT));
  else return INFINITE_BADNESS;
  return badnessOfRatio(ratio);
}

function badnessOfRatio(ratio: number): number {
  return ratio > LARGEST_RATIO ? INFINITE_BADNESS : (ratio * ratio * ratio + 131072) >> 18;
}

/**
 * The least ratio, in 297ths, whose badness is above `limit`: a line that needs `change` of `give` is worse than `limit`
 * if 297 change is no less than this times `give`. Infinite where no line is.
 */
export function ratioBeyond(limit: number): number {
  if (limit >= INFINITE_BADNESS) return Number.POSITIVE_INFINITY;
  let below = -1;
  let above = LARGEST_RATIO + 1;
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    if (badnessOfRatio(middle) > limit) above = middle;
    else below = middle;
  }
  return above;
}

/** The badness above where there is no limit, for the pass that takes any line: what is worst of all must still differ. */
const BADNESS_LIMIT = 1e6;

/** Badness of a loose line without TeX's cap at 10000: 100 (change/give)³ up to a million. */
export function uncappedBadness(change: number, give: number): number {
  if (give <= 0) return BADNESS_LIMIT;
  const ratio = change / give;
  return Math.min(Math.floor(100 * ratio * ratio * ratio), BADNESS_LIMIT);
}
