import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byCodeUnit, hintForName, suggestName } from '../../src/diagnostics/suggest.js';

const slots = ['lead', 'opinion', 'skybox'];

describe('a suggestion for a typo', () => {
  it.each([
    ['leed', 'lead'],
    ['Lead', 'lead'],
    ['laed', 'lead'],
    ['opnion', 'opinion'],
    ['opinions', 'opinion'],
    ['skybpx', 'skybox'],
  ])('for "%s" is "%s"', (written, meant) => {
    expect(suggestName(written, slots)).toBe(meant);
  });

  it.each(['', 'budget', 'xxxx', 'le'])('for "%s" is none', (written) => {
    expect(suggestName(written, slots)).toBeUndefined();
  });

  it('is the first by code unit among equals, whatever their order', () => {
    expect(suggestName('slot-x', ['slot-b', 'slot-a'])).toBe('slot-a');
    expect(suggestName('slot-x', ['slot-a', 'slot-b'])).toBe('slot-a');
  });

  it('finds any name with one letter lost, doubled or changed', () => {
    const name = fc.stringMatching(/^[a-z]{4,12}$/);
    fc.assert(
      fc.property(name, fc.nat(), fc.constantFrom('', 'q', 'double'), (word, at, change) => {
        const place = at % word.length;
        const letters = change === 'double' ? word.charAt(place).repeat(2) : change;
        const typo = word.slice(0, place) + letters + word.slice(place + 1);
        expect(suggestName(typo, [word])).toBe(word);
      }),
    );
  });
});

describe('a hint for an unknown name', () => {
  it('asks for the near one, else lists what there is, else says that there is nothing', () => {
    expect(hintForName('leed', slots, 'template "front"')).toBe('did you mean "lead"?');
    expect(hintForName('sport', slots, 'template "front"')).toBe('template "front" has lead, opinion, skybox');
    expect(hintForName('sport', [], 'template "front"')).toBe('template "front" has none');
  });
});

describe('the order of names', () => {
  it('is that of code units', () => {
    expect(['b', 'a', 'B', 'ä'].sort(byCodeUnit)).toEqual(['B', 'a', 'b', 'ä']);
  });
});
