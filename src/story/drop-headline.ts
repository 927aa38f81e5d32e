import { type Draft, isTable } from './draft.js';
import { plainText } from './finish-inline.js';
import { readInline } from './read-inline.js';

/**
 * Drops the article's first `# heading` where it only repeats the headline: writers put it there for their own eyes, and
 * an article without front matter has its headline from it.
 */
export function dropRepeatedHeadline(drafts: readonly Draft[], headline: string): readonly Draft[] {
  const first = drafts.findIndex((draft) => draft.level === 1);
  const draft = drafts[first];
  if (!draft || isTable(draft) || !repeats(plainText(draft.segments), headline)) return drafts;
  return drafts.filter((_, index) => index !== first);
}

/** The headline may have been taken over with its Markdown marks or without. */
function repeats(heading: string, headline: string): boolean {
  return sameWords(heading, headline) || sameWords(heading, plainHeadline(headline));
}

function plainHeadline(headline: string): string {
  const origin = { file: '', line: 1, column: 1 };
  return plainText(readInline(headline, origin, () => undefined));
}

function sameWords(a: string, b: string): boolean {
  return normalise(a) === normalise(b);
}

function normalise(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
