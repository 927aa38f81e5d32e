/** An edition as the report tells of it: what became of every story, jump and refer, and what was wrong. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type DiagnosticRecord, recordDiagnostic } from '../diagnostics/format.js';
import type { Edition, Jump, Refer, StoryFit, StoryOutcome } from '../model/edition.js';
import { isoDate } from '../model/issue.js';
import { type PageName, pageName, slotName } from './names.js';

/** What a build knows besides the edition. */
export interface ReportExtras {
  readonly diagnostics: readonly Diagnostic[];
  /** Milliseconds of the whole build, and of each stage in the order in which they ran. */
  readonly timings: { readonly total: number; readonly stages: Readonly<Record<string, number>> };
  readonly outputs: readonly OutputRecord[];
}

/** A file that was written: its path as people see it, its SHA-256 in hex and its size. */
export interface OutputRecord {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface JumpRecord {
  readonly article: string;
  readonly from: string;
  readonly to: string;
  readonly fromPage: PageName;
  readonly toPage: PageName;
  /** The jump line, and the "from" line at the resumed text. */
  readonly text: string;
  readonly fromText: string;
}

export interface ReferRecord {
  readonly article: string;
  readonly from: string;
  readonly page: PageName;
  readonly text: string;
}

/** The report of one edition; published as `report.json`. */
export interface ReportRecord {
  readonly version: 1;
  readonly issue: {
    readonly paper: string;
    readonly date: string;
    readonly number: number;
    readonly pages: number;
    readonly language: string;
  };
  readonly edition: string;
  readonly stories: readonly StoryOutcome[];
  readonly jumps: readonly JumpRecord[];
  readonly refers: readonly ReferRecord[];
  readonly diagnostics: readonly DiagnosticRecord[];
  readonly timings: ReportExtras['timings'];
  readonly outputs: readonly OutputRecord[];
}

/** Describes an edition in the words of the report's schema. */
export function describeReport(edition: Edition, extras: ReportExtras): ReportRecord {
  const { paper, date, number } = edition.issue;
  return {
    version: 1,
    issue: {
      paper: paper.id,
      date: isoDate(date),
      number,
      pages: edition.pages.length,
      language: paper.language,
    },
    edition: edition.name,
    stories: edition.stories.map(describeStory),
    jumps: edition.jumps.map(describeJump),
    refers: edition.refers.map(describeRefer),
    diagnostics: extras.diagnostics.map(recordDiagnostic),
    timings: extras.timings,
    outputs: extras.outputs,
  };
}

/** Field by field: the schema is published, and a field that make-up adds for itself stays out of it. */
function describeStory(story: StoryOutcome): StoryOutcome {
  const { article, headline, words, slots, lines, hyphenatedLines, looseLines, widows, orphans, fit } = story;
  return {
    article,
    headline,
    words,
    slots,
    lines,
    hyphenatedLines,
    looseLines,
    widows,
    orphans,
    fit: describeFit(fit),
  };
}

/** Field by field, as the published schema has them. */
export function describeFit({ lines, words, applied, tracking, dropped, cheapest }: StoryFit): StoryFit {
  return {
    lines,
    words,
    applied,
    tracking,
    dropped,
    cheapest: cheapest.map((one) => ({ paragraph: one.paragraph, line: one.line, words: one.words })),
  };
}

function describeJump({ article, from, to, text, fromText }: Jump): JumpRecord {
  return {
    article,
    from: slotName(from),
    to: slotName(to),
    fromPage: pageName(from.page),
    toPage: pageName(to.page),
    text,
    fromText,
  };
}

function describeRefer({ article, from, page, text }: Refer): ReferRecord {
  return { article, from: slotName(from), page: pageName(page), text };
}
