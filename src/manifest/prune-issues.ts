import type * as z from 'zod';
import type { Path, Plain } from './yaml-node.js';

/** How often parts are left out before the file is given up: each time something above the last part goes. */
const MOST_ROUNDS = 8;

/**
 * Leaves out of `plain` (which it changes) what the issues are about, until the rest passes: a key that is wrong or
 * unknown, a whole list where an item is wrong (its other items would change their numbers), the mapping around a
 * key that is missing. Undefined when nothing passes.
 */
export function pruneIssues<S extends z.ZodType>(
  schema: S,
  plain: Plain,
  issues: readonly z.core.$ZodIssue[],
): { readonly value: z.output<S> } | undefined {
  let left = issues;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (!left.every((issue) => removeCause(plain, issue))) return undefined;
    const result = schema.safeParse(plain);
    if (result.success) return { value: result.data };
    left = result.error.issues;
  }
  return undefined;
}

/** False when it is the root that would have to go. */
function removeCause(plain: Plain, issue: z.core.$ZodIssue): boolean {
  if (issue.code !== 'unrecognized_keys') return removeAt(plain, issue.path);
  for (const key of issue.keys) removeAt(plain, [...issue.path, key]);
  return true;
}

function removeAt(plain: Plain, path: Path): boolean {
  if (path.length === 0) return false;
  const above = path.slice(0, -1);
  const parent = above.reduce<Plain | undefined>(stepInto, plain);
  const key = String(path.at(-1));
  if (parent === undefined) return true;
  if (Array.isArray(parent) || parent === null || typeof parent !== 'object') return removeAt(plain, above);
  if (!Object.hasOwn(parent, key)) return removeAt(plain, above);
  delete parent[key];
  return true;
}

function stepInto(value: Plain | undefined, step: PropertyKey): Plain | undefined {
  if (value === undefined || value === null || typeof value !== 'object') return undefined;
  return Object.hasOwn(value, step) ? (value as { [key: PropertyKey]: Plain })[step] : undefined;
}
