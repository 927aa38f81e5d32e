import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inline } from '../../src/model/story.js';
import { tieSpaces } from '../../src/story/tie-spaces.js';

const run = (text: string, code = false): Inline => ({ type: 'text', text, emphasis: false, strong: false, code });

/** Text with no-break spaces shown as `~`, narrow ones as `_`. */
function tied(text: string, language = 'en-GB'): string {
  return shown(tieSpaces([run(text)], language));
}

function shown(inline: readonly Inline[]): string {
  const text = inline.map((each) => (each.type === 'text' ? each.text : '/')).join('');
  return text.replaceAll('\u00a0', '~').replaceAll('\u202f', '_');
}

describe('in English no line ends', () => {
  it.each([
    ['between a number and its unit', 'It ran 12 km in 30 min, at 40 °C.', 'It ran 12~km in 30~min, at 40~°C.'],
    ['before a sign of per cent or currency', 'from 5 % to 12 €', 'from 5~% to 12~€'],
    ['before a unit that ends a sentence', 'He lost 5 kg. “It is 3 m.”', 'He lost 5~kg. “It is 3~m.”'],
    ['before the hour of day', 'at 10 a.m. and 8 pm', 'at 10~a.m. and 8~pm'],
    ['between initials and name', 'J. R. R. Tolkien and (W. Weiss)', 'J.~R.~R.~Tolkien and (W.~Weiss)'],
    ['after initials written close', 'T.S. Eliot', 'T.S.~Eliot'],
    ['after a title', 'Mr Brown, Dr. Weiss and “Mrs Grey”', 'Mr~Brown, Dr.~Weiss and “Mrs~Grey”'],
    ['after a saint’s title', 'St John’s', 'St~John’s'],
    ['within a date', 'on 8 July 2026 and July 9', 'on 8~July 2026 and July~9'],
    ['within a date with an ordinal', 'the 21st June', 'the 21st~June'],
    ['after the word for page or number', 'p. 12, No. 5, c. 1900 and § 7', 'p.~12, No.~5, c.~1900 and §~7'],
    ['before a spaced dash', 'the mole – so he says — held', 'the mole~– so he says~— held'],
    ['before an ellipsis', 'and then … nothing', 'and then~… nothing'],
    ['after an ellipsis that goes on with a text', '“… and then” … (… or)', '“…~and then”~… (…~or)'],
  ])('%s', (_, text, expected) => {
    expect(tied(text)).toBe(expected);
  });

  it.each([
    'in 12 kitchens and 5 per cent of 30 minutes',
    'May I? In May 2026, in 1905 Alfred came. Plan 9 is on',
    'the men Mr. and Mrs, and the drummer',
    'He has 12 000 of them in 2020 300',
    'a - b, well -- no; 3, 4 and 5',
    'What? No! Wait; see: this « quoted » text',
  ])('elsewhere: %s', (text) => {
    expect(tied(text)).toBe(text);
  });

  it('of an ordinary word, over any text without figures, stops, signs or capitals', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefghiklmnopqrstuvwxyzäé’'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.constantFrom('en-GB', 'de', 'es', 'sv'), (words, language) => {
        expect(tied(words.join(' '), language)).toBe(words.join(' '));
      }),
    );
  });
});

describe('other languages', () => {
  it.each([
    ['de', 'Herr Weiß kam am 8. Juli um 10 Uhr', 'Herr~Weiß kam am 8.~Juli um 10~Uhr'],
    ['de', 'z. B. hier, d. h. dort, i. d. R. 9 v. Chr.', 'z._B. hier, d._h. dort, i._d._R. 9 v._Chr.'],
    ['de', 'z.B. und i.d.R., aber www.d.h.de', 'z._B. und i._d._R., aber www.d.h.de'],
    ['de', 'auf S. 12, Nr. 5, rund 12 000 und 1 250 000', 'auf S.~12, Nr.~5, rund 12_000 und 1_250_000'],
    ['de-AT', 'am 1. Jänner', 'am 1.~Jänner'],
    ['fr', 'Quoi ? Oui ! Bien ; voilà : « oui »', 'Quoi_? Oui_! Bien_; voilà~: «_oui_»'],
    ['fr', 'Quoi? Oui! Bien; voilà: «oui»?!', 'Quoi_? Oui_! Bien_; voilà~: «_oui_»?!'],
    ['fr', 'à 10:30, http://exemple.fr/a?b=1 et 12 000 €', 'à 10:30, http://exemple.fr/a?b=1 et 12_000~€'],
    ['fr', 'le 1er juillet, M. Dupont et Mme Roy, p. 12', 'le 1er~juillet, M.~Dupont et Mme~Roy, p.~12'],
    ['fr-CH', 'Quoi? «Oui»', 'Quoi? «Oui»'],
    ['fr-CA', 'Quoi? Voici : « oui »', 'Quoi? Voici~: «_oui_»'],
    ['es', 'el 8 de julio, la Sra. Ruiz, pág. 12', 'el 8~de julio, la Sra.~Ruiz, pág.~12'],
    ['it', 'l’8 luglio, il dott. Bianchi, a pag. 12', 'l’8~luglio, il dott.~Bianchi, a pag.~12'],
    ['pt', 'a 8 de julho, o Sr. Silva, pág. 12', 'a 8~de julho, o Sr.~Silva, pág.~12'],
    ['nl', 'op 8 juli om 10 uur, prof. Jansen, blz. 12', 'op 8~juli om 10~uur, prof.~Jansen, blz.~12'],
    ['sv', 'den 8 juli, dr Berg, s. 12, 12 000 kr', 'den 8~juli, dr~Berg, s.~12, 12_000~kr'],
    ['fa', '۸ ژوئیه § 5', '۸ ژوئیه §~5'],
    ['xx', 'Mr Brown – 12 km', 'Mr Brown~– 12~km'],
  ])('%s: %s', (language, text, expected) => {
    expect(tied(text, language)).toBe(expected);
  });

  it('leave a telephone number, a year and a decimal alone', () => {
    for (const text of ['020 123 456', 'im Jahr 2020 300 Gäste', '3,5 000']) expect(tied(text, 'de')).toBe(text);
  });
});

describe('runs', () => {
  it('are tied over their borders', () => {
    expect(shown(tieSpaces([run('Mr '), run('Brown ran 12'), run(' km')], 'en'))).toBe('Mr~Brown ran 12~km');
  });

  it('of code stay as they are', () => {
    expect(shown(tieSpaces([run('at 12 km', true), run(' and 3 km')], 'en'))).toBe('at 12 km and 3~km');
    expect(shown(tieSpaces([run('«'), run('oui ?', true), run('» Quoi?')], 'fr'))).toBe('«oui ?» Quoi_?');
  });

  it('are not tied over a hard break', () => {
    expect(shown(tieSpaces([run('at 12'), { type: 'break' }, run('km – so')], 'en'))).toBe('at 12/km~– so');
  });

  it('in which nothing is tied are returned as they are', () => {
    const inline = [run('nothing here'), run('is tied')];
    expect(tieSpaces(inline, 'en')).toBe(inline);
  });

  it('lose and gain nothing but spaces, whatever the text', () => {
    const unit = fc.constantFrom(...'aBMr.  012–—…«»:;!?"’zdh '.split(''));
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit, maxLength: 30 })),
        fc.constantFrom('en', 'de', 'fr'),
        (texts, language) => {
          const ink = (inline: readonly Inline[]) => shown(inline).replace(/[\s~_]/g, '');
          const inline = texts.map((text) => run(text));
          expect(ink(tieSpaces(inline, language))).toBe(ink(inline));
        },
      ),
      { numRuns: 500 },
    );
  });
});
