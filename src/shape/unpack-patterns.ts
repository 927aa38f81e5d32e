/**
 * Hyphenation patterns as they are kept in `patterns/`, and as the kernel wants them. In: a packed trie (see
 * `tools/pack-hyphenation.mjs`, which has the format). Out: columns of numbers.
 */
import { EDGE, type HyphenTrie } from './hyphenate.kernel.js';

export interface PackedPatterns {
  /** Letters of the patterns; the n-th has code n + 2. */
  readonly letters: string;
  /** Rows of levels, a digit each, separated by spaces. */
  readonly levels: string;
  /** Nodes breadth first: code of the letter, number of children, row plus one. */
  readonly nodes: string;
  /** Words that break only where they have hyphens, separated by spaces. */
  readonly exceptions: string;
}

const BASE = 57;
const FIRST_DIGIT = 35;
const SHORT_ROWS = 40;
/** A node with more children than this is given a table of them by letter. */
const MANY_CHILDREN = 6;
const APOSTROPHE = 0x27;
const TYPOGRAPHIC_APOSTROPHE = 0x2019;

export function unpackPatterns({ letters, levels, nodes }: PackedPatterns): HyphenTrie {
  const columns = unpackNodes(nodes);
  return {
    ...columns,
    ...tabulate(columns, letters.length + EDGE + 1),
    ...unpackLevels(levels.split(' ')),
    letterCodes: codeLetters(letters),
  };
}

type NodeColumns = Pick<HyphenTrie, 'firstChild' | 'letter' | 'row'>;

function unpackNodes(packed: string): NodeColumns {
  const most = Math.floor(packed.length / 3);
  const letter = new Uint8Array(most);
  const row = new Uint16Array(most);
  const firstChild = new Uint32Array(most + 1);
  let node = 0;
  let child = 1;
  for (let at = 0; at < packed.length; node++) {
    letter[node] = packed.charCodeAt(at++) - FIRST_DIGIT;
    firstChild[node] = child;
    child += packed.charCodeAt(at++) - FIRST_DIGIT;
    let digits = packed.charCodeAt(at++) - FIRST_DIGIT;
    if (digits >= SHORT_ROWS) {
      digits = SHORT_ROWS + (digits - SHORT_ROWS) * BASE + packed.charCodeAt(at++) - FIRST_DIGIT;
    }
    row[node] = digits;
  }
  firstChild[node] = child;
  return { letter, row, firstChild };
}

/** Tables of children by letter for the nodes near the root, through which every look-up goes. Table 0 is for no node. */
function tabulate(
  { firstChild, letter }: NodeColumns,
  codeCount: number,
): Pick<HyphenTrie, 'tableOf' | 'tables' | 'codeCount'> {
  const tableOf = new Uint16Array(firstChild.length);
  const tables: number[] = new Array(codeCount).fill(0);
  for (let node = 0; node + 1 < firstChild.length; node++) {
    const from = firstChild[node] as number;
    const to = firstChild[node + 1] as number;
    if (to - from <= MANY_CHILDREN) continue;
    tableOf[node] = tables.length / codeCount;
    const start = tables.length;
    for (let code = 0; code < codeCount; code++) tables.push(0);
    for (let child = from; child < to; child++) tables[start + (letter[child] as number)] = child;
  }
  return { tableOf, tables: Uint32Array.from(tables), codeCount };
}

function unpackLevels(rows: readonly string[]): Pick<HyphenTrie, 'rowStart' | 'levels'> {
  const rowStart = new Uint32Array(rows.length + 1);
  rows.forEach((row, index) => {
    rowStart[index + 1] = (rowStart[index] as number) + row.length;
  });
  return { rowStart, levels: Uint8Array.from(rows.join(''), Number) };
}

function codeLetters(letters: string): Uint8Array {
  const codes = new Uint8Array(0x10000);
  for (let index = 0; index < letters.length; index++) codes[letters.charCodeAt(index)] = EDGE + 1 + index;
  // Patterns write the typewriter's apostrophe, newspapers the typographic one.
  codes[TYPOGRAPHIC_APOSTROPHE] ||= codes[APOSTROPHE] as number;
  return codes;
}
