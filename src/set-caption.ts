/*
 * A caption with its credit. The credit stands beside the caption's last line where it fits there whole; else it has a
 * line of its own, flush with the picture's end edge: a name broken over two lines, or left over at the start of one,
 * reads as part of the caption.
 */
import type { Line } from './model/line.js';
import type { Story } from './model/story.js';
import type { TextStyle } from './model/style.js';
import type { StyledParagraph } from './model/styled.js';
import { styleCaption, styleCredit } from './style/style-head.js';

/** Sets the caption of a story's picture with this index. `setDisplay` sets a paragraph, of which nothing has no lines. */
export function setCaption(
  story: Story,
  picture: number,
  styles: { readonly caption: TextStyle; readonly credit: TextStyle },
  setDisplay: (paragraph: StyledParagraph | undefined) => readonly Line[],
): readonly Line[] {
  const { caption, credit } = styles;
  const whole = setDisplay(styleCaption(story, picture, styles));
  const words = setDisplay(styleCaption(story, picture, { caption }));
  if (words.length === 0 || whole.length === words.length) return whole;
  return [...words, ...setDisplay(styleCredit(story, picture, credit))];
}
