import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cachedDeflate } from '../../src/pdf/cached-deflate.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { sampleJob, sampleResources } from './sample-job.js';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('cachedDeflate', () => {
  it('gives what the compressor gives, from a cold cache and a warm one', () => {
    const kept = new Map<string, Uint8Array>();
    const cache = {
      read: (key: string) => kept.get(key),
      write: (key: string, bytes: Uint8Array) => void kept.set(key, bytes),
    };
    const long = new Uint8Array(20_000).map((_, i) => i % 91);
    const plain = cachedDeflate(undefined, sha256)(long);
    expect(cachedDeflate(cache, sha256)(long)).toEqual(plain);
    expect(kept.size).toBe(1);
    expect(cachedDeflate(cache, sha256)(long)).toEqual(plain);
    cachedDeflate(cache, sha256)(long.subarray(0, 100));
    expect(kept.size).toBe(1);
  });

  it('changes no byte of a file, cold or warm, and makes a second build read what the first one wrote', async () => {
    const resources = await sampleResources();
    const kept = new Map<string, Uint8Array>();
    let hits = 0;
    const streamCache = {
      read(key: string) {
        const found = kept.get(key);
        if (found) hits++;
        return found;
      },
      write: (key: string, bytes: Uint8Array) => void kept.set(key, bytes),
    };
    const report = (): void => {};
    const without = await writePdf(sampleJob(), 'press', resources, report);
    const cold = await writePdf(sampleJob(), 'press', { ...resources, streamCache }, report);
    expect(hits).toBe(0);
    expect(kept.size).toBeGreaterThan(0);
    const warm = await writePdf(sampleJob(), 'press', { ...resources, streamCache }, report);
    expect(hits).toBe(kept.size);
    expect(Buffer.compare(cold, without)).toBe(0);
    expect(Buffer.compare(warm, without)).toBe(0);
  });
});
