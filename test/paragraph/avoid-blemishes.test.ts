import { describe, expect, it } from 'vitest';
import { type Line, lineText } from '../../src/model/line.js';
import type { Justification, LineBlemish } from '../../src/model/paper.js';
import { createParagraphBreaker } from '../../src/paragraph/create-paragraph-breaker.js';
import { measureRivers } from '../../src/paragraph/measure-rivers.js';
import { MONO_JUSTIFICATION, monoHList } from '../fixtures/mono-shaper.js';
import { proseOf } from './prose.js';

const FLEXIBLE: Justification = {
  ...MONO_JUSTIFICATION,
  wordSpace: { min: 0.7, natural: 1, max: 1.8 },
  letterSpace: { min: -0.01, max: 0.01 },
  glyphScale: { min: 0.97, max: 1.03 },
};

/** Many paragraphs set in mono type, in which columns of characters stand under one another: the worst case there is. */
function setAll(avoid: readonly LineBlemish[]): readonly (readonly Line[])[] {
  const justification = { ...FLEXIBLE, avoid };
  const inputs = Array.from({ length: 60 }, (_, seed) => ({ list: monoHList(proseOf(seed), { justification }) }));
  const breaker = createParagraphBreaker(inputs, { justification });
  return inputs.map((_, paragraph) => breaker(paragraph, { widths: [190] }, 0)?.setLines() ?? []);
}

function countStacks(lines: readonly Line[]): number {
  const words = lines.map((line) => lineText(line).split(' '));
  let stacks = 0;
  for (let i = 1; i < words.length; i++) {
    const [above, here] = [words[i - 1] as string[], words[i] as string[]];
    if ((here[0]?.length ?? 0) > 2 && above[0] === here[0]) stacks++;
    if (i < words.length - 1 && (here.at(-1)?.length ?? 0) > 2 && above.at(-1) === here.at(-1)) stacks++;
  }
  return stacks;
}

const sumOf = (paragraphs: readonly (readonly Line[])[], count: (lines: readonly Line[]) => number) =>
  paragraphs.reduce((sum, lines) => sum + count(lines), 0);
const countRivers = (lines: readonly Line[]) => measureRivers(lines).length;

describe('lines of a paper that avoids blemishes', () => {
  const plain = setAll([]);

  it('stand less often under their own words', () => {
    const stacks = sumOf(plain, countStacks);
    expect(stacks).toBeGreaterThan(5);
    expect(sumOf(setAll(['stacks']), countStacks)).toBeLessThan(stacks / 2);
  });

  it('have less white running down through them', () => {
    const rivers = sumOf(plain, countRivers);
    expect(rivers).toBeGreaterThan(5);
    expect(sumOf(setAll(['rivers']), countRivers)).toBeLessThan(rivers * 0.7);
  });

  it('are as many as before where rivers are mended, and lose no word', () => {
    setAll(['rivers']).forEach((lines, paragraph) => {
      expect(lines).toHaveLength((plain[paragraph] as readonly Line[]).length);
      expect(lines.map(lineText).join(' ').replaceAll('- ', '')).toBe(proseOf(paragraph).replaceAll('|', ''));
    });
  });

  it('are the same where there is nothing to avoid', () => {
    const list = monoHList('aaa bbbb cc ddddd eee ff gggg');
    const texts = [[], ['stacks', 'rivers'] as const].map((avoid) => {
      const justification = { ...MONO_JUSTIFICATION, avoid };
      return createParagraphBreaker([{ list }], { justification })(0, { widths: [60] }, 0)
        ?.setLines()
        .map(lineText);
    });
    expect(texts[1]).toEqual(texts[0]);
  });
});
