/* Layouts made by hand: a page with a grid of 10 pt, legs of 100 pt, and lines that are at fault only where a test says so. */

export interface HandLine {
  readonly baseline?: number;
  readonly x?: number;
  readonly width?: number;
  readonly measure?: number;
  readonly indent?: number;
  readonly text?: string;
  readonly part?: string;
  readonly size?: number;
  readonly paragraph?: number;
  readonly ratio?: number;
  readonly gaps?: readonly (readonly [number, number])[];
  readonly letterSpace?: number;
  readonly scale?: number;
  readonly hyphenated?: boolean;
  readonly last?: boolean;
}

export interface HandSlot {
  readonly page?: number;
  readonly name?: string;
  readonly kind?: string;
  readonly article?: string;
  readonly head?: readonly HandLine[];
  readonly tail?: readonly HandLine[];
  readonly legs: readonly (readonly HandLine[])[];
  /** Boxes of pictures. */
  readonly pictures?: readonly (readonly [number, number, number, number])[];
}

const GRID = {
  left: 0,
  top: 0,
  right: 620,
  leading: 10,
  lines: 100,
  columns: 6,
  columnWidth: 100,
  gutter: 4,
  baselineRise: 3,
};

/** Baseline of grid line `line`, counted from 1. */
export function onLine(line: number): number {
  return line * GRID.leading - GRID.baselineRise;
}

/** A justified line of 9 pt with two gaps of 2.5 pt, in the middle of paragraph 0. */
export function bodyLine(more: HandLine = {}): Required<Omit<HandLine, 'baseline' | 'x'>> & HandLine {
  const shape = { width: 100, measure: 100, indent: 0, text: 'some plain words', part: 'body', size: 9 };
  const setting = { ratio: 0.1, letterSpace: 0, scale: 1, hyphenated: false, last: false };
  return {
    ...shape,
    ...setting,
    paragraph: 0,
    gaps: [
      [30, 2.5],
      [60, 2.5],
    ],
    ...more,
  };
}

/** Gives a leg's lines their places: from the top line of the grid, leg after leg. */
export function layoutOf(slots: readonly HandSlot[]): unknown {
  const numbers = [...new Set(slots.map(({ page = 1 }) => page))];
  return {
    version: 1,
    pages: numbers.map((number) =>
      pageOf(
        number,
        slots.filter(({ page = 1 }) => page === number),
      ),
    ),
  };
}

function pageOf(number: number, slots: readonly HandSlot[]): unknown {
  return { number, label: number, grid: GRID, slots: slots.map(slotOf) };
}

function slotOf(slot: HandSlot): unknown {
  const { name = 'lead', kind = 'article', article = 'story', head = [], tail = [], legs, pictures = [] } = slot;
  const boxed = pictures.map((box) => ({ box }));
  return { name, kind, article, head, tail, legs: legs.map(legOf), pictures: boxed, pullquotes: [] };
}

function legOf(lines: readonly HandLine[], index: number): unknown {
  const left = index * (GRID.columnWidth + GRID.gutter);
  const placed = lines.map((line, at) => ({ x: left, baseline: onLine(at + 1), ...line }));
  return { box: [left, 0, left + GRID.columnWidth, lines.length * GRID.leading], lines: placed };
}
