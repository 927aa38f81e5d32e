import type { BrokenParagraph, FlowParagraph, Measures, ParagraphBreaker } from '../../src/model/flow.js';
import type { Line, LinePiece } from '../../src/model/line.js';

/** A paragraph of words of so many points each, filled into whatever measures it is given. */
export interface WordParagraph {
  readonly words: readonly number[];
  readonly head?: boolean;
  /** Whether it may also be set a line shorter or longer where its words allow. */
  readonly gives?: boolean;
  /** Every so-many-th word counts as broken by a hyphen where it ends a line; 0: none. */
  readonly hyphenEvery?: number;
}

/** Set longer, lines take only so much of their room; set shorter, so much more. */
const LONGER = 0.8;
const SHORTER = 1.15;

/** A breaker that fills line after line, each to its own width, so that a wrong measure shows in the result. */
export function wordBreaker(story: readonly WordParagraph[]): ParagraphBreaker {
  return (number, measures, looseness) => {
    const paragraph = story[number] as WordParagraph;
    const best = fillLines(paragraph.words, measures, 1);
    if (looseness === 0) return describe(number, paragraph, best, measures);
    const lines = fillLines(paragraph.words, measures, looseness > 0 ? LONGER : SHORTER);
    if (!paragraph.gives || lines.length !== best.length + looseness) return undefined;
    return describe(number, paragraph, lines, measures);
  };
}

export function wordFlow(story: readonly WordParagraph[]): FlowParagraph[] {
  return story.map(({ head }, paragraph) => ({
    kind: head ? 'head' : 'text',
    above: head ? 1 : 0,
    aboveSlack: head ? 1 : 0,
    paragraph,
  }));
}

/** Indices of the words of each line. */
function fillLines(words: readonly number[], measures: Measures, share: number): number[][] {
  const lines: number[][] = [];
  let line: number[] = [];
  let width = 0;
  words.forEach((word, index) => {
    if (line.length > 0 && width + word > widthOf(measures, lines.length) * share) {
      lines.push(line);
      line = [];
      width = 0;
    }
    line.push(index);
    width += word;
  });
  if (line.length > 0) lines.push(line);
  return lines;
}

function widthOf({ widths }: Measures, line: number): number {
  return widths[Math.min(line, widths.length - 1)] as number;
}

function indentOf({ indents }: Measures, line: number): number {
  return indents ? (indents[Math.min(line, indents.length - 1)] as number) : 0;
}

function describe(
  number: number,
  { words, hyphenEvery = 0 }: WordParagraph,
  lines: readonly (readonly number[])[],
  measures: Measures,
): BrokenParagraph {
  const widths = lines.map((line) => line.reduce((sum, index) => sum + (words[index] as number), 0));
  const isHyphenated = (line: number) =>
    hyphenEvery > 0 && line < lines.length - 1 && (lines[line]?.at(-1) ?? 0) % hyphenEvery === hyphenEvery - 1;
  return {
    lines: lines.length,
    demerits: widths.reduce((sum, width, line) => sum + (widthOf(measures, line) - width) ** 2, 0),
    endsHyphenated: isHyphenated,
    setLines: () =>
      lines.map(
        (line, index): Line => ({
          pieces: line.map((word) => ({ shaped: { text: `${number}:${word}` }, space: 1 })) as unknown as LinePiece[],
          measure: widthOf(measures, index) + indentOf(measures, index),
          indent: indentOf(measures, index),
          width: widths[index] as number,
          ratio: 0,
          scale: 1,
          letterSpace: 0,
          hyphenated: isHyphenated(index),
          last: index === lines.length - 1,
        }),
      ),
  };
}
