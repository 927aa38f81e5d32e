import { describe, expect, it } from 'vitest';
import type { CheapLine } from '../../src/model/flow.js';
import type { Flow } from '../../src/model/make-up.js';
import { cheapestParagraphs, tellCheapest, type WantedLines } from '../../src/page/fit-cheap-lines.js';

/** Block 2 is a crosshead; block n begins on line 10 + 2n of the file. */
const PARTS: Flow['parts'] = Array.from({ length: 8 }, (_, paragraph) => ({
  part: paragraph === 2 ? 'crosshead' : 'body',
  style: 'body',
  origin: { file: 'articles/doctrine.md', line: 10 + 2 * paragraph, column: 1 },
}));

/** What each paragraph loses a line for (0: has but one line), and gains one by. */
function tell(losesBy: readonly number[], gainsBy: readonly number[], wanted: WantedLines): string {
  const lines = losesBy.map((words, paragraph): CheapLine => {
    const gain = { paragraph, gainsBy: gainsBy[paragraph] ?? 9 };
    return words === 0 ? gain : { ...gain, losesBy: words };
  });
  return tellCheapest(cheapestParagraphs(lines, PARTS, wanted), PARTS, wanted);
}

describe('the cheapest paragraphs', () => {
  it('are told by their number among the paragraphs and their line in the file', () => {
    expect(tell([9, 9, 9, 9, 2, 9, 3, 9], [], 'fewer')).toBe(
      'paragraphs 4 and 6 (lines 18 and 22) would each give a line for 2–3 words',
    );
  });

  it('are told in order, though the cheapest is not the first', () => {
    expect(tell([9, 3, 9, 2, 9, 3, 3, 9], [], 'fewer')).toBe(
      'paragraphs 2, 3 and 5 (lines 12, 16 and 20) would each give a line for 2–3 words',
    );
  });

  it('may be one alone', () => {
    expect(tell([9, 9, 9, 1, 9, 9, 9, 9], [], 'fewer')).toBe('paragraph 3 (line 16) would give a line for 1 word');
  });

  it('take a line, where the story is too short', () => {
    expect(tell([1, 1], [4, 1], 'more')).toBe('paragraph 2 (line 12) would take a line for 1 word more');
  });

  it('are no crosshead and no paragraph of a single line', () => {
    expect(tell([0, 5, 1], [], 'fewer')).toBe('paragraph 2 (line 12) would give a line for 5 words');
    expect(tell([0], [], 'fewer')).toBe('');
  });

  it('are five in the report, cheapest first', () => {
    const lines = [4, 4, 1, 3, 9, 1, 4, 4].map((losesBy, paragraph) => ({ paragraph, losesBy, gainsBy: 1 }));
    expect(cheapestParagraphs(lines, PARTS, 'fewer')).toEqual([
      { paragraph: 5, line: 20, words: 1 },
      { paragraph: 3, line: 16, words: 3 },
      { paragraph: 0, line: 10, words: 4 },
      { paragraph: 1, line: 12, words: 4 },
      { paragraph: 6, line: 22, words: 4 },
    ]);
  });
});
