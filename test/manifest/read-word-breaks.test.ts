import { describe, expect, it } from 'vitest';
import { type BadCase, describeBad, MARK, paperWith } from '../fixtures/manifest/bad-cases.js';
import { readSound } from '../fixtures/manifest/sample-issue.js';

const LIST = '/work/templates/daily/hyphenation.yaml';
const NAMED = paperWith('hyphenation: hyphenation.yaml\n');

/** The word breaks of a paper with this list. */
function breaksOf(list: string) {
  return readSound({ ...NAMED, [LIST]: list }).paper.wordBreaks;
}

describe('the paper’s word breaks', () => {
  it('are none where the paper names no file, whatever lies beside it', () => {
    expect(readSound({ [LIST]: 'en: [broken' }).paper.wordBreaks).toEqual([]);
  });

  it('are read by language, as offsets in the word without its hyphens', () => {
    expect(breaksOf('en-GB: [Sker-row, Bar-na-coll]\nfr: [aujour-dhui]')).toEqual([
      {
        language: 'en-GB',
        words: new Map([
          ['skerrow', [4]],
          ['barnacoll', [3, 5]],
        ]),
      },
      { language: 'fr', words: new Map([['aujourdhui', [6]]]) },
    ]);
  });

  it('have no offsets for a word that is never broken', () => {
    expect(breaksOf('en: [Khosravi]')[0]?.words.get('khosravi')).toEqual([]);
  });

  it('may be of the paper’s own language, whatever that is', () => {
    const paper = Object.fromEntries(Object.entries(NAMED).map(([path, text]) => [path, `${text}language: fi\n`]));
    const { wordBreaks } = readSound({ ...paper, [LIST]: 'fi: [kir-jas-to]' }).paper;
    expect(wordBreaks[0]?.words.get('kirjasto')).toEqual([3, 6]);
  });

  it('may be an empty list', () => {
    expect(breaksOf('en-GB: []')).toEqual([{ language: 'en-GB', words: new Map() }]);
  });
});

const CASES: readonly BadCase[] = [
  {
    code: 'missing-file',
    when: 'the list is not there',
    files: paperWith(`hyphenation: ${MARK}hyphens.yaml\n`),
    says: 'list of word breaks "hyphens.yaml" does not exist',
  },
  {
    code: 'outside-folder',
    when: 'the list lies outside the paper’s folder',
    files: paperWith(`hyphenation: ${MARK}../hyphens.yaml\n`),
    says: 'lies outside the folder',
  },
  {
    code: 'bad-value',
    when: 'a word has a blank',
    files: { ...NAMED, [LIST]: `en-GB:\n  - Sker-row\n  - ${MARK}New castle\n` },
    says: '"New castle" is not one word',
  },
  {
    code: 'bad-value',
    when: 'a word has a figure',
    files: { ...NAMED, [LIST]: `en-GB: [${MARK}A4-paper]\n` },
    says: 'its breaks as hyphens: Sker-row',
  },
  {
    code: 'bad-value',
    when: 'a word ends in a hyphen',
    files: { ...NAMED, [LIST]: `en-GB: [${MARK}Skerrow-]\n` },
    says: 'not one word',
  },
  {
    code: 'bad-value',
    when: 'a word would leave one letter',
    files: { ...NAMED, [LIST]: `en-GB: [${MARK}Skerro-w]\n` },
    says: 'leave two letters or more',
  },
  {
    code: 'bad-value',
    when: 'a word is listed twice, though with other breaks and case',
    files: { ...NAMED, [LIST]: `en-GB:\n  - Sker-row\n  - ${MARK}SKERROW\n` },
    says: '"skerrow" is listed twice for "en-GB"',
  },
  {
    code: 'bad-value',
    when: 'a language is one that nothing is hyphenated in',
    files: { ...NAMED, [LIST]: `${MARK}dd-AT: [Schiff-fahrt]\n` },
    says: 'is not a language that words are hyphenated in',
  },
  {
    code: 'wrong-type',
    when: 'a word stands where its list should',
    files: { ...NAMED, [LIST]: `en-GB: ${MARK}Sker-row\n` },
    says: 'must be a list',
  },
  {
    code: 'broken-yaml',
    when: 'the list is no YAML',
    files: { ...NAMED, [LIST]: 'en-GB: [Sker-row' },
    says: 'cannot be parsed',
  },
];

describeBad('a bad list of word breaks', CASES);
