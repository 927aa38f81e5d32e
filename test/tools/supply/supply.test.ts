import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../../tools/bundle.mjs';
import { type TinyIssue, writeTinyIssue } from '../../cli/tiny-issue.js';
import { type LockedPackage, licenceOf, namesIn, packagesIn, readTables } from './read-dependencies.js';

const root = join(import.meta.dirname, '../../..');
const readJson = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'));
const { dependencies, devDependencies } = readJson('package.json') as Record<string, Record<string, string>>;
const locked = Object.entries(readJson('package-lock.json').packages as Record<string, LockedPackage>).slice(1);
const document = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');

const DIRECT = readTables(document, 'Installed with the command');
const COMPILED = readTables(document, 'Compiled into the bundle').filter((row) => 'package' in row);
const PATTERNS = readTables(document, 'Compiled into the bundle').filter((row) => 'language' in row);
const BROUGHT = readTables(document, 'What these bring along');
const MATERIAL = readTables(document, 'Fonts and profiles');

const nameOf = (row: Readonly<Record<string, string>>) => namesIn(row.package ?? '')[0] as string;

/** An installation in a folder of its own: the bundle, and the product's files beside it. */
let installed: string;
let bundled: Awaited<ReturnType<typeof bundle>>;

beforeAll(async () => {
  installed = mkdtempSync(join(tmpdir(), 'broadsheet-supply-'));
  for (const name of ['package.json', 'node_modules', 'fonts', 'icc', 'templates']) {
    symlinkSync(join(root, name), join(installed, name));
  }
  bundled = await bundle(join(installed, 'dist'));
});

afterAll(() => rmSync(installed, { recursive: true, force: true }));

describe('docs/dependencies.md', () => {
  it('gives a reason for every run-time dependency, of which there are at most twelve', () => {
    expect(DIRECT.map(nameOf)).toEqual(Object.keys(dependencies as object).sort());
    expect(DIRECT.length).toBeLessThanOrEqual(12);
    for (const row of [...DIRECT, ...COMPILED]) expect(row.reason).toMatch(/\S{2}/);
  });

  it('names the licence of every package as the package itself does', () => {
    for (const row of [...DIRECT, ...COMPILED]) {
      expect([nameOf(row), licenceOf(root, `node_modules/${nameOf(row)}`, {})]).toEqual([nameOf(row), row.licence]);
    }
  });

  it('lists all that these bring along, by licence', () => {
    const told = BROUGHT.flatMap((row) => namesIn(row.packages ?? '').map((name) => `${name}: ${row.licence}`));
    const brought = locked.filter(([place, { dev }]) => !dev && !(nameAt(place) in (dependencies as object)));
    const found = brought.map(([place, entry]) => `${familyOf(nameAt(place))}: ${licenceOf(root, place, entry)}`);
    // Windows and browsers have libvips inside the one package.
    const plain = found.filter((line) => !/^@img\/sharp-\*: Apache-2.0 AND LGPL-3.0-or-later/.test(line));
    expect([...new Set(plain)].sort()).toEqual([...told].sort());
  });

  it('lists every package that is in the bundle', () => {
    const told = new Set([...DIRECT, ...COMPILED].map(nameOf));
    for (const row of BROUGHT) for (const name of namesIn(row.packages ?? '')) told.add(name);
    const inside = [bundled.main, bundled.commands].flatMap(({ inputs }) => [...packagesIn(inputs)]);
    expect(inside).toContain('bwip-js');
    expect(inside.filter((name) => !told.has(name))).toEqual([]);
  });

  it('calls compiled in what is a development dependency, and passes its terms on', () => {
    const terms = readFileSync(join(root, 'LICENSE.compiled-in.txt'), 'utf8');
    for (const name of COMPILED.map(nameOf)) {
      expect(devDependencies).toHaveProperty([name]);
      expect(terms).toContain(readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8').trim());
    }
  });

  it('names whose every file of hyphenation patterns is', () => {
    const files = readdirSync(join(root, 'src/shape/patterns')).map((name) => name.replace('.ts', ''));
    expect(PATTERNS.flatMap((row) => namesIn(row.language ?? ''))).toEqual(files.sort());
    for (const { copyright } of PATTERNS) expect(copyright).toMatch(/^\d{4}.* [A-Z]/);
  });

  it('has the licence of every font family and profile', () => {
    const fonts = readdirSync(join(root, 'fonts')).map((name) => readFileSync(join(root, 'fonts', name), 'utf8'));
    const packages = new Set(
      fonts.flatMap((text) => [...text.matchAll(/package: "?([^"\n]+)/g)].map(([, name]) => name)),
    );
    const profiles = readdirSync(join(root, 'icc')).filter((name) => name.endsWith('.icc'));
    const told = MATERIAL.flatMap((row) => namesIn(`${row.files} ${row.from}`));
    expect([...told].sort()).toEqual([...packages, ...profiles.map((name) => `icc/${name}`)].sort());
    for (const text of fonts) expect(new Set(text.match(/(?<=licence: ).+/g))).toEqual(new Set(['OFL-1.1']));
  });

  it('tells which packages a test alone uses', () => {
    const [, alone = ''] = document.split('## For development alone\n');
    for (const name of ['mdast-util-gfm-table', 'micromark-extension-gfm-table', 'fflate']) {
      expect(alone).toContain(`\`${name}\``);
      expect(devDependencies).toHaveProperty([name]);
      expect([...packagesIn({ ...bundled.main.inputs, ...bundled.commands.inputs })]).not.toContain(name);
    }
  });

  it('is right that no install script is needed with the command', () => {
    const withScript = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(withScript.map(([place, { dev }]) => [nameAt(place), dev])).toEqual([['esbuild', true]]);
  });
});

function nameAt(place: string): string {
  return place.replace(/.*node_modules\//, '');
}

/** One name for what is built anew for every machine. */
function familyOf(name: string): string {
  return name.replace(/^(@img\/sharp-libvips-|@img\/sharp-).*/, '$1*');
}

const NETWORK = /^(node:)?(dgram|dns|http|http2|https|inspector|net|tls)(\/|$)/;

describe('the network', () => {
  it('is imported by nothing in the bundle', () => {
    const outside = [bundled.main, bundled.commands].flatMap(importsFromOutside);
    expect(outside).toEqual(expect.arrayContaining(['node:path', 'node:zlib', 'sharp']));
    expect(outside.filter((name) => NETWORK.test(name))).toEqual([]);
  });

  it.each([
    "fetch('http://127.0.0.1:9')",
    "import('node:http').then(({ get }) => get('http://127.0.0.1:9'))",
    "import('node:net').then(({ connect }) => connect(9))",
    "import('node:dns/promises').then(({ lookup }) => lookup('localhost'))",
    "try { require('dgram').createSocket('udp4') } catch {}",
    "new (require('net').Socket)().connect(9)",
  ])('is closed to %s, as these tests have it', (program) => {
    const { status, stderr } = runWithoutNetwork(['-e', program]);
    expect([status, stderr]).toEqual([99, expect.stringContaining('went to the network')]);
  });

  it('is not asked for by any command', async () => {
    const issue = await writeTinyIssue();
    try {
      issue.spoil('articles/budget.md', 'the treasurer', 'the [treasurer](https://example.org/treasurer)');
      const run = (...args: readonly string[]) => runWithoutNetwork([join(installed, 'dist/main.js'), ...args], issue);
      expect(run('build', '.', '-o', 'out/night.pdf', '--profile', 'press,reader,proof', '--preflight')).toSucceed();
      expect(run('check', '.')).toSucceed();
      expect(run('fit', '.')).toSucceed();
      expect(run('preflight', 'out/night.pdf')).toSucceed();
      expect(run('schema')).toSucceed();
    } finally {
      issue.discard();
    }
  });
});

expect.extend({
  toSucceed: ({ status, stderr }: ReturnType<typeof runWithoutNetwork>) => ({
    pass: status === 0,
    message: () => `ended with status ${status}: ${stderr}`,
  }),
});

declare module 'vitest' {
  interface Matchers {
    toSucceed: () => void;
  }
}

function runWithoutNetwork(args: readonly string[], issue?: TinyIssue) {
  const forbid = `--import=${join(import.meta.dirname, 'forbid-network.mjs')}`;
  const env = { ...process.env, NODE_OPTIONS: forbid, ...(issue ? { BROADSHEET_CACHE: issue.path('cache') } : {}) };
  return spawnSync(process.execPath, args, { cwd: issue?.folder ?? root, env, encoding: 'utf8' });
}

function importsFromOutside({ inputs }: Metafile): readonly string[] {
  return Object.values(inputs).flatMap(({ imports }) => imports.filter((one) => one.external).map(({ path }) => path));
}
