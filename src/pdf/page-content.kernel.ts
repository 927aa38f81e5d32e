/**
 * Drawing operations of one page as PDF operators. Graphics state is remembered, and an operator that would say what
 * already holds is left out. This is the inner loop of the writer: 9,000 lines an issue.
 *
 * Operators: ISO 32000-1, annex A. Coordinates come in from the trim's top left with y down, and go out from the
 * MediaBox's bottom left with y up.
 */
import type { DisplayOp } from '../model/display-list.js';
import type { LinePiece } from '../model/line.js';
import type { PictureRequest } from '../model/picture.js';
import type { RunStyle } from '../model/styled.js';
import { type Color, isSolidBlack } from '../units/color.js';
import type { Pt } from '../units/length.js';
import type { Rect } from '../units/rect.js';
import type { EncodedText, EncodeText } from './embedded-faces.js';
import { formatNumber } from './pdf-number.js';
import type { PdfFont } from './pdfkit-internals.js';
import type { PlacedImage } from './picture-objects.js';

/** Black type up to this size overprints; larger black knocks out, so that a picture under it does not show through. */
export const OVERPRINT_LIMIT: Pt = 24;

/** Names of the two graphics states in every page's resources. */
export const OVERPRINT_ON = 'On';
export const OVERPRINT_OFF = 'Off';

export type TextOp = Extract<DisplayOp, { type: 'text' }>;
type RuleOp = Extract<DisplayOp, { type: 'rule' }>;
type FillOp = Extract<DisplayOp, { type: 'fill' }>;
type PictureOp = Extract<DisplayOp, { type: 'picture' }>;

/** What the content of a page needs from the file around it. */
export interface ContentNeeds {
  readonly encode: EncodeText;
  readonly image: (request: PictureRequest) => PlacedImage;
}

/** The content stream of a page as it grows, with the graphics state at its end. */
export interface PageContent {
  readonly needs: ContentNeeds;
  /** Left edge and top edge of the trim in PDF space. */
  readonly left: Pt;
  readonly top: Pt;
  /** Operators, one byte a character. */
  out: string;
  /** Between BT and ET, and where the current line starts. */
  inText: boolean;
  lineX: number;
  lineY: number;
  font: string;
  size: Pt;
  /** Tz in per cent and Tc in points, as written. */
  scale: number;
  letterSpace: number;
  fillColor: Color | undefined;
  strokeColor: Color | undefined;
  lineWidth: Pt;
  overprint: boolean;
  /** The fonts shown. */
  readonly fonts: Set<PdfFont>;
  /** The pictures shown. */
  readonly images: Set<PlacedImage>;
}

/** An empty page whose trim has its top left at (`left`, `top`) in PDF space. */
export function startContent(needs: ContentNeeds, left: Pt, top: Pt): PageContent {
  return {
    needs,
    left,
    top,
    out: '',
    inText: false,
    lineX: 0,
    lineY: 0,
    font: '',
    size: 0,
    scale: 100,
    letterSpace: 0,
    fillColor: undefined,
    strokeColor: undefined,
    lineWidth: -1,
    overprint: false,
    fonts: new Set(),
    images: new Set(),
  };
}

/** Opens marked content: an artifact, or a piece of the structure tree by its number on the page. */
export function beginMarked(
  page: PageContent,
  tag: 'Artifact' | { readonly role: string; readonly mcid: number },
): void {
  endText(page);
  page.out += tag === 'Artifact' ? '/Artifact BMC\n' : `/${tag.role}<</MCID ${tag.mcid}>>BDC\n`;
}

export function endMarked(page: PageContent): void {
  endText(page);
  page.out += 'EMC\n';
}

/** Draws a rule as a stroked line. Rules of solid black overprint: they cross tints and pictures in register. */
export function drawRule(page: PageContent, op: RuleOp): void {
  endText(page);
  setOverprint(page, isSolidBlack(op.color));
  if (page.strokeColor !== op.color) {
    page.strokeColor = op.color;
    page.out += `${inks(op.color)} K\n`;
  }
  if (page.lineWidth !== op.weight) {
    page.lineWidth = op.weight;
    page.out += `${formatNumber(op.weight)} w\n`;
  }
  const from = `${formatNumber(page.left + op.x1)} ${formatNumber(page.top - op.y1)}`;
  page.out += `${from} m ${formatNumber(page.left + op.x2)} ${formatNumber(page.top - op.y2)} l S\n`;
}

/** Fills a box. Tints and solids never overprint. */
export function fillBox(page: PageContent, op: FillOp): void {
  endText(page);
  setOverprint(page, false);
  setFill(page, op.color);
  page.out += `${boxNumbers(page, op.box)} re f\n`;
}

/** Places a picture in its box. */
export function drawPicture(page: PageContent, op: PictureOp): void {
  endText(page);
  setOverprint(page, false);
  const { x, y, width, height } = op.box;
  const image = page.needs.image(op.picture);
  page.images.add(image);
  const corner = `${formatNumber(page.left + x)} ${formatNumber(page.top - y - height)}`;
  page.out += `q ${formatNumber(width)} 0 0 ${formatNumber(height)} ${corner} cm /${image.name} Do Q\n`;
}

/** Sets a line of type: each piece starts exactly where its `x` says, and word gaps hold a real space. */
export function showLine(page: PageContent, op: TextOp): void {
  const first = op.pieces[0];
  if (first === undefined) return;
  const pen = { x: startLine(page, op.x + first.x, op.y), open: false };
  setScale(page, op.scale);
  for (let i = 0; i < op.pieces.length; i++) {
    const piece = op.pieces[i] as LinePiece;
    const encoded = page.needs.encode(piece.shaped, piece.addedHyphen ? 'hyphen' : 'none', op.origin);
    if (encoded !== undefined) showPiece(page, op, pen, piece, encoded);
  }
  if (pen.open) page.out += ')]TJ\n';
}

/** Where the next glyph would stand, from the MediaBox's left, and whether a TJ string is open. */
interface Pen {
  x: number;
  open: boolean;
}

function showPiece(page: PageContent, op: TextOp, pen: Pen, piece: LinePiece, encoded: EncodedText): void {
  setTextState(page, op, pen, piece.style, encoded);
  const stretch = page.scale / 100;
  const unit = (page.size * stretch) / 1000;
  const gap = Math.round(((pen.x - (page.left + op.x + piece.x)) / unit) * 10) / 10;
  if (encoded.actualText !== undefined) openActualText(page, pen, encoded.actualText);
  moveInString(page, pen, gap);
  pen.x -= gap * unit;
  page.out += encoded.body;
  pen.x += encoded.width * unit + encoded.glyphs * page.letterSpace * stretch;
  if (encoded.actualText !== undefined) closeActualText(page, pen);
  if (piece.space > 0 && encoded.space !== undefined) {
    moveInString(page, pen, 0);
    page.out += encoded.space.body;
    pen.x += encoded.space.width * unit + page.letterSpace * stretch;
  }
}

/** Leaves the pen inside a string, moved left by `gap` thousandths of the type size. */
function moveInString(page: PageContent, pen: Pen, gap: number): void {
  if (!pen.open) page.out += gap === 0 ? '[(' : `[${gap}(`;
  else if (gap !== 0) page.out += `)${gap}(`;
  pen.open = true;
}

function closeString(page: PageContent, pen: Pen): void {
  if (pen.open) page.out += ')]TJ\n';
  pen.open = false;
}

/** Text whose glyphs cannot be told apart, as a mark on its base: the whole piece says what it is. */
function openActualText(page: PageContent, pen: Pen, text: string): void {
  closeString(page, pen);
  page.out += `/Span<</ActualText <${utf16Hex(text)}>>>BDC\n`;
}

function closeActualText(page: PageContent, pen: Pen): void {
  closeString(page, pen);
  page.out += 'EMC\n';
}

/** Moves to the start of a line and returns where the pen really is, which rounding may shift by half a thousandth. */
function startLine(page: PageContent, x: Pt, y: Pt): number {
  if (!page.inText) {
    page.out += 'BT\n';
    page.inText = true;
    page.lineX = 0;
    page.lineY = 0;
  }
  const dx = Math.round((page.left + x - page.lineX) * 1000) / 1000;
  const dy = Math.round((page.top - y - page.lineY) * 1000) / 1000;
  page.out += `${dx} ${dy} Td\n`;
  page.lineX += dx;
  page.lineY += dy;
  return page.lineX;
}

function endText(page: PageContent): void {
  if (page.inText) page.out += 'ET\n';
  page.inText = false;
}

function setScale(page: PageContent, scale: number): void {
  const percent = Math.round(scale * 100_000) / 1000;
  if (percent === page.scale) return;
  page.scale = percent;
  page.out += `${percent} Tz\n`;
}

/**
 * Font, size, letter space, colour and overprint of a piece. Tc is stretched by Tz (ISO 32000-1, 9.3.3), and so is
 * divided by it here: letter space is what stands on paper.
 */
function setTextState(page: PageContent, op: TextOp, pen: Pen, style: RunStyle, encoded: EncodedText): void {
  const spaceOnPaper = op.letterSpace + (style.tracking * style.size) / 1000;
  const letterSpace = Math.round((spaceOnPaper * 100_000) / page.scale) / 1000;
  const overprint = isSolidBlack(style.color) && style.size <= OVERPRINT_LIMIT;
  const sameFont = page.font === encoded.font.name && page.size === style.size;
  const sameLook = page.fillColor === style.color && page.overprint === overprint;
  if (sameFont && sameLook && page.letterSpace === letterSpace) return;
  closeString(page, pen);
  if (!sameFont) {
    page.font = encoded.font.name;
    page.size = style.size;
    page.fonts.add(encoded.font);
    page.out += `/${page.font} ${formatNumber(style.size)} Tf\n`;
  }
  if (page.letterSpace !== letterSpace) {
    page.letterSpace = letterSpace;
    page.out += `${letterSpace} Tc\n`;
  }
  setOverprint(page, overprint);
  setFill(page, style.color);
}

function setOverprint(page: PageContent, overprint: boolean): void {
  if (page.overprint === overprint) return;
  page.overprint = overprint;
  page.out += `/${overprint ? OVERPRINT_ON : OVERPRINT_OFF} gs\n`;
}

function setFill(page: PageContent, color: Color): void {
  if (page.fillColor === color) return;
  page.fillColor = color;
  page.out += `${inks(color)} k\n`;
}

/** A colour as shares of the four inks. Gray is black ink: DeviceGray could not overprint. */
function inks(color: Color): string {
  if (color.type === 'gray') return `0 0 0 ${formatNumber(color.ink)}`;
  return `${formatNumber(color.c)} ${formatNumber(color.m)} ${formatNumber(color.y)} ${formatNumber(color.k)}`;
}

/** Left, bottom, width and height of a box in PDF space. */
function boxNumbers(page: PageContent, box: Rect): string {
  const corner = `${formatNumber(page.left + box.x)} ${formatNumber(page.top - box.y - box.height)}`;
  return `${corner} ${formatNumber(box.width)} ${formatNumber(box.height)}`;
}

function utf16Hex(text: string): string {
  let hex = 'FEFF';
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, '0').toUpperCase();
  return hex;
}
