/**
 * Hyphenation by patterns: Liang, *Word Hy-phen-a-tion by Com-put-er* (1983), chapter 2, as TeX does it (TeX: The Program,
 * §919 to §923). The trie is laid out breadth first, so that a node's children stand side by side.
 */

/** Patterns of one language. Node 0 is the root. */
export interface HyphenTrie {
  /** Children of node n are `firstChild[n]` to `firstChild[n + 1]`, their letters rising. */
  readonly firstChild: Uint32Array;
  /** The letter, as a code, on the way to each node. */
  readonly letter: Uint8Array;
  /** Row of levels that a pattern ending at the node sets, counted from 1; 0 for none. */
  readonly row: Uint16Array;
  /** For a node with many children the table of them, from 1; 0 for other nodes. */
  readonly tableOf: Uint16Array;
  /** Child by letter: table t starts at `t * codeCount`; 0 where there is none. */
  readonly tables: Uint32Array;
  readonly codeCount: number;
  /** Levels of row r are `levels[rowStart[r - 1]]` up to `levels[rowStart[r]]`. */
  readonly rowStart: Uint32Array;
  readonly levels: Uint8Array;
  /** Code of each UTF-16 unit; 0 for one that no pattern has. */
  readonly letterCodes: Uint8Array;
}

/** The code for a word's edge, which patterns write as a full stop. */
export const EDGE = 1;
/** Longer words are no words; they would only cost time. */
const LONGEST_WORD = 60;

const codes = new Uint8Array(LONGEST_WORD + 2);
const found = new Uint8Array(LONGEST_WORD + 3);

/**
 * Offsets at which a lower-case word of letters may be broken, rising; at least `before` letters stand before the first
 * and `after` behind the last.
 */
export function hyphenateLetters(word: string, trie: HyphenTrie, before: number, after: number): number[] {
  const length = word.length;
  const breaks: number[] = [];
  if (length < before + after || length > LONGEST_WORD) return breaks;
  codes[0] = EDGE;
  for (let index = 0; index < length; index++) codes[index + 1] = trie.letterCodes[word.charCodeAt(index)] as number;
  codes[length + 1] = EDGE;
  found.fill(0, 0, length + 3);
  for (let start = 0; start < length; start++) matchPatterns(trie, start, length + 2);
  for (let offset = before; offset <= length - after; offset++) {
    if (((found[offset] as number) & 1) === 1) breaks.push(offset);
  }
  return breaks;
}

/** Raises the levels by every pattern that matches from code `start` on. */
function matchPatterns(trie: HyphenTrie, start: number, end: number): void {
  const { row } = trie;
  // A pattern at the edge has no level before the edge, so its first level belongs to the first letter.
  const first = start === 0 ? 0 : start - 1;
  let node = 0;
  for (let at = start; at < end; at++) {
    node = childOf(trie, node, codes[at] as number);
    if (node === 0) return;
    if (row[node] !== 0) raiseLevels(trie, row[node] as number, first);
  }
}

/** The child of a node by a letter; 0 for none. */
function childOf(trie: HyphenTrie, node: number, code: number): number {
  const table = trie.tableOf[node] as number;
  if (table !== 0) return trie.tables[table * trie.codeCount + code] as number;
  const last = trie.firstChild[node + 1] as number;
  for (let child = trie.firstChild[node] as number; child < last; child++) {
    if (trie.letter[child] === code) return child;
  }
  return 0;
}

function raiseLevels(trie: HyphenTrie, row: number, first: number): void {
  const end = trie.rowStart[row] as number;
  for (let index = trie.rowStart[row - 1] as number, at = first; index < end; index++, at++) {
    const level = trie.levels[index] as number;
    if (level > (found[at] ?? 255)) found[at] = level;
  }
}
