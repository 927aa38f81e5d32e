/**
 * A store on disk for what took time to make, keyed by everything that it was made from. It only saves time: a build
 * without it, or with a damaged one, gives the same bytes. So nothing here ever fails a build.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import type { Cache } from '../model/cache.js';

/** Raised whenever entries of an older product must not be used. */
const FORMAT = 1;
const MAGIC = Buffer.from(`broadsheet cache ${FORMAT}\n`, 'latin1');
const CHECKSUM_BYTES = 32;
const ENTRY_ENDING = '.entry';

/** Room on disk that the cache may take once trimmed: about a thousand converted pictures. */
const CACHE_LIMIT_BYTES = 512 * 1024 * 1024;

/** A temporary file older than this belongs to a process that died. */
const ABANDONED_MS = 3_600_000;

/** A cache on disk. Nothing is kept where the disk refuses. */
export interface DiskCache extends Cache {
  /** Removes what has not been used for longest until the rest fits the limit. Looks at the disk only after a write. */
  trim(limitBytes?: number): void;
}

/** Opens the cache in a folder, which is made at the first write. Safe with several processes at once. */
export function openDiskCache(folder: string): DiskCache {
  const versioned = join(folder, `v${FORMAT}`);
  let written = false;
  return {
    read: (key) => readEntry(join(versioned, entryName(key)), key),
    write: (key, bytes) => {
      written = true;
      writeEntry(versioned, key, bytes);
    },
    trim: (limitBytes = CACHE_LIMIT_BYTES) => {
      if (written) trimFolder(versioned, limitBytes);
    },
  };
}

/**
 * Where the cache lives: `BROADSHEET_CACHE`, else `broadsheet` in `XDG_CACHE_HOME` (XDG Base Directory Specification:
 * ignored unless absolute) or in `~/.cache`, else `.cache` in the working folder.
 */
export function locateCache(environment: NodeJS.ProcessEnv, workingFolder: string): string {
  const chosen = environment.BROADSHEET_CACHE;
  if (chosen) return resolve(workingFolder, chosen);
  const xdg = environment.XDG_CACHE_HOME;
  if (xdg && isAbsolute(xdg)) return join(xdg, 'broadsheet');
  const home = environment.HOME ?? homedir();
  return isAbsolute(home) ? join(home, '.cache', 'broadsheet') : join(workingFolder, '.cache');
}

function readEntry(path: string, key: string): Uint8Array | undefined {
  try {
    const entry = readFileSync(path);
    const bytes = unwrap(entry, key);
    // The time of use, for trimming. It decides nothing that a build puts out.
    if (bytes !== undefined) utimesSync(path, new Date(), new Date());
    return bytes;
  } catch {
    return undefined;
  }
}

function writeEntry(folder: string, key: string, bytes: Uint8Array): void {
  const temporary = join(folder, `${entryName(key)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    // Not flushed: the checksum tells a half-written entry from a whole one.
    writeFileSync(temporary, Buffer.concat([MAGIC, checksum(key, bytes), bytes]), { flag: 'wx' });
    renameSync(temporary, join(folder, entryName(key)));
  } catch {
    removeQuietly(temporary);
  }
}

/** The bytes of an entry, if its checksum says that they are whole and belong to this key. */
function unwrap(entry: Buffer, key: string): Uint8Array | undefined {
  const start = MAGIC.length + CHECKSUM_BYTES;
  if (entry.length < start || !entry.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  const bytes = entry.subarray(start);
  return checksum(key, bytes).equals(entry.subarray(MAGIC.length, start)) ? bytes : undefined;
}

function checksum(key: string, bytes: Uint8Array): Buffer {
  return createHash('sha256').update(`${key.length}:${key}`).update(bytes).digest();
}

function entryName(key: string): string {
  return `${createHash('sha256').update(key).digest('hex')}${ENTRY_ENDING}`;
}

function trimFolder(folder: string, limitBytes: number): void {
  const entries = entriesOf(folder).sort((a, b) => b.usedMs - a.usedMs);
  let bytes = 0;
  for (const entry of entries) {
    bytes += entry.bytes;
    if (bytes > limitBytes || entry.abandoned) removeQuietly(entry.path);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The cache only saves time; what cannot be removed stays.
  }
}

interface EntryFile {
  readonly path: string;
  readonly bytes: number;
  readonly usedMs: number;
  readonly abandoned: boolean;
}

function entriesOf(folder: string): EntryFile[] {
  const entries: EntryFile[] = [];
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined || !stats.isFile()) continue;
    const abandoned = !name.endsWith(ENTRY_ENDING) && Date.now() - stats.mtimeMs > ABANDONED_MS;
    entries.push({ path, bytes: stats.size, usedMs: stats.mtimeMs, abandoned });
  }
  return entries;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
