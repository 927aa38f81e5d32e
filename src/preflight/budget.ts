/*
 * How much work a file may ask for. A PDF of a few kilobytes can unfold to gigabytes, call a form within a form a
 * billion times, or send a reader round in circles: everything that grows with what a file says, not with its size, is
 * paid for from here.
 */

/** The largest file that is looked at. */
export const MOST_FILE_BYTES = 1 << 30;
/** The most that one stream may unpack to. */
export const MOST_STREAM_BYTES = 1 << 28;
/** How deep arrays and dictionaries may lie in one another. */
export const MOST_DEPTH = 100;
/** How deep forms, patterns and glyphs may call one another. */
export const MOST_FORM_DEPTH = 20;
export const MOST_PAGES = 10_000;
/** The most that all streams of content together may unpack to, and that all pictures may, one after another. */
const MOST_UNPACKED_BYTES = 4 * 1024 ** 3;
/** Operators, glyphs, table entries: of a paper, and of an advertisement, which is one page. */
const MOST_STEPS = { press: 20_000_000, ad: 6_000_000 } as const;

/** Thrown inside preflight when a file asks for too much; ends as the finding `beyond-limits`. */
export class BeyondLimits extends Error {}

/** What is left to spend on a file. */
export interface Budget {
  /** Pays for steps of work. Throws `BeyondLimits` when there is nothing left. */
  spendSteps(steps: number): void;
  /** Pays for bytes that were unpacked. Throws `BeyondLimits` when there is nothing left. */
  spendBytes(bytes: number): void;
}

export function openBudget(kind: keyof typeof MOST_STEPS = 'press'): Budget {
  let steps: number = MOST_STEPS[kind];
  let bytes = MOST_UNPACKED_BYTES;
  return {
    spendSteps(count) {
      steps -= count;
      if (steps < 0) throw new BeyondLimits('it asks for more steps than any newspaper');
    },
    spendBytes(count) {
      bytes -= count;
      if (bytes < 0) throw new BeyondLimits('it unpacks to more than any newspaper');
    },
  };
}
