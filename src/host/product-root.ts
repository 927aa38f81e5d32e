import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder that holds the product's own `package.json`, `templates/`, `fonts/` and `icc/`. Found by walking up from
 * this module, so that it is the same folder for the bundle in `dist/` and for the sources in `src/`.
 * Throws where there is none: the installation is broken.
 */
export function findProductRoot(startFolder: string = dirname(fileURLToPath(import.meta.url))): string {
  let folder = startFolder;
  for (;;) {
    if (packageNameIn(folder) === 'broadsheet') return folder;
    const above = dirname(folder);
    if (above === folder) throw new Error(`no package.json of Broadsheet at or above ${startFolder}`);
    folder = above;
  }
}

/** Version of the installed product, as its `package.json` says. */
export function readProductVersion(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}

function packageNameIn(folder: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: string }).name;
  } catch {
    return undefined;
  }
}
