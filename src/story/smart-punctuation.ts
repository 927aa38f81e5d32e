/**
 * Typewriter punctuation to a printer's: `"` and `'` to the language's quotation marks or an apostrophe, `--` and `---`
 * to dashes, `...` to an ellipsis. Looks across the borders of runs, since a quotation may open before emphasis.
 * Text that is typographic already, and code, stay as they are. So do `'` and `"` after figures: feet and inches.
 */
import type { Inline } from '../model/story.js';
import { primaryLanguage } from '../units/language.js';
import { type MarkPair, type QuotationMarks, quotationMarksOf } from './quotation-marks.js';

/** What one reading of a block knows. */
interface Scan {
  /** The text of the whole block: marks look at the characters beside them, whichever run holds those. */
  readonly whole: string;
  readonly marks: QuotationMarks;
  readonly elisions: RegExp;
  openDouble: boolean;
  openSingle: boolean;
  /** Place of the last quotation mark that opened: what follows it stands at a start. */
  lastOpening: number;
  /** Place of the last single mark that could close a quotation. */
  readonly lastClosing: number;
}

/** Replaces typewriter punctuation in the runs of one block. Runs without any are returned as they are. */
export function smartenRuns(inline: readonly Inline[], language: string): readonly Inline[] {
  if (!inline.some(isTyped)) return inline;
  const scan = startScan(inline, language);
  let end = 0;
  return inline.map((run) => {
    const start = end;
    end += textOf(run).length;
    return run.type === 'text' && isTyped(run) ? { ...run, text: smarten(scan, start, end) } : run;
  });
}

function isTyped(run: Inline): boolean {
  return run.type === 'text' && !run.code && /["']|--|\.\.\./.test(run.text);
}

function textOf(run: Inline): string {
  return run.type === 'text' ? run.text : ' ';
}

function startScan(inline: readonly Inline[], language: string): Scan {
  const whole = inline.map(textOf).join('');
  return {
    whole,
    marks: quotationMarksOf(language),
    elisions: ELISIONS.get(primaryLanguage(language)) ?? YEARS,
    openDouble: false,
    openSingle: false,
    lastOpening: -1,
    lastClosing: lastClosingSingle(whole),
  };
}

function lastClosingSingle(text: string): number {
  let last = -1;
  for (const { index } of text.matchAll(/(?<=\S)'(?![\p{L}\p{N}])/gu)) last = index;
  return last;
}

/** The text from `start` to `end` with its punctuation replaced. */
function smarten(scan: Scan, start: number, end: number): string {
  const typed = /"|'|-{2,}|\.{3,}/g;
  const text = scan.whole.slice(start, end);
  return text.replace(typed, (sign, at: number) => replaceSign(scan, sign, start + at));
}

function replaceSign(scan: Scan, sign: string, at: number): string {
  if (sign === '"') return doubleQuote(scan, at);
  if (sign === "'") return singleQuote(scan, at);
  if (sign.startsWith('.')) return sign.length <= 4 ? `…${sign.slice(3)}` : sign;
  return dash(scan, sign, at);
}

/** Two hyphens are an en dash, three an em dash; longer rows and arrows ("-->") are something else. */
function dash(scan: Scan, hyphens: string, at: number): string {
  const arrow = scan.whole[at - 1] === '<' || scan.whole[at + hyphens.length] === '>';
  if (arrow || hyphens.length > 3) return hyphens;
  return hyphens.length === 2 ? '–' : '—';
}

function doubleQuote(scan: Scan, at: number): string {
  const before = scan.whole[at - 1];
  const after = scan.whole[at + 1];
  if (isInch(scan, at)) return '"';
  const opens = standsAtStart(scan, at) && after !== undefined && !isSpace(after);
  const closes = before !== undefined && !isSpace(before) && !isWordCharacter(after);
  scan.openDouble = opens === closes ? !scan.openDouble : opens;
  if (!scan.openDouble) return spaced(scan.marks.double, 1, before);
  scan.lastOpening = at;
  return spaced(scan.marks.double, 0, after);
}

/** A mark of a pair, without its inner space where the writer typed one. */
function spaced(pair: MarkPair, side: 0 | 1, inner: string | undefined): string {
  return inner !== undefined && isSpace(inner) ? pair[side].trim() : pair[side];
}

/** `6'2"` is a height wherever it stands; `12"` is inches where no quotation is open that it could close. */
function isInch(scan: Scan, at: number): boolean {
  const before = scan.whole.slice(Math.max(0, at - 6), at);
  if (/\d['′]\d{1,2}$/.test(before)) return true;
  return /\d$/.test(before) && !scan.openDouble && !isWordCharacter(scan.whole[at + 1]);
}

function singleQuote(scan: Scan, at: number): string {
  const before = scan.whole[at - 1];
  const after = scan.whole[at + 1];
  if (isWordCharacter(before)) return afterWord(scan, before as string, after);
  if (standsAtStart(scan, at)) return after === undefined || isSpace(after) ? "'" : beforeWord(scan, at);
  return closeSingle(scan);
}

/** After a letter: an apostrophe, or the end of a quotation. Both look alike in English, not in German. */
function afterWord(scan: Scan, before: string, after: string | undefined): string {
  if (isDigit(before) && isDigit(after)) return "'";
  if (isWordCharacter(after)) return '’';
  if (isDigit(before) && !scan.openSingle) return "'";
  return closeSingle(scan);
}

function closeSingle(scan: Scan): string {
  if (!scan.openSingle) return '’';
  scan.openSingle = false;
  return scan.marks.single[1];
}

/**
 * Before a word: the start of a quotation, or letters left out ("'tis", "'90s"). A mark that nothing closes later has
 * left letters out, save at the start of a paragraph, where a long quotation opens anew.
 */
function beforeWord(scan: Scan, at: number): string {
  const rest = scan.whole.slice(at + 1);
  if (scan.elisions.test(rest)) return '’';
  if (at > 0 && scan.lastClosing <= at + 1) return '’';
  scan.openSingle = true;
  scan.lastOpening = at;
  return scan.marks.single[0];
}

/** Whether a mark at this place stands where a quotation may start: after space, a dash or an opening mark. */
function standsAtStart(scan: Scan, at: number): boolean {
  if (at === 0 || scan.lastOpening === at - 1) return true;
  return /[\s([{<¿¡“‘„‚«‹/\-–—]/.test(scan.whole[at - 1] as string);
}

function isSpace(character: string): boolean {
  return /\s/.test(character);
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** Years with the century left out: '68, '90s. */
const YEARS = /^\d\ds?(?![\p{L}\p{N}])/u;

/** Words that begin with an apostrophe, by language; only those that could hardly open a quotation. */
const ELISIONS: ReadonlyMap<string, RegExp> = new Map([
  ['en', elisions('tis|twas|twere|twill|twould|til|em|n|nuff|bout|cept|neath|tween|Tis|Twas|Twere|Twill|Til|N')],
  ['nl', elisions('s|t|n|k|m|r')],
  ['de', elisions('s|n|ne|nen|nem|ner|rauf|raus|rein|rüber|runter')],
  ['it', elisions('ndrangheta|Ndrangheta|sto|sta|n')],
]);

function elisions(words: string): RegExp {
  return new RegExp(`^(?:${words}|\\d\\ds?)(?![\\p{L}\\p{N}])`, 'u');
}
