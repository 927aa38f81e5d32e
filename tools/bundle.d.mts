import type { Metafile } from 'esbuild';

/**
 * Bundles the command into the folder, `dist/` by default; gives back esbuild's account of what went into the command
 * line and what into the commands behind it.
 */
export function bundle(folder?: string): Promise<{ readonly main: Metafile; readonly commands: Metafile }>;
