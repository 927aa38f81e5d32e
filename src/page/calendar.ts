import type { CalendarDate } from '../model/issue.js';
import { weekdayNames } from '../units/weekday-names.js';

/** Month names with the order of a written date, by language. Intl is not used: its data differ between machines. */
interface DateWords {
  /** From January. */
  readonly months: readonly string[];
  /** With `{day}`, `{month}`, `{year}`. */
  readonly pattern: string;
  /** How the first day of a month is written, where it is not "1". */
  readonly firstDay?: string;
  /** The ten digits from zero, where they are not 0 to 9. */
  readonly digits?: string;
}

const ENGLISH = {
  months: names('January February March April May June July August September October November December'),
};

const GERMAN: DateWords = {
  months: names('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
  pattern: '{day}. {month} {year}',
};

/** By language, and by language and region where a region writes dates in its own way. Dates are Gregorian. */
const WORDS: Readonly<Record<string, DateWords>> = {
  en: { ...ENGLISH, pattern: '{day} {month} {year}' },
  'en-US': { ...ENGLISH, pattern: '{month} {day}, {year}' },
  de: GERMAN,
  'de-AT': { ...GERMAN, months: ['Jänner', ...GERMAN.months.slice(1)] },
  fr: {
    months: names('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
    pattern: '{day} {month} {year}',
    firstDay: '1er',
  },
  es: {
    months: names('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
    pattern: '{day} de {month} de {year}',
  },
  it: {
    months: names('gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'),
    pattern: '{day} {month} {year}',
  },
  pt: {
    months: names('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'),
    pattern: '{day} de {month} de {year}',
  },
  nl: {
    months: names('januari februari maart april mei juni juli augustus september oktober november december'),
    pattern: '{day} {month} {year}',
  },
  sv: {
    months: names('januari februari mars april maj juni juli augusti september oktober november december'),
    pattern: '{day} {month} {year}',
  },
  fa: {
    months: names('ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر'),
    pattern: '{day} {month} {year}',
    digits: '۰۱۲۳۴۵۶۷۸۹',
  },
};

function names(text: string): readonly string[] {
  return text.split(' ');
}

function wordsFor(language: string): DateWords {
  return WORDS[language] ?? WORDS[language.split('-')[0] as string] ?? (WORDS.en as DateWords);
}

/** The day's name, in the paper's language: "Wednesday". */
export function weekdayName(date: CalendarDate, language: string): string {
  return weekdayNames(language)[date.weekday] as string;
}

/** The date in words, in the paper's language: "8 July 2026". */
export function writtenDate(date: CalendarDate, language: string): string {
  const words = wordsFor(language);
  const day = date.day === 1 && words.firstDay ? words.firstDay : writeNumber(date.day, words);
  return words.pattern
    .replace('{day}', day)
    .replace('{month}', words.months[date.month - 1] as string)
    .replace('{year}', writeNumber(date.year, words));
}

function writeNumber(number: number, { digits }: DateWords): string {
  return String(number).replace(/\d/g, (digit) => digits?.[Number(digit)] ?? digit);
}
