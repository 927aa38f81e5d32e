/**
 * In: a name somebody wrote and the names there are. Out: the one that was probably meant, for hints.
 */

/**
 * The known name nearest to `written`, or undefined where none is near: at most a third of its letters may differ,
 * and at least one. Ties go to the name that comes first by code unit, so that a hint never depends on their order.
 */
export function suggestName(written: string, known: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(written.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const name of [...known].sort(byCodeUnit)) {
    const distance = editDistance(written.toLowerCase(), name.toLowerCase(), limit);
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * A hint for an unknown name: `did you mean "lead"?` where one is near, otherwise what there is, as
 * `template "front" has lead, opinion, skybox`. `owner` is the thing that has the names, as written in the hint.
 */
export function hintForName(written: string, known: Iterable<string>, owner: string): string {
  const names = [...known].sort(byCodeUnit);
  const near = suggestName(written, names);
  if (near !== undefined) return `did you mean "${near}"?`;
  return names.length === 0 ? `${owner} has none` : `${owner} has ${names.join(', ')}`;
}

/** Orders strings by UTF-16 code unit: the same everywhere, whatever the locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Optimal string alignment distance: insertions, deletions, changed letters, and neighbours swapped, each 1
 * (Damerau 1964). Anything over `limit` comes back as `limit + 1`.
 */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const next = distanceRow(a, b, row, last, beforeLast);
    beforeLast = last;
    last = next;
  }
  return Math.min(last[b.length] ?? limit + 1, limit + 1);
}

function distanceRow(
  a: string,
  b: string,
  row: number,
  last: readonly number[],
  beforeLast: readonly number[],
): readonly number[] {
  const next = [row];
  for (let column = 1; column <= b.length; column += 1) {
    const change = a[row - 1] === b[column - 1] ? 0 : 1;
    let cost = Math.min(last[column]! + 1, next[column - 1]! + 1, last[column - 1]! + change);
    const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    if (swapped) cost = Math.min(cost, beforeLast[column - 2]! + 1);
    next.push(cost);
  }
  return next;
}
