/*
 * The active and passive nodes of total fit (Knuth, TeX: The Program, §§ 819-821) as columns of numbers, kept between
 * calls: nothing is allocated on the way. A node is a line start that is still worth following, with the best way there.
 */

export const NONE = -1;
/** Node 0 is the head of the active list, node 1 the start of the paragraph. */
export const HEAD = 0;
const START = 1;

/** Fitness classes (§ 817), in TeX's numbering. */
export const FITNESS_CLASSES = 4;
export const VERY_LOOSE = 0;
export const LOOSE = 1;
export const DECENT = 2;
export const TIGHT = 3;

export interface NodePool {
  capacity: number;
  used: number;
  /** Nodes in the active list. */
  active: number;
  /** Breakpoint that the node breaks at; -1 for the paragraph's start. */
  point: Int32Array;
  /** Node of the line start before. */
  from: Int32Array;
  /** Next node of the active list, which is sorted by line number. */
  next: Int32Array;
  /** Number of the line that starts here, from 1. */
  line: Int32Array;
  fitness: Uint8Array;
  /** Lines up to here that ended in a hyphen, counted back to the last that did not. */
  run: Uint8Array;
  demerits: Float64Array;
  /** Sums of the list at the line's start. */
  width: Float64Array;
  stretch: Float64Array;
  boxStretch: Float64Array;
  shrink: Float64Array;
  fills: Float64Array;
}

const COLUMNS = [
  'point',
  'from',
  'next',
  'line',
  'fitness',
  'run',
  'demerits',
  'width',
  'stretch',
  'boxStretch',
  'shrink',
  'fills',
] as const;

export function createNodePool(capacity: number): NodePool {
  return {
    capacity,
    used: 0,
    active: 0,
    point: new Int32Array(capacity),
    from: new Int32Array(capacity),
    next: new Int32Array(capacity),
    line: new Int32Array(capacity),
    fitness: new Uint8Array(capacity),
    run: new Uint8Array(capacity),
    demerits: new Float64Array(capacity),
    width: new Float64Array(capacity),
    stretch: new Float64Array(capacity),
    boxStretch: new Float64Array(capacity),
    shrink: new Float64Array(capacity),
    fills: new Float64Array(capacity),
  };
}

/** Leaves the head of the list and the start of the paragraph, the one active node (§ 864). `origin`: its width sum. */
export function resetPool(nodes: NodePool, origin: number): void {
  nodes.used = START + 1;
  nodes.active = 1;
  nodes.next[HEAD] = START;
  nodes.next[START] = NONE;
  nodes.point[START] = NONE;
  nodes.from[START] = NONE;
  nodes.line[START] = 1;
  nodes.fitness[START] = DECENT;
  nodes.width[START] = origin;
}

/** Makes room for so many more nodes. */
export function reserveNodes(nodes: NodePool, more: number): void {
  const needed = nodes.used + more;
  if (needed <= nodes.capacity) return;
  const larger = createNodePool(2 * needed);
  for (const column of COLUMNS) larger[column].set(nodes[column]);
  Object.assign(nodes, larger, { used: nodes.used, active: nodes.active });
}
