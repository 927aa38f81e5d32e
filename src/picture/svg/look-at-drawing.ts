import type { Report } from '../../diagnostics/diagnostic.js';
import type { SvgSource } from '../../model/picture.js';
import { reportTrouble } from '../inspect-picture.js';
import { trouble } from '../picture-shape.js';
import type { Drawing } from './drawing.js';
import { decodeMarkup, parseMarkup } from './parse-markup.js';
import { readDrawing } from './read-drawing.js';
import type { DrawingFinding } from './svg-element.js';

/** A drawing read whole, and where things stand in its file. */
export interface SeenDrawing {
  readonly drawing: Drawing;
  /** Line and column, both from 1, of a place in the file. */
  locate(at: number): { readonly line: number; readonly column: number };
}

/** More findings than these say nothing new about a drawing. */
const MOST_FINDINGS = 12;

/**
 * Reads an SVG drawing. Gives undefined, and a `bad-picture` for each cause, where it cannot be printed as it looks. Any
 * bytes are safe.
 */
export async function lookAtDrawing(
  source: SvgSource,
  bytes: Uint8Array,
  report: Report,
): Promise<SeenDrawing | undefined> {
  const text = decodeMarkup(bytes);
  if (text === undefined) return undefined;
  const findings = new Map<string, DrawingFinding>();
  const refuse = (at: number, why: string, hint: string): void => {
    if (!findings.has(why) && findings.size < MOST_FINDINGS) findings.set(why, { why, hint, at });
  };
  const root = await parseMarkup(text, refuse);
  const drawing = root && readDrawing(root, { width: source.width, height: source.height }, refuse);
  const locate = (at: number) => locateIn(text, at);
  for (const { why, hint, at } of findings.values()) {
    const { line, column } = locate(at);
    reportTrouble(trouble(`${why}, at ${line}:${column}`, hint), source, report);
  }
  return drawing && findings.size === 0 ? { drawing, locate } : undefined;
}

function locateIn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  const lines = before.split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines[lines.length - 1] as string).length + 1 };
}
