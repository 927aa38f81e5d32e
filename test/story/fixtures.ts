import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { ArticleSource } from '../../src/model/issue.js';
import type { Inline, Story } from '../../src/model/story.js';
import { textsOf } from '../../src/story/block-texts.js';
import { readStory } from '../../src/story/read-story.js';

/** An article as the manifest hands it on: the text starts on line 5, under front matter. */
function article(markdown: string, more: Partial<ArticleSource> = {}): ArticleSource {
  return {
    id: 'doctrine',
    language: 'en-GB',
    headline: 'A headline',
    jumpHead: { style: 'headline' },
    pictures: [],
    pullquotes: [],
    markdown,
    markdownOrigin: { file: 'articles/doctrine.md', line: 5, column: 1 },
    origins: new Map(),
    typed: new Map(),
    origin: { file: 'articles/doctrine.md', line: 1, column: 1 },
    ...more,
  };
}

export interface Reading {
  readonly story: Story;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads an article and what is wrong with it. */
export function read(markdown: string, more: Partial<ArticleSource> = {}): Reading {
  const diagnostics: Diagnostic[] = [];
  const story = readStory(article(markdown, more), (diagnostic) => diagnostics.push(diagnostic));
  return { story, diagnostics };
}

/** Inline text in shorthand: `*emphasis*`, `**strong**`, "`code`", `[text](link)`, `/` for a hard break. */
export function shorthand(inline: readonly Inline[]): string {
  return inline.map((run) => (run.type === 'break' ? ' / ' : markRun(run))).join('');
}

function markRun(run: Extract<Inline, { type: 'text' }>): string {
  let text = run.text;
  if (run.code) text = `\`${text}\``;
  if (run.emphasis) text = `*${text}*`;
  if (run.strong) text = `**${text}**`;
  return run.link === undefined ? text : `[${text}](${run.link})`;
}

/** The text of a story's first block. */
export function firstText(story: Story): readonly Inline[] {
  const first = story.blocks[0];
  return first ? (textsOf(first)[0] ?? []) : [];
}

/** The blocks of a story, one a line: `paragraph: …`, `item 0 •: …`. */
export function outline(story: Story): readonly string[] {
  return story.blocks.map((block) => {
    if (block.type === 'table') return `table: ${textsOf(block).map(shorthand).join(' | ')}`;
    const kind = block.type === 'item' ? `item ${block.depth} ${block.marker}`.trim() : block.type;
    return `${kind}: ${shorthand(block.inline)}`;
  });
}
