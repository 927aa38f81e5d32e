/**
 * How wide the columns of a table are. In: what their cells need. Out: their widths and places in a measure: figures stand
 * as close as they are, the text takes the rest, on as few lines as that gives.
 */
import type { Pt } from '../units/length.js';

/** What the cells of a column need. */
export interface ColumnNeeds {
  /** `figures`: all of its cells are numbers, times, scores and the like, which are never broken. */
  readonly kind: 'figures' | 'text';
  /** The widest word, and the widest cell on one line. */
  readonly least: Pt;
  readonly natural: Pt;
}

export interface TableColumns {
  readonly starts: readonly Pt[];
  readonly widths: readonly Pt[];
  /** How much wider than the measure the columns are at their narrowest; 0 where they fit. */
  readonly excess: Pt;
}

/** White between two columns: what it should be, and what it is at least before words are broken to another line. */
export interface ColumnGap {
  readonly natural: Pt;
  readonly least: Pt;
}

/** Shares a measure among columns. */
export function shareMeasure(needs: readonly ColumnNeeds[], measure: Pt, gaps: ColumnGap): TableColumns {
  const naturals = needs.map(({ natural }) => natural);
  const left = (measure - sum(naturals)) / Math.max(needs.length - 1, 1);
  const gap = Math.max(Math.min(left, gaps.natural), gaps.least);
  const room = measure - gap * (needs.length - 1);
  const free = room - sum(naturals);
  const widths = free >= 0 ? widen(needs, naturals, free) : narrow(needs, room);
  const starts: Pt[] = [];
  let start = 0;
  for (const width of widths) {
    starts.push(start);
    start += width + gap;
  }
  return { starts, widths, excess: Math.max(0, sum(widths) - room) };
}

/** Columns of text take what is free, each in proportion to its text; figures alone stand at equal distances. */
function widen(needs: readonly ColumnNeeds[], widths: readonly Pt[], free: Pt): readonly Pt[] {
  const shares = needs.map(({ kind, natural }) => (kind === 'text' ? natural : 0));
  const all = sum(shares);
  return widths.map((width, at) => width + (all > 0 ? (free * (shares[at] as number)) / all : free / widths.length));
}

/** Columns of text give what is too much, each in proportion to what it can give. */
function narrow(needs: readonly ColumnNeeds[], room: Pt): readonly Pt[] {
  const gives = needs.map(({ kind, natural, least }) => (kind === 'text' ? Math.max(0, natural - least) : 0));
  const all = sum(gives);
  const short = sum(needs.map(({ natural }) => natural)) - room;
  const share = all > 0 ? Math.min(1, short / all) : 0;
  return needs.map(({ natural }, at) => natural - share * (gives[at] as number));
}

function sum(widths: readonly Pt[]): Pt {
  return widths.reduce((total, width) => total + width, 0);
}
