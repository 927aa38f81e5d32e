/**
 * In: the disk. Out: the same disk, and a list of all that was asked of it with a digest of each answer. Setting reads
 * nothing else, so a run whose questions would all be answered as before would come to the same end.
 */
import type { Files } from '../model/files.js';
import { sha256 } from './hash.js';

/** A question put to the disk, and a digest of what it answered. */
export type Asked =
  | readonly ['read' | 'exists', folder: string, path: string, answer: string]
  | readonly ['list' | 'package', name: string, answer: string];

/** A disk that remembers what it was asked. */
export interface WatchedFiles extends Files {
  /** Every question once, in the order in which they were first put. */
  asked(): readonly Asked[];
}

/**
 * Watches what is read. A file that answers twice in different ways was changed meanwhile: then both answers are on the
 * list, and the run is never taken for one that could be repeated.
 */
export function watchFiles(files: Files): WatchedFiles {
  const seen = new Map<string, Asked>();
  const note = (asked: Asked): void => {
    seen.set(asked.join('\0'), asked);
  };
  return {
    ...files,
    read: (folder, path) => {
      const answer = files.read(folder, path);
      note(['read', folder, path, digestRead(answer)]);
      return answer;
    },
    exists: (folder, path) => {
      const answer = files.exists(folder, path);
      note(['exists', folder, path, String(answer)]);
      return answer;
    },
    list: (folder) => {
      const answer = files.list(folder);
      note(['list', folder, digestList(answer)]);
      return answer;
    },
    packageFolder: (name) => {
      const answer = files.packageFolder(name);
      note(['package', name, String(answer)]);
      return answer;
    },
    asked: () => [...seen.values()],
  };
}

/** Whether the disk would answer all questions as it did. Any list is safe: it may come from a damaged file. */
export function answersAsBefore(asked: readonly Asked[], files: Files): boolean {
  return asked.every((one) => one.at(-1) === askAgain(one, files));
}

function askAgain([kind, first, second]: Asked, files: Files): string {
  switch (kind) {
    case 'read':
      return digestRead(files.read(first, second));
    case 'exists':
      return String(files.exists(first, second));
    case 'list':
      return digestList(files.list(first));
    case 'package':
      return String(files.packageFolder(first));
  }
}

function digestRead(answer: ReturnType<Files['read']>): string {
  return answer.ok ? sha256(answer.bytes) : answer.why;
}

function digestList(names: readonly string[]): string {
  return sha256(new TextEncoder().encode(names.join('\0')));
}
