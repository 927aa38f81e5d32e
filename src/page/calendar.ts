import type { CalendarDate } from '../model/issue.js';

/** Month and weekday names with the order of a written date, by language. Intl is not used: its data differ between machines. */
interface DateWords {
  readonly months: readonly string[];
  /** From Sunday. */
  readonly weekdays: readonly string[];
  /** With `{day}`, `{month}`, `{year}`. */
  readonly pattern: string;
}

const ENGLISH = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

const WORDS: Readonly<Record<string, DateWords>> = {
  en: { ...ENGLISH, pattern: '{day} {month} {year}' },
  'en-US': { ...ENGLISH, pattern: '{month} {day}, {year}' },
  de: {
    months: [
      'Januar',
      'Februar',
      'März',
      'April',
      'Mai',
      'Juni',
      'Juli',
      'August',
      'September',
      'Oktober',
      'November',
      'Dezember',
    ],
    weekdays: ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'],
    pattern: '{day}. {month} {year}',
  },
  fr: {
    months: [
      'janvier',
      'février',
      'mars',
      'avril',
      'mai',
      'juin',
      'juillet',
      'août',
      'septembre',
      'octobre',
      'novembre',
      'décembre',
    ],
    weekdays: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
    pattern: '{day} {month} {year}',
  },
  es: {
    months: [
      'enero',
      'febrero',
      'marzo',
      'abril',
      'mayo',
      'junio',
      'julio',
      'agosto',
      'septiembre',
      'octubre',
      'noviembre',
      'diciembre',
    ],
    weekdays: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
    pattern: '{day} de {month} de {year}',
  },
  it: {
    months: [
      'gennaio',
      'febbraio',
      'marzo',
      'aprile',
      'maggio',
      'giugno',
      'luglio',
      'agosto',
      'settembre',
      'ottobre',
      'novembre',
      'dicembre',
    ],
    weekdays: ['domenica', 'lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato'],
    pattern: '{day} {month} {year}',
  },
  pt: {
    months: [
      'janeiro',
      'fevereiro',
      'março',
      'abril',
      'maio',
      'junho',
      'julho',
      'agosto',
      'setembro',
      'outubro',
      'novembro',
      'dezembro',
    ],
    weekdays: ['domingo', 'segunda-feira', 'terça-feira', 'quarta-feira', 'quinta-feira', 'sexta-feira', 'sábado'],
    pattern: '{day} de {month} de {year}',
  },
  nl: {
    months: [
      'januari',
      'februari',
      'maart',
      'april',
      'mei',
      'juni',
      'juli',
      'augustus',
      'september',
      'oktober',
      'november',
      'december',
    ],
    weekdays: ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'],
    pattern: '{day} {month} {year}',
  },
  sv: {
    months: [
      'januari',
      'februari',
      'mars',
      'april',
      'maj',
      'juni',
      'juli',
      'augusti',
      'september',
      'oktober',
      'november',
      'december',
    ],
    weekdays: ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag'],
    pattern: '{day} {month} {year}',
  },
};

function wordsFor(language: string): DateWords {
  return WORDS[language] ?? WORDS[language.split('-')[0] as string] ?? (WORDS.en as DateWords);
}

/** The day's name, in the paper's language: "Wednesday". */
export function weekdayName(date: CalendarDate, language: string): string {
  return wordsFor(language).weekdays[date.weekday] as string;
}

/** The date in words, in the paper's language: "8 July 2026". */
export function writtenDate(date: CalendarDate, language: string): string {
  const words = wordsFor(language);
  return words.pattern
    .replace('{day}', String(date.day))
    .replace('{month}', words.months[date.month - 1] as string)
    .replace('{year}', String(date.year));
}
