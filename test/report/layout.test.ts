import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAYOUT_SCHEMA } from '../../src/report/layout-schema.js';
import { round } from '../../src/report/round.js';
import { writeLayout } from '../../src/report/write-layout.js';
import { edition } from './fixtures.js';
import { validateSchema } from './validate-schema.js';

const layout = () => JSON.parse(writeLayout(edition()));
const slot = () => layout().pages[0].slots[0];

describe('a layout', () => {
  it('is valid by its schema', () => {
    expect(validateSchema(layout(), LAYOUT_SCHEMA)).toEqual([]);
  });

  it('gives each page its trim and grid in points to three places', () => {
    const { slots: _, furniture: __, ...page } = layout().pages[0];
    expect(page).toEqual({
      number: 1,
      label: 1,
      section: 'News',
      side: 'recto',
      trim: [892.913, 1332.283],
      grid: {
        left: 34.016,
        top: 39.685,
        right: 858.898,
        leading: 10.5,
        lines: 118,
        columns: 6,
        columnWidth: 127.559,
        gutter: 11.906,
        baselineRise: 2.75,
      },
    });
    expect(layout().pages[1]).toMatchObject({ number: 2, label: 'A2', slots: [] });
    expect(layout().pages[1]).not.toHaveProperty('section');
  });

  it('writes boxes as left, top, right and bottom', () => {
    expect(slot()).toMatchObject({ name: 'opinion', kind: 'article', article: 'doctrine', box: [34, 220, 270, 970] });
    expect(slot().legs[0].box).toEqual([34, 300, 130, 890]);
  });

  it('has every line of a leg as set', () => {
    expect(slot().legs[0].lines).toEqual([
      {
        baseline: 310.2,
        x: 34,
        width: 69.123,
        measure: 96,
        indent: 0,
        text: 'Political sci-',
        part: 'body',
        style: 'body',
        size: 10,
        article: 'doctrine',
        paragraph: 0,
        ratio: -0.123,
        wordSpace: 4.123,
        gaps: [[45, 4.123]],
        letterSpace: 0,
        scale: 0.98,
        hyphenated: true,
        last: false,
      },
      expect.objectContaining({
        text: 'entists have long',
        wordSpace: 5.5,
        gaps: [
          [35, 5],
          [60, 6],
        ],
        baseline: 320.7,
        last: true,
      }),
    ]);
  });

  it('has head, captions, tail and furniture in the same form', () => {
    expect(slot().head[0]).toMatchObject({ text: 'Doctrine', part: 'headline', style: 'head-2', paragraph: -1 });
    expect(slot().captions[0]).toMatchObject({ text: 'Qom', part: 'caption', wordSpace: 0 });
    expect(slot().tail[0]).toMatchObject({ text: 'Page 3 >', target: { page: 3, article: 'doctrine' } });
    expect(layout().pages[0].furniture[0]).toMatchObject({ text: 'Courier', part: 'furniture' });
    expect(layout().pages[0].furniture[0]).not.toHaveProperty('article');
  });

  it('names pictures as the article does, never by a path of this machine', () => {
    expect(slot().pictures).toEqual([
      { box: [34, 250, 130, 298], file: 'qom.jpg', crop: [0, 0.125, 1, 0.875], pixels: [1024, 683] },
    ]);
    expect(writeLayout(edition())).not.toContain('/somewhere');
  });
});

describe('rounding', () => {
  it('is off by half a thousandth at most and never gives -0', () => {
    fc.assert(
      fc.property(fc.double({ min: -5000, max: 5000, noNaN: true }), (number) => {
        expect(Math.abs(round(number) - number)).toBeLessThanOrEqual(0.000_500_1);
        expect(Object.is(round(number), -0)).toBe(false);
        expect(String(round(number))).toMatch(/^-?\d+(\.\d{1,3})?$/);
      }),
    );
  });
});
