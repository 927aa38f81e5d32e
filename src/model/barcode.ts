import type { Origin } from '../diagnostics/diagnostic.js';
import type { Pt } from '../units/length.js';

/**
 * How often a paper appears, and so how its numbers count in the bar code. `daily`: weekday in the variant, week in the
 * add-on; `weekly`, `monthly`: week or month in the add-on; `irregular`: the last two figures of the number there.
 */
export type Frequency = 'daily' | 'weekly' | 'monthly' | 'irregular';

/** The bar code that a paper prints, as `paper.yaml` has it. */
export interface BarcodePlan {
  /** The first seven digits of the ISSN, without its check digit. */
  readonly issn: string;
  readonly frequency: Frequency;
  /** Tells prices and special issues apart: 0 to 9 for a daily, whose second digit is the weekday, else 0 to 99. */
  readonly variant: number;
  /** Width of a module, the narrowest bar, as it is meant: 0.264 to 0.66 mm. */
  readonly module: Pt;
  /** Taken off the width of every bar, since ink spreads on newsprint. */
  readonly reduction: Pt;
  readonly origin: Origin;
}

/** The number that a shop reads, and the number of the issue beside it. */
export interface BarcodeNumber {
  /** 13 digits, the last of them the check digit. */
  readonly main: string;
  /** Two digits. */
  readonly addOn: string;
}

/** How far a bar reaches: those of the digits, the longer guards between and around them, and those of the add-on. */
export type BarReach = 'digits' | 'guard' | 'addOn';

/** A bar, counted in modules from the left edge of the first one. */
export interface Bar {
  readonly at: number;
  readonly width: number;
  readonly reach: BarReach;
}

/** An issue's bar code: what it says, and its bars from left to right. */
export interface Barcode {
  readonly plan: BarcodePlan;
  readonly number: BarcodeNumber;
  readonly bars: readonly Bar[];
}
