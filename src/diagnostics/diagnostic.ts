import type { DiagnosticCode } from './codes.js';
import type { Severity } from './severity.js';

/** Where something was written: a path relative to the working folder with `/`, line and column from 1. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong, where it is, and what to do about it. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly origin: Origin;
  /** Lower case, no full stop, values in double quotes, lengths in the unit that the user wrote. */
  readonly message: string;
  /** What to do, in the same manner. */
  readonly hint?: string;
  /** Page label as printed, where the trouble has a page. */
  readonly page?: string;
  readonly slot?: string;
  /** How many grid lines too many (positive) or too few (negative). */
  readonly lines?: number;
}

/** Takes problems as they are found. A stage is handed one and never throws for a user's mistake. */
export type Report = (diagnostic: Diagnostic) => void;
