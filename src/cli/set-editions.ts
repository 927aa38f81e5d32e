/**
 * In: an issue and what is wanted of it. Out: the result of every edition wanted, set one after another with the same
 * surroundings.
 */
import { type DiskCache, locateCache, openDiskCache } from '../host/disk-cache.js';
import { sha256 } from '../host/hash.js';
import { inflate } from '../host/inflate.js';
import type { Edition } from '../model/edition.js';
import type { Files } from '../model/files.js';
import type { BuildOptions, BuildResult, Surroundings } from '../pipeline.js';
import { UsageError } from './exit-status.js';
import { formatPageList } from './page-list.js';
import { openProgressBar } from './progress-bar.js';
import type { Terminal } from './terminal.js';

/** `buildIssue` or `checkIssue`. */
export type SetEdition = (options: BuildOptions, surroundings: Surroundings) => Promise<BuildResult>;

/**
 * Sets the edition that is named, or every edition of the issue, its first one first. Throws a `UsageError` where an
 * edition or a page is asked for that the issue does not have.
 */
export async function setEditions(
  set: SetEdition,
  options: BuildOptions,
  disk: Files,
  terminal: Terminal,
): Promise<readonly BuildResult[]> {
  const cache = openDiskCache(locateCache(terminal.environment, terminal.workingFolder));
  const bar = openProgressBar(terminal);
  const surroundings = surround(disk, cache, bar.show);
  try {
    const first = await set(options, surroundings);
    if (first.edition !== undefined) refuseUnknown(options, first.edition);
    const results = [first];
    for (const edition of otherEditions(options, first)) {
      results.push(await set({ ...options, edition }, surroundings));
    }
    return results;
  } finally {
    bar.clear();
    cache.trim();
  }
}

function surround(files: Files, pictureCache: DiskCache, progress: Surroundings['progress']): Surroundings {
  return { files, sha256, inflate, pictureCache, now: () => performance.now(), progress };
}

function otherEditions(options: BuildOptions, first: BuildResult): readonly string[] {
  if (options.edition !== undefined || first.edition === undefined) return [];
  const { issue, name } = first.edition;
  return issue.editions.filter((edition) => edition !== name);
}

function refuseUnknown(options: BuildOptions, made: Edition): void {
  const { editions, pages } = made.issue;
  if (options.edition !== undefined && !editions.includes(options.edition)) {
    const known = editions.length === 0 ? 'none' : editions.join(', ');
    throw new UsageError(`the issue has no edition "${options.edition}": it has ${known}`);
  }
  const numbers = pages.map((page) => page.number);
  const absent = (options.pages ?? []).filter((page) => !numbers.includes(page));
  if (absent.length > 0) {
    throw new UsageError(`the issue has no page ${formatPageList(absent)}: it has ${formatPageList(numbers)}`);
  }
}
