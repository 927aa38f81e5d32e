/** Which quotation marks a language prints. Source: Unicode CLDR, and house usage of its newspapers where they differ. */
import { primaryLanguage } from '../units/language.js';

/** A pair of marks with the space, if any, that belongs inside them. */
export type MarkPair = readonly [open: string, close: string];

export interface QuotationMarks {
  /** For a typed `"`. */
  readonly double: MarkPair;
  /** For a typed `'`. */
  readonly single: MarkPair;
}

const ENGLISH: QuotationMarks = { double: ['“', '”'], single: ['‘', '’'] };
const GERMAN: QuotationMarks = { double: ['„', '“'], single: ['‚', '‘'] };
const GUILLEMETS: QuotationMarks = { double: ['«', '»'], single: ['‹', '›'] };
const ROMANCE: QuotationMarks = { double: ['«', '»'], single: ['‘', '’'] };
const SWEDISH: QuotationMarks = { double: ['”', '”'], single: ['’', '’'] };
/** French puts a narrow no-break space (U+202F) inside its guillemets. */
const FRENCH: QuotationMarks = { double: ['«\u202f', '\u202f»'], single: ['“', '”'] };

const MARKS: ReadonlyMap<string, QuotationMarks> = new Map([
  ['en', ENGLISH],
  ['nl', ENGLISH],
  ['tr', ENGLISH],
  ['ga', ENGLISH],
  ['pt-BR', ENGLISH],
  ['de', GERMAN],
  ['cs', GERMAN],
  ['sk', GERMAN],
  ['sl', GERMAN],
  ['bg', GERMAN],
  ['is', GERMAN],
  ['lt', GERMAN],
  ['de-CH', GUILLEMETS],
  ['fr-CH', GUILLEMETS],
  ['it-CH', GUILLEMETS],
  ['fa', GUILLEMETS],
  ['es', ROMANCE],
  ['it', ROMANCE],
  ['pt', ROMANCE],
  ['ca', ROMANCE],
  ['gl', ROMANCE],
  ['nb', ROMANCE],
  ['nn', ROMANCE],
  ['no', ROMANCE],
  ['el', { double: ['«', '»'], single: ['“', '”'] }],
  ['ru', { double: ['«', '»'], single: ['„', '“'] }],
  ['uk', { double: ['«', '»'], single: ['„', '“'] }],
  ['fr', FRENCH],
  ['sv', SWEDISH],
  ['fi', SWEDISH],
  ['da', { double: ['»', '«'], single: ['›', '‹'] }],
  ['pl', { double: ['„', '”'], single: ['‚', '’'] }],
  ['ro', { double: ['„', '”'], single: ['«', '»'] }],
  ['hu', { double: ['„', '”'], single: ['»', '«'] }],
]);

/** The marks of a BCP 47 tag: of the whole tag, else of its language, else the English ones. */
export function quotationMarksOf(language: string): QuotationMarks {
  return MARKS.get(language) ?? MARKS.get(primaryLanguage(language)) ?? ENGLISH;
}
