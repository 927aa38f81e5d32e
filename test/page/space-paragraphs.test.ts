import { describe, expect, it } from 'vitest';
import type { PartName } from '../../src/model/style.js';
import type { FitSetting } from '../../src/page/fit-setting.js';
import { spaceParagraphs } from '../../src/page/space-paragraphs.js';

function slackOver(parts: readonly PartName[], space: FitSetting['space']): number[] {
  const paragraphs = parts.map((part, paragraph) => ({
    kind: part === 'crosshead' ? ('head' as const) : ('text' as const),
    above: 0,
    aboveSlack: part === 'crosshead' ? 1 : 0,
    paragraph,
  }));
  return spaceParagraphs(paragraphs, (paragraph) => parts[paragraph], space).map(({ aboveSlack }) => aboveSlack);
}

describe('spaceParagraphs', () => {
  it('lets white be added over crossheads, and nowhere else', () => {
    expect(slackOver(['body', 'crosshead', 'body', 'quote', 'body'], { crosshead: 2 })).toEqual([0, 2, 0, 0, 0]);
  });

  it('lets it be added over a quote and under it, and not within', () => {
    expect(slackOver(['body', 'quote', 'quote', 'body', 'body'], { quote: 1 })).toEqual([0, 1, 0, 1, 0]);
  });

  it('adds none over the first paragraph, and none where none is allowed', () => {
    expect(slackOver(['quote', 'body', 'crosshead'], { quote: 1 })).toEqual([0, 1, 0]);
    expect(slackOver(['body', 'crosshead', 'body'], {})).toEqual([0, 0, 0]);
  });
});
