import type { Pt } from '../units/length.js';
import type { Line } from './line.js';

/** The measures of a paragraph's lines: `widths[i]` for line i, the last one for all lines after it. */
export interface Measures {
  readonly widths: readonly Pt[];
  /** How far line i starts from the start of its leg, where text runs round something; 0 for lines not listed. */
  readonly indents?: readonly Pt[];
}

/** A paragraph broken into lines, before the lines are set. */
export interface BrokenParagraph {
  readonly lines: number;
  /** Total demerits, Knuth & Plass 1981, p. 1130: the lower the better. */
  readonly demerits: number;
  /** Whether line i ends in an added hyphen. */
  endsHyphenated(line: number): boolean;
  /** Set for a table, whose rows are whole wherever it is cut. */
  readonly rows?: TableRows;
  /** Sets the lines, once, whoever asks for them. Costs time, so only the chosen breaks are set. */
  setLines(): readonly Line[];
}

/** How a table may run on from leg to leg. */
export interface TableRows {
  /** Its first lines are the head, which stands again over what goes on in a further leg; 0 where it has none. */
  readonly headLines: number;
  /** Whether the table may be cut after line i: a row ends there, and it is not the head. */
  mayCutAfter(line: number): boolean;
}

/**
 * Breaks paragraph number `paragraph` of a story to the measures, `looseness` lines longer or shorter than its best.
 * Undefined where no such setting exists within tolerance. With looseness 0 there is always an answer.
 */
export type ParagraphBreaker = (
  paragraph: number,
  measures: Measures,
  looseness: -1 | 0 | 1,
) => BrokenParagraph | undefined;

/** What the column stage must know of a paragraph to fill legs with it. */
export interface FlowParagraph {
  /** `head`: a crosshead, kept with the text after it. `table`: see `TableRows`; set in one way alone. */
  readonly kind: 'text' | 'head' | 'table';
  /** White over it in grid lines; none at the top of a leg. */
  readonly above: number;
  /** Most lines of white that make-up may add over it. */
  readonly aboveSlack: number;
  /** Its number in the story, as the breaker counts. */
  readonly paragraph: number;
}

/** One leg of a slot: a piece of column, in whole grid lines. */
export interface LegFrame {
  readonly x: Pt;
  readonly measure: Pt;
  /** First and last grid line that text may use, from 1. An empty leg has `last` < `first`. */
  readonly first: number;
  readonly last: number;
  /** Where something reaches into the leg and text runs round it, from the top down; they do not overlap. */
  readonly notches?: readonly Notch[];
}

/** A piece of a leg that text must leave free, in whole grid lines. */
export interface Notch {
  readonly first: number;
  readonly last: number;
  /** Taken off the measure at its start and at its end. */
  readonly start: Pt;
  readonly end: Pt;
}

/** The legs of one slot of a thread. */
export interface SlotFrame {
  readonly legs: readonly LegFrame[];
  /** Where the story may be cut at the jump. */
  readonly breakAt: 'sentence' | 'line' | 'paragraph';
  /** Whether the way on from this slot is a jump to another page, which takes the last leg's last line. */
  readonly jumpsOn: boolean;
  /** Least number of lines that a jump from this slot should leave in it, and take to the next. */
  readonly minBefore?: number;
  readonly minAfter?: number;
}

export interface FilledLine {
  readonly line: Line;
  /** Grid line it stands on. */
  readonly gridLine: number;
  readonly paragraph: number;
  /** Index of the line in its paragraph. */
  readonly index: number;
}

export interface FilledLeg {
  readonly frame: LegFrame;
  readonly lines: readonly FilledLine[];
}

/** A paragraph as it was set, wherever its lines went. */
export interface ParagraphSetting {
  readonly paragraph: number;
  readonly broken: BrokenParagraph;
}

/** What a paragraph would give or take a line for. */
export interface CheapLine {
  readonly paragraph: number;
  /** Words to take out for it to come out a line shorter; missing where it has but one line. */
  readonly losesBy?: number;
  /** Words to put in, of the paragraph's mean width, for it to come out a line longer. */
  readonly gainsBy: number;
}

/** A thread poured into its legs. */
export interface FilledThread {
  /** Legs of each slot, in order; slots that the story never reached hold empty legs. */
  readonly slots: readonly (readonly FilledLeg[])[];
  /** Lines that did not fit. */
  readonly oversetLines: number;
  readonly oversetWords: number;
  /** Grid lines between the level at which the story ends and the foot of the slot that it ends in. */
  readonly freeLines: number;
  /** Index of the slot in which the story ends. */
  readonly endSlot: number;
  /** Penalty points of the whole make-up, for comparing two ways to set one thread: the lower the better. */
  readonly cost: number;
  readonly widows: number;
  readonly orphans: number;
  readonly strandedHeads: number;
  /** Legs that end above their feet, in any slot that the story runs through; at its end, above its last line. */
  readonly shortLegs: number;
  /** Jumps after a line that ends in an added hyphen. */
  readonly hyphenatedJumps: number;
  /** Whether all legs are filled: to their feet, or at the story's end to one line. */
  readonly level: boolean;
  /** The setting of every paragraph in story order, of those that did not fit as well. */
  readonly settings: readonly ParagraphSetting[];
  /** What was used to make it fit: `looseness`, `space`. */
  readonly applied: readonly string[];
}
