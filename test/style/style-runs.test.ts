import { describe, expect, it } from 'vitest';
import type { StyledRun } from '../../src/model/styled.js';
import { styleRuns } from '../../src/style/style-runs.js';
import { text, textStyle } from './fixtures.js';

const FRACTIONS = textStyle({ features: ['onum', 'frac'] });

/** Runs as they are, fractions in braces. */
function shown(runs: readonly StyledRun[]): string {
  return runs
    .map((run) => (run.type === 'break' ? '/' : run.style.features.includes('frac') ? `{${run.text}}` : run.text))
    .join('');
}

describe('fractions', () => {
  it.each([
    ['a 1/2 mile', 'a {1⁄2} mile'],
    ['1/2', '{1⁄2}'],
    ['(3/4) and 15/16-inch', '({3⁄4}) and {15⁄16}-inch'],
    ['a 22⁄7 typed with its own slash', 'a {22⁄7} typed with its own slash'],
  ])('are set as one sign: %s', (typed, expected) => {
    expect(shown(styleRuns([text(typed)], FRACTIONS, 'en'))).toBe(expected);
  });

  it.each(['24/7', '9/11', '8/7/2026', '1/2/3', '1.1/2', '1/2.5', 'and/or', '3/2'])('are not %s', (typed) => {
    expect(shown(styleRuns([text(typed)], FRACTIONS, 'en'))).toBe(typed);
  });

  it('leave the figures around them to the other features alone', () => {
    const runs = styleRuns([text('in 1914 1/2')], FRACTIONS, 'en');
    expect(runs.map((run) => run.type === 'text' && run.style.features)).toEqual([['onum'], ['onum', 'frac']]);
  });

  it('stay as typed in other styles, and in code', () => {
    expect(shown(styleRuns([text('1/2')], textStyle(), 'en'))).toBe('1/2');
    expect(shown(styleRuns([text('1/2', { code: true })], FRACTIONS, 'en'))).toBe('1/2');
  });

  it('keep the marks of their run', () => {
    expect(styleRuns([text('1/2 so', { emphasis: true })], FRACTIONS, 'en')).toMatchObject([
      { text: '1⁄2', style: { face: 'I' } },
      { text: ' so', style: { face: 'I' } },
    ]);
  });
});

describe('a run', () => {
  const styled = (marks: Parameters<typeof text>[1], more = {}) =>
    styleRuns([text('İi', marks)], textStyle(more), 'en')[0];

  it('in small capitals has the feature on top of those of its style', () => {
    expect(styled({ smallCaps: true }, { features: ['onum'] })).toMatchObject({
      style: { features: ['onum', 'smcp'] },
    });
  });

  it('of another language has that for its hyphenation and its capitals', () => {
    expect(styled({ language: 'de' })).toMatchObject({ style: { language: 'de' } });
    expect(styled({ language: 'tr' }, { transform: 'uppercase' })).toMatchObject({ text: 'İİ' });
  });

  it('that is not divided is not hyphenated', () => {
    expect(styled({ undivided: true })).toMatchObject({ style: { hyphenate: false } });
    expect(styled({})).toMatchObject({ style: { hyphenate: true } });
  });

  it('shares its look with all that look alike, and with no others', () => {
    const style = textStyle();
    const look = (marks: Parameters<typeof text>[1]) => {
      const run = styleRuns([text('a', marks)], style, 'en')[0];
      return run?.type === 'text' ? run.style : undefined;
    };
    const marks = [{}, { smallCaps: true }, { undivided: true }, { language: 'de' }, { emphasis: true }] as const;
    expect(new Set(marks.map(look)).size).toBe(marks.length);
    for (const mark of marks) expect(look(mark)).toBe(look(mark));
  });
});
