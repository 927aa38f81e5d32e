/**
 * What a build leaves standing, as a printer leaves type standing that may be wanted again: what it read, what it wrote
 * and what it said. Setting depends on nothing but the files that it reads, so where all of those are as they were, the
 * next build of the same command has its end before it begins.
 *
 * In: a build command, before its stages are loaded. Out: whether that was all it took.
 */
import { readFileSync } from 'node:fs';
import { type NewFile, writeFilesAtomically } from '../host/atomic-write.js';
import { type DiskCache, locateCache, openDiskCache } from '../host/disk-cache.js';
import { sha256 } from '../host/hash.js';
import { type Asked, answersAsBefore } from '../host/watched-files.js';
import { openDisk } from './open-disk.js';
import type { Terminal } from './terminal.js';
import { type Told, tell } from './told.js';

/** Raised whenever the record changes its shape. */
const FORMAT = 1;

/** A file that a build wrote. The report tells the time that the build took, and so is written anew by each. */
export interface StandingFile {
  readonly path: string;
  readonly sha256: string;
  readonly kind: 'as-is' | 'report';
}

/** A finished build. */
export interface StandingRun {
  readonly asked: readonly Asked[];
  readonly told: readonly Told[];
  readonly files: readonly StandingFile[];
}

/** A build as a file of it was written. */
export interface WrittenFile extends NewFile {
  readonly kind: StandingFile['kind'];
}

/** Names one command of one release: everything that decides its end besides the files it reads. */
export function standingKey(release: string, call: unknown, terminal: Terminal): string {
  const { workingFolder, palette } = terminal;
  return `standing ${FORMAT} ${JSON.stringify([release, process.version, call, workingFolder, palette.hint('')])}`;
}

/** Keeps a finished build. Does nothing where the disk refuses. */
export function keepStanding(
  key: string,
  run: { readonly asked: readonly Asked[]; readonly told: readonly Told[]; readonly files: readonly WrittenFile[] },
  terminal: Terminal,
): void {
  const cache = openCache(terminal);
  const files = run.files.map(({ path, bytes, kind }): StandingFile => {
    const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    const sum = sha256(content);
    cache.write(contentKey(sum), content);
    return { path, sha256: sum, kind };
  });
  const record: StandingRun = { asked: run.asked, told: run.told, files };
  cache.write(key, new TextEncoder().encode(JSON.stringify(record)));
}

/**
 * Ends a build at once where nothing has changed since it was last made: puts back whichever of its files is gone or no
 * longer what it was, and says again what was said. Gives false where the issue has to be set. Throws the system's
 * error where a file cannot be written.
 */
export async function repeatStanding(key: string, terminal: Terminal): Promise<boolean> {
  const start = performance.now();
  const cache = openCache(terminal);
  const kept = cache.read(key);
  if (!kept) return false;
  const run = JSON.parse(new TextDecoder().decode(kept)) as StandingRun;
  if (!answersAsBefore(run.asked, openDisk(terminal))) return false;
  const missing: NewFile[] = [];
  for (const file of run.files) {
    if (file.kind === 'as-is' && standsAt(file)) continue;
    const bytes = cache.read(contentKey(file.sha256));
    if (!bytes) return false;
    missing.push({ path: file.path, bytes: file.kind === 'report' ? retime(bytes, performance.now() - start) : bytes });
  }
  await writeFilesAtomically(missing);
  tell(run.told, { ms: performance.now() - start, note: 'nothing has changed' }, terminal);
  return true;
}

function openCache(terminal: Terminal): DiskCache {
  return openDiskCache(locateCache(terminal.environment, terminal.workingFolder));
}

function contentKey(sum: string): string {
  return `written ${sum}`;
}

function standsAt({ path, sha256: sum }: StandingFile): boolean {
  try {
    return sha256(readFileSync(path)) === sum;
  } catch {
    return false;
  }
}

/** A report with the time of this run for that of the run that was kept: no stage did anything. */
function retime(report: Uint8Array, ms: number): string {
  const record = JSON.parse(new TextDecoder().decode(report)) as Record<string, unknown>;
  return `${JSON.stringify({ ...record, timings: { total: ms, stages: {} } }, undefined, 2)}\n`;
}
