import type { Origin } from '../diagnostics/diagnostic.js';
import type { Block, ColumnAlign, HardBreak, TextRun } from '../model/story.js';

/** A run as Markdown gives it: white space and punctuation are still the typist's. */
export type Segment = TextRun | HardBreak;

/** What a block is, without its text and number. */
export type BlockKind =
  | { readonly type: 'paragraph' }
  | { readonly type: 'crosshead' }
  | { readonly type: 'quote' }
  | { readonly type: 'item'; readonly marker: string; readonly depth: number };

/** A block before claims are taken out and blocks are numbered. */
export interface DraftBlock {
  readonly kind: BlockKind & Pick<Block, 'type'>;
  /** Level of the heading that a crosshead was written as, 1 to 6; 0 for everything else. */
  readonly level: number;
  readonly segments: readonly Segment[];
  readonly origin: Origin;
}

/** A table before its block is numbered. Every row has as many cells as there are columns. */
export interface DraftTable {
  readonly kind: { readonly type: 'table' };
  readonly level: 0;
  readonly columns: readonly ColumnAlign[];
  readonly head: DraftRow;
  readonly rows: readonly DraftRow[];
  readonly origin: Origin;
}

export interface DraftRow {
  readonly cells: readonly (readonly Segment[])[];
  readonly origin: Origin;
}

export type Draft = DraftBlock | DraftTable;

export function isTable(draft: Draft): draft is DraftTable {
  return draft.kind.type === 'table';
}
