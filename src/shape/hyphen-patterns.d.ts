/** Pattern files of the `hyphen` package: levels, a trie of objects, and exceptions cut at the offsets given. */
declare module 'hyphen/patterns/*' {
  /** The number of a row in the levels, or children by letter, or both. */
  export type PatternNode = number | PatternChildren | readonly [PatternChildren, number];
  export interface PatternChildren {
    readonly [letter: string]: PatternNode;
  }
  const patterns: readonly [
    levels: readonly (readonly number[])[],
    trie: PatternChildren,
    exceptions?: Readonly<Record<string, readonly number[]>>,
  ];
  // biome-ignore lint/style/noDefaultExport: the package has nothing else
  export default patterns;
}
