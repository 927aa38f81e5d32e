import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A row of a table: its cells by the heads of their columns. */
export type Row = Readonly<Record<string, string>>;

/** The rows of all tables under a heading of a Markdown text, by the heads of their columns. */
export function readTables(text: string, heading: string): readonly Row[] {
  const [, section = ''] = text.split(`## ${heading}\n`);
  const [body = ''] = section.split(/^## /m);
  return body.split('\n\n').flatMap((block) => {
    const [heads, rule, ...rows] = block.trim().split('\n').map(readCells);
    if (!heads || !rule?.every((cell) => /^-+$/.test(cell))) return [];
    return rows.map((cells) => Object.fromEntries(heads.map((head, index) => [head, cells[index] ?? ''])));
  });
}

function readCells(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** The names in backticks. */
export function namesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name as string);
}

/** The packages that a bundle is made of, by the names of its input files. */
export function packagesIn(inputs: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  return new Set(Object.keys(inputs).flatMap((input) => packageOf(input) ?? []));
}

function packageOf(path: string): string | undefined {
  return /(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
}

/** What a lock file says of a package. */
export interface LockedPackage {
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly license?: string;
}

/**
 * The licence of a package by its place, `node_modules/…`: as the installed package names it; as the lock file does where
 * it is for another machine; MIT where it names none but carries the text of that.
 */
export function licenceOf(root: string, place: string, locked: LockedPackage): string | undefined {
  const file = join(root, place, 'package.json');
  if (!existsSync(file)) return locked.license;
  const { license } = JSON.parse(readFileSync(file, 'utf8')) as { readonly license?: string };
  if (license !== undefined) return license;
  return readFileSync(join(root, place, 'LICENSE'), 'utf8').startsWith('MIT License') ? 'MIT' : undefined;
}
