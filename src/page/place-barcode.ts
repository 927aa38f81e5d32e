/*
 * In: the issue's bar code and the furniture that prints it. Out: its bars and digits in their places. All measures are
 * those of ISO/IEC 15420 and the GS1 General Specifications for EAN-13 with a two-digit add-on, in modules (X), of which
 * the nominal one is 0.33 mm wide.
 */
import type { Bar, Barcode } from '../model/barcode.js';
import type { PlacedBarcode, PlacedLine } from '../model/edition.js';
import type { IssuePage } from '../model/issue.js';
import type { Align } from '../model/style.js';
import type { BarcodePlace, Furniture } from '../model/template.js';
import { BLACK } from '../units/color.js';
import { formatLength, type Pt, TOLERANCE } from '../units/length.js';
import type { Rect } from '../units/rect.js';
import type { PageGeometry } from './geometry.js';
import { alignOf } from './place-furniture.js';
import type { Room } from './room.js';

/** Light margins, which nothing may be printed in: before the bars, and after those of the add-on. */
const LIGHT_BEFORE = 11;
const LIGHT_AFTER = 5;

/** Bars of digits are 22.85 mm high at the nominal size, so that a hand need not aim. */
const BAR_HEIGHT = 22.85 / 0.33;

/** Lower than this share of the standard's height, a till reads them by luck alone. */
const LEAST_SHARE = 1 / 3;

/** How much further down than the others guards and add-on reach. */
const GUARD_DESCENT = 5;

/** Height of the digits. OCR-B, which the standard recommends and does not ask for, would be 8.3 high. */
const DIGIT_HEIGHT = 7;

/** White between digits and bars: at least half a module. */
const DIGIT_GAP = 1;

/** Digits of the add-on stand over its bars, level with the top of the others, which leaves bars of 21.9 mm. */
const ADD_ON_TOP = DIGIT_HEIGHT + DIGIT_GAP - 0.12;

/** All digits take the width of their bars. */
const DIGIT_WIDTH = 7;

/** Where the two halves of the main number begin; its first digit, which has no bars, stands in the light margin. */
const HALVES = [3, 50] as const;

/** Stands after the add-on's digits, so that nothing is put into the light margin. */
const LIGHT_SIGN = '>';

/** Digits of the add-on stand together in the middle of its twenty modules. */
const ADD_ON_INDENT = 3;

/** The whole width, and the height of what stands below the digits' bars. */
const widthOf = ({ bars, plan }: Barcode): Pt => {
  const last = bars.at(-1);
  return (LIGHT_BEFORE + (last ? last.at + last.width : 0) + LIGHT_AFTER) * plan.module;
};
const UNDER_BARS = DIGIT_GAP + DIGIT_HEIGHT;

/** Where a bar code stands: its first bar's left edge, the top of its bars, and how high those of the digits are. */
interface Frame {
  readonly x: Pt;
  readonly y: Pt;
  readonly barHeight: Pt;
}

/** The bar code of a piece of furniture, where it has one. Reports one that has no room, or less than it should have. */
export function placeBarcode(
  page: IssuePage,
  furniture: Furniture,
  geometry: PageGeometry,
  room: Room,
): PlacedBarcode[] {
  const { barcode: place } = furniture;
  const { barcode } = room.typesetter;
  if (!place || !barcode) return [];
  const box = geometry.box(furniture.columns, furniture.lines);
  // The digits stand on the last baseline, as text beside them does.
  const space: Rect = { ...box, height: geometry.baseline(furniture.lines.to) - box.y };
  const barHeight = chooseHeight(barcode, space, place, page, room);
  if (barHeight === undefined) return [];
  const frame = {
    x: box.x + shareBefore(alignOf(place.at, geometry.side)) * (box.width - widthOf(barcode)),
    y: place.down === 'head' ? box.y : box.y + space.height - barHeight - UNDER_BARS * barcode.plan.module,
    barHeight,
  };
  return [fillFrame(frame, barcode, place, room)];
}

/** Bars as high as the standard has them, or as the space allows; undefined, and reported, where it allows too little. */
function chooseHeight(barcode: Barcode, space: Rect, place: BarcodePlace, page: IssuePage, room: Room): Pt | undefined {
  const { module } = barcode.plan;
  const standard = BAR_HEIGHT * module;
  const height = Math.min(standard, space.height - UNDER_BARS * module);
  const problem = { origin: place.origin, page: page.label };
  if (widthOf(barcode) > space.width + TOLERANCE || height < LEAST_SHARE * standard) {
    const whole = inMillimetres(widthOf(barcode), standard + UNDER_BARS * module);
    const message = `the bar code is ${whole}, and its place on page ${page.label} ${inMillimetres(space.width, space.height)}`;
    const hint = 'give it more columns or lines, or a smaller "scale" in the paper, 80% at least';
    room.report({ ...problem, code: 'barcode-misfit', severity: 'error', message, hint });
    return undefined;
  }
  if (height < standard - TOLERANCE) {
    const message = `the bars on page ${page.label} are ${formatLength(height, 'mm')} high, and the standard asks for ${formatLength(standard, 'mm')}`;
    const hint =
      'lower bars are read from fewer sides: give the bar code more lines, or a smaller "scale" in the paper';
    room.report({ ...problem, code: 'barcode-truncated', severity: 'warning', message, hint });
  }
  return height;
}

function inMillimetres(width: Pt, height: Pt): string {
  return `${formatLength(width, 'mm')} × ${formatLength(height, 'mm')}`;
}

/** How much of the white beside the symbol stands before it. */
function shareBefore(align: Align): number {
  if (align === 'end') return 1;
  return align === 'center' ? 0.5 : 0;
}

function fillFrame(corner: Frame, barcode: Barcode, place: BarcodePlace, room: Room): PlacedBarcode {
  const { module } = barcode.plan;
  const frame = { ...corner, x: corner.x + LIGHT_BEFORE * module };
  return {
    box: {
      x: corner.x,
      y: corner.y,
      width: widthOf(barcode),
      height: frame.barHeight + UNDER_BARS * module,
    },
    bars: barcode.bars.map((bar) => placeBar(bar, frame, barcode)),
    digits: digitCells(barcode).flatMap((cell) => placeDigit(cell, frame, barcode, place, room)),
  };
}

/** Ink spreads to either side of a bar: what is taken off it is taken off both. */
function placeBar({ at, width, reach }: Bar, frame: Frame, { plan: { module, reduction } }: Barcode): Rect {
  const top = reach === 'addOn' ? ADD_ON_TOP * module : 0;
  const bottom = frame.barHeight + (reach === 'digits' ? 0 : GUARD_DESCENT * module);
  return {
    x: frame.x + at * module + reduction / 2,
    y: frame.y + top,
    width: width * module - reduction,
    height: bottom - top,
  };
}

/** A digit, where its place begins in modules from the first bar, and whether it stands over the bars or under them. */
interface DigitCell {
  readonly text: string;
  readonly at: number;
  readonly align: Align;
  readonly row: 'over' | 'under';
}

function digitCells({ number: { main, addOn }, bars }: Barcode): readonly DigitCell[] {
  const addOnAt = bars.find(({ reach }) => reach === 'addOn')?.at ?? 0;
  const last = bars.at(-1) as Bar;
  const under = [...main].map((text, index) => ({ text, at: digitAt(index), align: 'center', row: 'under' }) as const);
  const over = [...addOn].map((text, index) => {
    return { text, at: addOnAt + ADD_ON_INDENT + index * DIGIT_WIDTH, align: 'center', row: 'over' } as const;
  });
  const signAt = last.at + last.width + LIGHT_AFTER - DIGIT_WIDTH;
  return [...under, ...over, { text: LIGHT_SIGN, at: signAt, align: 'end', row: 'over' }];
}

/** Every digit but the first stands under its own bars. */
function digitAt(index: number): number {
  if (index === 0) return -LIGHT_BEFORE;
  return index <= 6 ? HALVES[0] + (index - 1) * DIGIT_WIDTH : HALVES[1] + (index - 7) * DIGIT_WIDTH;
}

function placeDigit(
  { text, at, align, row }: DigitCell,
  frame: Frame,
  { plan: { module } }: Barcode,
  { style, origin }: BarcodePlace,
  { typesetter }: Room,
): PlacedLine[] {
  const size = (DIGIT_HEIGHT * module) / typesetter.metrics(style.faces.regular).capHeight;
  const dress = { ...style, size, align, tracking: 0, color: BLACK };
  const under = row === 'over' ? DIGIT_HEIGHT * module : frame.barHeight + UNDER_BARS * module;
  return typesetter.setText(text, 'furniture', dress, DIGIT_WIDTH * module, origin).map((line) => ({
    line,
    x: frame.x + at * module,
    baseline: frame.y + under,
    part: 'furniture',
    style: style.name,
    paragraph: -1,
    origin,
  }));
}
