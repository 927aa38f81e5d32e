import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPageList, readPageList } from '../../src/cli/page-list.js';

describe('a list of pages', () => {
  it.each([
    ['3', [3]],
    ['1,3-5', [1, 3, 4, 5]],
    ['5, 1 - 2', [1, 2, 5]],
    ['2,2,1-3', [1, 2, 3]],
  ])('"%s" is read', (text, pages) => {
    expect(readPageList(text)).toEqual(pages);
  });

  it.each(['', '0', '-1', '3-1', '1,', 'a', '1;2', '1.5', '1-2-3', '1-999999', '+1'])('"%s" is refused', (text) => {
    expect(readPageList(text)).toBeUndefined();
  });

  it('comes back from its own writing', () => {
    const pages = fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1 });
    fc.assert(
      fc.property(pages, (list) => {
        const ascending = [...list].sort((a, b) => a - b);
        expect(readPageList(formatPageList(ascending))).toEqual(ascending);
      }),
    );
  });
});
