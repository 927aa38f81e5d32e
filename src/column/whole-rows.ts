import type { TableRows } from '../model/flow.js';

/** How many lines of a table, from line `done` on, stand in a leg with room for `room`: as many as are whole rows. */
export function wholeRows(rows: TableRows, done: number, room: number): number {
  let lines = Math.max(room, 0);
  while (lines > 0 && !rows.mayCutAfter(done + lines - 1)) lines--;
  return lines;
}
