import { CODES, type DiagnosticCode } from '../diagnostics/codes.js';
import type { Diagnostic, Origin, Report } from '../diagnostics/diagnostic.js';
import type { FileAnswer, FileTrouble } from '../model/files.js';

/** Makes a diagnostic whose severity is that of its code. */
export function problem(code: DiagnosticCode, origin: Origin, message: string, hint: string): Diagnostic {
  return { code, severity: CODES[code].severity, origin, message, hint };
}

/** A report that passes each problem on once, and remembers whether one of them stops the press. */
export interface Ledger {
  readonly report: Report;
  /** Whether an error was reported. */
  stopped(): boolean;
}

export function openLedger(report: Report): Ledger {
  const seen = new Set<string>();
  let stopped = false;
  return {
    report(diagnostic) {
      const { file, line, column } = diagnostic.origin;
      const identity = `${diagnostic.code}\n${file}:${line}:${column}\n${diagnostic.message}`;
      if (seen.has(identity)) return;
      seen.add(identity);
      if (diagnostic.severity === 'error') stopped = true;
      report(diagnostic);
    },
    stopped: () => stopped,
  };
}

/** What is said of a file that could not be had: which code a missing one has, and what to do about it. */
export interface FileMiss {
  readonly missing: DiagnosticCode;
  /** What the file is: "article", "picture". */
  readonly what: string;
  /** As the user wrote it. */
  readonly name: string;
  readonly hint: string;
}

/** Reports why a file could not be had, at the place that names it. */
export function reportMiss(
  answer: FileAnswer & { readonly ok: false },
  miss: FileMiss,
  at: Origin,
  report: Report,
): void {
  report(diagnoseMiss(answer.why, miss, at));
}

function diagnoseMiss(why: FileTrouble, miss: FileMiss, at: Origin): Diagnostic {
  const subject = `${miss.what} "${miss.name}"`;
  switch (why) {
    case 'missing':
      return problem(miss.missing, at, `${subject} does not exist`, miss.hint);
    case 'outside': {
      const hint = 'put the file into the folder itself; "..", absolute paths and links that lead out are refused';
      return problem('outside-folder', at, `${subject} lies outside the folder that it must stay in`, hint);
    }
    case 'folder':
      return problem('unreadable-file', at, `${subject} is a folder`, 'name a file inside it');
    case 'unreadable': {
      const hint = 'see that you may read the file, and that it is whole';
      return problem('unreadable-file', at, `${subject} cannot be read`, hint);
    }
  }
}
