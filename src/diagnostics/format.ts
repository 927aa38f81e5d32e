import type { Diagnostic } from './diagnostic.js';
import type { Severity } from './severity.js';

/** Marks pieces of a printed diagnostic; the identity for plain text. */
export interface Palette {
  readonly place: (text: string) => string;
  readonly severity: Readonly<Record<Severity, (text: string) => string>>;
  readonly hint: (text: string) => string;
}

const unmarked = (text: string): string => text;

/** For files, pipes and terminals whose owner wants no colour. */
export const PLAIN: Palette = {
  place: unmarked,
  severity: { error: unmarked, warning: unmarked },
  hint: unmarked,
};

/** For terminals: ECMA-48 select graphic rendition. */
export const COLORED: Palette = {
  place: sgr(1, 22),
  severity: { error: sgr(31, 39), warning: sgr(33, 39) },
  hint: sgr(36, 39),
};

/**
 * A diagnostic as people read it: `file:line:column severity code: message`, then a line of its own for the hint.
 * No line feed at the end.
 */
export function formatDiagnostic(diagnostic: Diagnostic, palette: Palette): string {
  const { origin } = diagnostic;
  const place = palette.place(`${visible(origin.file)}:${origin.line}:${origin.column}`);
  const kind = palette.severity[diagnostic.severity](`${diagnostic.severity} ${diagnostic.code}`);
  const head = `${place} ${kind}: ${visible(diagnostic.message)}`;
  if (diagnostic.hint === undefined) return head;
  return `${head}\n  ${palette.hint('hint:')} ${visible(diagnostic.hint)}`;
}

/** A diagnostic as programs read it, flat, for one line of JSON each; keys that it lacks are left out. */
export interface DiagnosticRecord {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly page?: string;
  readonly slot?: string;
  /** Grid lines too many (positive) or too few (negative). */
  readonly lines?: number;
}

/** Turns a diagnostic into its published, flat form. */
export function recordDiagnostic(diagnostic: Diagnostic): DiagnosticRecord {
  const { origin, severity, code, message, ...rest } = diagnostic;
  return { file: origin.file, line: origin.line, column: origin.column, severity, code, message, ...rest };
}

/**
 * Makes control characters visible, since a file name or a quoted value is somebody else's text: it must neither
 * steer the terminal nor break the one-line form.
 */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function sgr(start: number, end: number): (text: string) => string {
  return (text) => `\u001b[${start}m${text}\u001b[${end}m`;
}
