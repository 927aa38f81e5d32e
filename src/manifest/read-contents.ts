import type { Origin, Report } from '../diagnostics/diagnostic.js';
import type { Checked } from './check-document.js';
import type { AssignmentInput, ContentInput, IssueInput } from './issue-schema.js';
import type { NumberedPage } from './number-pages.js';
import { problem } from './problem.js';

/** What the desk put into a slot, before its names are looked up. Article names are as written. */
export type Content =
  | { readonly type: 'article' | 'refer' | 'continue'; readonly article: string; readonly origin: Origin }
  | {
      readonly type: 'briefs';
      readonly articles: readonly { readonly article: string; readonly origin: Origin }[];
      readonly origin: Origin;
    }
  | { readonly type: 'ad'; readonly file: string; readonly edition?: string; readonly origin: Origin }
  | { readonly type: 'auto'; readonly origin: Origin };

/** The contents of one slot: more than one only where each is an advertisement of another edition. */
export interface SlotContents {
  readonly slot: string;
  readonly contents: readonly Content[];
  /** Where the slot's name stands. */
  readonly origin: Origin;
}

/** Reads what a page of the manifest puts into its slots. Reports `slot-taken` for two stories in one. */
export function readContents(
  page: NumberedPage,
  manifest: Checked<IssueInput>,
  report: Report,
): readonly SlotContents[] {
  return Object.entries(page.entry.slots).map(([slot, written]) => {
    const path = ['pages', page.key, 'slots', slot];
    return { slot, contents: readSlot(slot, written, path, manifest, report), origin: manifest.keyOrigin(path) };
  });
}

function readSlot(
  slot: string,
  written: AssignmentInput,
  path: readonly PropertyKey[],
  manifest: Checked<IssueInput>,
  report: Report,
): readonly Content[] {
  const origin = manifest.origin(path);
  if (typeof written === 'string')
    return [written === 'auto' ? { type: 'auto', origin } : { type: 'article', article: written, origin }];
  if (!Array.isArray(written)) return readContent(slot, written as ContentInput, path, manifest, report);
  if (written.every((each) => typeof each === 'string')) {
    const articles = written.map((article, index) => ({ article, origin: manifest.origin([...path, index]) }));
    return [{ type: 'briefs', articles, origin }];
  }
  const contents = written.flatMap((each, index): readonly Content[] => {
    const at = [...path, index];
    if (typeof each === 'string') return [{ type: 'article', article: each, origin: manifest.origin(at) }];
    return readContent(slot, each, at, manifest, report);
  });
  checkSharing(slot, contents, report);
  return contents;
}

/** Reads `{ article: … }` and its like: exactly one of the keys says what it is. */
function readContent(
  slot: string,
  written: ContentInput,
  path: readonly PropertyKey[],
  manifest: Checked<IssueInput>,
  report: Report,
): readonly Content[] {
  const origin = manifest.origin(path);
  const kinds = (['article', 'refer', 'continue', 'ad'] as const).filter((key) => written[key] !== undefined);
  const [kind, second] = kinds;
  if (kind === undefined) {
    const hint = 'write "article", "refer", "continue" or "ad" into it, with the name of what is meant';
    report(problem('missing-key', origin, `slot "${slot}" does not say what stands in it`, hint));
    return [];
  }
  if (second !== undefined) {
    const message = `slot "${slot}" is given two things, "${kind}" and "${second}"`;
    report(
      problem(
        'slot-taken',
        manifest.keyOrigin([...path, second]),
        message,
        'keep one, and put the other into a slot of its own',
      ),
    );
  }
  const named = written[kind] as string;
  const at = manifest.origin([...path, kind]);
  if (kind !== 'ad') {
    if (written.edition !== undefined) reportEdition([...path, 'edition'], manifest, report);
    return [{ type: kind, article: named, origin: at }];
  }
  return [
    { type: 'ad', file: named, ...(written.edition === undefined ? {} : { edition: written.edition }), origin: at },
  ];
}

function reportEdition(path: readonly PropertyKey[], manifest: Checked<IssueInput>, report: Report): void {
  const hint = 'take "edition" out: stories stand in every edition';
  report(problem('unknown-key', manifest.keyOrigin(path), 'only an advertisement may have "edition"', hint));
}

/** Several things share a slot only when they are advertisements of different editions. */
function checkSharing(slot: string, contents: readonly Content[], report: Report): void {
  const editions = new Set<string>();
  for (const [index, content] of contents.entries()) {
    const alone = content.type === 'ad' && content.edition !== undefined && !editions.has(content.edition);
    if (alone) editions.add(content.edition as string);
    else if (index > 0 || contents.length > 1) {
      const hint =
        content.type === 'ad'
          ? 'give each advertisement an edition of its own'
          : 'keep one, and put the other into a slot of its own; short articles share a slot as a list of names';
      report(problem('slot-taken', content.origin, `slot "${slot}" is given ${contents.length} things`, hint));
      return;
    }
  }
}
