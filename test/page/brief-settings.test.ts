import { describe, expect, it } from 'vitest';
import type { BrokenParagraph, FlowParagraph, ParagraphBreaker } from '../../src/model/flow.js';
import { settingsOfBrief } from '../../src/page/brief-settings.js';

const text = (paragraph: number, aboveSlack = 0): FlowParagraph => ({ kind: 'text', above: 0, aboveSlack, paragraph });
/** Paragraphs of five lines that can run longer at a price that grows with their number, and never shorter. */
const breaker: ParagraphBreaker = (paragraph, _, looseness) =>
  looseness < 0
    ? undefined
    : ({ lines: 5 + looseness, demerits: looseness * 6000 * (paragraph + 1) } as BrokenParagraph);

describe('a brief', () => {
  it('can be set in one way only where nothing is allowed', () => {
    const settings = settingsOfBrief([text(0), text(1)], breaker, 100, 0);
    expect(settings.map(({ lines, cost }) => [lines, cost])).toEqual([[10, 0]]);
  });

  it('runs a line longer in the paragraph where that costs least', () => {
    const longer = settingsOfBrief([text(0), text(1)], breaker, 100, 1).find(({ lines }) => lines === 11);
    expect(longer?.cost).toBe(220);
    expect(longer?.choices.map(({ looseness }) => looseness)).toEqual([1, 0]);
  });

  it('takes white where it may, and where that is cheaper than a longer paragraph', () => {
    const longer = settingsOfBrief([text(0), text(1, 1)], breaker, 100, 1).find(({ lines }) => lines === 11);
    expect(longer?.choices[1]).toEqual({ looseness: 0, added: 1 });
  });
});
