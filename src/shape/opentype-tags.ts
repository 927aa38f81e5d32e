/** OpenType's own names for scripts and languages (registries of ISO/IEC 14496-22, annex A). */
import { primaryLanguage } from '../units/language.js';

/**
 * OpenType languages whose letters or ligatures some fonts set otherwise than the script's default: the Dutch ij, the
 * Turkish i, Romanian commas, Serbian italics.
 */
const LANGUAGES: Readonly<Record<string, string>> = {
  az: 'AZE ',
  bg: 'BGR ',
  ca: 'CAT ',
  crh: 'CRT ',
  cs: 'CSY ',
  de: 'DEU ',
  fa: 'FAR ',
  fr: 'FRA ',
  kk: 'KAZ ',
  lt: 'LTH ',
  mk: 'MKD ',
  mo: 'MOL ',
  nl: 'NLD ',
  pl: 'PLK ',
  ro: 'ROM ',
  sr: 'SRB ',
  tr: 'TRK ',
  tt: 'TAT ',
  ur: 'URD ',
};

/** OpenType language tag of a BCP 47 tag; empty for a language that fonts set by the script's default. */
export function openTypeLanguage(language: string): string {
  return LANGUAGES[primaryLanguage(language)] ?? '';
}

/** OpenType tags of the scripts that need no shaper of their own. */
export type Script = 'latn' | 'grek' | 'cyrl';

/**
 * OpenType script tag of a word, after its first letter of a script that our tables know. Figures and punctuation alone
 * are Latin here.
 */
export function scriptOf(text: string): Script {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (isLatin(unit)) return 'latn';
    if ((unit >= 0x370 && unit < 0x400) || (unit >= 0x1f00 && unit < 0x2000)) return 'grek';
    if (unit >= 0x400 && unit < 0x530) return 'cyrl';
  }
  return 'latn';
}

function isLatin(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
  return (unit >= 0xc0 && unit < 0x2b0 && unit !== 0xd7 && unit !== 0xf7) || (unit >= 0x1e00 && unit < 0x1f00);
}
