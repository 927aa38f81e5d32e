import type { Origin, Report } from '../diagnostics/diagnostic.js';

/** Reports characters that no face has, each with the first word that it stands in. */
export function reportMissing(missing: ReadonlyMap<number, string>, origin: Origin, report: Report): void {
  for (const [code, word] of missing) {
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    report({
      code: 'missing-glyph',
      severity: 'error',
      origin,
      message: `no font has the character ${name} ${isPrintable(code) ? `"${String.fromCodePoint(code)}" ` : ''}of "${word}"`,
      hint: 'write it otherwise, or name a fallback font that has it',
    });
  }
}

/** Whether a character can be shown in a message: not a control, a lone surrogate, or one for private use. */
function isPrintable(code: number): boolean {
  return !/[\p{C}\p{Z}\p{M}]/u.test(String.fromCodePoint(code));
}
