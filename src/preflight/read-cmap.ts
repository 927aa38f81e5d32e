/*
 * In: a CMap, from codes to text (ToUnicode) or to CIDs. Out: the same as questions that can be asked. Adobe Technical
 * Notes 5014 and 5411; ISO 32000-1, 9.7.5 and 9.10.3.
 */
import type { PDFRawStream } from '@cantoo/pdf-lib';
import type { Budget } from './budget.js';
import { type Operand, readContent } from './content-tokens.kernel.js';
import type { Unpack } from './unpack-stream.js';

export interface CodeMap {
  /** Whether the code maps to text that says something: not to nothing, U+0000, or a replacement character. */
  hasText(code: number): boolean;
  /** Whether the code's text is a space. */
  isBlank(code: number): boolean;
  cidOf(code: number): number | undefined;
  /** How many bytes a code has that starts with this byte. */
  codeBytes(first: number): number;
}

interface Tables {
  readonly texts: Set<number>;
  readonly blanks: Set<number>;
  readonly cids: Map<number, number>;
  /** By first byte. */
  readonly lengths: Uint8Array;
}

/** No code of a CMap goes beyond; a range that says so is cut. */
const LAST_CODE = 0xffff;

/** Reads a CMap; an empty one where the stream is damaged. */
export function readCMap(stream: PDFRawStream, unpack: Unpack, budget: Budget): CodeMap {
  const tables: Tables = { texts: new Set(), blanks: new Set(), cids: new Map(), lengths: new Uint8Array(256) };
  const unpacked = unpack(stream);
  if (unpacked.type === 'unpacked') {
    readContent(unpacked.bytes, {
      operator(name, operands) {
        budget.spendSteps(1 + operands.length);
        readSection(name, operands, tables, budget);
      },
      inlineImage() {},
    });
  }
  return {
    hasText: (code) => tables.texts.has(code),
    isBlank: (code) => tables.blanks.has(code),
    cidOf: (code) => tables.cids.get(code),
    codeBytes: (first) => tables.lengths[first] || 2,
  };
}

function readSection(name: string, operands: readonly Operand[], tables: Tables, budget: Budget): void {
  switch (name) {
    case 'endcodespacerange':
      forEach(operands, 2, ([low, high]) => addCodeSpace(low, high, tables));
      return;
    case 'endbfchar':
      forEach(operands, 2, ([code, text]) => {
        addText(codeOf(code), text, tables);
      });
      return;
    case 'endbfrange':
      forEach(operands, 3, ([low, high, text]) => addTexts(low, high, text, tables, budget));
      return;
    case 'endcidchar':
      forEach(operands, 2, ([code, cid]) => void tables.cids.set(codeOf(code), Number(cid)));
      return;
    case 'endcidrange':
      forEach(operands, 3, ([low, high, cid]) => {
        for (const [offset, code] of codesBetween(low, high, budget).entries()) {
          tables.cids.set(code, Number(cid) + offset);
        }
      });
      return;
  }
}

function forEach(operands: readonly Operand[], size: number, take: (group: readonly Operand[]) => void): void {
  // The count that stands before `begin…` went to that operator: what is left is groups.
  for (let index = 0; index + size <= operands.length; index += size) take(operands.slice(index, index + size));
}

function addCodeSpace(low: Operand | undefined, high: Operand | undefined, { lengths }: Tables): void {
  if (!(low instanceof Uint8Array && high instanceof Uint8Array) || low.length === 0) return;
  for (let byte = low[0] as number; byte <= (high[0] ?? 0); byte++) lengths[byte] = Math.min(4, low.length);
}

function addTexts(
  low: Operand | undefined,
  high: Operand | undefined,
  text: Operand | undefined,
  tables: Tables,
  budget: Budget,
): void {
  for (const [offset, code] of codesBetween(low, high, budget).entries()) {
    const one = Array.isArray(text) ? (text as readonly Operand[])[offset] : text;
    // The text of a range counts up from its first: only that can be U+0000 or a space.
    if (offset === 0 || Array.isArray(text)) addText(code, one, tables);
    else if (one instanceof Uint8Array && one.length > 0) tables.texts.add(code);
  }
}

function addText(code: number, text: Operand | undefined, { texts, blanks }: Tables): void {
  const unit = firstUnit(text);
  if (unit === undefined || unit === 0 || unit === 0xfffd || unit === 0xfffe) return;
  texts.add(code);
  if (unit === 0x20 || unit === 0xa0) blanks.add(code);
}

function codesBetween(low: Operand | undefined, high: Operand | undefined, budget: Budget): readonly number[] {
  const first = codeOf(low);
  const last = Math.min(codeOf(high), LAST_CODE);
  budget.spendSteps(Math.max(0, last - first));
  return first >= 0 && first <= last ? Array.from({ length: last - first + 1 }, (_, offset) => first + offset) : [];
}

/** -1 for what is no string: no code is that. */
function codeOf(operand: Operand | undefined): number {
  if (!(operand instanceof Uint8Array) || operand.length === 0 || operand.length > 4) return -1;
  return operand.reduce((code, byte) => code * 256 + byte, 0);
}

/** The first UTF-16 unit of a text. */
function firstUnit(text: Operand | undefined): number | undefined {
  if (!(text instanceof Uint8Array) || text.length === 0) return undefined;
  return text.length === 1 ? text[0] : ((text[0] as number) << 8) | (text[1] as number);
}
