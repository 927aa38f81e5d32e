/**
 * The layer rule of docs/architecture.md: look down, never across, never up.
 *
 *   units < diagnostics < model < stages and writers < pipeline.ts and its neighbours < host, cli
 *
 * Checked by tools/check-layers.mjs, which fails when it has looked at nothing.
 */
const STAGES = 'barcode|column|manifest|page|paint|paragraph|pdf|picture|preflight|report|shape|story|style';

/** Compiled into the bundle, so that they need not be installed with the command. */
const COMPILED_IN = 'bwip-js|@rgrove/parse-xml';

/** Forbids one package everywhere but in one folder. */
const onlyIn = (packageName, folders) => ({
  name: `${packageName}-only-in-${folders.join('-and-')}`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/(${folders.join('|')})/` },
  to: { path: `(^|/)node_modules/(@types/)?${packageName}(/|$)` },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'known-folders-only',
      comment: 'A new folder must be given its layer here.',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: `^src/(units|diagnostics|model|${STAGES}|host|cli)/` },
    },
    {
      name: 'units-know-nothing',
      severity: 'error',
      from: { path: '^src/units/' },
      to: { path: '^src/', pathNot: '^src/units/' },
    },
    {
      name: 'diagnostics-know-units',
      severity: 'error',
      from: { path: '^src/diagnostics/' },
      to: { path: '^src/', pathNot: '^src/(units|diagnostics)/' },
    },
    {
      name: 'model-knows-units-and-diagnostics',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { path: '^src/', pathNot: '^src/(units|diagnostics|model)/' },
    },
    {
      name: 'stages-look-down-never-across',
      severity: 'error',
      from: { path: `^src/(${STAGES})/` },
      to: { path: '^src/', pathNot: '^src/(units|diagnostics|model|$1)/' },
    },
    {
      name: 'pipeline-knows-no-host',
      severity: 'error',
      comment: 'The pipeline is the files right in src/: the line of work itself, and what it shares.',
      from: { path: '^src/[^/]+\\.ts$' },
      to: { path: '^src/', pathNot: `^src/((units|diagnostics|model|${STAGES})/|[^/]+\\.ts$)` },
    },
    {
      name: 'host-knows-no-stage',
      severity: 'error',
      from: { path: '^src/host/' },
      to: { path: '^src/', pathNot: '^src/(units|diagnostics|model|host)/' },
    },
    {
      name: 'packages-under-the-stages-none',
      comment: 'The data between the stages depends on no package.',
      severity: 'error',
      from: { path: '^src/(units|diagnostics|model)/' },
      to: { path: '(^|/)node_modules/' },
    },
    {
      name: 'node-only-in-hosts',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(host|cli)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'],
        pathNot: `(^|/)node_modules/(@types|${COMPILED_IN})/`,
      },
    },
    onlyIn('pdfkit', ['pdf']),
    onlyIn('bwip-js', ['barcode']),
    onlyIn('@rgrove/parse-xml', ['picture']),
    onlyIn('@cantoo/pdf-lib', ['preflight']),
    onlyIn('fontkit', ['shape']),
    onlyIn('zod', ['manifest']),
    onlyIn('sharp', ['picture']),
    onlyIn('commander', ['cli']),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
};
