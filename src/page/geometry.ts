import type { Paper } from '../model/paper.js';
import type { Span } from '../model/template.js';
import type { Pt } from '../units/length.js';
import type { Rect } from '../units/rect.js';

/** Where columns and lines lie on one page, in points from the trim's top left. */
export interface PageGeometry {
  readonly side: 'recto' | 'verso';
  readonly gridBox: Rect;
  readonly leading: Pt;
  readonly gutter: Pt;
  /** Left edge of a column, from 1. */
  columnX(column: number): Pt;
  /** Upper edge of a grid line, from 1. */
  lineTop(line: number): Pt;
  /** Baseline of a grid line; fractions lie between. */
  baseline(line: number): Pt;
  box(columns: Span, lines: Span): Rect;
}

/** Odd pages are right-hand pages: their inside margin is on the left. */
export function layGeometry(paper: Paper, pageNumber: number): PageGeometry {
  const { grid, margins, trim } = paper;
  const side = pageNumber % 2 === 1 ? 'recto' : 'verso';
  const left = side === 'recto' ? margins.inside : margins.outside;
  const width = trim.width - margins.inside - margins.outside;
  const columnX = (column: number) => left + (column - 1) * (grid.columnWidth + grid.gutter);
  const lineTop = (line: number) => margins.top + (line - 1) * grid.leading;
  return {
    side,
    gridBox: { x: left, y: margins.top, width, height: grid.lines * grid.leading },
    leading: grid.leading,
    gutter: grid.gutter,
    columnX,
    lineTop,
    baseline: (line) => lineTop(line + 1) - grid.baselineRise,
    box: (columns, lines) => {
      const x = columnX(columns.from);
      const y = lineTop(lines.from);
      return {
        x,
        y,
        width: columnX(columns.to) + grid.columnWidth - x,
        height: lineTop(lines.to + 1) - y,
      };
    },
  };
}
