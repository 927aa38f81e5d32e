/**
 * Packs hyphenation patterns of the `hyphen` package (which has them from TeX's hyph-utf8) for src/shape/patterns/: a
 * file of the package costs 20 to 140 ms of processor time to load, the packed one 1 to 5. The package's exceptions are
 * mended on the way.
 *
 *   node tools/pack-hyphenation.mjs           writes src/shape/patterns/*.ts
 *   node tools/pack-hyphenation.mjs --check   fails where a file is not what would be written
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const folder = join(fileURLToPath(import.meta.url), '..', '..', 'src', 'shape', 'patterns');

/** Name of each packed file, and of the package's file that it is made from. */
const LANGUAGES = {
  de: 'de-1996',
  'en-gb': 'en-gb',
  'en-us': 'en-us',
  es: 'es',
  fr: 'fr',
  it: 'it',
  nl: 'nl',
  pt: 'pt',
  sv: 'sv',
};

/** Digits are the 57 characters from `#` on: none of them needs an escape in a string. */
const BASE = 57;
const FIRST_DIGIT = 35;
const LINE_WIDTH = 120;
/** Rows from this one on take two digits; see `unpackPatterns`. */
const SHORT_ROWS = 40;

/**
 * Packs a pattern file of the package, given as its levels, its trie of objects, and its exceptions.
 *
 * - `letters`: the letters; the n-th has code n + 2, for code 1 is the word's edge, which patterns write as a full stop.
 * - `levels`: the rows of levels in order of use, a digit each, separated by spaces.
 * - `nodes`: the trie's nodes breadth first: code of the letter, number of children, row plus one or 0.
 * - `exceptions`: words with their hyphens, separated by spaces.
 */
export function packPatterns([levels, trie, exceptions = {}]) {
  const nodes = layOut(trie);
  const letters = [...new Set(nodes.map((node) => node.letter))].filter((letter) => !['', '.'].includes(letter)).sort();
  const rows = rowsByUse(nodes);
  const codes = new Map([['', 0], ['.', 1], ...letters.map((letter, index) => [letter, index + 2])]);
  const ordered = layOut(trie, codes);
  return {
    letters: letters.join(''),
    levels: rows.map((row) => levels[row].join('')).join(' '),
    nodes: ordered.map((node) => packNode(node, codes, rows)).join(''),
    exceptions: Object.entries(exceptions).map(mendException).join(' '),
  };
}

/** Nodes breadth first, so that a node's children stand side by side; children by rising code where codes are given. */
function layOut(trie, codes) {
  const nodes = [{ letter: '', children: trie, row: -1 }];
  for (const node of nodes) {
    const entries = Object.entries(node.children);
    if (codes) entries.sort(([a], [b]) => codes.get(a) - codes.get(b));
    node.count = entries.length;
    for (const [letter, child] of entries) nodes.push({ letter, ...readNode(child) });
  }
  return nodes;
}

/** The package writes a node as a row, as children, or as both. */
function readNode(node) {
  if (typeof node === 'number') return { children: {}, row: node };
  return Array.isArray(node) ? { children: node[0], row: node[1] } : { children: node, row: -1 };
}

/** Rows of levels, the most used first. */
function rowsByUse(nodes) {
  const uses = new Map();
  for (const { row } of nodes) if (row >= 0) uses.set(row, (uses.get(row) ?? 0) + 1);
  return [...uses.keys()].sort((a, b) => uses.get(b) - uses.get(a) || a - b);
}

function packNode({ letter, count, row }, codes, rows) {
  return digit(codes.get(letter)) + digit(count) + packRow(row < 0 ? 0 : rows.indexOf(row) + 1);
}

function packRow(row) {
  if (row < SHORT_ROWS) return digit(row);
  const rest = row - SHORT_ROWS;
  return digit(SHORT_ROWS + Math.floor(rest / BASE)) + digit(rest % BASE);
}

function digit(number) {
  if (!(number >= 0 && number < BASE)) throw new RangeError(`${number} is no digit of base ${BASE}`);
  return String.fromCharCode(FIRST_DIGIT + number);
}

/**
 * The package counts an exception's cuts in the word with its hyphens already in, `ref-or-ma-tion` as 3, 6, 9, but cuts
 * the word without them there. The n-th cut is too far by the n hyphens before it.
 */
function mendException([word, cuts]) {
  const ends = [...cuts.map((cut, index) => cut - index), word.length];
  return ends.map((end, index) => word.slice(ends[index - 1] ?? 0, end)).join('-');
}

function sourceOf(language) {
  const packed = packPatterns(require(`hyphen/patterns/${LANGUAGES[language]}.js`));
  const { version } = require('hyphen/package.json');
  const fields = Object.entries(packed).map(([name, value]) => fieldSource(name, value));
  return [
    `// Packed by tools/pack-hyphenation.mjs from the patterns "${LANGUAGES[language]}" of hyphen ${version}. Not to be edited.\n`,
    "import type { PackedPatterns } from '../unpack-patterns.js';\n\n",
    `export const patterns: PackedPatterns = {\n${fields.join('')}};\n`,
  ].join('');
}

/** A field as the formatter would have it. No value has a double quote or a backslash in it. */
function fieldSource(name, value) {
  const quote = value.includes("'") ? '"' : "'";
  const line = `  ${name}: ${quote}${value}${quote},\n`;
  return line.length <= LINE_WIDTH + 1 ? line : line.replace(': ', ':\n    ');
}

function main() {
  const isCheck = process.argv.includes('--check');
  for (const language of Object.keys(LANGUAGES)) {
    const file = join(folder, `${language}.ts`);
    const source = sourceOf(language);
    if (!isCheck) writeFileSync(file, source);
    else if (readFileSync(file, 'utf8') !== source) {
      console.error(`src/shape/patterns/${language}.ts is out of date: run node tools/pack-hyphenation.mjs`);
      process.exitCode = 1;
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
