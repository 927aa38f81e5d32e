import { describe, expect, it } from 'vitest';
import type { TextStyle } from '../../src/model/style.js';
import { weekdayName, writtenDate } from '../../src/page/calendar.js';
import { fillWording, pageWording } from '../../src/page/wording.js';

const day = { year: 2026, month: 7, day: 8, weekday: 3 };

describe('computed words', () => {
  it('name weekday and date as the language writes them', () => {
    expect(weekdayName(day, 'en-GB')).toBe('Wednesday');
    expect(writtenDate(day, 'en-GB')).toBe('8 July 2026');
    expect(writtenDate(day, 'en-US')).toBe('July 8, 2026');
    expect(`${weekdayName(day, 'de')}, ${writtenDate(day, 'de-AT')}`).toBe('Mittwoch, 8. Juli 2026');
    expect(writtenDate(day, 'es')).toBe('8 de julio de 2026');
  });

  it('put the page into the wording of the style', () => {
    expect(pageWording({ text: 'Page {page} >' } as TextStyle, 'A3')).toBe('Page A3 >');
    expect(pageWording({} as TextStyle, '8')).toBe('8');
  });

  it('leave out what has no value', () => {
    expect(fillWording('{place} {nothing}', { place: 'Skerrow' })).toBe('Skerrow');
  });
});
