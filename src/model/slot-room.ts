import type { Pt } from '../units/length.js';

/** The least and the most of something, both included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** How much text a slot takes with one kind of content in it. */
export interface SlotRoom {
  readonly content: 'article' | 'article with picture' | 'continuation' | 'briefs';
  /** Body lines in all legs: the fewest under a tall head, the most under a small one. */
  readonly lines: Range;
  /** Words of body text that fill them. */
  readonly words: Range;
}

/** A slot with what it holds, published before any story exists. */
export interface MeasuredSlot {
  /** Page label, or the name of the template where there is no page. */
  readonly page: string;
  readonly slot: string;
  readonly legs: number;
  readonly measure: Pt;
  readonly rooms: readonly SlotRoom[];
}
