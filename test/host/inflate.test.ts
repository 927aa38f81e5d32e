import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflate } from '../../src/host/inflate.js';

const LETTERS = Uint8Array.from({ length: 10_000 }, (_, index) => (index * index) % 251);
const packed = deflateSync(LETTERS);

describe('inflate', () => {
  it('gives all that was packed', () => {
    expect(inflate(packed, 10_000)).toEqual({ type: 'whole', bytes: Buffer.from(LETTERS) });
  });

  it('stops where there is more than was allowed', () => {
    expect(inflate(deflateSync(new Uint8Array(1 << 20)), 1 << 19)).toEqual({ type: 'too-large' });
  });

  it('gives what is there of data that are cut short', () => {
    const answer = inflate(packed.subarray(0, packed.length - 6), 10_000);
    expect(answer.type).toBe('cut-short');
  });

  it('gives nothing of data that are none', () => {
    expect(inflate(Uint8Array.of(1, 2, 3, 4), 100)).toEqual({ type: 'damaged' });
  });
});
