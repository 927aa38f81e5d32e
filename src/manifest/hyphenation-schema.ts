/** `hyphenation.yaml`: the words that a paper breaks in its own way, by language. */
import * as z from 'zod';
import { language, refuse } from './value-schemas.js';

/** A word with its breaks: the letters without them, and the offsets at which it may be broken. */
export interface ListedWord {
  /** In lower case. */
  readonly letters: string;
  readonly breaks: readonly number[];
}

const WORD = /^[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*$/u;
/** Fewest letters before and after a break: one letter alone is no part of a word that anybody would look for. */
const FEWEST_LETTERS = 2;

const word = z
  .string()
  .transform((written, ctx): ListedWord => {
    const parts = written.normalize('NFC').toLowerCase().split('-');
    if (!WORD.test(written)) {
      return refuse(
        ctx,
        `"${written}" is not one word`,
        'write one word of letters alone, its breaks as hyphens: Sker-row',
      );
    }
    const ends = [parts[0], parts.at(-1)] as readonly string[];
    if (parts.length > 1 && ends.some((part) => part.length < FEWEST_LETTERS)) {
      return refuse(
        ctx,
        `"${written}" would be broken at one letter`,
        'leave two letters or more before and after a break',
      );
    }
    return { letters: parts.join(''), breaks: offsetsOf(parts) };
  })
  .meta({ title: 'Word', examples: ['Sker-row', 'Khosravi'] });

function offsetsOf(parts: readonly string[]): readonly number[] {
  let offset = 0;
  return parts.slice(0, -1).map((part) => {
    offset += part.length;
    return offset;
  });
}

export const hyphenationSchema = z
  .record(language, z.array(word).describe('Words, their breaks as hyphens; one without hyphens is never broken'))
  .describe('Word breaks of a paper by language, in a file that paper.yaml names: hyphenation.yaml');

export type HyphenationInput = z.output<typeof hyphenationSchema>;
