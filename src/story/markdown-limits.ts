/**
 * What no newspaper text has, and a Markdown parser takes time for that grows with its square: tens of thousands of signs,
 * lists inside lists inside lists. It is refused before it is parsed. In: Markdown. Out: the first thing that is too much.
 *
 * At the limits the parser takes about a second; the longest article of a newspaper, with a list of results in it, has a
 * tenth of either.
 */
import type { Origin, Report } from '../diagnostics/diagnostic.js';

/** Characters of an article: a book of 150,000 words has fewer. */
const MOST_CHARACTERS = 1_000_000;
/** Signs of emphasis, links, code, HTML and entities, and ends of lines, between two plain paragraphs. */
const MOST_SIGNS = 5000;
/** A line that starts a list item, quote, heading or code costs as much as so many signs. */
const LINE_SIGNS = 3;
/** Lists and quotes inside one another. */
const DEEPEST = 50;

const SIGN = /^[ \t]*(?:[-+*>#=~`]|\d{1,9}[.)])|^(?: {4}|\t)|\n|[*_]+|`+|[[<&\\]|!\[|\]\(/gm;
/** What makes a line one of a list, quote, heading or code: not emphasis at its start. */
const LINE_START = /^[ \t]|^[-+>#=~\d]|^[*`]{4}/;
const MARKERS = String.raw`(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))`;
const NESTED = new RegExp(`^${MARKERS}{${DEEPEST + 1}}|^[ \\t]{${2 * DEEPEST + 1},}(?:[-+*>]|\\d{1,9}[.)])`, 'm');

interface Excess {
  /** Where in the text it is. */
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

/** What is too much for an article as a whole. */
export function findTooLong(markdown: string): Excess | undefined {
  if (markdown.length <= MOST_CHARACTERS) return undefined;
  return {
    offset: 0,
    message: `a text of ${markdown.length} characters, more than ${MOST_CHARACTERS}`,
    hint: 'part it into several articles',
  };
}

/** What is too much for the parser, in a piece of an article or a front-matter text. */
export function findTooMarked(markdown: string): Excess | undefined {
  // A sign takes a character: most pieces are shorter than the limit, and are not looked at.
  if (markdown.length <= DEEPEST) return undefined;
  const nested = NESTED.exec(markdown);
  if (nested) {
    const message = `lists or quotes inside one another more than ${DEEPEST} deep`;
    return { offset: nested.index, message, hint: 'take the signs away that start the line' };
  }
  const offset = markdown.length <= MOST_SIGNS / LINE_SIGNS ? -1 : excessSign(markdown);
  if (offset < 0) return undefined;
  const message = `more than ${MOST_SIGNS} signs of Markdown without a plain paragraph between them`;
  return { offset, message, hint: 'take the signs away, or write "\\" before those that are to be printed' };
}

/** Where the sign stands that is one too many; -1 where there are not so many. */
function excessSign(markdown: string): number {
  let signs = 0;
  for (const { 0: sign, index } of markdown.matchAll(SIGN)) {
    const startsLine = index === 0 || markdown[index - 1] === '\n';
    signs += startsLine && LINE_START.test(sign) ? LINE_SIGNS : 1;
    if (signs > MOST_SIGNS) return index;
  }
  return -1;
}

/** Characters of a refused text that are kept, so that its place on the page can be seen. */
const KEPT = 200;

/** Reports an excess, and gives the plain text that stands in for what is not parsed. The press is stopped anyway. */
export function refuseExcess(excess: Excess, markdown: string, start: Origin, report: Report): string {
  const { offset, message, hint } = excess;
  report({ code: 'unsupported-markdown', severity: 'error', origin: originAt(offset, markdown, start), message, hint });
  return markdown.slice(0, KEPT);
}

function originAt(offset: number, markdown: string, start: Origin): Origin {
  const before = markdown.slice(0, offset);
  const line = before.split('\n').length - 1;
  if (line === 0) return { ...start, column: start.column + offset };
  return { file: start.file, line: start.line + line, column: offset - before.lastIndexOf('\n') };
}
