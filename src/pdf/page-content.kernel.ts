/**
 * Drawing operations of one page as PDF operators. Graphics state is remembered, and an operator that would say what
 * already holds is left out. This is the inner loop of the writer: 9,000 lines an issue.
 *
 * Operators: ISO 32000-1, annex A. Coordinates come in from the trim's top left with y down, and go out from the
 * MediaBox's bottom left with y up.
 */
import type { DisplayOp } from '../model/display-list.js';
import type { DropCap, LinePiece } from '../model/line.js';
import type { RunStyle } from '../model/styled.js';
import { type Color, isSolidBlack } from '../units/color.js';
import type { Pt } from '../units/length.js';
import { type ByteText, clearBytes, putBytes, putNumber, putText } from './byte-text.kernel.js';
import type { EncodeText } from './embedded-faces.js';
import { type EncodedText, putCode } from './encode-text.kernel.js';
import type { PdfFont } from './pdfkit-internals.js';
import type { FindXObject, PlacedXObject } from './picture-objects.js';

/** Black type up to this size overprints; larger black knocks out, so that a picture under it does not show through. */
const OVERPRINT_LIMIT: Pt = 24;

/** Names of the two graphics states in every page's resources. */
export const OVERPRINT_ON = 'On';
export const OVERPRINT_OFF = 'Off';

export type TextOp = Extract<DisplayOp, { type: 'text' }>;
type RuleOp = Extract<DisplayOp, { type: 'rule' }>;
type FillOp = Extract<DisplayOp, { type: 'fill' }>;

/** What the content of a page needs from the file around it. */
export interface ContentNeeds {
  readonly encode: EncodeText;
  readonly picture: FindXObject;
  /** Where operators are written; cleared for each page. */
  readonly out: ByteText;
}

/** The content stream of a page as it grows, with the graphics state at its end. */
export interface PageContent {
  readonly needs: ContentNeeds;
  readonly out: ByteText;
  /** Left edge and top edge of the trim in PDF space. */
  readonly left: Pt;
  readonly top: Pt;
  /** Between BT and ET, and where the current line starts. */
  inText: boolean;
  lineX: Pt;
  lineY: Pt;
  /** Where the next glyph would stand, and whether the string of a TJ array is open. */
  penX: Pt;
  inString: boolean;
  /** The adjustment written last, in thousandths of the type size. */
  gap: number;
  font: string;
  size: Pt;
  /** Tz in per cent and Tc in points, as written. */
  scale: number;
  letterSpace: number;
  fillColor: Color | undefined;
  strokeColor: Color | undefined;
  lineWidth: Pt;
  overprint: boolean;
  /** Whether the marked content that is open says its text as a whole, so that no word in it need say its own. */
  isSaid: boolean;
  readonly fonts: Set<PdfFont>;
  readonly pictures: Set<PlacedXObject>;
}

/** How far a piece may stand from its place so that gaps of one line can share a number, which compresses far better. */
const GAP_TOLERANCE: Pt = 0.01;

/** An empty page whose trim has its top left at (`left`, `top`) in PDF space. */
export function startContent(needs: ContentNeeds, left: Pt, top: Pt): PageContent {
  clearBytes(needs.out);
  return {
    needs,
    out: needs.out,
    left,
    top,
    inText: false,
    lineX: 0,
    lineY: 0,
    penX: 0,
    inString: false,
    gap: 0,
    font: '',
    size: 0,
    scale: 100,
    letterSpace: 0,
    fillColor: undefined,
    strokeColor: undefined,
    lineWidth: -1,
    overprint: false,
    isSaid: false,
    fonts: new Set(),
    pictures: new Set(),
  };
}

/** A piece of the structure tree: its type, its number on the page, and what it says where its glyphs do not. */
export interface MarkedPiece {
  readonly role: string;
  readonly mcid: number;
  readonly actualText?: string | undefined;
}

/** Opens marked content: an artifact, or a piece of the structure tree. */
export function beginMarked(page: PageContent, tag: 'Artifact' | MarkedPiece): void {
  endText(page);
  putText(page.out, tag === 'Artifact' ? '/Artifact BMC\n' : `/${tag.role}<</MCID ${tag.mcid}${saying(tag)}>>BDC\n`);
  page.isSaid = tag !== 'Artifact' && tag.actualText !== undefined;
}

function saying({ actualText }: MarkedPiece): string {
  return actualText === undefined ? '' : `/ActualText <${utf16Hex(actualText)}>`;
}

export function endMarked(page: PageContent): void {
  endText(page);
  putText(page.out, 'EMC\n');
  page.isSaid = false;
}

/** Draws a rule as a stroked line. Rules of solid black overprint: they cross tints and pictures in register. */
export function drawRule(page: PageContent, op: RuleOp): void {
  endText(page);
  setOverprint(page, isSolidBlack(op.color));
  if (!isSameColor(page.strokeColor, op.color)) {
    page.strokeColor = op.color;
    putInks(page.out, op.color);
    putText(page.out, 'K\n');
  }
  if (page.lineWidth !== op.weight) {
    page.lineWidth = op.weight;
    putOperands(page.out, op.weight);
    putText(page.out, 'w\n');
  }
  putOperands(page.out, page.left + op.x1, page.top - op.y1);
  putText(page.out, 'm ');
  putOperands(page.out, page.left + op.x2, page.top - op.y2);
  putText(page.out, 'l S\n');
}

/** Fills a box. Tints and solids never overprint. */
export function fillBox(page: PageContent, op: FillOp): void {
  const { x, y, width, height } = op.box;
  endText(page);
  setOverprint(page, false);
  setFill(page, op.color);
  putOperands(page.out, page.left + x, page.top - y - height, width, height);
  putText(page.out, 're f\n');
}

/** Ends what is open before a picture, which paints over what lies under it, and takes it into the page's resources. */
export function startFigure(page: PageContent, picture: PlacedXObject): void {
  endText(page);
  setOverprint(page, false);
  page.pictures.add(picture);
}

/** Sets a line of type: each piece starts where its `x` says, and word gaps hold a real space. */
export function showLine(page: PageContent, op: TextOp): void {
  const first = op.pieces[0];
  if (first === undefined) return;
  if (op.dropCap) showDropCap(page, op, op.dropCap);
  startLine(page, page.left + op.x + first.x, page.top - op.y);
  setScale(page, op.scale);
  for (let i = 0; i < op.pieces.length; i++) {
    const piece = op.pieces[i] as LinePiece;
    const encoded = page.needs.encode(piece.shaped, piece.addedHyphen ? 'hyphen' : 'none', op.origin);
    if (encoded === undefined) continue;
    const word = i === 0 && op.dropCap ? { actualText: wholeWord(op.dropCap, piece) } : {};
    showPiece(page, op, piece, { ...encoded, ...word });
  }
  closeString(page);
}

/**
 * Shows a drop cap so that it says nothing, since letter and rest of the word stand on two baselines in two sizes, and
 * readers of the text put together what stands on one. The rest says the whole word (ISO 32000-1, 14.9.4).
 */
function showDropCap(page: PageContent, op: TextOp, { quote, letter, drop }: DropCap): void {
  // Marked content that begins outside a text object may not end in one (ISO 32000-1, 14.6.1).
  beginText(page);
  openActualText(page, '');
  showAlone(page, op, letter, op.y + drop);
  if (quote) showAlone(page, op, quote, op.y);
  closeActualText(page);
}

/** The first word of a line with the letter that was taken out of it; an added hyphen as U+00AD. */
export function wholeWord({ quote, letter }: DropCap, { shaped, addedHyphen }: LinePiece): string {
  const rest = addedHyphen ? shaped.text.replace(/[-\u2010]$/, '\u00ad') : shaped.text;
  return `${quote?.shaped.text ?? ''}${letter.shaped.text}${letter.space > 0 ? ' ' : ''}${rest}`;
}

/** Shows one piece with its natural width, whatever the line that it belongs to was stretched by. */
function showAlone(page: PageContent, op: TextOp, piece: LinePiece, baseline: Pt): void {
  const encoded = page.needs.encode(piece.shaped, 'none', op.origin);
  if (encoded === undefined) return;
  startLine(page, page.left + op.x + piece.x, page.top - baseline);
  setScale(page, 1);
  const plain = { ...encoded, actualText: undefined };
  showPiece(page, { ...op, letterSpace: 0 }, { ...piece, space: 0 }, plain);
  closeString(page);
}

function showPiece(page: PageContent, op: TextOp, piece: LinePiece, encoded: EncodedText): void {
  setTextState(page, piece.style, op.letterSpace, encoded.font);
  const stretch = page.scale / 100;
  const unit = (page.size * stretch) / 1000;
  if (encoded.actualText !== undefined) openActualText(page, encoded.actualText);
  movePen(page, page.left + op.x + piece.x, unit);
  putBytes(page.out, encoded.body);
  page.penX += encoded.width * unit + encoded.glyphs * page.letterSpace * stretch;
  if (encoded.actualText !== undefined) closeActualText(page);
  const space = encoded.font.spaceCode;
  if (piece.space > 0 && space !== undefined) {
    openString(page);
    putCode(page.out, space);
    page.penX += encoded.font.advance(space) * unit + page.letterSpace * stretch;
  }
}

/**
 * Moves the pen to `x` inside a TJ array and leaves a string open. `unit`: a thousandth of the type size as it stands on
 * paper. What rounding shifts is known, and made up for by the next gap, so that errors do not add up along the line.
 */
function movePen(page: PageContent, x: Pt, unit: Pt): void {
  const shift = page.penX - x;
  if (Math.abs(shift) <= GAP_TOLERANCE) {
    openString(page);
    return;
  }
  if (Math.abs(shift - page.gap * unit) > GAP_TOLERANCE) page.gap = Math.round((shift / unit) * 10) / 10;
  putText(page.out, page.inString ? ')' : '[');
  putNumber(page.out, page.gap);
  putText(page.out, '(');
  page.inString = true;
  page.penX -= page.gap * unit;
}

function openString(page: PageContent): void {
  if (!page.inString) putText(page.out, '[(');
  page.inString = true;
}

function closeString(page: PageContent): void {
  if (page.inString) putText(page.out, ')]TJ\n');
  page.inString = false;
}

/** Text whose glyphs cannot be told apart, as a mark on its base: the whole piece says what it is. */
function openActualText(page: PageContent, text: string): void {
  closeString(page);
  if (page.isSaid) return;
  putText(page.out, `/Span<</ActualText <${utf16Hex(text)}>>>BDC\n`);
}

function closeActualText(page: PageContent): void {
  closeString(page);
  if (!page.isSaid) putText(page.out, 'EMC\n');
}

/** Moves to the start of a line. The pen stands where the rounded numbers put it, half a thousandth off at most. */
function startLine(page: PageContent, x: Pt, y: Pt): void {
  beginText(page);
  const dx = Math.round((x - page.lineX) * 1000) / 1000;
  const dy = Math.round((y - page.lineY) * 1000) / 1000;
  putOperands(page.out, dx, dy);
  putText(page.out, 'Td\n');
  page.lineX += dx;
  page.lineY += dy;
  page.penX = page.lineX;
}

function beginText(page: PageContent): void {
  if (page.inText) return;
  putText(page.out, 'BT\n');
  page.inText = true;
  page.lineX = 0;
  page.lineY = 0;
}

function endText(page: PageContent): void {
  if (page.inText) putText(page.out, 'ET\n');
  page.inText = false;
}

function setScale(page: PageContent, scale: number): void {
  const percent = Math.round(scale * 100_000) / 1000;
  if (percent === page.scale) return;
  page.scale = percent;
  putOperands(page.out, percent);
  putText(page.out, 'Tz\n');
}

/**
 * Font, size, letter space, colour and overprint of a piece. Tc is stretched by Tz (ISO 32000-1, 9.3.3), and so is
 * divided by it here: letter space is what stands on paper. The style's tracking is part of it already.
 */
function setTextState(page: PageContent, style: RunStyle, spaceOfLine: Pt, font: PdfFont): void {
  const letterSpace = Math.round((spaceOfLine * 100_000) / page.scale) / 1000;
  const overprint = isSolidBlack(style.color) && style.size <= OVERPRINT_LIMIT;
  const sameFont = page.font === font.name && page.size === style.size;
  const sameLook = isSameColor(page.fillColor, style.color) && page.overprint === overprint;
  if (sameFont && sameLook && page.letterSpace === letterSpace) return;
  closeString(page);
  if (!sameFont) setFont(page, font, style.size);
  if (page.letterSpace !== letterSpace) {
    page.letterSpace = letterSpace;
    putOperands(page.out, letterSpace);
    putText(page.out, 'Tc\n');
  }
  setOverprint(page, overprint);
  setFill(page, style.color);
}

function setFont(page: PageContent, font: PdfFont, size: Pt): void {
  page.font = font.name;
  page.size = size;
  page.fonts.add(font);
  putText(page.out, `/${font.name} `);
  putOperands(page.out, size);
  putText(page.out, 'Tf\n');
}

function setOverprint(page: PageContent, overprint: boolean): void {
  if (page.overprint === overprint) return;
  page.overprint = overprint;
  putText(page.out, `/${overprint ? OVERPRINT_ON : OVERPRINT_OFF} gs\n`);
}

function setFill(page: PageContent, color: Color): void {
  if (isSameColor(page.fillColor, color)) return;
  page.fillColor = color;
  putInks(page.out, color);
  putText(page.out, 'k\n');
}

/** By value: which objects are shared must not show in the bytes. */
function isSameColor(a: Color | undefined, b: Color): boolean {
  if (a === b) return true;
  if (a === undefined || a.type !== b.type) return false;
  if (a.type === 'gray') return b.type === 'gray' && a.ink === b.ink;
  return b.type === 'cmyk' && a.c === b.c && a.m === b.m && a.y === b.y && a.k === b.k;
}

/** A colour as shares of the four inks. Gray is black ink: DeviceGray could not overprint. */
function putInks(out: ByteText, color: Color): void {
  if (color.type === 'gray') putOperands(out, 0, 0, 0, color.ink);
  else putOperands(out, color.c, color.m, color.y, color.k);
}

/** Numbers before their operator, each with a space after it. */
export function putOperands(out: ByteText, ...values: readonly number[]): void {
  for (const value of values) {
    putNumber(out, value);
    putText(out, ' ');
  }
}

function utf16Hex(text: string): string {
  let hex = 'FEFF';
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, '0').toUpperCase();
  return hex;
}
