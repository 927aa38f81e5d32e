/*
 * In: a TrueType program, as embedded in a PDF. Out: how many glyphs it has, how wide each is, and which glyph it shows
 * for a character. OpenType 1.9: head, hhea, hmtx, maxp, cmap. Undefined where it is damaged.
 */

export interface ProgramFacts {
  readonly glyphs: number;
  /** In thousandths of an em; undefined where it is not known. */
  widthOf(glyph: number): number | undefined;
  /** The glyph of a character code in one of its tables; undefined where it has no such table. */
  glyphOf(table: 'unicode' | 'symbol' | 'mac', code: number): number | undefined;
  /** The glyph of a CID; only in programs that say so themselves. */
  readonly glyphOfCid?: (cid: number) => number;
}

/** Reads a program. Never throws. */
export function readTrueType(bytes: Uint8Array): ProgramFacts | undefined {
  try {
    return factsOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    // Whatever lies beyond the end is a damaged program.
    return undefined;
  }
}

function factsOf(view: DataView): ProgramFacts | undefined {
  const tables = tablesOf(view);
  const [head, hhea, maxp, hmtx] = ['head', 'hhea', 'maxp', 'hmtx'].map((tag) => tables.get(tag));
  if (head === undefined || hhea === undefined || maxp === undefined || hmtx === undefined) return undefined;
  const unitsPerEm = view.getUint16(head + 18);
  const measured = view.getUint16(hhea + 34);
  const glyphs = view.getUint16(maxp + 4);
  if (unitsPerEm === 0 || measured === 0) return undefined;
  // A look at the last width now, so that a table that is cut short is found.
  view.getUint16(hmtx + (measured - 1) * 4);
  const cmap = tables.get('cmap');
  return {
    glyphs,
    widthOf: (glyph) => (view.getUint16(hmtx + Math.min(glyph, measured - 1) * 4) * 1000) / unitsPerEm,
    glyphOf: (table, code) => (cmap === undefined ? undefined : lookUp(view, cmap, table, code)),
  };
}

/** The bytes of one table of a font in an sfnt wrapper; undefined where it is not there, or the font is damaged. */
export function tableIn(bytes: Uint8Array, tag: string): Uint8Array | undefined {
  try {
    const start = tablesOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)).get(tag);
    return start === undefined ? undefined : bytes.subarray(start);
  } catch {
    return undefined;
  }
}

function tablesOf(view: DataView): ReadonlyMap<string, number> {
  const count = view.getUint16(4);
  const tables = new Map<string, number>();
  for (let index = 0; index < count; index++) {
    const record = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(record + offset)));
    tables.set(tag, view.getUint32(record + 8));
  }
  return tables;
}

/** Platform and encoding. */
const SUBTABLES = { unicode: [3, 1], symbol: [3, 0], mac: [1, 0] } as const;

function lookUp(view: DataView, cmap: number, table: keyof typeof SUBTABLES, code: number): number | undefined {
  const [platform, encoding] = SUBTABLES[table];
  const count = view.getUint16(cmap + 2);
  for (let index = 0; index < count; index++) {
    const record = cmap + 4 + index * 8;
    if (view.getUint16(record) !== platform || view.getUint16(record + 2) !== encoding) continue;
    return lookUpIn(view, cmap + view.getUint32(record + 4), code);
  }
  return undefined;
}

/** Formats 0, 4 and 6, which are those of fonts in PDFs. */
function lookUpIn(view: DataView, subtable: number, code: number): number | undefined {
  switch (view.getUint16(subtable)) {
    case 0:
      return code < 256 ? view.getUint8(subtable + 6 + code) : 0;
    case 4:
      return lookUpSegment(view, subtable, code);
    case 6: {
      const offset = code - view.getUint16(subtable + 6);
      return offset >= 0 && offset < view.getUint16(subtable + 8) ? view.getUint16(subtable + 10 + offset * 2) : 0;
    }
    default:
      return undefined;
  }
}

function lookUpSegment(view: DataView, subtable: number, code: number): number {
  const doubled = view.getUint16(subtable + 6);
  for (let segment = 0; segment < doubled; segment += 2) {
    if (view.getUint16(subtable + 14 + segment) < code) continue;
    const start = view.getUint16(subtable + 16 + doubled + segment);
    if (start > code) return 0;
    const delta = view.getUint16(subtable + 16 + doubled * 2 + segment);
    const rangeAt = subtable + 16 + doubled * 3 + segment;
    const range = view.getUint16(rangeAt);
    if (range === 0) return (code + delta) & 0xffff;
    const glyph = view.getUint16(rangeAt + range + (code - start) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
