import type { Inline } from '../model/story.js';
import type { TextStyle } from '../model/style.js';
import type { StyledRun } from '../model/styled.js';
import { type RunMarks, runStyleOf } from './run-styles.js';

/** Gives inline text the looks of a style: faces for emphasis and strong, capitals where the style has them. */
export function styleRuns(inline: readonly Inline[], style: TextStyle, language: string): readonly StyledRun[] {
  return inline.map((run) => (run.type === 'break' ? run : styleRun(run.text, style, run, language)));
}

/** One run of text in a style. */
export function styleRun(text: string, style: TextStyle, marks: RunMarks, language: string): StyledRun {
  return {
    type: 'text',
    text: transformText(text, style, marks.language ?? language),
    style: runStyleOf(style, marks, language),
  };
}

/** Small caps are a matter of glyphs; only capitals change the text. */
function transformText(text: string, style: TextStyle, language: string): string {
  if (style.transform !== 'uppercase') return text;
  return dotsItsCapitals(language) ? text.replaceAll('i', 'İ').toUpperCase() : text.toUpperCase();
}

/** Turkish and Azeri have an i with and without a dot; `toUpperCase` knows no language. */
function dotsItsCapitals(language: string): boolean {
  return /^(?:tr|az)(?:-|$)/i.test(language);
}
