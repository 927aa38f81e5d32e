/** Why a file could not be had. `outside`: the path leaves its folder, by `..`, as an absolute path or over a link. */
export type FileTrouble = 'missing' | 'unreadable' | 'outside' | 'folder';

export type FileAnswer =
  | { readonly ok: true; readonly path: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly path: string; readonly why: FileTrouble };

/**
 * The one door to the disk. Stages are handed it; only the host opens files. Paths use `/`. A folder is a jail: what
 * is asked for inside it is read inside it or not at all, links followed.
 */
export interface Files {
  /** Reads `path`, given relative to `folder`, if it lies inside `folder`. */
  read(folder: string, path: string): FileAnswer;
  exists(folder: string, path: string): boolean;
  /** Names of the files in a folder, without their path, sorted by code unit; none where there is no such folder. */
  list(folder: string): readonly string[];
  /** Joins and normalises path parts. */
  join(...parts: readonly string[]): string;
  /** The folder above, or undefined at the root. */
  parent(folder: string): string | undefined;
  /** The path as people see it: relative to the working folder where it lies in it. */
  display(path: string): string;
  /** Where the product keeps its own `templates/`, `fonts/` and `icc/`. */
  readonly product: string;
  /** Folder of an installed package, for fonts that come as packages. */
  packageFolder(name: string): string | undefined;
}
