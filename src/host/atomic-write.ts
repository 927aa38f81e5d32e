/**
 * In: files to be written. Out: all of them on disk, whole, or none of them and the old ones untouched.
 *
 * Each is written beside its place under another name, flushed, and renamed once all are complete: a rename within a
 * folder is atomic (POSIX `rename`), so that nobody ever sees half a file. What is unfinished is removed when the
 * writing fails or the process is told to stop.
 */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file as it is to be. */
export interface NewFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
}

interface StagedFile {
  readonly path: string;
  readonly temporary: string;
}

const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Temporary files that exist now, in this process. */
const unfinished = new Set<string>();

/**
 * Writes all files or none; folders that are missing are made. Throws the system's error where the disk refuses
 * (ENOSPC, EACCES, EISDIR …), with nothing left behind and the old files as they were.
 */
export async function writeFilesAtomically(files: readonly NewFile[]): Promise<void> {
  const stopGuarding = guardUnfinished();
  const staged: StagedFile[] = [];
  try {
    for (const file of files) staged.push(await stageFile(file));
    for (const file of staged) await putInPlace(file);
  } finally {
    for (const file of staged) await discard(file.temporary);
    stopGuarding();
  }
}

async function stageFile(file: NewFile): Promise<StagedFile> {
  const folder = dirname(file.path);
  await mkdir(folder, { recursive: true });
  await refuseFolder(file.path);
  const temporary = join(folder, `.${basename(file.path)}.${randomBytes(6).toString('hex')}.tmp`);
  unfinished.add(temporary);
  try {
    await writeAndFlush(temporary, file.bytes);
  } catch (error) {
    await discard(temporary);
    throw error;
  }
  return { path: file.path, temporary };
}

/** Found out before anything is renamed, so that one bad name among several leaves all old files untouched. */
async function refuseFolder(path: string): Promise<void> {
  const old = await stat(path).catch(() => undefined);
  if (old?.isDirectory()) throw Object.assign(new Error(`is a folder: ${path}`), { code: 'EISDIR', path });
}

/** Flushes to the disk before the rename, or a power cut could leave the new name with nothing in it. */
async function writeAndFlush(path: string, bytes: Uint8Array | string): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

async function putInPlace(file: StagedFile): Promise<void> {
  await rename(file.temporary, file.path);
  unfinished.delete(file.temporary);
}

async function discard(temporary: string): Promise<void> {
  if (!unfinished.has(temporary)) return;
  await rm(temporary, { force: true });
  unfinished.delete(temporary);
}

/** Removes unfinished files when the process is told to stop, then lets the signal do what it would have done. */
function guardUnfinished(): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    stopGuarding();
    for (const temporary of unfinished) rmSync(temporary, { force: true });
    process.kill(process.pid, signal);
  };
  const stopGuarding = (): void => {
    for (const signal of STOP_SIGNALS) process.off(signal, onSignal);
  };
  for (const signal of STOP_SIGNALS) process.on(signal, onSignal);
  return stopGuarding;
}
