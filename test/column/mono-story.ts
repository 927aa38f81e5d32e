import type { BrokenParagraph, FlowParagraph, ParagraphBreaker, SlotFrame } from '../../src/model/flow.js';
import type { Line } from '../../src/model/line.js';

/** A paragraph of so many lines, that may be set in the other numbers given, at so many demerits more. */
export interface MonoParagraph {
  readonly lines: number;
  readonly head?: true;
  readonly shorter?: number;
  readonly longer?: number;
  /** Lines that end in a hyphen. */
  readonly hyphens?: readonly number[];
}

/** A line without words that knows where it comes from: `paragraph:index` is its only piece's text. */
function monoLine(paragraph: number, index: number, count: number, hyphenated: boolean): Line {
  return {
    pieces: [{ shaped: { text: `${paragraph}:${index}` } } as Line['pieces'][number]],
    measure: 100,
    indent: 0,
    width: 100,
    ratio: 0,
    scale: 1,
    letterSpace: 0,
    hyphenated,
    last: index === count - 1,
  };
}

/** A breaker that answers from a table, so that every fill can be worked out by hand. */
export function monoBreaker(paragraphs: readonly MonoParagraph[]): ParagraphBreaker {
  return (number, _, looseness) => {
    const one = paragraphs[number] as MonoParagraph;
    const extra = looseness === 0 ? 0 : looseness < 0 ? one.shorter : one.longer;
    if (extra === undefined) return undefined;
    const lines = one.lines + looseness;
    const ends = (line: number) => one.hyphens?.includes(line) ?? false;
    const broken: BrokenParagraph = {
      lines,
      demerits: 1000 + extra,
      endsHyphenated: ends,
      setLines: () => Array.from({ length: lines }, (_, index) => monoLine(number, index, lines, ends(index))),
    };
    return broken;
  };
}

export function monoFlow(paragraphs: readonly MonoParagraph[]): FlowParagraph[] {
  return paragraphs.map(({ head }, paragraph) => ({
    kind: head ? 'head' : 'text',
    above: head ? 1 : 0,
    aboveSlack: head ? 1 : 0,
    paragraph,
  }));
}

/** A slot whose legs hold so many lines each, all beginning on grid line 1. */
export function monoSlot(depths: readonly number[], jumpsOn = false): SlotFrame {
  return {
    legs: depths.map((depth, index) => ({ x: index * 110, measure: 100, first: 1, last: depth })),
    breakAt: 'line',
    jumpsOn,
  };
}
