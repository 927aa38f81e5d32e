import { describe, expect, it } from 'vitest';
import type { TypedText } from '../../src/model/issue.js';
import { locateCharacter } from '../../src/shape/locate-character.js';

const FILE = 'articles/a.md';
const at = (line: number, column: number) => ({ file: FILE, line, column });

/** Where a character is found in a Markdown text that starts in line 5 of its file. */
function place(character: string, text: string, paragraph = at(5, 1)): string {
  const source: TypedText = { text, origin: at(5, 1) };
  const { line, column } = locateCharacter(character.codePointAt(0) as number, paragraph, [source]);
  return `${line}:${column}`;
}

describe('a character is found', () => {
  it.each([
    ['in the first line', '☃', 'a ☃ man', '5:3'],
    ['in a further line of its paragraph', '☃', 'one\ntwo\nthe ☃', '7:5'],
    ['after Windows line ends', '☃', 'one\r\ntwo\r\nthe ☃', '7:5'],
    ['after the line ends of an old Mac', '☃', 'one\rthe ☃', '6:5'],
    ['among Markdown signs, which count', '☃', 'a **bold _☃_**', '5:11'],
    ['beyond the first plane', '😀', 'ab 😀', '5:4'],
    ['as a hexadecimal entity', '☃', 'a &#x2603; man', '5:3'],
    ['as a decimal entity, not as another', '☃', '&#9732; &#9731;', '5:9'],
    ['as an entity with a name, which only the parser could read', '⪯', 'a &amp; b'.replace('amp', 'pre'), '5:3'],
    ['as the straight quotation mark that it was typed as', '„', 'say "no"', '5:5'],
    ['as the hyphens that a dash was typed as', '—', 'say---no', '5:4'],
    ['as the small letter that was made a capital', 'Ж', 'a ж', '5:3'],
    ['as a letter and its mark', 'Ṽ', 'a V\u0303', '5:3'],
  ])('%s', (_, character, text, expected) => {
    expect(place(character, text)).toBe(expected);
  });

  it('from its paragraph on, not in one before', () => {
    expect(place('☃', '☃ one\n\n> ☃ two', at(7, 3))).toBe('7:3');
  });

  it('in a paragraph of the line in which the text starts, after front matter of one line', () => {
    const source = { text: 'a ☃', origin: at(1, 8) };
    expect(locateCharacter(0x2603, at(1, 8), [source])).toEqual(at(1, 10));
  });
});

describe('the paragraph is the place', () => {
  it('of what nobody typed', () => {
    expect(place('☃', 'a man')).toBe('5:1');
  });

  it('of computed text, which nobody typed', () => {
    expect(locateCharacter(0x2603, at(3, 4), [])).toEqual(at(3, 4));
  });
});

describe('a character of several texts is found', () => {
  const dateline: TypedText = { text: 'Up ☃', origin: at(3, 11) };
  const body: TypedText = { text: 'one ✔\n\ntwo ☃', origin: at(5, 1) };
  const among = (character: string, typed: readonly TypedText[], paragraph = at(5, 1)) =>
    locateCharacter(character.codePointAt(0) as number, paragraph, typed);

  it('in the first that has it', () => {
    expect(among('☃', [dateline, body])).toEqual(at(3, 14));
    expect(among('✔', [dateline, body])).toEqual(at(5, 5));
  });

  it('from the start of those that the paragraph is not in', () => {
    expect(among('☃', [dateline, body], at(7, 1))).toEqual(at(3, 14));
    expect(among('☃', [dateline], at(2, 40))).toEqual(at(3, 14));
  });

  it('by its number in one rather than by any name in another', () => {
    const named = { text: 'A &amp; B', origin: at(2, 8) };
    expect(among('☃', [named, { text: 'C &#9731;', origin: at(3, 8) }])).toEqual(at(3, 10));
  });

  it.each(['\\u2603', '\\U00002603'])('as an escape of quoted YAML: %s', (escaped) => {
    expect(among('☃', [{ text: `a \\x41 ${escaped}`, origin: at(2, 12) }])).toEqual(at(2, 19));
  });
});
