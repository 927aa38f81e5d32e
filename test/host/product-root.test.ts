import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/host/hash.js';
import { findProductRoot, readProductVersion } from '../../src/host/product-root.js';

describe('the product root', () => {
  it('is the folder of package.json, from the sources and from the bundle alike', () => {
    const root = findProductRoot();
    expect(existsSync(join(root, 'bin', 'broadsheet'))).toBe(true);
    expect(findProductRoot(join(root, 'dist'))).toBe(root);
    expect(readProductVersion(root)).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('is not found where there is none', () => {
    expect(() => findProductRoot('/')).toThrow(/no package.json of Broadsheet/);
  });
});

describe('the hash', () => {
  it('is SHA-256, as FIPS 180-4 gives it for "abc"', () => {
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(sha256(new TextEncoder().encode('abc'))).toBe(abc);
  });
});
