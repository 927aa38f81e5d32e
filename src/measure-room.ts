/*
 * How many words the slots of an issue or of a paper's templates hold: the stages as far as that takes them, with no story
 * set.
 */
import type { Diagnostic, Report } from './diagnostics/diagnostic.js';
import { type IssuePlace, readIssue } from './manifest/read-issue.js';
import { readTemplates, type TemplatesWanted } from './manifest/read-templates.js';
import type { Issue } from './model/issue.js';
import type { MeasuredSlot } from './model/slot-room.js';
import { measureSlots } from './page/fit-slot-room.js';
import type { Surroundings } from './pipeline.js';
import { openSession } from './session.js';
import { startStopwatch } from './stopwatch.js';
import { findPictures } from './story/find-pictures.js';
import { openTypesetter } from './typesetter.js';

/** Whose slots are measured. */
export type SlotsWanted =
  | { readonly type: 'issue'; readonly issue: IssuePlace }
  | ({ readonly type: 'templates' } & TemplatesWanted);

export interface RoomResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where the files could not be read. */
  readonly measured?: { readonly issue: Issue; readonly slots: readonly MeasuredSlot[] };
}

/** Measures the slots of every page, or of every template, in their order. */
export async function measureRoom(
  wanted: SlotsWanted,
  { files, sha256, now }: Pick<Surroundings, 'files' | 'sha256' | 'now'>,
): Promise<RoomResult> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => {
    diagnostics.push(diagnostic);
  };
  const issue =
    wanted.type === 'issue'
      ? readIssue(wanted.issue, files, findPictures, report)
      : readTemplates(wanted, files, report);
  if (!issue) return { diagnostics };
  const session = await openSession(issue, files, sha256, report);
  const typesetter = openTypesetter(issue.paper, session, () => 'other', report, startStopwatch(now));
  return { diagnostics, measured: { issue, slots: measureSlots(issue, typesetter) } };
}
