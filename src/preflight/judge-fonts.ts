/* Judges the fonts in use: embedded, sound, with true widths, with text for every code. ISO 15930-7. */
import type { Accuse } from './finding.js';
import { type CodeUse, cidOf, type FontProgram, glyphMap, type PdfFont } from './pdf-font.js';
import { has, numberAt } from './pdf-objects.js';
import { readCff } from './read-cff.js';
import { placeOn } from './read-pages.js';
import { type ProgramFacts, readTrueType, tableIn } from './read-truetype.js';
import type { Unpack } from './unpack-stream.js';

/** Judges every font by what was shown with it. */
export function judgeFonts(fonts: Iterable<PdfFont>, unpack: Unpack, accuse: Accuse): void {
  for (const font of fonts) {
    const [first] = font.used.values();
    if (first === undefined) continue;
    judgeUnicode(font, accuse);
    if (font.type === 'glyphs') continue;
    if (font.program === undefined) {
      const hint = 'export it anew with all fonts embedded';
      accuse('font-not-embedded', placeOfUse(first), `font ${font.name} is not embedded`, hint);
    } else judgeProgram(font, font.program, first, unpack, accuse);
  }
}

function placeOfUse({ page, x, y }: CodeUse) {
  return placeOn(page, x, y);
}

function judgeUnicode(font: PdfFont, accuse: Accuse): void {
  const silent = [...font.used].filter(([code]) => !font.unicode?.hasText(code));
  const [first] = silent;
  if (first === undefined) return;
  const message =
    font.unicode === undefined
      ? `font ${font.name} does not say which text its codes stand for`
      : `font ${font.name} does not say which text ${silent.length} of its codes stand for`;
  accuse('no-unicode', placeOfUse(first[1]), message, 'export it anew with text that can be searched');
}

function judgeProgram(font: PdfFont, program: FontProgram, first: CodeUse, unpack: Unpack, accuse: Accuse): void {
  const unpacked = unpack(program.stream);
  const whole = unpacked.type === 'unpacked' && unpacked.coding === undefined && !unpacked.cutShort;
  const facts = whole ? readProgram(font, program, unpacked.bytes) : undefined;
  if (!whole || facts === undefined) {
    accuse('font-damaged', placeOfUse(first), `font ${font.name} is damaged`, 'export it anew');
  } else if (facts !== 'not-read') {
    const glyphOf = font.type === 'composite' ? compositeGlyphs(font, facts, unpack) : simpleGlyphs(font, facts);
    judgeGlyphs(font, facts, glyphOf, accuse);
  }
}

/** Which glyph a simple font shows from a CFF or Type 1 program is a matter of names, which are not followed. */
function readProgram(font: PdfFont, program: FontProgram, bytes: Uint8Array): ProgramFacts | 'not-read' | undefined {
  if (program.type === 'TrueType') return readTrueType(bytes);
  if (font.type !== 'composite') return 'not-read';
  const wrapped = program.type === 'OpenType' ? tableIn(bytes, 'CFF ') : bytes;
  return wrapped === undefined ? readTrueType(bytes) : readCff(wrapped);
}

/** Undefined where it cannot be told which glyph a code shows. */
type GlyphOf = (code: number) => number | undefined;

function compositeGlyphs(font: PdfFont, facts: ProgramFacts, unpack: Unpack): GlyphOf {
  // The CMaps that readers bring along are not at hand: only their codes are known, not their glyphs.
  const known = font.encoding !== undefined || /^Identity-[HV]$/.test(font.encodingName ?? '');
  const map = facts.glyphOfCid ?? glyphMap(font, unpack);
  return (code) => (known ? map(cidOf(font, code)) : undefined);
}

const SYMBOLIC = 4;
const WINDOWS = new TextDecoder('windows-1252');

/** ISO 32000-1, 9.6.6.4. Encodings with glyph names of their own are not followed. */
function simpleGlyphs(font: PdfFont, facts: ProgramFacts): GlyphOf {
  const flags = (font.descriptor && numberAt(font.descriptor, 'Flags')) ?? 0;
  const encoded = has(font.dict, 'Encoding');
  if (encoded && (flags & SYMBOLIC) === 0) {
    if (font.encodingName !== 'WinAnsiEncoding') return () => undefined;
    return (code) => facts.glyphOf('unicode', WINDOWS.decode(Uint8Array.of(code)).charCodeAt(0));
  }
  return (code) =>
    facts.glyphOf('symbol', code) || facts.glyphOf('symbol', 0xf000 + code) || facts.glyphOf('mac', code);
}

/** Widths are whole numbers in many files: one thousandth of an em is no difference. */
const WIDTH_PLAY = 1;

function judgeGlyphs(font: PdfFont, facts: ProgramFacts, glyphOf: GlyphOf, accuse: Accuse): void {
  for (const [code, use] of font.used) {
    const glyph = glyphOf(code);
    if (glyph === undefined) continue;
    if (glyph === 0 || glyph >= facts.glyphs) {
      const message = `font ${font.name} has no glyph for code ${code}`;
      accuse('missing-glyph', placeOfUse(use), message, 'use another font, or another character');
      continue;
    }
    const width = facts.widthOf(glyph);
    const said = font.widthOf(cidOf(font, code));
    if (width === undefined || Math.abs(width - said) <= WIDTH_PLAY) continue;
    const message = `font ${font.name} has widths that are not those in the file`;
    accuse('font-widths', placeOfUse(use), message, 'export it anew: letters would stand too near or too far apart');
  }
}
