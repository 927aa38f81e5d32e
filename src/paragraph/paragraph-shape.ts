import type { Measures } from '../model/flow.js';
import type { HList } from '../model/hlist.js';
import { type Pt, sameLength } from '../units/length.js';
import type { LineShape } from './line-shape.js';
import { type Marker, markerWidth } from './set-lines.js';

/* In: the measures that a paragraph is to be set to, its own indents. Out: the room of each of its lines. */

/** Least white between a list marker and its text, in em. */
const MARKER_GAP_EM = 0.25;

/** What stands in the way of a paragraph's lines, beside the indents of its style. */
export interface Obstacles {
  readonly marker?: Marker;
  /** A drop cap: lines beside it, and how far they start from the start of the measure. */
  readonly dropCap?: { readonly lines: number; readonly indent: Pt };
}

/**
 * What is left of the measures between the paragraph's indents. The shape lists as many lines as differ: the last entry
 * is for all lines after it, and where that is the one before it again it is not written twice.
 */
export function shapeParagraph(list: HList, measures: Measures, { marker, dropCap }: Obstacles): LineShape {
  const { hang, endIndent, style, indent } = list.paragraph;
  const first = marker ? Math.max(indent, markerWidth(marker) + MARKER_GAP_EM * style.size) : indent;
  const besideCap = dropCap?.lines ?? 0;
  const indented = Math.max(besideCap, measures.indents?.length ?? 0);
  const lines = Math.max(measures.widths.length, first === hang ? 1 : 2, indented === 0 ? 1 : indented + 1);
  const widths: Pt[] = [];
  const indents: Pt[] = [];
  for (let line = 0; line < lines; line++) {
    const own = line === 0 ? first : hang;
    const start = line < besideCap && dropCap ? own + dropCap.indent : own;
    widths.push(widthOf(measures, line) - start - endIndent);
    indents.push(start + indentOf(measures, line));
  }
  return { widths, indents };
}

/** Whether two measures give every line the same room, however they are written. */
export function sameMeasures(a: Measures, b: Measures): boolean {
  const lines = Math.max(a.widths.length, b.widths.length, a.indents?.length ?? 0, b.indents?.length ?? 0);
  for (let line = 0; line < lines; line++) {
    if (!sameLength(widthOf(a, line), widthOf(b, line)) || !sameLength(indentOf(a, line), indentOf(b, line))) {
      return false;
    }
  }
  return true;
}

function widthOf({ widths }: Measures, line: number): Pt {
  return widths[line < widths.length ? line : widths.length - 1] as Pt;
}

function indentOf({ indents }: Measures, line: number): Pt {
  return indents?.[line] ?? 0;
}
