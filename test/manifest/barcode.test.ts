import { describe, expect, it } from 'vitest';
import { MM } from '../../src/units/length.js';
import { type BadCase, describeBad, FRONT, MARK, paperWith } from '../fixtures/manifest/bad-cases.js';
import { changed, readSample, readSound } from '../fixtures/manifest/sample-issue.js';

const FOOT = '  foot: { columns: 1-3, lines: 21-36 }\n';
const withCode = (design: string) =>
  changed(FRONT, FOOT, `  foot: { columns: 1-3, lines: 21-36, furniture: code }\nfurniture: { code: ${design} }\n`);

const CASES: readonly BadCase[] = [
  {
    code: 'bad-value',
    when: 'the check digit of an ISSN is wrong',
    files: paperWith(`barcode: { issn: ${MARK}"1234-5678" }\n`),
    says: 'if they are right, write "1234-5679"',
  },
  {
    code: 'bad-value',
    when: 'the check digit of an ISSN should be X',
    files: paperWith(`barcode: { issn: ${MARK}2434-5610 }\n`),
    says: 'the first seven digits ask for "X": if they are right, write "2434-561X"',
  },
  {
    code: 'bad-value',
    when: 'an ISSN has too few digits',
    files: paperWith(`barcode: { issn: ${MARK}"1234-567" }\n`),
    says: '"1234-567" is not an ISSN',
  },
  {
    code: 'missing-key',
    when: 'a bar code has no ISSN',
    files: paperWith(`${MARK}barcode: { variant: 1 }\n`),
    says: '"issn"',
  },
  {
    code: 'bad-value',
    when: 'a bar code is smaller than any till reads',
    files: paperWith(`barcode: { issn: 1234-5679, scale: ${MARK}75% }\n`),
    says: 'outside 80% to 200%',
  },
  {
    code: 'bad-value',
    when: 'a daily has a variant of two digits',
    files: paperWith(`barcode: { issn: 1234-5679, variant: ${MARK}12 }\n`),
    says: 'a daily has variants 0 to 9, and this is 12',
  },
  {
    code: 'bad-value',
    when: 'bars are made narrower by more than ink can spread',
    files: paperWith(`barcode: { issn: 1234-5679, reduce: ${MARK}0.3mm }\n`),
    says: 'by more than 0.1mm',
  },
  {
    code: 'missing-key',
    when: 'a template prints a bar code that the paper does not have',
    files: withCode(`{ barcode: ${MARK}{ at: end } }`),
    says: 'add barcode: { issn: "1234-5679" } to the paper',
  },
  {
    code: 'unknown-style',
    when: 'the digits of a bar code have a style that is not there',
    files: {
      ...paperWith('barcode: { issn: 1234-5679 }\n'),
      ...withCode(`{ barcode: { style: ${MARK}furnitur } }`),
    },
    says: 'did you mean "furniture"?',
  },
];

describeBad('a bad bar code', CASES);

describe('the bar code of a paper', () => {
  it('is that of a daily at its nominal size, unless told', () => {
    expect(readSound(paperWith('barcode: { issn: 1234-5679 }\n')).paper.barcode).toEqual({
      issn: '1234567',
      frequency: 'daily',
      variant: 0,
      module: 0.33 * MM,
      reduction: 0,
      origin: { file: 'templates/daily/paper.yaml', line: 6, column: 10 },
    });
  });

  it('takes an ISSN whose check digit is X, with and without its hyphen', () => {
    for (const issn of ['2434-561X', '2434561x']) {
      expect(readSound(paperWith(`barcode: { issn: ${issn} }\n`)).paper.barcode?.issn).toBe('2434561');
    }
  });

  it('has variants of two digits where the paper is no daily', () => {
    const { barcode } = readSound(
      paperWith('barcode: { issn: 1234-5679, frequency: weekly, variant: 12, scale: 80%, reduce: 0.03mm }\n'),
    ).paper;
    expect(barcode).toMatchObject({ frequency: 'weekly', variant: 12, module: 0.264 * MM, reduction: 0.03 * MM });
  });

  it('is not said to be missing by templates where the paper’s own was refused', () => {
    const { diagnostics } = readSample({
      ...paperWith('barcode: { issn: 1234-5678 }\n'),
      ...withCode('{ barcode: {} }'),
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['bad-value']);
  });

  it('stands in the slot that names furniture with a bar code, and in no other', () => {
    const issue = readSound({
      ...paperWith('barcode: { issn: 1234-5679 }\n'),
      ...withCode('{ barcode: { down: head } }'),
    });
    const [front, inside] = issue.pages.map(({ template }) => template.furniture);
    expect(front).toMatchObject([{ name: 'foot', barcode: { at: 'end', down: 'head', style: { name: 'furniture' } } }]);
    expect(inside).toEqual([]);
  });
});
