import { describe, expect, it } from 'vitest';
import type { TextStyle } from '../../src/model/style.js';
import type { Slot } from '../../src/model/template.js';
import { type BadCase, describeBad, HARBOUR, INSIDE, ISSUE, MARK, paperWith } from '../fixtures/manifest/bad-cases.js';
import { changed, readSound } from '../fixtures/manifest/sample-issue.js';

function slot(keys: string): Slot {
  const pages = 'paper: daily\ndate: 2026-07-08\nnumber: 12\npages:\n  1: { template: inside }\n';
  const inside = `slots: { lead: { columns: 1-3, lines: 1-30, ${keys} } }`;
  const lead = readSound({ [ISSUE]: pages, [INSIDE]: inside }).pages[0]?.template.slots.get('lead');
  if (!lead) throw new Error('no slot');
  return lead;
}

function styleOf(name: string, styles: string): TextStyle {
  const style = readSound(paperWith(`styles:\n${styles}`)).paper.styles.get(name);
  if (!style) throw new Error(`no style "${name}"`);
  return style;
}

describe('an inset of a slot', () => {
  it('fills the legs that it names, half-way down, where it says no more', () => {
    const plan = { legs: { from: 1, to: 2 }, width: 2, at: 'center', down: 'middle' };
    expect(slot('pullquote: { legs: 1-2 }').pullquote).toEqual(plan);
    expect(slot('runaround: { legs: 1-2, lines: 8-12 }').runaround).toEqual({ ...plan, lines: { min: 8, max: 12 } });
  });

  it('says all that it can say', () => {
    const keys = 'pullquote: { legs: 2-3, width: 0.8, at: outside, down: foot }';
    expect(slot(keys).pullquote).toEqual({ legs: { from: 2, to: 3 }, width: 0.8, at: 'outside', down: 'foot' });
  });

  it('is not there where the template has none, or takes out an inherited one', () => {
    expect(slot('runaround: null, pullquote: null')).not.toHaveProperty('pullquote');
    expect(slot('legs: 3')).not.toHaveProperty('runaround');
  });
});

describe('a drop cap of a style', () => {
  it('is three lines deep and level with the capitals, in the look of the style "dropCap"', () => {
    const body = styleOf('body', '  body: { dropCap: {} }\n');
    const letter = styleOf('dropCap', '  body: { dropCap: {} }\n');
    expect(body.dropCap).toEqual({
      lines: 3,
      top: 'capHeight',
      firstWord: 'plain',
      face: letter.faces.regular,
      fallback: letter.faces.fallback,
      color: letter.color,
      features: [],
    });
  });

  it('can have the look of any style, italic or not, wherever that stands in the file', () => {
    const styles = '  a: { extends: body, dropCap: { lines: 2, style: big } }\n  big: { style: italic }\n';
    expect(styleOf('a', styles).dropCap).toMatchObject({ lines: 2, face: styleOf('big', styles).faces.italic });
  });

  it('is inherited, and can be put off', () => {
    const styles = '  a: { extends: body, dropCap: {} }\n  b: { extends: a }\n  c: { extends: a, dropCap: false }\n';
    expect(styleOf('b', styles).dropCap).toEqual(styleOf('a', styles).dropCap);
    expect(styleOf('c', styles).dropCap).toBeUndefined();
    expect(styleOf('body', styles).dropCap).toBeUndefined();
  });
});

describe('an article', () => {
  it('gives its pullquotes with their places, and says whether it wants a drop cap', () => {
    const front =
      '---\nheadline: A\ndropCap: false\npullquotes:\n  - One.\n  - { text: Two., by: Jane Poe }\n---\nText.\n';
    const article = readSound({ [HARBOUR]: front }).articles.get('harbour');
    expect(article?.dropCap).toBe(false);
    expect(article?.pullquotes).toMatchObject([
      { text: 'One.', origin: { line: 5 } },
      { text: 'Two.', by: 'Jane Poe', origin: { line: 6 } },
    ]);
  });

  it('has no pullquotes where it says nothing of them', () => {
    expect(readSound({}).articles.get('harbour')?.pullquotes).toEqual([]);
  });
});

const LEAD = 'lines: 1-20';
const CASES: readonly BadCase[] = [
  {
    code: 'bad-value',
    when: 'a pullquote stands in a leg that the slot has not',
    files: changed(INSIDE, LEAD, `${LEAD}, legs: 3, pullquote: { legs: ${MARK}3-4 }`),
    says: 'stands in leg 4, but the slot has 3',
  },
  {
    code: 'bad-value',
    when: 'an inset is wider than its legs',
    files: changed(INSIDE, LEAD, `${LEAD}, runaround: { legs: 1-2, width: ${MARK}2.5, lines: 8 }`),
    says: '2.5 legs wide, but stands in 2',
  },
  {
    code: 'bad-value',
    when: 'a picture among the legs is deeper than the slot',
    files: changed(INSIDE, LEAD, `${LEAD}, runaround: { legs: 1, lines: ${MARK}21 }`),
    says: 'write at most 20',
  },
  {
    code: 'missing-key',
    when: 'a picture among the legs has no depth',
    files: changed(INSIDE, LEAD, `${LEAD}, ${MARK}runaround: { legs: 1 }`),
    says: 'lacks "lines"',
  },
  {
    code: 'unknown-style',
    when: 'a drop cap has the look of a style that is not there',
    files: paperWith(`styles:\n  a: { dropCap: { style: ${MARK}dropCup } }\n`),
    says: 'did you mean "dropCap"?',
  },
  {
    code: 'bad-value',
    when: 'a drop cap is as deep as a paragraph',
    files: paperWith(`styles:\n  a: { dropCap: { lines: ${MARK}5 } }\n`),
    says: '4',
  },
];

describeBad('insets and drop caps', CASES);
