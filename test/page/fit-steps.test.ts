import { describe, expect, it } from 'vitest';
import type { FitStep, FitStepName } from '../../src/model/paper.js';
import { fitSteps } from '../../src/page/fit-steps.js';
import type { Thread } from '../../src/page/thread.js';

const STEPS: readonly FitStep[] = [
  { type: 'looseness', lines: 1 },
  { type: 'tracking', from: -10, to: 5 },
  { type: 'drop', optional: ['pullquote', 'deck'] },
];

type Choice = readonly FitStepName[] | undefined;

function namesOf(article: Choice, slots: readonly Choice[], deck = true): FitStepName[] {
  const story = { source: { fit: article }, deck: deck ? [{}] : [], pullquotes: [] };
  const thread = { story, places: slots.map((fit) => ({ slot: { fit } })) } as unknown as Thread;
  return fitSteps(STEPS, thread).map(({ type }) => type);
}

describe('fitSteps', () => {
  it('are all of the paper where neither article nor slot says anything', () => {
    expect(namesOf(undefined, [undefined])).toEqual(['looseness', 'tracking', 'drop']);
  });

  it('are none where the article or one of its slots says none', () => {
    expect(namesOf([], [undefined])).toEqual([]);
    expect(namesOf(undefined, [undefined, []])).toEqual([]);
  });

  it('are those that article and every slot allow, in the order of the paper', () => {
    expect(namesOf(['tracking', 'looseness'], [['drop', 'looseness', 'tracking']])).toEqual(['looseness', 'tracking']);
    expect(namesOf(undefined, [['tracking'], ['tracking', 'drop']])).toEqual(['tracking']);
  });

  it('leave out what the story does not have', () => {
    expect(namesOf(undefined, [undefined], false)).toEqual(['looseness', 'tracking']);
  });
});
