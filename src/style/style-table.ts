/** The final looks of a table: every cell is a paragraph, in the style of the head or of the rows. */
import type { TypedText } from '../model/issue.js';
import type { StyleLookup } from '../model/make-up.js';
import type { TableBlock, TableRow } from '../model/story.js';
import type { TextStyle } from '../model/style.js';
import type { StyledParagraph } from '../model/styled.js';
import { styleRuns } from './style-runs.js';

/** Styles a table. Its columns say how its cells stand, and not the alignment of its style. */
export function styleTable(
  block: TableBlock,
  styles: StyleLookup,
  language: string,
  typed: readonly TypedText[],
): StyledParagraph {
  const style = styles('table');
  const plain = { indent: 0, hang: 0, endIndent: 0, paragraph: block.paragraph, typed } as const;
  const styleRow = ({ cells, origin }: TableRow, part: 'table' | 'tableHead'): readonly StyledParagraph[] => {
    const look = styles(part);
    const ragged: TextStyle = { ...look, align: 'start' };
    return cells.map((text) => ({ ...plain, part, style: ragged, runs: styleRuns(text, look, language), origin }));
  };
  const hasHead = block.head.cells.some((text) => text.length > 0);
  const table = {
    columns: block.columns,
    head: hasHead ? styleRow(block.head, 'tableHead') : undefined,
    rows: block.rows.map((row) => styleRow(row, 'table')),
    rules: style.rules ?? 'head',
  };
  return { ...plain, part: 'table', style, runs: [], table, origin: block.origin };
}
