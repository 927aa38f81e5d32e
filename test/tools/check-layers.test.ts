import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLayers } from '../../tools/check-layers.mjs';

const root = join(import.meta.dirname, '..', '..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-layers-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  symlinkSync(join(root, 'package.json'), join(folder, 'package.json'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the layer rule', () => {
  it('lets a stage look down', async () => {
    write('model/line.ts', 'export interface Line { readonly width: number }');
    write(
      'column/fill-leg.ts',
      "import type { Line } from '../model/line.js';\nexport const fillLeg = (line: Line) => line;",
    );
    expect(await checkLayers(folder)).toEqual({ modules: 2, breaches: [] });
  });

  it.each([
    ['across to another stage', 'column/a.ts', "import { b } from '../page/b.js';", 'stages-look-down-never-across'],
    [
      'across by a type alone',
      'column/a.ts',
      "import type { B } from '../page/b.js';",
      'stages-look-down-never-across',
    ],
    ['up to the pipeline', 'page/a.ts', "import { b } from '../pipeline.js';", 'stages-look-down-never-across'],
    ['up from the model', 'model/a.ts', "import { b } from '../page/b.js';", 'model-knows-units-and-diagnostics'],
    ['up from the units', 'units/a.ts', "import { b } from '../page/b.js';", 'units-know-nothing'],
    ['from the pipeline to the host', 'pipeline.ts', "import { b } from './host/b.js';", 'pipeline-knows-no-host'],
    ['from the host to a stage', 'host/a.ts', "import { b } from '../page/b.js';", 'host-knows-no-stage'],
    ['from a stage to Node', 'page/a.ts', "import { readFileSync } from 'node:fs';", 'node-only-in-hosts'],
    ['to pdfkit outside pdf/', 'page/a.ts', "import PDFDocument from 'pdfkit';", 'pdfkit-only-in-pdf'],
    ['to fontkit outside shape/', 'page/a.ts', "import { create } from 'fontkit';", 'fontkit-only-in-shape'],
    ['to zod outside manifest/', 'page/a.ts', "import { z } from 'zod';", 'zod-only-in-manifest'],
    ['to sharp outside picture/', 'page/a.ts', "import sharp from 'sharp';", 'sharp-only-in-picture'],
    ['late, inside a function', 'page/a.ts', "export const load = () => import('sharp');", 'sharp-only-in-picture'],
    ['into a folder without a layer', 'cli/a.ts', "import { b } from '../utils/b.js';", 'known-folders-only'],
    ['to nothing', 'page/a.ts', "import { b } from './gone.js';", 'imports-resolve'],
  ])('is broken by an import %s', async (_, path, line, rule) => {
    for (const target of ['page/b.ts', 'host/b.ts', 'utils/b.ts', 'pipeline.ts']) {
      write(target, 'export const b = 1;\nexport type B = number;');
    }
    write(path, line);
    const { breaches } = await checkLayers(folder);
    expect(breaches).toHaveLength(1);
    expect(breaches[0]).toContain(`(${rule})`);
  });

  it('is broken by two modules that import one another', async () => {
    write('page/a.ts', "import { b } from './b.js';\nexport const a = () => b;");
    write('page/b.ts', "import { a } from './a.js';\nexport const b = () => a;");
    const { breaches } = await checkLayers(folder);
    expect(breaches.join()).toContain('no-circles');
  });

  it('is not held to when there was nothing to look at', async () => {
    mkdirSync(join(folder, 'src'));
    expect(await checkLayers(folder)).toEqual({ modules: 0, breaches: [] });
  });
});

function write(path: string, text: string): void {
  const whole = join(folder, 'src', path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, `${text}\n`);
}
