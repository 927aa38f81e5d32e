import { describe, expect, it } from 'vitest';
import { cleanWord } from '../../src/shape/clean-word.js';
import { findBreaks } from '../../src/shape/find-breaks.js';
import { type Hyphenator, loadHyphenation } from '../../src/shape/load-hyphenation.js';

const hyphenation = await loadHyphenation(['en-GB', 'fr']);
const ENGLISH = hyphenation.get('en-GB') as Hyphenator;

/** A word with its break points: `-|` where a hyphen is added, `=` after a written hyphen, `/` elsewhere. */
function shown(written: string, hyphenator: Hyphenator | 'soft' | 'none' = ENGLISH): string {
  const { text, marks } = cleanWord(written);
  let at = 0;
  let out = '';
  for (const { offset, addsHyphen, flagged } of findBreaks(
    text,
    marks,
    hyphenator === 'none' ? undefined : hyphenator,
  )) {
    out += text.slice(at, offset) + (addsHyphen ? '|' : flagged ? '=' : '/');
    at = offset;
  }
  return out + text.slice(at);
}

describe('a word breaks', () => {
  it.each([
    ['by patterns, whatever punctuation is around it', '“government,”', '“gov|ern|ment,”'],
    ['by patterns, up to its apostrophe', 'government’s', 'gov|ern|ment’s'],
    ['by patterns, though it begins with a capital', 'Government', 'Gov|ern|ment'],
    ['after a written hyphen, and nowhere else', 'well-governed', 'well-=governed'],
    ['after each written hyphen', 'mother-in-law', 'mother-=in-=law'],
    ['after a dash, and by patterns on both sides of it', 'government—parliament', 'gov|ern|ment—/par|lia|ment'],
    ['after an en dash between words', 'London–Paris', 'Lon|don–/Paris'],
    ['after a double hyphen, which is a dash', 'word--other', 'word--/other'],
    ['after a slash between words', 'and/or', 'and//or'],
    ['after an ellipsis between words', 'wait…what', 'wait…/what'],
    ['at its soft hyphens and not by patterns', 'gove\u00adrnment', 'gove|rnment'],
    ['at its zero-width spaces', 'foo\u200bbar', 'foo/bar'],
    ['not at a dash that a word joiner follows', 'word—\u2060other and—or', 'word—other and—/or'],
    ['not at a hyphen that a word joiner follows', 'well-\u2060governed', 'well-governed'],
    ['at a hyphen after figures', '77-percent', '77-=percent'],
  ])('%s', (_, word, breaks) => {
    expect(shown(word)).toBe(breaks);
  });

  it.each([
    ['of a single letter before a hyphen', 'e-mail'],
    ['of a hyphen before a figure', 'covid-19'],
    ['of a range of years', '1914–18'],
    ['of a hyphen that begins the word', '-ation'],
    ['of a no-break hyphen', 'well\u2011governed'],
    ['of a dash before a closing quote', '“—and—”'],
    ['of a dash that begins the word', '—and'],
    ['of a dash before another', 'and——'],
    ['of a fraction or unit', '24/7'],
    ['of a unit', 'km/h'],
    ['of figures', 'government2'],
    ['of capitals', 'GOVERNMENT'],
    ['of few letters', 'able'],
    ['of an empty word', ''],
  ])('never %s', (_, word) => {
    expect(shown(word)).toBe(word);
  });

  it('of an address after its signs, and not by patterns', () => {
    expect(shown('https://www.example.org/government/to-page.html')).toBe(
      'https://www./example./org//government//to-/page./html',
    );
    expect(shown('www.example.org')).toBe('www./example./org');
    expect(shown('news@harbour-courier.example')).toBe('news@/harbour-/courier./example');
  });

  it('with an added hyphen only where its style is hyphenated', () => {
    expect(shown('gov\u00adernment', 'none')).toBe('government');
    expect(shown('well-governed', 'none')).toBe('well-=governed');
  });

  it('at soft hyphens alone in a language without patterns', () => {
    expect(shown('government', 'soft')).toBe('government');
    expect(shown('gov\u00adernment', 'soft')).toBe('gov|ernment');
  });

  it('in French, with its elision', () => {
    expect(shown('l’administration', hyphenation.get('fr'))).toBe('l’ad|mi|nis|tra|tion');
  });
});

describe('penalties', () => {
  const penalties = (word: string) => {
    const { text, marks } = cleanWord(word);
    return findBreaks(text, marks, ENGLISH).map(({ penalty }) => penalty);
  };

  it('are those of TeX for hyphens, more in an address, none where the writer put a space without width', () => {
    expect(penalties('parliament')).toEqual([50, 50]);
    expect(penalties('well-governed')).toEqual([50]);
    expect(penalties('www.example.org')).toEqual([100, 100]);
    expect(penalties('foo\u200bbar')).toEqual([0]);
  });
});
