/** Reads a percentage, `8%` or `240 %`, as a share: 0.08, 2.4. Undefined when the text is none. */
export function readShare(text: string): number | undefined {
  const parts = /^(-?(?:\d{1,9}(?:\.\d{1,9})?|\.\d{1,9}))\s*%$/.exec(text.trim());
  return parts ? Number(parts[1]) / 100 : undefined;
}
