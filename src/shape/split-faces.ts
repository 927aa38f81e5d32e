import { isInvisible, type TextShaper } from './shape-text.js';

/** A face and those that stand in for what it lacks, in order. These are opened when a character is first missing. */
export interface Shapers {
  readonly own: TextShaper;
  fallbacks(): readonly TextShaper[];
}

/** A stretch of a word in one face. */
export interface FaceRun {
  readonly text: string;
  readonly shaper: TextShaper;
}

const COMBINING = /^\p{M}/u;

/** Splits a word among the faces that have its characters. Those that none has stay in the first and go into `missing`. */
export function splitFaces(text: string, shapers: Shapers, missing: Set<number>): readonly FaceRun[] {
  const runs: { text: string; shaper: TextShaper }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const chosen = chooseShaper(character, shapers, last?.shaper);
    if (!chosen) missing.add(character.codePointAt(0) as number);
    const shaper = chosen ?? shapers.own;
    if (last?.shaper === shaper) last.text += character;
    else runs.push({ text: character, shaper });
  }
  return runs;
}

/** The first face that has the character; what belongs to the character before it stays with that one's face. */
function chooseShaper(character: string, shapers: Shapers, previous: TextShaper | undefined): TextShaper | undefined {
  const code = character.codePointAt(0) as number;
  if (previous && (isInvisible(code) || (COMBINING.test(character) && previous.has(code)))) return previous;
  return shapers.own.has(code) ? shapers.own : shapers.fallbacks().find((shaper) => shaper.has(code));
}
