import { describe, expect, it } from 'vitest';
import { FRONT, HARBOUR, INSIDE, ISSUE, PAPER } from '../fixtures/manifest/bad-cases.js';
import { changed, readSample } from '../fixtures/manifest/sample-issue.js';

describe('a problem', () => {
  it('is told with all others of its kind and of other files at once', () => {
    const { diagnostics } = readSample({
      ...changed(ISSUE, 'number: 12', 'number: 12\nweekday: Friday\nzzz: 1'),
      ...changed(PAPER, 'name: The Daily', 'name: The Daily\nyyy: 1'),
      ...changed(FRONT, 'required: true', 'required: true, xxx: 1'),
      [HARBOUR]: '---\nheadline: A\nwww: 1\npictures: [{ file: a.jpg }]\n---\nLorem ipsum.\n',
    });
    const told = diagnostics.map((each) => `${each.origin.file.split('/').at(-1)} ${each.code}`);
    expect(told.sort()).toEqual([
      'front.yaml unknown-key',
      'harbour.md missing-picture',
      'harbour.md placeholder-text',
      'harbour.md unknown-key',
      'issue.yaml unknown-key',
      'issue.yaml wrong-weekday',
      'paper.yaml unknown-key',
    ]);
  });

  it('is not followed by complaints that only come of it', () => {
    const { diagnostics } = readSample(changed(INSIDE, 'lines: 21-36', 'lines: 21-36, legs: many'));
    expect(diagnostics.map((each) => each.code)).toEqual(['wrong-type']);
  });
});
