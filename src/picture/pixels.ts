import type { Sharp as Pipeline } from 'sharp';
import { type Deep, lowerDepth } from './depth.kernel.js';
import type { Sharp } from './load-sharp.js';

/** Decoded pixels on their way, interleaved, a byte a sample: 1 gray, 3 RGB, 4 inks (255 = solid). */
export interface Pixels {
  readonly channels: 1 | 3 | 4;
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Samples as they come from the decoder: colours, and after them whatever else a pixel has. */
export interface Samples {
  readonly channels: number;
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Runs a pipeline. `deep`: inks of 16 bits a sample, which the engine would cut off at 8 instead of scaling them. */
export async function takeSamples(pipeline: Pipeline, depth: 'bytes' | 'deep'): Promise<Samples> {
  const raw = pipeline.raw(depth === 'deep' ? { depth: 'ushort' } : {});
  const { data, info } = await raw.toBuffer({ resolveWithObject: true });
  const bytes = depth === 'deep' ? lowerDepth(data as Deep) : data;
  return { channels: info.channels, bytes, widthPx: info.width, heightPx: info.height };
}

/** Samples that are RGB or inks and nothing more. Throws on others. */
export function asPixels(samples: Samples): Pixels {
  const { channels } = samples;
  if (channels !== 3 && channels !== 4) throw new Error(`it has ${channels} channels`);
  return { ...samples, channels };
}

/** Pixels as input of a pipeline. */
export function rawInput(sharp: Sharp, { bytes, widthPx, heightPx, channels }: Pixels): Pipeline {
  return sharp(bytes, { raw: { width: widthPx, height: heightPx, channels } });
}
