import type { HWord, ShapedText } from '../model/hlist.js';
import type { RunStyle } from '../model/styled.js';
import { withNonJoiners } from './clean-word.js';
import type { TextShaper } from './shape-text.js';
import type { WordMeasures } from './word-measures.kernel.js';

/**
 * A word, or the part of a word in one face, in the style in which it is set. A class only so that thousands of words share
 * one `cut`: with a closure each they take twice the memory.
 */
export class SetWord implements HWord {
  constructor(
    readonly text: string,
    readonly style: RunStyle,
    readonly shaped: ShapedText,
    readonly shaper: TextShaper,
    /** Offsets over which nothing joins. */
    readonly nonJoiners: readonly number[],
    readonly measures: WordMeasures,
    /** First of the word's rows in `measures`, and how many there are: one more than break points. */
    readonly row: number,
    readonly rows: number,
  ) {}

  cut(from: number, to: number, hyphen: boolean): ShapedText {
    const piece = withNonJoiners(this.text, this.nonJoiners, from, to);
    return this.shaper.shape(hyphen ? `${piece}-` : piece).shaped;
  }

  /** The same word in another style of the same face. */
  inStyle(style: RunStyle): SetWord {
    const { text, shaped, shaper, nonJoiners, measures, row, rows } = this;
    return new SetWord(text, style, shaped, shaper, nonJoiners, measures, row, rows);
  }
}
