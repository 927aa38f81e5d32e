import { describe, expect, it } from 'vitest';
import { findHeading } from '../../src/manifest/find-heading.js';

describe('a heading', () => {
  it.each([
    ['# The tide', 'The tide', 2, 10],
    ['#\tThe tide  \nText', 'The tide', 2, 13],
    ['\r\n  \r\n   # The tide ###\r\nText', 'The tide', 11, 25],
    ['# Learning C#\n', 'Learning C#', 2, 14],
    ['#  A ## B\n', 'A ## B', 3, 10],
  ])('begins %j', (text, words, start, end) => {
    expect(findHeading(text, 0)).toEqual({ text: words, start, end });
  });

  it.each(['## The tide', '#The tide', '    # The tide', 'Text\n# The tide', '# \nText', '# ##\n', '#', ''])(
    'does not begin %j',
    (text) => {
      expect(findHeading(text, 0)).toBeUndefined();
    },
  );

  it('is looked for after the front matter, its offsets counted in the file', () => {
    expect(findHeading('---\n---\n# A\nB', 8)).toEqual({ text: 'A', start: 10, end: 12 });
  });

  it('is found, or not, in no time in lines that are made to take long', () => {
    const text = `${'\r\n'.repeat(50_000)}# ${' '.repeat(50_000)}x${' '.repeat(50_000)}#y${' #'.repeat(50_000)}`;
    expect(findHeading(text, 0)?.text.startsWith('x')).toBe(true);
    expect(findHeading(`${'\r\n'.repeat(50_000)}x`, 0)).toBeUndefined();
  });
});
