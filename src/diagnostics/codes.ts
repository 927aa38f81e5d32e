import type { Severity } from './severity.js';

interface CodeEntry {
  readonly severity: Severity;
  /** What the code means, in one sentence, as the documentation prints it. */
  readonly means: string;
}

/**
 * Every cause of trouble, one code each. `docs/diagnostics.md` shows an example of each;
 * a test holds the two together.
 */
export const CODES = {
  // files
  'missing-file': { severity: 'error', means: 'a file that is named does not exist' },
  'unreadable-file': { severity: 'error', means: 'a file cannot be read, or is not text in UTF-8' },
  'outside-folder': { severity: 'error', means: 'a path leaves the folder that it must stay in' },
  'broken-yaml': { severity: 'error', means: 'the YAML cannot be parsed' },
  // schema
  'unknown-key': { severity: 'error', means: 'a key that the file may not have' },
  'missing-key': { severity: 'error', means: 'a key that the file must have' },
  'wrong-type': { severity: 'error', means: 'a value of the wrong kind' },
  'bad-value': { severity: 'error', means: 'a value of the right kind that is out of range or malformed' },
  'bad-date': { severity: 'error', means: 'a date that is not in the calendar' },
  'duplicate-key': { severity: 'error', means: 'a key written twice, as a page number or slot given twice' },
  // paper and template
  'missing-paper': { severity: 'error', means: 'the paper that the issue names does not exist' },
  'missing-template': { severity: 'error', means: 'a page template that does not exist' },
  'template-cycle': { severity: 'error', means: 'templates extend one another in a circle' },
  'unknown-slot': { severity: 'error', means: 'a slot that the page template does not have' },
  'slot-off-grid': { severity: 'error', means: 'a slot reaches outside the grid' },
  'slots-overlap': { severity: 'error', means: 'two slots of a template lie over one another' },
  'slot-refuses': { severity: 'error', means: 'a slot does not accept this kind of content' },
  'slot-taken': { severity: 'error', means: 'two stories in one slot' },
  'unknown-style': { severity: 'error', means: 'a style that the paper does not have' },
  'unknown-color': { severity: 'error', means: 'a colour that the paper does not have' },
  'style-cycle': { severity: 'error', means: 'styles extend one another in a circle' },
  'page-count': {
    severity: 'error',
    means: 'a page count that the press cannot fold, or pages that do not run from 1',
  },
  // fonts
  'missing-font': { severity: 'error', means: 'a font family, face or font file that does not exist' },
  'bad-font': { severity: 'error', means: 'a font file that is damaged or may not be embedded' },
  'bad-profile': { severity: 'error', means: 'an output profile that is missing or is no press profile' },
  'missing-glyph': { severity: 'error', means: 'a character that no font has' },
  'missing-feature': { severity: 'warning', means: 'an OpenType feature that a font does not have' },
  // articles
  'missing-article': { severity: 'error', means: 'an article that is named does not exist' },
  'empty-article': { severity: 'error', means: 'an article without text' },
  'missing-headline': { severity: 'error', means: 'an article without a headline' },
  'duplicate-article': { severity: 'error', means: 'an article set twice in one edition' },
  'placeholder-text': { severity: 'error', means: 'text that was meant to be replaced' },
  'unsupported-markdown': { severity: 'error', means: 'Markdown that a newspaper column cannot hold' },
  'ragged-table': { severity: 'error', means: 'a row of a table with more cells than the table has columns' },
  'empty-table': { severity: 'error', means: 'a table without rows' },
  'wrong-weekday': { severity: 'error', means: 'a weekday that does not fit the date' },
  // pictures and ads
  'missing-picture': { severity: 'error', means: 'a picture file that does not exist' },
  'bad-picture': { severity: 'error', means: 'a picture that is damaged or of a kind that cannot be printed' },
  'low-resolution': { severity: 'error', means: 'a picture with too few pixels for its size in print' },
  'poor-resolution': { severity: 'warning', means: 'a picture with fewer pixels than it should have' },
  'thin-line': { severity: 'warning', means: 'a line of a drawing that is too thin in print' },
  'missing-caption': { severity: 'warning', means: 'a picture without a caption' },
  'missing-credit': { severity: 'warning', means: 'a picture without a credit' },
  'missing-alt': { severity: 'warning', means: 'a picture without a description for those who cannot see it' },
  'bad-ad': { severity: 'error', means: 'an advertisement that is missing, damaged or of a wrong size' },
  'unfit-ad': { severity: 'error', means: 'an advertisement that the press cannot print as it is' },
  'doubtful-ad': { severity: 'warning', means: 'an advertisement that may not print as it is meant to' },
  'pullquote-unplaced': { severity: 'warning', means: 'a pullquote of an article that its slot has no place for' },
  'picture-unplaced': { severity: 'warning', means: 'a picture of an article that its slot has no room for' },
  // make-up
  overset: { severity: 'error', means: 'text that does not fit its slots' },
  underset: { severity: 'warning', means: 'a story that leaves more than two lines of its slots empty' },
  'empty-slot': { severity: 'error', means: 'a required slot with nothing in it' },
  'dangling-jump': {
    severity: 'error',
    means: 'a continuation of a story that does not start before it, or has nothing left to continue',
  },
  'dangling-refer': { severity: 'error', means: 'a refer to an article that is on no page' },
  'wrong-claim': { severity: 'error', means: 'a page number typed in the text that is not the computed one' },
  'head-too-wide': { severity: 'error', means: 'a word of a head that is wider than its slot' },
  'barcode-misfit': { severity: 'error', means: 'a bar code that has no room in its place' },
  'barcode-truncated': { severity: 'warning', means: 'a bar code whose bars are lower than the standard asks for' },
  'line-too-wide': { severity: 'error', means: 'a word that no line of its leg can hold' },
  'table-too-wide': { severity: 'error', means: 'a table that is wider than its leg' },
  'loose-line': { severity: 'warning', means: 'a line with word spaces far too wide' },
  'hyphen-run': { severity: 'warning', means: 'more than three hyphens in a row' },
  'short-jump': { severity: 'warning', means: 'fewer lines before or after a jump than the slot asks for' },
  'many-jumps': { severity: 'warning', means: 'more stories that jump from one page than a reader follows' },
  'unlevel-legs': { severity: 'warning', means: 'legs of a story that do not end on one line' },
  'widow-orphan': { severity: 'warning', means: 'a first or last line of a paragraph left alone' },
} as const satisfies Record<string, CodeEntry>;

export type DiagnosticCode = keyof typeof CODES;
