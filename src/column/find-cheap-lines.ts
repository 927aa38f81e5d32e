/*
 * In: the paragraphs of a story as they are set. Out: for each, how few words taken out make it a line shorter, and how
 * few put in make it a line longer. What the desk is told when a story does not fit: where to cut.
 */
import type { BrokenParagraph, CheapLine, ParagraphSetting } from '../model/flow.js';
import { type Line, lineText } from '../model/line.js';
import { TOLERANCE } from '../units/length.js';

/**
 * Counts what each paragraph gives or takes a line for, in story order. A paragraph's last line is what can go: when
 * its words go, the line goes. It is what can fill up, too: a word more than it has room for makes another line. How
 * wide such words are is taken from the paragraph's own. Crossheads and overset paragraphs count like others;
 * tables are left out, as whole rows would have to go.
 */
export function findCheapLines(settings: readonly ParagraphSetting[]): CheapLine[] {
  return settings
    .filter(({ broken }) => !broken.rows)
    .map(({ paragraph, broken }): CheapLine => {
      const lines = broken.setLines();
      const last = lines.at(-1);
      if (!last) return { paragraph, gainsBy: 1 };
      const gainsBy = wordsToFill(lines, last);
      return losesLine(broken) ? { paragraph, losesBy: countWords(last), gainsBy } : { paragraph, gainsBy };
    });
}

/** Without its only line a paragraph would be gone. */
function losesLine(broken: BrokenParagraph): boolean {
  return broken.lines > 1;
}

/** Words on a line. The rest of a word that is broken from the line before counts as one: the whole word must go. */
function countWords(line: Line): number {
  return lineText(line).split(' ').filter(Boolean).length;
}

/** The least number of average words of the paragraph, with their spaces, that the last line can't take any more. */
function wordsToFill(lines: readonly Line[], last: Line): number {
  const words = lines.reduce((sum, line) => sum + countWords(line), 0);
  const width = lines.reduce((sum, line) => sum + line.width - line.indent, 0);
  const room = last.measure - last.width;
  if (room <= TOLERANCE || words === 0 || width <= 0) return 1;
  // A space goes with each word, about one to a word in `width` too; the last line's shrink is left aside.
  return Math.floor((room * words) / width) + 1;
}
