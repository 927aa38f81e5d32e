import { BOX, GLUE, type HList, INFINITE_PENALTY, PENALTY } from '../../src/model/hlist.js';
import { monoParagraph } from '../fixtures/mono-shaper.js';

/** An item of a list made by hand; what is not given is 0. */
export interface ListItem {
  readonly kind: number;
  readonly width: number;
  readonly stretch?: number;
  readonly shrink?: number;
  readonly penalty?: number;
  readonly flagged?: number;
  readonly post?: number;
}

/** A penalty, fill and forced break: how a paragraph ends (TeX: The Program, § 816). */
export const FINISH: readonly ListItem[] = [
  { kind: PENALTY, width: 0, penalty: INFINITE_PENALTY },
  { kind: GLUE, width: 0, stretch: 1e5 },
  { kind: PENALTY, width: 0, penalty: -INFINITE_PENALTY },
];

export const box = (width: number, stretch = 0, shrink = 0): ListItem => ({ kind: BOX, width, stretch, shrink });
export const glue = (width: number, stretch: number, shrink: number): ListItem => ({
  kind: GLUE,
  width,
  stretch,
  shrink,
});
/** A place to hyphenate: the hyphen's width, and what the break adds to the next line. */
export const hyphen = (width: number, penalty: number, post = 0): ListItem => ({
  kind: PENALTY,
  width,
  penalty,
  flagged: 1,
  post,
});

/** A horizontal list without words, for breaking alone. */
export function makeList(items: readonly ListItem[]): HList {
  return {
    length: items.length,
    kind: Uint8Array.from(items, (item) => item.kind),
    width: Float64Array.from(items, (item) => item.width),
    stretch: Float64Array.from(items, (item) => item.stretch ?? 0),
    shrink: Float64Array.from(items, (item) => item.shrink ?? 0),
    penalty: Float64Array.from(items, (item) => item.penalty ?? 0),
    flagged: Uint8Array.from(items, (item) => item.flagged ?? 0),
    post: Float64Array.from(items, (item) => item.post ?? 0),
    word: new Int32Array(items.length).fill(-1),
    offset: new Int32Array(items.length),
    words: [],
    paragraph: monoParagraph(''),
  };
}
