/*
 * In: a story that does not fit, and what each of its paragraphs gives or takes a line for. Out: the paragraphs to edit,
 * cheapest first, and a sentence about them.
 */
import type { CheapParagraph } from '../model/edition.js';
import type { CheapLine } from '../model/flow.js';
import type { Flow } from '../model/make-up.js';

/** More paragraphs than this nobody weighs against one another. */
const MOST_LISTED = 5;
/** The sentence names so many, and beside the cheapest only such as cost so many words more. */
const MOST_TOLD = 3;
const WORDS_BESIDE_CHEAPEST = 1;

/** Whether the story wants fewer lines or more. */
export type WantedLines = 'fewer' | 'more';

/** The paragraphs of which a line could be had for the fewest words. Crossheads are not the place to save one. */
export function cheapestParagraphs(
  cheapLines: readonly CheapLine[],
  paragraphs: Flow['parts'],
  wanted: WantedLines,
): CheapParagraph[] {
  const priced = cheapLines.flatMap(({ paragraph, losesBy, gainsBy }): CheapParagraph[] => {
    const words = wanted === 'fewer' ? losesBy : gainsBy;
    const part = paragraphs[paragraph];
    if (words === undefined || !part || part.part === 'crosshead') return [];
    return [{ paragraph, line: part.origin.line, words }];
  });
  return priced.sort((a, b) => a.words - b.words || a.paragraph - b.paragraph).slice(0, MOST_LISTED);
}

/**
 * `paragraphs 6 and 11 (lines 31 and 44) would each give a line for 2–3 words`. Paragraphs are counted as people count
 * them, from 1 and without crossheads; lines are those of the article's file. Empty where there is nothing to tell.
 */
export function tellCheapest(
  cheapest: readonly CheapParagraph[],
  paragraphs: Flow['parts'],
  wanted: WantedLines,
): string {
  const [first] = cheapest;
  if (!first) return '';
  const told = cheapest
    .filter(({ words }) => words <= first.words + WORDS_BESIDE_CHEAPEST)
    .slice(0, MOST_TOLD)
    .sort((a, b) => a.paragraph - b.paragraph);
  const numbers = told.map(({ paragraph }) => String(countParagraphs(paragraphs, paragraph)));
  const lines = told.map(({ line }) => String(line));
  const several = told.length > 1;
  const who = `paragraph${several ? 's' : ''} ${listAll(numbers)} (line${several ? 's' : ''} ${listAll(lines)})`;
  const does = `would ${several ? 'each ' : ''}${wanted === 'fewer' ? 'give' : 'take'} a line for`;
  return `${who} ${does} ${rangeOf(told)}${wanted === 'more' ? ' more' : ''}`;
}

/** The number of a paragraph among those that are not crossheads, from 1. */
function countParagraphs(parts: Flow['parts'], paragraph: number): number {
  return parts.slice(0, paragraph + 1).filter(({ part }) => part !== 'crosshead').length;
}

function rangeOf(told: readonly CheapParagraph[]): string {
  const words = told.map((one) => one.words);
  const [least, most] = [Math.min(...words), Math.max(...words)];
  return `${least === most ? least : `${least}–${most}`} word${most === 1 ? '' : 's'}`;
}

function listAll(entries: readonly string[]): string {
  return entries.length < 2 ? entries.join() : `${entries.slice(0, -1).join(', ')} and ${entries.at(-1)}`;
}
