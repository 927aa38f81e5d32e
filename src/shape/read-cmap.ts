import { FontDamage } from './sfnt.js';

/** Which glyph each character has: pages of 256 code points, page 0 empty. */
export interface Cmap {
  readonly pages: Uint16Array;
  readonly glyphs: Uint16Array;
}

interface CmapDraft {
  readonly pages: Uint16Array;
  glyphs: Uint16Array;
  pageCount: number;
  readonly glyphCount: number;
}

const PAGE_COUNT = 0x110000 >> 8;
/** Subtables by platform and encoding, the fullest first: Unicode full repertoire, then the basic plane. */
const PREFERRED = ['3.10', '0.6', '0.4', '3.1', '0.3', '0.2', '0.1', '0.0'];
const SPACE = 0x20;
const HYPHEN = 0x2d;
/** Characters that look like another one, which stands in where the face lacks them: hyphens, then spaces. */
const STAND_INS: readonly (readonly [codePoint: number, standIn: number])[] = [
  [0x2010, HYPHEN],
  [0x2011, HYPHEN],
  ...[0xa0, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x202f, 0x205f].map(
    (space) => [space, SPACE] as const,
  ),
];

/** Reads the best Unicode subtable (formats 4, 6 and 12; others are not used for Unicode text). */
export function readCmap(cmap: DataView, glyphCount: number): Cmap {
  const offset = chooseSubtable(cmap);
  const draft: CmapDraft = {
    pages: new Uint16Array(PAGE_COUNT),
    glyphs: new Uint16Array(256),
    pageCount: 1,
    glyphCount,
  };
  const format = cmap.getUint16(offset);
  if (format === 4) readSegments(cmap, offset, draft);
  else if (format === 6) readTrimmed(cmap, offset, draft);
  else if (format === 12) readGroups(cmap, offset, draft);
  else throw new FontDamage(`its character map has format ${format}, which is not for Unicode`);
  addStandIns(draft);
  return { pages: draft.pages, glyphs: draft.glyphs.slice(0, draft.pageCount << 8) };
}

function chooseSubtable(cmap: DataView): number {
  const offsets = new Map<string, number>();
  for (let index = 0; index < cmap.getUint16(2); index++) {
    const entry = 4 + index * 8;
    offsets.set(`${cmap.getUint16(entry)}.${cmap.getUint16(entry + 2)}`, cmap.getUint32(entry + 4));
  }
  const chosen = PREFERRED.find((key) => offsets.has(key));
  if (chosen === undefined) throw new FontDamage('it has no Unicode character map');
  return offsets.get(chosen) as number;
}

/** Format 4: segments of the basic plane, each with a delta or a list of glyphs. */
function readSegments(cmap: DataView, offset: number, draft: CmapDraft): void {
  const bytes = cmap.getUint16(offset + 6);
  const starts = offset + 16 + bytes;
  for (let segment = 0; segment < bytes; segment += 2) {
    const end = cmap.getUint16(offset + 14 + segment);
    const start = cmap.getUint16(starts + segment);
    const delta = cmap.getUint16(starts + bytes + segment);
    const rangeAt = starts + 2 * bytes + segment;
    const range = cmap.getUint16(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const listed = range === 0 ? code : cmap.getUint16(rangeAt + range + (code - start) * 2);
      if (range === 0 || listed !== 0) setGlyph(draft, code, (listed + delta) & 0xffff);
    }
  }
}

/** Format 6: one run of code points. */
function readTrimmed(cmap: DataView, offset: number, draft: CmapDraft): void {
  const first = cmap.getUint16(offset + 6);
  const count = cmap.getUint16(offset + 8);
  for (let index = 0; index < count; index++) setGlyph(draft, first + index, cmap.getUint16(offset + 10 + index * 2));
}

/** Format 12: groups over all planes. Their sum is bounded, lest a damaged font count to the end of days. */
function readGroups(cmap: DataView, offset: number, draft: CmapDraft): void {
  let total = 0;
  for (let index = 0; index < cmap.getUint32(offset + 12); index++) {
    const group = offset + 16 + index * 12;
    const start = cmap.getUint32(group);
    const end = cmap.getUint32(group + 4);
    total += end - start + 1;
    if (end < start || end > 0x10ffff || total > 0x110000) throw new FontDamage('its character map is damaged');
    for (let code = start; code <= end; code++) setGlyph(draft, code, cmap.getUint32(group + 8) + code - start);
  }
}

function addStandIns(draft: CmapDraft): void {
  for (const [codePoint, standIn] of STAND_INS) {
    if (glyphIn(draft, codePoint) === 0) setGlyph(draft, codePoint, glyphIn(draft, standIn));
  }
}

function glyphIn(draft: CmapDraft, code: number): number {
  return draft.glyphs[((draft.pages[code >> 8] as number) << 8) | (code & 0xff)] as number;
}

function setGlyph(draft: CmapDraft, code: number, glyph: number): void {
  if (glyph === 0 || glyph >= draft.glyphCount) return;
  let page = draft.pages[code >> 8] as number;
  if (page === 0) {
    page = draft.pageCount++;
    draft.pages[code >> 8] = page;
    if (page << 8 >= draft.glyphs.length) draft.glyphs = grown(draft.glyphs);
  }
  draft.glyphs[(page << 8) | (code & 0xff)] = glyph;
}

function grown(glyphs: Uint16Array): Uint16Array {
  const larger = new Uint16Array(glyphs.length * 2);
  larger.set(glyphs);
  return larger;
}
