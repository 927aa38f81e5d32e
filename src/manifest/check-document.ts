import type * as z from 'zod';
import type { Origin, Report } from '../diagnostics/diagnostic.js';
import { diagnoseIssue } from './diagnose-issue.js';
import { pruneIssues } from './prune-issues.js';
import type { SourceText } from './source-text.js';
import type { YamlDocument } from './yaml-document.js';
import { nodeAt, type Path, type Plain, plainValue } from './yaml-node.js';

/** A file's values after its check, each of which can still be found in the file. */
export interface Checked<T> {
  readonly value: T;
  /**
   * Whether something wrong was left out, and reported. What is missing from a partial document may only have been
   * left out, so nobody may complain of its absence.
   */
  readonly partial: boolean;
  readonly source: SourceText;
  /** Where the value at a path starts; the nearest one above it where there is none. */
  origin(path: Path): Origin;
  /** Where the key at a path starts. */
  keyOrigin(path: Path): Origin;
}

/**
 * Checks a document against its schema and reports all that is wrong with it. Wrong parts that the file could do
 * without are left out, so that the rest can be checked further; undefined when it could not do without them.
 */
export function checkDocument<S extends z.ZodType>(
  document: YamlDocument,
  schema: S,
  report: Report,
  plain: Plain = plainValue(document.root),
): Checked<z.output<S>> | undefined {
  const first = schema.safeParse(plain);
  const finder = findOrigins(document);
  if (first.success) return { value: first.data, partial: false, ...finder };
  for (const issue of first.error.issues) {
    for (const diagnostic of diagnoseIssue(issue, { schema, plain, ...finder })) report(diagnostic);
  }
  const pruned = pruneIssues(schema, plain, first.error.issues);
  return pruned && { value: pruned.value, partial: true, ...finder };
}

function findOrigins(document: YamlDocument): Pick<Checked<unknown>, 'source' | 'origin' | 'keyOrigin'> {
  const { source, root } = document;
  return {
    source,
    origin: (path) => source.originAt(nearest(document, path).value.offset),
    keyOrigin: (path) =>
      path.length === 0 ? source.originAt(root.offset) : source.originAt(nearest(document, path).keyOffset),
  };
}

function nearest(document: YamlDocument, path: Path) {
  for (let depth = path.length; depth >= 0; depth--) {
    const found = nodeAt(document.root, path.slice(0, depth));
    // A key that is not there is told by its mapping's key, which is where it must be added.
    if (found) return depth === path.length ? found : { ...found, value: { ...found.value, offset: found.keyOffset } };
  }
  return { keyOffset: document.root.offset, value: document.root };
}
