/** Words of a newspaper, places to hyphenate marked. The short ones come often. */
const WORDS =
  'the the the of of and and to in a that was for on with as said har|bour coun|cil ships last year when night paper print|ing press town peo|ple their have been from would which after more than work mas|ter boats tide morn|ing lit|tle where mem|bers'.split(
    ' ',
  );

/** A made-up paragraph of 40 to 99 words, the same for the same number. */
export function proseOf(seed: number): string {
  let state = Math.imul(seed + 7, 0x9e3779b1) | 1;
  const next = (below: number) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  return Array.from({ length: 40 + next(60) }, () => WORDS[next(WORDS.length)]).join(' ');
}
