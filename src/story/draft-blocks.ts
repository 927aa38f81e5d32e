/** A syntax tree to a flat row of blocks in reading order. Lists and quotes are unrolled; nothing is lost. */
import type { Code, Definition, List, ListItem, Nodes, Paragraph, Root, RootContent } from 'mdast';
import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { TypedText } from '../model/issue.js';
import type { BlockKind, Draft, DraftBlock, Segment } from './draft.js';
import { draftTable } from './draft-table.js';
import { isPictureParagraph } from './find-pictures.js';
import { htmlSegments, type InlineContext, inlineSegments } from './inline-segments.js';
import { collectDefinitions, originOf } from './markdown-tree.js';
import { readInline } from './read-inline.js';
import { findTable } from './read-table.js';

/** The list item or quote that a block stands in. `marker` is spent on the item's first block. */
type Place =
  | { readonly type: 'text' }
  | { readonly type: 'quote' }
  | { readonly type: 'item'; readonly depth: number; marker: string };

interface BlockContext extends InlineContext {
  /** What was parsed, and where it starts. */
  readonly source: TypedText;
}

interface Pending {
  readonly node: RootContent;
  readonly place: Place;
}

const BULLETS = ['•', '–'];

/**
 * Lists the blocks of an article. Walks with a stack of its own: lists can be nested deeper than the call stack is.
 * Reports `unsupported-markdown` for HTML, code blocks, footnotes, and pictures inside a line.
 */
export function draftBlocks(root: Root, source: TypedText, report: Report): readonly Draft[] {
  const definitions = collectDefinitions(root);
  const context = { at: (node: Nodes) => originOf(node, source.origin), report, definitions, source };
  for (const definition of context.definitions.values()) reportFootnote(definition, context);
  const drafts: Draft[] = [];
  const stack: Pending[] = [];
  pushChildren(stack, root.children, { type: 'text' });
  for (let next = stack.pop(); next; next = stack.pop()) visit(next, stack, drafts, context);
  return drafts;
}

function pushChildren(stack: Pending[], nodes: readonly RootContent[], place: Place): void {
  for (let i = nodes.length - 1; i >= 0; i--) stack.push({ node: nodes[i] as RootContent, place });
}

function visit({ node, place }: Pending, stack: Pending[], drafts: Draft[], context: BlockContext): void {
  switch (node.type) {
    case 'paragraph':
      // Its pictures are the article's, and are placed by its slots.
      if (isPictureParagraph(node)) return;
      if (draftTables(node, place, drafts, context)) return;
      drafts.push(draft(takePlace(place), inlineSegments(node.children, context), context.at(node)));
      return;
    case 'heading':
      drafts.push({
        ...draft({ type: 'crosshead' }, inlineSegments(node.children, context), context.at(node)),
        level: node.depth,
      });
      return;
    case 'blockquote':
      pushChildren(stack, node.children, place.type === 'item' ? place : { type: 'quote' });
      return;
    case 'list':
      pushItems(stack, node, place.type === 'item' ? place.depth + 1 : 0);
      return;
    case 'code':
      drafts.push(draft(takePlace(place), codeSegments(node, context), context.at(node)));
      return;
    case 'html':
      draftHtml(node, place, drafts, context);
      return;
    case 'definition':
    case 'thematicBreak':
      return;
    default:
      draftUnknown(node, place, drafts, context);
  }
}

/**
 * Takes the tables out of a paragraph, which is what they are to the parser, with the text before them. Gives whether there
 * was one. In a list or quotation there is no room for a table: its text is kept as it is.
 */
function draftTables(node: Paragraph, place: Place, drafts: Draft[], context: BlockContext): boolean {
  const { source, report } = context;
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined || end.line === start.line) return false;
  const lines = source.text.slice(start.offset, end.offset).split(/\r\n|\n|\r/);
  const table = findTable(place.type === 'text' ? lines : lines.map((line) => line.replace(/^[ \t>]+/, '')));
  if (!table) return false;
  const origin = context.at(node);
  if (place.type !== 'text') {
    const message = `a table in a ${place.type === 'item' ? 'list' : 'quotation'}`;
    const hint = 'take away the signs and spaces that its lines start with, and put a blank line before it';
    report({ code: 'unsupported-markdown', severity: 'error', origin, message, hint });
    return false;
  }
  if (table.from > 0)
    drafts.push(draft(takePlace(place), plainSegments(lines.slice(0, table.from), origin, report), origin));
  const line = origin.line + table.from;
  const at = table.from === 0 ? origin : { file: origin.file, line, column: 1 };
  drafts.push(draftTable(lines.slice(table.from), at, report));
  return true;
}

/** Lines of text over a table that no blank line parts from it. */
function plainSegments(lines: readonly string[], origin: Origin, report: Report): readonly Segment[] {
  return readInline(lines.join('\n'), origin, report);
}

function draft(kind: BlockKind, segments: readonly Segment[], origin: Origin): DraftBlock {
  return { kind, level: 0, segments, origin };
}

/** The kind of the next block in a place. The marker of an item belongs to its first block alone. */
function takePlace(place: Place): BlockKind {
  if (place.type === 'text') return { type: 'paragraph' };
  if (place.type === 'quote') return { type: 'quote' };
  const marker = place.marker;
  place.marker = '';
  return { type: 'item', marker, depth: place.depth };
}

function pushItems(stack: Pending[], list: List, depth: number): void {
  const start = list.start ?? 1;
  for (let i = list.children.length - 1; i >= 0; i--) {
    const marker = list.ordered ? `${start + i}.` : (BULLETS[Math.min(depth, BULLETS.length - 1)] as string);
    pushChildren(stack, (list.children[i] as ListItem).children, { type: 'item', depth, marker });
  }
}

/** Code keeps its lines, as hard breaks; a column has no room for its spacing. */
function codeSegments(node: Code, context: InlineContext): readonly Segment[] {
  context.report({
    code: 'unsupported-markdown',
    severity: 'error',
    origin: context.at(node),
    message: 'a block of code in the text',
    hint: 'a paragraph that is indented by four spaces is code: take the spaces away',
  });
  const segments: Segment[] = [];
  for (const line of node.value.split('\n')) {
    if (segments.length > 0) segments.push({ type: 'break' });
    segments.push({ type: 'text', text: line, emphasis: false, strong: false, code: true });
  }
  return segments;
}

function draftHtml(
  node: Extract<Nodes, { type: 'html' }>,
  place: Place,
  drafts: Draft[],
  context: InlineContext,
): void {
  const segments = htmlSegments(node, context);
  if (segments.length > 0) drafts.push(draft(takePlace(place), segments, context.at(node)));
}

/** Blocks that only a parser with extensions gives. Their text is kept. */
function draftUnknown(node: RootContent, place: Place, drafts: Draft[], context: InlineContext): void {
  const text = 'value' in node ? node.value : '';
  context.report({
    code: 'unsupported-markdown',
    severity: 'error',
    origin: context.at(node),
    message: `Markdown of type "${node.type}" in the text`,
  });
  const segments: Segment[] = [{ type: 'text', text, emphasis: false, strong: false, code: false }];
  drafts.push(draft(takePlace(place), segments, context.at(node)));
}

/** `[^1]: word` is a link definition to CommonMark, and its word would silently go missing. */
function reportFootnote(definition: Definition, context: InlineContext): void {
  if (!definition.identifier.startsWith('^')) return;
  context.report({
    code: 'unsupported-markdown',
    severity: 'error',
    origin: context.at(definition),
    message: `footnote "[${definition.label ?? definition.identifier}]"`,
    hint: 'write what the footnote says into the text',
  });
}
