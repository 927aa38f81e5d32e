/** An error stops the press; a warning does so only with `--strict`. */
export type Severity = 'error' | 'warning';
