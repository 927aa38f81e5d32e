/** How legs stand: every line on the baseline grid, and the legs of a story ending on the same line. */
import { placeOf } from './read-legs.mjs';

/** Lines of running text and of tables, and those whose baseline is not on the grid. */
export function measureGrid(legs) {
  const lines = legs.flatMap((leg) => leg.standing.map((line) => ({ leg, line })));
  const off = lines.filter(({ leg, line }) => !standsOnGrid(line, leg.grid));
  return { lines: lines.length, faults: off.map(({ leg, line }) => placeOf(leg, line)) };
}

/** The file rounds to a thousandth, and so does its leading, whose error grows with every line down the page. */
const ROUNDING = 0.0005;

function standsOnGrid({ baseline }, { top, leading, baselineRise }) {
  const line = Math.round((baseline + baselineRise - top) / leading);
  return Math.abs(top + line * leading - baselineRise - baseline) <= ROUNDING * (line + 4);
}

/** What stories have in slots with more than one leg, and those whose legs end on different lines. */
export function measureLevel(parts) {
  const wide = parts.filter((part) => part.kind !== 'refer' && filledLegs(part).length > 1);
  return { parts: wide.length, faults: wide.filter((part) => !isLevel(part)).map(describeLegs) };
}

/**
 * Legs whose feet are the text's: those with text or a table, and empty ones whose box starts above the foot of the others. A leg
 * that ends in a picture or pullquote as deep as the others has no say.
 */
function filledLegs({ legs, insets }) {
  const foot = Math.max(...legs.map(footOf));
  const endsInInset = (leg) => insets.some((inset) => standsIn(inset, leg) && inset[3] > foot - leg.grid.leading * 2);
  return legs.filter((leg) => footOf(leg) === foot || (hasRoom(leg, foot) && !endsInInset(leg)));
}

function hasRoom({ standing, box, grid }, foot) {
  return standing.length > 0 || box[1] + grid.leading <= foot;
}

/** Whether an inset stands under the text of a leg. */
function standsIn([left, top, right], { box, standing }) {
  return left < box[2] && right > box[0] && top > (standing.at(-1)?.baseline ?? 0) - 0.01;
}

function isLevel(part) {
  const feet = filledLegs(part).map(footOf);
  return Math.max(...feet) - Math.min(...feet) < 0.01;
}

/** The last baseline of a leg; a jump line under its text counts. */
function footOf({ standing, tail }) {
  return Math.max(0, ...standing.map(({ baseline }) => baseline), ...tail.map(({ baseline }) => baseline));
}

function describeLegs(part) {
  const { page, slot, article } = part;
  const feet = filledLegs(part).map(footOf);
  return { page, slot, article, baseline: Math.max(...feet), text: `legs end at ${feet.join(', ')}` };
}
