import type { SlotFrame } from '../model/flow.js';
import type { Pt } from '../units/length.js';
import { findRows, type LegRows, rowsDownTo } from './leg-rows.js';

/** Where a story ends: in which slot, and the grid line that the legs of that slot reach. */
export interface StoryEnd {
  readonly slot: number;
  readonly line: number;
}

/** The legs of a thread in one row, as the text runs through them, down to a chosen end. */
export interface LegRun {
  /** Body lines that each leg holds. */
  readonly capacities: readonly number[];
  readonly slotOf: readonly number[];
  /** The leg's number in its slot; -1 for the bin. */
  readonly legOf: readonly number[];
  /** Whether the way on from this leg is a jump. */
  readonly jumpsAfter: readonly boolean[];
  /** Index of each leg's first row in the columns below. */
  readonly firstRows: readonly number[];
  readonly gridLines: readonly number[];
  readonly widths: readonly Pt[];
  readonly indents: readonly Pt[];
  /** How many rows in a row, from each one on and itself included, have one width and indent; no end where all do. */
  readonly alike: readonly number[];
  /** Lines that each slot must hold before its jump, and after the jump that leads to it. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Whether the last entry is no leg but the bin for what does not fit. */
  readonly hasBin: boolean;
}

/** The rows of every leg of every slot. */
export type SlotRows = readonly (readonly LegRows[])[];

export function rowsOfSlots(slots: readonly SlotFrame[]): SlotRows {
  return slots.map((slot) => slot.legs.map(findRows));
}

/** Rows that a slot's legs hold in all when they end on grid line `end`. */
export function rowsToLevel(legs: readonly LegRows[], end: number): number {
  return legs.reduce((rows, leg) => rows + rowsDownTo(leg, end), 0);
}

/** The lowest grid line that any leg of the slot reaches. */
export function footOf(slot: SlotFrame): number {
  return slot.legs.reduce((foot, leg) => Math.max(foot, leg.last), 0);
}

/** The highest grid line that any leg of the slot may use. */
export function topOf(slot: SlotFrame): number {
  return Math.min(...slot.legs.map(({ first }) => first));
}

/** Whether a leg of a run is the bin for what does not fit. */
export function isBin(run: LegRun, leg: number): boolean {
  return run.hasBin && leg === run.capacities.length - 1;
}

interface RunColumns {
  readonly capacities: number[];
  readonly slotOf: number[];
  readonly legOf: number[];
  readonly jumpsAfter: boolean[];
  readonly firstRows: number[];
  readonly gridLines: number[];
  readonly widths: Pt[];
  readonly indents: Pt[];
}

/**
 * Lays out the legs of all slots down to `end`; those of the end slot stop level on its grid line. With `bin`, a last
 * leg without a foot takes what is left over. A jump line takes the last row of the leg before it.
 */
export function layLegs(slots: readonly SlotFrame[], rows: SlotRows, end: StoryEnd, bin: 'bin' | 'no bin'): LegRun {
  const columns = emptyColumns();
  for (let s = 0; s <= end.slot; s++) {
    const legs = rows[s] as readonly LegRows[];
    const jumps = s < end.slot && (slots[s] as SlotFrame).jumpsOn;
    legs.forEach((leg, index) => {
      const jumpsAfter = jumps && index === legs.length - 1;
      const held = s === end.slot ? rowsDownTo(leg, end.line) : leg.gridLines.length - (jumpsAfter ? 1 : 0);
      addLeg(columns, leg, Math.max(0, held), { slot: s, leg: index, jumpsAfter });
    });
  }
  if (bin === 'bin') addBin(columns, slots, end.slot);
  return { ...columns, ...jumpLimits(slots, end.slot), alike: countAlike(columns), hasBin: bin === 'bin' };
}

function emptyColumns(): RunColumns {
  return {
    capacities: [],
    slotOf: [],
    legOf: [],
    jumpsAfter: [],
    firstRows: [],
    gridLines: [],
    widths: [],
    indents: [],
  };
}

interface LegPlace {
  readonly slot: number;
  readonly leg: number;
  readonly jumpsAfter: boolean;
}

function addLeg(columns: RunColumns, rows: LegRows, held: number, { slot, leg, jumpsAfter }: LegPlace): void {
  columns.capacities.push(held);
  columns.slotOf.push(slot);
  columns.legOf.push(leg);
  columns.jumpsAfter.push(jumpsAfter);
  columns.firstRows.push(columns.widths.length);
  for (let i = 0; i < held; i++) {
    columns.gridLines.push(rows.gridLines[i] as number);
    columns.widths.push(rows.widths[i] as Pt);
    columns.indents.push(rows.indents[i] as Pt);
  }
}

/** The bin has one row in the columns, which stands for all of its rows: set to the measure of the last leg. */
function addBin(columns: RunColumns, slots: readonly SlotFrame[], endSlot: number): void {
  const measure = slots[endSlot]?.legs.at(-1)?.measure ?? 0;
  const row: LegRows = { gridLines: [1], widths: [measure], indents: [0] };
  addLeg(columns, row, 1, { slot: endSlot, leg: -1, jumpsAfter: false });
  columns.capacities[columns.capacities.length - 1] = Number.MAX_SAFE_INTEGER;
}

function countAlike({ widths, indents }: RunColumns): number[] {
  const alike = new Array<number>(widths.length);
  for (let row = widths.length - 1; row >= 0; row--) {
    const isLast = row === widths.length - 1;
    const goesOn = widths[row] === widths[row + 1] && indents[row] === indents[row + 1];
    alike[row] = isLast ? Number.POSITIVE_INFINITY : goesOn ? (alike[row + 1] as number) + 1 : 1;
  }
  return alike;
}

function jumpLimits(slots: readonly SlotFrame[], endSlot: number): Pick<LegRun, 'before' | 'after'> {
  const before: number[] = [];
  const after: number[] = [];
  for (let s = 0; s <= endSlot; s++) {
    const slot = slots[s] as SlotFrame;
    const previous = slots[s - 1];
    before.push(s < endSlot && slot.jumpsOn ? (slot.minBefore ?? 0) : 0);
    after.push(previous?.jumpsOn ? (previous.minAfter ?? 0) : 0);
  }
  return { before, after };
}
