/**
 * In: a working folder and the product's folder. Out: the `Files` that all stages read through. Nothing else in the
 * code base opens a file of the user's for reading.
 */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { FileAnswer, Files, FileTrouble } from '../model/files.js';

/** Where this process stands. Both are absolute paths. */
export interface Places {
  readonly workingFolder: string;
  readonly productRoot: string;
}

type Located = { readonly ok: true; readonly real: string } | { readonly ok: false; readonly why: FileTrouble };

/** Opens the disk for reading. Reads are not cached: a file changed between two builds is read anew. */
export function openFiles(places: Places): Files {
  return {
    read: readInside,
    exists: (folder, path) => locate(folder, path).ok,
    list: listFolder,
    join: (...parts) => withSlashes(join(...parts)),
    parent: parentOf,
    display: (path) => displayPath(path, places.workingFolder),
    product: withSlashes(places.productRoot),
    packageFolder: (name) => findPackage(name, places.productRoot),
  };
}

function readInside(folder: string, path: string): FileAnswer {
  const asked = withSlashes(resolve(folder, path));
  const located = locate(folder, path);
  if (!located.ok) return { ok: false, path: asked, why: located.why };
  try {
    return { ok: true, path: asked, bytes: readFileSync(located.real) };
  } catch (error) {
    return { ok: false, path: asked, why: troubleOf(error) };
  }
}

/**
 * Finds the regular file that `path` names, links followed, if it lies in `folder`, links followed too. Judged on the
 * text of the path first, so that asking for something outside says nothing about what is there; then on the real path,
 * so that a link cannot lead out.
 */
function locate(folder: string, path: string): Located {
  if (path.includes('\0')) return { ok: false, why: 'missing' };
  if (isAbsolute(path) || !liesIn(resolve(folder), resolve(folder, path))) return { ok: false, why: 'outside' };
  try {
    const real = realpathSync(resolve(folder, path));
    if (!liesIn(realpathSync(folder), real)) return { ok: false, why: 'outside' };
    const stats = statSync(real);
    if (stats.isDirectory()) return { ok: false, why: 'folder' };
    // Pipes and devices are refused: reading one might never end.
    return stats.isFile() ? { ok: true, real } : { ok: false, why: 'unreadable' };
  } catch (error) {
    return { ok: false, why: troubleOf(error) };
  }
}

function liesIn(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function troubleOf(error: unknown): FileTrouble {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  return code === 'EISDIR' ? 'folder' : 'unreadable';
}

function listFolder(folder: string): readonly string[] {
  try {
    // The default order of `sort` is by UTF-16 code unit, the same on every machine.
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}

function parentOf(folder: string): string | undefined {
  const above = dirname(resolve(folder));
  return above === resolve(folder) ? undefined : withSlashes(above);
}

function displayPath(path: string, workingFolder: string): string {
  const absolute = resolve(workingFolder, path);
  if (!liesIn(workingFolder, absolute)) return withSlashes(absolute);
  return withSlashes(relative(workingFolder, absolute)) || '.';
}

/**
 * Walks up from the product as Node does when it looks for a package, since a fellow package may be installed beside
 * the product rather than in it.
 */
function findPackage(name: string, productRoot: string): string | undefined {
  if (!/^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(name)) return undefined;
  for (let folder = productRoot; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (statSync(candidate, { throwIfNoEntry: false })?.isDirectory()) return withSlashes(candidate);
    if (dirname(folder) === folder) return undefined;
  }
}

function withSlashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
