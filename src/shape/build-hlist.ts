/**
 * A styled paragraph as boxes, glue and penalties (Knuth & Plass 1981, p. 1126). In: the paragraph and the words of each
 * of its styles. Out: an `HList`; characters that no face has are reported.
 */
import type { Report } from '../diagnostics/diagnostic.js';
import { type HList, type HWord, INFINITE_PENALTY } from '../model/hlist.js';
import type { Justification } from '../model/paper.js';
import type { RunStyle, StyledParagraph } from '../model/styled.js';
import { addBox, addCut, addGlue, addPenalty, type HListColumns, takeList } from './hlist-columns.kernel.js';
import { reportMissing } from './report-missing.js';
import type { StyledPart, StyleWords } from './word-store.js';

/** What a list is built with; the columns are used over and over. */
export interface HListTools {
  readonly columns: HListColumns;
  readonly justification: Justification;
  wordsOf(style: RunStyle): StyleWords;
}

/** A list in the making. */
interface Draft {
  readonly columns: HListColumns;
  readonly justification: Justification;
  readonly justified: boolean;
  readonly words: HWord[];
  /** Characters that no face has, with the first word that has them. */
  readonly missing: Map<number, string>;
  /** The white met since the last word, and the style that it is in. */
  white: White;
  whiteStyle: StyleWords | undefined;
  /** Whether the line that a hard break would end holds anything. */
  lineHasText: boolean;
  /** Whether the text since the last white ends in a dash or hyphen, after which a line may end. */
  endsInDash: boolean;
}

const NO_WHITE = 0;
const SPACE = 1;
/** A no-break space: glue at which no line ends. */
const FIXED = 2;
type White = typeof NO_WHITE | typeof SPACE | typeof FIXED;

/** Stretch of the glue that fills the rest of a paragraph's last line, in points. */
export const FILL_STRETCH = 1e5;
const EXPLICIT_PENALTY = 50;
const NO_BREAK_SPACE = 0xa0;

export function buildHList(paragraph: StyledParagraph, tools: HListTools, report: Report): HList {
  const { columns, justification } = tools;
  columns.length = 0;
  const draft: Draft = {
    columns,
    justification,
    justified: paragraph.style.align === 'justify',
    words: [],
    missing: new Map(),
    white: NO_WHITE,
    whiteStyle: undefined,
    lineHasText: false,
    endsInDash: false,
  };
  for (const run of paragraph.runs) {
    if (run.type === 'text') addText(draft, run.text, tools.wordsOf(run.style));
    else if (draft.lineHasText) endLine(draft);
  }
  if (draft.lineHasText || columns.length === 0) endLine(draft);
  reportMissing(draft.missing, paragraph.origin, report);
  return takeList(columns, draft.words, paragraph);
}

/** Splits text at its white. Runs of white are one space; white at the start and end of a line is dropped. */
function addText(draft: Draft, text: string, words: StyleWords): void {
  let start = -1;
  for (let index = 0; index < text.length; index++) {
    const white = whiteOf(text.charCodeAt(index));
    if (white === NO_WHITE) {
      if (start < 0) start = index;
      continue;
    }
    if (start >= 0) addWord(draft, text.slice(start, index), words);
    start = -1;
    if (white > draft.white) {
      draft.white = white;
      draft.whiteStyle = words;
    }
  }
  if (start >= 0) addWord(draft, text.slice(start), words);
}

function whiteOf(unit: number): White {
  if (unit > 0x20) return unit === NO_BREAK_SPACE ? FIXED : NO_WHITE;
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) ? SPACE : NO_WHITE;
}

function addWord(draft: Draft, written: string, words: StyleWords): void {
  const { parts, missing } = words.find(written);
  if (draft.lineHasText) addSeparation(draft);
  draft.white = NO_WHITE;
  for (const code of missing) if (!draft.missing.has(code)) draft.missing.set(code, written);
  for (const styled of parts) addPart(draft, styled, words.style);
  if (parts.length === 0) return;
  draft.lineHasText = true;
  draft.endsInDash = /[\p{L}\p{N}][-\u2010\u2013-\u2015]$/u.test(written);
}

/** What stands between two words: white, or a place to break after a dash where two styles adjoin. */
function addSeparation(draft: Draft): void {
  const { columns, white, whiteStyle } = draft;
  if (white !== NO_WHITE && whiteStyle) {
    if (white === FIXED) addPenalty(columns, INFINITE_PENALTY);
    addSpace(draft, whiteStyle);
  } else if (draft.endsInDash) addPenalty(columns, EXPLICIT_PENALTY);
}

/** A word space. Only justified text has stretch and shrink: ragged lines keep their natural spaces. */
function addSpace(draft: Draft, words: StyleWords): void {
  const { min, natural, max } = draft.justification.wordSpace;
  const space = (words.space * words.style.size) / 1000;
  const gives = draft.justified ? space : 0;
  addGlue(draft.columns, space * natural, gives * (max - natural), gives * (natural - min));
}

function addPart(draft: Draft, { part, word }: StyledPart, style: RunStyle): void {
  const { columns } = draft;
  const index = draft.words.length;
  draft.words.push(word);
  const scale = style.size / 1000;
  const { letterSpace, glyphScale } = draft.justification;
  const gives = draft.justified ? 1 : 0;
  for (let piece = 0; piece < part.fragments.length; piece++) {
    const fragment = part.fragments[piece]!;
    const width = (fragment.width + fragment.glyphs * style.tracking) * scale;
    const stretch = gives * (width * (glyphScale.max - 1) + fragment.glyphs * letterSpace.max * style.size);
    const shrink = gives * (width * (1 - glyphScale.min) - fragment.glyphs * letterSpace.min * style.size);
    addBox(columns, width, stretch, shrink, index, fragment.offset);
    const cut = part.breaks[piece];
    if (!cut) continue;
    const hyphen = (cut.hyphenWidth + cut.hyphenGlyphs * style.tracking) * scale;
    const post = (cut.post + cut.postGlyphs * style.tracking) * scale;
    const { point } = cut;
    addCut(columns, hyphen, post, point.penalty, point.flagged ? 1 : 0, index, point.offset);
  }
}

/** Ends a line for good: TeX's \parfillskip and the forced break (TeX: The Program, §816). */
function endLine(draft: Draft): void {
  addPenalty(draft.columns, INFINITE_PENALTY);
  addGlue(draft.columns, 0, FILL_STRETCH, 0);
  addPenalty(draft.columns, -INFINITE_PENALTY);
  draft.white = NO_WHITE;
  draft.lineHasText = false;
  draft.endsInDash = false;
}
