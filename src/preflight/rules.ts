import type { Severity } from '../diagnostics/severity.js';

/** What a file is judged as: the whole paper for the press, or an advertisement that goes into one. */
export type PreflightKind = 'press' | 'ad';

interface Rule {
  /** How grave a breach is in a press file. */
  readonly press: Severity | 'off';
  /** How grave it is in an advertisement, of which only what is drawn goes into the paper. */
  readonly ad: Severity | 'off';
  /** What the rule asks for, in one sentence, as the documentation prints it. */
  readonly asks: string;
}

const STOPS = { press: 'error', ad: 'error' } as const;
const PRESS_ONLY = { press: 'error', ad: 'off' } as const;
const MILD_IN_ADS = { press: 'error', ad: 'warning' } as const;
const WARNS = { press: 'warning', ad: 'warning' } as const;

/**
 * Every rule that a file is held against. `docs/preflight.md` lists them; a test holds the two together. Sources: PDF/X-4 is
 * ISO 15930-7:2010, PDF is ISO 32000-1:2008, coldset printing is ISO 12647-3.
 */
export const RULES = {
  // the file
  'damaged-file': { ...STOPS, asks: 'the file can be read, and every part of it unpacked' },
  'beyond-limits': { ...STOPS, asks: 'the file is no larger and no deeper than can be judged' },
  encrypted: { ...STOPS, asks: 'the file is not encrypted' },
  'pdf-version': { ...PRESS_ONLY, asks: 'the version is 1.6 or lower' },
  'file-id': { ...PRESS_ONLY, asks: 'the trailer has an ID of two strings of at least 16 bytes' },
  'file-end': { ...PRESS_ONLY, asks: 'there is one cross-reference section, and nothing after the end' },
  'forbidden-filter': { ...MILD_IN_ADS, asks: 'no stream is packed with LZW or Crypt' },
  'external-stream': { ...STOPS, asks: 'no stream lies in another file' },
  'content-syntax': { ...STOPS, asks: 'content streams hold known operators, with as many q as Q' },
  'deep-nesting': { ...STOPS, asks: 'q and Q are nested at most 28 deep' },
  'missing-resource': { ...STOPS, asks: 'everything that content names is in its resources' },
  // what the file says of itself
  'info-incomplete': { ...PRESS_ONLY, asks: 'Info has Title, Creator, Producer, CreationDate and ModDate' },
  'xmp-missing': { ...PRESS_ONLY, asks: 'the catalog has XMP metadata, not packed, and well-formed' },
  'xmp-version': { ...PRESS_ONLY, asks: 'the XMP says PDF/X-4' },
  'xmp-incomplete': { ...PRESS_ONLY, asks: 'the XMP has all that PDF/X-4 asks for' },
  'info-differs': { ...PRESS_ONLY, asks: 'Info and XMP say the same' },
  trapped: { ...PRESS_ONLY, asks: 'Info and XMP say whether the file is trapped: True or False' },
  // output intent and boxes
  'output-intent': { ...PRESS_ONLY, asks: 'there is exactly one output intent GTS_PDFX, with its names' },
  'output-profile': { ...PRESS_ONLY, asks: 'the output intent embeds a CMYK printer profile' },
  'other-profile': { press: 'warning', ad: 'off', asks: 'the output profile is that of the paper' },
  'page-box': { ...MILD_IN_ADS, asks: 'every page has a MediaBox and a TrimBox, one inside the other' },
  'crop-box': { ...PRESS_ONLY, asks: 'no CropBox cuts the page' },
  'page-turned': { ...STOPS, asks: 'pages are not turned and not scaled' },
  'trim-size': { ...STOPS, asks: 'all pages have the same trim size, and that of the paper or slot' },
  'page-count': { ...PRESS_ONLY, asks: 'the press can fold this many pages' },
  // fonts
  'font-not-embedded': { ...STOPS, asks: 'every font in use is embedded' },
  'font-damaged': { ...STOPS, asks: 'embedded fonts can be read' },
  'font-widths': { ...MILD_IN_ADS, asks: 'the widths in the file are those of the font' },
  'no-unicode': { ...MILD_IN_ADS, asks: 'every character shown maps to Unicode' },
  'missing-glyph': { ...STOPS, asks: 'no character is shown that its font does not have' },
  // colour
  'rgb-color': { ...STOPS, asks: 'nothing is in RGB' },
  'lab-color': { ...STOPS, asks: 'nothing is in Lab' },
  'spot-color': { ...STOPS, asks: 'there are no inks but those of the process' },
  'icc-color': { ...MILD_IN_ADS, asks: 'no colour goes through a profile of its own' },
  'registration-color': { ...STOPS, asks: 'registration colour stands outside the page alone' },
  'transparency-group': { ...MILD_IN_ADS, asks: 'a page with transparency has a group in DeviceCMYK' },
  'transfer-function': { ...STOPS, asks: 'there are no transfer functions, and no special halftones' },
  // what a press file must not hold
  'forbidden-object': { ...STOPS, asks: 'there are no PostScript or reference XObjects, OPI or alternate images' },
  action: { ...MILD_IN_ADS, asks: 'there are no actions' },
  javascript: { ...MILD_IN_ADS, asks: 'there is no JavaScript' },
  annotation: { ...MILD_IN_ADS, asks: 'no annotation lies on the page' },
  form: { ...MILD_IN_ADS, asks: 'there are no form fields' },
  'embedded-file': { ...WARNS, asks: 'no files are embedded' },
  layers: { ...PRESS_ONLY, asks: 'optional content has a default configuration with a name, which nothing changes' },
  'print-area': { ...PRESS_ONLY, asks: 'viewers are asked to show and print all of the page' },
  // ink
  'black-overprint': { ...MILD_IN_ADS, asks: 'black type up to 24 pt is black ink alone and overprints' },
  'white-overprint': { ...STOPS, asks: 'white never overprints' },
  'rich-black': { ...STOPS, asks: 'dark type under display size is black ink alone' },
  'ink-limit': { ...STOPS, asks: 'all inks together stay within the limit' },
  'negative-jpeg': { ...STOPS, asks: 'CMYK JPEGs are not turned negative' },
  // type, lines, pictures
  'small-type': { ...STOPS, asks: 'type is large enough for the way it is printed' },
  'tiny-type': { ...WARNS, asks: 'solid type is at least 6 pt' },
  'thin-line': { ...STOPS, asks: 'lines are wide enough for the way they are printed' },
  'low-resolution': { ...STOPS, asks: 'pictures have at least the pixels that the press stops for' },
  'poor-resolution': { ...WARNS, asks: 'pictures have the pixels that they should have' },
  'excess-resolution': { ...WARNS, asks: 'pictures have no more pixels than are of use' },
  'distorted-picture': { ...WARNS, asks: 'pictures are as wide as they are meant to be' },
  // finding one's way
  thread: {
    press: 'warning',
    ad: 'off',
    asks: 'article threads are closed rings of beads on their pages, each with text',
  },
  outline: { press: 'warning', ad: 'off', asks: 'outline items have a title and lead to a page' },
  'page-labels': { press: 'warning', ad: 'off', asks: 'every page has a label, and no other page has the same' },
  // what could not be looked at
  unjudged: { ...WARNS, asks: 'everything in the file is of a kind that can be judged' },
} as const satisfies Record<string, Rule>;

export type RuleCode = keyof typeof RULES;
