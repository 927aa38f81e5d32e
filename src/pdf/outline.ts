/** The outline (ISO 32000-1, 12.3.3): sections, and under each its stories. Destinations are explicit, never actions. */
import type { PageFrame } from './page-boxes.js';
import { type PdfBody, type PdfDictionary, type PdfRef, type PdfValue, textString } from './pdfkit-internals.js';

/** An outline entry with what stands under it. */
interface Entry {
  readonly title: string;
  readonly destination: PdfValue;
  readonly children: Entry[];
}

/** Writes the outline into the object that `body` keeps for it. Returns whether there is anything in it. */
export function writeOutline(body: PdfBody, frames: readonly PageFrame[]): 'written' | 'empty' {
  const entries = collectEntries(frames);
  if (entries.length === 0) {
    body.write(body.outline, {});
    return 'empty';
  }
  const ends = writeEntries(body, body.outline, entries);
  body.write(body.outline, { Type: 'Outlines', ...ends, Count: countVisible(entries) });
  return 'written';
}

/** Sections with their stories. A section that runs on over the next page is one entry; a story before any section is its own. */
function collectEntries(frames: readonly PageFrame[]): readonly Entry[] {
  const top: Entry[] = [];
  let section: Entry | undefined;
  for (const { list, ref, boxes } of frames) {
    for (const { level, title, y } of list.outline) {
      const destination = [ref, 'XYZ', boxes.left, Math.round((boxes.top - y) * 1000) / 1000, null];
      const entry: Entry = { title, destination, children: [] };
      if (level === 1) (section?.children ?? top).push(entry);
      else if (section?.title !== title) {
        section = entry;
        top.push(entry);
      }
    }
  }
  return top;
}

/** Writes siblings as a doubly linked list and returns the ends of it for their parent. */
function writeEntries(body: PdfBody, parent: PdfRef, entries: readonly Entry[]): PdfDictionary {
  const refs = entries.map(() => body.reserve());
  entries.forEach((entry, index) => {
    const ref = refs[index] as PdfRef;
    const children = entry.children.length === 0 ? {} : writeEntries(body, ref, entry.children);
    body.write(ref, {
      Title: textString(entry.title),
      Parent: parent,
      Dest: entry.destination,
      Prev: refs[index - 1],
      Next: refs[index + 1],
      ...children,
      Count: entry.children.length === 0 ? undefined : countVisible(entry.children),
    });
  });
  return { First: refs[0], Last: refs[refs.length - 1] };
}

/** All entries are open, so every one of them is visible. */
function countVisible(entries: readonly Entry[]): number {
  return entries.reduce((sum, entry) => sum + 1 + countVisible(entry.children), 0);
}
