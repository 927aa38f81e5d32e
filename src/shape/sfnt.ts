/**
 * The outer shell of a font file (ISO/IEC 14496-22, 4.4): which tables it has and where. In: the file's bytes.
 * Out: a view of each table, or why the file cannot be used.
 */

/** Why a font cannot be used, in the manner of a diagnostic's message and hint. */
export interface FontFault {
  readonly type: 'fault';
  readonly message: string;
  readonly hint: string;
}

export interface Sfnt {
  readonly type: 'sfnt';
  /** Whether outlines are TrueType (`glyf`) or PostScript (`CFF `). */
  readonly outlines: 'glyf' | 'CFF';
  readonly tables: ReadonlyMap<string, DataView>;
}

/** Thrown by the readers of single tables where the bytes contradict themselves; `openFace` turns it into a diagnostic. */
export class FontDamage extends Error {}

const REQUIRED = ['head', 'hhea', 'hmtx', 'maxp', 'cmap', 'OS/2'];
const SIGNATURES: ReadonlyMap<number, 'glyf' | 'CFF'> = new Map([
  [0x00010000, 'glyf'],
  [0x74727565, 'glyf'],
  [0x4f54544f, 'CFF'],
]);

/** Reads the table directory. Faults: no font, a collection or web font, a variable font, a table outside the file or missing. */
export function readSfnt(bytes: Uint8Array): Sfnt | FontFault {
  if (bytes.length < 12) return fault('is too short to be a font', 'export the font again');
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const outlines = SIGNATURES.get(file.getUint32(0));
  if (!outlines) return unknownSignature(bytes);
  const tables = readDirectory(file, bytes);
  if (!tables) return fault('is cut short: its tables reach past its end', 'copy the font file again');
  if (tables.has('fvar')) return fault('is a variable font', 'use a static instance of the weight');
  const missing = [...REQUIRED, outlines === 'glyf' ? 'glyf' : 'CFF '].find((tag) => !tables.has(tag));
  if (missing) return fault(`has no table "${missing.trim()}"`, 'export the font again as TrueType');
  return { type: 'sfnt', outlines, tables };
}

/** The fault, if any, of embedding permissions: a press needs the font inside the PDF, and subset. OS/2 `fsType`. */
export function embeddingFault(sfnt: Sfnt): FontFault | undefined {
  const fsType = (sfnt.tables.get('OS/2') as DataView).getUint16(8);
  const hint = 'license the font for embedding, or choose another';
  // The least restrictive of bits 1 to 3 counts, so bit 1 forbids only where it stands alone.
  if ((fsType & 0x000e) === 0x0002) return fault('may not be embedded (its fsType says restricted licence)', hint);
  if (fsType & 0x0100) return fault('may not be subset (its fsType says so)', hint);
  if (fsType & 0x0200) return fault('may only be embedded as bitmaps (its fsType says so)', hint);
  return undefined;
}

export function fault(message: string, hint: string): FontFault {
  return { type: 'fault', message, hint };
}

function unknownSignature(bytes: Uint8Array): FontFault {
  const tag = String.fromCharCode(...bytes.subarray(0, 4));
  if (tag === 'wOFF' || tag === 'wOF2') return fault('is a web font', 'use the TTF or OTF file of the same face');
  if (tag === 'ttcf') return fault('is a font collection', 'extract the face as a TTF file');
  return fault('is no font', 'use a TTF or OTF file');
}

function readDirectory(file: DataView, bytes: Uint8Array): Map<string, DataView> | undefined {
  const count = file.getUint16(4);
  if (12 + count * 16 > bytes.length) return undefined;
  const tables = new Map<string, DataView>();
  for (let entry = 12; entry < 12 + count * 16; entry += 16) {
    const offset = file.getUint32(entry + 8);
    const length = file.getUint32(entry + 12);
    if (offset + length > bytes.length) return undefined;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  return tables;
}
