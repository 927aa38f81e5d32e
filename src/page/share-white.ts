/** White between two briefs, in grid lines: at least, and at most where lines are left over. */
export const LEAST_WHITE = 1;
const MOST_WHITE = 4;

/**
 * Shares lines that are left over in a leg among the gaps between its items, so that the last one ends at the foot:
 * whole lines, as evenly as may be, the odd ones in the first gaps. Where that would open holes the gaps take what they
 * may and the rest stays under the last item, as it does where there is no gap. Gives the white of each gap in grid lines.
 */
export function shareWhite(free: number, gaps: number): readonly number[] {
  const shared = Math.max(0, Math.min(free, gaps * (MOST_WHITE - LEAST_WHITE)));
  const each = Math.floor(shared / gaps);
  const odd = shared - each * gaps;
  return Array.from({ length: gaps }, (_, gap) => LEAST_WHITE + each + (gap < odd ? 1 : 0));
}
