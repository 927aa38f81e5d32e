/**
 * Named destinations (ISO 32000-1, 12.3.2.3): one for each page on which a story stands. A link can name them from inside
 * the file, and a web page from outside: `harbour-2026-07-08-reader.pdf#doctrine`.
 */
import type { StoryTarget } from '../model/display-list.js';
import type { PageFrame } from './page-boxes.js';
import { type PdfBody, type PdfDictionary, type PdfRef, type PdfValue, textString } from './pdfkit-internals.js';

/** The names of a file. */
export interface Destinations {
  /** The name of a place; undefined where it is not in the file, as in a build of some pages alone. */
  find(target: StoryTarget): string | undefined;
  /** Names with their explicit destinations, in the order of a name tree. */
  readonly entries: readonly (readonly [name: string, destination: PdfValue])[];
}

/**
 * Names every page that a story stands on: `doctrine` where it starts, `doctrine/3` where it goes on. A file name holds
 * no slash, so no two places share a name.
 */
export function planDestinations(frames: readonly PageFrame[]): Destinations {
  const names = new Map<string, string>();
  const entries = new Map<string, PdfValue>();
  const started = new Set<string>();
  for (const { list, ref, boxes } of frames) {
    for (const { article, y } of list.anchors) {
      const key = keyOf({ article, page: list.label });
      if (names.has(key)) continue;
      const name = started.has(article) ? asciiName(`${article}/${list.label}`) : asciiName(article);
      started.add(article);
      names.set(key, name);
      entries.set(name, [ref, 'XYZ', boxes.left, Math.round((boxes.top - y) * 1000) / 1000, null]);
    }
  }
  return {
    find: (target) => names.get(keyOf(target)),
    entries: [...entries].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

/** Writes the names as a tree of one node; undefined where there are none. */
export function writeNames(body: PdfBody, { entries }: Destinations): PdfRef | undefined {
  if (entries.length === 0) return undefined;
  const leaves = entries.flatMap(([name, destination]): PdfValue[] => [textString(name), destination]);
  const tree: PdfDictionary = { Dests: body.add({ Names: leaves }) };
  return body.add(tree);
}

function keyOf({ article, page }: StoryTarget): string {
  return `${page}/${article}`;
}

/** Names are sorted as bytes (ISO 32000-1, 7.9.6), and written as text: only in ASCII are the two the same. */
function asciiName(name: string): string {
  return encodeURI(name).replaceAll('#', '%23');
}
