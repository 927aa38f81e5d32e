/**
 * Ties words at whose space no line may end, and puts the narrow spaces of a language where they belong. In: the runs of a
 * block, punctuation typographic already. Out: the same with no-break spaces (U+00A0, and U+202F where the space is
 * narrow) for some of the spaces. Looks across the borders of runs; code stays as it is.
 */
import type { Inline } from '../model/story.js';
import { primaryLanguage } from '../units/language.js';
import { tiedWordsOf, UNITS } from './tied-words.js';

/** What ties in one language, ready to be looked up. */
interface Ties {
  /** BCP 47 tag in lower case, and the language alone. */
  readonly tag: string;
  readonly primary: string;
  readonly titles: ReadonlySet<string>;
  readonly counters: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
}

/** A place where a space is replaced, or put in. */
interface Edit {
  readonly at: number;
  readonly removed: 0 | 1;
  readonly space: string;
}

const TIE = '\u00a0';
const NARROW = '\u202f';
/** Stands for characters that no rule may see: those of code, and hard breaks. */
const HIDDEN = '\uffff';

const known = new Map<string, Ties>();

/** Ties the spaces of one block. Runs in which nothing is tied are returned as they are. */
export function tieSpaces(inline: readonly Inline[], language: string): readonly Inline[] {
  const whole = inline.map(visibleText).join('');
  const edits = findEdits(whole, tiesOf(language));
  if (edits.length === 0) return inline;
  let end = 0;
  return inline.map((run) => {
    const start = end;
    end += visibleText(run).length;
    if (run.type === 'break') return run;
    const own = edits.filter(({ at }) => at >= start && at < end);
    return own.length === 0 ? run : { ...run, text: edited(run.text, own, start) };
  });
}

function visibleText(run: Inline): string {
  if (run.type === 'break') return HIDDEN;
  return run.code ? HIDDEN.repeat(run.text.length) : run.text;
}

function edited(text: string, edits: readonly Edit[], start: number): string {
  let done = 0;
  let out = '';
  for (const { at, removed, space } of edits) {
    out += text.slice(done, at - start) + space;
    done = at - start + removed;
  }
  return out + text.slice(done);
}

function tiesOf(language: string): Ties {
  const made = known.get(language);
  if (made) return made;
  const primary = primaryLanguage(language);
  const { titles, counters, months, units } = tiedWordsOf(primary);
  const ties = {
    tag: language.toLowerCase(),
    primary,
    titles: new Set(titles),
    counters: new Set(counters),
    months: new Set(months),
    units: new Set([...UNITS, ...units]),
  };
  known.set(language, ties);
  return ties;
}

function findEdits(whole: string, ties: Ties): readonly Edit[] {
  const edits: Edit[] = [];
  for (let at = whole.indexOf(' '); at >= 0; at = whole.indexOf(' ', at + 1)) {
    if (standsInProse(whole, at)) continue;
    const space = tieAt(whole, at, ties);
    if (space !== undefined) edits.push({ at, removed: 1, space });
  }
  const missing = missingSpaces(whole, ties);
  return missing.length === 0 ? edits : [...edits, ...missing].sort((a, b) => a.at - b.at);
}

/** Whether a space stands between small letters of the alphabet, as nine of ten do: no rule ties those. */
function standsInProse(whole: string, at: number): boolean {
  const before = whole.charCodeAt(at - 1);
  if (!isSmall(before) && before !== COMMA) return false;
  return isSmall(whole.charCodeAt(at + 1)) && !isDigit(whole[at - 3]);
}

const COMMA = 0x2c;

function isSmall(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** What the space at a place is tied with; undefined where a line may end. */
function tieAt(whole: string, at: number, ties: Ties): string | undefined {
  const before = whole[at - 1];
  const after = whole[at + 1];
  if (before === undefined || after === undefined) return undefined;
  return (
    tieSigns(whole, at) ??
    (ties.primary === 'fr' ? tieFrench(before, after, whole[at + 2]) : undefined) ??
    (isDigit(after) ? tieBeforeNumber(whole, at, ties) : undefined) ??
    (mayEndTied(whole, at) ? tieAfterWord(whole, at, ties) : undefined)
  );
}

/** Whether it is worth looking at the words around a space: nine of ten are not. */
function mayEndTied(whole: string, at: number): boolean {
  const before = whole[at - 1] as string;
  if (isDigit(before) || before === '.' || before === 'º' || before === '°') return true;
  return isDigit(whole[at - 3]) || isCapital(whole[at + 1] as string);
}

/** A dash between words stays at the end of its line, an ellipsis with the word that it breaks off or goes on with. */
function tieSigns(whole: string, at: number): string | undefined {
  const after = whole[at + 1] as string;
  if ((after === '–' || after === '—') && isEnd(whole[at + 2])) return TIE;
  if (after === '…') return TIE;
  const opens = whole[at - 1] === '…' && (at === 1 || /[([“„«‚‘"'\u202f]/.test(whole[at - 2] as string));
  return opens ? TIE : undefined;
}

/** Lexique des règles typographiques en usage à l'Imprimerie nationale: a narrow space before ; ! ? and inside « ». */
function tieFrench(before: string, after: string, next: string | undefined): string | undefined {
  if (before === '«' || after === '»') return NARROW;
  if (after === ';' || after === '!' || after === '?') return NARROW;
  return after === ':' && isEnd(next) ? TIE : undefined;
}

/** "p. 12", "July 8", "12 000". */
function tieBeforeNumber(whole: string, at: number, ties: Ties): string | undefined {
  const word = wordBefore(whole, at);
  if (ties.counters.has(word)) return TIE;
  const number = /^\d+/.exec(whole.slice(at + 1, at + 5))?.[0] as string;
  if (ties.primary === 'en' && number.length <= 2 && ties.months.has(word.toLowerCase())) return TIE;
  return number.length === 3 && GROUP_BY_SPACE.has(ties.primary) && GROUP.test(whole.slice(Math.max(0, at - 20), at))
    ? NARROW
    : undefined;
}

/** The first groups of a number whose thousands are parted: not a year, a telephone number or a decimal. */
const GROUP = /(?<![\d.,])(?<!\d[ \u00a0\u202f])[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})*$/;

/** Languages that part thousands by a space; English and others have signs of their own for it. */
const GROUP_BY_SPACE: ReadonlySet<string> = new Set('de es fr it pt sv nb nn no da fi cs sk pl ru uk bg'.split(' '));

/** "12 km", "8 July", "Mr Brown", "J. R. R. Tolkien", "z. B.". */
function tieAfterWord(whole: string, at: number, ties: Ties): string | undefined {
  const before = wordBefore(whole, at);
  if (DAY.test(before) && ties.months.has(wordAfter(whole, at).toLowerCase())) return TIE;
  if (isDigit(whole[at - 1])) return isUnit(wordAfter(whole, at), ties) ? TIE : undefined;
  const isAbbreviation = ties.primary === 'de' && LETTER.test(before) && ABBREVIATED.test(wordAfter(whole, at));
  if (isAbbreviation) return NARROW;
  if (!isCapital(whole[at + 1] as string)) return undefined;
  return ties.titles.has(before) || INITIALS.test(before) ? TIE : undefined;
}

const DAY = /(?:^|’)\d{1,2}(?:\.|er|º|°|st|nd|rd|th)?$/;
const LETTER = /^\p{L}\.$/u;
const ABBREVIATED = /^(?:\p{L}\.|Chr\.)/u;
const INITIALS = /^(?:\p{Lu}\.)+$/u;

/** A unit with or without the stop or mark that ends its sentence. */
function isUnit(word: string, { units }: Ties): boolean {
  return units.has(word) || units.has(word.replace(/[.…’]+$/, ''));
}

/** The characters before a space, from the last white or opening sign on. */
function wordBefore(whole: string, at: number): string {
  let start = at;
  while (start > 0 && !/[\s([“„«‚‘"'–—\uffff]/.test(whole[start - 1] as string)) start--;
  return whole.slice(start, at);
}

/** The characters after a space, up to white or a sign that ends a word; full stops stay. */
function wordAfter(whole: string, at: number): string {
  let end = at + 1;
  while (end < whole.length && !/[\s,;:!?)\]”“»"–—\uffff]/.test(whole[end] as string)) end++;
  return whole.slice(at + 1, end);
}

/** Spaces that a language asks for and the writer left out. Swiss and Canadian French ask for fewer. */
function missingSpaces(whole: string, { tag, primary }: Ties): readonly Edit[] {
  if (tag === 'fr' || tag === 'fr-fr' || tag === 'fr-be') return FRENCH_GAPS.flatMap((gap) => gapEdits(whole, gap));
  return primary === 'de' ? germanGaps(whole) : [];
}

interface Gap {
  readonly at: RegExp;
  readonly space: string;
}

/** Before signs that follow a letter, figure or bracket at once. What stands in addresses and times of day is not met. */
const FRENCH_GAPS: readonly Gap[] = [
  { at: /(?<=[\p{L}\p{N})\]”’…])(?=[;!?]+(?:[\s»)\]”]|$))/gu, space: NARROW },
  { at: /(?<=[\p{L}\p{N})\]”’])(?=:(?:\s|$))/gu, space: TIE },
  { at: /(?<=«)(?=[^\s«\uffff])/gu, space: NARROW },
  { at: /(?<=[^\s»\uffff])(?=»)/gu, space: NARROW },
];

function gapEdits(whole: string, { at, space }: Gap): readonly Edit[] {
  return [...whole.matchAll(at)].map((match) => ({ at: match.index, removed: 0, space }));
}

/** Abbreviations of several words that are often typed as one: Duden, Abkürzungen. */
const GERMAN_ABBREVIATIONS =
  /(?<![\p{L}.])(?:z\.[BT]|d\.h|u\.[aÄU]|o\.[Äg]|s\.[ou]|v\.(?:a|Chr)|n\.Chr|i\.d\.R|i\.A)\./gu;

function germanGaps(whole: string): readonly Edit[] {
  return [...whole.matchAll(GERMAN_ABBREVIATIONS)].flatMap(({ index, 0: word }) =>
    [...word.slice(0, -1).matchAll(/\./g)].map((stop) => ({
      at: index + stop.index + 1,
      removed: 0 as const,
      space: NARROW,
    })),
  );
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/** A capital letter. Latin ones are told by range, which costs a tenth of a pattern. */
function isCapital(character: string): boolean {
  return (character >= 'A' && character <= 'Z') || (character > '\u007f' && /\p{Lu}/u.test(character));
}

/** Whether a sign stands before white or at the text's end. */
function isEnd(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}
