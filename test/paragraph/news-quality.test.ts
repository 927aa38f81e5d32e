import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Line } from '../../src/model/line.js';
import type { Justification } from '../../src/model/paper.js';
import type { StyledParagraph } from '../../src/model/styled.js';
import { createParagraphBreaker } from '../../src/paragraph/create-paragraph-breaker.js';
import { createShaper } from '../../src/shape/create-shaper.js';
import { loadHyphenation } from '../../src/shape/load-hyphenation.js';
import { TOLERANCE } from '../../src/units/length.js';
import { monoParagraph } from '../fixtures/mono-shaper.js';
import { faceBytes, faceSource, type TestFace, testStyle } from '../fixtures/test-faces.js';

/* How prose looks in newspaper columns, measured on real type: 9 pt Source Serif, 145 paragraphs. */

const MATERIAL = new URL('../../../shared/material/prose/articles/', import.meta.url);
const isHere = existsSync(MATERIAL);

const JUSTIFICATION: Justification = {
  wordSpace: { min: 0.75, natural: 1, max: 1.5 },
  letterSpace: { min: -0.005, max: 0.01 },
  glyphScale: { min: 0.975, max: 1.025 },
  maxHyphens: 3,
  opticalMargins: false,
  avoid: [],
};
const SIZE = 9;
const PT_PER_MM = 72 / 25.4;

function readParagraphs(): readonly string[] {
  const files = readdirSync(MATERIAL).filter((file) => file.endsWith('.md'));
  const blocks = files.sort().flatMap((file) => readFileSync(new URL(file, MATERIAL), 'utf8').split(/\n\n+/));
  return blocks.map((block) => block.trim().replace(/\s+/g, ' ')).filter((block) => /^(?!#|By )./.test(block));
}

function styledParagraph(text: string): StyledParagraph {
  const style = testStyle({ size: SIZE, language: 'en-US' });
  return { ...monoParagraph('', { size: SIZE, indent: SIZE }), runs: [{ type: 'text', text, style }] };
}

interface Column {
  readonly paragraphs: readonly (readonly Line[])[];
  /** Mean word space of each justified line, narrowest first. */
  readonly gaps: readonly number[];
}

function meanGap(line: Line): number {
  const spaces = line.pieces.map((piece) => piece.space).filter((space) => space > 0);
  return spaces.reduce((sum, space) => sum + space, 0) / spaces.length;
}

/** The share of gaps wider than a limit. */
function shareOver({ gaps }: Column, limit: number): number {
  return gaps.filter((gap) => gap > limit).length / gaps.length;
}

describe.skipIf(!isHere)('prose in newspaper columns (needs ../shared/material/prose)', () => {
  const columns = new Map<number, Column>();

  beforeAll(async () => {
    const hyphenation = await loadHyphenation(['en-US']);
    const fonts = { source: faceSource, bytes: (face: string) => faceBytes(face as TestFace) };
    const shaper = createShaper(fonts, JUSTIFICATION, (diagnostic) => expect(diagnostic).toBeUndefined(), hyphenation);
    const inputs = readParagraphs().map((text) => ({
      list: shaper.shapeParagraph(styledParagraph(text), (diagnostic) => expect(diagnostic).toBeUndefined()),
    }));
    const breaker = createParagraphBreaker(inputs, { justification: JUSTIFICATION });
    for (const mm of [45, 53, 56]) {
      const measures = { widths: [mm * PT_PER_MM] };
      const paragraphs = inputs.map((_, index) => breaker(index, measures, 0)?.setLines() ?? []);
      const justified = paragraphs.flat().filter((line) => !line.last && line.pieces.length > 1);
      columns.set(mm, { paragraphs, gaps: justified.map(meanGap).sort((a, b) => a - b) });
    }
  }, 60_000);

  const column = (mm: number) => columns.get(mm) as Column;

  it('has word spaces at 53 mm that are rarely wide', () => {
    const { gaps } = column(53);
    expect(gaps.length).toBeGreaterThan(1500);
    expect(gaps[Math.floor(gaps.length * 0.95)]).toBeLessThan(3.6);
    expect(shareOver(column(53), 4.5)).toBeLessThan(0.02);
    expect(shareOver(column(53), 7.2)).toBeLessThan(0.002);
  });

  it('holds up at 45 mm', () => {
    expect(shareOver(column(45), 4.5)).toBeLessThan(0.05);
    expect(shareOver(column(45), 7.2)).toBeLessThan(0.003);
  });

  it('never has more than three hyphens in a row, a line that sticks out, or a scaling out of bounds', () => {
    for (const { paragraphs } of columns.values()) {
      for (const lines of paragraphs) {
        expect(lines.map((line) => (line.hyphenated ? '-' : ' ')).join('')).not.toContain('----');
        for (const line of lines) {
          expect(line.width).toBeLessThanOrEqual(line.measure + TOLERANCE);
          expect(line.scale).toBeGreaterThanOrEqual(0.975 - 1e-9);
          expect(line.scale).toBeLessThanOrEqual(1.025 + 1e-9);
        }
      }
    }
  });

  it('ends every justified line on its measure, kerning of broken words and all', () => {
    for (const { paragraphs } of columns.values()) {
      for (const line of paragraphs.flat()) {
        if (line.last || line.pieces.length < 2) continue;
        expect(Math.abs(line.width - line.measure)).toBeLessThan(TOLERANCE);
      }
    }
  });
});
