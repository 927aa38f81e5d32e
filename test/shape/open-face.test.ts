import fc from 'fast-check';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { type Face, openFace } from '../../src/shape/open-face.js';
import { createTextShaper } from '../../src/shape/shape-text.js';
import { patch16, sfntTables, withTables, words16 } from '../fixtures/sfnt-bytes.js';
import { faceBytes, serifFile, TEST_FACES, type TestFace, testShaper, testStyle } from '../fixtures/test-faces.js';

const TEXT = faceBytes('text');
const NAMEPLATE = faceBytes('nameplate');
const table = (tag: string, font = TEXT) => sfntTables(font).get(tag) as Uint8Array;

function open(bytes: Uint8Array): Face {
  const face = openFace('test', bytes);
  if (face.type === 'fault') throw new Error(face.message);
  return face;
}

function faultOf(bytes: Uint8Array): string {
  const face = openFace('test', bytes);
  return face.type === 'fault' ? face.message : 'none';
}

describe('metrics', () => {
  it.each(Object.keys(TEST_FACES) as TestFace[])('are those of the outlines of H, x, d and p in %s', (name) => {
    const bytes = faceBytes(name);
    const font = create(bytes as Buffer) as Font;
    const box = (letter: string) => font.glyphForCodePoint(letter.charCodeAt(0)).path.bbox;
    const { metrics } = open(bytes);
    expect(metrics.capHeight * font.unitsPerEm).toBeCloseTo(box('H').maxY, 0);
    expect(metrics.xHeight * font.unitsPerEm).toBeCloseTo(box('x').maxY, 0);
    expect(metrics.ascender * font.unitsPerEm).toBeCloseTo(box('d').maxY, 0);
    expect(metrics.descender * font.unitsPerEm).toBeCloseTo(-box('p').minY, 0);
  });

  it('of a font with PostScript outlines are measured, too', () => {
    const { metrics } = open(serifFile('OTF/SourceSerif4-Regular.otf'));
    expect(metrics.capHeight).toBeCloseTo(0.67, 2);
    expect(metrics.xHeight).toBeCloseTo(0.475, 2);
    expect(metrics.descender).toBeGreaterThan(0.2);
  });
});

describe('a font that cannot be used', () => {
  it.each([
    ['is no font', new TextEncoder().encode('This is not a font at all')],
    ['is too short to be a font', new Uint8Array(3)],
    ['is a web font', serifFile('WOFF/OTF/SourceSerif4-Regular.otf.woff')],
    ['is a web font', serifFile('WOFF2/OTF/SourceSerif4-Regular.otf.woff2')],
    ['is a variable font', serifFile('VAR/SourceSerif4Variable-Roman.ttf')],
    ['is cut short: its tables reach past its end', TEXT.subarray(0, TEXT.length >> 1)],
    ['has no table "cmap"', withTables(TEXT, { cmap: undefined })],
    ['has no table "glyf"', withTables(TEXT, { glyf: undefined })],
    ['is damaged: it has no table "loca"', withTables(TEXT, { loca: undefined })],
    ['is damaged: a table is cut short', withTables(TEXT, { hmtx: table('hmtx').subarray(0, 40) })],
    ['is damaged: a table is cut short', withTables(TEXT, { GPOS: table('GPOS').subarray(0, 5000) })],
    ['is damaged: its em is out of range', withTables(TEXT, { head: patch16(table('head'), { 18: 0 }) })],
    ['is damaged: it has no glyphs', withTables(TEXT, { maxp: patch16(table('maxp'), { 4: 0 }) })],
    ['is damaged: it has no Unicode character map', withTables(TEXT, { cmap: words16(0, 0) })],
  ])('%s', (message, bytes) => {
    expect(faultOf(bytes)).toBe(message);
  });

  it.each([
    ['may not be embedded (its fsType says restricted licence)', 0x0002],
    ['may not be subset (its fsType says so)', 0x0104],
    ['may only be embedded as bitmaps (its fsType says so)', 0x0200],
    ['none', 0x0000],
    ['none', 0x0004],
    ['none', 0x0008],
    // Where several of bits 1 to 3 are set, the least restrictive counts.
    ['none', 0x000a],
  ])('%s (fsType %i)', (message, fsType) => {
    expect(faultOf(withTables(TEXT, { 'OS/2': patch16(table('OS/2'), { 8: fsType }) }))).toBe(message);
  });

  it('has a composite glyph that contains itself, which would overflow the stack of an embedder', () => {
    // A composite with one part: itself, glyph 1. Glyphs from 2 on are blank.
    const glyf = words16(0xffff, 0, 0, 100, 100, 0x0001, 1, 0, 0);
    const glyphCount = new DataView(table('maxp').buffer).getUint16(4);
    const loca = words16(...[0, 0, ...new Array(glyphCount).fill(glyf.length / 2)].slice(0, glyphCount + 1));
    const head = patch16(table('head'), { 50: 0 });
    expect(faultOf(withTables(TEXT, { glyf, loca, head }))).toBe('is damaged: a composite glyph contains itself');
  });

  it('is reported once, with the file and what to do, and the text is still set', () => {
    const { shaper, diagnostics } = testShaper({ bytes: { broken: TEXT.subarray(0, 90_000) } });
    const style = testStyle({ face: 'broken' });
    const shaped = shaper.shapeText('word', style);
    shaper.shapeText('another', style);
    expect(shaped.widthEm).toBe(2);
    expect(shaper.metrics('broken').xHeight).toBeGreaterThan(0);
    expect(diagnostics).toEqual([
      {
        code: 'bad-font',
        severity: 'error',
        origin: { file: 'fonts/test.yaml', line: 3, column: 5 },
        message: 'font file "broken.ttf" is cut short: its tables reach past its end',
        hint: 'copy the font file again',
      },
    ]);
  });
});

describe('any damage', () => {
  const TAGS = ['cmap', 'glyf', 'loca', 'hmtx', 'hhea', 'maxp', 'head', 'GPOS', 'GDEF', 'OS/2'];

  it('to a font gives a face or a fault, never a throw', () => {
    const damage = fc.record({
      tag: fc.constantFrom(...TAGS),
      at: fc.nat(),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
      length: fc.option(fc.nat(), { nil: undefined }),
    });
    fc.assert(
      fc.property(damage, ({ tag, at, bytes, length }) => {
        const broken = table(tag, NAMEPLATE).slice();
        bytes.forEach((byte, index) => {
          // Most of what can go wrong is told by the first bytes of a table.
          broken[(at % Math.min(broken.length, 200)) + index] = byte;
        });
        const cut = length === undefined ? broken : broken.subarray(0, length % (broken.length + 1));
        const face = openFace('test', withTables(NAMEPLATE, { [tag]: cut }));
        if (face.type === 'fault') return;
        const { shaped } = createTextShaper(face, '', []).shape('Wave Tyne’s');
        expect(shaped.glyphs.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('to the bytes of a whole file gives a face or a fault, too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (tail) => {
        const bytes = new Uint8Array(12 + tail.length);
        bytes.set([0, 1, 0, 0, 0, 3]);
        bytes.set(tail, 12);
        expect(openFace('test', bytes).type).toBe('fault');
      }),
    );
  });
});

describe('the kern table', () => {
  it('kerns a font that has no kerning in GPOS', () => {
    const glyph = (letter: string) => open(NAMEPLATE).tables.cmapGlyphs[256 + letter.charCodeAt(0)] as number;
    const kern = words16(0, 1, 0, 20, 1, 1, 0, 0, 0, glyph('A'), glyph('V'), -205);
    const plain = withTables(NAMEPLATE, { GPOS: undefined, GSUB: undefined });
    const width = (font: Uint8Array) => createTextShaper(open(font), '', []).shape('AV').shaped.widthEm;
    expect(width(withTables(plain, { kern })) - width(plain)).toBeCloseTo(-205 / 2048, 9);
  });
});
