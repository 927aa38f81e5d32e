import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { openFiles } from '../../src/host/node-files.js';
import { findProductRoot } from '../../src/host/product-root.js';
import { DEFAULT_FONTS } from '../../src/manifest/default-styles.js';
import { findFaceFile, readCatalogue } from '../../src/manifest/font-catalogue.js';

const root = findProductRoot();
const files = openFiles({ workingFolder: root, productRoot: root });
const diagnostics: Diagnostic[] = [];
const catalogue = readCatalogue([join(root, 'fonts')], files, (each) => diagnostics.push(each));
const faces = [...catalogue.values()].flatMap((family) => family.faces.map((face) => ({ family, face, id: face.id })));

describe('the product’s font catalogue', () => {
  it('is sound and has every family that a paper gets by default', () => {
    expect(diagnostics).toEqual([]);
    for (const family of DEFAULT_FONTS.values()) expect(catalogue.has(family), family).toBe(true);
  });

  it.each(faces)('has a TrueType file for $id', ({ family, face }) => {
    const file = findFaceFile(face, family, files, (each) => diagnostics.push(each));
    expect(diagnostics).toEqual([]);
    expect(file !== undefined && existsSync(file)).toBe(true);
    expect([...readFileSync(file as string).subarray(0, 4)]).toEqual([0, 1, 0, 0]);
  });

  it('names no fallback that it does not have', () => {
    for (const family of catalogue.values()) {
      for (const name of family.fallback) expect(catalogue.has(name), `${family.name}: ${name}`).toBe(true);
    }
  });

  it('has no face twice', () => {
    expect(new Set(faces.map(({ id }) => id)).size).toBe(faces.length);
  });
});
