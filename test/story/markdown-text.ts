import type { Nodes, Paragraph } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Story } from '../../src/model/story.js';
import { textsOf } from '../../src/story/block-texts.js';

const parser = unified().use(remarkParse).freeze();

/** All text of an article, taken from its syntax tree in the plainest way: what a story must not lose. What is said of
 * its pictures is no text of it. */
export function markdownText(markdown: string): string {
  const texts: string[] = [];
  collect(parser.parse(markdown), texts);
  return texts.join('');
}

/** The words that an article has for its pictures, where those stand in paragraphs of their own. */
export function pictureText(markdown: string): string {
  const texts: string[] = [];
  const stack: Nodes[] = [parser.parse(markdown)];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isPictures(node)) for (const child of node.children) texts.push('alt' in child ? (child.alt ?? '') : '');
    else if ('children' in node) stack.push(...[...node.children].reverse());
  }
  return texts.join('\n');
}

function isPictures(node: Nodes): node is Paragraph {
  if (node.type !== 'paragraph') return false;
  const others = node.children.filter(({ type }) => type !== 'image' && type !== 'imageReference');
  const blank = others.every((child) => child.type === 'break' || (child.type === 'text' && !/\S/.test(child.value)));
  return blank && others.length < node.children.length;
}

function collect(node: Nodes, texts: string[]): void {
  if (isPictures(node)) return;
  if ('children' in node) {
    for (const child of node.children) {
      collect(child, texts);
      if (CONTAINERS.has(node.type)) texts.push('\n');
    }
  } else if (node.type === 'image' || node.type === 'imageReference') texts.push(node.alt ?? '');
  else if (node.type === 'break') texts.push('\n');
  else if (node.type === 'html') texts.push(isClosedComment(node.value) ? '' : node.value);
  else if ('value' in node) texts.push(node.value);
}

const CONTAINERS = new Set(['root', 'blockquote', 'list', 'listItem']);

function isClosedComment(html: string): boolean {
  return /^\s*<!--(?!-?>)(?:(?!-->)[\s\S])*-->\s*$/.test(html);
}

/** All text of a story, claims in their places. */
export function storyText(story: Story): string {
  const texts = story.blocks.map((block) =>
    textsOf(block)
      .map((text) => text.map((run) => (run.type === 'text' ? run.text : '\n')).join(''))
      .join(' '),
  );
  for (const claim of [...story.claims].reverse()) texts.splice(claim.after, 0, claim.text);
  return texts.join('\n');
}

/** Words with typographic punctuation put back to what a typewriter has, and without what is never printed; no-break spaces at the ends are no loss. */
export function typedWords(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .replace(/\p{Cc}|[\ufffe\uffff]/gu, keepWhiteSpace)
    .replace(/[\ufeff\u200b\u200e\u200f\u2060]|\ufe0e|\ufe0f|\p{Cs}/gu, '')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/—/g, '---')
    .replace(/–/g, '--')
    .replace(/…/g, '...')
    .normalize('NFC')
    .split(/[ \t\n\r\u2028\u2029]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function keepWhiteSpace(control: string): string {
  return /[\t\n\r]/.test(control) ? control : '';
}
