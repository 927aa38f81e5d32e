import { describe, expect, it } from 'vitest';
import { findPlaceholder } from '../../src/manifest/placeholder-text.js';

describe('placeholder text', () => {
  it.each([
    ['Headline here', 'Headline here', 0],
    ['Put the headline here.', 'headline here', 8],
    ['HEADLINE HERE', 'HEADLINE HERE', 0],
    ['Kicker here', 'Kicker here', 0],
    ['A caption here', 'caption here', 2],
    ['Lorem ipsum dolor', 'Lorem ipsum', 0],
    ['LOREM IPSUM', 'LOREM IPSUM', 0],
    ['Lorem Ipsum', 'Lorem Ipsum', 0],
    ['It cost TK million.', 'TK', 8],
    ['TKTK', 'TKTK', 0],
    ['Mr xxx said', 'xxx', 3],
    ['XXXX', 'XXXX', 0],
    ['said XXX, the mayor', 'XXX', 5],
  ])('in "%s" is "%s"', (text, found, offset) => {
    expect(findPlaceholder(text)).toEqual({ offset, text: found });
  });

  it.each([
    'The theorem ipsum facto',
    'A TKO in the third round',
    'Foxxx and boxxx',
    'Super Bowl XXX',
    'Chapter XXX',
    'The headline, here and there',
    'They stayed here.',
    'An ATK lens',
  ])('is not in "%s"', (text) => {
    expect(findPlaceholder(text)).toBeUndefined();
  });
});
