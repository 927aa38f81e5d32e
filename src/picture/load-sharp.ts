import type sharpModule from 'sharp';

export type Sharp = typeof sharpModule;

let loaded: Promise<Sharp> | undefined;

/**
 * Loads sharp when the first picture is converted: it costs tens of milliseconds and megabytes, and most builds find
 * all their pictures in the cache.
 */
export function loadSharp(): Promise<Sharp> {
  loaded ??= import('sharp').then((module) => settle(module.default));
  return loaded;
}

/**
 * Fixes what would depend on the machine. One thread a picture: the pipeline converts pictures side by side. No
 * operation cache: every picture is seen once. No vector code: its rounding differs between processors.
 */
function settle(sharp: Sharp): Sharp {
  sharp.concurrency(1);
  sharp.cache(false);
  sharp.simd(false);
  return sharp;
}
