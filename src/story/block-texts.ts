import type { Block, Inline, TableRow } from '../model/story.js';

/** The texts of a block in reading order: one, or that of each cell of a table. */
export function textsOf(block: Block): readonly (readonly Inline[])[] {
  if (block.type !== 'table') return [block.inline];
  return [block.head, ...block.rows].flatMap(({ cells }) => cells);
}

/** A block with other texts in the place of its own. */
export function mapTexts(block: Block, change: (text: readonly Inline[]) => readonly Inline[]): Block {
  if (block.type !== 'table') return { ...block, inline: change(block.inline) };
  const changeRow = (row: TableRow): TableRow => ({ ...row, cells: row.cells.map(change) });
  return { ...block, head: changeRow(block.head), rows: block.rows.map(changeRow) };
}
