import type { Edition } from '../../src/model/edition.js';
import { type Line, lineText } from '../../src/model/line.js';
import type { Story } from '../../src/model/story.js';
import { textsOf } from '../../src/story/block-texts.js';

/** The words of a story's text as it was written, in order. */
export function wordsWritten(story: Story): string[] {
  const text = [story.dateline, ...story.blocks.flatMap(textsOf)].map((inline) =>
    inline.map((part) => (part.type === 'break' ? ' ' : part.text)).join(''),
  );
  return splitWords(text.join(' '));
}

/** The words of an article's legs over all pages, in the order in which a reader meets them. */
export function wordsSet(edition: Edition, article: string): string[] {
  let text = '';
  let paragraph = -1;
  const pages = edition.pages.flatMap((page) => page.stories.filter((story) => story.article === article));
  for (const leg of pages.flatMap((story) => story.legs)) {
    for (const placed of leg.lines) {
      if (placed.paragraph !== paragraph) text += ' ';
      paragraph = placed.paragraph;
      text += lineWords(placed.line);
    }
  }
  return splitWords(text);
}

/** A line's text without the hyphen that its break added, and with a space after it where a word ends. */
function lineWords(line: Line): string {
  const last = line.pieces.at(-1);
  const text = lineText(line);
  if (line.hyphenated) return text.slice(0, -1);
  return /[-–—/]$/.test(last?.shaped.text ?? '') ? text : `${text} `;
}

/** Words without white space; a dash that may end a line does not tell whether a space followed, so it is no word's part. */
function splitWords(text: string): string[] {
  return (
    text
      .replace(/\u00ad/g, '')
      .split(/[\s\u00a0\u202f–—/-]+/)
      // A list's bullet is set, but it is no word of the text.
      .filter((word) => word !== '' && word !== '•')
  );
}
