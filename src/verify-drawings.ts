/*
 * Reads each SVG drawing that is placed in an edition, and judges its lines at their weight in print. A drawing is read
 * once for this; the cache then keeps what was noted of it, so that an unchanged one is not read again.
 */
import type { Report } from './diagnostics/diagnostic.js';
import type { Cache } from './model/cache.js';
import type { Edition } from './model/edition.js';
import type { SvgSource } from './model/picture.js';
import type { NotedLine } from './picture/svg/judge-lines.js';
import type { Session } from './session.js';

/** Reports the drawings that cannot be printed, and of the others the lines that are too thin where they are placed. */
export async function verifyDrawings(edition: Edition, session: Session, cache: Cache, report: Report): Promise<void> {
  const placed = edition.pages.flatMap(({ stories }) => stories.flatMap(({ pictures }) => pictures));
  const drawings = new Map<string, SvgSource>();
  for (const { source } of placed)
    if (source.type === 'drawing' && source.format === 'svg') drawings.set(source.hash, source);
  if (drawings.size === 0) return;
  // Loaded late: most issues hold no drawing.
  const { judgeLines } = await import('./picture/svg/judge-lines.js');
  const notes = new Map<string, readonly NotedLine[] | undefined>();
  for (const source of drawings.values()) notes.set(source.hash, await notesOf(source, session, cache, report));
  for (const picture of placed) judgeLines(picture, notes.get(picture.source.hash) ?? [], report);
}

async function notesOf(
  source: SvgSource,
  session: Session,
  cache: Cache,
  report: Report,
): Promise<readonly NotedLine[] | undefined> {
  const { noteDrawing, notesKey, packNotes, unpackNotes } = await import('./picture/svg/drawing-notes.js');
  const key = notesKey(source);
  const kept = cache.read(key);
  const known = kept && unpackNotes(kept);
  if (known) return known;
  const bytes = session.pictureBytes(source, report);
  const noted = bytes && (await noteDrawing(source, bytes, report));
  if (noted) cache.write(key, packNotes(noted));
  return noted;
}
