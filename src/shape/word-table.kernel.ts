/**
 * A table of words that is asked with a stretch of text, so that no string is cut out for a word that is known. In: text,
 * start, end and hash. Out: what was kept for that word. Open addressing (Knuth, *The Art of Computer Programming* 3, 6.4).
 */
export interface WordTable<Value> {
  count: number;
  /** Entry number plus one by slot; 0 for a free slot. Its length is a power of two. */
  slots: Int32Array;
  hashes: Int32Array;
  readonly words: string[];
  readonly values: Value[];
}

/** Start of every hash; each UTF-16 unit is added with {@link hashUnit} (FNV-1a). */
export const EMPTY_HASH = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;
const FIRST_SLOTS = 1024;

export function createWordTable<Value>(): WordTable<Value> {
  return {
    count: 0,
    slots: new Int32Array(FIRST_SLOTS),
    hashes: new Int32Array(FIRST_SLOTS / 2),
    words: [],
    values: [],
  };
}

export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, FNV_PRIME);
}

/** What is kept for the word in `text` from `start` to `end`, whose hash is given; undefined for an unknown word. */
export function findWord<Value>(
  table: WordTable<Value>,
  text: string,
  start: number,
  end: number,
  hash: number,
): Value | undefined {
  const { slots, hashes, words } = table;
  const mask = slots.length - 1;
  for (let slot = spread(hash) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const entry = (slots[slot] as number) - 1;
    if (hashes[entry] === hash && isSame(words[entry] as string, text, start, end)) return table.values[entry];
  }
  return undefined;
}

/** Keeps a value for a word that the table does not have. */
export function addWord<Value>(table: WordTable<Value>, word: string, hash: number, value: Value): void {
  if (table.count === table.hashes.length) growTable(table);
  table.hashes[table.count] = hash;
  table.words.push(word);
  table.values.push(value);
  table.count++;
  fillSlot(table.slots, hash, table.count);
}

function isSame(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let index = 0; index < word.length; index++) {
    if (word.charCodeAt(index) !== text.charCodeAt(start + index)) return false;
  }
  return true;
}

/** The low bits of FNV hashes of short words are poor: the high ones are mixed in. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

function fillSlot(slots: Int32Array, hash: number, entry: number): void {
  const mask = slots.length - 1;
  let slot = spread(hash) & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = entry;
}

/** Doubles the table, so that half of the slots stay free. */
function growTable<Value>(table: WordTable<Value>): void {
  const hashes = new Int32Array(table.hashes.length * 2);
  hashes.set(table.hashes);
  const slots = new Int32Array(table.slots.length * 2);
  for (let entry = 0; entry < table.count; entry++) fillSlot(slots, hashes[entry] as number, entry + 1);
  table.hashes = hashes;
  table.slots = slots;
}
