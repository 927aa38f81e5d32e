import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { locateCache, openDiskCache } from '../../src/host/disk-cache.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-cache-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString();
const entries = (): readonly string[] => readdirSync(join(folder, 'v1')).map((name) => join(folder, 'v1', name));

describe('the cache', () => {
  it('gives back what was written, to another process too, and nothing under another key', () => {
    openDiskCache(folder).write('photo 300', bytesOf('converted'));
    expect(textOf(openDiskCache(folder).read('photo 300'))).toBe('converted');
    expect(openDiskCache(folder).read('photo 301')).toBeUndefined();
  });

  it('ignores an entry with any one byte changed, and one cut short anywhere', () => {
    const cache = openDiskCache(folder);
    cache.write('key', bytesOf('some converted bytes'));
    const path = entries()[0]!;
    const whole = readFileSync(path);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Buffer.from(whole);
        damaged[at] = damaged[at]! ^ change;
        writeFileSync(path, damaged);
        expect(cache.read('key')).toBeUndefined();
        writeFileSync(path, whole.subarray(0, at));
        expect(cache.read('key')).toBeUndefined();
      }),
    );
    writeFileSync(path, whole);
    expect(textOf(cache.read('key'))).toBe('some converted bytes');
  });

  it('ignores an entry that was stored under another key', () => {
    const cache = openDiskCache(folder);
    cache.write('one', bytesOf('first'));
    const first = entries()[0]!;
    cache.write('two', bytesOf('second'));
    const second = entries().find((path) => path !== first)!;
    writeFileSync(second, readFileSync(first));
    expect(cache.read('two')).toBeUndefined();
  });

  it('keeps quiet where the disk refuses', () => {
    writeFileSync(join(folder, 'v1'), 'a file in the way');
    const cache = openDiskCache(folder);
    cache.write('key', bytesOf('x'));
    cache.trim();
    expect(cache.read('key')).toBeUndefined();
  });

  it('leaves no temporary files, and one whole entry when two write the same key', () => {
    const [one, other] = [openDiskCache(folder), openDiskCache(folder)];
    one.write('key', bytesOf('same'));
    other.write('key', bytesOf('same'));
    expect(entries()).toHaveLength(1);
    expect(textOf(one.read('key'))).toBe('same');
  });
});

describe('trimming', () => {
  it('removes what was not used for longest and keeps to the limit', () => {
    const cache = openDiskCache(folder);
    for (const key of ['old', 'middle', 'new']) {
      cache.write(key, new Uint8Array(1000));
      const age = { old: 300, middle: 200, new: 100 }[key]!;
      for (const path of entries()) if (isFresh(path)) utimesSync(path, secondsAgo(age), secondsAgo(age));
    }
    cache.trim(2500);
    expect(cache.read('old')).toBeUndefined();
    expect(cache.read('middle')).toHaveLength(1000);
    expect(cache.read('new')).toHaveLength(1000);
  });

  it('counts reading as use', () => {
    const cache = openDiskCache(folder);
    cache.write('read', new Uint8Array(1000));
    for (const path of entries()) utimesSync(path, secondsAgo(900), secondsAgo(900));
    cache.write('unread', new Uint8Array(1000));
    for (const path of entries()) if (isFresh(path)) utimesSync(path, secondsAgo(300), secondsAgo(300));
    cache.read('read');
    cache.trim(1500);
    expect(cache.read('read')).toHaveLength(1000);
    expect(cache.read('unread')).toBeUndefined();
  });

  it('sweeps away what a killed process left behind, but not what is being written', () => {
    const cache = openDiskCache(folder);
    cache.write('key', bytesOf('x'));
    writeFileSync(join(folder, 'v1', 'dead.tmp'), 'half');
    writeFileSync(join(folder, 'v1', 'alive.tmp'), 'half');
    utimesSync(join(folder, 'v1', 'dead.tmp'), secondsAgo(7200), secondsAgo(7200));
    cache.trim();
    const names = entries().join();
    expect(names).not.toContain('dead.tmp');
    expect(names).toContain('alive.tmp');
  });
});

describe('the place of the cache', () => {
  it('is what BROADSHEET_CACHE says, else the XDG folder, else ~/.cache', () => {
    expect(locateCache({ BROADSHEET_CACHE: 'c', HOME: '/h' }, '/work')).toBe('/work/c');
    expect(locateCache({ XDG_CACHE_HOME: '/xdg', HOME: '/h' }, '/work')).toBe('/xdg/broadsheet');
    expect(locateCache({ XDG_CACHE_HOME: 'relative', HOME: '/h' }, '/work')).toBe('/h/.cache/broadsheet');
    expect(locateCache({ HOME: 'nowhere' }, '/work')).toBe('/work/.cache');
  });
});

function secondsAgo(seconds: number): Date {
  return new Date(Date.now() - seconds * 1000);
}

function isFresh(path: string): boolean {
  return Date.now() - statSync(path).mtimeMs < 60_000;
}
