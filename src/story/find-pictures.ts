/*
 * Pictures that an article shows in its text: an image in a paragraph of its own is a picture of the article, as if it
 * stood in the front matter. Where it is printed is the slot's to say; text has no place for one inside a line.
 */
import type { Definition, Nodes, Paragraph, PhrasingContent } from 'mdast';
import type { Origin } from '../diagnostics/diagnostic.js';
import type { WrittenPicture } from '../model/issue.js';
import { findTooLong, findTooMarked } from './markdown-limits.js';
import { collectDefinitions, originOf } from './markdown-tree.js';
import { parseBlocks } from './parse-markdown.js';
import { originOfPiece, splitMarkdown } from './split-markdown.js';

type ImageNode = Extract<PhrasingContent, { type: 'image' | 'imageReference' }>;

/**
 * Lists the pictures of an article's Markdown in reading order. Any text is safe; one that is refused for its size has
 * none.
 *
 * @param start Where the Markdown's first character stands in its file.
 */
export function findPictures(markdown: string, start: Origin): readonly WrittenPicture[] {
  if (!markdown.includes('![') || findTooLong(markdown)) return [];
  return splitMarkdown(markdown).flatMap((piece) => {
    if (piece.type !== 'marked' || !piece.text.includes('![') || findTooMarked(piece.text)) return [];
    return picturesIn(piece.text, originOfPiece(piece, start));
  });
}

function picturesIn(markdown: string, start: Origin): readonly WrittenPicture[] {
  const root = parseBlocks(markdown);
  const definitions = collectDefinitions(root);
  const pictures: WrittenPicture[] = [];
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'paragraph') {
      if (isPictureParagraph(node))
        for (const image of imagesOf(node)) pictures.push(readImage(image, definitions, start));
    } else if ('children' in node) {
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Nodes);
    }
  }
  return pictures;
}

/** Whether a paragraph holds pictures alone, with nothing but white space between them. */
export function isPictureParagraph({ children }: Paragraph): boolean {
  return children.some(isImage) && children.every((child) => isImage(child) || isBlank(child));
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}

function isImage(node: PhrasingContent): node is ImageNode {
  return node.type === 'image' || node.type === 'imageReference';
}

function imagesOf({ children }: Paragraph): readonly ImageNode[] {
  return children.filter(isImage);
}

function readImage(image: ImageNode, definitions: ReadonlyMap<string, Definition>, start: Origin): WrittenPicture {
  const target = image.type === 'image' ? image : definitions.get(image.identifier);
  return {
    file: fileNamed(target?.url ?? ''),
    ...(image.alt ? { alt: image.alt } : {}),
    ...(target?.title ? { caption: target.title } : {}),
    origin: originOf(image, start),
  };
}

/** In an address a blank of a file's name is "%20"; a name that only looks like an address is taken as it is. */
function fileNamed(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
