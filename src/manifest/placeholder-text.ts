/**
 * Text that was meant to be replaced before the press: "headline here", "lorem ipsum", "TK" (American for "to come"),
 * "xxx". Returns where the first such text starts and what it is.
 *
 * Three capital Xs are a placeholder too, unless a capitalised word stands before them: "Super Bowl XXX".
 */
export function findPlaceholder(text: string): { readonly offset: number; readonly text: string } | undefined {
  const found = PLACEHOLDER.exec(text);
  return found ? { offset: found.index, text: found[0] } : undefined;
}

const PLACEHOLDER =
  /\b(?:[Hh]eadline|HEADLINE|[Kk]icker|KICKER|[Dd]eck|DECK|[Cc]aption|CAPTION) (?:here|HERE|Here)\b|\b(?:[Ll]orem [Ii]psum|LOREM IPSUM)\b|\b(?:TK)+\b|\bx{3,}\b|\bX{4,}\b|(?<!\b\p{Lu}[\p{L}\p{N}]* )\bXXX\b/u;
