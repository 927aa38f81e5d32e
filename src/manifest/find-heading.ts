/** A heading at the start of a text: its words and offsets. */
export interface Heading {
  readonly text: string;
  readonly start: number;
  /** Where the text after it starts. */
  readonly end: number;
}

/** An ATX heading of the first level (CommonMark 0.31.2, 4.2), after blank lines, with optional closing marks. */
const HEADING = /^(?:[ \t]*(?:\r?\n|\r(?!\n)))* {0,3}#[ \t]+([^\r\n]*?)(?:[ \t]+#+)?[ \t]*(?:\r\n|\r|\n|$)/;

/** The first-level heading that a text begins with at `from`, if it does. */
export function findHeading(text: string, from: number): Heading | undefined {
  const found = HEADING.exec(text.slice(from));
  const words = found?.[1];
  if (!found || !words) return undefined;
  return { text: words, start: from + found[0].indexOf(words), end: from + found[0].length };
}
