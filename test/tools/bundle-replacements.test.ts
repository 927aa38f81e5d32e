import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replacements } from '../../tools/bundle-replacements.mjs';

const root = join(import.meta.dirname, '..', '..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-bundle-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Script and category of every character up to U+1FFFF, and a word shaped from a WOFF2 font with an Indic one beside. */
const PROGRAM = `
  import { createHash } from 'node:crypto';
  import { readFileSync } from 'node:fs';
  import { create } from 'fontkit';
  import unicode from 'unicode-properties';
  const hash = createHash('sha256');
  for (let code = 0; code < 0x20000; code += 1) hash.update(unicode.getScript(code) + unicode.getCategory(code));
  const font = create(readFileSync('node_modules/source-serif/WOFF2/TTF/SourceSerif4Caption-Bold.ttf.woff2'));
  const words = ['waves', 'AVATAR', '\\u0928\\u092e\\u0938\\u094d\\u0924\\u0947', '\\u0633\\u0644\\u0627\\u0645'];
  for (const word of words) hash.update(JSON.stringify(font.layout(word).positions));
  console.log(hash.digest('hex'));`;

async function runBundled(name: string, program: string, plugins: readonly Plugin[]): Promise<string> {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    stdin: { contents: program, resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    plugins: [...plugins],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return execFileSync(process.execPath, [outfile], { cwd: root, encoding: 'utf8' });
}

describe('the replaced modules of the bundle', () => {
  it('give what the real ones give', async () => {
    const real = await runBundled('real', PROGRAM, []);
    expect(real).toMatch(/^[0-9a-f]{64}\n$/);
    expect(await runBundled('replaced', PROGRAM, [replacements])).toBe(real);
  });

  it('give the bars that bwip-js draws, each with its place and width', async () => {
    const program = `
      import { ean13 } from 'bwip-js/generic';
      const lines = [];
      const nothing = () => undefined;
      const others = { measure: nothing, init: nothing, polygon: nothing, ellipse: nothing, fill: nothing, text: nothing };
      const line = (x, top, toX, toY, width) => lines.push([x, toX, width]);
      const drawing = { ...others, scale: (x, y) => [x, y], line, end: () => lines };
      const codes = ['9770317847001 07', '9771234567034 28', '9772049363002 53'];
      const options = { bcid: 'ean13', addongap: 7, scaleX: 2, scaleY: 1 };
      console.log(JSON.stringify(codes.map((text) => [...ean13({ ...options, text }, drawing)])));
      try { ean13({ ...options, text: '9771234567035 28' }, drawing); } catch ({ message }) { console.log(message); }`;
    const real = await runBundled('real-bars', program, []);
    expect(real).toContain('[[1,1,2],[5,5,2],[11,11,6],');
    expect(real).toContain('Incorrect EAN-13 check digit');
    expect(await runBundled('replaced-bars', program, [replacements])).toBe(real);
  });

  it('say so when a part that was left out is used after all', async () => {
    const program = `
      import { cbc } from '@noble/ciphers/aes';
      try { cbc(); } catch (error) { console.log(error.message); }`;
    expect(await runBundled('left-out', program, [replacements])).toBe(
      "pdfkit's encryption is left out of the bundle\n",
    );
  });
});
