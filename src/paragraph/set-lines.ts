import { BOX, GLUE, type HList, type HWord, PENALTY, type ShapedText } from '../model/hlist.js';
import type { DropCap, Line, LinePiece } from '../model/line.js';
import type { Justification } from '../model/paper.js';
import type { Align } from '../model/style.js';
import type { RunStyle } from '../model/styled.js';
import type { Pt } from '../units/length.js';
import { ADDED_HYPHEN, FILL_STRETCH, lineEnding, lineStart } from './breakpoints.kernel.js';
import { type Breaks, type LineShape, stretchRatio } from './breaks.kernel.js';

/*
 * In: a horizontal list and its breaks. Out: lines of type, every piece in its place.
 *
 * Widths are added up anew from the pieces that are really set: a broken word is shaped by itself, so its kerning at
 * the break, and with it the line's natural width, is the true one, and the line ends on its measure to the last digit.
 */

/** How the lines of a paragraph are set. */
export interface LineSetting {
  readonly align: Align;
  /** What glyph scaling and letter space may give; word spaces have theirs in the list. */
  readonly justification: Justification;
  /** White between the room for the lines and the end of the measure. */
  readonly endIndent: Pt;
  /** Set at the very start of the first line, left of its indent: a list's bullet or number. */
  readonly marker?: Marker;
  /** Set before the first line; the shape has room for it. */
  readonly dropCap?: DropCap;
}

/** A list marker, shaped. */
export interface Marker {
  readonly shaped: ShapedText;
  readonly style: RunStyle;
}

/** A piece of a line before the line is justified, with the white after it. */
interface LoosePiece {
  readonly shaped: ShapedText;
  readonly style: RunStyle;
  readonly addedHyphen: boolean;
  /** Natural width of its glyphs, without letter space. */
  readonly advance: Pt;
  readonly gap: Gap;
}

/** Glue between two pieces, added up. */
interface Gap {
  width: Pt;
  stretch: Pt;
  shrink: Pt;
}

interface Room {
  readonly indent: Pt;
  readonly width: Pt;
  /** Whether fill makes up for what is short, as at a paragraph's end. */
  readonly isFilled: boolean;
  /** Whether the breaks say that the line sticks out. Otherwise it is made to fit, whatever rounding says. */
  readonly isOverfull: boolean;
}

/** What a line has to give and how it is used. */
interface Fit {
  readonly ratio: number;
  readonly scale: number;
  readonly letterSpace: Pt;
}

/** Sets all lines of a paragraph. `shape` is the one that the breaks were made for. */
export function setLines(list: HList, breaks: Breaks, shape: LineShape, setting: LineSetting): readonly Line[] {
  const count = breaks.positions.length;
  const lines: Line[] = [];
  for (let i = 0; i < count; i++) {
    const from = i === 0 ? 0 : lineStart(list, breaks.positions[i - 1] as number);
    const to = breaks.positions[i] as number;
    const indent = shapeEntry(shape.indents ?? [0], i);
    const room: Room = {
      indent,
      width: shapeEntry(shape.widths, i),
      isFilled: isFilled(list, from, to),
      isOverfull: breaks.overfull > 0 && (breaks.ratios[i] as number) <= -1,
    };
    const line = setLine(list, from, to, room, setting);
    lines.push({ ...(i === 0 ? withOpening(line, setting) : line), last: i === count - 1 });
  }
  return lines;
}

function shapeEntry(entries: readonly Pt[], line: number): Pt {
  return entries[Math.min(line, entries.length - 1)] as Pt;
}

/** Sets the items from `from` up to the break at `to`. */
function setLine(list: HList, from: number, to: number, room: Room, setting: LineSetting): Line {
  const pieces = gatherPieces(list, from, to);
  const fit =
    setting.align === 'justify'
      ? fitPieces(pieces, room, setting.justification)
      : { ratio: 0, scale: 1, letterSpace: lineTracking(pieces) };
  const placed = placePieces(pieces, fit, room.indent);
  const end = placed.at(-1);
  const width = end ? end.x + end.width : room.indent;
  const shift = alignShift(setting.align, room.indent + room.width - width);
  return {
    pieces: shift === 0 ? placed : placed.map((piece) => ({ ...piece, x: piece.x + shift })),
    measure: room.indent + room.width + setting.endIndent,
    indent: room.indent,
    width: width + shift,
    ratio: fit.ratio,
    scale: fit.scale,
    letterSpace: fit.letterSpace,
    hyphenated: lineEnding(list, to) === ADDED_HYPHEN,
    last: false,
  };
}

/** The words and parts of words of a line: boxes of one word are one piece, shaped as one. */
function gatherPieces(list: HList, from: number, to: number): readonly LoosePiece[] {
  const pieces: LoosePiece[] = [];
  let open = -1;
  for (let i = from; i < to; i++) {
    const word = list.word[i] as number;
    if (list.kind[i] === BOX && word >= 0 && word !== open) {
      pieces.push(cutPiece(list, i, to));
      open = word;
    } else if (list.kind[i] === GLUE) {
      const gap = pieces.at(-1)?.gap;
      if (gap) widenGap(gap, list, i);
      open = -1;
    }
  }
  return pieces;
}

/** The piece that starts at box `i`: to the end of its word, or to the break at `to` where that is inside the word. */
function cutPiece(list: HList, i: number, to: number): LoosePiece {
  const index = list.word[i] as number;
  const word = list.words[index] as HWord;
  const start = list.offset[i] as number;
  const isBroken = to < list.length && list.kind[to] === PENALTY && list.word[to] === index;
  const end = isBroken ? (list.offset[to] as number) : word.text.length;
  const addedHyphen = isBroken && lineEnding(list, to) === ADDED_HYPHEN;
  const isWhole = start === 0 && end === word.text.length && !addedHyphen;
  const shaped = isWhole ? word.shaped : word.cut(start, end, addedHyphen);
  const { style } = word;
  const gap = { width: 0, stretch: 0, shrink: 0 };
  return { shaped, style, addedHyphen, advance: shaped.widthEm * style.size, gap };
}

function widenGap(gap: Gap, list: HList, i: number): void {
  const stretch = list.stretch[i] as number;
  gap.width += list.width[i] as number;
  gap.stretch += stretch >= FILL_STRETCH ? 0 : stretch;
  gap.shrink += list.shrink[i] as number;
}

function isFilled(list: HList, from: number, to: number): boolean {
  if (to >= list.length) return true;
  for (let i = from; i < to; i++) {
    if (list.kind[i] === GLUE && (list.stretch[i] as number) >= FILL_STRETCH) return true;
  }
  return false;
}

/**
 * Solves for the ratio that makes the pieces as wide as the room. Glue and boxes use the same share of what they have,
 * as font expansion does (Hàn Thế Thành, Micro-typographic extensions to the TeX typesetting system, 2000, § 3); where
 * that is not enough the boxes stay at their most. A filled line is shrunk if it must be, but never stretched.
 */
function fitPieces(pieces: readonly LoosePiece[], room: Room, justification: Justification): Fit {
  const { letterSpace, glyphScale } = justification;
  const tracking = lineTracking(pieces);
  const size = pieces[0]?.style.size ?? 0;
  const spaces = countLetterSpaces(pieces);
  const glue = addGaps(pieces);
  const advance = pieces.reduce((sum, piece) => sum + piece.advance, 0);
  const excess = room.width - (advance + glue.width + spaces * tracking);
  if (excess >= 0) {
    const boxes = advance * (glyphScale.max - 1) + spaces * letterSpace.max * size;
    const ratio = room.isFilled ? 0 : stretchRatio(excess, glue.stretch, boxes);
    const share = Math.min(ratio, 1);
    return { ratio, scale: 1 + share * (glyphScale.max - 1), letterSpace: tracking + share * letterSpace.max * size };
  }
  const boxes = advance * (1 - glyphScale.min) - spaces * letterSpace.min * size;
  const ratio = room.isOverfull ? -1 : -stretchRatio(-excess, glue.shrink, boxes);
  const share = Math.min(-ratio, 1);
  return { ratio, scale: 1 - share * (1 - glyphScale.min), letterSpace: tracking + share * letterSpace.min * size };
}

/** The glue that counts in a line: what follows its last piece does not. */
function addGaps(pieces: readonly LoosePiece[]): Gap {
  const sum: Gap = { width: 0, stretch: 0, shrink: 0 };
  for (const { gap } of pieces.slice(0, -1)) {
    sum.width += gap.width;
    sum.stretch += gap.stretch;
    sum.shrink += gap.shrink;
  }
  return sum;
}

/** A line has one letter space: that of the style it starts in. */
function lineTracking(pieces: readonly LoosePiece[]): Pt {
  const style = pieces[0]?.style;
  return style ? (style.tracking * style.size) / 1000 : 0;
}

/** Letter spaces that count towards the width: one after each glyph but the line's last, so that line ends are flush. */
function countLetterSpaces(pieces: readonly LoosePiece[]): number {
  let glyphs = 0;
  for (const piece of pieces) glyphs += piece.shaped.glyphs.length;
  return Math.max(glyphs - 1, 0);
}

function placePieces(pieces: readonly LoosePiece[], fit: Fit, start: Pt): readonly LinePiece[] {
  let x = start;
  return pieces.map((piece, i) => {
    const isLast = i === pieces.length - 1;
    const width = pieceWidth(piece.shaped, piece.advance, fit, isLast);
    const space = isLast ? 0 : setGap(piece.gap, fit.ratio);
    const placed = { shaped: piece.shaped, style: piece.style, x, width, space, addedHyphen: piece.addedHyphen };
    x += width + space;
    return placed;
  });
}

function pieceWidth(shaped: ShapedText, advance: Pt, fit: Fit, endsLine: boolean): Pt {
  const spaces = Math.max(shaped.glyphs.length - (endsLine ? 1 : 0), 0);
  return advance * fit.scale + spaces * fit.letterSpace;
}

function setGap(gap: Gap, ratio: number): Pt {
  return gap.width + ratio * (ratio < 0 ? gap.shrink : gap.stretch);
}

function alignShift(align: Align, slack: Pt): Pt {
  if (slack <= 0 || align === 'start' || align === 'justify') return 0;
  return align === 'end' ? slack : slack / 2;
}

/** Natural width of a list marker. */
export function markerWidth(marker: Marker): Pt {
  const { size, tracking } = marker.style;
  return marker.shaped.widthEm * size + (marker.shaped.glyphs.length * tracking * size) / 1000;
}

/** What stands before the text of a paragraph's first line. */
function withOpening(line: Line, { marker, dropCap }: LineSetting): Line {
  const marked = withMarker(line, marker);
  return dropCap ? { ...marked, dropCap } : marked;
}

/** Puts a list's marker before the text, at the start of the measure. It shares the line's scaling and letter space. */
function withMarker(line: Line, marker: Marker | undefined): Line {
  if (!marker) return line;
  const width = pieceWidth(marker.shaped, marker.shaped.widthEm * marker.style.size, line, false);
  const space = Math.max((line.pieces[0]?.x ?? width) - width, 0);
  const piece: LinePiece = { ...marker, x: 0, width, space, addedHyphen: false };
  return { ...line, pieces: [piece, ...line.pieces], width: Math.max(line.width, width) };
}
