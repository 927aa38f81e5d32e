import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { type Face, openFace } from '../../src/shape/open-face.js';
import { createTextShaper, type TextShaper } from '../../src/shape/shape-text.js';
import { faceBytes, TEST_FACES, type TestFace, testShaper, testStyle } from '../fixtures/test-faces.js';

const ARTICLES = fileURLToPath(new URL('../../../shared/material/prose/articles/', import.meta.url));
const FACES = Object.keys(TEST_FACES) as TestFace[];

/** Words for all that the tables do: ligatures, kerning, quotes, dashes, figures, accents, other alphabets. */
const WORDS = `first office affair fluff ffi ffl ff fi fl offline Effluvium affix fjord wolffish shelfful
  AV AVA Ta To Te Tr Tyne Wave “Wave” We Yo Ye Vo. W, r. r, y, f. f” f’ f? L’État LT P. P, 7. 1.4 11 17 74 1914–18
  “W ”, ‘t’ don’t ’tis “‘So,’ he” 'single' "double" (f) [j] (j) f) /f/ well-known word—word en–dash … wait… ?! !” §12
  naïve Zoë façade Škoda Łódź Dvořák Ångström Œuvre œuvre straße STRASSE Ærø Ğ ğ İ ı Ž ŠĎŤ ďábel ťuk Ľ ľ ŷ Ỳ
  £1,000 €50 $3.50 50% 1/2 3×4 −5 5° A+ C# R&D @home ½ ¼ © ® ™ † ‡ •
  Αθήνα Ελλάδα Москва Київ ДАТА Тов. GOVERNMENT Government xX MacDonald O’Neill A.B. U.S. e.g. i.e. No. Nº ª º`
  .split(/\s+/)
  .filter((word) => word !== '');

interface Setting {
  readonly face: Face;
  readonly font: Font;
  readonly shaper: TextShaper;
}

function openSetting(name: TestFace, language = '', features: readonly string[] = []): Setting {
  const bytes = faceBytes(name);
  const face = openFace(name, bytes);
  if (face.type === 'fault') throw new Error(face.message);
  return { face, font: create(bytes as Buffer) as Font, shaper: createTextShaper(face, language, features) };
}

interface Glyphs {
  readonly glyphs: readonly number[];
  readonly advances: readonly number[];
}

/** What the full engine makes of a word, rounded to a millionth of an em against noise in the last digit. */
function byEngine(font: Font, word: string, features: readonly string[] = [], language?: string): Glyphs {
  const run = font.layout(word, [...features], undefined, language);
  const thousandth = 1000 / font.unitsPerEm;
  return {
    glyphs: run.glyphs.map((glyph) => glyph.id),
    advances: run.positions.map((position) => rounded(position.xAdvance * thousandth)),
  };
}

function byTables(shaper: TextShaper, word: string): Glyphs | undefined {
  const { shaped, rules } = shaper.shape(word);
  return rules && { glyphs: [...shaped.glyphs], advances: [...shaped.advances].map(rounded) };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Words that the tables shape otherwise than the engine, and how many the tables shaped. */
function compare(
  { font, shaper }: Setting,
  words: Iterable<string>,
  features: readonly string[] = [],
  language?: string,
) {
  const different: string[] = [];
  let shaped = 0;
  for (const word of words) {
    const own = byTables(shaper, word);
    if (!own) continue;
    shaped++;
    if (JSON.stringify(own) !== JSON.stringify(byEngine(font, word, features, language))) different.push(word);
  }
  return { different, shaped };
}

describe('shaping by tables', () => {
  it.each(FACES)('gives the glyphs and advances of the full engine in %s', (name) => {
    const { different, shaped } = compare(openSetting(name), WORDS);
    expect(different).toEqual([]);
    expect(shaped).toBe(WORDS.length);
  });

  it.each([
    ['smcp', 'text'],
    ['c2sc', 'text'],
    ['onum', 'text'],
    ['pnum', 'text'],
    ['lnum', 'headBold'],
    ['tnum', 'agate'],
    ['smcp', 'sans'],
    ['pnum', 'sans'],
    ['case', 'headBold'],
    ['ss01', 'sans'],
    ['salt', 'sans'],
    ['sups', 'text'],
  ] as const)('gives them with the feature %s in %s, too', (feature, name) => {
    const setting = openSetting(name, '', [feature]);
    const { different, shaped } = compare(setting, WORDS, [feature]);
    expect(different).toEqual([]);
    expect(shaped).toBe(WORDS.length);
  });

  it.each(['TRK ', 'NLD '])('gives them in a language that has rules of its own (%s)', (language) => {
    const words = ['fi', 'office', 'ıi', 'bijna', 'íj́', 'first', 'AVIS'].filter((word) => !/\p{M}/u.test(word));
    const { different } = compare(openSetting('text', language), words, [], language);
    expect(different).toEqual([]);
  });

  it('joins no fi in Turkish, where the i must keep its dot', () => {
    const { shaper } = testShaper();
    const glyphs = (language: string) => shaper.shapeText('fi', testStyle({ language })).glyphs.length;
    expect([glyphs('en-GB'), glyphs('tr-TR')]).toEqual([1, 2]);
  });

  describe.skipIf(!existsSync(ARTICLES))('on the prose of the test material (skipped where it is absent)', () => {
    const words = new Set(readArticles().flatMap((text) => text.split(/\s+/).filter((word) => word !== '')));

    it.each(FACES)('gives the glyphs and advances of the full engine in %s', (name) => {
      const { different, shaped } = compare(openSetting(name), words);
      expect(different).toEqual([]);
      expect(shaped).toBe(words.size);
      expect(shaped).toBeGreaterThan(3000);
    });
  });
});

function readArticles(): string[] {
  if (!existsSync(ARTICLES)) return [];
  return readdirSync(ARTICLES)
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(ARTICLES + file, 'utf8'));
}

describe('words beyond the tables', () => {
  const { shaper, font } = openSetting('text');

  it.each(['ȷ\u0301a', 'x\u0323y', '1⁄2', 'l·l', 'ïï'])('are left to the full engine: %s', (word) => {
    const { shaped, rules } = shaper.shape(word);
    expect(rules).toBeUndefined();
    expect([...shaped.glyphs]).toEqual(byEngine(font, word).glyphs);
  });

  it('keep the width of the engine, with marks set over their letters', () => {
    const { shaped } = shaper.shape('x\u0323y');
    const width = byEngine(font, 'x\u0323y').advances.reduce((sum, advance) => sum + advance, 0);
    expect(shaped.widthEm * 1000).toBeCloseTo(width, 6);
  });

  it('are not those that merely hold a letter of a rule', () => {
    for (const word of ['lull', 'still', 'HELL', 'fjord']) expect(shaper.shape(word).rules).toBeDefined();
  });
});

describe('shaped text', () => {
  const { shaper } = openSetting('text');

  it('is one object for one word', () => {
    expect(shaper.shape('office').shaped).toBe(shaper.shape('office').shaped);
  });

  it('says how many characters each glyph stands for', () => {
    expect([...shaper.shape('office').shaped.clusters]).toEqual([1, 3, 1, 1]);
    expect([...shaper.shape('x𝐀').shaped.clusters]).toEqual([1, 2]);
  });

  it.each(WORDS)('stands for all characters of its text: %s', (word) => {
    const { shaped } = shaper.shape(word);
    expect(shaped.text).toBe(word);
    expect(sum(shaped.clusters)).toBe(word.length);
    expect(shaped.glyphs.length).toBe(shaped.clusters.length);
    expect(shaped.widthEm).toBeCloseTo(sum(shaped.advances) / 1000, 12);
  });

  it('joins nothing over a non-joiner, which leaves no trace', () => {
    const { shaped } = shaper.shape('Auf\u200clage');
    expect(shaped.text).toBe('Auflage');
    expect(shaped.glyphs.length).toBe(7);
    expect(shaper.shape('Auflage').shaped.glyphs.length).toBe(6);
    expect(sum(shaped.clusters)).toBe(7);
  });

  it('kerns over a non-joiner', () => {
    expect(shaper.shape('A\u200cV').shaped.widthEm).toBeCloseTo(shaper.shape('AV').shaped.widthEm, 12);
  });

  it('sets hyphens that the face lacks with the one that it has', () => {
    const nameplate = openSetting('nameplate').shaper;
    expect(nameplate.shape('a\u2011b').whole).toBe(true);
    expect([...nameplate.shape('a\u2011b').shaped.glyphs]).toEqual([...nameplate.shape('a-b').shaped.glyphs]);
  });

  it('sets a word of twenty thousand letters', () => {
    const { shaped } = shaper.shape('fi'.repeat(10_000));
    expect(sum(shaped.clusters)).toBe(20_000);
    expect(shaped.glyphs.length).toBe(10_000);
  });

  it('holds glyph 0 for a character that the face lacks, and says so', () => {
    const { shaped, whole } = shaper.shape('a☃');
    expect(whole).toBe(false);
    expect(shaped.glyphs[1]).toBe(0);
  });
});

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
