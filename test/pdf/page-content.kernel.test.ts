import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startBytes, writtenBytes } from '../../src/pdf/byte-text.kernel.js';
import { makeDeflate } from '../../src/pdf/deflate.kernel.js';
import { openFaces } from '../../src/pdf/embedded-faces.js';
import { endMarked, showLine, startContent, type TextOp } from '../../src/pdf/page-content.kernel.js';
import { openPdf } from '../../src/pdf/pdfkit-internals.js';
import { HEAD, ITALIC, look, readFace, setLine, shape, TEXT, words } from './sample-job.js';

const LEFT = 20;
const TOP = 600;

/** Draws lines on a page whose trim starts at (20, 600). */
function draw(lines: readonly TextOp[]): string {
  const body = openPdf(() => {}, makeDeflate());
  const faces = openFaces(body, readFace, () => {});
  const page = startContent({ encode: faces.encode, picture: () => undefined, out: startBytes() }, LEFT, TOP);
  for (const line of lines) showLine(page, line);
  endMarked(page);
  return Buffer.from(writtenBytes(page.out)).toString('latin1');
}

/** Advance of a glyph in thousandths of an em, found through the text that its code was first used for. */
type Advances = readonly number[];

/**
 * A small interpreter of text operators (ISO 32000-1, 9.4.4): where each glyph of the page starts, from the MediaBox's
 * left. `advances`: by code.
 */
function glyphStarts(content: string, advances: Advances): { x: number; y: number; code: number }[] {
  const starts: { x: number; y: number; code: number }[] = [];
  let [x, lineX, y, size, scale, space] = [0, 0, 0, 0, 1, 0];
  for (const operator of content.match(/\[(?:\((?:\\[\s\S]|[^\\)])*\)|[^\]])*\]TJ|[^\n]*\n/g) ?? []) {
    const operands = operator.trim().split(' ');
    const number = Number(operands.at(-2));
    if (operator === 'BT\n') [lineX, y] = [0, 0];
    else if (operator.endsWith(' Td\n')) {
      lineX += Number(operands[0]);
      y += number;
      x = lineX;
    } else if (operator.endsWith(' Tf\n')) size = number;
    else if (operator.endsWith(' Tz\n')) scale = number / 100;
    else if (operator.endsWith(' Tc\n')) space = number;
    else if (operator.endsWith(']TJ')) {
      for (const [part] of operator.slice(1, -3).matchAll(/\((?:\\[\s\S]|[^\\)])*\)|[^()]+/g)) {
        if (part[0] !== '(') {
          x -= (Number(part) / 1000) * size * scale;
          continue;
        }
        const bytes = part.slice(1, -1).replace(/\\([\s\S])/g, (_, c: string) => (c === 'r' ? '\r' : c));
        for (let i = 0; i < bytes.length; i += 2) {
          const code = bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1);
          starts.push({ x, y, code });
          x += ((advances[code]! / 1000) * size + space) * scale;
        }
      }
    }
  }
  return starts;
}

/** Advances by code of one face, in the order in which the writer first meets its glyphs. */
function advancesOf(lines: readonly TextOp[]): Advances {
  const body = openPdf(() => {}, makeDeflate());
  const font = body.openFont(TEXT, readFace(TEXT));
  const advances = [0];
  const put = (glyph: number, text: string): void => {
    const code = font.code(glyph, text);
    advances[code] = font.advance(code);
  };
  advances[1] = font.advance(font.spaceCode as number);
  for (const line of lines) {
    for (const { shaped } of line.pieces) {
      let from = 0;
      shaped.glyphs.forEach((glyph, i) => {
        put(glyph, shaped.text.slice(from, from + shaped.clusters[i]!));
        from += shaped.clusters[i]!;
      });
    }
  }
  return advances;
}

describe('showLine', () => {
  it('writes codes, kerning and a real space, and says state once', () => {
    const { space, ...last } = setLine(10, 50, words('AV o', look(TEXT, 10))).pieces[1]!;
    expect(space).toBe(0);
    expect(last.shaped.text).toBe('o');
    const kern = Math.round((shape(TEXT, 'A').advances[0]! - shape(TEXT, 'AV').advances[0]!) * 10) / 10;
    expect(kern).toBeGreaterThan(50);
    const line = setLine(10, 50, words('AV o', look(TEXT, 10)));
    const natural = draw([line, { ...line, y: 60.5 }]);
    const [first, second] = natural.split('Td\n').slice(1) as [string, string];
    expect(first).toMatch(/^\/F1 10 Tf\n\/On gs\n0 0 0 1 k\n/);
    expect(first).toContain(`[(\0\u0002)${kern}(\0\u0003\0\u0001`);
    expect(natural).toContain('BT\n30 550 Td\n');
    expect(second).not.toMatch(/Tf|gs|k\n/);
    expect(natural).toContain('0 -10.5 Td\n');
  });

  it('divides the letter space by the scale, since Tz stretches Tc', () => {
    const line = setLine(0, 10, words('word', look(TEXT, 10)), { scale: 0.98, letterSpace: 0.1 });
    expect(draw([line])).toMatch(/98 Tz\n[\s\S]*0\.102 Tc\n/);
  });

  it('changes the font inside a line without leaving the baseline', () => {
    const content = draw([setLine(0, 10, [...words('one', look(TEXT, 9)), ...words('two', look(ITALIC, 9))])]);
    expect(content.match(/Td/g)).toHaveLength(1);
    expect(content).toMatch(/\/F1 9 Tf[\s\S]*\]TJ\n\/F2 9 Tf\n\[/);
  });

  it('escapes exactly the bytes that a literal string cannot hold', () => {
    // Enough glyphs that codes reach 13, 40, 41 and 92.
    const letters = Array.from({ length: 150 }, (_, i) => String.fromCharCode(i < 60 ? 0x41 + i : 0x84 + i)).filter(
      (letter) => shape(TEXT, letter).glyphs[0] !== 0,
    );
    const lines = letters.map((text, i) => setLine(0, 10 * i, [{ text, style: look(TEXT, 9) }]));
    const content = draw(lines);
    for (const escaped of ['\0\\r', '\0\\(', '\0\\)', '\0\\\\']) expect(content).toContain(escaped);
    const codes = glyphStarts(content, advancesOf(lines)).map(({ code }) => code);
    expect(codes).toEqual(letters.map((_, index) => index + 2));
    expect(codes.length).toBeGreaterThan(92);
  });

  it('starts every piece within 0.05 pt of its place, at the end of the longest line, too', () => {
    const word = fc.constantFrom('the', 'AVA', 'Wharf', 'officials', 'To', 'figures,', '“five”', 'a', 'harbour-master');
    const line = fc.record({
      text: fc.array(word, { minLength: 2, maxLength: 25 }),
      x: fc.double({ min: 0, max: 800, noNaN: true }),
      size: fc.constantFrom(7.5, 9, 9.25, 24, 61.7),
      scale: fc.double({ min: 0.97, max: 1.03, noNaN: true }),
      letterSpace: fc.double({ min: -0.3, max: 0.5, noNaN: true }),
      gap: fc.double({ min: 1.1, max: 9, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (settings) => {
        const lines = settings.map(({ text, x, size, scale, letterSpace, gap }, index) => {
          const natural = setLine(0, 0, words(text.join(' '), look(TEXT, size)), { scale, letterSpace });
          const inked = natural.pieces.reduce((sum, piece) => sum + piece.width, 0);
          const measure = inked + gap * (text.length - 1);
          return setLine(x, 20 * index, words(text.join(' '), look(TEXT, size)), { scale, letterSpace, measure });
        });
        const starts = glyphStarts(draw(lines), advancesOf(lines));
        let at = 0;
        for (const { pieces, x, y } of lines) {
          for (const piece of pieces) {
            expect(Math.abs(starts[at]!.x - (LEFT + x + piece.x))).toBeLessThan(0.05);
            expect(starts[at]!.y).toBeCloseTo(TOP - y, 2);
            at += piece.shaped.glyphs.length + (piece.space > 0 ? 1 : 0);
          }
        }
        expect(at).toBe(starts.length);
      }),
    );
  });

  it('lets the gaps of a line share one number', () => {
    const line = setLine(0, 10, words('none of the five was what they said it was', look(TEXT, 9)), { measure: 260 });
    const gaps = draw([line])
      .replaceAll('\0\u0001)', '_')
      .match(/_-?[\d.]+\(/g)!;
    expect(gaps).toHaveLength(9);
    expect(new Set(gaps).size).toBeLessThanOrEqual(2);
  });

  it('draws nothing for a line without pieces', () => {
    expect(draw([{ ...setLine(0, 0, words('x', look(HEAD, 9))), pieces: [] }])).toBe('EMC\n');
  });
});
