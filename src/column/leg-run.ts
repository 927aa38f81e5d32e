import type { SlotFrame } from '../model/flow.js';
import type { Pt } from '../units/length.js';

/** The legs of a thread in one row, as the text runs through them, down to a chosen end. */
export interface LegRun {
  /** Body lines that each leg holds. */
  readonly capacities: readonly number[];
  readonly measures: readonly Pt[];
  readonly slotOf: readonly number[];
  /** The leg's number in its slot. */
  readonly legOf: readonly number[];
  /** Whether the way on from this leg is a jump. */
  readonly jumpsAfter: readonly boolean[];
  /** Whether every leg has one measure, so that a paragraph breaks alike wherever it stands. */
  readonly uniform: boolean;
  /** Whether the last entry is no leg but the bin for what does not fit. */
  readonly hasBin: boolean;
}

/** Lines that a slot's legs hold in all when they end on grid line `end`. */
export function linesToLevel(slot: SlotFrame, end: number): number {
  let lines = 0;
  for (const leg of slot.legs) lines += Math.max(0, Math.min(leg.last, end) - leg.first + 1);
  return lines;
}

/** The lowest grid line that any leg of the slot reaches. */
export function footOf(slot: SlotFrame): number {
  return slot.legs.reduce((foot, leg) => Math.max(foot, leg.last), 0);
}

/**
 * Lays out the legs of slots 0 to `endSlot`; those of the end slot stop level on grid line `end`. With `bin`, a last
 * leg without a foot takes what is left over.
 */
export function layLegs(slots: readonly SlotFrame[], endSlot: number, end: number, bin: 'bin' | 'no bin'): LegRun {
  const capacities: number[] = [];
  const measures: Pt[] = [];
  const slotOf: number[] = [];
  const legOf: number[] = [];
  const jumpsAfter: boolean[] = [];
  for (let s = 0; s <= endSlot; s++) {
    const slot = slots[s] as SlotFrame;
    const jumps = s < endSlot && slot.jumpsOn;
    slot.legs.forEach((leg, index) => {
      const lastLeg = index === slot.legs.length - 1;
      const foot = s === endSlot ? Math.min(leg.last, end) : leg.last - (jumps && lastLeg ? 1 : 0);
      capacities.push(Math.max(0, foot - leg.first + 1));
      measures.push(leg.measure);
      slotOf.push(s);
      legOf.push(index);
      jumpsAfter.push(jumps && lastLeg);
    });
  }
  const uniform = measures.every((measure) => measure === measures[0]);
  if (bin === 'bin') {
    capacities.push(Number.MAX_SAFE_INTEGER);
    measures.push(measures.at(-1) ?? 0);
    slotOf.push(endSlot);
    legOf.push(-1);
    jumpsAfter.push(false);
  }
  return { capacities, measures, slotOf, legOf, jumpsAfter, uniform, hasBin: bin === 'bin' };
}
