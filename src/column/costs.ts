/**
 * What each blemish costs when legs are filled, in points: only their proportions matter. They say what a sub-editor
 * would say: a widow is worse than a paragraph set a line longer, an unlevel leg is worse than either.
 */
export const COSTS = {
  /** A last line of a paragraph alone at the top of a leg. */
  widow: 9000,
  /** A first line of a paragraph alone at the foot of a leg. */
  orphan: 7000,
  /** A crosshead with fewer than two lines under it. */
  strandedHead: 12000,
  /** A leg that ends above its foot: once, and for each line. */
  shortLeg: 5000,
  shortLegLine: 2500,
  /** The legs at a story's end not level: once, and for each line. */
  unlevelEnd: 5000,
  unlevelLine: 2000,
  /** A line of white added over a crosshead. */
  addedSpace: 180,
  /** A paragraph set a line longer or shorter than its best. */
  looseness: 120,
  /** Its loss of quality: demerits (Knuth & Plass) for one point, and the most it may cost. */
  demeritsPerPoint: 60,
  looseMost: 4500,
  /** A hyphen at the foot of a leg, and at a jump. */
  footHyphen: 400,
  jumpHyphen: 20000,
  /** A jump where the slot's break policy forbids it. */
  jumpPolicy: 3000,
  /** Each grid line left white under a finished story. */
  whiteLine: 250,
  /** A line that fits nowhere. */
  overset: 50000,
} as const;
