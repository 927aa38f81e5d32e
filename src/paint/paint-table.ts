/** Rows of a table as drawing operations: cell after cell, as they are read, and not line after line. */
import type { DisplayOp, StoryTag } from '../model/display-list.js';
import type { PlacedLine } from '../model/edition.js';

/** A line of a table in its place. */
export interface TableLine extends PlacedLine {
  readonly line: PlacedLine['line'] & { readonly row: NonNullable<PlacedLine['line']['row']> };
}

export function isTableLine(placed: PlacedLine): placed is TableLine {
  return placed.line.row !== undefined;
}

/** How many of the lines from `start` on are of one row. */
export function linesOfRow(lines: readonly PlacedLine[], start: number): readonly TableLine[] {
  const first = lines[start] as TableLine;
  const row: TableLine[] = [];
  for (let at = start; at < lines.length; at++) {
    const next = lines[at] as PlacedLine;
    if (!isTableLine(next) || next.paragraph !== first.paragraph || next.line.row.row !== first.line.row.row) break;
    row.push(next);
  }
  return row;
}

/**
 * Paints a row: a piece of tagged content for each cell that says something. A head that stands again says nothing new and
 * is an artifact. `tag`: that of the table.
 */
export function paintRow(
  lines: readonly TableLine[],
  tag: StoryTag,
  paintLine: (line: PlacedLine) => DisplayOp,
  ops: DisplayOp[],
): void {
  const { row } = (lines[0] as TableLine).line;
  if (row.repeated) {
    ops.push({ type: 'begin', tag: { type: 'artifact' } }, ...lines.map(paintLine), { type: 'end' });
    return;
  }
  const columns = row.table.columns.length;
  for (let column = 0; column < columns; column++) {
    const cell = lines.map((line) => ofColumn(line, column)).filter(({ line }) => line.pieces.length > 0);
    if (cell.length === 0) continue;
    ops.push({ type: 'begin', tag: { ...tag, cell: { row: row.row, column, columns } } });
    ops.push(...cell.map(paintLine), { type: 'end' });
  }
}

/** What of a line stands in a column. */
function ofColumn(placed: TableLine, column: number): PlacedLine {
  const { line } = placed;
  return { ...placed, line: { ...line, pieces: line.pieces.filter((_, at) => line.row.columns[at] === column) } };
}
