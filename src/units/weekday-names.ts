import { primaryLanguage } from './language.js';

/** Names of the weekdays from Sunday, by language. Intl is not used: its data differ between machines. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  en: names('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
  de: names('Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag'),
  fr: names('dimanche lundi mardi mercredi jeudi vendredi samedi'),
  es: names('domingo lunes martes miércoles jueves viernes sábado'),
  it: names('domenica lunedì martedì mercoledì giovedì venerdì sabato'),
  pt: names('domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado'),
  nl: names('zondag maandag dinsdag woensdag donderdag vrijdag zaterdag'),
  sv: names('söndag måndag tisdag onsdag torsdag fredag lördag'),
  fa: names('یکشنبه دوشنبه سه\u200cشنبه چهارشنبه پنجشنبه جمعه شنبه'),
};

/** The weekdays from Sunday in the language of a BCP 47 tag; in English where the language is not known. */
export function weekdayNames(language: string): readonly string[] {
  return NAMES[primaryLanguage(language)] ?? (NAMES.en as readonly string[]);
}

function names(text: string): readonly string[] {
  return text.split(' ');
}
