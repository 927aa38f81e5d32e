/*
 * In: a paragraph that starts with a drop cap, and the shaper. Out: the letter sized, aligned and with the room that it
 * takes. Its foot stands on the baseline of its last line, its top is level with the capitals (or the small letters) of
 * the first, and its ink begins where the lines under it begin.
 */
import type { DropCap, LinePiece } from './model/line.js';
import type { RunStyle, StyledDropCap, StyledParagraph } from './model/styled.js';
import type { Shaper } from './shape/create-shaper.js';
import type { Pt } from './units/length.js';

/** What of the shaper it takes to fit a letter. */
export type LetterShaper = Pick<Shaper, 'inkBox' | 'metrics' | 'shapeText' | 'spaceEm'>;

export interface FittedDropCap {
  readonly dropCap: DropCap;
  /** Lines that stand beside the letter. */
  readonly lines: number;
  /** How far they start from the start of the measure. */
  readonly indent: Pt;
}

/** White between the letter's ink and the lines beside it, in em of the text. */
const GAP_EM = 0.3;
/** Round letters look indented when their curve only touches the edge: they hang over it by this, in em of the letter. */
const ROUND_HANG_EM = 0.012;
const ROUND = /^[CGOQСОЭΘΟ]/u;

/** Fits the drop cap of a paragraph to text whose baselines lie `leading` apart. */
export function fitDropCap(
  { style, runs }: StyledParagraph,
  cap: StyledDropCap,
  leading: Pt,
  shaper: LetterShaper,
): FittedDropCap {
  const text = textStyle(runs, cap);
  const textMetrics = shaper.metrics(text.face);
  const drop = (cap.style.lines - 1) * leading;
  const shaped = shaper.shapeText(cap.letter, letterStyle(cap, text, 1));
  const size = (drop + textMetrics[cap.style.top] * style.size) / shaper.metrics(shaped.face).capHeight;
  const ink = shaper.inkBox(shaped) ?? { left: 0, right: shaped.widthEm, top: 0, foot: 0 };
  const start = ink.left * size + hangOf(cap.letter) * size;
  const letter: LinePiece = {
    shaped,
    style: letterStyle(cap, text, size),
    x: -start,
    width: shaped.widthEm * size,
    space: cap.isWord ? shaper.spaceEm(text.face) * text.size : 0,
    addedHyphen: false,
  };
  const clear = leading - textMetrics.ascender * style.size;
  return {
    dropCap: { ...quoteOf(cap, shaper), letter, drop },
    // A tail (Q, J) that would touch the next line keeps that line clear of it, too.
    lines: cap.style.lines + (-ink.foot * size > clear ? 1 : 0),
    indent: ink.right * size - start + GAP_EM * style.size,
  };
}

function hangOf(letter: string): number {
  return ROUND.test(letter.normalize('NFD')) ? ROUND_HANG_EM : 0;
}

/** The style that the text starts in: that of the quotation mark, or of the first words after the letter. */
function textStyle(runs: StyledParagraph['runs'], cap: StyledDropCap): RunStyle {
  const first = [...runs, ...cap.whole].find((run) => run.type === 'text');
  return cap.quote?.style ?? (first as Extract<typeof first, { type: 'text' }>).style;
}

function letterStyle({ style }: StyledDropCap, text: RunStyle, size: Pt): RunStyle {
  return {
    face: style.face,
    fallback: style.fallback,
    size,
    color: style.color,
    tracking: 0,
    features: style.features,
    language: text.language,
    hyphenate: false,
    ...(text.link === undefined ? {} : { link: text.link }),
  };
}

/** A quotation mark keeps the size of the text and hangs before the letter, level with the first line. */
function quoteOf({ quote }: StyledDropCap, shaper: LetterShaper): Pick<DropCap, 'quote'> {
  if (!quote) return {};
  const shaped = shaper.shapeText(quote.text, quote.style);
  const width = shaped.widthEm * quote.style.size;
  return { quote: { shaped, style: quote.style, x: -width, width, space: 0, addedHyphen: false } };
}
