import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Inline } from '../../src/model/story.js';
import { smartenRuns } from '../../src/story/smart-punctuation.js';

function smarten(text: string, language = 'en-GB'): string {
  const run = { type: 'text' as const, text, emphasis: false, strong: false, code: false };
  return smartenRuns([run], language)
    .map((inline) => (inline.type === 'text' ? inline.text : '/'))
    .join('');
}

describe('quotation marks', () => {
  it.each([
    ['en-GB', '"He said \'no\'."', '“He said ‘no’.”'],
    ['en-US', '"He said \'no\'."', '“He said ‘no’.”'],
    ['de', '"Er sagte \'nein\'."', '„Er sagte ‚nein‘.“'],
    ['de-AT', '"Ja"', '„Ja“'],
    ['de-CH', '"Ja"', '«Ja»'],
    ['fr', 'Il dit "oui".', 'Il dit «\u202foui\u202f».'],
    ['fr-CH', '"oui"', '«oui»'],
    ['es', '"sí"', '«sí»'],
    ['it', '"sì"', '«sì»'],
    ['pt', '"sim"', '«sim»'],
    ['pt-BR', '"sim"', '“sim”'],
    ['nl', '"ja" \'nee\'', '“ja” ‘nee’'],
    ['sv', '"ja" \'nej\'', '”ja” ’nej’'],
    ['fa', '"بله"', '«بله»'],
    ['xx', '"?"', '“?”'],
  ])('%s: %s is printed as %s', (language, typed, printed) => {
    expect(smarten(typed, language)).toBe(printed);
  });

  it.each([
    ['("a")', '(“a”)'],
    ['a—"b"—c', 'a—“b”—c'],
    ['"\'Yes,\' he said," she said', '“‘Yes,’ he said,” she said'],
    ["\"What's 'that'?\"", '“What’s ‘that’?”'],
    ['"One', '“One'],
    ['"in 1984"', '“in 1984”'],
    ["'in 1984'", '‘in 1984’'],
    ['a "b", "c" and "d".', 'a “b”, “c” and “d”.'],
    ['"a"/"b"', '“a”/“b”'],
    ['["a"]', '[“a”]'],
    ['"A." "B."', '“A.” “B.”'],
    ['"...and so"', '“…and so”'],
    ['"and so..."', '“and so…”'],
    ['"and so--"', '“and so–”'],
  ])('%s is printed as %s', (typed, printed) => {
    expect(smarten(typed)).toBe(printed);
  });
});

describe('apostrophes', () => {
  it.each([
    ["don't", 'don’t'],
    ["O'Brien's", 'O’Brien’s'],
    ["the students' vote", 'the students’ vote'],
    ["the '90s and '68", 'the ’90s and ’68'],
    ["'Tis", '’Tis'],
    ["rock 'n' roll", 'rock ’n’ roll'],
    ["the 1990's", 'the 1990’s'],
    ["in 'ouse", 'in ’ouse'],
    ["He'd've", 'He’d’ve'],
  ])('%s is printed as %s', (typed, printed) => {
    expect(smarten(typed)).toBe(printed);
  });

  it('differ from closing quotation marks in German', () => {
    expect(smarten("Hans' 'gutes' Auto geht's", 'de')).toBe('Hans’ ‚gutes‘ Auto geht’s');
  });

  it('begin words in Dutch', () => {
    expect(smarten("'s Avonds in 't dorp", 'nl')).toBe('’s Avonds in ’t dorp');
  });
});

describe('primes', () => {
  it.each(['6\'2" tall', '12" guns', "12' deep", '"He is 6\'2" tall," she said'])(
    '%s keeps its feet and inches',
    (typed) => {
      expect(smarten(typed)).toContain(/\d['"].*/.exec(typed)![0].slice(0, 2));
    },
  );

  it('do not unbalance the quotation around them', () => {
    expect(smarten('"He is 6\'2" tall," she said')).toBe('“He is 6\'2" tall,” she said');
  });
});

describe('dashes and dots', () => {
  it.each([
    ['1914--18', '1914–18'],
    ['a --- b', 'a — b'],
    ['a ---- b', 'a ---- b'],
    ['a --> b', 'a --> b'],
    ['well-known', 'well-known'],
    ['a...', 'a…'],
    ['a....', 'a….'],
    ['.....', '.....'],
    ['1.5', '1.5'],
  ])('%s is printed as %s', (typed, printed) => {
    expect(smarten(typed)).toBe(printed);
  });
});

describe('runs', () => {
  const text = (words: string, code = false): Inline => ({
    type: 'text',
    text: words,
    emphasis: code,
    strong: false,
    code,
  });

  it('leaves typographic text as the same object', () => {
    const runs = [text('“Already ‘set’,” he said – once… it’s')];
    expect(smartenRuns(runs, 'en')).toBe(runs);
  });

  it('looks across runs and passes over code', () => {
    const runs = smartenRuns([text('"'), text('"x"', true), text('" he said'), { type: 'break' }, text('"No"')], 'en');
    expect(runs).toEqual([text('“'), text('"x"', true), text('” he said'), { type: 'break' }, text('“No”')]);
  });
});

const ARTICLES = new URL('../../../shared/material/prose/articles/', import.meta.url);

/** Marks that the articles themselves have wrong, with a few letters around them. */
const MISPRINTS = ['that—“', '‘twas', '‘em'];

function typewritten(text: string): string {
  return text
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replaceAll('—', '---')
    .replaceAll('–', '--')
    .replaceAll('…', '...');
}

describe.skipIf(!existsSync(ARTICLES))('articles of newspaper length (skipped where they are absent)', () => {
  it('get all their marks back after a typewriter took them', () => {
    const files = existsSync(ARTICLES) ? readdirSync(ARTICLES).filter((name) => name.endsWith('.md')) : [];
    const paragraphs = files
      .flatMap((name) => readFileSync(new URL(name, ARTICLES), 'utf8').split(/\n\n+/))
      .filter((text) => /[“”‘’—–…]/.test(text) && !/["']|--/.test(text))
      .filter((text) => !MISPRINTS.some((misprint) => text.includes(misprint)));
    expect(paragraphs.length).toBeGreaterThan(30);
    for (const text of paragraphs) expect(smarten(typewritten(text))).toBe(text);
  });
});
