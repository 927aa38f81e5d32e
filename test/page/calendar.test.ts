import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/manifest/calendar-date.js';
import type { CalendarDate } from '../../src/model/issue.js';
import { weekdayName, writtenDate } from '../../src/page/calendar.js';

const LANGUAGES = ['en-GB', 'en-US', 'de', 'de-AT', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'fa'];

function inWords(iso: string, language: string): string {
  const date = readDate(iso) as CalendarDate;
  return `${weekdayName(date, language)} ${writtenDate(date, language)}`;
}

describe('a date in words', () => {
  it.each([
    ['en-GB', 'Wednesday 8 July 2026', 'Sunday 20 July 1969'],
    ['en-US', 'Wednesday July 8, 2026', 'Sunday July 20, 1969'],
    ['de', 'Mittwoch 8. Juli 2026', 'Sonntag 20. Juli 1969'],
    ['fr-CA', 'mercredi 8 juillet 2026', 'dimanche 20 juillet 1969'],
    ['es', 'miércoles 8 de julio de 2026', 'domingo 20 de julio de 1969'],
    ['it', 'mercoledì 8 luglio 2026', 'domenica 20 luglio 1969'],
    ['pt-BR', 'quarta-feira 8 de julho de 2026', 'domingo 20 de julho de 1969'],
    ['nl', 'woensdag 8 juli 2026', 'zondag 20 juli 1969'],
    ['sv', 'onsdag 8 juli 2026', 'söndag 20 juli 1969'],
    ['fa', 'چهارشنبه ۸ ژوئیه ۲۰۲۶', 'یکشنبه ۲۰ ژوئیه ۱۹۶۹'],
  ])('in %s is that of this issue and of the first step on the moon', (language, issue, moon) => {
    expect(inWords('2026-07-08', language)).toBe(issue);
    expect(inWords('1969-07-20', language)).toBe(moon);
  });

  it('begins a French month with its ordinal, and an Austrian year with its own month', () => {
    expect(writtenDate(readDate('2000-01-01') as CalendarDate, 'fr')).toBe('1er janvier 2000');
    expect(writtenDate(readDate('2000-01-21') as CalendarDate, 'fr')).toBe('21 janvier 2000');
    expect(writtenDate(readDate('2000-01-01') as CalendarDate, 'de-AT')).toBe('1. Jänner 2000');
    expect(writtenDate(readDate('2000-01-01') as CalendarDate, 'de-DE')).toBe('1. Januar 2000');
  });

  it.each(LANGUAGES)('in %s has twelve months and seven days, all different', (language) => {
    const months = Array.from({ length: 12 }, (_, month) =>
      writtenDate({ year: 2026, month: month + 1, day: 2, weekday: 0 }, language),
    );
    const days = Array.from({ length: 7 }, (_, weekday) =>
      weekdayName({ year: 2026, month: 1, day: 1, weekday }, language),
    );
    expect(new Set(months).size).toBe(12);
    expect(new Set(days).size).toBe(7);
    for (const words of [...months, ...days]) expect(words).not.toMatch(/undefined|\{/);
  });

  it('is English where the language is not known', () => {
    expect(inWords('2024-02-29', 'cy')).toBe('Thursday 29 February 2024');
  });
});
