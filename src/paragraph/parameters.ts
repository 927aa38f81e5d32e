import type { Pt } from '../units/length.js';

/** The passes, in order. The first three are TeX's (TeX: The Program, § 863); the last takes any loose line, and always succeeds. */
export type Pass = 'pretolerance' | 'tolerance' | 'emergency' | 'desperate';

/**
 * What a break costs and how far a line may be stretched: TeX's integer parameters (Knuth, TeX: The Program, § 236) and
 * what a newspaper needs beyond them. Badness runs from 0 to 10000 as in TeX (§ 108): 100 when a line uses all of its
 * stretch or shrink, 100 r³ beyond.
 */
export interface BreakParameters {
  /** Worst badness of a line in the first pass, which does not hyphenate. Below 0 there is no such pass. */
  readonly pretolerance: number;
  /** Worst badness of a line in the passes that hyphenate. */
  readonly tolerance: number;
  /** Added to the badness of each line: the higher, the fewer lines. */
  readonly linePenalty: number;
  /** Replaces the penalty of every break that adds a hyphen. 10000 and more: none is added. */
  readonly hyphenPenalty?: number;
  /** Replaces the penalty of every break after a hyphen that is in the text. */
  readonly exHyphenPenalty?: number;
  /** Demerits of a tight line beside a loose one. */
  readonly adjDemerits: number;
  /** Demerits of two lines in a row that end in a hyphen. */
  readonly doubleHyphenDemerits: number;
  /** Demerits of a hyphen at the end of the last line but one. */
  readonly finalHyphenDemerits: number;
  /** Stretch that the emergency pass takes each line to have beyond its own. 0: no such pass. */
  readonly emergencyStretch: Pt;
  /** Stretch of the white at the end of every line, TeX's `\rightskip`: 0 when justified. */
  readonly raggedStretch: Pt;
  /** How many lines longer (shorter, when negative) than its best the paragraph should come out. */
  readonly looseness: number;
  /** Most lines in a row that may end in a hyphen, kept unless every other way is far worse. 0: no limit. */
  readonly maxHyphens: number;
  /** The last line should not be shorter than this. */
  readonly lastLineMin: Pt;
  /** Demerits of a last line that is shorter. */
  readonly lastLineDemerits: number;
  /** Demerits of each line whose first or last word is that of the line above. Only where the words are known. */
  readonly stackDemerits: number;
  /** Demerits of each line that ends in a hyphen under two that do, beside those of two in a row. */
  readonly hyphenStackDemerits: number;
  /** Ways that cost so much or more are given up: TeX's `awful_bad` (§ 833), or no limit. */
  readonly mostDemerits: number;
  /**
   * What happens when nothing is within tolerance: `overfull`, as in TeX, lets a line stick out; `loose` makes another
   * pass that takes any loose line, and lets a line stick out only where its first word is too wide by itself.
   */
  readonly lastResort: 'overfull' | 'loose';
}

/** The values of plain TeX (The TeXbook, p. 98, 342). Hyphen penalties are those of the list. */
export const TEX_PARAMETERS: BreakParameters = {
  pretolerance: 100,
  tolerance: 200,
  linePenalty: 10,
  adjDemerits: 10000,
  doubleHyphenDemerits: 10000,
  finalHyphenDemerits: 5000,
  emergencyStretch: 0,
  raggedStretch: 0,
  looseness: 0,
  maxHyphens: 0,
  lastLineMin: 0,
  lastLineDemerits: 0,
  stackDemerits: 0,
  hyphenStackDemerits: 0,
  mostDemerits: 2 ** 30 - 1,
  lastResort: 'overfull',
};

/**
 * Ours, for type of `size` at 31 to 40 characters a line.
 *
 * Found by setting 145 paragraphs (2,090 to 2,480 lines) at 53 and 45 mm. What matters is that no line be bad beyond
 * telling: with TeX's emergency pass, in which all lines of a hard paragraph count as less bad than they are, 0.9 % and
 * 5.5 % of the lines had word spaces over 4.5 pt; with a last pass that knows how bad each is, 0.8 % and 4.3 %. The
 * tolerance makes no difference between 1000 and 9000; 4000 seldom needs the last pass. Nor do the demerits, but that at
 * 53 mm a tenth of the paragraphs instead of a fifth have a hyphen before their last line where that costs more.
 */
export function newsParameters(size: Pt, maxHyphens = 3): BreakParameters {
  return {
    // So few words fit a line that nearly every paragraph needs hyphens: the pass without them is left out.
    pretolerance: -1,
    tolerance: 4000,
    linePenalty: 10,
    adjDemerits: 10000,
    doubleHyphenDemerits: 10000,
    finalHyphenDemerits: 100000,
    emergencyStretch: 0,
    raggedStretch: 0,
    looseness: 0,
    maxHyphens,
    lastLineMin: size,
    // As bad as a line with word spaces of two and a half times their width: one or two letters alone look like a mistake.
    lastLineDemerits: 1e7,
    stackDemerits: 0,
    hyphenStackDemerits: 0,
    mostDemerits: Number.POSITIVE_INFINITY,
    lastResort: 'loose',
  };
}

/** {@link newsParameters} for body type of 9 pt. */
export const NEWS_PARAMETERS: BreakParameters = newsParameters(9);
