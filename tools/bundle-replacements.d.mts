import type { Plugin } from 'esbuild';

/** An esbuild plugin that puts the bundle's own forms of some modules in. */
export const replacements: Plugin;
