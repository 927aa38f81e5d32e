import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { readDate } from '../../src/manifest/calendar-date.js';
import { checkWeekday } from '../../src/manifest/check-weekday.js';
import type { CalendarDate } from '../../src/model/issue.js';

/** What is said of a weekday written beside 8 July 2026, a Wednesday. */
function check(written: string, language: string): readonly string[] {
  const found: Diagnostic[] = [];
  const at = { file: 'issue.yaml', line: 3, column: 10 };
  checkWeekday(written, readDate('2026-07-08') as CalendarDate, language, at, (one) => found.push(one));
  return found.flatMap(({ code, message, hint }) => [code, message, hint ?? '']);
}

describe('a weekday beside the date', () => {
  it.each([
    ['en-GB', 'Wednesday'],
    ['de-AT', 'Mittwoch'],
    ['fr', 'mercredi'],
    ['es', 'miércoles'],
    ['it', 'mercoledì'],
    ['pt-BR', 'quarta-feira'],
    ['nl', 'woensdag'],
    ['sv', 'onsdag'],
    ['fa', 'چهارشنبه'],
  ])('may be written in %s, in any case, and in English', (language, name) => {
    expect(
      [name, name.toUpperCase(), name.normalize('NFD'), 'wednesday'].flatMap((one) => check(one, language)),
    ).toEqual([]);
  });

  it('is told in the language that it was written in where it is another day', () => {
    expect(check('Freitag', 'de')).toEqual([
      'wrong-weekday',
      'the date is a Mittwoch, not a Freitag',
      'write Mittwoch, or correct the date',
    ]);
    expect(check('friday', 'de')[1]).toBe('the date is a Wednesday, not a Friday');
  });

  it('knows the Persian Tuesday with its joiner and without', () => {
    for (const name of ['سه\u200cشنبه', 'سهشنبه']) expect(check(name, 'fa')[0]).toBe('wrong-weekday');
  });

  it('has a hint in the language of the paper where it is none', () => {
    expect(check('Mitwoch', 'de')).toEqual(['bad-value', '"Mitwoch" is not a weekday', 'did you mean "Mittwoch"?']);
    expect(check('xx', 'de')[2]).toBe('write Mittwoch');
    expect(check('Mittwoch', 'fr')[0]).toBe('bad-value');
  });
});
