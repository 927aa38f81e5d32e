/**
 * Where a character of a paragraph was typed. In: the code point, where the paragraph starts, the texts as typed. Out: line
 * and column of the first place at which it can have been meant.
 */
import type { Origin } from '../diagnostics/diagnostic.js';
import type { TypedText } from '../model/issue.js';

/** What the story stage makes printer's punctuation of. */
const TYPED_AS: Readonly<Record<string, readonly string[]>> = {
  '“': ['"'],
  '”': ['"'],
  '„': ['"'],
  '«': ['"'],
  '»': ['"'],
  '‘': ["'"],
  '’': ["'"],
  '‚': ["'"],
  '‹': ["'"],
  '›': ["'"],
  '–': ['--'],
  '—': ['---'],
  '…': ['...'],
};

/**
 * Finds the character in the texts that a paragraph's words come from: as it is, as what case or punctuation made it of,
 * by its number, and at last as any named entity. A text that holds the paragraph is searched from its start on. The
 * paragraph itself where nothing of that is found. What stands before the character but is not printed (an address, a
 * comment) may be hit in its stead: that is the same line or a neighbour.
 */
export function locateCharacter(code: number, paragraph: Origin, typed: readonly TypedText[]): Origin {
  for (const find of [findForm, findNumber, findNamedEntity]) {
    for (const source of typed) {
      const at = find(code, source.text, startIn(source, paragraph));
      if (at >= 0) return originOf(at, source);
    }
  }
  return paragraph;
}

/** Offset at or after `from`, -1 for none. */
function findForm(code: number, text: string, from: number): number {
  const character = String.fromCodePoint(code);
  const forms = [character, ...(TYPED_AS[character] ?? []), character.toLowerCase(), character.normalize('NFD')];
  for (const form of forms) {
    const at = text.indexOf(form, from);
    if (at >= 0) return at;
  }
  return -1;
}

/** An entity of Markdown (CommonMark 0.31.2, 2.5) or an escape of quoted YAML (YAML 1.2.2, 5.7) with this number. */
function findNumber(code: number, text: string, from: number): number {
  const numbers = /&#[xX]([\da-fA-F]{1,6});|&#(\d{1,7});|\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/g;
  numbers.lastIndex = from;
  for (let match = numbers.exec(text); match; match = numbers.exec(text)) {
    const [, hex, decimal, ...escapes] = match;
    const digits = hex ?? escapes.find((found) => found !== undefined);
    if (Number.parseInt(digits ?? (decimal as string), digits === undefined ? 10 : 16) === code) return match.index;
  }
  return -1;
}

/** The first entity with a name, which only the parser knows. */
function findNamedEntity(_: number, text: string, from: number): number {
  const at = text.slice(from).search(/&[a-z][a-z0-9]{1,31};/i);
  return at < 0 ? -1 : from + at;
}

const LINE_END = /\r\n|\n|\r/g;

/** Offset of the paragraph in a text; its start where the paragraph is not in it. */
function startIn({ text, origin }: TypedText, { line, column }: Origin): number {
  if (line < origin.line) return 0;
  if (line === origin.line) return Math.max(column - origin.column, 0);
  const ends = new RegExp(LINE_END);
  for (let passed = origin.line; passed < line; passed++) if (!ends.exec(text)) return 0;
  return ends.lastIndex + column - 1;
}

/** Place in the file of an offset. Columns count UTF-16 units, as everywhere. */
function originOf(offset: number, { text, origin }: TypedText): Origin {
  let { line } = origin;
  let lineStart = 1 - origin.column;
  for (const { index, 0: end } of text.slice(0, offset).matchAll(LINE_END)) {
    line++;
    lineStart = index + end.length;
  }
  return { file: origin.file, line, column: offset - lineStart + 1 };
}
