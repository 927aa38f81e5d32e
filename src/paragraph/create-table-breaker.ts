/**
 * In: the cells of a table as horizontal lists. Out: a function that sets the table to any measures, as lines that are
 * poured into legs as those of a paragraph are: each line of a row holds the pieces of all cells, in their places.
 */
import type { BrokenParagraph, Measures } from '../model/flow.js';
import { type HList, INFINITE_PENALTY } from '../model/hlist.js';
import type { Line, LinePiece, SetTable } from '../model/line.js';
import type { Justification } from '../model/paper.js';
import type { ColumnAlign } from '../model/story.js';
import type { TableRules } from '../model/style.js';
import type { Pt } from '../units/length.js';
import {
  AT_PENALTY,
  AT_START_WIDTH,
  AT_WIDTH,
  type Breakpoints,
  findBreakpoints,
  ROW,
  SCALED_POINTS,
} from './breakpoints.kernel.js';
import { createParagraphBreaker } from './create-paragraph-breaker.js';
import { type ColumnNeeds, shareMeasure, type TableColumns } from './table-columns.js';
import { areFigures, decimalTails, tailWidth } from './table-figures.js';

/** A table to be set. Rows have as many cells as there are columns. */
export interface TableInput {
  readonly columns: readonly ColumnAlign[];
  readonly head: readonly HList[] | undefined;
  readonly rows: readonly (readonly HList[])[];
  readonly rules: TableRules;
  /** Type size of the rows. */
  readonly size: Pt;
  /** BCP 47 tag. */
  readonly language: string;
}

/** Sets a table to measures: to the narrowest of those that its lines stand in. */
export type TableBreaker = (measures: Measures) => BrokenParagraph;

/** White between two columns, in em, and the least. */
const GAP_EM = 0.9;
const LEAST_GAP_EM = 0.5;

/** A table with what is known of its columns. */
interface Prepared extends TableInput {
  readonly needs: readonly ColumnNeeds[];
  /** Characters after the units, of each cell of each column, the head's first. */
  readonly tails: readonly (readonly number[])[];
  setCell(row: number, column: number, width: Pt): readonly Line[];
}

/** A row as it was set: the lines of its cells. */
interface SetRow {
  readonly cells: readonly (readonly Line[])[];
  readonly lines: number;
}

/** A table set to one measure. */
interface TableSetting {
  readonly columns: TableColumns;
  /** The head, where there is one, is the first. */
  readonly rows: readonly SetRow[];
  readonly lines: number;
}

/** Makes the breaker of a table. Each measure is set once. */
export function createTableBreaker(input: TableInput, justification: Justification): TableBreaker {
  const table = prepare(input, justification);
  const known = new Map<Pt, TableSetting>();
  const settingFor = (measure: Pt): TableSetting => {
    const setting = known.get(measure) ?? setTable(table, measure);
    known.set(measure, setting);
    return setting;
  };
  return (measures) => {
    let room = roomFor(measures, 1);
    let setting = settingFor(room.width);
    // The deeper a table, the more lines it stands beside: its room can only get narrower.
    for (let next = roomFor(measures, setting.lines); next.width < room.width || next.indent > room.indent; ) {
      room = next;
      setting = settingFor(room.width);
      next = roomFor(measures, setting.lines);
    }
    return describeSetting(table, setting, room);
  };
}

function prepare(input: TableInput, justification: Justification): Prepared {
  const rows = allRows(input);
  const lists = rows.flat();
  const breakCell = createParagraphBreaker(
    lists.map((list) => ({ list })),
    { justification },
  );
  const texts = input.columns.map((_, column) => rows.map((row) => textOf(row[column] as HList)));
  const first = input.head ? 1 : 0;
  const figures = texts.map((column) => areFigures(column.slice(first)));
  return {
    ...input,
    needs: input.columns.map((_, column) => {
      const cells = rows.map((row) => row[column] as HList);
      return needsOf(cells, figures[column] ? 'figures' : 'text');
    }),
    tails: texts.map((column, at) => {
      const body = column.slice(first);
      const tails = figures[at] ? decimalTails(body, input.language) : body.map(() => 0);
      return input.head ? [0, ...tails] : tails;
    }),
    setCell(row, column, width) {
      const cell = row * input.columns.length + column;
      if ((lists[cell] as HList).words.length === 0) return [];
      return breakCell(cell, { widths: [width] }, 0)?.setLines() ?? [];
    },
  };
}

function allRows({ head, rows }: TableInput): readonly (readonly HList[])[] {
  return head ? [head, ...rows] : rows;
}

function textOf({ paragraph }: HList): string {
  return paragraph.runs.map((run) => (run.type === 'text' ? run.text : ' ')).join('');
}

function needsOf(cells: readonly HList[], kind: ColumnNeeds['kind']): ColumnNeeds {
  const widths = cells.map((list) =>
    list.words.length === 0 ? { least: 0, natural: 0 } : widthsOf(findBreakpoints(list)),
  );
  return {
    kind,
    least: widths.reduce((most, { least }) => Math.max(most, least), 0),
    natural: widths.reduce((most, { natural }) => Math.max(most, natural), 0),
  };
}

/** Width of the widest part between two places where a line may end, and between two where it must. */
function widthsOf({ rows, count }: Breakpoints): Pick<ColumnNeeds, 'least' | 'natural'> {
  let least = 0;
  let natural = 0;
  let partStart = 0;
  let lineStart = 0;
  for (let point = 0; point < count; point++) {
    const end = rows[point * ROW + AT_WIDTH] as number;
    const next = rows[point * ROW + AT_START_WIDTH] as number;
    least = Math.max(least, end - partStart);
    partStart = next;
    if ((rows[point * ROW + AT_PENALTY] as number) > -INFINITE_PENALTY && point < count - 1) continue;
    natural = Math.max(natural, end - lineStart);
    lineStart = next;
  }
  return { least: least / SCALED_POINTS + ROUNDING, natural: natural / SCALED_POINTS + ROUNDING };
}

/** Added to what cells need, so that no line is broken for the last digit of a width. */
const ROUNDING: Pt = 0.01;

interface TableRoom {
  readonly width: Pt;
  readonly indent: Pt;
}

/** The narrowest room among the first so many lines; where the legs are unlike, with some more: a head may stand again. */
function roomFor({ widths, indents = [] }: Measures, lines: number): TableRoom {
  const count = widths.length > 1 || indents.length > 0 ? 2 * lines + 2 : 1;
  const last = widths[widths.length - 1] as Pt;
  let indent = 0;
  let reach = Number.POSITIVE_INFINITY;
  for (let line = 0; line < count && line < Math.max(widths.length, indents.length); line++) {
    const start = indents[line] ?? 0;
    indent = Math.max(indent, start);
    reach = Math.min(reach, start + (widths[line] ?? last));
  }
  return { width: Math.max(reach - indent, 0), indent };
}

function setTable(table: Prepared, measure: Pt): TableSetting {
  const columns = shareMeasure(table.needs, measure, {
    natural: GAP_EM * table.size,
    least: LEAST_GAP_EM * table.size,
  });
  const rows = allRows(table).map((cells, row): SetRow => {
    const set = cells.map((_, column) => table.setCell(row, column, columns.widths[column] as Pt));
    return { cells: set, lines: set.reduce((most, lines) => Math.max(most, lines.length), 1) };
  });
  return { columns, rows, lines: rows.reduce((sum, { lines }) => sum + lines, 0) };
}

function describeSetting(table: Prepared, setting: TableSetting, room: TableRoom): BrokenParagraph {
  const headLines = table.head ? (setting.rows[0] as SetRow).lines : 0;
  const ends = new Set<number>();
  let line = -1;
  for (const row of setting.rows) {
    line += row.lines;
    ends.add(line);
  }
  let lines: readonly Line[] | undefined;
  return {
    lines: setting.lines,
    demerits: 0,
    endsHyphenated: () => false,
    rows: { headLines, mayCutAfter: (at) => at >= headLines && ends.has(at) },
    setLines: () => {
      lines ??= setRows(table, setting, room);
      return lines;
    },
  };
}

function setRows(table: Prepared, setting: TableSetting, room: TableRoom): readonly Line[] {
  const tails = table.columns.map((_, column) =>
    setting.rows.map(({ cells }, row) => tailOf(table, cells, row, column)),
  );
  const deepest = tails.map((column) => column.reduce((most, tail) => Math.max(most, tail), 0));
  const shared: SetTable = describeTable(table, setting);
  const last = setting.rows.length - 1;
  return setting.rows.flatMap((row, index) => {
    const isHead = table.head !== undefined && index === 0;
    const ruled = table.rules === 'rows' || (table.rules === 'head' && (isHead || index === last));
    return Array.from({ length: row.lines }, (_, at): Line => {
      const placed = row.cells.flatMap((lines, column) => {
        // What stands over the columns ends on one line, what stands in a row begins on one.
        const line = lines[isHead ? at - (row.lines - lines.length) : at];
        const tail = (deepest[column] as Pt) - ((tails[column] as readonly Pt[])[index] as Pt);
        return line ? placeCell(line, column, isHead ? 0 : tail, table, setting, room) : [];
      });
      const isLast = at === row.lines - 1;
      return {
        ...joinPieces(placed, room),
        letterSpace: row.cells.find((lines) => lines.length > 0)?.[0]?.letterSpace ?? 0,
        last: isLast && index === last,
        row: {
          table: shared,
          row: table.head ? index : index + 1,
          columns: placed.map(({ column }) => column),
          ruled: ruled && isLast,
        },
      };
    });
  });
}

function tailOf(table: Prepared, cells: SetRow['cells'], row: number, column: number): Pt {
  const line = cells[column]?.[0];
  return line ? tailWidth(line, table.tails[column]?.[row] ?? 0) : 0;
}

function describeTable(table: Prepared, { columns }: TableSetting): SetTable {
  return {
    columns: columns.widths.map((width, column) => ({
      head: table.head ? textOf(table.head[column] as HList) : '',
      start: columns.starts[column] as Pt,
      width,
    })),
    excess: columns.excess,
  };
}

interface PlacedCellPiece {
  readonly piece: LinePiece;
  readonly column: number;
}

/** The pieces of a cell's line in their places. `tail`: how much further out decimals of other cells reach. */
function placeCell(
  line: Line,
  column: number,
  tail: Pt,
  table: Prepared,
  { columns }: TableSetting,
  room: TableRoom,
): readonly PlacedCellPiece[] {
  const isFigures = table.needs[column]?.kind === 'figures';
  const wanted = table.columns[column] as ColumnAlign;
  const align = wanted === 'none' ? (isFigures ? 'end' : 'start') : wanted;
  const slack = Math.max((columns.widths[column] as Pt) - line.width, 0);
  const shift = align === 'start' ? 0 : align === 'center' ? slack / 2 : Math.max(slack - tail, 0);
  const start = room.indent + (columns.starts[column] as Pt) + shift;
  return line.pieces.map((piece) => ({ piece: { ...piece, x: start + piece.x }, column }));
}

/** The pieces of all cells as one line: between two cells stands what is white between them. */
function joinPieces(placed: readonly PlacedCellPiece[], room: TableRoom) {
  const pieces = placed.map(({ piece, column }, at): LinePiece => {
    const next = placed[at + 1];
    if (!next || next.column === column) return piece;
    return { ...piece, space: Math.max(next.piece.x - piece.x - piece.width, LEAST_SPACE) };
  });
  const end = pieces.at(-1);
  return {
    pieces,
    measure: room.indent + room.width,
    indent: room.indent,
    width: end ? end.x + end.width : room.indent,
    ratio: 0,
    scale: 1,
    hyphenated: false,
  };
}

/** Cells are parted by white even where a column is too narrow. */
const LEAST_SPACE: Pt = 0.01;
