/*
 * In: a page as the manifest plans it, and the jumps of the edition. Out: what the desk must know of the page as a whole,
 * as diagnostics.
 */

import type { Origin } from '../diagnostics/diagnostic.js';
import type { Jump } from '../model/edition.js';
import type { IssuePage } from '../model/issue.js';
import type { Room } from './room.js';

/** More jumps from one page than this, and readers give up following them. */
const MOST_JUMPS = 3;

/** Reports where more stories jump from a page than a reader follows. `jumps`: all of the edition. */
export function judgePage(page: IssuePage, jumps: readonly Jump[], room: Room): void {
  const leaving = jumps.filter(({ from }) => from.page === page.label);
  const tooMany = leaving[MOST_JUMPS];
  if (!tooMany) return;
  room.report({
    code: 'many-jumps',
    severity: 'warning',
    origin: originOf(page, tooMany.from.slot),
    message: `${leaving.length} stories jump from page ${page.label}`,
    hint: `let no more than ${MOST_JUMPS} go on elsewhere: end the others on the page, or start them inside`,
    page: page.label,
    slot: tooMany.from.slot,
  });
}

/** Where the manifest gives a slot of the page its story. */
function originOf(page: IssuePage, slot: string): Origin {
  return page.assignments.find((assignment) => assignment.slot.name === slot)?.origin ?? page.origin;
}
