import type { PDFDict } from '@cantoo/pdf-lib';
import type { Budget } from './budget.js';
import { asDict, asNumber, dictAt, itemsAt, nameAt, numberAt, textAt } from './pdf-objects.js';

/** A range of labels that starts at a page. */
interface LabelRange {
  /** Position of the page, from 0. */
  readonly start: number;
  readonly dict: PDFDict;
}

/**
 * The labels of so many pages (ISO 32000-1, 12.4.2), by position; undefined where a page has none, and for all where
 * the file has no labels.
 */
export function readPageLabels(catalog: PDFDict, count: number, budget: Budget): readonly (string | undefined)[] {
  const root = dictAt(catalog, 'PageLabels');
  const ranges = root === undefined ? [] : rangesIn(root, budget, new Set());
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  const labels: (string | undefined)[] = [];
  let current = -1;
  for (let index = 0; index < count; index++) {
    while ((sorted[current + 1]?.start ?? Infinity) <= index) current++;
    const range = sorted[current];
    labels.push(range && labelOf(range.dict, index - range.start));
  }
  return labels;
}

/** Number trees may have branches (ISO 32000-1, 7.9.7). */
function rangesIn(node: PDFDict, budget: Budget, seen: Set<PDFDict>): readonly LabelRange[] {
  budget.spendSteps(1);
  if (seen.has(node)) return [];
  seen.add(node);
  const pairs = itemsAt(node, 'Nums') ?? [];
  const here: LabelRange[] = [];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const start = asNumber(pairs[index]);
    const dict = asDict(pairs[index + 1]);
    if (start !== undefined && dict !== undefined) here.push({ start, dict });
  }
  const below = (itemsAt(node, 'Kids') ?? []).map(asDict).filter((kid) => kid !== undefined);
  return [...here, ...below.flatMap((kid) => rangesIn(kid, budget, seen))];
}

function labelOf(dict: PDFDict, offset: number): string {
  const prefix = textAt(dict, 'P') ?? '';
  const number = (numberAt(dict, 'St') ?? 1) + offset;
  switch (nameAt(dict, 'S')) {
    case 'D':
      return prefix + number;
    case 'R':
      return prefix + roman(number);
    case 'r':
      return prefix + roman(number).toLowerCase();
    case 'A':
      return prefix + letters(number);
    case 'a':
      return prefix + letters(number).toLowerCase();
    default:
      return prefix;
  }
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function roman(number: number): string {
  if (!(number > 0 && number < 10_000)) return String(number);
  let left = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    for (; left >= value; left -= value) text += sign;
  }
  return text;
}

/** A to Z, then AA to ZZ: the letter is repeated, not counted with. */
function letters(number: number): string {
  if (!(number > 0 && number < 10_000)) return String(number);
  return String.fromCharCode(65 + ((number - 1) % 26)).repeat(1 + Math.floor((number - 1) / 26));
}
