/** A heading at the start of a text: its words and offsets. */
export interface Heading {
  readonly text: string;
  readonly start: number;
  /** Where the text after it starts. */
  readonly end: number;
}

/** Blank lines, then a line that opens as an ATX heading of the first level does (CommonMark 0.31.2, 4.2). */
const HEADING = /^(?:[ \t]*(?:\r?\n|\r(?!\n)))* {0,3}#[ \t]+(?![ \t])([^\r\n]+)(?:\r\n|\r|\n|$)/;

/** The first-level heading that a text begins with at `from`, if it does. */
export function findHeading(text: string, from: number): Heading | undefined {
  const found = HEADING.exec(text.slice(from));
  const line = found?.[1];
  if (!found || line === undefined) return undefined;
  const words = withoutClosing(line);
  if (words === '') return undefined;
  return { text: words, start: from + found[0].indexOf(line), end: from + found[0].length };
}

/** Takes off a closing run of `#`, which must stand apart from the words: "C#" keeps its own. */
function withoutClosing(line: string): string {
  const trimmed = line.trimEnd();
  let end = trimmed.length;
  while (trimmed[end - 1] === '#') end--;
  const apart = end === 0 || trimmed[end - 1] === ' ' || trimmed[end - 1] === '\t';
  return apart ? trimmed.slice(0, end).trimEnd() : trimmed;
}
