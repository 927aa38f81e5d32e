/** Takes out of typed text what cannot be printed, and brings letters with accents to one form. */
import type { Origin, Report } from '../diagnostics/diagnostic.js';

/**
 * Characters that no font prints: the byte-order mark, variation selectors and marks of direction. They come along when
 * text is pasted, and go without a word. ZWNJ and ZWJ stay, since Persian spells with them; so do the zero-width space
 * and the word joiner, which say where a line may end and where not.
 */
const INVISIBLE = /[\ufeff\u200e\u200f]|\ufe0e|\ufe0f/g;

/** Control characters but tab and line ends, non-characters, and halves of surrogate pairs. */
const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Whether there is anything to clean: most text is plain, and is passed on untouched. */
const SUSPECT = /[^\n\u0020-\u007e\u00a0-\u02ff\u2010-\u2027\u202f]/;

/**
 * Returns the text in NFC without unprintable characters. White space is left to the caller. Reports
 * `unsupported-markdown` once for each text with control characters in it, and for U+FFFD, which stands for a
 * character that was lost before we saw it.
 */
export function cleanText(text: string, origin: Origin, report: Report): string {
  if (!SUSPECT.test(text)) return text;
  const controls = text.match(CONTROL);
  if (controls) reportControls(controls, origin, report);
  if (text.includes('\ufffd')) reportLost(origin, report);
  return text.replace(CONTROL, '').replace(INVISIBLE, '').normalize('NFC');
}

function reportControls(controls: readonly string[], origin: Origin, report: Report): void {
  const names = [...new Set(controls.map(codePointName))].join(', ');
  report({
    code: 'unsupported-markdown',
    severity: 'error',
    origin,
    message: `control character "${names}" in the text`,
    hint: 'type the word again: the character came from another program, and is left out',
  });
}

function reportLost(origin: Origin, report: Report): void {
  report({
    code: 'unsupported-markdown',
    severity: 'error',
    origin,
    message: 'the sign "\ufffd" stands for a character that was lost when the text was saved',
    hint: 'type the word again, and save the file as UTF-8',
  });
}

function codePointName(character: string): string {
  const code = character.codePointAt(0) as number;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
