import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sha256 } from '../../src/host/hash.js';
import { inflate } from '../../src/host/inflate.js';
import { openFiles } from '../../src/host/node-files.js';
import { findProductRoot } from '../../src/host/product-root.js';
import { type BuildOptions, type BuildResult, buildIssue, checkIssue, type Surroundings } from '../../src/pipeline.js';

/** The checkout that the tests run in. */
export const PRODUCT = findProductRoot();

/** A folder for one test, with the templates of the Harbour Courier in it. */
export function makeFolder(): {
  readonly path: string;
  write(name: string, text: string | Uint8Array): void;
  /** Replaces words in a file that is there. */
  spoil(name: string, from: string, to: string): void;
  remove(): void;
} {
  const path = mkdtempSync(join(tmpdir(), 'broadsheet-'));
  cpSync(join(PRODUCT, 'templates'), join(path, 'templates'), { recursive: true });
  return {
    path,
    write: (name, text) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    },
    spoil: (name, from, to) => {
      const file = join(path, name);
      writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Surroundings that read the disk and keep converted pictures in memory. */
function surround(workingFolder: string): Surroundings {
  const cache = new Map<string, Uint8Array>();
  return {
    files: openFiles({ workingFolder, productRoot: PRODUCT }),
    sha256,
    inflate,
    pictureCache: {
      read: (key) => cache.get(key),
      write: (key, bytes) => {
        cache.set(key, bytes);
      },
    },
    now: () => 0,
    progress: () => {},
  };
}

function optionsFor(folder: string, profiles: BuildOptions['profiles']): BuildOptions {
  return { issue: { folder, manifest: 'issue.yaml' }, profiles, strict: false };
}

/** Sets the issue in a folder, without its PDF. */
export function check(folder: string): Promise<BuildResult> {
  return checkIssue(optionsFor(folder, ['press']), surround(folder));
}

/** Sets the issue in a folder and writes its PDF. */
export function build(folder: string, ...profiles: BuildOptions['profiles']): Promise<BuildResult> {
  return buildIssue(optionsFor(folder, profiles.length === 0 ? ['press'] : profiles), surround(folder));
}
