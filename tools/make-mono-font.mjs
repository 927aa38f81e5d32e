/**
 * Makes the test font, in which every glyph is half an em wide and a plain rectangle, so that what a page comes to can be
 * worked out by hand and nobody's copyright is in it.
 *
 *   node tools/make-mono-font.mjs           writes test/fixtures/fonts/Mono-Regular.ttf
 *   node tools/make-mono-font.mjs --check   fails where the file is not what would be written
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const file = join(fileURLToPath(import.meta.url), '..', '..', 'test', 'fixtures', 'fonts', 'Mono-Regular.ttf');

const EM = 1000;
const ADVANCE = EM / 2;
const SIDE = 50;
const CAP_HEIGHT = 700;
const X_HEIGHT = 500;
const DESCENDER = -200;
const FAMILY = 'Broadsheet Mono';
/** Seconds from 1904 to 1 January 2026: a font has a date, and the same font the same one. */
const DATE = 3_850_070_400;
const WINDOWS = 3;
const UNICODE = 1;
const ENGLISH = 0x409;

/** Code points that the font has, rising: ASCII, Latin-1, Latin Extended-A, and a newspaper's punctuation and signs. */
const CODES = [
  ...range(0x20, 0x7e),
  ...range(0xa0, 0x17f),
  ...range(0x2010, 0x2015),
  ...range(0x2018, 0x201e),
  ...range(0x2020, 0x2022),
  0x2026,
  0x2039,
  0x203a,
  0x20ac,
  ...range(0x2190, 0x2193),
].filter((code) => code !== 0xad);

/** The font file. Glyph 0 is a box; glyph n is the n-th code point. */
export function makeMonoFont() {
  const outlines = [outline(DESCENDER, CAP_HEIGHT), ...CODES.map(outlineOf)];
  return packFont({
    'OS/2': os2Table(),
    cmap: cmapTable(),
    glyf: Buffer.concat(outlines),
    head: headTable(),
    hhea: hheaTable(outlines.length),
    hmtx: Buffer.concat(outlines.map((glyph) => words(ADVANCE, glyph.length === 0 ? 0 : SIDE))),
    loca: locaTable(outlines),
    maxp: Buffer.concat([longs(0x00010000), words(outlines.length, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)]),
    name: nameTable(),
    post: Buffer.concat([longs(0x00030000, 0), words(-100, 50), longs(1, 0, 0, 0, 0)]),
  });
}

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Letters stand as high and hang as low as their kind does; spaces are blank. */
function outlineOf(code) {
  const character = String.fromCodePoint(code);
  if (/\s/.test(character)) return Buffer.alloc(0);
  const base = character.normalize('NFD')[0];
  const foot = /[gjpqy]/.test(base) ? DESCENDER : 0;
  return outline(foot, /[aceg-ijm-suv-z]/.test(base) && !/[hij]/.test(base) ? X_HEIGHT : CAP_HEIGHT);
}

/** A rectangle as a simple glyph: one contour of four points on the curve, given as differences. */
function outline(foot, top) {
  const [left, right] = [SIDE, ADVANCE - SIDE];
  const flags = Buffer.from([1, 1, 1, 1]);
  const across = words(left, 0, right - left, 0);
  const up = words(foot, top - foot, 0, foot - top);
  return Buffer.concat([words(1, left, foot, right, top, 3, 0), flags, across, up, Buffer.alloc(2)]);
}

function locaTable(outlines) {
  let end = 0;
  const offsets = outlines.map((glyph) => {
    end += glyph.length;
    return end;
  });
  return longs(0, ...offsets);
}

/** Format 4, one segment for each run of code points. */
function cmapTable() {
  const runs = [];
  for (const code of CODES) {
    const last = runs.at(-1);
    if (last && last.end === code - 1) last.end = code;
    else runs.push({ start: code, end: code });
  }
  const segments = [...runs, { start: 0xffff, end: 0xffff }];
  const deltas = segments.map(({ start }) => (start === 0xffff ? 1 : CODES.indexOf(start) + 1 - start));
  const body = words(
    ...searchFields(segments.length, 2),
    ...segments.map(({ end }) => end),
    0,
    ...segments.map(({ start }) => start),
    ...deltas,
    ...segments.map(() => 0),
  );
  const header = words(4, body.length + 8, 0, segments.length * 2);
  return Buffer.concat([words(0, 1, WINDOWS, UNICODE), longs(12), header, body]);
}

/** The three numbers that help a binary search over `count` entries of `size` bytes. */
function searchFields(count, size) {
  let selector = 0;
  while (2 << selector <= count) selector++;
  const reach = size << selector;
  return [reach, selector, count * size - reach];
}

function headTable() {
  return Buffer.concat([
    longs(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
    words(0x000b, EM),
    longs(0, DATE, 0, DATE),
    words(SIDE, DESCENDER, ADVANCE - SIDE, CAP_HEIGHT, 0, 8, 2, 1, 0),
  ]);
}

function hheaTable(glyphs) {
  const numbers = [CAP_HEIGHT + 100, DESCENDER, 0, ADVANCE, SIDE, SIDE, ADVANCE - SIDE, 1, 0, 0, 0, 0, 0, 0, 0, glyphs];
  return Buffer.concat([longs(0x00010000), words(...numbers)]);
}

function os2Table() {
  const scripts = words(650, 600, 0, 75, 650, 600, 0, 350, 50, 300);
  const heights = words(CAP_HEIGHT + 100, DESCENDER, 0, CAP_HEIGHT + 100, -DESCENDER);
  return Buffer.concat([
    words(4, ADVANCE, 400, 5, 0),
    scripts,
    words(0),
    Buffer.from([2, 0, 5, 9, 0, 0, 0, 0, 0, 0]),
    longs(0x00000007, 0, 0, 0),
    Buffer.from('BRDS'),
    words(0x0040, CODES[0], CODES.at(-1)),
    heights,
    longs(1, 0),
    words(X_HEIGHT, CAP_HEIGHT, 0, 0x20, 1),
  ]);
}

function nameTable() {
  const texts = new Map([
    [1, FAMILY],
    [2, 'Regular'],
    [3, `${FAMILY} 1.000`],
    [4, `${FAMILY} Regular`],
    [5, 'Version 1.000'],
    [6, 'BroadsheetMono-Regular'],
  ]);
  const records = [];
  const strings = [];
  let offset = 0;
  for (const [id, text] of texts) {
    const string = Buffer.from(text, 'utf16le').swap16();
    records.push(words(WINDOWS, UNICODE, ENGLISH, id, string.length, offset));
    strings.push(string);
    offset += string.length;
  }
  return Buffer.concat([words(0, records.length, 6 + records.length * 12), ...records, ...strings]);
}

/** Tables, in the order of their tags, as a font file with its checksums (ISO/IEC 14496-22, 4.5). */
function packFont(tables) {
  const entries = Object.entries(tables).sort(([a], [b]) => (a < b ? -1 : 1));
  const header = Buffer.concat([longs(0x00010000), words(entries.length, ...searchFields(entries.length, 16))]);
  const records = [];
  const bodies = [];
  let offset = header.length + entries.length * 16;
  let head = 0;
  for (const [tag, table] of entries) {
    if (tag === 'head') head = offset;
    const body = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    records.push(Buffer.from(tag), longs(checksum(body), offset, table.length));
    bodies.push(body);
    offset += body.length;
  }
  const font = Buffer.concat([header, ...records, ...bodies]);
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, head + 8);
  return font;
}

function checksum(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

function words(...numbers) {
  const bytes = Buffer.alloc(numbers.length * 2);
  numbers.forEach((number, index) => {
    bytes.writeUInt16BE(number & 0xffff, index * 2);
  });
  return bytes;
}

function longs(...numbers) {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, index) => {
    bytes.writeUInt32BE(number >>> 0, index * 4);
  });
  return bytes;
}

function main() {
  const font = makeMonoFont();
  if (process.argv.includes('--check')) {
    if (readFileSync(file).equals(font)) return;
    console.error('test/fixtures/fonts/Mono-Regular.ttf is out of date: run node tools/make-mono-font.mjs');
    process.exitCode = 1;
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, font);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
