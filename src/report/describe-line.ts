import type { PlacedLine } from '../model/edition.js';
import { type DropCap, type Line, lineText } from '../model/line.js';
import { type PageName, pageName } from './names.js';
import { round } from './round.js';

/** A set line as the layout file tells of it. Lengths in points to three places. */
export interface LineRecord {
  readonly baseline: number;
  /** Where the line starts, and the width of what is set on it from there. */
  readonly x: number;
  readonly width: number;
  readonly measure: number;
  readonly indent: number;
  readonly text: string;
  readonly part: PlacedLine['part'];
  readonly style: string;
  /** Type size; that of its largest type where sizes are mixed, 0 for a line without words. */
  readonly size: number;
  readonly article?: string;
  /** Number of the block in its article; -1 for display text. */
  readonly paragraph: number;
  /** How much of the line's stretch (positive) or shrink (negative) is used. */
  readonly ratio: number;
  /** Mean width of its word spaces as set; 0 where it has none. */
  readonly wordSpace: number;
  /** Its word spaces: where each starts, counted from the line's `x`, and how wide it is. */
  readonly gaps: readonly (readonly [number, number])[];
  readonly letterSpace: number;
  /** Horizontal glyph scaling, 1 = none. */
  readonly scale: number;
  /** Whether it ends in a hyphen that the break added. */
  readonly hyphenated: boolean;
  /** Whether it is the last of its paragraph. */
  readonly last: boolean;
  /** The large letter that the line begins with: its size, its own baseline, and where it starts from the line's `x`. */
  readonly dropCap?: { readonly text: string; readonly size: number; readonly baseline: number; readonly x: number };
  /** The page and article to which the words lead. */
  readonly target?: { readonly page: PageName; readonly article: string };
}

/** Describes a line in its place. */
export function describeLine(placed: PlacedLine): LineRecord {
  const { line, article, target } = placed;
  return {
    baseline: round(placed.baseline),
    x: round(placed.x),
    width: round(line.width),
    measure: round(line.measure),
    indent: round(line.indent),
    text: lineText(line),
    part: placed.part,
    style: placed.style,
    size: round(largestSize(line)),
    ...(article === undefined ? {} : { article }),
    paragraph: placed.paragraph,
    ratio: round(line.ratio),
    wordSpace: round(meanWordSpace(line)),
    gaps: describeGaps(line),
    letterSpace: round(line.letterSpace),
    scale: round(line.scale),
    hyphenated: line.hyphenated,
    last: line.last,
    ...(line.dropCap && { dropCap: describeDropCap(line.dropCap, placed.baseline) }),
    ...(target === undefined ? {} : { target: { page: pageName(target.page), article: target.article } }),
  };
}

function describeDropCap({ letter, drop }: DropCap, baseline: number): NonNullable<LineRecord['dropCap']> {
  const { shaped, style, x } = letter;
  return { text: shaped.text, size: round(style.size), baseline: round(baseline + drop), x: round(x) };
}

function largestSize({ pieces }: Line): number {
  return pieces.reduce((largest, { style }) => Math.max(largest, style.size), 0);
}

function describeGaps({ pieces }: Line): LineRecord['gaps'] {
  return pieces.filter(({ space }) => space > 0).map(({ x, width, space }) => [round(x + width), round(space)]);
}

function meanWordSpace(line: Line): number {
  let total = 0;
  let spaces = 0;
  for (const { space } of line.pieces) {
    if (space <= 0) continue;
    total += space;
    spaces++;
  }
  return spaces === 0 ? 0 : total / spaces;
}
