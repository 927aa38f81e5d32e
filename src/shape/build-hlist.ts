/**
 * A styled paragraph as boxes, glue and penalties (Knuth & Plass 1981, p. 1126). In: the paragraph and the words of each
 * of its styles. Out: an `HList`; characters that no face has are reported.
 */
import type { Report } from '../diagnostics/diagnostic.js';
import { type HList, type HWord, INFINITE_PENALTY } from '../model/hlist.js';
import type { Justification } from '../model/paper.js';
import type { RunStyle, StyledParagraph } from '../model/styled.js';
import { addGlue, addPenalty, type HListColumns, takeList } from './hlist-columns.kernel.js';
import { reportLacking } from './lacking-features.js';
import type { PreparedWord } from './prepare-word.js';
import { reportMissing } from './report-missing.js';
import { NO_WHITE, SPACE, TIED, TIED_FIXED, type White, whiteOf } from './white.js';
import { addWordItems, type ItemScale } from './word-measures.kernel.js';
import type { StyleWords } from './word-store.js';
import { EMPTY_HASH, hashUnit } from './word-table.kernel.js';

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
  /** The space that counts among it. */
  whiteUnit: number;
  whiteStyle: StyleWords | undefined;
  /** Whether the line that a hard break would end holds anything. */
  lineHasText: boolean;
  /** Whether the text since the last white ends in a dash or hyphen, after which a line may end. */
  endsInDash: boolean;
}

/** Stretch of the glue that fills the rest of a paragraph's last line, in points. */
const FILL_STRETCH = 1e5;
const EXPLICIT_PENALTY = 50;

export function buildHList(paragraph: StyledParagraph, tools: HListTools, report: Report): HList {
  const { columns, justification } = tools;
  const draft: Draft = {
    columns,
    justification,
    justified: paragraph.style.align === 'justify',
    words: [],
    missing: new Map(),
    white: NO_WHITE,
    whiteUnit: 0,
    whiteStyle: undefined,
    lineHasText: false,
    endsInDash: false,
  };
  for (const run of paragraph.runs) {
    if (run.type === 'text') {
      const words = tools.wordsOf(run.style);
      if (words.lacking.length > 0) reportLacking(words.lacking, run.style.face, paragraph, report);
      addText(draft, run.text, words);
    } else if (draft.lineHasText) endLine(draft);
  }
  if (draft.lineHasText || columns.end === columns.start) endLine(draft);
  reportMissing(draft.missing, paragraph, report);
  return takeList(columns, draft.words, paragraph);
}

/** Splits text at its white. Runs of white are one space, the strongest; white at the start and end of a line is dropped. */
function addText(draft: Draft, text: string, words: StyleWords): void {
  const scale = itemScale(words.style, draft);
  let start = 0;
  let hash = EMPTY_HASH;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const white = whiteOf(unit);
    if (white === NO_WHITE) {
      hash = hashUnit(hash, unit);
      continue;
    }
    if (start < index) addWord(draft, words.find(text, start, index, hash), scale);
    start = index + 1;
    hash = EMPTY_HASH;
    if (white > draft.white) {
      draft.white = white;
      draft.whiteUnit = unit;
      draft.whiteStyle = words;
    }
  }
  if (start < text.length) addWord(draft, words.find(text, start, text.length, hash), scale);
}

/** Only justified lines are stretched and shrunk. */
function itemScale({ size, tracking }: RunStyle, { justified, justification }: Draft): ItemScale {
  const { letterSpace, glyphScale } = justification;
  const gives = justified ? 1 : 0;
  return {
    point: size / 1000,
    tracking,
    widthStretch: gives * (glyphScale.max - 1),
    widthShrink: gives * (1 - glyphScale.min),
    glyphStretch: gives * letterSpace.max * size,
    glyphShrink: gives * -letterSpace.min * size,
  };
}

function addWord(draft: Draft, { text, parts, missing, endsInDash }: PreparedWord, scale: ItemScale): void {
  if (parts.length === 0) return;
  if (draft.lineHasText) addSeparation(draft);
  for (const code of missing) if (!draft.missing.has(code)) draft.missing.set(code, text);
  for (const word of parts) {
    addWordItems(draft.columns, word.measures, word.row, word.rows, draft.words.length, scale);
    draft.words.push(word);
  }
  draft.white = NO_WHITE;
  draft.lineHasText = true;
  draft.endsInDash = endsInDash;
}

/** What stands between two words: white, or a place to break after a dash where two styles adjoin. */
function addSeparation(draft: Draft): void {
  const { columns, white, whiteUnit, whiteStyle } = draft;
  if (white !== NO_WHITE && whiteStyle) {
    if (white === TIED || white === TIED_FIXED) addPenalty(columns, INFINITE_PENALTY);
    if (white === TIED || white === SPACE) addSpace(draft, whiteStyle);
    else addGlue(columns, (whiteStyle.fixedSpace(whiteUnit) * whiteStyle.style.size) / 1000, 0, 0);
  } else if (draft.endsInDash) addPenalty(columns, EXPLICIT_PENALTY);
}

/** A word space. Only justified text has stretch and shrink: ragged lines keep their natural spaces. */
function addSpace(draft: Draft, words: StyleWords): void {
  const { min, natural, max } = draft.justification.wordSpace;
  const space = (words.space * words.style.size) / 1000;
  const gives = draft.justified ? space : 0;
  addGlue(draft.columns, space * natural, gives * (max - natural), gives * (natural - min));
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
