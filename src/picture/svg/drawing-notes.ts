import type { Report } from '../../diagnostics/diagnostic.js';
import type { SvgSource } from '../../model/picture.js';
import type { NotedLine } from './judge-lines.js';
import { lookAtDrawing } from './look-at-drawing.js';
import { type LineKind, measureStrokes } from './measure-strokes.js';

/** Counts up with every change to what is refused or noted, so that no cache vouches for a drawing by an older look. */
const LOOK = 1;

/** Names what was noted of a sound drawing, for a cache on disk. Made of [0-9a-z-] and good as a file name. */
export function notesKey(source: SvgSource): string {
  return `${source.hash}-drawing-v${LOOK}`;
}

/** Reads a drawing whole and notes its thinnest lines; undefined, and reported, where it cannot be printed. */
export async function noteDrawing(
  source: SvgSource,
  bytes: Uint8Array,
  report: Report,
): Promise<readonly NotedLine[] | undefined> {
  const seen = await lookAtDrawing(source, bytes, report);
  return seen && measureStrokes(seen.drawing).map(({ kind, weight, at }) => ({ kind, weight, ...seen.locate(at) }));
}

/** Notes as the bytes that a cache keeps: a line of text each. */
export function packNotes(notes: readonly NotedLine[]): Uint8Array {
  const lines = notes.map(({ kind, weight, line, column }) => `${kind} ${weight} ${line} ${column}`);
  return new TextEncoder().encode(['drawing', ...lines].join('\n'));
}

const KINDS: ReadonlySet<string> = new Set<LineKind>(['solid', 'tint', 'several']);

/** The notes in packed bytes; undefined where they are none. */
export function unpackNotes(bytes: Uint8Array): readonly NotedLine[] | undefined {
  const [head, ...lines] = new TextDecoder().decode(bytes).split('\n');
  if (head !== 'drawing') return undefined;
  const notes = lines.map((text): NotedLine => {
    const [kind = '', weight, line, column] = text.split(' ');
    return { kind: kind as LineKind, weight: Number(weight), line: Number(line), column: Number(column) };
  });
  const isSound = ({ kind, weight, line }: NotedLine) => KINDS.has(kind) && Number.isFinite(weight) && line >= 1;
  return notes.every(isSound) ? notes : undefined;
}
