/** What several readers ask of a syntax tree. */
import type { Definition, Nodes, Root } from 'mdast';
import type { Origin } from '../diagnostics/diagnostic.js';

/** The link definitions of an article by identifier; the first of a name counts, as CommonMark says. */
export function collectDefinitions(root: Root): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>();
  const stack: Nodes[] = [...root.children].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'definition') {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    } else if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') {
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Nodes);
    }
  }
  return definitions;
}

/** Where a node stands in the article file; the Markdown may start after front matter. */
export function originOf(node: Nodes, start: Origin): Origin {
  const point = node.position?.start;
  if (!point) return start;
  const column = point.line === 1 ? start.column + point.column - 1 : point.column;
  return { file: start.file, line: start.line + point.line - 1, column };
}
