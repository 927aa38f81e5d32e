/**
 * Where a character of a paragraph was typed. In: the code point, where the paragraph starts, the text as typed. Out: line
 * and column of the first place at which it can have been meant.
 */
import type { Origin } from '../diagnostics/diagnostic.js';
import type { TypedText } from '../model/styled.js';

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
 * Finds the character from the paragraph's start on: as it is, as a numeric entity, as what case or punctuation made it
 * of, and at last as any named entity. The paragraph itself where nothing of that is found. What stands before the
 * character in the paragraph but is not printed (an address, a comment) may be hit in its stead: that is the same line
 * or a neighbour.
 */
export function locateCharacter(code: number, paragraph: Origin, source: TypedText | undefined): Origin {
  if (!source) return paragraph;
  const start = offsetOf(paragraph, source);
  const found = findTyped(String.fromCodePoint(code), code, source.text, start);
  return found < 0 ? paragraph : originOf(found, start, paragraph, source.text);
}

function findTyped(character: string, code: number, text: string, start: number): number {
  const forms = [character, ...(TYPED_AS[character] ?? []), character.toLowerCase(), character.normalize('NFD')];
  for (const form of forms) {
    const at = text.indexOf(form, start);
    if (at >= 0) return at;
  }
  return findEntity(code, text, start);
}

/** An entity that says the code point in figures; else the first one with a name, which only the parser knows. */
function findEntity(code: number, text: string, start: number): number {
  let named = -1;
  const entity = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|[a-z][a-z0-9]{1,31});/gi;
  entity.lastIndex = start;
  for (let match = entity.exec(text); match; match = entity.exec(text)) {
    const [, hex, decimal] = match;
    const number = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal ?? -1);
    if (number === code) return match.index;
    if (number < 0 && named < 0) named = match.index;
  }
  return named;
}

const LINE_END = /\r\n|\n|\r/g;

/** Offset in the text of a place in its file. */
function offsetOf({ line, column }: Origin, { text, origin }: TypedText): number {
  if (line <= origin.line) return Math.max(column - origin.column, 0);
  const ends = new RegExp(LINE_END);
  for (let passed = origin.line; passed < line; passed++) if (!ends.exec(text)) return text.length;
  return ends.lastIndex + column - 1;
}

/** Place in the file of an offset at or after the paragraph's start. Columns count UTF-16 units, as everywhere. */
function originOf(offset: number, start: number, paragraph: Origin, text: string): Origin {
  let { line } = paragraph;
  let lineStart = start - (paragraph.column - 1);
  for (const { index, 0: end } of text.slice(start, offset).matchAll(LINE_END)) {
    line++;
    lineStart = start + index + end.length;
  }
  return { file: paragraph.file, line, column: offset - lineStart + 1 };
}
