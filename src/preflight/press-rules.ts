import type { Size } from '../units/rect.js';
import type { BoxName } from './read-pages.js';
import type { PreflightKind } from './rules.js';

/** What a press and its paper ask for, in numbers. */
export interface PressRules {
  readonly kind: PreflightKind;
  /** Total ink allowed, 2.4 = 240 %. */
  readonly inkLimit: number;
  /** Pixels per inch under which a picture stops the press. */
  readonly minResolution: number;
  /** Pixels per inch under which a picture gives a warning. */
  readonly goodResolution: number;
  /** The trim that every page must have; any, where it is not given. For an ad: the size of its slot. */
  readonly trim?: Size;
  /** The box of a page that is judged as its trim, where it has it; else the TrimBox, or the next best. */
  readonly pageBox?: BoxName;
  /** Page counts that the press can fold; any, where there are none. */
  readonly pageCounts: readonly number[];
  /** The output profile that the file must carry; any, where it is not given. */
  readonly profile?: Uint8Array;
}

/** Coldset newsprint, where no paper says otherwise: ISO 12647-3:2005. */
export const COLDSET = { inkLimit: 2.4, minResolution: 150, goodResolution: 200, pageCounts: [] } as const;

/** Over this, pixels are only weight. */
export const EXCESS_RESOLUTION = 450;

/** Smallest type by the way it is printed, in points. */
export const MIN_TYPE = { solid: 5, goodSolid: 6, tint: 8, reversed: 8, several: 10 } as const;
/** From here on, type is display: it may be of rich black, and may knock out. In points. */
export const DISPLAY_SIZE = 24;
