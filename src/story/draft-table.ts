/** From the lines of a table to its cells as runs of text, in rows of equal length. */

import type { Origin, Report } from '../diagnostics/diagnostic.js';
import { count } from '../units/count.js';
import type { DraftRow, DraftTable, Segment } from './draft.js';
import { readInline } from './read-inline.js';
import { readTable, type TypedTable } from './read-table.js';

/**
 * Reads a table. Cells that are missing at a row's end are empty. Reports `ragged-table` for a row with more cells than
 * the head has, whose text is kept in its last cell, and `empty-table` for a table without rows.
 *
 * @param origin Where its first line starts.
 */
export function draftTable(lines: readonly string[], origin: Origin, report: Report): DraftTable {
  const { columns, head, rows } = refuseMany(readTable(lines), origin, report);
  const rowAt = (cells: readonly string[], line: number): DraftRow => {
    const at = line === 0 ? origin : { file: origin.file, line: origin.line + line, column: 1 };
    if (cells.length > columns.length || (line === 0 && cells.length < columns.length))
      reportRagged(cells.length, columns.length, line, at, report);
    return { cells: fitCells(cells, columns.length).map((cell) => readCell(cell, at, report)), origin: at };
  };
  const table: DraftTable = {
    kind: { type: 'table' },
    level: 0,
    columns,
    head: rowAt(head, 0),
    rows: rows.map((cells, index) => rowAt(cells, index + 2)),
    origin,
  };
  if (lines.length < 3) {
    report({
      code: 'empty-table',
      severity: 'error',
      origin,
      message: `a table of ${count(columns.length, 'column')} without rows`,
      hint: 'write its rows under the line of dashes, or take the table out',
    });
  }
  return table;
}

/** Cells of a table: all seats of a parliament with ten figures each are fewer. */
const MOST_CELLS = 10_000;

/** Keeps the head of a table that no newspaper has, so that its place on the page can be seen. */
function refuseMany(table: TypedTable, origin: Origin, report: Report): TypedTable {
  const cells = table.columns.length * (table.rows.length + 1);
  if (cells <= MOST_CELLS) return table;
  report({
    code: 'unsupported-markdown',
    severity: 'error',
    origin,
    message: `a table of ${cells} cells, more than ${MOST_CELLS}`,
    hint: 'part it into several tables, or leave rows out',
  });
  const kept = table.columns.slice(0, MOST_CELLS / 2);
  return { columns: kept, head: table.head.slice(0, kept.length), rows: [] };
}

function reportRagged(cells: number, columns: number, line: number, origin: Origin, report: Report): void {
  report({
    code: 'ragged-table',
    severity: 'error',
    origin,
    message:
      line === 0
        ? `the head of a table has ${count(cells, 'cell')}, the line of dashes under it ${columns}`
        : `a row of a table has ${count(cells, 'cell')}, its head ${columns}`,
    hint: 'give every row as many cells as the table has columns, and write "\\|" for a pipe that is to be printed',
  });
}

/** As many cells as there are columns: what is too many stands in the last. */
function fitCells(cells: readonly string[], columns: number): readonly string[] {
  const fitted = cells.slice(0, columns);
  if (cells.length > columns) fitted[columns - 1] = cells.slice(columns - 1).join(' ');
  while (fitted.length < columns) fitted.push('');
  return fitted;
}

function readCell(cell: string, origin: Origin, report: Report): readonly Segment[] {
  return cell === '' ? [] : readInline(withSigns(cell), origin, report);
}

/** A hyphen before a figure is a minus, and one alone says that there is nothing. */
function withSigns(cell: string): string {
  return cell === '-' ? '–' : cell.replace(/^-(?=[.,]?\d)/, '−');
}
