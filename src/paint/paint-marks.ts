/*
 * In: a page as drawing operations, and words for its slug. Out: the page with printer's marks: where it is cut, whether
 * the plates are in register, how much ink runs, and which plate of which page it is. All of it lies outside the bleed.
 */
import type { DisplayList, DisplayOp, MarkOp } from '../model/display-list.js';
import type { Line } from '../model/line.js';
import { type Color, tint } from '../units/color.js';
import { MM, type Pt } from '../units/length.js';
import type { Rect } from '../units/rect.js';

/** White between the bleed and the marks, so that none of them is cut into the page. */
const CLEAR: Pt = 2 * MM;
/** Length of a crop mark, and so the depth of all marks. */
const LENGTH: Pt = 5 * MM;
/** Room for marks on each side. */
const MARGIN: Pt = CLEAR + LENGTH + MM;
/** White beside a crop mark or a register mark. */
const GAP: Pt = 2 * MM;

const ink = (c: number, m: number, y: number, k: number): Color => ({ type: 'cmyk', c, m, y, k });

/** Plates by their names, each with its own ink alone. */
const PLATES: readonly (readonly [name: string, color: Color])[] = [
  ['Cyan', ink(1, 0, 0, 0)],
  ['Magenta', ink(0, 1, 0, 0)],
  ['Yellow', ink(0, 0, 1, 0)],
  ['Black', ink(0, 0, 0, 1)],
];

/** Solids, half tones, what two solids print over one another, and a gray of three inks beside one of black alone. */
const PATCHES: readonly Color[] = [
  ...PLATES.map(([, color]) => color),
  ...[ink(0.5, 0, 0, 0), ink(0, 0.5, 0, 0), ink(0, 0, 0.5, 0), tint(0.5)],
  ...[ink(1, 1, 0, 0), ink(0, 1, 1, 0), ink(1, 0, 1, 0)],
  ...[ink(0.4, 0.3, 0.3, 0), tint(0.4)],
];

/** Sets a slug in a colour. */
export type SlugSetter = (text: string, color: Color) => readonly Line[];

/** Puts marks about a page. `slug`: paper, date, edition and page. */
export function paintMarks(list: DisplayList, slug: string, setSlug: SlugSetter): DisplayList {
  const ops = [...cropMarks(list), ...registerMarks(list), ...colorBar(list), ...slugLines(list, slug, setSlug)];
  return { ...list, marks: { margin: MARGIN, ops } };
}

/** Two lines at each corner of the trim, which end before the bleed. */
function cropMarks({ trim, bleed }: DisplayList): MarkOp[] {
  const near = bleed + CLEAR;
  const far = near + LENGTH;
  return [0, trim.width].flatMap((x) =>
    [0, trim.height].flatMap((y): MarkOp[] => {
      const [across, down] = [x === 0 ? -1 : 1, y === 0 ? -1 : 1];
      return [
        { type: 'line', x1: x + across * near, y1: y, x2: x + across * far, y2: y },
        { type: 'line', x1: x, y1: y + down * near, x2: x, y2: y + down * far },
      ];
    }),
  );
}

/** A circle with a cross in it in the middle of each side. */
function registerMarks({ trim, bleed }: DisplayList): MarkOp[] {
  const away = bleed + CLEAR + LENGTH / 2;
  const [middle, half] = [trim.width / 2, trim.height / 2];
  return [
    [middle, -away],
    [middle, trim.height + away],
    [-away, half],
    [trim.width + away, half],
  ].flatMap(([x, y]) => registerMark(x as Pt, y as Pt));
}

function registerMark(x: Pt, y: Pt): MarkOp[] {
  const arm = LENGTH / 2;
  return [
    { type: 'circle', x, y, radius: arm * 0.6 },
    { type: 'line', x1: x - arm, y1: y, x2: x + arm, y2: y },
    { type: 'line', x1: x, y1: y - arm, x2: x, y2: y + arm },
  ];
}

/** Patches side by side under the page, which end before the register mark. */
function colorBar(list: DisplayList): MarkOp[] {
  const end = list.trim.width / 2 - LENGTH - GAP;
  const side = Math.min(LENGTH, end / PATCHES.length);
  const y = footOf(list);
  return PATCHES.map((color, index): MarkOp => {
    const box: Rect = { x: end - (PATCHES.length - index) * side, y, width: side, height: side };
    return { type: 'fill', box, color };
  });
}

/**
 * The slug over the page, once for each plate in its own ink and with its name. In all inks at once it could not name the
 * plate, and would be small type in four inks.
 */
function slugLines(list: DisplayList, slug: string, setSlug: SlugSetter): MarkOp[] {
  const y = -(list.bleed + CLEAR + LENGTH * 0.3);
  const starts = [GAP, list.trim.width / 4, list.trim.width / 2 + LENGTH + GAP, 0.75 * list.trim.width + GAP];
  return PLATES.flatMap(([name, color], plate) =>
    setSlug(`${slug} · ${name}`, color).map((line) => placeLine(line, starts[plate] as Pt, y)),
  );
}

function footOf({ trim, bleed }: DisplayList): Pt {
  return trim.height + bleed + CLEAR;
}

type TextOp = Extract<DisplayOp, { type: 'text' }>;

function placeLine({ pieces, scale, letterSpace, hyphenated }: Line, x: Pt, y: Pt): TextOp {
  return { type: 'text', x, y, pieces, scale, letterSpace, addedHyphen: hyphenated, origin: NOWHERE };
}

/** A slug stands in no file. */
const NOWHERE = { file: '', line: 1, column: 1 };
