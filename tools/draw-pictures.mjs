// Draws the pictures of the sample issue. Run: node tools/draw-pictures.mjs [name …] [--out folder]
// Every picture is a function of its seed: the same program draws the same bytes.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sharp from 'sharp';

const PICTURES = [
  'farewell-quay',
  'choir-dock',
  'flood-meadows',
  'night-mail',
  'mole-survey',
  'gulls',
  'ferry',
  'shipyard',
  'lighthouse',
  'regatta',
  'theatre',
  'tide-mill',
];
const HOME = fileURLToPath(new URL('../issues/2026-07-08/pictures/', import.meta.url));

sharp.simd(false);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: HOME } },
});
const unknown = positionals.filter((name) => !PICTURES.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`no picture "${unknown.join('", "')}"; there are ${PICTURES.join(', ')}\n`);
  process.exit(2);
}
mkdirSync(values.out, { recursive: true });
for (const name of positionals.length > 0 ? positionals : PICTURES) {
  const { draw } = await import(`./pictures/${name}.mjs`);
  const bytes = await draw();
  writeFileSync(join(values.out, `${name}.jpg`), bytes);
  process.stdout.write(`${name}.jpg ${Math.round(bytes.length / 1024)} KB\n`);
}
