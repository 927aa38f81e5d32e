/** Levels of headings in the structure tree. */
import type { DisplayList } from '../model/display-list.js';
import type { Role } from './structure-tree.js';

/** What each heading role of a job becomes. */
export type HeadingLevels = ReadonlyMap<Role, Role>;

const HEADINGS: readonly Role[] = ['H1', 'H2', 'H3'];

/**
 * Closes up the levels that a job uses: the highest is H1, and none is left out (ISO 14289-1, 7.4.2). A paper whose
 * nameplate is furniture has no heading over its headlines.
 */
export function closeHeadingLevels(pages: readonly DisplayList[]): HeadingLevels {
  const used = new Set<Role>();
  for (const page of pages) {
    for (const op of page.ops) if (op.type === 'begin' && op.tag.type === 'content') used.add(op.tag.role);
  }
  const inUse = HEADINGS.filter((heading) => used.has(heading));
  return new Map(inUse.map((heading, index) => [heading, HEADINGS[index] as Role]));
}
