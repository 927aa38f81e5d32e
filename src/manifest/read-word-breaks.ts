import type { Report } from '../diagnostics/diagnostic.js';
import { hintForName } from '../diagnostics/suggest.js';
import type { Files } from '../model/files.js';
import { HYPHEN_MINIMUMS, type WordBreaks } from '../model/hyphenation.js';
import { primaryLanguage } from '../units/language.js';
import { type Checked, checkDocument } from './check-document.js';
import type { FoundPaper } from './find-paper.js';
import { type HyphenationInput, hyphenationSchema } from './hyphenation-schema.js';
import { problem, reportMiss } from './problem.js';
import { decodeSource } from './source-text.js';
import { readYaml } from './yaml-document.js';

/**
 * Reads the paper's own word breaks from the file that it names, which lies beside `paper.yaml`; none where it names no
 * file. Reports a file that cannot be had, what is not a word, words listed twice, and languages without hyphenation.
 */
export function readWordBreaks(found: FoundPaper, files: Files, report: Report): readonly WordBreaks[] {
  const { input, folder } = found;
  const name = input?.value.hyphenation;
  if (!input || name === undefined) return [];
  const answer = files.read(folder, name);
  if (!answer.ok) {
    const hint = 'put the file beside paper.yaml, or correct the name';
    const miss = { missing: 'missing-file', what: 'list of word breaks', name, hint } as const;
    reportMiss(answer, miss, input.origin(['hyphenation']), report);
    return [];
  }
  const source = decodeSource(files.display(answer.path), answer.bytes, report);
  const document = source && readYaml(source, report);
  const checked = document && checkDocument(document, hyphenationSchema, report);
  return checked ? collectBreaks(checked, input.value.language, report) : [];
}

function collectBreaks(checked: Checked<HyphenationInput>, ownLanguage: string, report: Report): readonly WordBreaks[] {
  return Object.keys(checked.value).map((language) => {
    checkLanguage(language, ownLanguage, checked, report);
    return { language, words: collectWords(language, checked, report) };
  });
}

function collectWords(
  language: string,
  { value, origin, partial }: Checked<HyphenationInput>,
  report: Report,
): ReadonlyMap<string, readonly number[]> {
  const words = new Map<string, readonly number[]>();
  for (const [index, { letters, breaks }] of (value[language] ?? []).entries()) {
    // Where a wrong word was left out, places in the list are no longer those in the file.
    if (words.has(letters) && !partial) {
      const message = `"${letters}" is listed twice for "${language}"`;
      report(
        problem('bad-value', origin([language, index]), message, 'take one of them out; case makes no difference'),
      );
    }
    words.set(letters, breaks);
  }
  return words;
}

/** A language that nothing is hyphenated in is most likely a mistyped one; the paper's own is what it is. */
function checkLanguage(
  language: string,
  ownLanguage: string,
  { keyOrigin }: Checked<HyphenationInput>,
  report: Report,
): void {
  const known = new Set([...Object.keys(HYPHEN_MINIMUMS), primaryLanguage(ownLanguage)]);
  if (known.has(primaryLanguage(language))) return;
  const message = `"${language}" is not a language that words are hyphenated in`;
  report(problem('bad-value', keyOrigin([language]), message, hintForName(language, known, 'hyphenation')));
}
