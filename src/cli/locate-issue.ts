import { statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from './exit-status.js';

/** Where an issue is: its folder as an absolute path, and its manifest's name in it. */
export interface IssuePlace {
  readonly folder: string;
  readonly manifest: string;
}

const MANIFEST = 'issue.yaml';

/**
 * Finds the issue that a command names: a folder with `issue.yaml` in it, or a manifest file under any name.
 * Throws a `UsageError` where there is neither.
 */
export function locateIssue(named: string, workingFolder: string): IssuePlace {
  const path = resolve(workingFolder, named);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile()) return { folder: dirname(path), manifest: basename(path) };
  if (stats === undefined) throw new UsageError(`there is no issue at "${named}"`);
  if (statSync(join(path, MANIFEST), { throwIfNoEntry: false }) === undefined) {
    throw new UsageError(`the folder "${named}" has no ${MANIFEST}`);
  }
  return { folder: path, manifest: MANIFEST };
}
