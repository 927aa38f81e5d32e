import type { Report } from '../../diagnostics/diagnostic.js';
import type { PlacedPicture } from '../../model/edition.js';
import { MIN_LINE } from '../../model/press-limits.js';
import { formatLength } from '../../units/length.js';
import { fileName } from '../inspect-picture.js';
import type { LineKind, ThinnestLine } from './measure-strokes.js';

const WORDS: Readonly<Record<LineKind, string>> = {
  solid: 'in solid black',
  tint: 'in a tint of one ink',
  several: 'in several inks',
};

/** A line that comes this near to what it should have is as thick: weights are given with two decimals. */
const ALLOWANCE = 0.005;

/** The thinnest line of a kind, with its place in the file. */
export interface NotedLine extends Omit<ThinnestLine, 'at'> {
  readonly line: number;
  readonly column: number;
}

/**
 * Judges the lines of a placed drawing at their weight in print: `thin-line`, a warning, for each kind of which one is too
 * thin to be sure of. The drawing stays as it is: whether a hairline may grow, its designer knows.
 */
export function judgeLines(placed: PlacedPicture, lines: readonly NotedLine[], report: Report): void {
  const { source, box, crop } = placed;
  if (source.type !== 'drawing') return;
  const scale = box.width / (crop.width * source.width);
  for (const { kind, weight, line, column } of lines) {
    const least = MIN_LINE[kind];
    const printed = weight * scale;
    if (printed >= least - ALLOWANCE) continue;
    report({
      code: 'thin-line',
      severity: 'warning',
      origin: placed.note.origin,
      message: `drawing "${fileName(source.file)}" has a line ${WORDS[kind]} of ${formatLength(printed)} in print, at ${line}:${column}; the press needs ${formatLength(least)}`,
      hint: `make it at least ${formatLength(Math.ceil((least / scale) * 100) / 100)} thick in the drawing, or print the drawing larger`,
    });
  }
}
