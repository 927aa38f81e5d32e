/** Rounds to a thousandth: finer than any press, and coarse enough that the last bits of a sum do not show. Never -0. */
export function round(number: number): number {
  return Math.round(number * 1000) / 1000 + 0;
}
