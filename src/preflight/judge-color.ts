/* Judges the colour of marks: spaces, inks, overprint. */

import { overlap } from './box.js';
import {
  type ColorSpace,
  describeInks,
  type Inks,
  isRegistration,
  platesOf,
  spotNames,
  totalInk,
} from './color-space.js';
import type { Accuse } from './finding.js';
import type { Mark, Paint, TextMark } from './marks.js';
import { DISPLAY_SIZE, type PressRules } from './press-rules.js';
import { placeOn } from './read-pages.js';

/** Gives what judges one mark. */
export function openColorJudge(
  rules: PressRules,
  isIntentProfile: (space: ColorSpace) => boolean,
  accuse: Accuse,
): (mark: Mark) => void {
  return (mark) => {
    for (const space of spacesOf(mark)) judgeSpace(mark, space, isIntentProfile, accuse);
    if (!overlap(mark.bounds, mark.page.bleed, SLACK)) return;
    for (const paint of [mark.fill, mark.stroke]) if (paint) judgePaint(mark, paint, rules, accuse);
    judgeWhite(mark, accuse);
    if (mark.type === 'text' && !mark.blank) judgeTextBlack(mark, accuse);
  };
}

/** Marks may touch the bleed's edge. */
const SLACK = 0.3;

const CONVERT = 'convert it to the CMYK of the press';

function spacesOf(mark: Mark): readonly ColorSpace[] {
  const own = mark.type === 'image' || mark.type === 'shading' ? [mark.space] : [];
  return [mark.fill?.space, mark.stroke?.space, ...own].filter((space) => space !== undefined);
}

/** What a mark is called in messages. */
export function describeMark(mark: Mark): string {
  switch (mark.type) {
    case 'text':
      return `type of ${round(mark.size)}pt in ${mark.font.name}`;
    case 'image':
      return mark.name;
    case 'shading':
      return 'a gradient';
    case 'path':
      return mark.stroke ? 'a line' : 'an area';
  }
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Where a mark is: its top left. */
export function placeOfMark(mark: Mark) {
  return placeOn(mark.page, mark.bounds[0], mark.bounds[3]);
}

function judgeSpace(
  mark: Mark,
  space: ColorSpace,
  isIntentProfile: (space: ColorSpace) => boolean,
  accuse: Accuse,
): void {
  const what = describeMark(mark);
  const tell = (rule: 'rgb-color' | 'lab-color' | 'icc-color' | 'spot-color', is: string, hint: string): void =>
    accuse(rule, placeOfMark(mark), `${what} is in ${is}`, hint);
  switch (space.type) {
    case 'rgb':
    case 'calibrated-rgb':
      tell('rgb-color', 'RGB', CONVERT);
      return;
    case 'lab':
      tell('lab-color', 'Lab', CONVERT);
      return;
    case 'calibrated-gray':
      tell('icc-color', 'calibrated gray', 'use DeviceGray');
      return;
    case 'icc':
      if (space.components === 3) {
        tell('rgb-color', 'RGB with a profile', CONVERT);
        return;
      }
      if (isIntentProfile(space)) {
        tell('icc-color', 'the profile of the output intent once more', 'use DeviceCMYK, which means the same');
        return;
      }
      tell('icc-color', 'a colour space with a profile of its own', `${CONVERT}, and use DeviceCMYK or DeviceGray`);
      return;
    case 'inks': {
      const spots = spotNames(space);
      if (spots.length > 0) tell('spot-color', `spot colour "${spots.join('", "')}"`, 'convert it to process inks');
      return;
    }
    case 'indexed':
      judgeSpace(mark, space.base, isIntentProfile, accuse);
      return;
    case 'pattern':
      space.under && judgeSpace(mark, space.under, isIntentProfile, accuse);
      return;
    case 'unknown':
      accuse('unjudged', placeOfMark(mark), `the colour space of ${what} is not known`, 'look at it in a proof');
      return;
  }
}

function judgePaint(mark: Mark, { space, inks }: Paint, rules: PressRules, accuse: Accuse): void {
  if (isRegistration(space)) {
    const hint = 'use it for marks outside the page alone; type and lines take black';
    accuse('registration-color', placeOfMark(mark), `${describeMark(mark)} is in registration colour`, hint);
    return;
  }
  if (inks !== undefined) judgeInk(mark, 'has', inks, rules.inkLimit, accuse);
}

const INK_PLAY = 0.005;

/** Judges the sum of a mark's inks, or of the most that it has anywhere. */
export function judgeInk(mark: Mark, has: 'has' | 'has up to', inks: Inks, inkLimit: number, accuse: Accuse): void {
  if (totalInk(inks) <= inkLimit + INK_PLAY) return;
  const message = `${describeMark(mark)} ${has} ${percent(totalInk(inks))} ink: ${describeInks(inks)}`;
  accuse('ink-limit', placeOfMark(mark), message, `take away colour until all inks are at most ${percent(inkLimit)}`);
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** White that overprints is not there. Gray white cannot overprint: it sets all four plates (ISO 32000-1, 8.6.7). */
function judgeWhite(mark: Mark, accuse: Accuse): void {
  if (mark.type === 'text' && mark.blank) return;
  const vanishes = (paint: Paint | undefined, overprints: boolean): boolean =>
    overprints && paint?.inks !== undefined && paint.space.type !== 'gray' && platesOf(paint.inks) === 0;
  if (!vanishes(mark.fill, mark.overprint.fill) && !vanishes(mark.stroke, mark.overprint.stroke)) return;
  accuse(
    'white-overprint',
    placeOfMark(mark),
    `${describeMark(mark)} is white and overprints: it vanishes`,
    'let white knock out',
  );
}

function judgeTextBlack(mark: TextMark, accuse: Accuse): void {
  const { fill, size } = mark;
  if (fill?.inks === undefined) return;
  if (size < DISPLAY_SIZE && isRichBlack(fill.inks)) {
    const message = `${describeMark(mark)} is dark in several inks: ${describeInks(fill.inks)}`;
    accuse('rich-black', placeOfMark(mark), message, 'set it in black alone, cmyk(0 0 0 100)');
  }
  if (size <= DISPLAY_SIZE && isSolidBlack(fill.inks)) judgeOverprint(mark, fill, accuse);
}

function isSolidBlack([c, m, y, k]: Inks): boolean {
  return k >= 0.995 && Math.max(c, m, y) < 0.005;
}

/** Dark, near neutral, and on more than one plate. A deep red or green headline is a colour, not a black. */
function isRichBlack(inks: Inks): boolean {
  const [c, m, y, k] = inks;
  return platesOf(inks) > 1 && Math.min(c, m, y) + k > 0.8 && Math.max(c, m, y) - Math.min(c, m, y) < 0.35;
}

function judgeOverprint(mark: TextMark, fill: Paint, accuse: Accuse): void {
  const { overprint } = mark;
  const fault =
    fill.space.type === 'gray'
      ? 'is DeviceGray black, which cannot overprint'
      : !overprint.fill
        ? 'is black and knocks out'
        : fill.space.type === 'cmyk' && overprint.mode !== 1
          ? 'is black and overprints in mode 0, which wipes out the other inks'
          : undefined;
  if (fault === undefined) return;
  const hint = 'set it in cmyk(0 0 0 100) with overprint on, mode 1: out of register, a white edge shows';
  accuse('black-overprint', placeOfMark(mark), `${describeMark(mark)} ${fault}`, hint);
}
