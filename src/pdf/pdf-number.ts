/**
 * A number as content streams take it: at most three decimals, no trailing zeros, never an exponent (ISO 32000-1,
 * 7.3.3, forbids it). A thousandth of a point is a third of a micrometre, far under what a plate can hold.
 */
export function formatNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
