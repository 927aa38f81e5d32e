/**
 * Inline text that needs no parser: plain words, and spans of emphasis that can be read in one way only. Emphasis is the
 * one mark that newspapers use all the time (names of ships, titles of books), and one such span would send its whole
 * paragraph through the parser.
 *
 * Why the spans are read as CommonMark reads them (0.31.2, 6.2): each opening run stands after space or punctuation and
 * before a letter or figure, so that it is left-flanking and not right-flanking; each closing run is right-flanking and
 * not left-flanking. No run can be the other kind, both are of one sign and length, and no other sign stands between
 * them: nothing is left for the rules of precedence to decide.
 */
import type { TextRun } from '../model/story.js';

/** What is more than words and emphasis: code, escapes, links, HTML, entities. */
const MARK = /[\\`]|\]\(|<[a-z!?/]|&[#a-z\d]+;/i;

const SPAN = /(\*\*?|__?)([^*_]+)\1/g;

/**
 * Reads text that stands in one paragraph. Undefined where only a parser can tell what it means. The article must have
 * no link definition: then brackets are brackets unless a parenthesis follows, as in "[sic]".
 */
export function readSimpleInline(text: string): readonly TextRun[] | undefined {
  if (MARK.test(text)) return undefined;
  if (!hasSign(text)) return [run(text, '')];
  const runs: TextRun[] = [];
  let end = 0;
  for (const span of text.matchAll(SPAN)) {
    const between = text.slice(end, span.index);
    const [whole, sign, words] = span as unknown as [string, string, string];
    if (hasSign(between) || !opensAndCloses(text, span.index, whole, words)) return undefined;
    if (between !== '') runs.push(run(between, ''));
    runs.push(run(words, sign));
    end = span.index + whole.length;
  }
  const rest = text.slice(end);
  if (hasSign(rest)) return undefined;
  if (rest !== '') runs.push(run(rest, ''));
  return runs;
}

function hasSign(text: string): boolean {
  return text.includes('*') || text.includes('_');
}

function run(text: string, sign: string): TextRun {
  return { type: 'text', text, emphasis: sign.length === 1, strong: sign.length === 2, code: false };
}

/** Whether the runs around a span's words can only open and only close. */
function opensAndCloses(text: string, at: number, span: string, words: string): boolean {
  const before = text[at - 1];
  const after = text[at + span.length];
  const opens = (isEdge(before) || isPunctuation(before)) && isLetter(words[0]);
  const last = words.at(-1);
  const closes = isLetter(last) ? isEdge(after) || isPunctuation(after) : isPunctuation(last) && isEdge(after);
  return opens && closes;
}

/** White space or the end of the text. Rare spaces are not among them: those are left to the parser. */
function isEdge(character: string | undefined): boolean {
  return character === undefined || /[ \t\n\r\u00a0\u202f]/.test(character);
}

/** Punctuation and symbols but the signs of emphasis: beside one of those a run would be longer than it looks. */
function isPunctuation(character: string | undefined): boolean {
  return character !== undefined && !hasSign(character) && /[\p{P}\p{S}]/u.test(character);
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
