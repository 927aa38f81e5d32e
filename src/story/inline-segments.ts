/** Inline Markdown to runs of text: marks resolved, links followed to their definitions, nothing lost. */
import type { Definition, Nodes, PhrasingContent } from 'mdast';
import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { TextRun } from '../model/story.js';
import type { Segment } from './draft.js';

/** What inline text needs of the article around it. */
export interface InlineContext {
  /** Where a node stands in the article file. */
  at(node: Nodes): Origin;
  readonly report: Report;
  /** Link definitions by identifier; the first of a name counts, as CommonMark says. */
  readonly definitions?: ReadonlyMap<string, Definition>;
}

type Marks = Omit<TextRun, 'type' | 'text'>;

interface Pending {
  readonly node: PhrasingContent;
  readonly marks: Marks;
}

const UNMARKED: Marks = { emphasis: false, strong: false, code: false };

/**
 * Flattens phrasing content into runs. Works from a stack of its own, since emphasis can be nested deeper than the
 * call stack is.
 */
export function inlineSegments(nodes: readonly PhrasingContent[], context: InlineContext): readonly Segment[] {
  const segments: Segment[] = [];
  const stack: Pending[] = [];
  pushChildren(stack, nodes, UNMARKED);
  for (let next = stack.pop(); next; next = stack.pop()) visit(next, stack, segments, context);
  return segments;
}

function pushChildren(stack: Pending[], nodes: readonly PhrasingContent[], marks: Marks): void {
  for (let i = nodes.length - 1; i >= 0; i--) stack.push({ node: nodes[i] as PhrasingContent, marks });
}

function visit({ node, marks }: Pending, stack: Pending[], segments: Segment[], context: InlineContext): void {
  switch (node.type) {
    case 'text':
      segments.push({ type: 'text', text: node.value, ...marks });
      return;
    case 'break':
      segments.push({ type: 'break' });
      return;
    case 'inlineCode':
      segments.push({ type: 'text', text: node.value, ...marks, code: true });
      return;
    case 'emphasis':
      pushChildren(stack, node.children, { ...marks, emphasis: true });
      return;
    case 'strong':
      pushChildren(stack, node.children, { ...marks, strong: true });
      return;
    case 'link':
      pushChildren(stack, node.children, { ...marks, link: node.url });
      return;
    case 'linkReference':
      pushChildren(stack, node.children, followReference(node, marks, context));
      return;
    case 'image':
    case 'imageReference':
      reportImage(node, context);
      if (node.alt) segments.push({ type: 'text', text: node.alt, ...marks });
      return;
    case 'html':
      segments.push(...htmlSegments(node, context, marks));
      return;
    default:
      keepUnknown(node, marks, segments, context);
  }
}

function followReference(
  node: Extract<PhrasingContent, { type: 'linkReference' }>,
  marks: Marks,
  context: InlineContext,
): Marks {
  if (node.identifier.startsWith('^')) {
    context.report({
      code: 'unsupported-markdown',
      severity: 'error',
      origin: context.at(node),
      message: `footnote mark "[${node.label ?? node.identifier}]" in the text`,
      hint: 'write what the footnote says into the text',
    });
  }
  const definition = context.definitions?.get(node.identifier);
  return definition ? { ...marks, link: definition.url } : marks;
}

function reportImage(
  node: Extract<PhrasingContent, { type: 'image' | 'imageReference' }>,
  context: InlineContext,
): void {
  const name = node.type === 'image' ? node.url : (context.definitions?.get(node.identifier)?.url ?? node.identifier);
  context.report({
    code: 'unsupported-markdown',
    severity: 'error',
    origin: context.at(node),
    message: `picture "${name}" inside a line of text`,
    hint: 'give it a paragraph of its own, or list it under "pictures:" in the front matter',
  });
}

/** A closed comment is a note among editors and is not printed; every other tag is kept as the text it was typed as. */
export function htmlSegments(
  node: Extract<Nodes, { type: 'html' }>,
  context: InlineContext,
  marks: Marks = UNMARKED,
): readonly Segment[] {
  if (isComment(node.value)) return [];
  context.report({
    code: 'unsupported-markdown',
    severity: 'error',
    origin: context.at(node),
    message: `HTML "${abridge(node.value)}" in the text`,
    hint: 'write it in Markdown; to print the sign itself, type "\\<"',
  });
  return [{ type: 'text', text: node.value, ...marks }];
}

/** Whether HTML is one comment from end to end. One that nobody closed would swallow the rest of the article. */
function isComment(html: string): boolean {
  const trimmed = html.trim();
  return trimmed.startsWith('<!--') && trimmed.length >= 7 && trimmed.indexOf('-->', 2) === trimmed.length - 3;
}

/** The first few words of something long, for a message. */
function abridge(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`;
}

/** Nodes that only a parser with extensions gives. Their text is kept. */
function keepUnknown(node: PhrasingContent, marks: Marks, segments: Segment[], context: InlineContext): void {
  context.report({
    code: 'unsupported-markdown',
    severity: 'error',
    origin: context.at(node),
    message: `Markdown of type "${node.type}" in the text`,
  });
  if ('value' in node && typeof node.value === 'string') segments.push({ type: 'text', text: node.value, ...marks });
}
