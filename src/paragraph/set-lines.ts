import { BOX, GLUE, type HList, type HWord, PENALTY, type ShapedText } from '../model/hlist.js';
import type { DropCap, Line, LinePiece } from '../model/line.js';
import type { Justification } from '../model/paper.js';
import type { Align } from '../model/style.js';
import type { RunStyle } from '../model/styled.js';
import type { Pt } from '../units/length.js';
import { ADDED_HYPHEN, FILL_STRETCH, lineEnding, lineStart } from './breakpoints.kernel.js';
import { type Breaks, stretchRatio } from './breaks.kernel.js';
import type { LineShape } from './line-shape.js';
import { endHang, startHang } from './optical-margins.js';

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

/** A piece in the making. First it has its natural width and white, then, in place, the width and white as set. */
type OpenPiece = { -readonly [Field in keyof LinePiece]: LinePiece[Field] };

/** A line in the making: its pieces with what the white after each can give, and what is known of the line as a whole. */
interface OpenLine {
  readonly pieces: OpenPiece[];
  readonly stretch: Pt[];
  readonly shrink: Pt[];
  /** Whether fill makes up for what is short, as at a paragraph's end. */
  isFilled: boolean;
}

interface Room {
  readonly indent: Pt;
  readonly width: Pt;
  /** Whether the breaks say that the line sticks out. Otherwise it is made to fit, whatever rounding says. */
  readonly isOverfull: boolean;
  /** Whether what it starts with may hang into the margin. */
  readonly hangsAtStart: boolean;
}

/** How far a line's first and last piece may hang into the margins. */
interface Hang {
  readonly start: Pt;
  readonly end: Pt;
}

const NO_HANG: Hang = { start: 0, end: 0 };

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
    const room: Room = {
      indent: shape.indents ? shapeEntry(shape.indents, i) : 0,
      width: shapeEntry(shape.widths, i),
      isOverfull: breaks.overfull > 0 && (breaks.ratios[i] as number) <= -1,
      // The rest of a word whose first letter is a drop cap stands where the letter leaves it.
      hangsAtStart: i > 0 || setting.dropCap === undefined,
    };
    const line = setLine(list, from, to, room, setting, i === count - 1 ? 'last' : 'inner');
    lines.push(i === 0 ? withOpening(line, setting) : line);
  }
  return lines;
}

function shapeEntry(entries: readonly Pt[], line: number): Pt {
  return entries[Math.min(line, entries.length - 1)] as Pt;
}

/** Sets the items from `from` up to the break at `to`. */
function setLine(
  list: HList,
  from: number,
  to: number,
  room: Room,
  setting: LineSetting,
  place: 'inner' | 'last',
): Line {
  const open = gatherPieces(list, from, to);
  const { pieces } = open;
  const hang = hangOfPieces(pieces, room, setting);
  const fit =
    setting.align === 'justify'
      ? fitPieces(open, room, hang, setting.justification)
      : { ratio: 0, scale: 1, letterSpace: lineTracking(pieces) };
  placePieces(open, fit, room.indent - hang.start);
  const end = pieces[pieces.length - 1];
  const reach = end ? end.x + end.width : room.indent;
  const hangEnd = Math.min(Math.max(reach - room.indent - room.width, 0), hang.end);
  const width = reach - hangEnd;
  const shift = alignShift(setting.align, room.indent + room.width - width);
  if (shift !== 0) for (const piece of pieces) piece.x += shift;
  return {
    pieces,
    measure: room.indent + room.width + setting.endIndent,
    indent: room.indent,
    width: width + shift,
    ...(hang === NO_HANG ? {} : { hangStart: hang.start, hangEnd }),
    ratio: fit.ratio,
    scale: fit.scale,
    letterSpace: fit.letterSpace,
    hyphenated: lineEnding(list, to) === ADDED_HYPHEN,
    last: place === 'last',
  };
}

function hangOfPieces(pieces: readonly OpenPiece[], room: Room, setting: LineSetting): Hang {
  const first = pieces[0];
  const last = pieces[pieces.length - 1];
  if (!first || !last || setting.align !== 'justify' || !setting.justification.opticalMargins) return NO_HANG;
  const start = room.hangsAtStart ? startHang(first.shaped, first.style.size) : 0;
  return { start, end: endHang(last.shaped, last.style.size) };
}

/** The words and parts of words of a line: boxes of one word are one piece, shaped as one. */
function gatherPieces(list: HList, from: number, to: number): OpenLine {
  const open: OpenLine = { pieces: [], stretch: [], shrink: [], isFilled: to >= list.length };
  let current = -1;
  for (let i = from; i < to; i++) {
    const kind = list.kind[i];
    if (kind === BOX) {
      const word = list.word[i] as number;
      if (word >= 0 && word !== current) addPiece(open, cutPiece(list, i, to));
      if (word >= 0) current = word;
    } else if (kind === GLUE) {
      widenGap(open, list, i);
      current = -1;
    }
  }
  return open;
}

function addPiece(open: OpenLine, piece: OpenPiece): void {
  open.pieces.push(piece);
  open.stretch.push(0);
  open.shrink.push(0);
}

/** The piece that starts at box `i`: to the end of its word, or to the break at `to` where that is inside the word. */
function cutPiece(list: HList, i: number, to: number): OpenPiece {
  const index = list.word[i] as number;
  const word = list.words[index] as HWord;
  const start = list.offset[i] as number;
  const isBroken = to < list.length && list.kind[to] === PENALTY && list.word[to] === index;
  const end = isBroken ? (list.offset[to] as number) : word.text.length;
  const addedHyphen = isBroken && lineEnding(list, to) === ADDED_HYPHEN;
  const isWhole = start === 0 && end === word.text.length && !addedHyphen;
  const shaped = isWhole ? word.shaped : word.cut(start, end, addedHyphen);
  const { style } = word;
  return { shaped, style, x: 0, width: shaped.widthEm * style.size, space: 0, addedHyphen };
}

/** Adds glue to the white after the last piece; what comes before the first piece does not count. */
function widenGap(open: OpenLine, list: HList, i: number): void {
  const stretch = list.stretch[i] as number;
  const isFill = stretch >= FILL_STRETCH;
  if (isFill) open.isFilled = true;
  const last = open.pieces.length - 1;
  if (last < 0) return;
  (open.pieces[last] as OpenPiece).space += list.width[i] as number;
  if (!isFill) open.stretch[last] = (open.stretch[last] as number) + stretch;
  open.shrink[last] = (open.shrink[last] as number) + (list.shrink[i] as number);
}

/**
 * Solves for the ratio that makes the pieces as wide as the room. Glue and boxes use the same share of what they have,
 * as font expansion does (Hàn Thế Thành, Micro-typographic extensions to the TeX typesetting system, 2000, § 3); where
 * that is not enough the boxes stay at their most. A filled line is shrunk if it must be, but never stretched.
 */
function fitPieces(open: OpenLine, room: Room, hang: Hang, justification: Justification): Fit {
  const { pieces } = open;
  const { letterSpace, glyphScale } = justification;
  const tracking = lineTracking(pieces);
  const size = pieces[0]?.style.size ?? 0;
  let advance = 0;
  let gaps = 0;
  let glyphs = 0;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as OpenPiece;
    advance += piece.width;
    glyphs += piece.shaped.glyphs.length;
    if (i < pieces.length - 1) gaps += piece.space;
  }
  // One letter space after each glyph but the line's last, so that line ends are flush.
  const spaces = Math.max(glyphs - 1, 0);
  const excess = room.width + hang.start + hang.end - (advance + gaps + spaces * tracking);
  if (excess >= 0) {
    const boxes = advance * (glyphScale.max - 1) + spaces * letterSpace.max * size;
    const ratio = open.isFilled ? 0 : stretchRatio(excess, addGives(open.stretch), boxes);
    const share = Math.min(ratio, 1);
    return { ratio, scale: 1 + share * (glyphScale.max - 1), letterSpace: tracking + share * letterSpace.max * size };
  }
  const boxes = advance * (1 - glyphScale.min) - spaces * letterSpace.min * size;
  const ratio = room.isOverfull ? -1 : -stretchRatio(-excess, addGives(open.shrink), boxes);
  const share = Math.min(-ratio, 1);
  return { ratio, scale: 1 - share * (1 - glyphScale.min), letterSpace: tracking + share * letterSpace.min * size };
}

/** What the gaps of a line can give in all; the white after its last piece does not count. */
function addGives(gives: readonly Pt[]): Pt {
  let sum = 0;
  for (let i = 0; i < gives.length - 1; i++) sum += gives[i] as number;
  return sum;
}

/** A line has one letter space: that of the style it starts in. */
function lineTracking(pieces: readonly OpenPiece[]): Pt {
  const style = pieces[0]?.style;
  return style ? (style.tracking * style.size) / 1000 : 0;
}

/** Gives the pieces their width and white as set, and their place, from `start` on. */
function placePieces({ pieces, stretch, shrink }: OpenLine, fit: Fit, start: Pt): void {
  const last = pieces.length - 1;
  let x = start;
  for (let i = 0; i <= last; i++) {
    const piece = pieces[i] as OpenPiece;
    piece.x = x;
    piece.width = pieceWidth(piece.shaped, piece.width, fit, i === last);
    const give = (fit.ratio < 0 ? shrink[i] : stretch[i]) as number;
    piece.space = i === last ? 0 : piece.space + fit.ratio * give;
    x += piece.width + piece.space;
  }
}

function pieceWidth(shaped: ShapedText, advance: Pt, fit: Fit, endsLine: boolean): Pt {
  const spaces = Math.max(shaped.glyphs.length - (endsLine ? 1 : 0), 0);
  return advance * fit.scale + spaces * fit.letterSpace;
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
