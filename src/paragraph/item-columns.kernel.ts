import { BOX, GLUE, PENALTY } from '../model/hlist.js';
import { AUTOMATIC_HYPHEN, EXPLICIT_HYPHEN, type ItemColumns, WRITTEN } from './breakpoints.kernel.js';
import { type Box, type Discretionary, type Glue, type Item, PARAGRAPH_END, type Penalty } from './items.js';

/*
 * In: items as people write them. Out: the columns of numbers that breaking works on.
 *
 * A discretionary becomes a box of what stands there unbroken, and a penalty that takes it away again: a line that ends
 * there is wider by `pre - noBreak`. What the break puts on the next line keeps the white after it from being discarded,
 * as in TeX (TeX: The Program, § 840), so an empty box follows then.
 */

/** What boxes and breaks get from the parameters. */
export interface ItemSetting {
  readonly hyphenPenalty: number;
  readonly exHyphenPenalty: number;
  /** Shares of a box's width that it can give. */
  readonly widthStretch: number;
  readonly widthShrink: number;
  /** What each of its glyphs can give, in points. */
  readonly glyphStretch: number;
  readonly glyphShrink: number;
}

/** The columns, and the item that each row comes from; rows that were put at the end belong to none, and say how many there are. */
export interface ReadItems {
  readonly columns: ItemColumns;
  readonly itemOf: Int32Array;
}

interface Row {
  kind: number;
  width: number;
  stretch: number;
  shrink: number;
  penalty: number;
  flagged: number;
  post: number;
  /** 0 where glue after the row may end a line although the row is no box; -1 elsewhere. */
  word: number;
}

const ROWS_PER_ITEM = 3;
/** Stretch of one `fil`: far above all that is finite. */
const FIL_STRETCH = 1e9;

/** Reads a list of items, and ends it where it does not end itself. */
export function readItems(items: readonly Item[], setting: ItemSetting): ReadItems {
  const draft = createDraft((items.length + PARAGRAPH_END.length) * ROWS_PER_ITEM);
  const ends = endsForced(items);
  // TeX takes white at the end of a paragraph away (§ 816).
  const length = !ends && items[items.length - 1]?.type === 'glue' ? items.length - 1 : items.length;
  for (let i = 0; i < length; i++) addItem(draft, items[i] as Item, i, setting);
  if (!ends) for (const item of PARAGRAPH_END) addItem(draft, item, items.length, setting);
  return { columns: draft.columns, itemOf: draft.itemOf.subarray(0, draft.columns.length) };
}

function endsForced(items: readonly Item[]): boolean {
  const last = items[items.length - 1];
  return last?.type === 'penalty' && last.penalty <= -10000;
}

interface Draft {
  readonly columns: { -readonly [Column in keyof ItemColumns]: ItemColumns[Column] };
  readonly itemOf: Int32Array;
}

function createDraft(rows: number): Draft {
  return {
    columns: {
      length: 0,
      kind: new Uint8Array(rows),
      width: new Float64Array(rows),
      stretch: new Float64Array(rows),
      shrink: new Float64Array(rows),
      penalty: new Float64Array(rows),
      flagged: new Uint8Array(rows),
      post: new Float64Array(rows),
      word: new Int32Array(rows),
    },
    itemOf: new Int32Array(rows),
  };
}

const EMPTY: Row = { kind: BOX, width: 0, stretch: 0, shrink: 0, penalty: 0, flagged: 0, post: 0, word: -1 };

function addRow({ columns, itemOf }: Draft, item: number, row: Row): void {
  const at = columns.length++;
  columns.kind[at] = row.kind;
  columns.width[at] = row.width;
  columns.stretch[at] = row.stretch;
  columns.shrink[at] = row.shrink;
  columns.penalty[at] = row.penalty;
  columns.flagged[at] = row.flagged;
  columns.post[at] = row.post;
  columns.word[at] = row.word;
  itemOf[at] = item;
}

function addItem(draft: Draft, item: Item, index: number, setting: ItemSetting): void {
  if (item.type === 'discretionary') addDiscretionary(draft, item, index, setting);
  else if (item.type === 'box') addRow(draft, index, boxRow(item, setting));
  else addRow(draft, index, item.type === 'glue' ? glueRow(item) : penaltyRow(item));
}

function boxRow({ width, stretch = 0, shrink = 0, glyphs = 0 }: Box, setting: ItemSetting): Row {
  return {
    ...EMPTY,
    width,
    stretch: stretch + width * setting.widthStretch + glyphs * setting.glyphStretch,
    shrink: shrink + width * setting.widthShrink + glyphs * setting.glyphShrink,
  };
}

function glueRow({ width, stretch = 0, shrink = 0, fil = 0 }: Glue): Row {
  return { ...EMPTY, kind: GLUE, width, stretch: fil === 0 ? stretch : fil * FIL_STRETCH, shrink };
}

function penaltyRow({ penalty, width = 0, flagged = false }: Penalty): Row {
  const hyphen = width === 0 ? WRITTEN : AUTOMATIC_HYPHEN;
  return { ...EMPTY, kind: PENALTY, width, penalty, flagged: flagged ? hyphen : 0 };
}

function addDiscretionary(draft: Draft, item: Discretionary, index: number, setting: ItemSetting): void {
  const { pre = 0, post = 0, noBreak = 0, automatic = false } = item;
  const penalty = item.penalty ?? (pre === 0 ? setting.exHyphenPenalty : setting.hyphenPenalty);
  const hyphen = pre === 0 ? WRITTEN : EXPLICIT_HYPHEN;
  if (noBreak !== 0) addRow(draft, index, { ...EMPTY, width: noBreak });
  addRow(draft, index, {
    ...EMPTY,
    kind: PENALTY,
    width: pre - noBreak,
    penalty,
    flagged: automatic && pre !== 0 ? AUTOMATIC_HYPHEN : hyphen,
    post,
    word: 0,
  });
  if (post !== 0) addRow(draft, index, EMPTY);
}
