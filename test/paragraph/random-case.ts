import type { ParagraphParameters } from '../../src/paragraph/break-items.js';
import type { Item } from '../../src/paragraph/items.js';
import type { LineShape } from '../../src/paragraph/line-shape.js';

/*
 * Paragraphs made up from a number, each with its room and parameters: what a test and a TeX run must both be given. All
 * lengths are whole numbers of scaled points, which TeX and doubles both hold exactly.
 */

export interface ParagraphCase {
  readonly items: readonly Item[];
  readonly shape: LineShape;
  readonly parameters: Partial<ParagraphParameters>;
}

const SP = 1 / 65536;

/** Numbers from 0 to below 1, the same for the same seed on every machine (Marsaglia 2003, xorshift). */
function randomNumbers(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 8; i++) next();
  return next;
}

/** Makes case number `seed`. */
export function randomCase(seed: number): ParagraphCase {
  const next = randomNumbers(seed);
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const oneOf = <T>(...choices: readonly T[]): T => choices[whole(0, choices.length - 1)] as T;
  const length = (from: number, to: number) => whole(from * 65536, to * 65536) * SP;
  const isOdd = next() < 0.25;
  const space: Item = {
    type: 'glue',
    width: length(2, 5),
    stretch: length(1, 3),
    shrink: length(0, 2),
  };
  const word = (): Item => ({ type: 'box', width: length(3, 40) });
  const discretionary = (): Item => {
    const penalty = {};
    if (next() < 0.7) return { type: 'discretionary', pre: length(2, 4), ...penalty };
    return {
      type: 'discretionary',
      pre: oneOf(0, length(1, 5)),
      post: oneOf(0, length(1, 5)),
      noBreak: oneOf(0, length(1, 9)),
    };
  };
  const oddity = (): Item[] => {
    switch (whole(0, 5)) {
      case 0:
        return [{ type: 'penalty', penalty: oneOf(-500, -50, 20, 200, 5000) }];
      case 1:
        return [
          { type: 'penalty', penalty: 10000 },
          { type: 'glue', width: length(1, 6) },
        ];
      case 2:
        return [
          { type: 'glue', width: 0, stretch: length(5, 20) },
          { type: 'penalty', penalty: whole(-100, 300) },
          { type: 'glue', width: length(2, 4), stretch: -length(3, 9) },
        ];
      case 3:
        return [{ type: 'glue', width: length(1, 9), fil: 1 }];
      case 4:
        return [
          { type: 'penalty', penalty: 10000 },
          { type: 'glue', width: 0, fil: 1 },
          { type: 'penalty', penalty: -10000 },
        ];
      default:
        return [{ type: 'glue', width: -length(1, 3), stretch: length(0, 3), shrink: length(0, 1) }];
    }
  };
  const items: Item[] = [word()];
  for (let words = whole(4, 70); words > 0; words--) {
    if (isOdd && next() < 0.12) items.push(...oddity());
    else
      items.push(
        next() < 0.8 ? space : { type: 'glue', width: length(2, 6), stretch: length(1, 4), shrink: length(0, 2) },
      );
    items.push(word());
    while (next() < 0.35) items.push(discretionary(), word());
  }
  const measure = length(60, 260);
  const lines = next() < 0.4 ? whole(2, 7) : 1;
  const widths = Array.from({ length: lines }, () => (lines === 1 ? measure : length(60, 260)));
  const indents = lines === 1 ? [0] : widths.map(() => length(0, 30));
  return {
    items,
    shape: { widths, indents },
    parameters: {
      pretolerance: oneOf(-1, 50, 100, 100, 800),
      tolerance: oneOf(50, 200, 200, 1000, 5000, 9999, 10000),
      linePenalty: oneOf(0, 10, 10, 100, -7, 1000),
      hyphenPenalty: oneOf(50, 50, 0, 500, -30, 10000),
      exHyphenPenalty: oneOf(50, 50, 0, 500, -30, 10000),
      adjDemerits: oneOf(10000, 10000, 0, 100000, 500),
      doubleHyphenDemerits: oneOf(10000, 0, 100000),
      finalHyphenDemerits: oneOf(5000, 0, 100000),
      emergencyStretch: oneOf(0, 0, 0, length(5, 40)),
      looseness: oneOf(0, 0, 0, 1, -1, 2, -2),
    },
  };
}
