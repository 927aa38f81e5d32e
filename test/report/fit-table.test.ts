import { describe, expect, it } from 'vitest';
import type { Edition } from '../../src/model/edition.js';
import type { Issue } from '../../src/model/issue.js';
import { describeSlotRooms, describeStoryFits } from '../../src/report/describe-fit.js';
import { tabulateSlots, tabulateStories } from '../../src/report/fit-table.js';
import { edition, outcome, storyFit } from './fixtures.js';

const STORIES = [
  outcome({
    article: 'a',
    slots: ['9.tail'],
    fit: storyFit({ lines: 4, words: 27, cheapest: [{ paragraph: 5, line: 21, words: 2 }] }),
  }),
  outcome({
    article: 'b',
    fit: storyFit({ applied: ['looseness', 'tracking', 'drop'], tracking: -4, dropped: ['deck'] }),
  }),
  outcome({
    article: 'c',
    fit: storyFit({
      lines: -1,
      words: -6,
      applied: ['tracking'],
      tracking: 3,
      cheapest: [1, 2, 3, 4].map((words) => ({ paragraph: words, line: 10 * words, words })),
    }),
  }),
];

/** The stories on pages of one slot each. */
function editionOf(): Edition {
  const page = (label: string, slot: string) => ({ label, template: { slots: new Map([[slot, {}]]) } });
  const pages = [page('1', 'opinion'), page('9', 'tail')];
  return edition({ stories: STORIES, issue: { ...edition().issue, pages } as unknown as Issue });
}

const SLOTS = [
  {
    page: '1',
    slot: 'opinion',
    legs: 2,
    measure: 130.123_456,
    rooms: [
      { content: 'article' as const, lines: { min: 150, max: 176 }, words: { min: 780, max: 990 } },
      { content: 'continuation' as const, lines: { min: 8, max: 8 }, words: { min: 40, max: 44 } },
    ],
  },
];

describe('the table of stories', () => {
  const lines = tabulateStories(editionOf());

  it('has a line a story, those of the first page first', () => {
    expect(lines.map((line) => line.slice(0, 5).trimEnd())).toEqual(['story', 'b', 'c', 'a', '3 sto']);
  });

  it('tells what is over or under, what was done, and where a line costs least', () => {
    expect(lines[1]).toMatch(/ {2}- +looseness, tracking -4, drop deck {2}-$/);
    expect(lines[2]).toMatch(/ 1 line under \(6 words\) +tracking \+3 +1 word at line 10, 2 at line 20, 3 at line 30$/);
    expect(lines[3]).toMatch(/ 4 lines over \(27 words\) +- +2 words at line 21$/);
    expect(lines[4]).toBe('3 stories: 1 to the line, 1 under, 1 over');
  });

  it('is as wide for every column as its widest entry', () => {
    const starts = lines.slice(0, 4).map((line) => line.indexOf('163'));
    expect(new Set(starts.slice(1)).size).toBe(1);
  });
});

describe('the table of slots', () => {
  it('has a line for everything that a slot may take, figures at the right', () => {
    expect(tabulateSlots(SLOTS)).toEqual([
      'page  slot     legs  with            lines    words',
      '1     opinion     2  article       150-176  780-990',
      '1     opinion     2  continuation        8    40-44',
    ]);
  });
});

describe('fit for programs', () => {
  it('has the stories in the order of the table', () => {
    expect(describeStoryFits(editionOf()).stories?.map(({ article }) => article)).toEqual(['b', 'c', 'a']);
  });

  it('rounds lengths, and names pages by number where they have one', () => {
    expect(describeSlotRooms('harbour', SLOTS).slots?.[0]).toMatchObject({ page: 1, measure: 130.123 });
  });
});
