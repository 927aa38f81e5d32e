/* Judges type and lines by the way they are printed: what several plates must share, or what is left white, must be larger. */

import { MIN_LINE } from '../model/press-limits.js';
import { type Box, overlap } from './box.js';
import { type Inks, platesOf, totalInk } from './color-space.js';
import type { Accuse } from './finding.js';
import { placeOfMark, round } from './judge-color.js';
import type { Mark, PathMark, TextMark } from './marks.js';
import { MIN_TYPE } from './press-rules.js';
import { placeOn } from './read-pages.js';

/** How a colour is printed. */
type Manner = keyof typeof MIN_LINE;

const IN_WORDS: Readonly<Record<Manner, string>> = {
  solid: 'solid',
  tint: 'a tint',
  reversed: 'reversed, white',
  several: 'of several inks',
};

/** Judges one mark. */
export function judgeSizes(mark: Mark, accuse: Accuse): void {
  // Marks of the printer stand outside, and may be as fine as they like.
  if (!overlap(mark.bounds, mark.page.trim)) return;
  if (mark.type === 'text' && !mark.blank) judgeType(mark, accuse);
  if (mark.type === 'path') judgeLines(mark, accuse);
}

function mannerOf(inks: Inks): Manner {
  const plates = platesOf(inks);
  if (plates === 0) return 'reversed';
  if (plates > 1) return 'several';
  return totalInk(inks) >= 0.995 ? 'solid' : 'tint';
}

/** A hundredth of a point: what is lost in writing numbers. */
const PLAY = 0.01;

function judgeType(mark: TextMark, accuse: Accuse): void {
  const inks = (mark.fill ?? mark.stroke)?.inks;
  if (inks === undefined) return;
  const manner = mannerOf(inks);
  const size = mark.size + PLAY;
  const what = `type of ${round(mark.size)}pt in ${mark.font.name} is ${IN_WORDS[manner]}`;
  if (size < MIN_TYPE[manner]) {
    accuse('small-type', placeOfMark(mark), what, `make it at least ${MIN_TYPE[manner]}pt, or solid in one ink`);
  } else if (manner === 'solid' && size < MIN_TYPE.goodSolid) {
    accuse('tiny-type', placeOfMark(mark), what, `make it at least ${MIN_TYPE.goodSolid}pt`);
  }
}

function judgeLines(mark: PathMark, accuse: Accuse): void {
  if (mark.stroke?.inks !== undefined && mark.lineWidth !== undefined) {
    judgeLine(mark, mark.bounds, mark.lineWidth, mark.stroke.inks, accuse);
  }
  if (mark.fill?.inks === undefined) return;
  for (const bar of mark.bars) {
    judgeLine(mark, bar, Math.min(bar[2] - bar[0], bar[3] - bar[1]), mark.fill.inks, accuse);
  }
}

function judgeLine(mark: PathMark, box: Box, width: number, inks: Inks, accuse: Accuse): void {
  const manner = mannerOf(inks);
  if (width + PLAY / 2 >= MIN_LINE[manner]) return;
  const place = placeOn(mark.page, box[0], box[3]);
  const message = `a line of ${round(width)}pt is ${IN_WORDS[manner]}`;
  accuse('thin-line', place, message, `make it at least ${MIN_LINE[manner]}pt`);
}
