import type { Inline, TextRun } from '../model/story.js';
import type { TextStyle } from '../model/style.js';
import type { StyledRun } from '../model/styled.js';
import { FRACTIONS, type RunMarks, runStyleOf } from './run-styles.js';

/**
 * Gives inline text the looks of a style: faces for emphasis and strong, capitals where the style has them, and fractions
 * as one sign where it asks for that.
 */
export function styleRuns(inline: readonly Inline[], style: TextStyle, language: string): readonly StyledRun[] {
  const setsFractions = style.features.includes(FRACTIONS);
  return inline.flatMap((run): readonly StyledRun[] => {
    if (run.type === 'break') return [run];
    const parts = setsFractions ? splitFractions(run) : [run];
    return parts.map((part) => styleRun(part.text, style, part, language));
  });
}

type Part = TextRun & Pick<RunMarks, 'fraction'>;

/** A fraction as it is typed, or with the fraction slash, by which fonts know one. Not a part of a date or of a number. */
const FRACTION = /(?<![\d/⁄.,])(\d{1,2})[/⁄](\d{1,3})(?![\d/⁄]|[.,]\d)/g;
/** What people measure and halve by: 24/7 and 9/11 are no fractions. */
const DENOMINATORS: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100]);

function splitFractions(run: TextRun): readonly Part[] {
  if (run.code) return [run];
  const parts: Part[] = [];
  let done = 0;
  for (const { 0: written, 1: above, 2: below, index } of run.text.matchAll(FRACTION)) {
    const isTyped = written.includes('/');
    if (isTyped && !(Number(above) < Number(below) && DENOMINATORS.has(Number(below)))) continue;
    if (index > done) parts.push({ ...run, text: run.text.slice(done, index) });
    parts.push({ ...run, text: `${above}⁄${below}`, fraction: true });
    done = index + written.length;
  }
  if (done === 0) return [run];
  return done < run.text.length ? [...parts, { ...run, text: run.text.slice(done) }] : parts;
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
