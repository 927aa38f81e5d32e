import type { Metafile } from 'esbuild';

/** Bundles src/cli/main.ts into the folder, `dist/` by default; gives back esbuild's account of what went in. */
export function bundle(folder?: string): Promise<Metafile>;
