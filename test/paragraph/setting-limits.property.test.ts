import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineText } from '../../src/model/line.js';
import type { Justification } from '../../src/model/paper.js';
import { createParagraphBreaker } from '../../src/paragraph/create-paragraph-breaker.js';
import { TOLERANCE } from '../../src/units/length.js';
import { monoHList } from '../fixtures/mono-shaper.js';

/* Whatever the text, the measure and what a paper allows: the figures that a layout file shows stay within it. */

const justificationArbitrary: fc.Arbitrary<Justification> = fc.record({
  wordSpace: fc.record({
    min: fc.constantFrom(0.6, 0.75, 1),
    natural: fc.constant(1),
    max: fc.constantFrom(1, 1.5, 2),
  }),
  letterSpace: fc.record({ min: fc.constantFrom(-0.02, -0.005, 0), max: fc.constantFrom(0, 0.01, 0.03) }),
  glyphScale: fc.record({ min: fc.constantFrom(0.97, 0.985, 1), max: fc.constantFrom(1, 1.015, 1.03) }),
  maxHyphens: fc.constantFrom(1, 2, 3),
  opticalMargins: fc.boolean(),
  avoid: fc.subarray(['stacks', 'rivers'] as const),
});
const wordArbitrary = fc.stringMatching(/^[A-Za-z]{1,5}(\|[a-z]{2,5}){0,2}[,.;-]?$/);
const textArbitrary = fc.array(wordArbitrary, { minLength: 1, maxLength: 50 }).map((words) => words.join(' '));
const measuresArbitrary = fc.record({
  widths: fc.array(fc.integer({ min: 70, max: 220 }), { minLength: 1, maxLength: 4 }),
  indents: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 4 }),
});
const SIZE = 10;

describe('set lines', () => {
  it('are scaled, spaced and stretched within what the paper allows, and end on their measure', () => {
    fc.assert(
      fc.property(textArbitrary, measuresArbitrary, justificationArbitrary, (text, measures, justification) => {
        const breaker = createParagraphBreaker([{ list: monoHList(text, { justification }) }], { justification });
        const { letterSpace, glyphScale, wordSpace } = justification;
        for (const looseness of [0, -1, 1] as const) {
          for (const line of breaker(0, measures, looseness)?.setLines() ?? []) {
            expect(line.scale).toBeGreaterThanOrEqual(glyphScale.min - 1e-12);
            expect(line.scale).toBeLessThanOrEqual(glyphScale.max + 1e-12);
            expect(line.letterSpace).toBeGreaterThanOrEqual(letterSpace.min * SIZE - 1e-12);
            expect(line.letterSpace).toBeLessThanOrEqual(letterSpace.max * SIZE + 1e-12);
            const [first] = line.pieces;
            if (first && first.space > 0 && line.ratio >= -1) {
              expect(first.space).toBeGreaterThanOrEqual((SIZE / 2) * wordSpace.min - 1e-9);
            }
            // Only what can't be broken may stick out, and only by itself.
            if (line.pieces.length > 1) expect(line.width).toBeLessThanOrEqual(line.measure + TOLERANCE);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('say the whole text once, in any room', () => {
    fc.assert(
      fc.property(textArbitrary, measuresArbitrary, justificationArbitrary, (text, measures, justification) => {
        const list = monoHList(text, { justification });
        const lines = createParagraphBreaker([{ list }], { justification })(0, measures, 0)?.setLines() ?? [];
        const said = lines
          .map((line) => (line.hyphenated ? lineText(line).slice(0, -1) : `${lineText(line)} `))
          .join('');
        const letters = (all: string) => all.replace(/[\s|]/g, '');
        expect(letters(said)).toBe(letters(text));
      }),
      { numRuns: 200 },
    );
  });
});
