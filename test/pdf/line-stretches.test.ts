import { describe, expect, it } from 'vitest';
import type { RunStyle } from '../../src/model/styled.js';
import { endWithSpace, splitLine } from '../../src/pdf/line-stretches.js';
import { look, setLine, TEXT, words } from './sample-job.js';

const plain = look(TEXT, 10);
const french: RunStyle = { ...plain, language: 'fr' };
const to = (link: string): RunStyle => ({ ...plain, link });
const nowhere = () => undefined;

const texts = (...args: Parameters<typeof splitLine>) => splitLine(...args).map(({ text }) => text);

describe('splitLine', () => {
  it('leaves a line whole that is of one language and leads nowhere', () => {
    const line = setLine(5, 20, words('one two three', plain));
    const [only, ...others] = splitLine(line, nowhere);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ text: 'one two three', language: 'en-GB', goal: undefined, isLabel: false, op: line });
  });

  it('takes it apart where the language changes, and loses no piece', () => {
    const line = setLine(5, 20, [
      ...words('says the', plain),
      ...words('femme de', french),
      ...words('Undersett', plain),
    ]);
    const stretches = splitLine(line, nowhere);
    expect(stretches.map(({ language, text }) => [language, text])).toEqual([
      ['en-GB', 'says the '],
      ['fr', 'femme de '],
      ['en-GB', 'Undersett'],
    ]);
    expect(stretches.flatMap(({ op }) => op.pieces)).toEqual(line.pieces);
  });

  it('makes a link of an address that is safe to follow, in 7-bit characters', () => {
    const [stretch] = splitLine(setLine(0, 20, words('there', to('https://example.org/Hafen\u00fc?a=%20'))), nowhere);
    expect(stretch?.goal).toEqual({ type: 'address', uri: 'https://example.org/Hafen%C3%BC?a=%20' });
    for (const link of ['javascript:alert(1)', 'file:///etc/passwd', '../next.md', 'https://a b', '']) {
      expect(splitLine(setLine(0, 20, words('there', to(link))), nowhere)[0]?.goal, link).toBeUndefined();
    }
  });

  it('takes two links apart, and keeps one together over words', () => {
    const line = setLine(0, 20, [...words('a b', to('https://a.org')), ...words('c', to('https://b.org'))]);
    expect(texts(line, nowhere)).toEqual(['a b ', 'c']);
  });

  it('lets a line lead as a whole where it has a target, whatever links stand in it, if the target is in the file', () => {
    const line = { ...setLine(0, 20, [...words('Page', plain), ...words('3', to('https://a.org'))]) };
    const target = { page: '3', article: 'doctrine' };
    const found = splitLine({ ...line, target }, ({ page, article }) => `${article}/${page}`);
    expect(found.map(({ goal, text }) => [goal, text])).toEqual([
      [{ type: 'destination', name: 'doctrine/3' }, 'Page 3'],
    ]);
    expect(splitLine({ ...line, target }, nowhere).map(({ goal }) => goal?.type)).toEqual([undefined, 'address']);
  });

  it('tells a list’s marker from its text', () => {
    const line = { ...setLine(0, 20, words('• first item', plain)), marker: true as const };
    expect(splitLine(line, nowhere).map(({ isLabel, text }) => [isLabel, text])).toEqual([
      [true, '• '],
      [false, 'first item'],
    ]);
  });

  it('gives each stretch the box of its words', () => {
    const line = setLine(100, 20, [...words('one', plain), ...words('two', french)]);
    const [one, two] = splitLine(line, nowhere);
    const second = line.pieces[1]!;
    expect(one?.box).toMatchObject({ x: 100, y: 12, width: line.pieces[0]!.width, height: 10.5 });
    expect(two?.box.x).toBe(100 + second.x);
    expect(two?.box.width).toBeCloseTo(second.width);
  });

  it('sets a word that starts with a drop cap apart, and says it whole', () => {
    const [rest, ...others] = setLine(20, 20, words('n the quay', plain)).pieces;
    const [letter] = setLine(0, 20, words('O', look(TEXT, 30))).pieces;
    const line = { ...setLine(20, 20, words('n the quay', plain)), dropCap: { letter: letter!, drop: 12 } };
    const [cap, text, ...more] = splitLine(line, nowhere);
    expect(cap).toMatchObject({ actualText: 'On ', op: { pieces: [rest], dropCap: { drop: 12 } } });
    expect(text).toMatchObject({ actualText: undefined, op: { pieces: others } });
    expect(text?.op).not.toHaveProperty('dropCap');
    expect(more).toEqual([]);
  });

  it('says a word that is cut at the line’s end without the added hyphen', () => {
    expect(texts(setLine(0, 20, words('an argu-', plain), { addedHyphen: true }), nowhere)).toEqual(['an argu']);
  });
});

describe('endWithSpace', () => {
  const ends = (text: string, addedHyphen = false): boolean =>
    (endWithSpace(setLine(0, 20, words(text, plain), { addedHyphen })).pieces.at(-1)?.space ?? 0) > 0;

  it('tells the last word of a line from the first of the next', () => {
    expect([ends('one two'), ends('he said –'), ends('end.')]).toEqual([true, true, true]);
  });

  it('adds nothing where the line ends inside a word', () => {
    expect([ends('well-'), ends('argu-', true), ends('and/'), ends('night—')]).toEqual([false, false, false, false]);
  });
});
