/** CommonMark to syntax trees: the only file that knows the parser. */
import type { Nodes, PhrasingContent, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';

type MarkdownParser = Processor<Root>;

/** Block constructs of CommonMark, by the parser's names: a headline "1. FC Köln win" is no list. */
const BLOCK_CONSTRUCTS = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'thematicBreak',
];

// Built once, when the first article needs them: building costs more than a short article does.
let blockParser: MarkdownParser | undefined;
let inlineParser: MarkdownParser | undefined;

/** Parses an article's text. Every node has a position that counts lines and columns from 1. */
export function parseBlocks(markdown: string): Root {
  blockParser ??= unified().use(remarkParse).freeze();
  return blockParser.parse(markdown);
}

/** Parses one line or paragraph in which nothing can start a heading, list or quote: heads, decks, captions. */
export function parseInline(markdown: string): readonly PhrasingContent[] {
  inlineParser ??= unified()
    .use(remarkParse)
    .data('micromarkExtensions', [{ disable: { null: BLOCK_CONSTRUCTS } }])
    .freeze();
  return inlineParser.parse(markdown).children.flatMap(phrasing);
}

function phrasing(node: Nodes, index: number): readonly PhrasingContent[] {
  if (node.type !== 'paragraph') return [];
  return index === 0 ? node.children : [{ type: 'text', value: ' ' }, ...node.children];
}
