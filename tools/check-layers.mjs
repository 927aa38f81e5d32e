/**
 * Holds the sources against the layer rule (.dependency-cruiser.cjs) and prints how many modules it looked at. Fails
 * when a module breaks the rule, and when it saw none: a checker that silently sees nothing would pass for ever.
 *
 *   node tools/check-layers.mjs [folder with src/]
 */
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const root = join(fileURLToPath(import.meta.url), '..', '..');

/** Checks `src/` of a folder. Gives the number of modules of ours, and each breach as `from → to (rule)`. */
export async function checkLayers(folder = root) {
  const { forbidden, options } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));
  const ruleSet = { forbidden };
  const settings = { ...options, baseDir: folder, validate: true, ruleSet };
  const tsConfig = extractTSConfig(join(root, 'tsconfig.json'));
  const { output } = await cruise(['src'], settings, undefined, { tsConfig });
  const modules = output.modules.filter((module) => module.source.startsWith('src/')).length;
  const breaches = output.summary.violations.map(({ from, to, rule }) => `${from} → ${to} (${rule.name})`);
  return { modules, breaches };
}

async function main() {
  const { modules, breaches } = await checkLayers(resolve(process.argv[2] ?? root));
  for (const breach of breaches) console.error(breach);
  console.log(`layer rule: ${modules} modules looked at, ${breaches.length} breaches`);
  if (modules === 0 || breaches.length > 0) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
