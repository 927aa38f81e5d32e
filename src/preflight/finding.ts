import type { Severity } from '../diagnostics/severity.js';
import { type PreflightKind, RULES, type RuleCode } from './rules.js';

/** Where in the file something is; an empty one means the file as a whole. */
export interface FindingPlace {
  /** Which page of the file, from 1. */
  readonly page?: number;
  /** Its label, as printed, where it has one. */
  readonly label?: string;
  /** Millimetres from the left edge of the trim, to the right. */
  readonly xMm?: number;
  /** Millimetres from the top edge of the trim, downwards. */
  readonly yMm?: number;
}

/** One breach of a rule. */
export interface Finding extends FindingPlace {
  readonly rule: RuleCode;
  readonly severity: Severity;
  /** Lower case, no full stop, values in double quotes. */
  readonly message: string;
  /** What to do, in the same manner. */
  readonly hint: string;
  /** How often the same is found on this page; the place is that of the first. */
  readonly times: number;
}

/** Takes a breach as it is found. */
export type Accuse = (rule: RuleCode, place: FindingPlace, message: string, hint: string) => void;

/** All that is gathered while a file is judged. */
export interface Findings {
  readonly accuse: Accuse;
  /** What was found, in the order of pages, each once. */
  list(): readonly Finding[];
}

/** A file with everything wrong must not fill the memory, nor the desk's screen: so many a rule and page are kept. */
const MOST_PER_RULE_AND_PAGE = 20;

/** Opens an empty list of findings. Rules that do not hold for this kind of file are dropped. */
export function openFindings(kind: PreflightKind): Findings {
  const kept = new Map<string, Finding>();
  const counts = new Map<string, number>();
  const accuse: Accuse = (rule, place, message, hint) => {
    const severity = RULES[rule][kind];
    if (severity === 'off') return;
    const key = JSON.stringify([rule, place.page, message]);
    const known = kept.get(key);
    if (known !== undefined) {
      kept.set(key, { ...known, times: known.times + 1 });
      return;
    }
    const group = `${rule} ${place.page}`;
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    if (count <= MOST_PER_RULE_AND_PAGE) kept.set(key, { rule, severity, ...place, message, hint, times: 1 });
  };
  return { accuse, list: () => [...kept.values()].sort((a, b) => (a.page ?? 0) - (b.page ?? 0)) };
}
